/* What the tests of emit/ share: two models as YAML, and the statements that lead from one to the other. */
#ifndef KEDGE_TESTS_EMIT_PLAN_H
#define KEDGE_TESTS_EMIT_PLAN_H

#include "harness.h"

#include "diff/plan.h"
#include "emit/emit.h"
#include "schema/model.h"

struct emitted {
    struct arena arena;
    struct catalog *from, *to;
    struct diff *diff;
    struct plan *plan;
    struct list statements;
};

UNUSED static void expect_ok(int rc, struct diag *d)
{
    AUTO_ARENA a = {0};

    expect_text(diag_text(&a, d), "");
    assert_int_equal(rc, OK);
    diag_clear(d);
}

UNUSED static struct catalog *model_of(struct arena *a, const char *yaml)
{
    struct list schemas = {0};
    struct diag d = {0};
    struct catalog *c = NULL;

    expect_ok(model_read_source(text_source(a, yaml), &schemas, &d, &c), &d);
    return c;
}

UNUSED static void emit_models(struct emitted *m, const char *from, const char *to, int version)
{
    struct diag d = {0};

    m->from = model_of(&m->arena, from);
    m->to = model_of(&m->arena, to);
    m->from->version = version;
    expect_ok(diff_make(m->from, m->to, m->to, &d, &m->diff), &d);
    expect_ok(plan_make(m->diff, &d, &m->plan), &d);
    expect_ok(emit_postgres(&m->arena, m->plan, &(struct emit_options){.version = version}, &d, &m->statements), &d);
}

UNUSED static void emitted_free(struct emitted *m)
{
    plan_free(m->plan);
    diff_free(m->diff);
    catalog_free(m->from);
    catalog_free(m->to);
    arena_clear(&m->arena);
}

#endif
