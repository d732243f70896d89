#include "shadow/touched.h"
#include "schema/inherit.h"
#include "sql/quote.h"

/* o: of either side, under the names of either direction. */
static void need(struct touched *t, const struct object *o)
{
    struct pair_of *p = o ? map_get(&t->diff->by_address, o->address) : NULL;

    if (o && !p)
        p = map_get(&t->as_read, o->address);
    if (p && map_put(&t->needed, (p->to ? p->to : p->from)->address, p))
        list_push(t->arena, &t->queue, p);
}

/* A table without keys and indexes is a table; without its columns, and what it has from its parent, it is not. Statistics are told to
 * follow their table to another schema. */
static bool part_of_whole(const struct object *o)
{
    return o->kind->ordered || o->kind->id == KIND_STATISTICS || (o->parent && o->parent->kind->id == KIND_DOMAIN) || object_inherited(o) ||
           (o->parent && o->kind->id == KIND_CHECK && table_inherits(o->parent));
}

static void need_around(struct touched *t, const struct object *o, const struct catalog *c)
{
    const struct object *child;
    const struct depend *d;

    if (!o)
        return;
    need(t, o->parent);
    if (object_inherited(o))
        need(t, object_origin(c, o));
    list_each (child, &o->children)
        if (part_of_whole(child))
            need(t, child);
    list_each (d, &o->depends)
        need(t, d->on);
}

static bool changes_type(const struct op *op)
{
    return op->retype || (op->verb == VERB_ALTER && op->changed & field_bit(op->old->kind, "type"));
}

/* What goes, or changes its type, or gives a table other rows: the server may find somebody in its way. */
static bool may_be_held(const struct op *op)
{
    return op->old && op->part == PART_SELF && (op->verb == VERB_DROP || changes_type(op));
}

static void need_op(struct touched *t, const struct op *op)
{
    const struct op *f;
    const struct object *child;

    need(t, op->old);
    need(t, op->new);
    if (may_be_held(op)) {
        map_put(&t->held, op->old->address, op->old);
        if (op->old->kind->id == KIND_COLUMN && changes_type(op)) /* the type of its rows */
            map_put(&t->held, op->old->parent->address, op->old);
        if (op->old->kind->id == KIND_COLUMN)
            list_each (child, &op->old->parent->children)
                need(t, child);
    }
    list_each (f, &op->fused)
        need_op(t, f); /* parts of parts: two levels */
}

/* The old side may be a copy with other names: both have the same order. */
static const struct object *as_read(const struct touched *t, size_t i)
{
    return t->diff->read_from->objects.at[i];
}

static void need_statements(struct touched *t, const struct list *statements)
{
    const struct statement *s;
    const struct op *op;

    list_each (s, statements) {
        if (s->op)
            need_op(t, s->op);
        list_each (op, &s->also)
            need_op(t, op);
    }
}

/* by: what goes or changes, of a table the column that changes its rows, which are nothing to foreign keys. */
static bool holds(const struct object *o, const struct object *on, const struct object *by)
{
    return by && !(o->kind->id == KIND_FOREIGN_KEY && on->kind->id == KIND_TABLE && by->kind->id == KIND_COLUMN);
}

/* What uses it on the side that a direction starts from. */
static void need_holders(struct touched *t, const struct catalog *c)
{
    const struct object *o;
    const struct depend *d;

    list_each (o, &c->objects)
        list_each (d, &o->depends)
            if (holds(o, d->on, map_get(&t->held, d->on->address)))
                need(t, o);
    map_clear(&t->held);
}

/* What every object may need, though none says so: a schema to be in, an extension, the default privileges it is made under. */
static bool always_there(const struct object *o)
{
    return o->kind->id == KIND_SCHEMA || o->kind->id == KIND_EXTENSION || o->kind->id == KIND_DEFAULT_PRIVILEGES;
}

static bool is_of_moving_table(const struct touched *t, const struct object *sequence)
{
    const struct depend *d;

    if (!sequence || sequence->kind->id != KIND_SEQUENCE)
        return false;
    list_each (d, &sequence->depends) {
        const struct pair_of *table = d->part == PART_OWNED_BY && d->on->parent ? map_get(&t->diff->by_address, d->on->parent->address) : NULL;

        if (table && table->from && table->to && table->changed & field_bit(table->to->kind, "unlogged"))
            return true;
    }
    return false;
}

/* A table that becomes logged or unlogged takes its sequences along, of which some are told to stay. */
static void need_sequences(struct touched *t)
{
    const struct pair_of *p;

    list_each (p, &t->diff->pairs)
        if (is_of_moving_table(t, p->from) || is_of_moving_table(t, p->to))
            need(t, p->to ? p->to : p->from);
}

void touched_find(struct touched *t, const struct list *up, const struct list *down)
{
    const struct pair_of *p;
    const struct object *o;

    list_each (o, &t->diff->from->objects)
        map_put(&t->as_read, as_read(t, o_i)->address, map_get(&t->diff->by_address, o->address));
    need_statements(t, up);
    need_holders(t, t->diff->from);
    need_statements(t, down);
    need_holders(t, t->diff->to);
    list_each (p, &t->diff->pairs) {
        o = p->to ? p->to : p->from;
        if (pair_verdict(p) || always_there(o))
            need(t, o);
    }
    need_sequences(t);
    for (size_t i = 0; i < t->queue.n; i++) { /* grows while it is walked */
        p = t->queue.at[i];
        need_around(t, p->from, t->diff->from);
        need_around(t, p->to, t->diff->to);
    }
    list_each (o, &t->diff->from->objects)
        if (map_get(&t->needed, o->address))
            map_put(&t->from, as_read(t, o_i)->address, o);
}

struct pair_of *touched_pair(const struct touched *t, bool as_read, const char *table, const char *column)
{
    AUTO_ARENA a = {0};
    const char *address = column ? arena_printf(&a, "column %s.%s", table, column) : arena_printf(&a, "table %s", table);
    struct pair_of *p = as_read ? map_get(&t->as_read, address) : NULL;

    return p ? p : map_get(&t->diff->by_address, address);
}

const char *touched_name(struct arena *a, const struct object *o)
{
    return o->parent ? sql_ident(a, o->name) : sql_qualified(a, o->schema, o->name);
}

bool stays_out(const struct object *o)
{
    return o->kind->id == KIND_SUBSCRIPTION;
}

bool touched_in_from(void *ctx, const struct object *o)
{
    return !stays_out(o) && map_get(&((const struct touched *)ctx)->from, o->address) != NULL;
}

bool touched_in_to(void *ctx, const struct object *o)
{
    return !stays_out(o) && map_get(&((const struct touched *)ctx)->needed, o->address) != NULL;
}

void touched_clear(struct touched *t)
{
    map_clear(&t->needed);
    map_clear(&t->from);
    map_clear(&t->as_read);
}
