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

/* Rows that wait for their table wait in values of the old types. */
int loop_type_check(struct planner *p)
{
    const struct item *i;
    const struct dependent *x;
    int result = OK;

    list_each (i, &p->items) {
        if (i->state != STATE_REBUILD || i->aside || !(i->pair->from->kind->space & SPACE_TYPE))
            continue;
        list_each (x, &i->dependents) {
            const struct object *o = x->item->pair->from;

            if (o->kind->id != KIND_COLUMN || ((const struct column *)o)->generated || item_of(o->parent) == i || x->item->state != STATE_REBUILD ||
                x->part != PART_SELF || item_of(o->parent)->state != STATE_REBUILD)
                continue;
            result = diag_error(p->diag, "plan.type-in-use", x->item->pair->to->at, "%s would have to be made again together with %s, and %s is of it",
                                i->pair->from->address, o->parent->address, o->address);
            diag_hint(p->diag, "Change the one in a revision before the other.");
        }
    }
    return result;
}
