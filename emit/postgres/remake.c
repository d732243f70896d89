/* The rows of a table that is made again: they wait in a table of their own. */
#include "emit/postgres/emit.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include <string.h>

/* The column of the old table whose values the new one takes; NULL: none. Renames have run. */
static const struct column *source(const struct emitter *e, const struct object *column)
{
    const struct pair_of *pair = map_get(&e->plan->diff->by_address, column->address);

    if (((const struct column *)column)->generated || !pair || !pair->from)
        return NULL;
    return (const struct column *)pair->from;
}

/* Its name, in the new type where it has one. */
static const char *value(struct emitter *e, const struct column *from, const struct column *to)
{
    struct type_change change = type_change(e, from->type, to->type);
    const char *converted;

    if (emit_type_now(e, from->type) != from->type) /* was put aside */
        change = (struct type_change){.way = USING_TEXT};
    converted = column_conversion(e, from, to, &change);
    return converted ? converted : emit_ident(e, to->base.name);
}

/* The columns that keep their values, and the values for the new table. */
struct kept {
    struct buf columns, values;
};
#define AUTO_KEPT __attribute__((cleanup(kept_clear))) struct kept

static void kept_clear(struct kept *k)
{
    buf_free(&k->columns);
    buf_free(&k->values);
}

static void kept_find(struct emitter *e, const struct object *table, struct kept *ret)
{
    bool first[] = {true, true};
    const struct object *o;

    list_each (o, &table->children) {
        const struct column *from = o->kind->id == KIND_COLUMN ? source(e, o) : NULL;

        if (!from)
            continue;
        buf_sep(&ret->columns, &first[0], ", ");
        buf_add(&ret->columns, emit_ident(e, o->name));
        buf_sep(&ret->values, &first[1], ", ");
        buf_add(&ret->values, value(e, from, (const struct column *)o));
    }
}

void emit_rows_away(struct emitter *e, const struct op *op)
{
    const char *path = emit_path(e, op->new);
    struct statement *s;
    AUTO_KEPT kept = {0};

    kept_find(e, op->new, &kept);
    emit_lock(e, emit_add(e, "LOCK TABLE %s", path), op->new, LOCK_ACCESS_EXCLUSIVE);
    if (((const struct table *)op->old)->row_security)
        emit_note(e, emit_add(e, "SET LOCAL row_security = off"), "fails, rather than leave out rows that a policy hides");
    s = emit_add(e, "CREATE TABLE %s AS SELECT %s FROM %s", emit_aside_path(e, op->new), buf_str(&kept.columns), path);
    emit_work(e, s, op->new, WORK_SCAN);
    emit_hazard(e, s, NULL, HAZARD_REMAKE, "every row of %s is copied, twice, while it is locked%s", path,
                ((const struct table *)op->new)->partition_by ? "; one that fits no partition makes it fail" : "");
}

/* Publications of which the model does not speak have lost the table, and those of its partitions that were made again, with a DROP that says
 * nothing of it. */
static void publish_again(struct emitter *e, const struct op *op, const struct catalog *side)
{
    const struct diff *diff = e->plan->diff;
    const struct publication_table *t;
    const struct object *o;

    list_each (o, &side->objects) {
        if (o->kind->id != KIND_PUBLICATION || map_get(&diff->by_address, o->address))
            continue;
        list_each (t, &((const struct publication *)o)->tables) {
            const struct pair_of *p = map_get(&diff->by_address, arena_printf(e->arena, "table %s", t->table));

            if (p && p->from && p->to && table_is_below(diff->from, p->from, op->old) && table_is_below(diff->to, p->to, op->new))
                emit_publish(e, o, t, emit_path(e, p->to));
        }
    }
}

void emit_rows(struct emitter *e, const struct op *op)
{
    const char *waiting = emit_aside_path(e, op->new);
    const struct object *o;
    AUTO_KEPT kept = {0};

    kept_find(e, op->new, &kept);
    if (kept.columns.len)
        emit_add(e, "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE SELECT %s FROM %s", emit_path(e, op->new), buf_str(&kept.columns),
                 buf_str(&kept.values), waiting);
    else
        emit_add(e, "INSERT INTO %s SELECT FROM %s", emit_path(e, op->new), waiting);
    list_each (o, &op->new->children) {
        const struct column *c = (const struct column *)o;

        if (o->kind->id == KIND_COLUMN && c->identity && c->identity->sequence)
            emit_sequence_follow(e, sql_qualified(e->arena, o->schema, c->identity->sequence), o, &c->identity->options);
    }
    emit_add(e, "DROP TABLE %s", waiting);
    publish_again(e, op, e->plan->diff->from);
    publish_again(e, op, e->plan->diff->to);
}
