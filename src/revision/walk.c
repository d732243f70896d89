/* Closures and the order of running. Nothing recurses: a stack is a list. */
#include "revision/walk.h"

#include <string.h>

mark *marks_new(struct arena *a, const struct graph *g)
{
    return arena_alloc(a, g->vertices.n + 1);
}

static void mark_closure(struct arena *a, mark *marks, const struct list *of, size_t edges)
{
    struct list stack = {0};
    struct vertex *v;
    list_each (v, of) {
        if (!marks[v->order]) {
            marks[v->order] = 1;
            list_push(a, &stack, v);
        }
    }
    while (stack.n) {
        const char *at = stack.at[--stack.n];
        const struct list *next = (const void *)(at + edges);
        list_each (v, next) {
            if (!marks[v->order]) {
                marks[v->order] = 1;
                list_push(a, &stack, v);
            }
        }
    }
}

void mark_ancestors(struct arena *a, mark *marks, const struct list *of, bool full)
{
    mark_closure(a, marks, of, full ? offsetof(struct vertex, down) : offsetof(struct vertex, parents));
}

void mark_descendants(struct arena *a, mark *marks, const struct list *of, bool full)
{
    mark_closure(a, marks, of, full ? offsetof(struct vertex, up) : offsetof(struct vertex, children));
}

void marks_list(struct arena *a, const struct graph *g, const mark *marks, struct list *ret)
{
    struct vertex *v;
    list_each (v, &g->vertices) {
        if (marks[v->order])
            list_push(a, ret, v);
    }
}

void graph_ancestors(struct arena *a, const struct graph *g, const struct list *of, bool full,
                     struct list *ret)
{
    mark *marks = marks_new(a, g);
    mark_ancestors(a, marks, of, full);
    marks_list(a, g, marks, ret);
}

void graph_descendants(struct arena *a, const struct graph *g, const struct list *of, bool full,
                       struct list *ret)
{
    mark *marks = marks_new(a, g);
    mark_descendants(a, marks, of, full);
    marks_list(a, g, marks, ret);
}

mark *lineage_new(struct arena *a, const struct graph *g, const struct vertex *v)
{
    mark *down = marks_new(a, g), *up = marks_new(a, g);
    struct list one = {0};
    list_push(a, &one, v);
    mark_ancestors(a, down, &one, false);
    mark_descendants(a, up, &one, false);
    for (size_t i = 0; i < g->vertices.n; i++)
        down[i] |= up[i];
    return down;
}

void walk_between(struct arena *a, const struct graph *g, const struct list *from, const struct list *to,
                  unsigned how, struct list *ret)
{
    mark *below = marks_new(a, g), *above = marks_new(a, g), *ends = marks_new(a, g);
    struct vertex *v;
    mark_ancestors(a, below, from, true);
    if (how & WALK_MISSING)
        mark_ancestors(a, above, to, true);
    else
        mark_descendants(a, above, to, false);
    list_each (v, to)
        ends[v->order] = 1;
    list_each (v, &g->vertices) {
        bool inside = how & WALK_MISSING ? !above[v->order] : to->n == 0 || above[v->order];
        if (below[v->order] && (ends[v->order] ? how & WALK_ENDS : inside))
            list_push(a, ret, v);
    }
}

/* Downward from above, no deeper than below is: what is less deep cannot lead to it. */
static bool is_above(const struct vertex *above, const struct vertex *below, size_t edges)
{
    if (above == below)
        return true;
    if (above->depth <= below->depth)
        return false;
    AUTO_ARENA scratch = {0};
    __attribute__((cleanup(idmap_clear))) struct idmap seen = {0};
    struct list stack = {0};
    list_push(&scratch, &stack, above);
    while (stack.n) {
        const struct vertex *v = stack.at[--stack.n];
        struct vertex *next;
        const struct list *down = (const void *)((const char *)v + edges);
        list_each (next, down) {
            if (next == below)
                return true;
            if (next->depth > below->depth && idmap_put(&seen, next->order, next))
                list_push(&scratch, &stack, next);
        }
    }
    return false;
}

bool vertex_contains(const struct vertex *above, const struct vertex *below)
{
    return is_above(above, below, offsetof(struct vertex, down));
}

/* --- order --- */

struct sorter {
    struct arena *arena;
    mark *todo;   /* to be put out */
    mark *done;   /* is out */
    mark *inside; /* is in the line */
    struct list line;
    struct list *out;
};

/* What stands above and is not out yet. When all of it is, nothing else in the line can lead here. */
static bool waits(const struct sorter *s, const struct vertex *v)
{
    const struct vertex *up;
    list_each (up, &v->up) {
        if (s->todo[up->order] && !s->done[up->order])
            return true;
    }
    return false;
}

