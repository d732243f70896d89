/* Ways through the graph: what to run, in which order, and how the version rows move. Rows are the maximal
 * members of the applied set before and after every move. */
#include "revision/route.h"
#include "revision/find.h"

#include <string.h>

/* --- version rows --- */

struct tracker {
    struct arena *arena;
    mark *applied; /* what the rows imply */
    mark *rows;
};

static void tracker_init(struct tracker *t, struct arena *a, const struct graph *g, const struct list *rows)
{
    const struct vertex *v;
    *t = (struct tracker){.arena = a, .applied = marks_new(a, g), .rows = marks_new(a, g)};
    mark_ancestors(a, t->applied, rows, true);
    list_each (v, rows)
        t->rows[v->order] = 1;
}

void change_add(struct arena *a, struct list *changes, enum row_action action, const char *from,
                const char *to)
{
    struct row_change *c = arena_new(a, struct row_change);
    *c = (struct row_change){.action = action, .from = from, .to = to};
    list_push(a, changes, c);
}

/* A row that v stands on must be right below it: had it anything applied above it, it would be no row. The
 * first in declared order is updated, the others are deleted. */
static void track_upgrade(struct tracker *t, const struct vertex *v, struct list *changes)
{
    const struct vertex *w, *first = NULL;
    list_each (w, &v->down) {
        if (!t->rows[w->order])
            continue;
        t->rows[w->order] = 0;
        if (first)
            change_add(t->arena, changes, ROW_DELETE, w->id, NULL);
        else
            first = w;
    }
    if (first)
        change_add(t->arena, changes, ROW_UPDATE, first->id, v->id);
    else
        change_add(t->arena, changes, ROW_INSERT, NULL, v->id);
    t->rows[v->order] = t->applied[v->order] = 1;
}

bool is_covered(const struct vertex *v, const mark *applied)
{
    const struct vertex *up;
    list_each (up, &v->up) {
        if (applied[up->order])
            return true;
    }
    return false;
}

/* What v stood on becomes a row unless something else that is applied stands on it too. */
static void track_downgrade(struct tracker *t, const struct vertex *v, struct list *changes)
{
    const struct vertex *w, *first = NULL;
    struct list inserts = {0};
    t->applied[v->order] = t->rows[v->order] = 0;
    list_each (w, &v->down) {
        if (!t->applied[w->order] || t->rows[w->order] || is_covered(w, t->applied))
            continue;
        t->rows[w->order] = 1;
        if (first)
            list_push(t->arena, &inserts, w);
        else
            first = w;
    }
    change_add(t->arena, changes, first ? ROW_UPDATE : ROW_DELETE, v->id, first ? first->id : NULL);
    list_each (w, &inserts)
        change_add(t->arena, changes, ROW_INSERT, NULL, w->id);
}

/* --- making routes --- */

struct route *route_new(struct arena *a, enum direction direction, const struct list *rows)
{
    struct route *r = arena_new(a, struct route);
    const char *row;
    r->direction = direction;
    list_each (row, rows)
        list_push(a, &r->from, row);
    return r;
}

void route_finish(struct arena *a, const struct graph *g, const mark *rows, struct route *r)
{
    const struct vertex *v;
    list_each (v, &g->vertices) {
        if (rows[v->order])
            list_push(a, &r->to, v->id);
    }
}

/* A route through something broken would run half of it, or in a wrong order: none at all, then. */
static int broken_check(struct arena *a, const struct list *steps, enum direction direction, struct diag *d)
{
    struct list broken = {0};
    const struct vertex *v;
    list_each (v, steps) {
        if (v->broken) {
            list_push(a, &broken, v);
        } else if (direction == DOWNGRADE && !v->file->downgrade.present) {
            diag_error(d, "graph.irreversible", (struct loc){.source = v->file->source},
                       "revision %s has no downgrade section: there is no way back below it", v->id);
            diag_hint(
                d, "Write a \"-- kedge:downgrade\" section, also an empty one if nothing has to be undone.");
            return ERR;
        }
    }
    if (broken.n == 0)
        return OK;
    diag_error(d, "graph.broken", NOWHERE, "cannot %s: these revisions have errors: %s",
               direction_name(direction), vertices_text(a, &broken));
    diag_hint(d, "Set the files right first; kedge validate lists what is wrong with them.");
    return ERR;
}

