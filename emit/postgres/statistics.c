/* Extended statistics. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"

static void target_set(struct emitter *e, const struct statistics *s)
{
    emit_add(e, "ALTER STATISTICS %s SET STATISTICS %s", emit_path(e, &s->base),
             s->target ? s->target : "-1");
}

static void statistics_create(struct emitter *e, const struct op *op)
{
    const struct statistics *s = (const struct statistics *)op->new;
    const struct statistics_expression *x;
    const char *name;
    struct statement *made;
    AUTO_BUF b = {0};
    bool first = true;

    buf_addf(&b, "CREATE STATISTICS %s", emit_path(e, op->new));
    list_each (name, &s->kinds) {
        buf_add(&b, first ? " (" : ", ");
        buf_ident(&b, name);
        first = false;
    }
    if (!first)
        buf_addc(&b, ')');
    buf_add(&b, " ON ");
    first = true;
    list_each (name, &s->columns) {
        buf_sep(&b, &first, ", ");
        buf_ident(&b, name);
    }
    list_each (x, &s->expressions) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "(%s)", emit_text(e, x->expression));
    }
    made = emit_add(e, "%s FROM %s", buf_str(&b), emit_path(e, op->new->parent));
    emit_lock(e, made, op->new->parent, LOCK_SHARE_UPDATE_EXCLUSIVE);
    if (s->target)
        target_set(e, s);
    e->last = made;
}

static void statistics_drop(struct emitter *e, const struct op *op)
{
    emit_lock(e, emit_add(e, "DROP STATISTICS %s", emit_path(e, op->old)), op->old->parent,
              LOCK_SHARE_UPDATE_EXCLUSIVE);
}

static void schema_set(struct emitter *e, const struct statistics *from, const struct statistics *to)
{
    emit_add(e, "ALTER STATISTICS %s SET SCHEMA %s",
             sql_qualified(e->arena, from->in_schema ? from->in_schema : to->base.schema, to->base.name),
             emit_ident(e, to->in_schema ? to->in_schema : to->base.schema));
}

static void statistics_alter(struct emitter *e, const struct op *op)
{
    if (op_changed(op, "in_schema"))
        schema_set(e, (const struct statistics *)op->old, (const struct statistics *)op->new);
    if (op_changed(op, "target"))
        target_set(e, (const struct statistics *)op->new);
}

const struct emit_kind emit_statistics = {
    .create = statistics_create, .drop = statistics_drop, .alter = statistics_alter};
