/* Ways through the graph: what to run, in which order, and how the version rows move. Rows are the maximal
 * members of the applied set before and after every move. */
#include "revision/find.h"

#include <string.h>

/* --- version rows --- */

struct tracker {
    struct arena *arena;
    const struct graph *graph;
    mark *applied; /* what the rows imply */
    mark *rows;
};

static void tracker_init(struct tracker *t, struct arena *a, const struct graph *g, const struct list *rows)
{
    const struct vertex *v;
    *t = (struct tracker){.arena = a, .graph = g, .applied = marks_new(a, g), .rows = marks_new(a, g)};
    mark_ancestors(a, t->applied, rows, true);
    list_each (v, rows)
        t->rows[v->order] = 1;
}

static void change_add(struct arena *a, struct list *changes, enum row_action action, const char *from,
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

static bool is_covered(const struct tracker *t, const struct vertex *v)
{
    const struct vertex *up;
    list_each (up, &v->up) {
        if (t->applied[up->order])
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
        if (!t->applied[w->order] || t->rows[w->order] || is_covered(t, w))
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

static struct route *route_new(struct arena *a, enum direction direction, const struct list *rows)
{
    struct route *r = arena_new(a, struct route);
    const char *row;
    r->direction = direction;
    list_each (row, rows)
        list_push(a, &r->from, row);
    return r;
}

static void route_finish(struct tracker *t, struct route *r)
{
    const struct vertex *v;
    list_each (v, &t->graph->vertices) {
        if (t->rows[v->order])
            list_push(t->arena, &r->to, v->id);
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
    route_finish(&t, r);
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
    mark *named = marks_new(a, g), *needed = marks_new(a, g), *present = marks_new(a, g);
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
    mark_ancestors(a, needed, &unique, true);
    mark_ancestors(a, present, &at, true);
    list_each (v, &g->vertices) {
        if (needed[v->order] && !present[v->order])
            list_push(a, &todo, v);
    }
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

/* --- stamp --- */

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
    /* mark_ancestors() stops at what is marked; a broken antichain of old rows cannot hide anything, as their
     * ancestors are. */
    struct tracker t = {.arena = a, .graph = g, .applied = applied, .rows = marks_new(a, g)};
    list_each (v, &g->vertices)
        t.rows[v->order] = applied[v->order] && !is_covered(&t, v);
    struct route *r = route_new(a, STAMP, rows);
    struct move *m = arena_new(a, struct move);
    m->direction = STAMP;
    stamp_changes(a, g, rows, t.rows, &m->changes);
    if (m->changes.n)
        list_push(a, &r->moves, m);
    route_finish(&t, r);
    *ret = r;
    return OK;
}

/* --- offline --- */

static int start_find(struct arena *a, const struct graph *g, const char *text, struct diag *d,
                      struct list *ret)
{
    struct list words = {0};
    const char *word;
    char *copy = arena_strdup(a, text), *save = NULL;
    for (char *p = strtok_r(copy, ",", &save); p; p = strtok_r(NULL, ",", &save))
        list_push(a, &words, p);
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
    struct list rows = {0};
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
    if (direction == UPGRADE)
        return route_upgrade(a, g, &rows, &target, 1, d, ret);
    if (direction == DOWNGRADE)
        return route_downgrade(a, g, &rows, target, d, ret);
    return route_stamp(a, g, &rows, &target, 1, false, d, ret);
}
