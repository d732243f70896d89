/* Reading live databases: tests/unit/introspect/NAME.sql is what is built, with the markers of introspect/postgres/README.md where older
 * servers lack something; NAME.txt what must be read, or NAME-13.txt of a server of that version. */
#include "base/embed.h"
#include "base/file.h"
#include "db/url.h"
#include "introspect/introspect.h"
#include "introspect/template.h"
#include "model_dump.h"
#include "schema/not_null.h"
#include "server.h"
#include <unistd.h>

static struct arena texts;

/* Nothing but notices, which are thrown away. */
static void expect_no_error(struct diag *d)
{
    if (d->errors)
        expect_text(diag_text(&texts, d), "");
    diag_clear(d);
}

static int server_major;

static struct db *connect_to(const char *database, const char *user)
{
    struct diag d = {0};
    struct db *db = NULL;
    const char *url;

    assert_int_equal(url_with_database(&texts, server_url(), database, &d, &url), OK);
    if (user)
        url = arena_printf(&texts, "%s user=%s", url, user);
    db_open(url, NULL, &d, &db);
    expect_no_error(&d);
    return db;
}

static void exec(struct db *db, const char *sql)
{
    struct diag d = {0};

    db_exec(db, sql, &d);
    expect_no_error(&d);
}

static const char *file_text(const char *name)
{
    struct diag d = {0};
    struct source *s = NULL;

    file_read(&texts, arena_printf(&texts, "tests/unit/introspect/%s", name), 0, &d, &s);
    expect_no_error(&d);
    return s->text;
}

/* As a server of this version takes it. */
static const char *sql_text(struct db *db, const char *name)
{
    struct diag d = {0};
    const char *sql = NULL;

    template_resolve(&texts, name, file_text(name), db_version(db), &d, &sql);
    expect_no_error(&d);
    return sql;
}

static const char *golden(const char *name)
{
    const char *own = arena_printf(&texts, "%s-%d.txt", name, server_major);

    if (access(arena_printf(&texts, "tests/unit/introspect/%s", own), R_OK) == 0)
        return own;
    return arena_printf(&texts, "%s.txt", name);
}

/* KEDGE_TESTS_WRITE=1 writes what was read instead, for a person to look at the difference. */
static void expect_file(const char *text, const char *name)
{
    struct diag d = {0};

    name = golden(name);
    if (getenv("KEDGE_TESTS_WRITE"))
        file_write(arena_printf(&texts, "tests/unit/introspect/%s", name), text, strlen(text), true, &d);
    expect_no_error(&d);
    expect_text(text, file_text(name));
}

/* A database of this name, made of NAME.sql the first time. */
static struct db *database(const char *name)
{
    static struct list made;
    struct db *db;

    if (!list_has_text(&made, name)) {
        db = connect_to("postgres", NULL);
        exec(db, arena_printf(&texts, "create database %s", name));
        db_close(db);
        db = connect_to(name, NULL);
        exec(db, "set search_path = public");
        exec(db, sql_text(db, arena_printf(&texts, "%s.sql", name)));
        db_close(db);
        list_push(&texts, &made, name);
    }
    return connect_to(name, NULL);
}

static struct catalog *read_only(struct db *db, const char *schema, const char *skip)
{
    struct list schemas = {0}, skipped = {0};
    struct catalog *c = NULL;
    struct diag d = {0};

    if (schema)
        list_push(&texts, &schemas, schema);
    if (skip)
        list_push(&texts, &skipped, skip);
    introspect_run(db, &schemas, &skipped, INTROSPECT_DEPENDS, &d, &c);
    expect_no_error(&d);
    return c;
}

/* Deparsers differ: from 16 on columns of a single relation are not qualified, from 17 on there is MAINTAIN.
 */
