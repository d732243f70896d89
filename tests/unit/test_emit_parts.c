/* What the scripts of test_emit.c do not reach: privileges, owners, stubs, servers of other versions,
 * volatility. */
#include "emit_plan.h"

#include "emit/postgres/emit.h"

static const char *script_of(struct arena *a, const struct op *ops, size_t n, int version)
{
    struct plan plan = {.diff = NULL};
    struct list statements = {0};
    struct diag d = {0};
    AUTO_BUF out = {0};

    for (size_t i = 0; i < n; i++)
        list_push(a, &plan.ops, &ops[i]);
    if (emit_postgres(a, &plan, &(struct emit_options){.version = version}, &d, &statements) != OK)
        buf_add(&out, diag_text(a, &d));
    else
        emit_script(&out, &statements);
    diag_clear(&d);
    return arena_strdup(a, buf_str(&out));
}

/* ---- privileges ---- */

struct privilege_row {
    const char *name;
    enum kind_id kind;
    const char *owner, *from, *to; /* "role=SELECT, INSERT; other*=..."; NULL: what the kind has by default */
    const char *script;
};

static const struct privilege_row privilege_rows[] = {
    {"grant", KIND_TABLE, "boss", NULL, "reader=SELECT; writer=SELECT, INSERT",
     "GRANT SELECT ON TABLE public.x TO reader;\nGRANT SELECT, INSERT ON TABLE public.x TO writer;\n"},
    {"revoke all", KIND_TABLE, "boss", "boss=SELECT; reader=SELECT", NULL,
     "REVOKE SELECT ON TABLE public.x FROM reader;\n"
     "GRANT INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER ON TABLE public.x TO boss;\n"},
    {"one of two", KIND_TABLE, NULL, "reader=SELECT, INSERT", "reader=SELECT, UPDATE",
     "REVOKE INSERT ON TABLE public.x FROM reader;\nGRANT UPDATE ON TABLE public.x TO reader;\n"},
    {"grant option comes", KIND_SEQUENCE, NULL, "reader=SELECT", "reader*=SELECT",
     "GRANT SELECT ON SEQUENCE public.x TO reader WITH GRANT OPTION;\n"},
    {"grant option goes", KIND_VIEW, NULL, "reader*=SELECT", "reader=SELECT",
     "REVOKE GRANT OPTION FOR SELECT ON TABLE public.x FROM reader;\n"},
    {"owner gives up", KIND_SCHEMA, "boss", NULL, "boss=USAGE", "REVOKE CREATE ON SCHEMA x FROM boss;\n"},
    {"function for few", KIND_FUNCTION, "boss", NULL, "boss=EXECUTE; \"Some One\"=EXECUTE",
     "REVOKE EXECUTE ON FUNCTION public.x(integer) FROM PUBLIC;\n"
     "GRANT EXECUTE ON FUNCTION public.x(integer) TO \"Some One\";\n"},
    {"function for all again", KIND_FUNCTION, NULL, "reader=EXECUTE", NULL,
     "REVOKE EXECUTE ON FUNCTION public.x(integer) FROM reader;\n"
     "GRANT EXECUTE ON FUNCTION public.x(integer) TO PUBLIC;\n"},
    {"type", KIND_DOMAIN, NULL, NULL, "reader=USAGE",
     "REVOKE USAGE ON TYPE public.x FROM PUBLIC;\nGRANT USAGE ON TYPE public.x TO reader;\n"},
    {"column", KIND_COLUMN, NULL, NULL, "reader=SELECT, UPDATE",
     "GRANT SELECT (x), UPDATE (x) ON TABLE public.t TO reader;\n"},
};

/* "reader=SELECT; writer*=INSERT" -> struct privilege. */
static struct list privileges_of(struct arena *a, const char *text)
{
    struct list ret = {0};
    char *at = arena_strdup(a, text), *save = NULL;

    for (char *one = strtok_r(at, ";", &save); one; one = strtok_r(NULL, ";", &save)) {
        struct privilege *p = arena_new(a, struct privilege);
        char *equals = strchr(one, '=');

        one += strspn(one, " \"");
        *equals = '\0';
        one[strcspn(one, "\"")] = '\0';
        p->grantable = *one && equals[-1] == '*';
        if (p->grantable)
            equals[-1] = '\0';
        p->grantee = one;
        p->privileges = equals + 1;
        list_push(a, &ret, p);
    }
    return ret;
}

static struct object *object_with(struct catalog *c, const struct privilege_row *row, const char *privileges)
{
    struct object *parent = NULL, *o;

    if (kinds[row->kind]->place == PLACE_CHILD) {
        parent = object_new(c, kinds[KIND_TABLE], "public", "t", NULL);
        catalog_add(c, parent);
    }
    o = object_new(c, kinds[row->kind], "public", "x", parent);
    if (row->kind == KIND_FUNCTION)
        o->signature = "integer";
    o->owner = row->owner;
    o->has_privileges = privileges != NULL;
    if (privileges)
        o->privileges = privileges_of(&c->arena, privileges);
    catalog_add(c, o);
    return o;
}

