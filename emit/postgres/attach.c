/* Partitions and children: attached to their parents, taken off, and what they have otherwise than the parent. */
#include "schema/inherit.h"
#include "schema/not_null.h"
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void parents_of(struct emitter *e, const struct catalog *c)
{
    const struct object *o;

    if (!c)
        return;
    list_each (o, &c->objects) {
        const char *name;

        for (size_t i = 0; (name = table_parent_name(o, i)); i++)
            map_put(&e->parents, arena_printf(e->arena, "table %s", name), o);
    }
}

void emit_parents_find(struct emitter *e)
{
    if (!e->plan->diff)
        return;
    parents_of(e, e->plan->diff->from);
    parents_of(e, e->plan->diff->to);
}

bool emit_has_heirs(const struct emitter *e, const struct object *table)
{
    return map_get(&e->parents, table->address) != NULL;
}

bool emit_comes_with_parent(const struct object *o)
{
    return object_inherited(o) && ((const struct table *)o->parent)->inherits.n > 0;
}

/* --- a new table that inherits -------------------------------------------------------------------------------------- */

bool emit_names_not_null(const struct emitter *e, const struct object *column)
{
    const struct column *c = (const struct column *)column, *origin = (const struct column *)object_origin(e->plan->diff->to, column);

    return e->version >= NOT_NULL_NAMED && origin && c->not_null && c->not_null_name && origin->not_null_name &&
           strcmp(c->not_null_name, origin->not_null_name) != 0;
}

/* The column as CREATE TABLE ... INHERITS makes it. */
static struct column given_column(const struct emitter *e, const struct column *c)
{
    const struct catalog *to = e->plan->diff->to;
    const struct object *origin = object_origin(to, &c->base);
    struct column given = *c;

    if (!origin)
        return given;
    given = *(const struct column *)origin;
    given.base = c->base;
    given.identity = NULL;
    given.not_null_comment = NULL;
    given.statistics = NULL;
    given.options = (struct list){0};
    for (size_t i = 0; table_parent_name(c->base.parent, i); i++) {
        const struct object *parent = table_parent(to, c->base.parent, i);
        const struct object *other = parent ? object_child(parent, KIND_COLUMN, c->base.name) : NULL;

        given.not_null = given.not_null || (other && ((const struct column *)other)->not_null);
    }
    if (emit_names_not_null(e, &c->base))
        given.not_null_name = c->not_null_name;
    return given;
}

static void override(struct emitter *e, const struct op *table, const struct op *column)
{
    const struct column *c = (const struct column *)column->new;
    struct column given = given_column(e, c);
    struct op op = {.verb = VERB_ALTER, .old = &given.base, .new = column->new};
    const struct record *r = &column->new->kind->record;

    if (c->default_ && !op_fused(column, column->new, PART_DEFAULT) && !op_fused(table, column->new, PART_DEFAULT))
        given.default_ = c->default_; /* comes in an op of its own */
    op.changed = record_compare(r, &given, c, NULL);
    if (op.changed)
        column_alter(e, &op);
}

void emit_overrides(struct emitter *e, const struct op *table)
{
    const struct op *f;

    list_each (f, &table->fused) {
        if (f->part == PART_SELF && f->new->kind->id == KIND_COLUMN && emit_comes_with_parent(f->new))
            override(e, table, f);
    }
}

/* --- partitions ----------------------------------------------------------------------------------------------------- */

static void attach_partition(struct emitter *e, const struct op *op, const struct table *t)
{
    const struct object *parent = table_parent(e->plan->diff->to, &t->base, 0);
    const char *path = emit_path(e, &t->base);
    struct statement *s = emit_add(e, "ALTER TABLE ONLY %s ATTACH PARTITION %s %s", t->partition_of, path,
                                   t->bounds ? t->bounds : "DEFAULT");

    if (parent)
        emit_lock(e, s, parent, LOCK_SHARE_UPDATE_EXCLUSIVE);
    if (emit_is_new(e, &t->base) || !op->old)
        return;
    emit_note(e, s, "locks %s too, against reads and writes", path);
    emit_work(e, s, &t->base, WORK_SCAN);
    emit_hazard(e, s, &t->base, HAZARD_ATTACH_PARTITION,
                "%s is scanned for rows that do not belong to it, and the default partition for those that do", path);
}

