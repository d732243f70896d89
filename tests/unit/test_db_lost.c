/* Connections that are lost and statements that are interrupted. */
#include "db_fixture.h"

static void expect_lost(struct db *db, int rc, struct diag *d)
{
    assert_int_equal(rc, ERR);
    expect_error(d, "db.lost");
    assert_false(db_alive(db));
    diag_clear(d);
    assert_int_equal(db_exec(db, "select 1", d), ERR);
    expect_error(d, "db.lost");
    assert_int_equal(db_pipeline(db, &(struct db_request){.sql = "select 1"}, 1, NULL), ERR);
    diag_clear(d);
    db_close(db);
}

static void lost(UNUSED void **state)
{
    struct diag d = {0};
    struct db *db = open_server();
    int rc = db_exec(
        db, "select pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid()), pg_catalog.pg_sleep(5)",
        &d);
    expect_text(db_sqlstate(db), "57P01");
    expect_lost(db, rc, &d);
}

static void lost_in_pipeline(UNUSED void **state)
{
    struct diag d = {0};
    struct seen s = {0};
    struct db *db = open_server();
    const struct db_request requests[] = {
        {"one", "select 1", count_row, &s},
        {"two", "select pg_catalog.pg_terminate_backend(pg_catalog.pg_backend_pid()), pg_catalog.pg_sleep(5)",
         count_row, &s},
        {"three", "select 1", count_row, &s},
    };
    int rc = db_pipeline(db, requests, COUNT(requests), &d);
    expect_in(first(&d)->message, "two: ");
    expect_lost(db, rc, &d);
}

static void lost_while_idle(UNUSED void **state)
{
    struct diag d = {0};
    struct db *db = open_server(), *other = open_server();
    const char *pid = value_of(db, "select pg_catalog.pg_backend_pid()");
    exec(other, arena_printf(&texts, "select pg_catalog.pg_terminate_backend(%s)", pid));
    usleep(100000);
    int rc = db_exec(db, "select 1", &d);
    expect_lost(db, rc, &d);
    db_close(other);
}

static void interrupt(UNUSED void **state)
{
    struct db *db = open_server();
    struct diag d = {0};
    assert_false(db_interrupted());
    interrupt_in(200);
    double begin = seconds();
    assert_int_equal(db_exec(db, "select pg_catalog.pg_sleep(20)", &d), ERR);
    assert_true(seconds() - begin < 2);
    expect_error(&d, "interrupted");
    assert_true(db_interrupted());
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_interrupt_reset();
    assert_false(db_interrupted());
    diag_clear(&d);
    db_close(db);
}

static void interrupt_pipeline(UNUSED void **state)
{
    struct db *db = open_server();
    struct diag d = {0};
    const struct db_request requests[] = {
        {.name = "a", .sql = "select 1"},
        {.name = "b", .sql = "select pg_catalog.pg_sleep(20)"},
        {.name = "c", .sql = "select pg_catalog.pg_sleep(20)"},
    };
    interrupt_in(200);
    double begin = seconds();
    assert_int_equal(db_pipeline(db, requests, COUNT(requests), &d), ERR);
    assert_true(seconds() - begin < 2);
    expect_error(&d, "interrupted");
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_interrupt_reset();
    diag_clear(&d);
    db_close(db);
}

static void interrupt_before(UNUSED void **state)
{
    struct db *db = open_server();
    struct diag d = {0};
    db_interrupt();
    assert_int_equal(db_exec(db, "create table never ()", &d), ERR);
    expect_error(&d, "interrupted");
    assert_null(value_of(db, "select pg_catalog.to_regclass('public.never')"));
    db_interrupt_reset();
    diag_clear(&d);
    db_close(db);
}

static void tick(void *ctx)
{
    ++*(int *)ctx;
}

static void ticks(UNUSED void **state)
{
    struct db *db = open_server();
    int n = 0;
    db_on_tick(db, tick, &n);
    exec(db, "select pg_catalog.pg_sleep(0.55)");
    assert_in_range(n, 2, 6);
    db_on_tick(db, NULL, NULL);
    db_close(db);
}

static void tick_asks(void *ctx)
{
    db_exec(ctx, "select pg_catalog.pg_sleep(0.3)", NULL);
}

/* Whichever of the two connections waits at that moment, it is the outer call that ends. */
static void interrupt_in_tick(UNUSED void **state)
{
    struct db *db = open_server(), *other = open_server();
    struct diag d = {0};
    db_on_tick(db, tick_asks, other);
    interrupt_in(250);
    double begin = seconds();
    assert_int_equal(db_exec(db, "select pg_catalog.pg_sleep(20)", &d), ERR);
    assert_true(seconds() - begin < 2);
    expect_error(&d, "interrupted");
    expect_text(value_of(other, "select 'usable'"), "usable");
    db_on_tick(db, NULL, NULL);
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_interrupt_reset();
    diag_clear(&d);
    db_close(other);
    db_close(db);
}

/* A server that is stopped answers neither to the statement nor to the cancel. */
static void interrupt_twice(UNUSED void **state)
{
    struct diag d = {0};
    struct sandbox *s = NULL;
    assert_int_equal(sandbox_start(0, &d, &s), OK);
    struct db *db = open_db(sandbox_url(s));
    pid_t pid = (pid_t)strtol(value_of(db, "select pg_catalog.pg_backend_pid()"), NULL, 10);
    pid_t parent =
        (pid_t)strtol(value_of(db, "select split_part(pg_read_file('postmaster.pid'), e'\\n', 1)"), NULL, 10);
    kill(pid, SIGSTOP);
    kill(parent, SIGSTOP);
    signal(SIGALRM, on_alarm);
    struct itimerval t = {.it_value.tv_usec = 200000, .it_interval.tv_usec = 300000};
    setitimer(ITIMER_REAL, &t, NULL);
    double begin = seconds();
    assert_int_equal(db_exec(db, "select 1", &d), ERR);
    setitimer(ITIMER_REAL, &(struct itimerval){0}, NULL);
    assert_true(seconds() - begin < 3);
    expect_error(&d, "interrupted");
    assert_false(db_alive(db));
    db_interrupt_reset();
    db_close(db);
    kill(pid, SIGCONT);
    kill(parent, SIGCONT);
    sandbox_stop(s);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    int failed;

    server_url();
    add_case(&c, "connection lost", lost);
    add_case(&c, "connection lost in a pipeline", lost_in_pipeline);
    add_case(&c, "connection lost while idle", lost_while_idle);
    add_case(&c, "interrupt", interrupt);
    add_case(&c, "interrupt in a pipeline", interrupt_pipeline);
    add_case(&c, "interrupt before", interrupt_before);
    add_case(&c, "interrupt in a tick", interrupt_in_tick);
    add_case(&c, "interrupt twice", interrupt_twice);
    add_case(&c, "ticks", ticks);
    failed = run_cases(&c, "connections lost and interrupted");
    arena_clear(&texts);
    return failed;
}
