/* Running revisions against a server: what is done, what is written down, and what happens when things go
 * wrong. */
#include "runner_fixture.h"

static void line_put(struct fixture *f)
{
    file_put(f, "aaaa", NULL, "CREATE TABLE t (id integer);\nINSERT INTO t VALUES (1);\n", "DROP TABLE t;\n");
    file_put(f, "bbbb", "aaaa", "ALTER TABLE t ADD COLUMN name text;\n", "ALTER TABLE t DROP COLUMN name;\n");
    file_put(f, "cccc", "bbbb", "", "");
}

static void test_up_and_down(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    line_put(&f);
    expect_run(&f, upgrade(&f, "+1"));
    expect_text(versions(&f), "aaaa");
    expect_text(buf_str(&f.events), "route:1 step:aaaa step-end:aaaa");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "cccc");
    assert_int_equal(f.result.steps, 2);
    assert_int_equal(f.result.to.n, 1);
    expect_text(query(&f, "SELECT count(*) FROM public.t WHERE name IS NULL"), "1");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:0");
    expect_run(&f, downgrade(&f, "-1"));
    expect_text(versions(&f), "bbbb");
    expect_run(&f, downgrade(&f, "base"));
    expect_text(versions(&f), "(none)");
    expect_text(query(&f, "SELECT to_regclass('public.t')"), "(none)");
    expect_text(history(&f), "upgrade aaaa done 2/2, upgrade bbbb done 1/1, upgrade cccc done 0/0, "
                             "downgrade cccc done 0/0, downgrade bbbb done 1/1, downgrade aaaa done 1/1");
    expect_text(
        query(&f,
              "SELECT count(*) FROM public.kedge_history WHERE finished >= started AND role = session_user"
              " AND client LIKE '%@%' AND length(sha256) = 64 AND version_table = 'kedge_version'"),
        "6");
    fixture_close(&f);
}

static void test_failing_statement(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    line_put(&f);
    file_put(&f, "bbbb", "aaaa",
             "-- kedge:timeout lock=1s\nCREATE TABLE u ();\n\nINSERT INTO t\n  VALUES (1, 'ä', nothing);\n",
             "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    const struct diag_entry *e = f.diag.entries.at[f.diag.entries.n - 1];
    expect_text(e->sqlstate, "42703");
    assert_non_null(strstr(e->at.source->name, "bbbb.sql"));
    assert_int_equal(e->at.line, 9); /* in the file */
    assert_int_equal(e->at.column, 19);
    assert_non_null(strstr(e->detail, "nothing of this revision was kept"));
    assert_null(strstr(e->detail, "LINE"));
    expect_text(versions(&f), "aaaa");
    expect_text(query(&f, "SELECT to_regclass('public.u')"), "(none)");
    expect_text(history(&f), "upgrade aaaa done 2/2, upgrade bbbb failed 0/2");

    struct run_status status;
    diag_clear(&f.diag);
    expect_run(&f, runner_status(f.runner, &f.arena, f.graph, &f.diag, &status));
    assert_non_null(status.failed);
    assert_null(status.half);
    assert_int_equal(status.pending.n, 2);

    file_put(&f, "bbbb", "aaaa", "CREATE TABLE u ();\n", "");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "cccc");
    fixture_close(&f);
}

/* A unique index over what is not unique: the build fails, leaves an invalid index, and the revision half
 * done. */
static void half_done_put(struct fixture *f)
{
    file_put(f, "aaaa", NULL,
             "CREATE TABLE t (id integer);\n"
             "INSERT INTO t VALUES (1), (1);\n"
             "CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);\n"
             "COMMENT ON INDEX t_id IS 'x';\n",
             "DROP TABLE t;\n");
}