static int route_make(struct arena *a, const struct graph *g, enum direction direction,
                      const struct list *rows, const struct list *at, const struct list *todo,
                      const struct list *starts, struct diag *d, struct route **ret)
{
    struct list sorted = {0};
    struct tracker t;
    if (broken_check(a, todo, direction, d) < 0)
        return ERR;
    graph_sort(a, g, todo, starts, &sorted);
    tracker_init(&t, a, g, at);
    struct route *r = route_new(a, direction, rows);
    for (size_t i = 0; i < sorted.n; i++) {
        const struct vertex *v = sorted.at[direction == UPGRADE ? sorted.n - 1 - i : i];
        struct move *m = arena_new(a, struct move);
        *m = (struct move){.vertex = v, .direction = direction};
        if (direction == UPGRADE)
            track_upgrade(&t, v, &m->changes);
        else
            track_downgrade(&t, v, &m->changes);
        list_push(a, &r->moves, m);
    }
    route_finish(a, g, t.rows, r);
    *ret = r;
    return OK;
}

/* --- upgrade --- */

static int overlap_check(struct arena *a, const struct graph *g, const struct list *members, const char *what,
                         const char *hint, struct diag *d)
{
    const struct vertex *v, *w;
    mark *below = marks_new(a, g);
    struct list next = {0};
    list_each (v, members) {
        list_each (w, &v->down)
            list_push(a, &next, w);
    }
    mark_ancestors(a, below, &next, true);
    list_each (v, members) {
        if (!below[v->order])
            continue;
        list_each (w, members) {
            if (w == v || !vertex_contains(w, v))
                continue;
            diag_error(d, "graph.overlap", NOWHERE, "%s %s contains %s, which is named beside it", what,
                       w->id, v->id);
            diag_hint(d, "%s", hint);
            return ERR;
        }
    }
    return OK;
}

static int cannot_start(struct arena *a, const char *text, const struct list *starts, struct diag *d)
{
    diag_error(d, "graph.ambiguous", NOWHERE, "\"%s\" is not clear: the database is at several revisions: %s",
               text, vertices_text(a, starts));
    diag_hint(d, "Say on which branch: label@%s.", strchr(text, '@') ? strchr(text, '@') + 1 : text);
    return ERR;
}

/* Where steps without a symbol start: the rows; with a label those of the branch, or how far other branches
 * brought it. */
static void starts_find(struct arena *a, const struct graph *g, const struct identifier *i,
                        const struct list *at, bool plain_tips, struct list *ret)
{
    const struct vertex *v, *w;
    list_each (v, at) {
        if (!i->lineage || i->lineage[v->order])
            list_push(a, ret, v);
    }
    if (ret->n || !i->lineage)
        return;
    mark *applied = marks_new(a, g), *covered = marks_new(a, g);
    mark_ancestors(a, applied, at, true);
    list_each (v, &g->vertices) {
        if (!applied[v->order] || (!plain_tips && !i->lineage[v->order]))
            continue;
        const struct list *below = plain_tips ? &v->parents : &v->down;
        list_each (w, below)
            covered[w->order] = 1;
    }
    list_each (v, &g->vertices) {
        if (applied[v->order] && i->lineage[v->order] && !covered[v->order])
            list_push(a, ret, v);
    }
}

static int upgrade_target(struct arena *a, const struct graph *g, const char *text, const struct list *at,
                          struct diag *d, struct list *ret)
{
    struct identifier i;
    struct list starts = {0};
    if (identifier_read(a, g, text, d, &i) < 0)
        return ERR;
    if (i.symbol && strcmp(i.symbol, "current") == 0)
        return diag_error(d, "graph.identifier", NOWHERE, "\"%s\" is where the database is already", text);
    bool open = !i.symbol || strcmp(i.symbol, "head") == 0 || strcmp(i.symbol, "heads") == 0;
    if (open && g->lost) {
        diag_error(d, "graph.broken", NOWHERE, "\"%s\" is not known while %zu revision file%s cannot be read",
                   text, g->lost, g->lost == 1 ? "" : "s");
        diag_hint(d, "Set the files right, or name the revision itself.");
        return ERR;
    }
    if (i.symbol)
        return graph_find(a, g, text, NULL, d, ret);
    if (i.sign < 0) {
        diag_error(d, "graph.steps", NOWHERE, "\"%s\" goes down, and an upgrade goes up", text);
        diag_hint(d, "Use kedge downgrade.");
        return ERR;
    }
    starts_find(a, g, &i, at, false, &starts);
    if (starts.n > 1)
        return cannot_start(a, text, &starts, d);
    struct vertex *v = starts.n ? starts.at[0] : NULL;
    if (walk_steps(a, g, &i, true, d, &v) < 0)
        return ERR;
    if (v)
        list_push(a, ret, v);
    return OK;
}

