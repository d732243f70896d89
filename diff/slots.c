/* What an object takes besides its name, and another can have only when it is gone: a strategy or support number of an operator
 * family, being the default class of a type, or the default conversion of two encodings. */
#include "diff/plan_private.h"
#include "schema/mention.h"
#include "sql/quote.h"

struct slots {
    struct planner *planner;
    struct map freed; /* slot -> struct op after which it is free */
    bool taking;
};

static void slot(struct slots *s, struct op *op, char *key)
{
    if (s->taking)
        edge_add(s->planner, op, map_get(&s->freed, key));
    else
        map_put(&s->freed, key, op);
}

static void members(struct slots *s, struct op *op, const char *family, const char *method, const char *type, const struct list *operators,
                    const struct list *functions)
{
    struct arena *a = s->planner->arena;
    const struct family_operator *o;
    const struct family_function *f;
    struct mention m;

    list_each (o, operators)
        if (mention_read(a, o->operator_, NOWHERE, NULL, &m) == OK && m.types)
            slot(s, op, arena_printf(a, "operator %s %s %s (%s)", family, method, o->strategy, m.types));
    list_each (f, functions)
        slot(s, op, arena_printf(a, "function %s %s %s (%s, %s)", family, method, f->support, f->left ? f->left : type,
                                 f->right ? f->right : type));
}

static void of_class(struct slots *s, struct op *op, const struct operator_class *c)
{
    members(s, op, c->family, c->method, c->type, &c->operators, &c->functions);
    if (c->default_)
        slot(s, op, arena_printf(s->planner->arena, "default class %s %s", c->method, c->type));
}

static void of_family(struct slots *s, struct op *op, const struct operator_family *f)
{
    members(s, op, sql_qualified(s->planner->arena, f->base.schema, f->base.name), f->method, NULL, &f->operators, &f->functions);
}

static void of_conversion(struct slots *s, struct op *op, const struct conversion *c)
{
    if (c->default_)
        slot(s, op, arena_printf(s->planner->arena, "default conversion %s %s %s", c->base.schema, c->from, c->to));
}

static void of_object(struct slots *s, struct op *const *ops, const struct object *o, enum verb verb)
{
    struct op *self = ops[PART_SELF];

    if (!o)
        return;
    if (o->kind->id == KIND_OPERATOR_FAMILY && ops[PART_MEMBERS])
        of_family(s, ops[PART_MEMBERS], (const struct operator_family *)o);
    if (!self || (self->verb != verb && !(s->taking && self->verb == VERB_ALTER)))
        return;
    if (o->kind->id == KIND_OPERATOR_CLASS)
        of_class(s, self, (const struct operator_class *)o);
    else if (o->kind->id == KIND_CONVERSION)
        of_conversion(s, self, (const struct conversion *)o);
}

void slot_edges(struct planner *p)
{
    struct slots s = {.planner = p};
    struct item *i;

    list_each (i, &p->items)
        of_object(&s, i->unmake, i->pair->from, VERB_DROP);
    s.taking = true;
    list_each (i, &p->items)
        of_object(&s, i->make, i->pair->to, VERB_CREATE);
    map_clear(&s.freed);
}