static char *without_version(const char *text)
{
    static const char *const gone[] = {" orders.", "(orders.", " users.", "(users.", ", MAINTAIN"};
    struct buf b = {0};

    while (*text) {
        size_t n = 0;

        for (size_t i = 0; i < COUNT(gone) && n == 0; i++) {
            if (strncmp(text, gone[i], strlen(gone[i])) == 0)
                n = strlen(gone[i]);
        }
        if (n > 0 && *text != ',')
            buf_addc(&b, *text);
        if (n == 0)
            buf_addc(&b, *text);
        text += n > 0 ? n : 1;
    }
    return buf_take(&b, &texts);
}

static char *everything_text(const struct catalog *c)
{
    static const char *const parts[PART_COUNT] = {"", " default", " owned by", " body", " late"};
    AUTO_BUF b = {0};
    const struct object *o;
    const struct depend *d;
    const struct privilege *p;

    buf_add(&b, dump_catalog(&texts, c));
    buf_add(&b, "\n");
    list_each (o, &c->objects) {
        list_each (d, &o->depends)
            buf_addf(&b, "%s%s -> %s\n", o->address, parts[d->part], d->on->address);
    }
    buf_add(&b, "\n");
    list_each (o, &c->objects) {
        if (o->has_privileges)
            buf_addf(&b, "%s:\n", o->address);
        list_each (p, &o->privileges)
            buf_addf(&b, "    %s: %s%s\n", p->grantee, p->privileges, p->grantable ? " grantable" : "");
    }
    return without_version(buf_str(&b));
}

/* Each kind has rows here, so that the columns of each file were held against the fields of its kind. */
static void everything(UNUSED void **state)
{
    struct db *db = database("everything");
    struct catalog *c = read_only(db, NULL, NULL);
    bool seen[KIND_COUNT] = {false};
    struct object *o;

    assert_int_equal(c->version, db_version(db));
    list_each (o, &c->objects) {
        seen[o->kind->id] = true;
        assert_true(o->oid > 0);
        assert_ptr_equal(catalog_get(c, o->address), o);
        if (o->kind->id == KIND_EXTENSION)
            ((struct extension *)o)->version = NULL;
    }
    for (int k = 0; k < KIND_COUNT; k++) {
        if (!seen[k])
            fail_msg("no %s was read", kinds[k]->name);
    }
    not_null_names_clear(c); /* of 18 */
    expect_file(everything_text(c), "everything");
    assert_int_equal(c->unmodelled.n, 0);
    catalog_free(c);
    db_close(db);
}

static bool has_reason(const char *what)
{
    struct list reasons = {0};
    const struct reason *r;

    introspect_reasons(&texts, &reasons);
    list_each (r, &reasons) {
        if (strncmp(what, r->what, strlen(r->what)) == 0)
            return true;
    }
    return false;
}

static void nothing_silent(UNUSED void **state)
{
    struct db *db = database("unmodelled");
    struct catalog *c = read_only(db, NULL, "public.kedge_version");
    const struct unmodelled *u, *last = NULL;
    struct buf b = {0};

    list_each (u, &c->unmodelled) {
        buf_addf(&b, "%s: %s\n", u->what, u->address);
        if (last && strcmp(last->what, u->what) == 0 && strcmp(last->address, u->address) == 0)
            fail_msg("%s is there twice", u->address);
        if (!has_reason(u->what))
            fail_msg("unmodelled.sql has no line \"--? %s: why\", which docs/coverage.md is made of", u->what);
        last = u;
    }
    expect_file(buf_take(&b, &texts), "unmodelled");
    assert_null(catalog_get(c, "table public.kedge_version"));
    assert_non_null(catalog_get(c, "table public.parted"));
    assert_null(catalog_get(c, "index public.plain.broken"));
    assert_null(catalog_get(c, "function public.odd_range(integer, integer)"));
    catalog_free(c);
    db_close(db);
}

