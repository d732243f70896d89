/* What runs functions while it is made. A materialized view that is filled runs whatever its query comes to, and the
 * text of a function's body says nothing to the catalog of what it calls: so every function that is made at all, and
 * does not itself need the view, is made first. */
#include "diff/plan_private.h"

struct reach {
    struct planner *planner;
    struct arena *arena;
    struct list *followers; /* by index of the op */
    bool *seen;
};

static bool is_routine(const struct object *o)
{
    return (o->kind->space & SPACE_ROUTINE) != 0;
}

static bool is_text(const struct object *o)
{
    return is_routine(o) && o->kind->id != KIND_AGGREGATE && ((const struct routine *)o)->body;
}

/* Whether the query may come to a body that is text. */
static bool runs_text(struct arena *a, const struct object *o)
{
    AUTO_MAP seen = {0};
    struct list todo = {0};
    const struct depend *d;

    list_push(a, &todo, o);
    for (size_t n = 0; n < todo.n; n++) { /* grows while it is walked */
        o = todo.at[n];
        if (is_text(o))
            return true;
        if (o->kind->id == KIND_TABLE || o->kind->id == KIND_COLUMN)
            continue;
        list_each (d, &o->depends) {
            if (map_get(&seen, d->on->address))
                continue;
            map_put(&seen, d->on->address, d->on);
            list_push(a, &todo, d->on);
        }
    }
    return false;
}

static bool evaluates(struct arena *a, const struct op *op)
{
    return op->verb == VERB_CREATE && op->part == PART_SELF && op->new->kind->id == KIND_MATVIEW &&
           !((const struct matview *)op->new)->unpopulated && runs_text(a, op->new);
}

static void followers_find(struct reach *r)
{
    struct op *op;
    const struct edge *e;

    list_each (op, &r->planner->ops) {
        list_each (e, &op->after) {
            if (edge_holds(e))
                list_push(r->arena, &r->followers[e->from->index], op);
        }
    }
}

/* Everything that comes after the op. */
static void mark(struct reach *r, const struct op *op)
{
    struct list todo = {0};
    struct op *next;

    for (size_t i = 0; i <= r->planner->ops.n; i++)
        r->seen[i] = false;
    r->seen[op->index] = true;
    for (size_t n = 0; op; op = n < todo.n ? todo.at[n++] : NULL) {
        list_each (next, &r->followers[op->index]) {
            if (r->seen[next->index])
                continue;
            r->seen[next->index] = true;
            list_push(r->arena, &todo, next);
        }
    }
}

static void after_routines(struct reach *r, struct op *view, const struct list *routines)
{
    struct op *op;

    mark(r, view);
    list_each (op, routines) {
        if (r->seen[op->index])
            continue;
        edge_add(r->planner, view, op);
        list_push(r->arena, &r->followers[op->index], view);
    }
}

void evaluation_edges(struct planner *p)
{
    AUTO_ARENA scratch = {0};
    struct reach r = {.planner = p, .arena = &scratch};
    struct list views = {0}, routines = {0};
    struct op *op;

    list_each (op, &p->ops) {
        if (evaluates(&scratch, op))
            list_push(&scratch, &views, op);
        else if (op->new && is_routine(op->new) && (op->verb == VERB_CREATE || op->verb == VERB_ALTER))
            list_push(&scratch, &routines, op);
    }
    if (!views.n || !routines.n)
        return;
    r.followers = arena_alloc(&scratch, (p->ops.n + 1) * sizeof(struct list));
    r.seen = arena_alloc(&scratch, (p->ops.n + 1) * sizeof(bool));
    followers_find(&r);
    list_each (op, &views) {
        after_routines(&r, op, &routines);
    }
}
