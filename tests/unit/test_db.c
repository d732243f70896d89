/* Statements and their answers: values, rows, pipelines, errors, notices. */
#include "db_fixture.h"

#include <fcntl.h>
#include <sys/resource.h>

static void getters(UNUSED void **state)
{
    struct db *db = open_server();
    assert_true(db_version(db) >= 130000);
    expect_text(db_name(db), "postgres");
    expect_text(db_user(db), "postgres");
    assert_int_equal(db_host(db)[0], '/');
    assert_true(db_alive(db));
    expect_text(db_sqlstate(db), "");
    size_t before = db_statement_count(db);
    exec(db, "select 1");
    assert_int_equal(db_statement_count(db), before + 1);
    assert_int_equal(db_transaction(db), TRANSACTION_NONE);
    exec(db, "begin");
    assert_int_equal(db_transaction(db), TRANSACTION_OPEN);
    assert_int_equal(db_exec(db, "select 1/0", NULL), ERR);
    assert_int_equal(db_transaction(db), TRANSACTION_FAILED);
    exec(db, "rollback");
    assert_int_equal(db_transaction(db), TRANSACTION_NONE);
    db_close(db);
    db_close(NULL);
}

static const char *const pinned[][2] = {
    {"search_path", ""},
    {"DateStyle", "ISO, MDY"},
    {"IntervalStyle", "postgres"},
    {"TimeZone", "UTC"},
    {"extra_float_digits", "3"},
    {"client_encoding", "UTF8"},
    {"row_security", "off"},
    {"bytea_output", "hex"},
    {"quote_all_identifiers", "off"},
    {"standard_conforming_strings", "on"},
    {"application_name", "kedge"},
};

/* Whatever the role came with. */
static void session_pinned(UNUSED void **state)
{
    struct db *db = open_server();
    exec(db, "create role odd login; alter role odd set search_path = pg_temp, public; alter role odd set "
             "datestyle = german;"
             "alter role odd set default_transaction_read_only = on; alter role odd set "
             "quote_all_identifiers = on;"
             "alter role odd set client_encoding = latin1; revoke all on schema public from odd");
    db_close(db);
    db = open_db(arena_printf(&texts, "%s&user=odd", server_url()));
    for (size_t i = 0; i < COUNT(pinned); i++)
        expect_text(value_of(db, arena_printf(&texts, "show %s", pinned[i][0])), pinned[i][1]);
    const char *restricted = value_of(db, "select current_setting('restrict_nonsystem_relation_kind', true)");
    if (restricted)
        expect_text(restricted, "view, foreign-table");
    db_close(db);
}

static void session_script(UNUSED void **state)
{
    struct diag d = {0};
    struct db *db = NULL;
    struct db_options options = {.script = true, .application_name = "test"};
    assert_int_equal(db_open(server_url(), &options, &d, &db), OK);
    expect_text(value_of(db, "show search_path"), "\"$user\", public");
    expect_text(value_of(db, "show row_security"), "on");
    expect_text(value_of(db, "show application_name"), "test");
    db_close(db);
}

static void values(UNUSED void **state)
{
    struct db *db = open_server();
    assert_null(value_of(db, "select null"));
    assert_null(value_of(db, "select 1 where false"));
    assert_null(value_of(db, "create temp table t (a int)"));
    expect_text(value_of(db, "select ''"), "");
    expect_text(value_of(db, "select a from (values ('äöü'), ('second')) as v(a)"), "äöü");
    const char *params[] = {"it's", NULL, ""}, *got = NULL;
    struct diag d = {0};
    assert_int_equal(
        db_value(db, &texts, "select $1::text || coalesce($2, '-null-') || $3", params, 3, &d, &got), OK);
    expect_text(got, "it's-null-");
    db_close(db);
}

