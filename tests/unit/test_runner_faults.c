/* What may happen to a run from outside: another runner, locks, signals, kill -9, cut connections. */
#include "runner_fixture.h"
#include "runner_proxy.h"

#include "runner/segment.h"

#define SLEEPING                                                                                             \
    "SELECT count(*) > 0 FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND state = 'active'"       \
    " AND pid <> pg_backend_pid() AND datname = current_database()"
#define TERMINATE                                                                                            \
    "SELECT bool_or(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'kedge'"       \
    " AND query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid() AND datname = current_database()"

static void slow_put(struct fixture *f)
{
    file_put(f, "aaaa", NULL, "CREATE TABLE t (id integer);\nSELECT pg_sleep(30);\n", "");
}

static void quick_put(struct fixture *f)
{
    file_put(f, "aaaa", NULL, "CREATE TABLE t (id integer);\n", "");
}

static void test_second_runner(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "CREATE TABLE t ();\nSELECT pg_sleep(1.5);\n", "");
    pid_t child = upgrade_in_child(&f, NULL);
    wait_until(&f, "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'", "1");

    f.options.wait_timeout = 0;
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_error(&f.diag, "run.lock");
    const struct diag_entry *e = f.diag.entries.at[0];
    assert_non_null(strstr(e->detail, "it is pid "));
    assert_non_null(strstr(e->detail, "kedge"));

    f.options.wait_timeout = 20000;
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "waiting route:0");
    assert_true(f.result.waited);
    assert_int_equal(f.result.steps, 0);
    assert_int_equal(child_wait(child), 0);
    expect_text(history(&f), "upgrade aaaa done 2/2");
    fixture_close(&f);
}

static void test_two_at_once(void **state)
{
    struct fixture f;
    pid_t children[4];
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "CREATE TABLE t ();\n", "");
    file_put(&f, "bbbb", "aaaa", "CREATE TABLE u ();\n", "");
    for (size_t i = 0; i < COUNT(children); i++)
        children[i] = upgrade_in_child(&f, NULL);
    for (size_t i = 0; i < COUNT(children); i++)
        assert_int_equal(child_wait(children[i]), 0);
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 1/1");
    fixture_close(&f);
}

static void test_interrupt(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    slow_put(&f);
    pid_t child = upgrade_in_child(&f, "interrupted");
    wait_until(&f, SLEEPING, "t");
    kill(child, SIGINT);
    assert_int_equal(child_wait(child), 1);
    expect_text(versions(&f), "(none)");
    expect_text(query(&f, "SELECT to_regclass('public.t')"), "(none)");
    expect_text(history(&f), "upgrade aaaa interrupted 0/2");
    quick_put(&f);
    expect_run(&f, upgrade(&f, "head"));
    expect_text(versions(&f), "aaaa");
    fixture_close(&f);
}

static void event_interrupt(void *ctx, const struct run_event *e)
{
    event_note(ctx, e);
    if (e->type == RUN_STATEMENT_END)
        runner_interrupt();
}

/* The statement cannot be taken back, so that it must be known as done. */
static void test_interrupt_after_autocommit(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    quick_put(&f);
    expect_run(&f, upgrade(&f, "head"));
    file_put(&f, "bbbb", "aaaa", "CREATE INDEX CONCURRENTLY t_id ON t (id);\nCREATE TABLE u ();\n", "");
    f.options.event = event_interrupt;
    assert_int_equal(upgrade(&f, "head"), ERR);
    expect_text(((struct diag_entry *)f.diag.entries.at[0])->code, "interrupted");
    db_interrupt_reset();
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb interrupted 1/2");
    f.options.event = event_note;
    expect_run(&f, upgrade(&f, "head"));
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 2/2");
    fixture_close(&f);
}

static void test_interrupt_while_waiting(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    quick_put(&f);
    slow_put(&f);
    pid_t first = upgrade_in_child(&f, "interrupted");
    wait_until(&f, SLEEPING, "t");
    pid_t second = upgrade_in_child(&f, "interrupted");
    wait_until(
        &f,
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'kedge' AND query LIKE '%advisory%'"
        " AND datname = current_database() AND pid <> pg_backend_pid()",
        "1");
    kill(second, SIGINT);
    assert_int_equal(child_wait(second), 1);
    kill(first, SIGINT);
    assert_int_equal(child_wait(first), 1);
    fixture_close(&f);
}