static void schemas_named(UNUSED void **state)
{
    struct db *db = database("everything");
    struct list schemas = {0}, none = {0};
    struct catalog *c = NULL;
    struct diag d = {0};

    exec(db, "create schema \"a,\"\"b\\{}\"; create table \"a,\"\"b\\{}\".t (a integer)");
    list_push(&texts, &schemas, "nowhere");
    list_push(&texts, &schemas, "public");
    list_push(&texts, &schemas, "a,\"b\\{}");
    list_push(&texts, &schemas, "Odd.schema");
    assert_int_equal(introspect_run(db, &schemas, &none, INTROSPECT_DEPENDS, &d, &c), OK);
    assert_int_equal(c->schemas.n, 3);
    expect_text(c->schemas.at[0], "public");
    expect_text(c->schemas.at[1], "a,\"b\\{}");
    expect_text(c->schemas.at[2], "Odd.schema");
    assert_non_null(catalog_get(c, "column \"a,\"\"b\\{}\".t.a"));
    assert_null(catalog_get(c, "schema app"));
    assert_null(catalog_get(c, "table app.users"));
    assert_false(catalog_get(c, "extension citext")->implied);
    catalog_free(c);
    exec(db, "drop schema \"a,\"\"b\\{}\" cascade");

    c = read_only(db, "nowhere", NULL);
    assert_int_equal(c->schemas.n, 0);
    assert_true(catalog_get(c, "extension citext")->implied);
    assert_int_equal(c->objects.n, 9); /* what is in no schema: extension, language, access method, what is foreign, publications, subscription */
    catalog_free(c);
    db_close(db);
}

static void skipped_whole(UNUSED void **state)
{
    struct db *db = database("everything");
    struct catalog *c = read_only(db, "Odd.schema", "Odd.schema.Odd \"table\"");

    assert_non_null(catalog_get(c, "schema \"Odd.schema\""));
    assert_int_equal(c->objects.n,
                     10); /* the schema and what is in none: the owned sequence went with the table */
    assert_int_equal(c->unmodelled.n, 0);
    catalog_free(c);
    db_close(db);
}

static size_t statements(struct db *db)
{
    size_t before = db_statement_count(db);

    catalog_free(read_only(db, NULL, NULL));
    return db_statement_count(db) - before;
}

static void statements_constant(UNUSED void **state)
{
    struct db *db = database("many");
    size_t few = statements(db);

    exec(db, "set search_path = public");
    exec(db, "do $$ begin for i in 1..200 loop execute format('create table t%s (id serial primary key, a "
             "text unique, "
             "b integer references t%s check (b > 0))', i, i - 1); execute format('create index on t%s "
             "(lower(a))', i); "
             "execute format('create view v%s as select a from t%s', i, i); end loop; end $$");
    assert_int_equal(statements(db), few);
    db_close(db);
}

/* Within a transaction of the caller nothing is left behind, not even a setting. */
static void transaction_kept(UNUSED void **state)
{
    struct db *db = database("everything");
    struct diag d = {0};
    struct catalog *c;
    const char *value;

    exec(db, "begin; create table app.mine (a integer)");
    c = read_only(db, "app", NULL);
    assert_non_null(catalog_get(c, "column app.mine.a"));
    catalog_free(c);
    assert_int_equal(db_transaction(db), TRANSACTION_OPEN);
    assert_int_equal(db_value(db, &texts, "show enable_nestloop", NULL, 0, &d, &value), OK);
    expect_text(value, "on");
    exec(db, "rollback");
    c = read_only(db, "app", NULL);
    assert_null(catalog_get(c, "table app.mine"));
    assert_int_equal(db_transaction(db), TRANSACTION_NONE);
    catalog_free(c);
    db_close(db);
}