static void null_and_empty(UNUSED void **state)
{
    struct db *db = open_server();
    struct seen s = {0};
    struct diag d = {0};
    assert_int_equal(db_query(db, "values (null, ''), ('', null), ('x', null)", NULL, 0, count_row, &s, &d),
                     OK);
    assert_int_equal(s.rows, 3);
    assert_int_equal(s.nulls, 3);
    assert_int_equal(s.empties, 2);
    assert_true(s.same_names);
    db_close(db);
}

static void callback_stops(UNUSED void **state)
{
    struct db *db = open_server();
    struct seen s = {.stop_at = 10};
    struct diag d = {0};
    assert_int_equal(db_query(db, "select generate_series(1, 10000)", NULL, 0, count_row, &s, &d), ERR);
    assert_int_equal(s.rows, 10);
    assert_int_equal(d.entries.n, 0);
    expect_text(value_of(db, "select 'still here'"), "still here");
    db_close(db);
}

enum { PIPELINE = 50 };

static void pipeline(UNUSED void **state)
{
    struct db *db = open_server();
    struct db_request requests[PIPELINE];
    struct seen seen[PIPELINE] = {0};
    struct diag d = {0};
    for (int i = 0; i < PIPELINE; i++)
        requests[i] = (struct db_request){
            .name = "some",
            .sql = arena_printf(&texts, "select n as col%d, null from generate_series(1, %d) n", i, i * 20),
            .fn = count_row,
            .ctx = &seen[i]};
    assert_int_equal(db_pipeline(db, requests, PIPELINE, &d), OK);
    assert_int_equal(db_pipeline(db, requests, 0, &d), OK);
    for (int i = 0; i < PIPELINE; i++) {
        assert_int_equal(seen[i].rows, i * 20);
        assert_int_equal(seen[i].nulls, i * 20);
        assert_true(i == 0 || seen[i].same_names);
    }
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_close(db);
}

static void pipeline_error(UNUSED void **state)
{
    struct db *db = open_server();
    struct seen seen[4] = {0};
    struct diag d = {0};
    const struct db_request requests[] = {
        {"first", "select generate_series(1, 1000)", count_row, &seen[0]},
        {"tables", "select relname,\n       relnam from pg_catalog.pg_class", count_row, &seen[1]},
        {"third", "select 1/0", count_row, &seen[2]},
        {"fourth", "select 1", count_row, &seen[3]},
    };
    exec(db, "begin");
    assert_int_equal(db_pipeline(db, requests, COUNT(requests), &d), ERR);
    expect_error(&d, "db.sql");
    expect_text(first(&d)->message, "tables: column \"relnam\" does not exist");
    expect_text(first(&d)->sqlstate, "42703");
    expect_text(db_sqlstate(db), "42703");
    expect_in(first(&d)->detail, "LINE 2:        relnam from pg_catalog.pg_class\n               ^");
    assert_int_equal(seen[0].rows, 1000);
    assert_int_equal(seen[1].rows + seen[2].rows + seen[3].rows, 0);
    assert_int_equal(db_transaction(db), TRANSACTION_FAILED);
    exec(db, "rollback");
    /* An error after the first rows of a result. */
    const struct db_request late[] = {
        {"late", "select 1/(50000 - n) from generate_series(1, 100000) n", count_row, &seen[1]},
        {"fourth", "select 1", count_row, &seen[3]},
    };
    diag_clear(&d);
    assert_int_equal(db_pipeline(db, late, COUNT(late), &d), ERR);
    expect_error(&d, "db.sql");
    expect_text(first(&d)->message, "late: division by zero");
    assert_int_equal(seen[1].rows, 49999);
    expect_text(value_of(db, "select 'usable'"), "usable");
    diag_clear(&d);
    db_close(db);
}

