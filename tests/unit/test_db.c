#include "server.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <time.h>

static struct arena texts; /* URLs and expected texts */

static struct db *open_db(const char *url)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    int rc = db_open(url, NULL, &d, &db);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    return db;
}

static struct db *open_server(void)
{
    return open_db(server_url());
}

static const char *value_of(struct db *db, const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    const char *value = "(not set)";
    db_value(db, &texts, sql, NULL, 0, &d, &value);
    expect_text(diag_text(&a, &d), "");
    diag_clear(&d);
    return value;
}

static void exec(struct db *db, const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    db_exec(db, sql, &d);
    expect_text(diag_text(&a, &d), "");
    diag_clear(&d);
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static const struct diag_entry *first(const struct diag *d)
{
    assert_true(d->entries.n > 0);
    return d->entries.at[0];
}

static void expect_in(const char *text, const char *part)
{
    if (!text || !strstr(text, part))
        expect_text(text, part);
}

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

struct seen {
    size_t rows, nulls, empties;
    const char *name;
    bool same_names;
    int stop_at;
};

static int count_row(void *ctx, const struct db_row *row)
{
    struct seen *s = ctx;
    s->same_names = s->rows == 0 || (s->same_names && row_name(row, 0) == s->name);
    s->name = row_name(row, 0);
    for (size_t i = 0; i < row_count(row); i++) {
        s->nulls += row_text(row, i) == NULL;
        s->empties += row_text(row, i) && !*row_text(row, i);
    }
    assert_null(row_text(row, row_count(row)));
    assert_null(row_name(row, row_count(row)));
    s->rows++;
    return s->stop_at && s->rows == (size_t)s->stop_at ? ERR : OK;
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

/* ---- interrupts ---- */

static void on_alarm(UNUSED int signal_number)
{
    db_interrupt();
}

static void interrupt_in(int ms)
{
    signal(SIGALRM, on_alarm);
    struct itimerval t = {.it_value = {.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000}};
    setitimer(ITIMER_REAL, &t, NULL);
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

/* ---- connecting ---- */

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

/* A port that takes connections and says nothing. */
static int silent_listener(int *ret_port)
{
    struct sockaddr_in at = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    socklen_t len = sizeof(at);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    assert_int_equal(bind(fd, (struct sockaddr *)&at, sizeof(at)), 0);
    assert_int_equal(listen(fd, 4), 0);
    assert_int_equal(getsockname(fd, (struct sockaddr *)&at, &len), 0);
    *ret_port = ntohs(at.sin_port);
    return fd;
}

static void expect_refused(const char *url, const char *sqlstate, const char *message, const char *hint)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    struct db_options options = {.connect_timeout = 1};
    assert_int_equal(db_open(url, &options, &d, &db), ERR);
    assert_null(db);
    expect_error(&d, "db.connect");
    expect_text(first(&d)->sqlstate, sqlstate);
    expect_in(first(&d)->message, message);
    expect_in(first(&d)->hint, hint);
    assert_null(strstr(diag_text(&a, &d), "s3cret"));
    assert_null(strstr(diag_text(&a, &d), ".c:"));
    diag_clear(&d);
}

static void no_database(UNUSED void **state)
{
    expect_refused(arena_printf(&texts, "%s&dbname=nowhere", server_url()), "3D000",
                   "cannot connect to database \"nowhere\" as user \"postgres\" (socket /", "createdb");
}

static void no_role(UNUSED void **state)
{
    expect_refused(arena_printf(&texts, "%s&user=nobody", server_url()), "28000",
                   "role \"nobody\" does not exist", "createuser");
}

static void nothing_listening(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    close(fd);
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:%d/d", port), "08001",
                   arena_printf(&texts, "database \"d\" as user \"u\" (host 127.0.0.1, port %d)", port),
                   "running");
    expect_refused("postgresql://u:s3cret@/d?host=/nonexistent", "08001", "socket /nonexistent/.s.PGSQL.5432",
                   "running");
}

static void bad_option(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct db *db = NULL;
    assert_int_equal(db_open("postgresql://u:s3cret@127.0.0.1/d?sslmode=s3cret", NULL, &d, &db), ERR);
    expect_error(&d, "db.connect");
    assert_null(strstr(diag_text(&a, &d), "s3cret"));
    diag_clear(&d);
    assert_int_equal(db_open("sqlite:///x.db", NULL, &d, &db), ERR);
    expect_error(&d, "db.sqlite");
    expect_text(first(&d)->message, "SQLite is not supported yet");
    diag_clear(&d);
}

static void no_answer(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    double begin = seconds();
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:%d/d", port), "08001",
                   "no answer within 1 s", "firewall");
    assert_true(seconds() - begin < 3);
    close(fd);
}

