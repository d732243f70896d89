#include "cli/revision_text.h"

#include "base/utf8.h"
#include <string.h>

static void add_texts(struct buf *out, const struct list *texts)
{
    const char *text;
    bool first = true;
    list_each (text, texts) {
        buf_sep(out, &first, ", ");
        buf_visible(out, text);
    }
}

void revision_ids(struct buf *out, const struct list *vertices)
{
    const struct vertex *v;
    bool first = true;
    list_each (v, vertices) {
        buf_sep(out, &first, ", ");
        buf_visible(out, v->id);
    }
    if (vertices->n == 0)
        buf_add(out, "<base>");
}

void revision_marks(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows)
{
    AUTO_ARENA a = {0};
    struct list labels = {0};
    graph_labels(&a, g, v, &labels);
    if (labels.n) {
        buf_add(out, " (");
        add_texts(out, &labels);
        buf_addc(out, ')');
    }
    if (vertex_is_head(v))
        buf_add(out, " (head)");
    if (rows && list_has_text(rows, v->id))
        buf_add(out, " (current)");
    if (vertex_is_branch_point(v))
        buf_add(out, " (branchpoint)");
    if (vertex_is_merge(v))
        buf_add(out, " (mergepoint)");
    if (v->broken)
        buf_add(out, " (broken)");
}

/* --- lines of history --- */

/* Colours by what a mark says: yellow ids, green heads, blue where the database is, red what is broken. */
static void add_marks_coloured(struct buf *out, const struct graph *g, const struct vertex *v,
                               const struct list *rows)
{
    AUTO_BUF marks = {0};
    revision_marks(&marks, g, v, rows);
    for (const char *s = buf_str(&marks); *s;) {
        size_t n = strcspn(s, ")");
        n += s[n] == ')';
        const char *colour = strncmp(s, " (head)", n) == 0      ? "\033[32m"
                             : strncmp(s, " (current)", n) == 0 ? "\033[1;34m"
                             : strncmp(s, " (broken)", n) == 0  ? "\033[31m"
                                                                : "\033[36m";
        buf_add(out, colour);
        buf_addn(out, s, n);
        buf_add(out, "\033[0m");
        s += n;
    }
}

static void add_below(struct buf *out, const struct vertex *v)
{
    revision_ids(out, &v->parents);
    if (v->depends.n) {
        buf_add(out, " (");
        revision_ids(out, &v->depends);
        buf_addc(out, ')');
    }
}

static const char *message_of(const struct vertex *v)
{
    return v->file && v->file->message && *v->file->message ? v->file->message : "empty message";
}

static void add_line(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows,
                     size_t width, bool colour)
{
    AUTO_BUF below = {0};
    add_below(&below, v);
    size_t used = utf8_width(buf_str(&below));
    buf_addf(out, "%*s%s -> ", (int)(used < width ? width - used : 0), "", buf_str(&below));
    revision_name(out, v, colour);
    if (colour)
        add_marks_coloured(out, g, v, rows);
    else
        revision_marks(out, g, v, rows);
    buf_add(out, ", ");
    buf_visible(out, message_of(v));
    buf_addc(out, '\n');
}

void revision_name(struct buf *out, const struct vertex *v, bool colour)
{
    buf_add(out, colour ? "\033[33m" : "");
    buf_visible(out, v->id);
    buf_add(out, colour ? "\033[0m" : "");
}

void revision_line(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows)
{
    add_line(out, g, v, rows, 0, false);
}

void revision_lines(struct buf *out, const struct graph *g, const struct list *vertices,
                    const struct list *rows, bool colour)
{
    enum { WIDEST = 32 };
    const struct vertex *v;
    size_t width = 0;
    list_each (v, vertices) {
        AUTO_BUF below = {0};
        add_below(&below, v);
        size_t w = utf8_width(buf_str(&below));
        if (w > width && w <= WIDEST)
            width = w;
    }
    list_each (v, vertices)
        add_line(out, g, v, rows, width, colour);
}

void revision_short(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows,
                    bool colour)
{
    revision_name(out, v, colour);
    if (colour)
        add_marks_coloured(out, g, v, rows);
    else
        revision_marks(out, g, v, rows);
    buf_addc(out, '\n');
}

/* --- entries --- */

void revision_entry(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows,
                    bool colour)
{
    buf_add(out, "Rev: ");
    revision_short(out, g, v, rows, colour);
    buf_add(out, vertex_is_merge(v) ? "Merges: " : "Parent: ");
    revision_ids(out, &v->parents);
    if (v->depends.n) {
        buf_add(out, "\nAlso depends on: ");
        revision_ids(out, &v->depends);
    }
    if (vertex_is_branch_point(v)) {
        buf_add(out, "\nBranches into: ");
        revision_ids(out, &v->children);
    }
    if (v->file && v->file->labels.n) {
        buf_add(out, "\nBranch names: ");
        add_texts(out, &v->file->labels);
    }
    if (v->file && v->file->created)
        buf_addf(out, "\nCreated: %s", v->file->created);
    if (v->file) {
        buf_add(out, "\nPath: ");
        buf_visible(out, v->file->path);
    }
    buf_add(out, "\n\n    ");
    buf_visible(out, message_of(v));
    buf_addc(out, '\n');
}

static struct node *ids_node(struct arena *a, const struct list *vertices)
{
    struct node *list = node_list(a);
    const struct vertex *v;
    list_each (v, vertices)
        node_add(a, list, node_text(a, v->id));
    return list;
}

struct node *revision_node(struct arena *a, const struct graph *g, const struct vertex *v,
                           const struct list *rows)
{
    struct node *n = node_map(a), *names = node_list(a);
    struct list labels = {0};
    const char *label;
    graph_labels(a, g, v, &labels);
    list_each (label, &labels)
        node_add(a, names, node_text(a, label));
    node_set(a, n, "revision", node_text(a, v->id));
    node_set(a, n, "parents", ids_node(a, &v->parents));
    node_set(a, n, "depends", ids_node(a, &v->depends));
    node_set(a, n, "labels", names);
    node_set(a, n, "head", node_bool(a, vertex_is_head(v)));
    if (rows)
        node_set(a, n, "current", node_bool(a, list_has_text(rows, v->id)));
    node_set(a, n, "broken", node_bool(a, v->broken));
    if (v->file) {
        node_set(a, n, "message", node_text(a, v->file->message));
        node_set(a, n, "created", node_text(a, v->file->created));
        node_set(a, n, "path", node_text(a, v->file->path));
    }
    return n;
}

struct node *history_node(struct arena *a, const struct history_row *h)
{
    if (!h)
        return node_text(a, NULL);
    struct node *n = node_map(a);
    node_set(a, n, "revision", node_text(a, h->revision));
    node_set(a, n, "direction", node_text(a, direction_name(h->direction)));
    node_set(a, n, "done", node_number(a, (long long)h->done));
    node_set(a, n, "total", node_number(a, (long long)h->total));
    node_set(a, n, "started", node_text(a, h->started));
    node_set(a, n, "finished", node_text(a, h->finished));
    node_set(a, n, "role", node_text(a, h->role));
    node_set(a, n, "client", node_text(a, h->client));
    node_set(a, n, "outcome", node_text(a, h->outcome));
    node_set(a, n, "tag", node_text(a, h->tag));
    node_set(a, n, "error", node_text(a, h->error));
    return n;
}
