/* A diff -> ordered operations. */
#include "diff/plan_private.h"
#include <string.h>

/* The canonical order of the new side, with what only the old side has where it would stand: siblings stay
 * together. */
static int root_order(const void *vx, const void *vy)
{
    const struct pair_of *px = vx, *py = vy;
    const struct object *x = px->to ? px->to : px->from, *y = py->to ? py->to : py->from;
    const struct object *rx = x->parent ? x->parent : x, *ry = y->parent ? y->parent : y;
    int order = (int)rx->kind->id - (int)ry->kind->id;

    if (!order)
        order = strcmp(rx->address, ry->address);
    if (!order)
        order = (x->parent != NULL) - (y->parent != NULL);
    if (!order)
        order = (int)x->kind->id - (int)y->kind->id;
    if (!order && x->kind->ordered)
        order = (x->position > y->position) - (x->position < y->position);
    return order ? order : strcmp(x->address, y->address);
}

static void make_items(struct planner *p)
{
    struct list pairs = {0};
    struct pair_of *pair;

    list_each (pair, &p->diff->pairs) {
        list_push(p->arena, &pairs, pair);
    }
    list_sort(&pairs, root_order);
    list_each (pair, &pairs) {
        struct item *i = arena_new(p->arena, struct item);

        i->pair = pair;
        i->order = (unsigned)p->items.n + 1;
        list_push(p->arena, &p->items, i);
        if (pair->from)
            pair->from->user = i;
        if (pair->to)
            pair->to->user = i;
    }
}

/* The schema that it was in, before it moves to another. */
static bool left_behind(const struct object *o, const struct object *schema)
{
    return o->was_schema && schema->kind->id == KIND_SCHEMA && strcmp(schema->name, o->was_schema) == 0;
}

static void collect_dependents(struct planner *p)
{
    struct item *i;
    struct depend *d;
    const struct object *of;

    list_each (i, &p->items) {
        if (!i->pair->from)
            continue;
        list_each (d, &i->pair->from->depends) {
            struct item *on = item_of(d->on);
            struct dependent *x;

            if (!on || left_behind(i->pair->from, d->on))
                continue;
            x = arena_new(p->arena, struct dependent);
            *x = (struct dependent){i, d->part};
            list_push(p->arena, &on->dependents, x);
        }
        list_each (of, &i->pair->from->row_types)
            if (item_of(of))
                list_push(p->arena, &item_of(of)->row_users, i);
    }
}

static const char *query_of(const struct object *o)
{
    return o->kind->id == KIND_VIEW ? ((const struct view *)o)->query : ((const struct matview *)o)->query;
}

/* Views that become materialized ones, and the other way round. */
static void find_likes(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        const struct object *o = i->pair->to ? i->pair->to : i->pair->from, *other;

        if ((i->pair->to && i->pair->from) || (o->kind->id != KIND_VIEW && o->kind->id != KIND_MATVIEW))
            continue;
        other = catalog_find(i->pair->to ? p->diff->from : p->diff->to, o->kind->id == KIND_VIEW ? KIND_MATVIEW : KIND_VIEW, o->schema, NULL,
                             o->name, NULL);
        if (other && strcmp(query_of(o), query_of(other)) == 0)
            i->like = other;
    }
}

static void clear_users(const struct catalog *c)
{
    struct object *o;

    list_each (o, &c->objects) {
        o->user = NULL;
    }
}

int plan_make(const struct diff *diff, struct diag *d, struct plan **ret)
{
    struct arena a = {0};
    struct plan *plan = arena_new(&a, struct plan);
    struct planner p = {.arena = &plan->arena, .diff = diff, .diag = d};
    int result;

    plan->arena = a;
    plan->diff = diff;
    clear_users(diff->from);
    clear_users(diff->to);
    make_items(&p);
    collect_dependents(&p);
    find_likes(&p);
    plan_states(&p);
    result = remake_check(&p);
    if (result == OK) {
        plan_operations(&p);
        result = loop_type_check(&p);
    }
    if (result == OK) {
        plan_edges(&p);
        result = plan_sort(&p, &plan->ops);
    }
    clear_users(diff->from);
    clear_users(diff->to);
    if (result != OK) {
        plan_free(plan);
        return ERR;
    }
    *ret = plan;
    return OK;
}

void plan_free(struct plan *p)
{
    struct arena a;

    if (!p)
        return;
    a = p->arena;
    arena_clear(&a);
}