static void detach_partition(struct emitter *e, const struct table *t, bool comes_back)
{
    const struct object *parent = table_parent(e->plan->diff->from, &t->base, 0);
    const char *path = emit_path(e, &t->base);
    struct statement *s = emit_add(e, "ALTER TABLE %s DETACH PARTITION %s", t->partition_of, path);

    if (!parent)
        return;
    emit_lock(e, s, parent, LOCK_ACCESS_EXCLUSIVE);
    emit_hazard(e, s, &t->base, HAZARD_DETACH_PARTITION, "the rows of %s are not in %s any more%s", path,
                t->partition_of, comes_back ? ", until it is attached again" : "");
}

/* --- inheritance ---------------------------------------------------------------------------------------------------- */

/* Whether the parents of `from` that `to` has too come first in `to`, in the same order: then only what differs is
 * said. */
static bool keeps_order(const struct table *from, const struct table *to)
{
    const struct inherit *x;
    size_t next = 0;

    list_each (x, &from->inherits) {
        if (!table_has_parent(&to->base, x->parent))
            continue;
        if (strcmp(((const struct inherit *)to->inherits.at[next])->parent, x->parent) != 0)
            return false;
        next++;
    }
    return true;
}

static void inherit(struct emitter *e, const struct object *table, const struct table *from, const struct table *to,
                    const char *action, bool whole)
{
    const struct inherit *x;
    struct statement *s = NULL;

    list_each (x, &to->inherits) {
        if (whole || !from || !table_has_parent(&from->base, x->parent))
            s = emit_action(e, table, LOCK_ACCESS_EXCLUSIVE, "%s %s", action, x->parent);
    }
    if (s && !s->note && strcmp(action, "INHERIT") == 0)
        emit_note(e, s, "the columns of %s stay its own too, when the parent's are dropped", emit_path(e, table));
}

static bool same_type(const struct table *x, const struct table *y)
{
    return x && y && x->of_type && y->of_type && strcmp(x->of_type, y->of_type) == 0;
}

void emit_attach(struct emitter *e, const struct op *op)
{
    const struct table *from = (const struct table *)op->old, *to = (const struct table *)op->new;
    const struct object *table = op_object(op);
    bool whole = op->again || !from || !to || !keeps_order(from, to);

    if (op->verb == VERB_DROP) {
        if (from->partition_of)
            detach_partition(e, from, to && table_is_partition(&to->base));
        inherit(e, table, to, from, "NO INHERIT", whole);
        if (from->of_type && (op->again || !same_type(from, to))) {
            emit_action(e, table, LOCK_ACCESS_EXCLUSIVE, "NOT OF");
            emit_close(e); /* what else is to be done would be refused before anything is */
        }
        return;
    }
    if (to->partition_of)
        attach_partition(e, op, to);
    inherit(e, table, from, to, "INHERIT", whole);
    if (to->of_type && (op->again || !same_type(from, to)))
        emit_action(e, table, LOCK_ACCESS_EXCLUSIVE, "OF %s", to->of_type);
}

/* The index of a partition becomes a part of that of the partitioned table. */
void emit_attach_index(struct emitter *e, const struct op *op)
{
    const struct object *o = op->new, *parent = table_parent(e->plan->diff->to, o->parent, 0);
    struct statement *s;

    if (!parent)
        return;
    s = emit_add(e, "ALTER INDEX %s ATTACH PARTITION %s", sql_qualified(e->arena, parent->schema, attached_to(o)),
                 sql_qualified(e->arena, o->schema, o->name));
    emit_lock(e, s, parent, LOCK_SHARE_UPDATE_EXCLUSIVE);
}
