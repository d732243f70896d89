/* Range types and their multirange types. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void setting(struct buf *b, const char *name, const char *value)
{
    if (value)
        buf_addf(b, ",\n    %s = %s", name, value);
}

static void range_put(struct emitter *e, const struct object *o)
{
    const struct range *r = (const struct range *)o;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE TYPE %s AS RANGE (\n    subtype = %s", emit_path(e, o), r->subtype);
    if (r->multirange && e->version >= 140000)
        setting(&b, "multirange_type_name", sql_qualified(e->arena, o->schema, r->multirange));
    setting(&b, "subtype_opclass", r->opclass);
    setting(&b, "collation", r->collation);
    setting(&b, "canonical", r->canonical);
    setting(&b, "subtype_diff", r->subtype_diff);
    emit_add(e, "%s\n)", buf_str(&b));
}

static void range_create(struct emitter *e, const struct op *op)
{
    range_put(e, op->new);
}

static void range_drop(struct emitter *e, const struct op *op)
{
    if (op->aside)
        emit_add(e, "DROP TYPE %s", emit_aside_path(e, op->old));
    else
        emit_type_drop(e, op);
}

static void function_aside(struct emitter *e, const struct object *o, const char *name, const char *arguments,
                           const char *to)
{
    emit_add(e, "ALTER FUNCTION %s(%s) RENAME TO %s", sql_qualified(e->arena, o->schema, name), arguments,
             emit_ident(e, to));
}

/* The constructors of the old type bear the names that those of the new one want, and so does the multirange
 * type. */
static void range_put_aside(struct emitter *e, const struct op *op)
{
    const struct range *r = (const struct range *)op->old;
    struct statement *s = emit_aside(e, op->old);
    const char *aside = emit_aside_path(e, op->old);
    const char *to = emit_aside_name(e, op->old, op->old->name), *of = emit_type_now(e, r->subtype);

    emit_hazard(e, s, op->old, HAZARD_TYPE_REWRITE, "every column of the range type %s is written anew",
                emit_path(e, op->old));
    function_aside(e, op->old, op->old->name, arena_printf(e->arena, "%s, %s", of, of), to);
    function_aside(e, op->old, op->old->name, arena_printf(e->arena, "%s, %s, text", of, of), to);
    if (r->multirange && e->version >= 140000) {
        const char *multi = emit_aside_name(e, op->old, r->multirange);

        function_aside(e, op->old, r->multirange, "", multi);
        function_aside(e, op->old, r->multirange, aside, multi);
        function_aside(e, op->old, r->multirange, arena_printf(e->arena, "VARIADIC %s[]", aside), multi);
        emit_add(e, "ALTER TYPE %s RENAME TO %s", sql_qualified(e->arena, op->old->schema, r->multirange),
                 emit_ident(e, multi));
    }
    if (!op->new)
        return;
    range_put(e, op->new);
    emit_facets(e, op->new, true);
}

static void range_aside(struct emitter *e, const struct op *op)
{
    if (op->verb == VERB_STUB)
        emit_shell(e, op);
    else
        range_put_aside(e, op);
}

const struct emit_kind emit_range = {.create = range_create, .drop = range_drop, .aside = range_aside};