static void test_connection_cut(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    slow_put(&f);
    pid_t child = upgrade_in_child(&f, "db.lost");
    wait_until(&f, SLEEPING, "t");
    expect_text(query(&f, TERMINATE), "t");
    assert_int_equal(child_wait(child), 1);
    expect_text(versions(&f), "(none)");
    expect_text(history(&f), "upgrade aaaa failed 0/2");
    quick_put(&f);
    expect_run(&f, upgrade(&f, "head"));
    expect_text(history(&f), "upgrade aaaa failed 0/2, upgrade aaaa done 1/1");
    fixture_close(&f);
}

/* Killed between segments: what is committed stays, the rest is done by the next run. */
static void test_killed(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL,
             "CREATE TABLE t (id integer);\n"
             "CREATE INDEX CONCURRENTLY t_id ON t (id);\n"
             "SELECT pg_sleep(30) WHERE NOT EXISTS (SELECT FROM pg_class WHERE relname = 'go_on');\n"
             "CREATE TABLE u ();\n",
             "");
    pid_t child = upgrade_in_child(&f, NULL);
    wait_until(&f, SLEEPING, "t");
    kill(child, SIGKILL);
    assert_int_equal(child_wait(child), -SIGKILL);
    (void)query(&f, TERMINATE);
    wait_until(&f, SLEEPING, "f");
    expect_text(history(&f), "upgrade aaaa running 2/4");
    execute(&f, "CREATE TABLE public.go_on ()");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:1 step:aaaa resume:3 step-end:aaaa");
    expect_text(history(&f), "upgrade aaaa done 4/4");
    expect_text(versions(&f), "aaaa");
    fixture_close(&f);
}

/* As if the runner of the revision, the last one, had been killed behind its first n statements. */
static void half_do(struct fixture *f, const char *id, const char *below, size_t n)
{
    struct list steps = {0};
    char ran[65];
    steps = graph_get(f->graph, id)->file->upgrade.steps;
    steps_hash(&steps, n, ran);
    execute(f, arena_printf(&f->arena, "UPDATE public.kedge_version SET version_num = '%s'", below));
    execute(f, arena_printf(&f->arena,
                            "UPDATE public.kedge_history SET outcome = 'running', finished = NULL, "
                            "statements_done = %zu, statements_ran = '%s' WHERE revision = '%s'",
                            n, ran, id));
}

/* Killed after a statement without a transaction ran, and before that was written down. */
static void test_killed_in_doubt(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    file_put(&f, "aaaa", NULL, "CREATE TABLE t (id integer);\nCREATE TYPE e AS ENUM ('a');\n", "");
    expect_run(&f, upgrade(&f, "head"));
    file_put(&f, "bbbb", "aaaa",
             "ALTER TABLE t ADD COLUMN x integer;\n"
             "CREATE INDEX CONCURRENTLY t_id ON t (id);\n"
             "-- kedge:autocommit\nALTER TYPE e ADD VALUE 'b';\n"
             "DROP INDEX CONCURRENTLY t_id;\n",
             "");
    static const char *const work[] = {"CREATE INDEX t_id ON public.t (id)",
                                       "ALTER TYPE public.e ADD VALUE 'b'", "DROP INDEX public.t_id"};
    expect_run(&f, upgrade(&f, "head"));
    for (size_t i = 0; i < COUNT(work); i++) {
        /* As if the run had come so far. */
        execute(&f,
                "DROP INDEX IF EXISTS public.t_id; DROP TYPE public.e; CREATE TYPE public.e AS ENUM ('a')");
        for (size_t k = 0; k <= i; k++)
            execute(&f, work[k]);
        half_do(&f, "bbbb", "aaaa", i + 1);
        expect_run(&f, upgrade(&f, "head"));
        expect_text(buf_str(&f.events),
                    arena_printf(&f.arena, "route:1 step:bbbb resume:%zu repair step-end:bbbb", i + 2));
        expect_text(versions(&f), "bbbb");
        expect_text(query(&f, "SELECT to_regclass('public.t_id')"), "(none)");
        expect_text(query(&f, "SELECT count(*) FROM pg_enum"), "2");
    }
    fixture_close(&f);
}