static void rights_not_needed(UNUSED void **state)
{
    struct db *db = database("everything");
    struct catalog *all = read_only(db, NULL, NULL), *c;

    exec(db, "create role nobody_special login; revoke all on schema app, public from public");
    db_close(db);
    db = connect_to("everything", "nobody_special");
    c = read_only(db, NULL, NULL);
    assert_int_equal(c->objects.n, all->objects.n - 1);
    assert_null(catalog_get(c, "subscription odd_sub")); /* for superusers only, and said so */
    assert_int_equal(c->unmodelled.n, 1);
    catalog_free(c);
    catalog_free(all);
    db_close(db);

    db_close(database("unmodelled"));
    db = connect_to("unmodelled", "nobody_special");
    catalog_free(read_only(db, NULL, NULL));
    db_close(db);
}

/* What older servers are sent is at least valid SQL. */
static void older_servers(UNUSED void **state)
{
    static const char settings[] = "begin; set local kedge.schemas = '{}'; set local kedge.skip = '{}'; set local kedge.secret = 'passw'; "
                                   "set local kedge.managed = '{}'; set local kedge.left_out = '{}'";
    struct db *db = database("everything");
    struct diag d = {0};
    const char *sql;

    exec(db, settings);
    for (const struct embedded *e = introspect_postgres_sql; e->name; e++) {
        for (int version = 130000; version <= db_version(db) && version <= 150000; version += 10000) {
            assert_int_equal(template_resolve(&texts, e->name, e->text, version, &d, &sql), OK);
            db_exec(db, sql, &d);
            expect_no_error(&d);
        }
    }
    exec(db, "rollback");
    db_close(db);
}

struct marker {
    const char *name, *text;
    int version;
    const char *want; /* or the part of an error */
    bool error;
};

static const struct marker markers[] = {
    {"none", "select 1\nfrom t", 130000, "select 1\nfrom t\n", false},
    {"new server", "a.x as y, --@ since 150000 : a.x : false\n", 150000, "a.x as y, \n", false},
    {"old server", "a.x as y, --@ since 150000 : a.x : false\n", 140012, "false as y, \n", false},
    {"cast", "a.x::text, --@ since 150000 : a.x::text : null::text\n", 140012, "null::text, \n", false},
    {"nothing instead", "  and a.x --@ since 150000 : and a.x :\n", 140012, "   \n", false},
    {"block, new", "a\n--@ begin 180000\nb\n--@ end\nc\n", 180001, "a\n\nb\nc\n", false},
    {"block, old", "a\n--@ begin 180000\nb --@ since 1 : x : y\n--@ end\nc\n", 170001, "a\n\nc\n", false},
    {"not in the line", "a.x --@ since 150000 : a.y : false\n", 140012, "f.sql, line 1", true},
    {"no constant", "a.x --@ since 150000 : a.x\n", 140012, "f.sql, line 1", true},
    {"unknown", "a\nb --@ until 150000 : a.x : b\n", 140012, "f.sql, line 2", true},
};

static void marker_resolved(void **state)
{
    const struct marker *m = *state;
    const char *sql = NULL;
    struct diag d = {0};
    int result = template_resolve(&texts, "f", m->text, m->version, &d, &sql);

    assert_int_equal(result, m->error ? ERR : OK);
    if (m->error)
        assert_non_null(strstr(diag_text(&texts, &d), m->want));
    else
        expect_text(sql, m->want);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    struct db *db = connect_to("postgres", NULL);

    server_major = db_version(db) / 10000;
    db_close(db);
    ADD_ROWS(&c, markers, marker_resolved);
    add_case(&c, "everything", everything);
    add_case(&c, "nothing is silent", nothing_silent);
    add_case(&c, "schemas by name", schemas_named);
    add_case(&c, "skipped relations", skipped_whole);
    add_case(&c, "statements do not grow with the schema", statements_constant);
    add_case(&c, "the caller's transaction", transaction_kept);
    add_case(&c, "older servers", older_servers);
    add_case(&c, "a role without rights", rights_not_needed);
    int failed = run_cases(&c, "introspect");
    arena_clear(&texts);
    return failed;
}