static const char *emitted_path(struct arena *a, const struct object *o)
{
    return o->kind->place == PLACE_TOP ? o->name : object_path(a, o);
}

static void check_privileges(void **state)
{
    const struct privilege_row *row = *state;
    AUTO_ARENA a = {0};
    struct catalog *from = catalog_new(), *to = catalog_new();
    const struct op op = {.verb = VERB_ALTER,
                          .old = object_with(from, row, row->from),
                          .new = object_with(to, row, row->to),
                          .changed = FACET_ACL};

    expect_text(script_of(&a, &op, 1, 150000),
                arena_printf(&a, "-- hazard authorization: what others may do with %s changes\n%s",
                             emitted_path(&a, op.new), row->script));
    catalog_free(from);
    catalog_free(to);
}

/* An object that is made has what its kind has, and then what the model says. */
static void test_create_with_facets(void **state UNUSED)
{
    static const struct privilege_row row = {.kind = KIND_TABLE, .owner = "boss"};
    AUTO_ARENA a = {0};
    struct catalog *to = catalog_new();
    struct object *o = object_with(to, &row, "reader=SELECT");
    const struct op op = {.verb = VERB_CREATE, .new = o};

    o->comment = "hello";
    expect_text(script_of(&a, &op, 1, 150000), "CREATE TABLE public.x ();\n"
                                               "COMMENT ON TABLE public.x IS 'hello';\n"
                                               "ALTER TABLE public.x OWNER TO boss;\n"
                                               "GRANT SELECT ON TABLE public.x TO reader;\n");
    catalog_free(to);
}

/* ---- volatility ---- */

struct volatile_row {
    const char *name; /* the expression */
    bool is;
};

static const struct volatile_row volatile_rows[] = {
    {"1", false},
    {"now()", false},
    {"CURRENT_TIMESTAMP", false},
    {"CURRENT_TIMESTAMP(3)", false},
    {"'x'::character varying(20)", false},
    {"'1'::numeric(10,2)", false},
    {"(1 + 2) * (3)", false},
    {"COALESCE(NULL::text, 'a')", false},
    {"EXTRACT(epoch FROM now())", false},
    {"timezone('utc'::text, now())", false},
    {"pg_catalog.now()", false},
    {"'random()'", false},
    {"ARRAY[1, 2]", false},
    {"random()", true},
    {"gen_random_uuid()", true},
    {"clock_timestamp()", true},
    {"nextval('s'::regclass)", true},
    {"uuid_generate_v4()", true},
    {"public.now()", true},
    {"my_function(1)", true},
    {"(now() + (random() * '1 day'::interval))", true},
};

static void check_volatile(void **state)
{
    const struct volatile_row *row = *state;
    AUTO_ARENA a = {0};
    struct plan plan = {.diff = NULL};
    const struct emitter e = {.arena = &a, .plan = &plan};

    assert_int_equal(expression_is_volatile(&e, row->name), row->is);
}

/* A function that the model knows is what the model says. */
static void test_volatile_by_model(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct catalog *c = model_of(
        &a, "schema: public\nfunctions:\n  s(): {returns: integer, volatility: stable, body: select 1}\n"
            "  v(): {returns: integer, body: select 1}\n");
    struct diff diff = {.to = c};
    struct plan plan = {.diff = &diff};
    const struct emitter e = {.arena = &a, .plan = &plan};

    assert_false(expression_is_volatile(&e, "public.s()"));
    assert_true(expression_is_volatile(&e, "public.v()"));
    catalog_free(c);
}

/* ---- versions, stubs, names ---- */

struct version_row {
    const char *name, *from, *to;
    int version;
    const char *script;
};

#define ONE_COLUMN(more) "schema: public\ntables: {t: {columns: {a: {type: text" more "}}}}\n"

static const struct version_row version_rows[] = {
    {"storage before 16", ONE_COLUMN(", storage: plain"), ONE_COLUMN(""), 150000,
     "-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)\n"
     "ALTER TABLE public.t ALTER COLUMN a SET STORAGE EXTENDED;\n"},
    {"storage from 16", ONE_COLUMN(", storage: plain"), ONE_COLUMN(""), 160000,
     "-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)\n"
     "ALTER TABLE public.t ALTER COLUMN a SET STORAGE DEFAULT;\n"},
    {"the slot's own", "subscriptions: {s: {connection: {dbname: x}, publications: [a], enabled: true}}",
     "subscriptions: {s: {connection: {dbname: x}, publications: [a], enabled: true, failover: true, two_phase: true}}", 180000,
     "ALTER SUBSCRIPTION s DISABLE;\n"
     "-- alters the slot 's' at the publisher, which must be reached; while the worker has not stopped yet it fails: once more then\n"
     "ALTER SUBSCRIPTION s SET (failover = true, two_phase = true);\nALTER SUBSCRIPTION s ENABLE;\n"},
};

static void check_version(void **state)
{
    const struct version_row *row = *state;
    struct emitted m = {0};
    AUTO_BUF out = {0};

    emit_models(&m, row->from, row->to, row->version);
    emit_script(&out, &m.statements);
    expect_text(buf_str(&out), row->script);
    emitted_free(&m);
}