/* As in psql, the next host of a list has its turn. */
static void next_host(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    struct diag d = {0};
    struct db *db = NULL;
    struct db_options options = {.connect_timeout = 1};
    const char *folder = strstr(server_url(), "host=") + 5;
    const char *url = arena_printf(
        &texts,
        "host=/nonexistent,127.0.0.1,%.*s,/nonexistent port=1,%d,5432,1 user=postgres dbname=postgres",
        (int)strcspn(folder, "&"), folder, port);
    assert_int_equal(db_open(url, &options, &d, &db), OK);
    assert_int_equal(d.entries.n, 0);
    expect_text(value_of(db, "select 'usable'"), "usable");
    db_close(db);
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:%d,127.0.0.1:1/d", port), "08001",
                   "port 1)", "running");
    expect_refused(arena_printf(&texts, "postgresql://u:s3cret@127.0.0.1:1,127.0.0.1:%d/d", port), "08001",
                   "no answer", "firewall");
    close(fd);
}

static void interrupt_connecting(UNUSED void **state)
{
    int port;
    int fd = silent_listener(&port);
    struct diag d = {0};
    struct db *db = NULL;
    double begin = seconds();
    interrupt_in(200);
    assert_int_equal(db_open(arena_printf(&texts, "postgresql://u@127.0.0.1:%d/d", port), NULL, &d, &db),
                     ERR);
    expect_error(&d, "interrupted");
    assert_true(seconds() - begin < 1);
    db_interrupt_reset();
    diag_clear(&d);
    close(fd);
}

/* The sandbox trusts everybody; for one role it is told to ask. */
static void passwords(UNUSED void **state)
{
    struct db *db = open_server();
    exec(db, "create role asked login password 's3cret'");
    const char *file = value_of(db, "show hba_file"), *url = server_url();
    exec(db, arena_printf(&texts,
                          "copy (values ('local all asked scram-sha-256'), ('local all banned reject'), "
                          "('local all all trust'))"
                          " to '%s'",
                          file));
    exec(db, "select pg_catalog.pg_reload_conf(), pg_catalog.pg_sleep(0.3)");
    db_close(db);

    unsetenv("PGPASSWORD");
    setenv("PGPASSFILE", "/nonexistent", 1);
    expect_refused(arena_printf(&texts, "%s&user=asked&password=not-s3cret", url), "28P01",
                   "password authentication failed", "Authentication failed");
    expect_refused(arena_printf(&texts, "%s&user=asked", url), "08001", "cannot connect",
                   "asks for a password");
    expect_refused(arena_printf(&texts, "%s&user=banned", url), "28000", "pg_hba.conf", "pg_hba.conf");
    db_close(open_db(arena_printf(&texts, "%s&user=asked&password=s3cret", url)));
    setenv("PGPASSWORD", "s3cret", 1);
    db = open_db(arena_printf(&texts, "%s&user=asked", url));
    struct diag d = {0};
    assert_int_equal(db_exec(db, "do $$begin raise exception 's3cret'; end$$", &d), ERR);
    expect_text(first(&d)->message, "***");
    diag_clear(&d);
    db_close(db);
    unsetenv("PGPASSWORD");
}

/* The last defence: wherever the password turns up. */
static void password_filtered(UNUSED void **state)
{
    AUTO_ARENA a = {0};
    struct db *db = open_db(arena_printf(&texts, "%s&password=s3cret%%27x", server_url()));
    struct diag d = {0};
    assert_int_equal(db_exec(db,
                             "do $$begin raise notice 'the s3cret''x'; raise exception 'a s3cret''x b'"
                             " using detail = 's3cret''x', hint = '(s3cret''x)'; end$$",
                             &d),
                     ERR);
    assert_int_equal(db_exec(db, "select $$s3cret'x$$, nope", &d), ERR);
    const struct diag_entry *notice = d.entries.at[0], *error = d.entries.at[1], *excerpt = d.entries.at[2];
    expect_text(notice->message, "the ***");
    expect_text(error->message, "a *** b");
    expect_text(error->hint, "(***)");
    expect_in(error->detail, "DETAIL: ***");
    expect_in(excerpt->detail, "LINE 1: select $$***$$, nope\n                        ^");
    assert_null(strstr(diag_text(&a, &d), "s3cret"));
    diag_clear(&d);
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
    add_case(&c, "connection lost", lost);
    add_case(&c, "connection lost in a pipeline", lost_in_pipeline);
    add_case(&c, "connection lost while idle", lost_while_idle);
    add_case(&c, "interrupt", interrupt);
    add_case(&c, "interrupt in a pipeline", interrupt_pipeline);
    add_case(&c, "interrupt before", interrupt_before);
    add_case(&c, "interrupt in a tick", interrupt_in_tick);
    add_case(&c, "interrupt twice", interrupt_twice);
    add_case(&c, "ticks", ticks);
    add_case(&c, "no such database", no_database);
    add_case(&c, "no such role", no_role);
    add_case(&c, "nothing listening", nothing_listening);
    add_case(&c, "bad option", bad_option);
    add_case(&c, "no answer", no_answer);
    add_case(&c, "next host of a list", next_host);
    add_case(&c, "interrupt while connecting", interrupt_connecting);
    add_case(&c, "passwords", passwords);
    add_case(&c, "password filtered", password_filtered);
    add_case(&c, "diag may be NULL", out_of_the_way);
    int failed = run_cases(&c, "db");
    arena_clear(&texts);
    return failed;
}
