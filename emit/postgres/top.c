/* Schemas and extensions. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"

static void schema_create(struct emitter *e, const struct op *op)
{
    emit_add(e, "CREATE SCHEMA %s", emit_path(e, op->new));
}

static void schema_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP SCHEMA %s", emit_path(e, op->old));

    emit_hazard(e, s, op->old, HAZARD_DROP_SCHEMA, "schema %s goes", emit_path(e, op->old));
}

const struct emit_kind emit_schema = {.create = schema_create, .drop = schema_drop};

static void extension_create(struct emitter *e, const struct op *op)
{
    const struct extension *x = (const struct extension *)op->new;
    AUTO_BUF b = {0};

    if (x->schema)
        buf_addf(&b, " SCHEMA %s", emit_ident(e, x->schema));
    if (x->version)
        buf_addf(&b, " VERSION %s", sql_literal(e->arena, x->version));
    emit_add(e, "CREATE EXTENSION %s%s%s", emit_path(e, op->new), b.len ? " WITH" : "", buf_str(&b));
}

static void extension_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP EXTENSION %s", emit_path(e, op->old));

    emit_hazard(e, s, op->old, HAZARD_DROP_EXTENSION, "the objects of extension %s go, and the data in them",
                emit_path(e, op->old));
}

static void extension_alter(struct emitter *e, const struct op *op)
{
    const struct extension *x = (const struct extension *)op->new;
    const char *name = emit_path(e, op->new);
    struct statement *s;

    if (op_changed(op, "schema") && x->schema)
        emit_add(e, "ALTER EXTENSION %s SET SCHEMA %s", name, emit_ident(e, x->schema));
    if (op_changed(op, "version") && x->version) {
        s = emit_add(e, "ALTER EXTENSION %s UPDATE TO %s", name, sql_literal(e->arena, x->version));
        emit_hazard(e, s, op->new, HAZARD_UPDATE_EXTENSION, "the extension's own script runs");
    }
}

const struct emit_kind emit_extension = {
    .create = extension_create, .drop = extension_drop, .alter = extension_alter};