/* Detached, and nobody wrote it down. */
static void test_detached_in_doubt(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    if (db_version(f.db) >= 140000) {
        file_put(&f, "aaaa", NULL,
                 "CREATE TABLE t (n integer) PARTITION BY LIST (n);\nCREATE TABLE p PARTITION OF t FOR "
                 "VALUES IN (1);\n",
                 "");
        file_put(&f, "bbbb", "aaaa",
                 "CREATE TABLE u ();\nALTER TABLE t DETACH PARTITION p CONCURRENTLY;\nCREATE TABLE v ();\n",
                 "");
        expect_run(&f, upgrade(&f, "head"));
        execute(&f, "DROP TABLE public.v");
        half_do(&f, "bbbb", "aaaa", 1);
        expect_run(&f, upgrade(&f, "head"));
        expect_text(buf_str(&f.events), "route:1 step:bbbb resume:2 repair step-end:bbbb");
        expect_text(query(&f, "SELECT to_regclass('public.v')"), "public.v");
    }
    fixture_close(&f);
}

/* What broken REINDEX statements left, of a TOAST table and of a partition too. */
static void test_reindex_leftovers(void **state)
{
    static const char *const statements[] = {"REINDEX TABLE CONCURRENTLY t",
                                             "REINDEX (VERBOSE) SCHEMA CONCURRENTLY public",
                                             "REINDEX INDEX CONCURRENTLY t_n"};
    (void)state;
    for (size_t i = 0; i < COUNT(statements); i++) {
        struct fixture f;
        fixture_open(&f);
        if (db_version(f.db) < 140000) { /* no REINDEX of partitioned tables yet */
            fixture_close(&f);
            skip();
        }
        file_put(&f, "aaaa", NULL,
                 "CREATE TABLE t (n integer, x text) PARTITION BY LIST (n);\nCREATE TABLE p PARTITION OF t "
                 "FOR VALUES IN (1);\n"
                 "CREATE INDEX t_n ON t (n);\nCREATE INDEX p_ccnew ON p (n);\nCREATE TABLE other (n integer "
                 "PRIMARY KEY);\n",
                 "");
        file_put(&f, "bbbb", "aaaa", arena_printf(&f.arena, "CREATE TABLE u ();\n%s;\n", statements[i]), "");
        expect_run(&f, upgrade(&f, "head"));
        execute(&f, "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'public.p_ccnew'::regclass");
        /* As a server that went away leaves it; a second index of a TOAST table is made by nothing else. */
        if (i < 2)
            execute(
                &f,
                "UPDATE pg_class SET relname = relname || '_ccnew' FROM pg_index WHERE oid = indexrelid AND "
                "indrelid = (SELECT reltoastrelid FROM pg_class WHERE oid = 'public.p'::regclass);"
                "UPDATE pg_index SET indisvalid = false WHERE indrelid = "
                "(SELECT reltoastrelid FROM pg_class WHERE oid = 'public.p'::regclass)");
        half_do(&f, "bbbb", "aaaa", 1);
        expect_run(&f, upgrade(&f, "head"));
        assert_non_null(strstr(buf_str(&f.events), "resume:2 repair"));
        expect_text(query(&f, "SELECT count(*) FROM pg_index WHERE NOT indisvalid"), "0");
        fixture_close(&f);
    }
}

/* A deferred trigger cuts the connection at the first COMMIT; the second one is let through. */
static void test_lost_at_commit(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    execute(&f,
            "CREATE SEQUENCE public.commits;"
            "CREATE FUNCTION public.cut() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN"
            " IF nextval('public.commits') = 1 THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;"
            " RETURN NULL; END$$;"
            "CREATE TABLE public.s ();"
            "CREATE CONSTRAINT TRIGGER cut AFTER INSERT ON public.s DEFERRABLE INITIALLY DEFERRED"
            " FOR EACH ROW EXECUTE FUNCTION public.cut()");
    f.no_waiting = true;
    file_put(&f, "aaaa", NULL, "INSERT INTO s DEFAULT VALUES;\n", "");
    file_put(&f, "bbbb", "aaaa", "CREATE TABLE t ();\n", "");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:2 step:aaaa reconnect step-end:aaaa step:bbbb step-end:bbbb");
    expect_text(query(&f, "SELECT count(*) FROM public.s"), "1");
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 1/1");
    fixture_close(&f);
}

