/* A closed range of revisions as one. */
#include "revision/find.h"

#include <string.h>

struct vertex *graph_squashed(const struct graph *g, const char *id)
{
    struct vertex *v;
    list_each (v, &g->vertices)
        if (v->file && list_has_text(&v->file->squashes, id))
            return v;
    return NULL;
}

static void text_push(struct arena *a, struct list *l, const char *text)
{
    if (!list_has_text(l, text))
        list_push(a, l, text);
}

/* Both ends; *ret_first NULL: base. */
static int ends_find(struct arena *a, const struct graph *g, const char *range, struct diag *d,
                     struct vertex **ret_first, struct vertex **ret_last)
{
    const char *colon = strchr(range, ':');
    if (!colon || colon == range || !colon[1] || strchr(colon + 1, ':')) {
        diag_error(d, "graph.range", NOWHERE, "\"%s\" is not a range", range);
        diag_hint(d, "Write first:last, such as base:4e55a8b046a1; both become part of the whole.");
        return ERR;
    }
    if (graph_find_one(a, g, arena_strndup(a, range, (size_t)(colon - range)), NULL, d, ret_first) < 0 ||
        graph_find_one(a, g, colon + 1, NULL, d, ret_last) < 0)
        return ERR;
    if (!*ret_last)
        return diag_error(d, "graph.range", NOWHERE, "\"%s\": nothing is below the base", range);
    return OK;
}

static void members_find(struct arena *a, const struct graph *g, struct vertex *first, struct vertex *last,
                         mark *inside)
{
    struct list one = {0};
    const struct vertex *v;
    list_push(a, &one, last);
    mark_ancestors(a, inside, &one, true);
    if (!first)
        return;
    mark *above = marks_new(a, g);
    one = (struct list){0};
    list_push(a, &one, first);
    mark_descendants(a, above, &one, true);
    list_each (v, &g->vertices)
        inside[v->order] = inside[v->order] && above[v->order];
}

static int open_report(const struct vertex *member, const struct vertex *other, const char *how,
                       struct diag *d)
{
    diag_error(d, "squash.open", other->file ? other->file->id_at : NOWHERE,
               "the range is not closed: %s, outside of it, %s %s", other->id, how, member->id);
    diag_hint(d, "Only the last revision of the range may be followed by others, and only the first may "
                 "follow others.");
    return ERR;
}

static int member_take(struct arena *a, const struct vertex *v, const struct vertex *first,
                       const mark *inside, struct squash *s, struct diag *d)
{
    const struct vertex *w;
    const char *label;
    int rc = OK;
    list_each (w, &v->up)
        if (!inside[w->order] && v != s->last)
            rc = open_report(v, w, "follows or depends on", d);
    list_each (w, &v->parents) {
        if (inside[w->order])
            continue;
        if (v == first)
            text_push(a, &s->parents, w->id);
        else
            rc = open_report(v, w, "is followed by", d);
    }
    list_each (w, &v->depends)
        if (!inside[w->order])
            text_push(a, &s->depends, w->id);
    list_each (label, &v->file->labels)
        text_push(a, &s->labels, label);
    list_each (label, &v->file->squashes)
        text_push(a, &s->squashes, label);
    if (v != s->last)
        text_push(a, &s->squashes, v->id);
    s->irreversible = s->irreversible || !v->file->downgrade.present;
    return rc;
}

int graph_squash(struct arena *a, const struct graph *g, const char *range, struct diag *d,
                 struct squash *ret)
{
    struct vertex *first, *last, *v;
    struct list todo = {0}, heads = {0}, sorted = {0};
    *ret = (struct squash){0};
    if (ends_find(a, g, range, d, &first, &last) < 0)
        return ERR;
    mark *inside = marks_new(a, g);
    members_find(a, g, first, last, inside);
    list_each (v, &g->vertices)
        if (inside[v->order])
            list_push(a, &todo, v);
    if (todo.n < 2)
        return diag_error(d, "squash.range", NOWHERE, "\"%s\": %s", range,
                          todo.n ? "one revision alone is one already" : "the first is not below the last");
    list_push(a, &heads, last);
    graph_sort(a, g, &todo, &heads, &sorted);
    for (size_t i = sorted.n; i > 0; i--)
        list_push(a, &ret->members, sorted.at[i - 1]);
    ret->last = last;
    int rc = OK;
    list_each (v, &ret->members) {
        if (v->broken)
            rc = diag_error(d, "squash.broken", v->file->id_at, "revision %s is broken", v->id);
        else if (member_take(a, v, first, inside, ret, d) < 0)
            rc = ERR;
    }
    return rc;
}