static void test_resume(void **state)
{
    struct fixture f;
    struct run_status status;
    (void)state;
    fixture_open(&f);
    half_done_put(&f);
    assert_int_equal(upgrade(&f, "head"), ERR);
    const struct diag_entry *e = f.diag.entries.at[f.diag.entries.n - 1];
    expect_text(e->sqlstate, "23505");
    assert_int_equal(e->at.line, 6);
    assert_non_null(strstr(e->detail, "2 of 4 statements are done and stay"));
    expect_text(versions(&f), "(none)");
    expect_text(query(&f, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'public.t_id'::regclass"), "f");

    diag_clear(&f.diag);
    expect_run(&f, runner_status(f.runner, &f.arena, f.graph, &f.diag, &status));
    assert_non_null(status.half);
    assert_int_equal(status.half->done, 2);
    assert_int_equal(status.half_at.line, 6);
    assert_false(status.half_edited);
    assert_non_null(status.advice);

    execute(&f, "DELETE FROM public.t WHERE ctid = (SELECT min(ctid) FROM public.t)");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:1 step:aaaa resume:3 repair step-end:aaaa");
    expect_text(query(&f, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'public.t_id'::regclass"), "t");
    expect_text(history(&f), "upgrade aaaa done 4/4");
    expect_text(versions(&f), "aaaa");
    fixture_close(&f);
}

static void test_half_done_is_in_the_way(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    half_done_put(&f);
    file_put(&f, "xxxx", NULL, "", "");
    assert_int_equal(upgrade(&f, "aaaa"), ERR);
    assert_int_equal(upgrade(&f, "xxxx"), ERR);
    expect_error(&f.diag, "run.half-done");
    /* What ran must stay as it was; what did not may change. */
    file_put(&f, "aaaa", NULL, "CREATE TABLE t (id bigint);\nINSERT INTO t VALUES (1), (1);\n", "");
    assert_int_equal(upgrade(&f, "aaaa"), ERR);
    expect_error(&f.diag, "run.half-edited");
    /* By hand, then: */
    diag_clear(&f.diag);
    expect_run(&f, runner_stamp(f.runner, &f.arena, f.graph, (const char *const[]){"aaaa"}, 1, false, &f.diag,
                                &f.result));
    expect_text(versions(&f), "aaaa");
    expect_run(&f, upgrade(&f, "xxxx"));
    expect_text(versions(&f), "aaaa xxxx");
    fixture_close(&f);
}

static void test_autocommit_only(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "CREATE TABLE t (id integer);\n", "");
    file_put(&f, "bbbb", "aaaa", "CREATE INDEX CONCURRENTLY t_id ON t (id);\nVACUUM t;\n",
             "DROP INDEX CONCURRENTLY t_id;\n");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "bbbb");
    expect_run(&f, downgrade(&f, "aaaa"));
    expect_text(query(&f, "SELECT to_regclass('public.t_id')"), "(none)");
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 2/2, downgrade bbbb done 1/1");
    fixture_close(&f);
}

static void test_batch_and_search_path(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    execute(&f, "CREATE SCHEMA \"My App\"");
    list_push(&f.arena, &f.options.search_path, "My App");
    file_put(&f, "aaaa", NULL,
             "CREATE TABLE t AS SELECT g AS id, 0 AS x FROM generate_series(1, 25) g;\n"
             "SET search_path TO pg_temp;\n",
             "");
    file_put(&f, "bbbb", "aaaa",
             "-- kedge:batch pause=1ms\n"
             "UPDATE t SET x = 1 WHERE id IN (SELECT id FROM t WHERE x = 0 LIMIT 10);\n"
             "-- kedge:only sqlite\nnonsense;\n"
             "ALTER TABLE t ADD CHECK (x = 1);\n",
             "");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(query(&f, "SELECT count(*) FROM \"My App\".t WHERE x = 1"), "25");
    expect_text(query(&f, "SELECT count(DISTINCT xmin::text) FROM \"My App\".t"), "3");
    expect_text(history(&f), "upgrade aaaa done 2/2, upgrade bbbb done 2/2");
    fixture_close(&f);
}

static void test_one_transaction(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.options.one_transaction = true;
    line_put(&f);
    file_put(&f, "cccc", "bbbb", "SELECT 1 / 0;\n", "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_text(versions(&f), "(none)");
    expect_text(query(&f, "SELECT to_regclass('public.t')"), "(none)");
    expect_text(history(&f), "upgrade cccc failed 0/1");
    file_put(&f, "cccc", "bbbb", "VACUUM;\n", "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_error(&f.diag, "run.transaction");
    file_put(&f, "cccc", "bbbb", "", "");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "cccc");
    expect_text(
        query(&f, "SELECT count(DISTINCT xmin::text) FROM public.kedge_history WHERE outcome = 'done'"), "1");
    fixture_close(&f);
}

static void test_edited_file(void **state)
{
    struct fixture f;
    struct run_status status;
    (void)state;
    fixture_open(&f);
    line_put(&f);
    expect_run(&f, upgrade(&f, "bbbb"));
    file_put(&f, "aaaa", NULL, "CREATE TABLE t (id bigint);\n", "DROP TABLE t;\n");
    expect_run(&f, upgrade(&f, "head"));
    assert_int_equal(f.diag.warnings, 1);
    const struct diag_entry *e = f.diag.entries.at[0];
    expect_text(e->code, "run.edited");
    assert_non_null(strstr(e->at.source->name, "aaaa.sql"));
    expect_run(&f, runner_status(f.runner, &f.arena, f.graph, &f.diag, &status));
    assert_int_equal(status.edited.n, 1);
    assert_int_equal(status.pending.n, 0);
    fixture_close(&f);
}

static void test_alembic_table(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.options.version_table = "alembic_version";
    execute(&f, "CREATE TABLE public.alembic_version (version_num VARCHAR(32) NOT NULL,"
                " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num));"
                "INSERT INTO public.alembic_version VALUES ('aaaa')");
    line_put(&f);
    file_put(&f, "aaaa", NULL, "", "");
    file_put(&f, "bbbb", "aaaa", "", "");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(query(&f, "SELECT version_num FROM public.alembic_version"), "cccc");
    file_put(&f, "123456789012345678901234567890123", "cccc", "", "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_error(&f.diag, "run.long-id");
    fixture_close(&f);
}

static void test_stamp(void **state)
{
    struct fixture f;
    struct run_status status;
    (void)state;
    fixture_open(&f);
    line_put(&f);
    graph_read(&f);
    runner_get(&f);
    struct list rows = {0};
    expect_run(&f, runner_rows(f.runner, &f.arena, &f.diag, &rows));
    assert_int_equal(rows.n, 0);
    expect_text(query(&f, "SELECT to_regclass('public.kedge_version')"),
                "(none)"); /* looking creates nothing */
    const char *target = "bbbb";
    expect_run(&f, runner_stamp(f.runner, &f.arena, f.graph, &target, 1, false, &f.diag, &f.result));
    expect_text(versions(&f), "bbbb");
    execute(&f, "INSERT INTO public.kedge_version VALUES ('gone')");
    assert_int_equal(runner_upgrade(f.runner, &f.arena, f.graph, &target, 1, &f.diag, &f.result), ERR);
    expect_error(&f.diag, "graph.row");
    diag_clear(&f.diag);
    expect_run(&f, runner_status(f.runner, &f.arena, f.graph, &f.diag, &status));
    assert_int_equal(status.unknown.n, 1);
    assert_int_equal(runner_stamp(f.runner, &f.arena, f.graph, &target, 1, false, &f.diag, &f.result), ERR);
    diag_clear(&f.diag);
    expect_run(&f, runner_stamp(f.runner, &f.arena, f.graph, &target, 1, true, &f.diag, &f.result));
    expect_text(versions(&f), "bbbb");
    expect_text(history(&f), "stamp bbbb done 0/0, stamp bbbb done 0/0");
    fixture_close(&f);
}

int main(void)
{
    struct cases c = {0};
    (void)server_url();
    add_case(&c, "up and down", test_up_and_down);
    add_case(&c, "a failing statement", test_failing_statement);
    add_case(&c, "a half-done revision goes on", test_resume);
    add_case(&c, "a half-done revision is in the way", test_half_done_is_in_the_way);
    add_case(&c, "only statements without a transaction", test_autocommit_only);
    add_case(&c, "batches, search_path, only", test_batch_and_search_path);
    add_case(&c, "one transaction", test_one_transaction);
    add_case(&c, "edited files", test_edited_file);
    add_case(&c, "Alembic's table", test_alembic_table);
    add_case(&c, "stamp", test_stamp);
    return run_cases(&c, "runner");
}
