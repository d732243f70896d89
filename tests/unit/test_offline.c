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

/* --- ranges: where they were made for, and where they were not --- */

/* One root, three heads, one of which depends on another branch. */
static void branches_put(struct fixture *f)
{
    static const char *const texts[][2] = {
        {"a1",
         "-- kedge:labels one\n-- kedge:upgrade\nCREATE TABLE a1 ();\n-- kedge:downgrade\nDROP TABLE a1;\n"},
        {"a2", "-- kedge:revises a1\n-- kedge:upgrade\nCREATE TABLE a2 (n integer);\nCREATE INDEX "
               "CONCURRENTLY a2_n ON "
               "a2 (n);\nINSERT INTO a2 VALUES (1);\n-- kedge:downgrade\nDROP TABLE a2;\n"},
        {"b1",
         "-- kedge:revises a1\n-- kedge:upgrade\nCREATE TABLE b1 ();\n-- kedge:downgrade\nDROP TABLE b1;\n"},
        {"b2", "-- kedge:revises b1\n-- kedge:depends a2\n-- kedge:upgrade\nCREATE TABLE b2 ();\n-- "
               "kedge:downgrade\nDROP TABLE b2;\n"},
        {"c1",
         "-- kedge:labels two\n-- kedge:upgrade\nCREATE TABLE c1 ();\n-- kedge:downgrade\nDROP TABLE c1;\n"},
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        const char *text =
            arena_printf(&f->arena, "-- %s\n-- kedge:revision %s\n%s", texts[i][0], texts[i][0], texts[i][1]);
        const char *path = path_join(&f->arena, f->folder, arena_printf(&f->arena, "%s.sql", texts[i][0]));
        assert_int_equal(file_write(path, text, strlen(text), true, &f->diag), OK);
    }
}

struct range_row {
    const char *name;
    const char *before; /* upgraded to, online; words */
    enum direction direction;
    const char *range;
    const char *after; /* version rows */
    const char *wrong; /* upgraded to, online, where the script must refuse */
};

static const struct range_row ranges[] = {
    {"everything, all heads", "", UPGRADE, "heads", "b2 c1", "a1"},
    {"base to all heads", "", UPGRADE, "base:heads", "b2 c1", "c1"},
    {"one branch and what it depends on", "", UPGRADE, "b1@head", "b2", "c1"},
    {"the middle of a branch", "a1", UPGRADE, "a1:a2", "a2", "b1"},
    {"two starts", "a2 c1", UPGRADE, "a2,c1:b2", "b2 c1", "a2"},
    {"two targets", "", UPGRADE, "base:a2,c1", "a2 c1", "a2 c1"},
    {"two branches that meet by a dependency", "a2 b1", UPGRADE, "a2,b1:heads", "b2 c1", "b1"},
    {"down from all heads", "b2 c1", DOWNGRADE, "heads:base", "", "b2"},
    {"down to where branches part", "b2 c1", DOWNGRADE, "heads:a1", "a1 c1", "a2 c1"},
    {"down one branch", "b2 c1", DOWNGRADE, "b2,c1:two@base", "b2", "c1"},
    {"down one step of a dependency", "b2", DOWNGRADE, "b2:b1", "a2 b1", "b2 c1"},
};

static void online(struct fixture *f, enum direction direction, const char *targets)
{
    struct list words = {0};
    char *copy = arena_strdup(&f->arena, targets), *save = NULL;
    for (char *word = strtok_r(copy, " ,", &save); word; word = strtok_r(NULL, " ,", &save))
        list_push(&f->arena, &words, word);
    const char *const *texts = (const char *const *)words.at;
    graph_read(f);
    runner_get(f);
    if (words.n == 0)
        expect_run(f, runner_ensure(f->runner, &f->diag));
    else if (direction == UPGRADE)
        expect_run(f, runner_upgrade(f->runner, &f->arena, f->graph, texts, words.n, &f->diag, &f->result));
    else
        expect_run(f, runner_downgrade(f->runner, &f->arena, f->graph, targets, &f->diag, &f->result));
}

static void check_range(void **state)
{
    const struct range_row *row = *state;
    struct fixture by_script, by_kedge, elsewhere;
    int code;
    const char *colon = strchr(row->range, ':');
    fixture_open(&by_script);
    fixture_open(&by_kedge);
    fixture_open(&elsewhere);
    branches_put(&by_script);
    branches_put(&by_kedge);
    branches_put(&elsewhere);
    online(&by_script, UPGRADE, row->before);
    online(&by_kedge, UPGRADE, row->before);
    run_script(&by_script, row->direction, row->range);
    online(&by_kedge, row->direction, colon ? colon + 1 : row->range);
    expect_text(versions(&by_script), *row->after ? row->after : "(none)");
    expect_text(state_of(&by_script), state_of(&by_kedge));

    online(&elsewhere, UPGRADE, row->wrong);
    const char *before = state_of(&elsewhere),
               *log = psql(&elsewhere, script_of(&elsewhere, row->direction, row->range), &code);
    assert_int_equal(code, 3);
    assert_non_null(strstr(log, "this script starts at {"));
    expect_text(state_of(&elsewhere), before);
    fixture_close(&by_script);
    fixture_close(&by_kedge);
    fixture_close(&elsewhere);
}

/* A database that the guard refuses has not even our tables afterwards. */
static void test_refused_untouched(void **state)
{
    struct fixture f;
    int code;
    (void)state;
    fixture_open(&f);
    branches_put(&f);
    f.options.schema = "of_kedge";
    (void)psql(&f, script_of(&f, UPGRADE, "a1:a2"), &code);
    assert_int_equal(code, 3);
    expect_text(query(&f, "SELECT to_regnamespace('of_kedge')"), "(none)");
    fixture_close(&f);
}

/* Where a script stopped between two transactions it refuses to begin again, and kedge goes on. */
static void test_resumed_by_kedge(void **state)
{
    struct fixture f;
    int code;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "CREATE TABLE t (n integer);\n", "");
    file_put(&f, "bbbb", "aaaa",
             "INSERT INTO t VALUES (1);\n-- kedge:batch\nUPDATE t SET n = 5 WHERE n = 1;\n"
             "CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n);\nINSERT INTO t VALUES (1 / (SELECT count(*) "
             "FROM go));\n",
             "");
    const char *script = script_of(&f, UPGRADE, "head");
    (void)psql(&f, script, &code);
    assert_int_equal(code, 3);
    expect_text(versions(&f), "aaaa");
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb running 3/4");
    const char *log = psql(&f, script_of(&f, UPGRADE, "aaaa:bbbb"), &code);
    assert_int_equal(code, 3);
    assert_non_null(strstr(log, "the upgrade of revision bbbb is half done"));
    execute(&f, "CREATE TABLE public.go AS SELECT 1 AS n");
    expect_run(&f, upgrade(&f, "head"));
    assert_non_null(strstr(buf_str(&f.events), "resume:4"));
    expect_text(query(&f, "SELECT string_agg(n::text, ' ' ORDER BY n) FROM public.t"), "1 5");
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 4/4");
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
    ADD_ROWS(&c, ranges, check_range);
    add_case(&c, "a refused database stays untouched", test_refused_untouched);
    add_case(&c, "kedge goes on where a script stopped", test_resumed_by_kedge);
    return run_cases(&c, "offline");
}
