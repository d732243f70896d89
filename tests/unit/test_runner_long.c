/* Long runs: batches, whole runs in one transaction, who blocks us, and what stands in between. */
#include "runner_fixture.h"
#include "runner_proxy.h"

static void through_proxy(struct fixture *f)
{
    f->url = arena_printf(&f->arena, "host=%s port=5432 dbname=%s user=%s", f->folder, db_name(f->db),
                          db_user(f->db));
}

static void proxy_end(pid_t proxy)
{
    kill(proxy, SIGKILL);
    assert_int_equal(child_wait(proxy), -SIGKILL);
}

static void two_put(struct fixture *f)
{
    file_put(f, "aaaa", NULL, "CREATE TABLE t (id integer);\n", "DROP TABLE t;\n");
    file_put(f, "bbbb", "aaaa", "CREATE TABLE u ();\n", "DROP TABLE u;\n");
}

static void test_all_answer_lost(void **state)
{
    struct fixture f;
    (void)state;
    for (enum proxy how = PROXY_LOSES_COMMIT; how <= PROXY_STOPS_COMMIT; how++) {
        fixture_open(&f);
        f.no_waiting = true;
        f.options.one_transaction = true;
        pid_t proxy = proxy_start(f.folder, db_host(f.db), how);
        through_proxy(&f);
        two_put(&f);
        expect_run(&f, upgrade(&f, "head"));
        expect_text(buf_str(&f.events),
                    how == PROXY_LOSES_COMMIT
                        ? "route:2 step:aaaa step-end:aaaa step:bbbb step-end:bbbb reconnect"
                        : "route:2 step:aaaa step-end:aaaa step:bbbb step-end:bbbb reconnect"
                          " step:aaaa step-end:aaaa step:bbbb step-end:bbbb");
        assert_int_equal(f.result.steps, 2);
        expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 1/1");
        expect_text(versions(&f), "bbbb");
        proxy_end(proxy);
        fixture_close(&f);
    }
}

/* Nothing of a run in one transaction stays, but that it was tried. */
static void test_all_fails(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.options.one_transaction = true;
    two_put(&f);
    file_put(&f, "cccc", "bbbb", "CREATE TABLE v ();\nSELECT 1/0;\n", "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    assert_int_equal(f.result.steps, 0);
    expect_text(query(&f, "SELECT to_regclass('public.t')"), "(none)");
    expect_text(history(&f), "upgrade cccc failed 0/2");
    file_put(&f, "cccc", "bbbb", "CREATE TABLE v ();\n", "DROP TABLE v;\n");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "cccc");
    expect_run(&f, downgrade(&f, "base"));
    expect_text(versions(&f), "(none)");
    fixture_close(&f);
}

static void batch_put(struct fixture *f, const char *update)
{
    file_put(f, "aaaa", NULL,
             "CREATE TABLE t (id integer, x integer);\nINSERT INTO t SELECT generate_series(1, 100);\n", "");
    file_put(f, "bbbb", "aaaa", arena_printf(&f->arena, "-- kedge:batch\n%s;\n", update), "");
}

/* A batch that never comes to nothing stops with a word, keeps its rounds, and goes on when run again. */
static void test_batch_limit(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.options.batch_limit = 4;
    batch_put(&f, "UPDATE t SET x = 1 WHERE id IN (SELECT id FROM t WHERE x IS NULL LIMIT 10)");
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_error(&f.diag, "run.batch");
    const struct diag_entry *e = f.diag.entries.at[f.diag.entries.n - 1];
    assert_non_null(strstr(e->message, "4 rounds, which affected 40 rows"));
    assert_non_null(strstr(e->detail, "4 rounds of the batch are done and stay"));
    expect_text(query(&f, "SELECT count(*) FROM public.t WHERE x = 1"), "40");
    expect_text(versions(&f), "aaaa");
    f.options.batch_limit = 0;
    expect_run(&f, upgrade(&f, "head"));
    expect_text(query(&f, "SELECT count(*) FROM public.t WHERE x = 1"), "100");
    expect_text(versions(&f), "bbbb");
    fixture_close(&f);
}

