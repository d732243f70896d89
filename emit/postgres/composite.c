/* Composite types and their attributes. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"

static const char *attribute_text(struct emitter *e, const struct object *o)
{
    const struct attribute *a = (const struct attribute *)o;

    return arena_printf(e->arena, "%s %s%s%s", emit_ident(e, o->name), a->type,
                        a->collation ? " COLLATE " : "", a->collation ? a->collation : "");
}

static void composite_create(struct emitter *e, const struct op *op)
{
    const struct op *f;
    bool first = true;
    AUTO_BUF b = {0};

    list_each (f, &op->fused) {
        if (f->new->kind->id != KIND_ATTRIBUTE)
            continue;
        buf_add(&b, first ? "\n    " : ",\n    ");
        buf_add(&b, attribute_text(e, f->new));
        first = false;
    }
    emit_add(e, "CREATE TYPE %s AS (%s%s)", emit_path(e, op->new), buf_str(&b), b.len ? "\n" : "");
}

static void composite_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP TYPE %s", emit_path(e, op->old));
}

const struct emit_kind emit_composite = {.create = composite_create, .drop = composite_drop};

static void attribute_create(struct emitter *e, const struct op *op)
{
    emit_add(e, "ALTER TYPE %s ADD ATTRIBUTE %s", emit_path(e, op->new->parent), attribute_text(e, op->new));
}

static void attribute_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "ALTER TYPE %s DROP ATTRIBUTE %s", emit_path(e, op->old->parent),
                                   emit_ident(e, op->old->name));

    emit_hazard(e, s, op->old, HAZARD_DROP_COLUMN, "the values of %s are lost wherever the type is stored",
                emit_path(e, op->old));
}

static void attribute_alter(struct emitter *e, const struct op *op)
{
    const struct attribute *a = (const struct attribute *)op->new;
    struct statement *s;

    if (!op_changed(op, "type") && !op_changed(op, "collation") && !op->retype)
        return;
    s = emit_add(e, "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s%s%s", emit_path(e, op->new->parent),
                 emit_ident(e, op->new->name), a->type, a->collation ? " COLLATE " : "",
                 a->collation ? a->collation : "");
    emit_note(e, s, "refused by the server while a column of a table has the type %s",
              emit_path(e, op->new->parent));
}

const struct emit_kind emit_attribute = {
    .create = attribute_create, .drop = attribute_drop, .alter = attribute_alter};
