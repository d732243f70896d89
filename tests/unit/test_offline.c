/* Offline scripts, run by psql: they must leave the database as an online run does, and start only where they
 * were made for. */
#include "runner_fixture.h"

static const char *psql(struct fixture *f, const char *script, int *ret_code)
{
    const char *file = path_join(&f->arena, f->folder, "script.txt"),
               *log = path_join(&f->arena, f->folder, "log.txt");
    struct source *s;
    assert_int_equal(file_write(file, script, strlen(script), true, &f->diag), OK);
    int status = system(arena_printf(&f->arena, "psql -X -q -f '%s' '%s' >'%s' 2>&1", file, f->url, log));
    *ret_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    assert_int_equal(file_read(&f->arena, log, 0, &f->diag, &s), OK);
    return s->text;
}

static const char *script_of(struct fixture *f, enum direction direction, const char *text)
{
    struct route *route;
    struct buf out = {0};
    graph_read(f);
    expect_run(f, route_offline(&f->arena, f->graph, direction, text, &f->diag, &route));
    expect_run(f, offline_script(&f->arena, &f->options, route, &f->diag, &out));
    return buf_take(&out, &f->arena);
}

static void run_script(struct fixture *f, enum direction direction, const char *text)
{
    int code;
    const char *script = script_of(f, direction, text), *log = psql(f, script, &code);
    expect_text(log, "");
    assert_int_equal(code, 0);
}

/* Structure without the state tables, which both have; version rows; history without times and people. */
static const char *state_of(struct fixture *f)
{
    struct source *s;
    const char *dump = path_join(&f->arena, f->folder, "dump.txt");
    assert_int_equal(system(arena_printf(&f->arena, "pg_dump --no-owner '%s' -T public.kedge_history >'%s'",
                                         f->url, dump)),
                     0);
    assert_int_equal(file_read(&f->arena, dump, 0, &f->diag, &s), OK);
    char *text = arena_strdup(&f->arena, s->text), *p;
    while ((p = strstr(text, "restrict "))) /* newer pg_dump has a random word here */
        memmove(p, p + strcspn(p, "\n"), strlen(p + strcspn(p, "\n")) + 1);
    return arena_printf(&f->arena, "%s\n%s\n%s", text, history(f),
                        query(f, "SELECT string_agg(sha256, ' ' ORDER BY id) FROM public.kedge_history"));
}

static void revisions_put(struct fixture *f)
{
    file_put(
        f, "aaaa", NULL,
        "CREATE TABLE t AS SELECT g AS id, 'it''s \\ :x' AS name, 0 AS x FROM generate_series(1, 25) g;\n"
        "CREATE FUNCTION f() RETURNS integer LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN 1; -- ;\nEND\n$$;\n",
        "DROP FUNCTION f();\nDROP TABLE t;\n");
    file_put(
        f, "bbbb", "aaaa",
        "-- kedge:timeout lock=1s\nALTER TABLE t ADD COLUMN y integer -- no semicolon before this ends\n;\n"
        "CREATE INDEX CONCURRENTLY t_id ON t (id);\n"
        "-- kedge:batch pause=1ms\n"
        "UPDATE t SET x = 1 WHERE id IN (SELECT id FROM t WHERE x = 0 LIMIT 10);\n"
        "ALTER TABLE t ADD CHECK (x = 1)",
        NULL);
    file_put(f, "cccc", "aaaa", "CREATE TABLE c ();\n", "DROP TABLE c;\n");
    AUTO_BUF merge = {0};
    buf_add(&merge, "-- merge\n-- kedge:revision dddd\n-- kedge:revises bbbb, cccc\n-- kedge:upgrade\n-- "
                    "kedge:downgrade\n");
    assert_int_equal(
        file_write(path_join(&f->arena, f->folder, "dddd.sql"), buf_str(&merge), merge.len, true, &f->diag),
        OK);
}

static void test_same_as_online(void **state)
{
    struct fixture online, offline;
    (void)state;
    fixture_open(&online);
    fixture_open(&offline);
    revisions_put(&online);
    revisions_put(&offline);
    expect_run(&online, upgrade(&online, "head"));
    run_script(&offline, UPGRADE, "head");
    expect_text(versions(&offline), "dddd");
    expect_text(state_of(&offline), state_of(&online));

    expect_run(&online, downgrade(&online, "bbbb"));
    run_script(&offline, DOWNGRADE, "dddd:bbbb");
    expect_text(state_of(&offline), state_of(&online));

    expect_run(&online, upgrade(&online, "head"));
    run_script(&offline, UPGRADE, "bbbb,cccc:head");
    expect_text(state_of(&offline), state_of(&online));
    /* And online finds nothing to do after offline. */
    expect_run(&offline, upgrade(&offline, "head"));
    assert_int_equal(offline.result.steps, 0);
    assert_int_equal(offline.diag.warnings, 0);
    fixture_close(&online);
    fixture_close(&offline);
}

static void test_wrong_start(void **state)
{
    struct fixture f;
    int code;
    (void)state;
    fixture_open(&f);
    revisions_put(&f);
    const char *log = psql(&f, script_of(&f, UPGRADE, "aaaa:head"), &code);
    assert_non_null(strstr(log, "this script starts at {aaaa}, and the database is at {}"));
    assert_int_equal(code, 3);
    expect_text(query(&f, "SELECT to_regclass('public.c')"), "(none)");
    run_script(&f, UPGRADE, "aaaa");
    (void)psql(&f, script_of(&f, UPGRADE, "aaaa"), &code); /* a second time */
    assert_int_equal(code, 3);
    run_script(&f, UPGRADE, "aaaa:heads");
    fixture_close(&f);
}

static void test_failure_rolls_back(void **state)
{
    struct fixture f;
    int code;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "CREATE TABLE t ();\n", "");
    file_put(&f, "bbbb", "aaaa", "CREATE TABLE u ();\nSELECT 1 / 0;\n", "");
    (void)psql(&f, script_of(&f, UPGRADE, "head"), &code);
    assert_int_equal(code, 3);
    expect_text(versions(&f), "aaaa");
    expect_text(query(&f, "SELECT to_regclass('public.u')"), "(none)");
    fixture_close(&f);
}

static void test_stamp_script(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    revisions_put(&f);
    f.options.version_table = "Odd \"name\"";
    f.options.schema = "kedge's";
    run_script(&f, STAMP, "heads");
    run_script(&f, STAMP, "heads:bbbb");
    expect_text(query(&f, "SELECT string_agg(version_num, ' ') FROM \"kedge's\".\"Odd \"\"name\"\"\""),
                "bbbb cccc");
    fixture_close(&f);
}

int main(void)
{
    struct cases c = {0};
    (void)server_url();
    if (system("command -v psql pg_dump >/dev/null 2>&1") != 0) {
        fprintf(stderr, "skipped: no psql or pg_dump\n");
        return 77;
    }
    add_case(&c, "the same as online", test_same_as_online);
    add_case(&c, "a wrong start", test_wrong_start);
    add_case(&c, "a failure", test_failure_rolls_back);
    add_case(&c, "stamp", test_stamp_script);
    return run_cases(&c, "offline");
}
