#include "schema/not_null.h"
#include "schema/inherit.h"
#include "schema/kinds.h"
#include <string.h>

enum { DEPTH_MAX = 100 };

char *not_null_name(struct arena *a, const struct object *column)
{
    if (column->kind->id == KIND_DOMAIN)
        return default_name(a, column->name, NULL, "not_null");
    return default_name(a, column->parent->name, column->name, "not_null");
}

const struct object *not_null_origin(const struct catalog *c, const struct object *column)
{
    for (size_t i = 0; table_parent_name(column->parent, i); i++) {
        const struct object *parent = table_parent(c, column->parent, i);
        const struct object *o = parent ? object_child(parent, KIND_COLUMN, column->name) : NULL;

        if (o && ((const struct column *)o)->not_null && !((const struct column *)o)->not_null_no_inherit)
            return o;
    }
    return NULL;
}

/* Only in the table: what other tables of the schema have does not matter, for the name is said then. */
static bool is_taken(const struct object *table, const char *name)
{
    const struct object *o;

    list_each (o, &table->children) {
        const char *taken = o->kind->id == KIND_COLUMN ? ((const struct column *)o)->not_null_name : NULL;

        if ((o->kind->space & SPACE_CONSTRAINT && strcmp(o->name, name) == 0) || (taken && strcmp(taken, name) == 0))
            return true;
    }
    return false;
}

static const char *free_name(struct catalog *c, const struct object *column)
{
    char *name = not_null_name(&c->arena, column);

    for (unsigned n = 1; is_taken(column->parent, name); n++)
        name = default_name(&c->arena, column->parent->name, column->name, arena_printf(&c->arena, "not_null%u", n));
    return name;
}

static void state(struct catalog *c, struct column *column, int depth)
{
    const struct object *origin;

    if (!column->not_null || column->not_null_name || depth > DEPTH_MAX)
        return;
    origin = not_null_origin(c, &column->base);
    if (origin) {
        state(c, (struct column *)(uintptr_t)origin, depth + 1);
        column->not_null_name = ((const struct column *)origin)->not_null_name;
    }
    if (!column->not_null_name)
        column->not_null_name = free_name(c, &column->base);
}

static bool of_table(const struct object *o)
{
    return o->kind->id == KIND_COLUMN && o->parent && o->parent->kind->id == KIND_TABLE;
}

void not_null_names_state(struct catalog *c)
{
    struct object *o;

    list_each (o, &c->objects)
        if (of_table(o))
            state(c, (struct column *)o, 0);
}

void not_null_domains_state(struct catalog *c)
{
    struct object *o;

    list_each (o, &c->objects) {
        struct domain *d = (struct domain *)o;

        if (o->kind->id == KIND_DOMAIN && d->not_null && !d->not_null_name)
            d->not_null_name = not_null_name(&c->arena, o);
    }
}

const struct object *not_null_names_clear(struct catalog *c)
{
    AUTO_ARENA a = {0};
    const struct object *first = NULL;
    struct object *o;

    list_each (o, &c->objects) {
        struct column *column = (struct column *)o;

        if (!of_table(o) || !column->not_null_name)
            continue;
        if (!first && !not_null_origin(c, o) && strcmp(column->not_null_name, not_null_name(&a, o)) != 0)
            first = o;
        column->not_null_name = NULL;
        column->not_null_local = false;
    }
    return first;
}
