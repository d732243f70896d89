/* Collations. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void setting(struct emitter *e, struct buf *b, const char *name, const char *value)
{
    if (value)
        buf_addf(b, "%s%s = %s", b->len ? ", " : "", name, sql_literal(e->arena, value));
}

static void collation_put(struct emitter *e, const struct object *o)
{
    const struct collation *c = (const struct collation *)o;
    AUTO_BUF b = {0};

    if (c->provider && strcmp(c->provider, "libc") != 0)
        buf_addf(&b, "provider = %s", c->provider);
    setting(e, &b, "locale", c->locale);
    setting(e, &b, "lc_collate", c->lc_collate);
    setting(e, &b, "lc_ctype", c->lc_ctype);
    if (c->nondeterministic)
        buf_addf(&b, "%sdeterministic = false", b.len ? ", " : "");
    setting(e, &b, "rules", c->rules);
    emit_add(e, "CREATE COLLATION %s (%s)", emit_path(e, o), buf_str(&b));
}

static void collation_create(struct emitter *e, const struct op *op)
{
    collation_put(e, op->new);
}

static void collation_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP COLLATION %s", op->aside ? emit_aside_path(e, op->old) : emit_path(e, op->old));
}

static void collation_aside(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_aside(e, op->old);

    emit_hazard(e, s, op->old, HAZARD_TYPE_REWRITE, "every column with collation %s is written anew",
                emit_path(e, op->old));
    collation_put(e, op->new);
    emit_facets(e, op->new, true);
}

const struct emit_kind emit_collation = {
    .create = collation_create, .drop = collation_drop, .aside = collation_aside};
