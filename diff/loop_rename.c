/* Names that go round: each is taken until the next has been given. One of the objects bears another name meanwhile. */
#include "diff/plan_private.h"
#include <string.h>

static bool is_called(const struct object *o, const char *schema, const char *name)
{
    return o && o->schema && strcmp(o->name, name) == 0 && strcmp(o->schema, schema) == 0;
}

/* Nothing of the schema bears it, before or after. */
static bool is_free(const struct planner *p, const char *schema, const char *name)
{
    const struct item *i;

    list_each (i, &p->items) {
        if (is_called(i->pair->from, schema, name) || is_called(i->pair->to, schema, name) ||
            (i->pair->from && i->pair->from->was && strcmp(i->pair->from->was, name) == 0))
            return false;
    }
    return true;
}

static const char *name_meanwhile(struct planner *p, const struct object *o)
{
    const char *was = o->was ? o->was : o->name, *name = default_name(p->arena, was, NULL, "old");

    for (unsigned n = 2; !is_free(p, o->schema, name); n++)
        name = default_name(p->arena, was, NULL, arena_printf(p->arena, "old%u", n));
    return name;
}

/* Of indexes and constraints: others are renamed only where the model says so, and to a name that is free. */
bool loop_rename(struct planner *p, const unsigned *component, unsigned which)
{
    struct op *op, *away;
    const struct edge *e;

    list_each (op, &p->ops) {
        if (component[op->index] != which || op->verb != VERB_RENAME || op->meanwhile || !op->new->parent || !op->new->schema)
            continue;
        away = arena_new(p->arena, struct op);
        *away = *op;
        away->after = (struct list){0};
        list_each (e, &op->after)
            if (edge_hard(e) && component[e->from->index] != which)
                edge_add(p, away, e->from);
        away->leaves = true;
        away->meanwhile = op->meanwhile = name_meanwhile(p, op->old);
        loop_redirect(p, op, away, component);
        edge_add(p, op, away);
        list_push(p->arena, &p->ops, away);
        return true;
    }
    return false;
}
