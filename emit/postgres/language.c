/* Procedural languages, transforms, access methods, conversions. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP %s %s", op->old->kind->sql, emit_path(e, op->old));
}

static bool only_facets(const struct op *op)
{
    return !(op->changed & ~FACETS);
}

static void language_put(struct emitter *e, const struct language *l, bool replace)
{
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE %s%sLANGUAGE %s HANDLER %s", replace ? "OR REPLACE " : "", l->trusted ? "TRUSTED " : "",
             emit_path(e, &l->base), l->handler);
    if (l->inline_)
        buf_addf(&b, " INLINE %s", l->inline_);
    if (l->validator)
        buf_addf(&b, " VALIDATOR %s", l->validator);
    emit_add(e, "%s", buf_str(&b));
}

static void language_create(struct emitter *e, const struct op *op)
{
    language_put(e, (const struct language *)op->new, op->replace);
}

static void language_alter(struct emitter *e, const struct op *op)
{
    if (!only_facets(op))
        language_put(e, (const struct language *)op->new, true);
}

const struct emit_kind emit_language = {.create = language_create, .drop = drop, .alter = language_alter};

static void transform_put(struct emitter *e, const struct transform *t, bool replace)
{
    AUTO_BUF b = {0};
    bool first = true;

    if (t->from_sql) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "FROM SQL WITH FUNCTION %s", t->from_sql);
    }
    if (t->to_sql) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "TO SQL WITH FUNCTION %s", t->to_sql);
    }
    emit_add(e, "CREATE %sTRANSFORM %s (%s)", replace ? "OR REPLACE " : "", emit_path(e, &t->base), buf_str(&b));
}

static void transform_create(struct emitter *e, const struct op *op)
{
    transform_put(e, (const struct transform *)op->new, false);
}

static void transform_alter(struct emitter *e, const struct op *op)
{
    if (!only_facets(op))
        transform_put(e, (const struct transform *)op->new, true);
}

const struct emit_kind emit_transform = {.create = transform_create, .drop = drop, .alter = transform_alter};

static void access_method_create(struct emitter *e, const struct op *op)
{
    const struct access_method *m = (const struct access_method *)op->new;

    emit_add(e, "CREATE ACCESS METHOD %s TYPE %s HANDLER %s", emit_path(e, op->new),
             m->type && strcmp(m->type, "table") == 0 ? "TABLE" : "INDEX", m->handler);
}

const struct emit_kind emit_access_method = {.create = access_method_create, .drop = drop};

static void conversion_create(struct emitter *e, const struct op *op)
{
    const struct conversion *c = (const struct conversion *)op->new;

    emit_add(e, "CREATE %sCONVERSION %s FOR %s TO %s FROM %s", c->default_ ? "DEFAULT " : "", emit_path(e, op->new),
             sql_literal(e->arena, c->from), sql_literal(e->arena, c->to), c->function);
}

const struct emit_kind emit_conversion = {.create = conversion_create, .drop = drop};
