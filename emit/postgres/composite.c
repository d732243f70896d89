/* Composite types and their attributes. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/type.h"
#include <string.h>

static const char *attribute_text(struct emitter *e, const struct object *o)
{
    const struct attribute *a = (const struct attribute *)o;

    return arena_printf(e->arena, "%s %s%s%s", emit_ident(e, o->name), a->type,
                        a->collation ? " COLLATE " : "", a->collation ? a->collation : "");
}

static void composite_put(struct emitter *e, const struct object *o, const struct list *attributes)
{
    const struct object *attribute;
    bool first = true;
    AUTO_BUF b = {0};

    list_each (attribute, attributes) {
        buf_add(&b, first ? "\n    " : ",\n    ");
        buf_add(&b, attribute_text(e, attribute));
        first = false;
    }
    emit_add(e, "CREATE TYPE %s AS (%s%s)", emit_path(e, o), buf_str(&b), b.len ? "\n" : "");
}

static void composite_create(struct emitter *e, const struct op *op)
{
    struct list attributes = {0};
    const struct op *f;

    list_each (f, &op->fused) {
        if (f->new->kind->id == KIND_ATTRIBUTE)
            list_push(e->arena, &attributes, f->new);
    }
    composite_put(e, op->new, &attributes);
}

static void composite_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP TYPE %s", op->aside ? emit_aside_path(e, op->old) : emit_path(e, op->old));
}

/* Its attributes have no ops of their own then. */
static void composite_aside(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_aside(e, op->old);
    const struct object *attribute;

    emit_hazard(e, s, op->old, HAZARD_TYPE_REWRITE, "every column of the composite type %s is written anew",
                emit_path(e, op->old));
    if (!op->new)
        return;
    composite_put(e, op->new, &op->new->children);
    emit_facets(e, op->new, true);
    list_each (attribute, &op->new->children)
        emit_facets(e, attribute, true);
}

static const struct object *composite_of(const struct catalog *c, const char *schema, const char *name)
{
    const struct object *o = c ? catalog_type(c, schema, name) : NULL;

    return o && o->kind->id == KIND_COMPOSITE ? o : NULL;
}

static bool same_attributes(const struct object *from, const struct object *to)
{
    if (from->children.n != to->children.n)
        return false;
    for (size_t i = 0; i < from->children.n; i++)
        if (strcmp(((const struct object *)from->children.at[i])->name, ((const struct object *)to->children.at[i])->name) != 0)
            return false;
    return true;
}

const char *composite_value(struct emitter *e, const char *column, const char *type)
{
    const struct object *from, *to, *attribute;
    const char *schema, *name;
    bool array, first = true;
    AUTO_BUF b = {0};

    sql_type_parts(e->arena, type, &schema, &name, &array);
    from = array ? NULL : composite_of(e->plan->diff->from, schema, name);
    to = from ? composite_of(e->plan->diff->to, schema, name) : NULL;
    if (!to || same_attributes(from, to))
        return NULL;
    buf_addf(&b, "CASE WHEN %s IS DISTINCT FROM NULL THEN ROW(", column);
    list_each (attribute, &to->children) {
        buf_sep(&b, &first, ", ");
        if (object_child(from, KIND_ATTRIBUTE, attribute->name))
            buf_addf(&b, "(%s).%s", column, emit_ident(e, attribute->name));
        else
            buf_add(&b, "NULL");
    }
    buf_addf(&b, ")::text::%s END", type); /* a cast of the row would cut what is too long, and use casts of the user's */
    return arena_strdup(e->arena, buf_str(&b));
}

const struct emit_kind emit_composite = {
    .create = composite_create, .drop = composite_drop, .aside = composite_aside};

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

    if (!op_changed(op, "type") && !op_changed(op, "collation") && !op->retype)
        return;
    emit_add(e, "ALTER TYPE %s ALTER ATTRIBUTE %s TYPE %s%s%s", emit_path(e, op->new->parent),
             emit_ident(e, op->new->name), a->type, a->collation ? " COLLATE " : "",
             a->collation ? a->collation : "");
}

const struct emit_kind emit_attribute = {
    .create = attribute_create, .drop = attribute_drop, .alter = attribute_alter};
