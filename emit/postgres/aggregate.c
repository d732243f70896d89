/* Aggregates. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/mention.h"
#include "sql/quote.h"
#include <string.h>

static void add(struct buf *b, const char *what, const char *value)
{
    if (value)
        buf_addf(b, ",\n    %s = %s", what, value);
}

static void add_literal(struct buf *b, const char *what, const char *text)
{
    if (!text)
        return;
    buf_addf(b, ",\n    %s = ", what);
    buf_literal(b, text);
}

static const char *upper(struct emitter *e, const char *choice)
{
    char *text = choice ? arena_strdup(e->arena, choice) : NULL;

    for (char *c = text; c && *c; c++) {
        if (*c >= 'a' && *c <= 'z')
            *c = (char)(*c - 'a' + 'A');
        else if (*c == ' ')
            *c = '_';
    }
    return text;
}

static void add_moving(struct emitter *e, struct buf *b, const struct aggregate *g)
{
    add(b, "MSFUNC", g->msfunc);
    add(b, "MINVFUNC", g->minvfunc);
    add(b, "MSTYPE", g->mstype);
    add(b, "MSSPACE", g->msspace);
    add(b, "MFINALFUNC", g->mfinalfunc);
    if (g->mfinalfunc_extra)
        buf_add(b, ",\n    MFINALFUNC_EXTRA");
    add(b, "MFINALFUNC_MODIFY", upper(e, g->mfinalfunc_modify));
    add_literal(b, "MINITCOND", g->minitcond);
}

static void aggregate_put(struct emitter *e, const struct aggregate *g, bool replace)
{
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE %sAGGREGATE %s(", replace ? "OR REPLACE " : "",
             sql_qualified(e->arena, g->routine.base.schema, g->routine.base.name));
    clause_arguments(&b, &g->routine);
    buf_addf(&b, ") (\n    SFUNC = %s", g->sfunc);
    add(&b, "STYPE", g->stype);
    add(&b, "SSPACE", g->sspace);
    add(&b, "FINALFUNC", g->finalfunc);
    if (g->finalfunc_extra)
        buf_add(&b, ",\n    FINALFUNC_EXTRA");
    add(&b, "FINALFUNC_MODIFY", upper(e, g->finalfunc_modify));
    add(&b, "COMBINEFUNC", g->combinefunc);
    add(&b, "SERIALFUNC", g->serialfunc);
    add(&b, "DESERIALFUNC", g->deserialfunc);
    add_literal(&b, "INITCOND", g->initcond);
    add_moving(e, &b, g);
    if (g->sortop)
        buf_addf(&b, ",\n    SORTOP = OPERATOR(%s)", g->sortop);
    if (g->parallel && strcmp(g->parallel, "unsafe") != 0)
        add(&b, "PARALLEL", upper(e, g->parallel));
    if (g->hypothetical)
        buf_add(&b, ",\n    HYPOTHETICAL");
    buf_add(&b, "\n)");
    emit_add(e, "%s", buf_str(&b));
}

static void aggregate_create(struct emitter *e, const struct op *op)
{
    aggregate_put(e, (const struct aggregate *)op->new, op->replace);
}

static void aggregate_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP AGGREGATE %s", emit_path(e, op->old));
}

static void aggregate_alter(struct emitter *e, const struct op *op)
{
    if (!(op->changed & ~FACETS))
        return;
    aggregate_put(e, (const struct aggregate *)op->new, true);
    emit_extensions_again(e, op);
}

const struct emit_kind emit_aggregate = {
    .create = aggregate_create, .drop = aggregate_drop, .alter = aggregate_alter};
