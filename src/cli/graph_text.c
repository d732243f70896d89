#include "cli/graph_text.h"

#include "base/utf8.h"
#include "cli/revision_text.h"
#include <string.h>

static const char *message_of(const struct vertex *v)
{
    return v->file && v->file->message && *v->file->message ? v->file->message : "empty message";
}

/* What is shown, by order. */
static bool *shown_make(struct arena *a, const struct graph *g, const struct list *vertices)
{
    bool *shown = arena_alloc(a, g->vertices.n + 1);
    const struct vertex *v;
    list_each (v, vertices)
        shown[v->order] = true;
    return shown;
}

/* --- with letters --- */

/* Lines that run down the page. Each leads to a revision that is still to come; NULL: none is there. */
struct lanes {
    struct arena *arena;
    const struct vertex **at;
    size_t n, cap;
};

enum { NO_LANE = -1 };

static long lane_of(const struct lanes *l, const struct vertex *v)
{
    for (size_t i = 0; i < l->n; i++)
        if (l->at[i] == v)
            return (long)i;
    return NO_LANE;
}

static size_t lane_open(struct lanes *l, const struct vertex *v)
{
    long hole = lane_of(l, NULL);
    if (hole != NO_LANE) {
        l->at[hole] = v;
        return (size_t)hole;
    }
    if (l->n == l->cap) {
        size_t cap = l->cap ? 2 * l->cap : 16;
        const struct vertex **more = arena_alloc(l->arena, cap * sizeof(*more));
        if (l->n)
            memcpy(more, l->at, l->n * sizeof(*more));
        l->at = more;
        l->cap = cap;
    }
    l->at[l->n] = v;
    return l->n++;
}

static void lanes_trim(struct lanes *l)
{
    while (l->n && !l->at[l->n - 1])
        l->n--;
}

/* The lanes as they stand, with a sign in one of them. */
static void add_lanes(struct buf *out, const struct lanes *l, size_t sign_at, char sign)
{
    for (size_t i = 0; i < l->n; i++) {
        buf_addc(out, i == sign_at ? sign : l->at[i] ? '|' : ' ');
        buf_addc(out, ' ');
    }
}

/* A line of its own: the lane `far` bends into `near` ('/'), or comes out of it ('\\'). */
static void add_bend(struct buf *out, const struct lanes *l, size_t near, size_t far, char bend)
{
    size_t start = out->len;
    for (size_t i = 0; i < l->n; i++) {
        bool line = l->at[i] && i != far;
        buf_addc(out, line ? '|' : i > near && i < far ? '_' : ' ');
        buf_addc(out, i + 1 == far ? bend : i >= near && i < far ? '_' : ' ');
    }
    while (out->len > start && out->data[out->len - 1] == ' ')
        buf_truncate(out, out->len - 1);
    buf_addc(out, '\n');
}

static void join(struct buf *out, struct lanes *l, size_t x, size_t y)
{
    size_t near = x < y ? x : y, far = x < y ? y : x;
    const struct vertex *v = l->at[far];
    add_bend(out, l, near, far, '/');
    l->at[near] = v;
    l->at[far] = NULL;
}

/* The parents take over the lane of their child; more than one, or one that has a lane, bends. */
static void go_down(struct buf *out, struct lanes *l, size_t at, const struct vertex *v, const bool *shown)
{
    const struct vertex *p;
    bool used = false;
    l->at[at] = NULL;
    list_each (p, &v->parents) {
        long other = lane_of(l, p);
        if (!shown[p->order] || (used && other == (long)at))
            continue;
        if (!used && other == NO_LANE) {
            l->at[at] = p;
        } else if (!used) {
            l->at[at] = p;
            if (v->parents.n == 1) {
                join(out, l, at, (size_t)other);
                at = at < (size_t)other ? at : (size_t)other;
            } else {
                l->at[other] = p; /* both stay until the revision itself comes */
            }
        } else {
            size_t fresh = lane_open(l, p);
            add_bend(out, l, at < fresh ? at : fresh, at < fresh ? fresh : at, at < fresh ? '\\' : '/');
        }
        used = true;
    }
    lanes_trim(l);
}

