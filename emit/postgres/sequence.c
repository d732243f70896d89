/* Sequences that stand by themselves; those of identity columns belong to the column. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include <string.h>

static void owned_by(struct emitter *e, const struct object *o, const char *column)
{
    struct statement *s =
        emit_add(e, "ALTER SEQUENCE %s OWNED BY %s", emit_path(e, o), column ? column : "NONE");

    emit_lock(e, s, o, LOCK_SHARE_ROW_EXCLUSIVE);
}

/* A new sequence, or one that comes to a column of its own. */
static void owned_first(struct emitter *e, const struct sequence *q)
{
    const struct object *column = sequence_owner(&q->base);

    owned_by(e, &q->base, q->owned_by);
    if (column && emit_is_new(e, &q->base))
        emit_sequence_continue(e, emit_path(e, &q->base), column, &q->options);
}

void emit_sequence_persistence(struct emitter *e, const char *path, bool unlogged, bool is_new)
{
    struct statement *s = emit_add(e, "ALTER SEQUENCE %s SET %s", path, unlogged ? "UNLOGGED" : "LOGGED");

    if (!is_new) {
        s->lock = LOCK_ACCESS_EXCLUSIVE;
        s->lock_on = path;
    }
}

/* The table that has the sequence on one side. */
static const struct object *table_of(const struct object *sequence)
{
    const struct object *column = sequence ? sequence_owner(sequence) : NULL;

    return column ? column->parent : NULL;
}

void emit_sequences_apart(struct emitter *e, const struct table *t)
{
    const struct pair_of *p;

    if (e->version < 150000 || !e->plan->diff)
        return;
    list_each (p, &e->plan->diff->pairs) {
        const struct object *o = p->to, *was = table_of(p->from), *is;

        if (!o || !p->from || o->kind->id != KIND_SEQUENCE || ((const struct sequence *)o)->unlogged == t->unlogged)
            continue;
        is = table_of(o);
        if ((was && strcmp(was->address, t->base.address) == 0) || is == &t->base)
            emit_sequence_persistence(e, emit_path(e, o), !t->unlogged, false);
    }
}

/* Its table changes likewise, and takes it along. */
static bool follows_table(const struct emitter *e, const struct object *from, const struct object *to)
{
    const struct object *was = table_of(from), *is = table_of(to);
    const struct table *t = (const struct table *)is;

    return was && is && e->version >= 150000 && strcmp(was->address, is->address) == 0 &&
           ((const struct table *)was)->unlogged != t->unlogged && t->unlogged == ((const struct sequence *)to)->unlogged;
}

static void sequence_create(struct emitter *e, const struct op *op)
{
    const struct sequence *q = (const struct sequence *)op->new;
    AUTO_BUF b = {0};

    if (q->type && strcmp(q->type, "bigint") != 0)
        buf_addf(&b, " AS %s", q->type);
    clause_sequence_options(&b, &q->options);
    emit_add(e, "CREATE %sSEQUENCE %s%s", q->unlogged ? "UNLOGGED " : "", emit_path(e, op->new), buf_str(&b));
    if (op_fused(op, op->new, PART_OWNED_BY))
        owned_first(e, q);
}

static void sequence_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP SEQUENCE %s", emit_path(e, op->old));

    emit_lock(e, s, op->old, LOCK_ACCESS_EXCLUSIVE);
    emit_hazard(e, s, op->old, HAZARD_DROP_SEQUENCE, "the current value of %s is lost",
                emit_path(e, op->old));
}

static const char *type_of(const struct sequence *q)
{
    return q->type ? q->type : "bigint";
}

static void sequence_alter(struct emitter *e, const struct op *op)
{
    const struct sequence *from = (const struct sequence *)op->old, *to = (const struct sequence *)op->new;
    struct statement *s;
    AUTO_BUF b = {0};

    if (strcmp(type_of(from), type_of(to)) != 0)
        buf_addf(&b, " AS %s", type_of(to));
    emit_sequence_options(&b, &from->options, &to->options, " ");
    if (b.len) {
        emit_sequence_bounds(e, &b, emit_path(e, op->new), &from->options, &to->options);
        s = emit_add(e, "ALTER SEQUENCE %s%s", emit_path(e, op->new), buf_str(&b));
        emit_lock(e, s, op->new, LOCK_SHARE_ROW_EXCLUSIVE);
    }
    if (op_changed(op, "unlogged") && !follows_table(e, op->old, op->new))
        emit_sequence_persistence(e, emit_path(e, op->new), to->unlogged, false);
    if (op_changed(op, "owned_by"))
        owned_by(e, op->new, to->owned_by);
}

/* Before the renames: under the name that it had then, in the schema that its table was in too. */
static void leaves_early(struct emitter *e, const struct object *o)
{
    const struct object *table = table_of(o);
    const char *schema = o->was_schema ? o->was_schema : table && table->was_schema ? table->was_schema : o->schema;
    const char *path = sql_qualified(e->arena, schema, o->was ? o->was : o->name);
    struct statement *s = emit_add(e, "ALTER SEQUENCE %s OWNED BY NONE", path);

    s->lock = LOCK_SHARE_ROW_EXCLUSIVE;
    s->lock_on = path;
}

static void sequence_part(struct emitter *e, const struct op *op)
{
    const struct object *o = op_object(op);

    if (op->early)
        leaves_early(e, op->old);
    else if (op->verb == VERB_DROP)
        owned_by(e, o, NULL);
    else
        owned_first(e, (const struct sequence *)o);
}

const struct emit_kind emit_sequence = {
    .create = sequence_create, .drop = sequence_drop, .alter = sequence_alter, .part = sequence_part};
