/* Stamps, as arithmetic on the applied set, and the ranges of offline scripts. */
#include "revision/find.h"
#include "revision/route.h"

#include <string.h>

static int stamp_target(struct arena *a, const struct graph *g, const char *text, struct diag *d,
                        struct identifier *ret_id, struct list *ret)
{
    if (identifier_read(a, g, text, d, ret_id) < 0)
        return ERR;
    if (!ret_id->symbol) {
        diag_error(d, "graph.identifier", NOWHERE, "\"%s\": steps alone do not say what to stamp", text);
        diag_hint(d, "Name a revision, such as head%s.", ret_id->sign < 0 ? text : "");
        return ERR;
    }
    return graph_find(a, g, text, NULL, d, ret);
}

/* label@base: takes off the branch what no row outside of it needs, and all that stands on that. */
static void branch_remove(struct arena *a, const struct graph *g, const struct identifier *i,
                          const struct list *at, mark *applied)
{
    struct list one = {0}, kept = {0}, gone = {0};
    struct vertex *v;
    mark *related = marks_new(a, g), *above = marks_new(a, g), *needed = marks_new(a, g),
         *drop = marks_new(a, g);
    list_push(a, &one, i->branch);
    mark_ancestors(a, related, &one, true);
    mark_descendants(a, above, &one, true);
    list_each (v, at) {
        if (!related[v->order] && !above[v->order])
            list_push(a, &kept, v);
    }
    mark_ancestors(a, needed, &kept, true);
    list_each (v, &g->vertices) {
        if (i->lineage[v->order] && !needed[v->order])
            list_push(a, &gone, v);
    }
    mark_descendants(a, drop, &gone, true);
    list_each (v, &g->vertices)
        applied[v->order] = applied[v->order] && !drop[v->order];
}

/* Being at a target means that nothing above it is applied. */
static void above_remove(struct arena *a, const struct graph *g, const struct list *targets, mark *applied)
{
    const struct vertex *v, *w;
    struct list above = {0};
    mark *drop = marks_new(a, g);
    list_each (v, targets) {
        list_each (w, &v->up)
            list_push(a, &above, w);
    }
    mark_descendants(a, drop, &above, true);
    list_each (v, &g->vertices)
        applied[v->order] = applied[v->order] && !drop[v->order];
}

static void stamp_changes(struct arena *a, const struct graph *g, const struct list *rows, const mark *want,
                          struct list *changes)
{
    struct list gone = {0}, added = {0};
    const char *row;
    const struct vertex *v;
    list_each (row, rows) {
        v = graph_get(g, row);
        if (!v || !want[v->order])
            list_push(a, &gone, row);
    }
    list_each (v, &g->vertices) {
        if (want[v->order] && !list_has_text(rows, v->id))
            list_push(a, &added, v->id);
    }
    bool update = gone.n && added.n;
    for (size_t i = update; i < gone.n; i++)
        change_add(a, changes, ROW_DELETE, gone.at[i], NULL);
    if (update)
        change_add(a, changes, ROW_UPDATE, gone.at[0], added.at[0]);
    for (size_t i = update; i < added.n; i++)
        change_add(a, changes, ROW_INSERT, NULL, added.at[i]);
}

int route_stamp(struct arena *a, const struct graph *g, const struct list *rows, const char *const *targets,
                size_t n, bool purge, struct diag *d, struct route **ret)
{
    struct list at = {0}, found = {0};
    struct vertex *v;
    mark *applied = marks_new(a, g);
    if (!purge && rows_find(a, g, rows, d, &at) < 0)
        return ERR;
    mark_ancestors(a, applied, &at, true);
    for (size_t k = 0; k < n; k++) {
        struct identifier i;
        struct list one = {0};
        if (stamp_target(a, g, targets[k], d, &i, &one) < 0)
            return ERR;
        list_each (v, &one)
            list_push(a, &found, v);
        if (one.n == 0 && i.lineage)
            branch_remove(a, g, &i, &at, applied);
        else if (one.n == 0)
            memset(applied, 0, g->vertices.n);
    }
    above_remove(a, g, &found, applied);
    mark_ancestors(a, applied, &found, true);
    mark *want = marks_new(a, g);
    list_each (v, &g->vertices)
        want[v->order] = applied[v->order] && !is_covered(v, applied);
    struct route *r = route_new(a, STAMP, rows);
    struct move *m = arena_new(a, struct move);
    m->direction = STAMP;
    stamp_changes(a, g, rows, want, &m->changes);
    if (m->changes.n)
        list_push(a, &r->moves, m);
    route_finish(a, g, want, r);
    *ret = r;
    return OK;
}

/* --- offline --- */

static void words_take(struct arena *a, const char *text, struct list *ret)
{
    char *copy = arena_strdup(a, text), *save = NULL;
    for (char *p = strtok_r(copy, ",", &save); p; p = strtok_r(NULL, ",", &save))
        list_push(a, ret, p);
}

static int start_find(struct arena *a, const struct graph *g, const char *text, struct diag *d,
                      struct list *ret)
{
    struct list words = {0};
    const char *word;
    words_take(a, text, &words);
    list_each (word, &words) {
        struct list found = {0};
        struct vertex *v;
        if (graph_find(a, g, word, NULL, d, &found) < 0)
            return ERR;
        list_each (v, &found) {
            if (!list_has_text(ret, v->id))
                list_push(a, ret, v->id);
        }
    }
    return OK;
}

int route_offline(struct arena *a, const struct graph *g, enum direction direction, const char *text,
                  struct diag *d, struct route **ret)
{
    const char *colon = strchr(text, ':'), *target = colon ? colon + 1 : text;
    struct list rows = {0}, targets = {0};
    if (!colon && direction == DOWNGRADE) {
        diag_error(d, "graph.range", NOWHERE, "an offline downgrade must say from where: \"%s\"", text);
        diag_hint(d, "Write from:to, such as head:%s.", *text == '-' ? "base" : text);
        return ERR;
    }
    if (colon && (colon == text || !*target || strchr(target, ':'))) {
        diag_error(d, "graph.range", NOWHERE, "\"%s\" is not a range", text);
        diag_hint(d, "Write from:to; base is the empty database.");
        return ERR;
    }
    if (colon && start_find(a, g, arena_strndup(a, text, (size_t)(colon - text)), d, &rows) < 0)
        return ERR;
    if (direction == DOWNGRADE)
        return route_downgrade(a, g, &rows, target, d, ret);
    words_take(a, target, &targets);
    const char *const *texts = (const char *const *)targets.at;
    if (direction == UPGRADE)
        return route_upgrade(a, g, &rows, texts, targets.n, d, ret);
    return route_stamp(a, g, &rows, texts, targets.n, false, d, ret);
}