void graph_drawing(struct buf *out, const struct graph *g, const struct list *vertices, bool colour)
{
    AUTO_ARENA a = {0};
    struct lanes l = {.arena = &a};
    const bool *shown = shown_make(&a, g, vertices);
    const struct vertex *v;
    list_each (v, vertices) {
        long at = lane_of(&l, v);
        if (at == NO_LANE)
            at = (long)lane_open(&l, v);
        for (size_t i = (size_t)at + 1; i < l.n; i++)
            if (l.at[i] == v)
                join(out, &l, (size_t)at, i);
        lanes_trim(&l);
        add_lanes(out, &l, (size_t)at, '*');
        revision_name(out, v, colour);
        revision_marks(out, g, v, NULL);
        if (v->depends.n) {
            buf_add(out, " (after ");
            revision_ids(out, &v->depends);
            buf_addc(out, ')');
        }
        buf_add(out, "  ");
        buf_visible(out, message_of(v));
        buf_addc(out, '\n');
        go_down(out, &l, (size_t)at, v, shown);
    }
}

/* --- for other programs --- */

static void add_dot_text(struct buf *out, const char *text)
{
    AUTO_BUF plain = {0};
    buf_visible(&plain, text);
    for (const char *s = buf_str(&plain); *s; s++) {
        if (*s == '"' || *s == '\\')
            buf_addc(out, '\\');
        buf_addc(out, *s);
    }
}

void graph_dot(struct buf *out, const struct graph *g, const struct list *vertices)
{
    AUTO_ARENA a = {0};
    const bool *shown = shown_make(&a, g, vertices);
    const struct vertex *v, *w;
    buf_add(out, "digraph revisions {\n  rankdir = BT;\n  node [shape = box, fontname = \"monospace\"];\n");
    list_each (v, vertices) {
        AUTO_BUF marks = {0};
        revision_marks(&marks, g, v, NULL);
        buf_addf(out, "  r%zu [label = \"", v->order);
        add_dot_text(out, v->id);
        add_dot_text(out, buf_str(&marks));
        buf_add(out, "\\n");
        add_dot_text(out, message_of(v));
        buf_addf(out, "\"%s];\n", vertex_is_head(v) ? ", style = bold" : "");
    }
    list_each (v, vertices) {
        list_each (w, &v->parents)
            if (shown[w->order])
                buf_addf(out, "  r%zu -> r%zu;\n", w->order, v->order);
        list_each (w, &v->depends)
            if (shown[w->order])
                buf_addf(out, "  r%zu -> r%zu [style = dashed];\n", w->order, v->order);
    }
    buf_add(out, "}\n");
}

/* Mermaid reads markup in labels; its own escapes are #quot; and the like. */
static void add_mermaid_text(struct buf *out, const char *text)
{
    AUTO_BUF plain = {0};
    buf_visible(&plain, text);
    for (const char *s = buf_str(&plain); *s; s++) {
        if (strchr("\"#&<>`[]{}|\\", *s))
            buf_addf(out, "#%d;", *s);
        else
            buf_addc(out, *s);
    }
}

void graph_mermaid(struct buf *out, const struct graph *g, const struct list *vertices)
{
    AUTO_ARENA a = {0};
    const bool *shown = shown_make(&a, g, vertices);
    const struct vertex *v, *w;
    buf_add(out, "flowchart BT\n");
    list_each (v, vertices) {
        AUTO_BUF marks = {0};
        revision_marks(&marks, g, v, NULL);
        buf_addf(out, "  r%zu[\"", v->order);
        add_mermaid_text(out, v->id);
        add_mermaid_text(out, buf_str(&marks));
        buf_add(out, "<br/>");
        add_mermaid_text(out, message_of(v));
        buf_add(out, "\"]\n");
    }
    list_each (v, vertices) {
        list_each (w, &v->parents)
            if (shown[w->order])
                buf_addf(out, "  r%zu --> r%zu\n", w->order, v->order);
        list_each (w, &v->depends)
            if (shown[w->order])
                buf_addf(out, "  r%zu -.-> r%zu\n", w->order, v->order);
    }
}
