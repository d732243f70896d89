/* What a statement is seen to do to tables that are there: locks, rewrites, scans. */
#include "server.h"

#include "shadow/observe.h"

static struct db *db;

/* before: makes t (and what else is wanted) with a row. seen: a line for each lock that others feel, each rewrite and each scan. */
struct row {
    const char *name, *before, *sql;
    enum transaction transaction;
    const char *seen;
};

#define T "create table t (id integer primary key, a text); insert into t values (1, 'x'); "

static const struct row rows[] = {
    {.name = "new column", .before = T, .sql = "alter table t add b integer default 3", .seen = "ACCESS EXCLUSIVE t\n"},
    {.name = "new column, each its own value", .before = T, .sql = "alter table t add b uuid default gen_random_uuid()", .seen = "ACCESS EXCLUSIVE t\nrewrites t\nscans t\n"},
    {.name = "wider type", .before = T, .sql = "alter table t alter id type bigint", .seen = "ACCESS EXCLUSIVE t\nrewrites t\nscans t\n"},
    {.name = "type that is the same inside", .before = T, .sql = "alter table t alter a type varchar", .seen = "ACCESS EXCLUSIVE t\n"},
    {.name = "not null", .before = T, .sql = "alter table t alter a set not null", .seen = "ACCESS EXCLUSIVE t\nscans t\n"},
    {.name = "not null that a check says already", .before = T "alter table t add check (a is not null)", .sql = "alter table t alter a set not null", .seen = "ACCESS EXCLUSIVE t\n"},
    {.name = "check", .before = T, .sql = "alter table t add constraint c check (id > 0)", .seen = "ACCESS EXCLUSIVE t\nscans t\n"},
    {.name = "check that is not looked at", .before = T, .sql = "alter table t add constraint c check (id > 0) not valid", .seen = "ACCESS EXCLUSIVE t\n"},
    {.name = "looked at", .before = T "alter table t add constraint c check (id > 0) not valid", .sql = "alter table t validate constraint c", .seen = "SHARE UPDATE EXCLUSIVE t\nscans t\n"},
    {.name = "index", .before = T, .sql = "create index i on t (a)", .seen = "SHARE t\nscans t\n"},
    {.name = "index beside the work", .before = T, .sql = "create index concurrently i on t (a)", .transaction = TRANSACTION_NEVER, .seen = ""},
    {.name = "reference", .before = T "create table u (t integer); insert into u values (1)", .sql = "alter table u add foreign key (t) references t",
     .seen = "SHARE ROW EXCLUSIVE t\nSHARE ROW EXCLUSIVE u\nscans t\nscans u\n"},
    {.name = "view", .before = T, .sql = "create view v as select a from t", .seen = "ACCESS SHARE t\n"},
    {.name = "new table", .before = T, .sql = "create table u (t integer references t)", .seen = "SHARE ROW EXCLUSIVE t\n"},
    {.name = "new table, changed by the same statement", .before = T, .sql = "create table u as select * from t; alter table u alter id type bigint", .seen = "ACCESS SHARE t\nscans t\n"},
    {.name = "gone", .before = T, .sql = "drop table t", .seen = "ACCESS EXCLUSIVE t\n"},
    {.name = "another name", .before = T, .sql = "alter table t rename to \"Other\"", .seen = "ACCESS EXCLUSIVE t\n"},
    {.name = "comment", .before = T, .sql = "comment on table t is 'x'", .seen = "SHARE UPDATE EXCLUSIVE t\n"},
    {.name = "partition", .before = T "create table p (a integer) partition by range (a); create table p1 (a integer)", .sql = "alter table p attach partition p1 for values from (1) to (2)",
     .seen = "ACCESS EXCLUSIVE p1\nSHARE UPDATE EXCLUSIVE p\nscans p1\n"},
};

static void exec(const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};

    if (db_exec(db, sql, &d) != OK)
        expect_text(diag_text(&a, &d), "");
    diag_clear(&d);
}

static void fresh(const char *sql)
{
    exec("set search_path = public; set client_min_messages = warning; drop schema public cascade; create schema public");
    exec(sql);
}

static const char *bare(const char *name)
{
    return strncmp(name, "public.", 7) == 0 ? name + 7 : name;
}

static void check(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF seen = {0};
    struct diag d = {0};
    struct observer o;
    struct statement s = {.sql = row->sql, .transaction = row->transaction};
    const struct held *h;
    const char *name;

    fresh(row->before);
    assert_int_equal(observer_open(&a, db, &d, &o), OK);
    if (observer_run(&o, db, &s, &d) != OK)
        expect_text(diag_text(&a, &d), "");
    list_each (h, &s.held)
        buf_addf(&seen, "%s %s\n", lock_name(h->lock), bare(h->on));
    list_each (name, &s.rewritten)
        buf_addf(&seen, "rewrites %s\n", bare(name));
    list_each (name, &s.scanned)
        buf_addf(&seen, "scans %s\n", bare(name));
    expect_text(buf_str(&seen), row->seen);
    observer_close(&o);
    diag_clear(&d);
}

/* What fails leaves the session as it was. */
static void failed(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct observer o;
    struct statement s = {.sql = "alter table t add id integer"}, next = {.sql = "alter table t add b integer"};

    (void)state;
    fresh(T);
    assert_int_equal(observer_open(&a, db, &d, &o), OK);
    assert_int_equal(observer_run(&o, db, &s, &d), ERR);
    assert_int_equal(s.held.n, 0);
    diag_clear(&d);
    assert_int_equal(observer_run(&o, db, &next, &d), OK);
    assert_int_equal(next.held.n, 1);
    observer_close(&o);
    diag_clear(&d);
}

/* The estimate goes where it was seen, and stays where nothing was. */
static void estimate(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct observer o;
    struct statement s = {.sql = "alter table t add b integer", .lock = LOCK_SHARE, .lock_on = "public.t"};
    struct statement never = {.sql = "create index concurrently i on t (a)", .transaction = TRANSACTION_NEVER, .lock = LOCK_SHARE_UPDATE_EXCLUSIVE, .lock_on = "public.t"};

    (void)state;
    fresh(T);
    assert_int_equal(observer_open(&a, db, &d, &o), OK);
    assert_int_equal(observer_run(&o, db, &s, &d), OK);
    assert_null(s.lock_on);
    assert_int_equal(observer_run(&o, db, &never, &d), OK);
    expect_text(never.lock_on, "public.t");
    observer_close(&o);
    diag_clear(&d);
}

int main(void)
{
    struct diag d = {0};
    struct db_options script = {.script = true};
    struct cases cases = {0};
    int result;

    if (db_open(server_url(), &script, &d, &db) != OK)
        return 1;
    ADD_ROWS(&cases, rows, check);
    add_case(&cases, "what fails", failed);
    add_case(&cases, "estimate", estimate);
    result = run_cases(&cases, "observe");
    db_close(db);
    return result;
}