int route_upgrade(struct arena *a, const struct graph *g, const struct list *rows, const char *const *targets,
                  size_t n, struct diag *d, struct route **ret)
{
    struct list at = {0}, found = {0}, unique = {0}, todo = {0};
    struct vertex *v;
    mark *named = marks_new(a, g);
    if (rows_find(a, g, rows, d, &at) < 0 ||
        overlap_check(a, g, &at, "the database is at several revisions, and",
                      "The version table was changed by hand; kedge stamp sets it right.", d) < 0)
        return ERR;
    for (size_t i = 0; i < n; i++) {
        if (upgrade_target(a, g, targets[i], &at, d, &found) < 0)
            return ERR;
    }
    list_each (v, &found) {
        if (!named[v->order])
            list_push(a, &unique, v);
        named[v->order] = 1;
    }
    if (overlap_check(a, g, &unique, "the target", "Name only the later one.", d) < 0)
        return ERR;
    walk_between(a, g, &unique, &at, WALK_MISSING, &todo);
    return route_make(a, g, UPGRADE, rows, &at, &todo, &unique, d, ret);
}

/* --- downgrade --- */

struct destination {
    struct vertex *target; /* NULL: base */
    struct vertex *branch; /* of the label, or the row that -N started from; NULL: none */
};

static int downgrade_target(struct arena *a, const struct graph *g, const char *text, const struct list *at,
                            struct diag *d, struct destination *ret)
{
    struct identifier i;
    struct list starts = {0};
    if (identifier_read(a, g, text, d, &i) < 0)
        return ERR;
    ret->branch = i.branch;
    if (i.symbol && strcmp(i.symbol, "current") == 0)
        return diag_error(d, "graph.identifier", NOWHERE, "\"%s\" is where the database is already", text);
    if (i.symbol)
        return graph_find_one(a, g, text, NULL, d, &ret->target);
    if (i.sign > 0) {
        diag_error(d, "graph.steps", NOWHERE, "\"%s\" goes up, and a downgrade goes down", text);
        diag_hint(d, "Use kedge upgrade.");
        return ERR;
    }
    starts_find(a, g, &i, at, true, &starts);
    if (starts.n > 1)
        return cannot_start(a, text, &starts, d);
    if (starts.n == 0)
        return diag_error(d, "graph.steps", NOWHERE, "\"%s\" goes too far: %s", text,
                          at->n ? "nothing of this branch is applied" : "nothing is applied");
    ret->target = starts.at[0];
    if (!ret->branch)
        ret->branch = starts.at[0];
    return walk_steps(a, g, &i, true, d, &ret->target);
}

/* The first revisions to go: what stands on the target, within the branch when that leaves several. */
static int roots_find(struct arena *a, const struct graph *g, const char *text, const struct destination *to,
                      struct diag *d, struct list *ret)
{
    const struct list *all = to->target ? &to->target->children : &g->roots;
    const struct vertex *v;
    if (!to->branch || all->n < 2) {
        *ret = *all;
        return OK;
    }
    mark *below = marks_new(a, g);
    struct list one = {0};
    list_push(a, &one, to->branch);
    mark_ancestors(a, below, &one, false);
    list_each (v, all) {
        if (below[v->order])
            list_push(a, ret, v);
    }
    if (ret->n)
        return OK;
    return diag_error(d, "graph.target", NOWHERE, "\"%s\" is not below revision %s", text, to->branch->id);
}

int route_downgrade(struct arena *a, const struct graph *g, const struct list *rows, const char *target,
                    struct diag *d, struct route **ret)
{
    struct list at = {0}, roots = {0}, todo = {0};
    struct destination to = {0};
    struct vertex *v;
    bool is_row = false;
    if (rows_find(a, g, rows, d, &at) < 0 || downgrade_target(a, g, target, &at, d, &to) < 0 ||
        roots_find(a, g, target, &to, d, &roots) < 0)
        return ERR;
    mark *drop = marks_new(a, g), *applied = marks_new(a, g);
    mark_descendants(a, drop, &roots, true);
    mark_ancestors(a, applied, &at, true);
    list_each (v, &g->vertices) {
        if (drop[v->order] && applied[v->order])
            list_push(a, &todo, v);
    }
    list_each (v, &at)
        is_row = is_row || v == to.target;
    if (todo.n == 0 && to.target && !is_row) {
        diag_error(d, "graph.target", NOWHERE, "cannot downgrade to %s: nothing that stands on it is applied",
                   to.target->id);
        if (at.n)
            diag_hint(d, "The database is at %s.", vertices_text(a, &at));
        return ERR;
    }
    return route_make(a, g, DOWNGRADE, rows, &at, &todo, &at, d, ret);
}