/* Both pipes are full at the same time: large statements against large answers. */
static void pipeline_large(UNUSED void **state)
{
    struct db *db = open_server();
    struct db_request requests[20];
    struct seen seen[20] = {0};
    struct diag d = {0};
    char *filler = arena_alloc(&texts, 1000001);
    memset(filler, 'x', 1000000);
    const char *sql = arena_printf(
        &texts, "select repeat('y', 100000) from generate_series(1, 50) where '%s' <> ''", filler);
    for (size_t i = 0; i < COUNT(requests); i++)
        requests[i] = (struct db_request){.name = "large", .sql = sql, .fn = count_row, .ctx = &seen[i]};
    assert_int_equal(db_pipeline(db, requests, COUNT(requests), &d), OK);
    for (size_t i = 0; i < COUNT(requests); i++)
        assert_int_equal(seen[i].rows, 50);
    db_close(db);
}

static void big_result(UNUSED void **state)
{
    struct db *db = open_server();
    struct seen s = {0};
    struct diag d = {0};
    struct rusage before, after;
    const struct db_request request = {"big", "select n, repeat('x', 200) from generate_series(1, 200000) n",
                                       count_row, &s};
    getrusage(RUSAGE_SELF, &before);
    assert_int_equal(db_pipeline(db, &request, 1, &d), OK);
    getrusage(RUSAGE_SELF, &after);
    assert_int_equal(s.rows, 200000);
#ifndef __SANITIZE_ADDRESS__ /* which keeps freed memory for a while */
    assert_true(after.ru_maxrss - before.ru_maxrss < 4000);
#endif
    db_close(db);
}

struct error_row {
    const char *name, *sql, *code, *sqlstate, *message, *detail, *hint;
};

static const struct error_row error_rows[] = {
    {"syntax", "select 1;\n  selekt 2", "db.sql", "42601", "syntax error at or near \"selekt\"",
     "LINE 2:   selekt 2\n          ^", NULL},
    {"position counts characters", "select 'äöü€', nope", "db.sql", "42703", "column \"nope\" does not exist",
     "LINE 1: select 'äöü€', nope\n                       ^", NULL},
    {"wide characters and tabs", "select '漢字',\tnope", "db.sql", "42703", "column \"nope\" does not exist",
     "LINE 1: select '漢字', nope\n                       ^", NULL},
    {"at the end", "select 1 +", "db.sql", "42601", "syntax error at end of input",
     "LINE 1: select 1 +\n                  ^", NULL},
    {"detail", "create temp table t (a int primary key); insert into t values (1), (1)", "db.sql", "23505",
     "duplicate key value violates unique constraint \"t_pkey\"", "DETAIL: Key (a)=(1) already exists.",
     NULL},
    {"hint", "select 1 || true", "db.sql", "42883", "operator does not exist: integer || boolean",
     "LINE 1: select 1 || true\n                 ^", "explicit type casts"},
    {"inner query", "do $$begin execute 'select\n nope'; end$$", "db.sql", "42703",
     "column \"nope\" does not exist",
     "LINE 2:  nope\n         ^\nCONTEXT: PL/pgSQL function inline_code_block line 1 at EXECUTE", NULL},
    {"own hint", "do $$begin raise exception 'a' using detail = 'b', hint = 'c', errcode = 'ZZ123'; end$$",
     "db.sql", "ZZ123", "a", "DETAIL: b", "c"},
    {"cancelled by timeout", "set statement_timeout = 50; select pg_catalog.pg_sleep(5)", "db.cancelled",
     "57014", "canceling statement due to statement timeout", NULL, NULL},
    {"copy in", "copy (select 1) to stdout; select 2", "db.copy", NULL,
     "COPY from or to the client is not supported", NULL, "psql"},
    {"password in the statement",
     "create role x pasword 'a'; alter role y with nope password 'sec''ret' login", "db.sql", "42601", NULL,
     "password *** login", NULL},
};