/* The entry of the line, other than cursor, that v is an ancestor of; line.n when there is none. */
static size_t blocker(const struct sorter *s, size_t cursor)
{
    const struct vertex *v = s->line.at[cursor];
    if (!waits(s, v))
        return s->line.n;
    for (size_t i = 0; i < s->line.n; i++) {
        if (i != cursor && vertex_contains(s->line.at[i], v))
            return i;
    }
    return s->line.n;
}

static void line_remove(struct list *line, size_t at)
{
    memmove(line->at + at, line->at + at + 1, (line->n - at - 1) * sizeof(*line->at));
    line->n--;
}

/* Puts the vertex at the cursor out and what is below it in its place. */
static void advance(struct sorter *s, size_t *cursor)
{
    struct vertex *v = s->line.at[*cursor], *next;
    bool placed = false;
    if (s->todo[v->order] && !s->done[v->order]) {
        s->done[v->order] = 1;
        list_push(s->arena, s->out, v);
    }
    s->inside[v->order] = 0;
    list_each (next, &v->next) {
        if (!s->todo[next->order] || s->done[next->order] || s->inside[next->order])
            continue;
        s->inside[next->order] = 1;
        if (placed)
            list_push(s->arena, &s->line, next);
        else
            s->line.at[*cursor] = next;
        placed = true;
    }
    if (!placed) {
        line_remove(&s->line, *cursor);
        *cursor -= *cursor > 0;
    }
}

static int deeper_first(const void *x, const void *y)
{
    const struct vertex *v = x, *w = y;
    if (v->depth != w->depth)
        return v->depth > w->depth ? -1 : 1;
    return v->order < w->order ? -1 : v->order > w->order;
}

void graph_sort(struct arena *a, const struct graph *g, const struct list *todo, const struct list *heads,
                struct list *ret)
{
    struct sorter s = {
        .arena = a, .todo = marks_new(a, g), .done = marks_new(a, g), .inside = marks_new(a, g)};
    struct vertex *v;
    mark *starts = marks_new(a, g);
    size_t cursor = 0, jumps = 0;
    s.out = ret;
    list_each (v, todo)
        s.todo[v->order] = 1;
    list_each (v, heads)
        starts[v->order] = 1;
    list_each (v, &g->vertices) {
        if (starts[v->order] && s.todo[v->order]) {
            s.inside[v->order] = 1;
            list_push(a, &s.line, v);
        }
    }
    while (s.line.n) {
        size_t other = blocker(&s, cursor);
        if (other < s.line.n && jumps++ < s.line.n) { /* more jumps than that: a cycle, which has no order */
            cursor = other;
        } else {
            advance(&s, &cursor);
            jumps = 0;
        }
    }
    /* What no start leads to, in an order that holds all the same. */
    struct list rest = {0};
    list_each (v, todo) {
        if (!s.done[v->order]) {
            s.done[v->order] = 1;
            list_push(a, &rest, v);
        }
    }
    list_sort(&rest, deeper_first);
    list_each (v, &rest)
        list_push(a, ret, v);
}

/* Of all vertices at once: one walk for each label, however many vertices are asked for. */
static void labels_spread(const struct graph *g, struct label_cache *cache)
{
    const struct vertex *w, *v;
    const char *label;
    cache->at = arena_alloc(&cache->arena, (g->vertices.n + 1) * sizeof(*cache->at));
    list_each (w, &g->labelled) {
        AUTO_ARENA scratch = {0};
        const mark *lineage = lineage_new(&scratch, g, w);
        list_each (v, &g->vertices) {
            if (!lineage[v->order])
                continue;
            list_each (label, &w->file->labels)
                list_push(&cache->arena, &cache->at[v->order], label);
        }
    }
}

void graph_labels(struct arena *a, const struct graph *g, const struct vertex *v, struct list *ret)
{
    const char *label;
    if (!g->labels->at)
        labels_spread(g, g->labels);
    list_each (label, &g->labels->at[v->order])
        list_push(a, ret, label);
}

bool vertex_is_head(const struct vertex *v)
{
    return v->up.n == 0;
}

bool vertex_is_branch_point(const struct vertex *v)
{
    return v->children.n > 1;
}

bool vertex_is_merge(const struct vertex *v)
{
    return v->parents.n > 1;
}

const char *vertices_text(struct arena *a, const struct list *vertices)
{
    AUTO_BUF out = {0};
    for (size_t i = 0; i < vertices->n && i < 8; i++) {
        const struct vertex *v = vertices->at[i];
        buf_addf(&out, "%s%s", i ? ", " : "", v->id);
    }
    if (vertices->n > 8)
        buf_addf(&out, " and %zu more", vertices->n - 8);
    return buf_take(&out, a);
}
