/* A base type, or a range type with a canonical function, and the functions that read, write or order its values need each other. */
#include "diff/plan_private.h"

static bool makes_type(const struct op *op)
{
    const struct base_type *old = (const struct base_type *)op->old;

    if (op->part != PART_SELF || !op->new || (op->new->kind->id != KIND_BASE_TYPE && op->new->kind->id != KIND_RANGE))
        return false;
    return op->verb == VERB_CREATE || (op->verb == VERB_ALTER && op->new->kind->id == KIND_BASE_TYPE && !old->input);
}

static bool drops_type(const struct op *op)
{
    return op->verb == VERB_DROP && op->part == PART_SELF && !op->aside &&
           (op->old->kind->id == KIND_BASE_TYPE || op->old->kind->id == KIND_RANGE);
}

static struct edge *edge_from(const struct op *op, const struct op *from)
{
    struct edge *e;

    list_each (e, &op->after) {
        if (e->from == from)
            return e;
    }
    return NULL;
}

static void remove_edges(struct planner *p, struct op *op, const struct op *from)
{
    struct list kept = {0};
    struct edge *e;

    if (!edge_from(op, from))
        return;
    list_each (e, &op->after) {
        if (e->from != from)
            list_push(p->arena, &kept, e);
    }
    op->after = kept;
}

static bool is_function(const struct object *o)
{
    return o && o->kind->id == KIND_FUNCTION;
}

/* The shell comes where the type would, but for its functions; these need no more. */
static struct op *shell(struct planner *p, const struct op *type, const unsigned *component)
{
    struct op *stub = arena_new(p->arena, struct op);
    const struct edge *e;

    *stub = *type;
    stub->verb = VERB_STUB;
    stub->after = (struct list){0};
    stub->because = "loop: shell type";
    list_each (e, &type->after) {
        if (component[e->from->index] != component[type->index])
            edge_add(p, stub, e->from);
    }
    return stub;
}

static bool make_shell(struct planner *p, struct op *type, const unsigned *component)
{
    struct op *op, *stub = NULL;

    list_each (op, &p->ops) {
        struct edge *e = component[op->index] == component[type->index] && op->verb != VERB_DROP && is_function(op->new)
                             ? edge_from(op, type)
                             : NULL;

        if (!e)
            continue;
        if (!stub)
            stub = shell(p, type, component);
        e->from = stub;
    }
    if (!stub)
        return false;
    if (type->verb == VERB_CREATE) {
        edge_add(p, type, stub);
        list_push(p->arena, &p->ops, stub);
        return true;
    }
    list_each (op, &p->ops) /* the shell is there already */
        remove_edges(p, op, stub);
    return true;
}

/* What came after the function comes after the type, which goes first of all that the function came after. */
static void carry(struct planner *p, struct op *type, struct op *function)
{
    struct op *op;
    struct edge *e;
    struct list mine = function->after;

    function->after = (struct list){0};
    list_each (op, &p->ops) {
        struct list kept = {0};

        list_each (e, &op->after) {
            if (e->from == function)
                e->from = type;
            if (e->from != op)
                list_push(p->arena, &kept, e);
        }
        op->after = kept;
    }
    list_each (e, &mine) {
        if (e->from != type)
            list_push(p->arena, &type->after, e);
    }
    edge_add(p, function, type);
    function->carrier = type;
}

static bool drop_together(struct planner *p, struct op *type, const unsigned *component)
{
    struct op *op;
    bool found = false;

    list_each (op, &p->ops) {
        if (component[op->index] != component[type->index] || op->verb != VERB_DROP || !is_function(op->old) || op->part != PART_SELF ||
            !edge_from(op, type) || !edge_from(type, op))
            continue;
        carry(p, type, op);
        found = true;
    }
    return found;
}