static void test_access_method_before_15(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct catalog *from = model_of(&a, "schema: public\ntables: {t: {}}\n");
    struct catalog *to = model_of(&a, "schema: public\ntables: {t: {access_method: columnar}}\n");
    struct op op = {.verb = VERB_ALTER,
                    .old = catalog_get(from, "table public.t"),
                    .new = catalog_get(to, "table public.t")};

    op.changed = record_compare(&op.new->kind->record, op.old, op.new, NULL);
    expect_text(
        script_of(&a, &op, 1, 140000),
        "test:2:10: error: the access method of public.t can be changed from PostgreSQL 15 on [emit.cannot]\n"
        "    2 | tables: {t: {access_method: columnar}}\n"
        "      |          ^\n");
    expect_text(script_of(&a, &op, 1, 150000),
                "-- lock: ACCESS EXCLUSIVE on public.t (blocks reads and writes)\n"
                "-- hazard move-data: the whole of public.t is written anew\n"
                "ALTER TABLE public.t SET ACCESS METHOD columnar;\n");
    catalog_free(from);
    catalog_free(to);
}

static void test_function_stub(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct catalog *c =
        model_of(&a, "schema: public\nfunctions: {f(a integer): {returns: integer, sql_body: RETURN a}}\n");
    struct object *f = catalog_get(c, "function public.f(integer)");
    const struct op ops[] = {{.verb = VERB_STUB, .new = f}, {.verb = VERB_CREATE, .new = f, .replace = true}};

    expect_text(script_of(&a, ops, 2, 150000),
                "-- bodies may name what is created later\n"
                "SET LOCAL check_function_bodies = off;\n\n"
                "-- stands in until what the body uses is there\n"
                "CREATE FUNCTION public.f(a integer) RETURNS integer\n"
                "    LANGUAGE sql\n"
                "    AS $$SELECT NULL$$;\n\n"
                "CREATE OR REPLACE FUNCTION public.f(a integer) RETURNS integer\n"
                "    LANGUAGE sql\n"
                "RETURN a;\n");
    catalog_free(c);
}

/* The name of a type put aside is cut between characters and avoids what is there. */
static void test_aside_name(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct catalog *c = model_of(&a, "schema: public\nenums: {e: [a], e_old: [a]}\n");
    struct diff diff = {.to = c};
    struct plan plan = {.diff = &diff};
    const struct emitter e = {.arena = &a, .plan = &plan};
    struct object *o = catalog_get(c, "enum public.e");
    struct object wide = *o;

    expect_text(emit_aside_path(&e, o), "public.e_old2");
    wide.name = "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaééé";
    expect_text(emit_aside_path(&e, &wide),
                "public.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa_old");
    catalog_free(c);
}

/* No name may leave its comment. */
static void test_comment_holds_names(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct catalog *c = catalog_new();
    struct object *t = object_new(c, kinds[KIND_TABLE], "public", "x\nDROP TABLE y; --", NULL);
    const struct op op = {.verb = VERB_DROP, .old = t};

    catalog_add(c, t);
    expect_text(script_of(&a, &op, 1, 150000),
                "-- lock: ACCESS EXCLUSIVE on public.\"x\\u000ADROP TABLE y; --\" (blocks reads and writes)\n"
                "-- hazard drop-table: the rows of public.\"x\\u000ADROP TABLE y; --\" are lost\n"
                "DROP TABLE public.\"x\nDROP TABLE y; --\";\n");
    catalog_free(c);
}

static void test_json(void **state UNUSED)
{
    struct emitted m = {0};
    AUTO_BUF out = {0};

    emit_models(&m, ONE_COLUMN(""), "schema: public\n", 150000);
    json_write(&out, emit_node(&m.arena, &m.statements), false);
    expect_text(buf_str(&out),
                "[{\"sql\":\"DROP TABLE public.t\",\"verb\":\"drop\",\"object\":\"table "
                "public.t\",\"lock\":\"ACCESS EXCLUSIVE\","
                "\"lock_on\":\"public.t\",\"hazards\":[{\"id\":\"drop-table\",\"severity\":\"warning\","
                "\"text\":\"the rows of public.t are lost\","
                "\"safe\":\"stop using it first; keep a copy or rename it aside for a release\"}]}]");
    emitted_free(&m);
}

int main(void)
{
    struct cases c = {0};

    ADD_ROWS(&c, privilege_rows, check_privileges);
    add_case(&c, "create with facets", test_create_with_facets);
    ADD_ROWS(&c, volatile_rows, check_volatile);
    add_case(&c, "volatile by the model", test_volatile_by_model);
    ADD_ROWS(&c, version_rows, check_version);
    add_case(&c, "access method before 15", test_access_method_before_15);
    add_case(&c, "function stub", test_function_stub);
    add_case(&c, "name of a type put aside", test_aside_name);
    add_case(&c, "names stay in their comments", test_comment_holds_names);
    add_case(&c, "json", test_json);
    return run_cases(&c, "emit parts");
}