static void test_answer_lost_at_commit(void **state)
{
    struct fixture f;
    (void)state;
    fixture_open(&f);
    f.no_waiting = true;
    pid_t proxy = proxy_start(f.folder, db_host(f.db), PROXY_LOSES_COMMIT);
    f.url =
        arena_printf(&f.arena, "host=%s port=5432 dbname=%s user=%s", f.folder, db_name(f.db), db_user(f.db));
    file_put(&f, "aaaa", NULL, "CREATE TABLE t ();\n", "");
    file_put(&f, "bbbb", "aaaa", "CREATE TABLE u ();\n", "");
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:2 step:aaaa reconnect step-end:aaaa step:bbbb step-end:bbbb");
    expect_text(history(&f), "upgrade aaaa done 1/1, upgrade bbbb done 1/1");
    kill(proxy, SIGKILL);
    assert_int_equal(child_wait(proxy), -SIGKILL);
    fixture_close(&f);
}

struct blocker {
    struct fixture *fixture;
    bool let_go;
};

static void event_let_go(void *ctx, const struct run_event *e)
{
    struct blocker *b = ctx;
    if (e->type == RUN_RETRY && b->let_go)
        execute(b->fixture, "ROLLBACK");
    event_note(b->fixture, e);
}

static void test_lock_timeout(void **state)
{
    struct fixture f;
    struct blocker b = {.fixture = &f};
    (void)state;
    fixture_open(&f);
    f.options.lock_timeout = 100;
    f.options.retries = 1;
    f.options.event = event_let_go;
    f.options.ctx = &b;
    quick_put(&f);
    expect_run(&f, upgrade(&f, "head"));
    file_put(&f, "bbbb", "aaaa", "CREATE TABLE u ();\nALTER TABLE t ADD COLUMN x integer;\n", "");
    execute(&f, "BEGIN; LOCK TABLE public.t IN ACCESS SHARE MODE");
    assert_int_equal(upgrade(&f, "head"), ERR);
    const struct diag_entry *e = f.diag.entries.at[f.diag.entries.n - 1];
    expect_text(e->sqlstate, "55P03");
    assert_int_equal(e->at.line, 6);
    expect_text(buf_str(&f.events), "route:1 step:bbbb retry step-end:bbbb!");
    b.let_go = true;
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:1 step:bbbb retry step-end:bbbb");
    expect_text(versions(&f), "bbbb");
    fixture_close(&f);
}

/* A concurrent build that ran into its timeout leaves an invalid index: the next attempt begins with dropping
 * it. */
static void test_concurrent_retry(void **state)
{
    struct fixture f;
    struct blocker b = {.fixture = &f, .let_go = true};
    (void)state;
    fixture_open(&f);
    f.options.event = event_let_go;
    f.options.ctx = &b;
    quick_put(&f);
    expect_run(&f, upgrade(&f, "head"));
    file_put(&f, "bbbb", "aaaa", "-- kedge:timeout lock=200ms\nCREATE INDEX CONCURRENTLY t_id ON t (id);\n",
             "");
    execute(&f, "BEGIN; INSERT INTO public.t VALUES (1)"); /* the build waits for it after its first commit */
    expect_run(&f, upgrade(&f, "head"));
    expect_text(buf_str(&f.events), "route:1 step:bbbb retry repair step-end:bbbb");
    expect_text(query(&f, "SELECT indisvalid FROM pg_index WHERE indexrelid = 'public.t_id'::regclass"), "t");
    fixture_close(&f);
}

int main(void)
{
    struct cases c = {0};
    (void)server_url();
    add_case(&c, "a second runner waits", test_second_runner);
    add_case(&c, "four at once", test_two_at_once);
    add_case(&c, "interrupt", test_interrupt);
    add_case(&c, "interrupt at the end of a statement without a transaction", test_interrupt_after_autocommit);
    add_case(&c, "interrupt while waiting for the lock", test_interrupt_while_waiting);
    add_case(&c, "connection cut in a statement", test_connection_cut);
    add_case(&c, "killed between segments", test_killed);
    add_case(&c, "killed in doubt", test_killed_in_doubt);
    add_case(&c, "detached, in doubt", test_detached_in_doubt);
    add_case(&c, "what a broken reindex left", test_reindex_leftovers);
    add_case(&c, "connection lost at commit", test_lost_at_commit);
    add_case(&c, "answer lost at commit", test_answer_lost_at_commit);
    add_case(&c, "lock timeout", test_lock_timeout);
    add_case(&c, "a concurrent build is repeated", test_concurrent_retry);
    return run_cases(&c, "runner faults");
}
