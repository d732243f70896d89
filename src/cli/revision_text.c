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
        buf_add(out, v->id);
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

static const char *message_of(const struct vertex *v)
{
    return v->file && v->file->message && *v->file->message ? v->file->message : "empty message";
}

void revision_line(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows)
{
    revision_ids(out, &v->parents);
    if (v->depends.n) {
        buf_add(out, " (");
        revision_ids(out, &v->depends);
        buf_addc(out, ')');
    }
    buf_addf(out, " -> %s", v->id);
    revision_marks(out, g, v, rows);
    buf_add(out, ", ");
    buf_visible(out, message_of(v));
    buf_addc(out, '\n');
}

void revision_entry(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows)
{
    buf_addf(out, "Rev: %s", v->id);
    revision_marks(out, g, v, rows);
    buf_add(out, vertex_is_merge(v) ? "\nMerges: " : "\nParent: ");
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