/* The file says how many rounds, whatever the run says. */
static void test_batch_limit_of_file(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.options.batch_limit = 2;
    batch_put(&f, "UPDATE t SET x = 1 WHERE id IN (SELECT id FROM t WHERE x IS NULL LIMIT 10)");
    file_put(&f, "bbbb", "aaaa",
             "-- kedge:batch limit=7\nUPDATE t SET x = 1 WHERE id IN (SELECT id FROM t WHERE x IS NULL LIMIT "
             "10);\n"
             "-- kedge:batch limit=0\nDELETE FROM t WHERE id IN (SELECT id FROM t LIMIT 10);\n",
             "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_error(&f.diag, "run.batch");
    const struct diag_entry *e = f.diag.entries.at[f.diag.entries.n - 1];
    assert_non_null(strstr(e->message, "7 rounds, which affected 70 rows"));
    assert_non_null(strstr(e->hint, "the limit of kedge:batch"));
    expect_run(&f, upgrade(&f, "head"));
    expect_text(query(&f, "SELECT count(*) FROM public.t"), "0");
    fixture_close(&f);
}

/* Interrupted between rounds: what is done stays, the next run goes on. */
static void test_batch_interrupted(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    batch_put(&f, "UPDATE t SET x = 1 FROM (SELECT pg_sleep(0.05)) s"
                  " WHERE id IN (SELECT id FROM t WHERE x IS NULL ORDER BY id LIMIT 1)");
    pid_t child = upgrade_in_child(&f, "interrupted");
    wait_until(&f, "SELECT CASE WHEN to_regclass('public.t') IS NULL THEN 'no' ELSE 'yes' END", "yes");
    wait_until(&f, "SELECT count(*) > 2 FROM public.t WHERE x = 1", "t");
    kill(child, SIGINT);
    assert_int_equal(child_wait(child), 1);
    expect_text(versions(&f), "aaaa");
    assert_true(strtol(query(&f, "SELECT count(*) FROM public.t WHERE x = 1"), NULL, 10) > 2);
    expect_run(&f, upgrade(&f, "head"));
    expect_text(query(&f, "SELECT count(*) FROM public.t WHERE x = 1"), "100");
    fixture_close(&f);
}

static void test_blocker_is_named(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    two_put(&f);
    expect_run(&f, upgrade(&f, "aaaa"));
    file_put(&f, "bbbb", "aaaa", "ALTER TABLE t ADD COLUMN y integer;\n", "");
    execute(&f, "BEGIN; SELECT 'reading' FROM public.t");
    f.options.watch = true;
    f.options.retries = 0;
    f.options.lock_timeout = 1500;
    assert_int_equal(upgrade(&f, "head"), ERR);
    const struct diag_entry *e = f.diag.entries.at[f.diag.entries.n - 1];
    assert_non_null(strstr(e->detail, arena_printf(&f.arena, "it was blocked by pid %d, ", db_pid(f.db))));
    assert_non_null(strstr(e->detail, "idle in transaction"));
    assert_non_null(strstr(e->detail, "SELECT 'reading' FROM public.t"));
    execute(&f, "ROLLBACK");
    fixture_close(&f);
}

static void test_pooler(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    two_put(&f);
    pid_t proxy = proxy_start(f.folder, db_host(f.db), PROXY_POOLS);
    through_proxy(&f);
    expect_run(&f, upgrade(&f, "aaaa"));
    assert_int_equal(f.diag.warnings, 1);
    expect_text(((const struct diag_entry *)f.diag.entries.at[0])->code, "run.pooler");
    proxy_end(proxy);
    fixture_close(&f);
}

static void test_lock_let_go(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "SELECT pg_advisory_unlock_all();\n", "");
    file_put(&f, "bbbb", "aaaa", "CREATE TABLE u ();\n", "");
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_error(&f.diag, "run.lock-lost");
    expect_text(versions(&f), "aaaa");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "bbbb");
    fixture_close(&f);
}

int main(void)
{
    struct cases c = {0};
    (void)server_url();
    add_case(&c, "one transaction, COMMIT or its answer lost", test_all_answer_lost);
    add_case(&c, "one transaction fails", test_all_fails);
    add_case(&c, "a batch without end", test_batch_limit);
    add_case(&c, "a batch with a limit of its own", test_batch_limit_of_file);
    add_case(&c, "a batch interrupted", test_batch_interrupted);
    add_case(&c, "the blocker is named", test_blocker_is_named);
    add_case(&c, "a pooler in between", test_pooler);
    add_case(&c, "a revision lets the lock go", test_lock_let_go);
    return run_cases(&c, "runner, long");
}