bool loop_type(struct planner *p, const unsigned *component, unsigned which)
{
    struct op *op;

    list_each (op, &p->ops) {
        if (component[op->index] != which)
            continue;
        if ((makes_type(op) && make_shell(p, op, component)) || (drops_type(op) && drop_together(p, op, component)))
            return true;
    }
    return false;
}

static const struct object *column_of(const struct item *type)
{
    const struct dependent *x;

    list_each (x, &type->dependents) {
        const struct object *o = x->item->pair->from;

        if (x->part == PART_SELF && (o->kind->id == KIND_COLUMN || o->kind->id == KIND_ATTRIBUTE || o->kind->id == KIND_DOMAIN))
            return o;
    }
    return NULL;
}

/* What the old type needs, and the new one must not find any more. */
static const struct object *in_the_way(const struct planner *p, const struct item *type, const unsigned *component, unsigned which)
{
    const struct depend *d;
    const struct op *op;

    list_each (d, &type->pair->from->depends)
        list_each (op, &p->ops)
            if (component[op->index] == which && op->verb == VERB_DROP && op->part == PART_SELF && op->old == d->on)
                return d->on;
    return NULL;
}

bool loop_type_explain(struct planner *p, const unsigned *component, unsigned which)
{
    const struct op *op;

    list_each (op, &p->ops) {
        const struct object *column, *other;

        if (component[op->index] != which || op->verb != VERB_ASIDE)
            continue;
        column = column_of(op->item);
        other = in_the_way(p, op->item, component, which);
        if (!column || !other)
            continue;
        diag_error(p->diag, "plan.type-in-use", op->new->at, "%s would have to be made again beside the old one, since %s is of it, and %s cannot be there twice",
                   op->old->address, column->address, other->address);
        diag_hint(p->diag, "Give the column another type in a revision before, and this one again in a revision after.");
        return true;
    }
    return false;
}

/* A type that goes before it comes again, if it does: one that is put aside does not, and what is made anew under its columns. */
static bool goes_first(const struct item *i)
{
    const struct object *o = i->pair->from;

    if (!o || i->aside || (i->state != STATE_REBUILD && i->state != STATE_DROP))
        return false;
    return o->kind->id == KIND_BASE_TYPE || o->kind->id == KIND_RANGE || o->kind->id == KIND_VIEW || o->kind->id == KIND_MATVIEW ||
           o->kind->id == KIND_TABLE;
}

/* Whether the type, or what bears its name then, is still that of the object. */
static bool stays_of_type(const struct item *type, const struct dependent *x)
{
    const struct item *i = x->item;
    const struct depend *d;

    if (!i->pair->to || x->part != PART_SELF)
        return false;
    if (type->state == STATE_REBUILD)
        return i->state == STATE_REBUILD;
    list_each (d, &i->pair->to->depends) {
        if (uses_name_of(type->pair->from, d->on))
            return true;
    }
    return false;
}

/* Values of the type would be lost with the columns. */
int loop_type_check(struct planner *p)
{
    const struct item *i;
    const struct dependent *x;
    int result = OK;

    list_each (i, &p->items) {
        if (!goes_first(i))
            continue;
        list_each (x, &i->dependents) {
            const struct object *o = x->item->pair->from;
            bool view = i->pair->from->kind->id == KIND_VIEW || i->pair->from->kind->id == KIND_MATVIEW;

            if ((o->kind->id != KIND_COLUMN && o->kind->id != KIND_ATTRIBUTE && !(view && o->kind->id == KIND_DOMAIN)) || !stays_of_type(i, x))
                continue;
            result = diag_error(p->diag, "plan.type-in-use", x->item->pair->to->at, "%s would have to be made again, and %s is of it",
                                i->pair->from->address, o->address);
            diag_hint(p->diag, o->kind->id == KIND_DOMAIN
                                   ? "Take the domain away in a revision before, and make it again in a revision after."
                                   : "Give the column another type in a revision before, and this one again in a revision after.");
        }
    }
    return result;
}