static void check_error(void **state)
{
    const struct error_row *row = *state;
    AUTO_ARENA a = {0};
    struct db *db = open_server();
    struct diag d = {0};
    assert_int_equal(db_exec(db, row->sql, &d), ERR);
    expect_error(&d, row->code);
    if (row->message)
        expect_text(first(&d)->message, row->message);
    expect_text(first(&d)->sqlstate, row->sqlstate);
    if (row->detail)
        expect_in(first(&d)->detail, row->detail);
    if (row->hint)
        expect_in(first(&d)->hint, row->hint);
    assert_null(strstr(diag_text(&a, &d), "ret' login"));
    exec(db, "reset statement_timeout");
    expect_text(value_of(db, "select 'usable'"), "usable");
    diag_clear(&d);
    db_close(db);
}

static void copy_in(UNUSED void **state)
{
    struct db *db = open_server();
    struct diag d = {0};
    assert_int_equal(db_exec(db, "create temp table t (a int); copy t from stdin", &d), ERR);
    expect_error(&d, "db.copy");
    expect_text(value_of(db, "select 'usable'"), "usable");
    diag_clear(&d);
    db_close(db);
}

static void long_line(UNUSED void **state)
{
    struct db *db = open_server();
    struct diag d = {0};
    char *filler = arena_alloc(&texts, 5001);
    for (int i = 0; i < 5000; i += 2)
        memcpy(filler + i, "ä", 2);
    assert_int_equal(db_exec(db, arena_printf(&texts, "select '%s', nope, '%s'", filler, filler), &d), ERR);
    expect_in(first(&d)->detail, "LINE 1: ...ä");
    expect_in(first(&d)->detail, "ä...\n");
    assert_true(strlen(first(&d)->detail) < 400);
    diag_clear(&d);
    db_close(db);
}

static void notices(UNUSED void **state)
{
    struct db *db = open_server();
    struct diag d = {0};
    assert_int_equal(
        db_exec(db, "do $$begin raise notice 'one' using hint = 'h'; raise warning 'two'; end$$", &d), OK);
    assert_int_equal(d.entries.n, 2);
    const struct diag_entry *one = d.entries.at[0], *two = d.entries.at[1];
    expect_text(one->message, "one");
    expect_text(one->code, "db.notice");
    expect_text(one->hint, "h");
    expect_text(two->code, "db.warning");
    assert_int_equal(two->severity, SEVERITY_NOTE);
    diag_clear(&d);
    assert_int_equal(
        db_exec(db, "do $$begin for i in 1..5000 loop raise notice 'n %', i; end loop; end$$", &d), OK);
    assert_int_equal(d.entries.n, 1001);
    expect_in(((struct diag_entry *)d.entries.at[1000])->message, "left out");
    diag_clear(&d);
    exec(db, "set client_min_messages = error");
    db_close(db);
}

/* Standard output and error of the library stay silent. */
static void out_of_the_way(UNUSED void **state)
{
    struct db *db = open_server();
    assert_int_equal(db_exec(db, "do $$begin raise notice 'to nobody'; end$$", NULL), OK);
    assert_int_equal(db_exec(db, "select nope", NULL), ERR);
    assert_int_equal(db_query(db, "select 1; select 2", NULL, 0, NULL, NULL, NULL), ERR);
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_close(db);
}

int main(void)
{
    struct cases c = {0};
    int failed;

    server_url();
    add_case(&c, "getters", getters);
    add_case(&c, "session pinned", session_pinned);
    add_case(&c, "session for scripts", session_script);
    add_case(&c, "values", values);
    add_case(&c, "NULL and empty", null_and_empty);
    add_case(&c, "callback stops", callback_stops);
    add_case(&c, "pipeline", pipeline);
    add_case(&c, "pipeline with an error", pipeline_error);
    add_case(&c, "pipeline with large statements", pipeline_large);
    add_case(&c, "big result", big_result);
    ADD_ROWS(&c, error_rows, check_error);
    add_case(&c, "copy from", copy_in);
    add_case(&c, "long line", long_line);
    add_case(&c, "notices", notices);
    add_case(&c, "diag may be NULL", out_of_the_way);
    failed = run_cases(&c, "db");
    arena_clear(&texts);
    return failed;
}
