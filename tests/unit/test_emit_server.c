/* Every statement of the rows runs on a server, which says whether it takes it, which locks it really holds
 * and whether it really writes the table anew. */
#include "emit_plan.h"
#include "emit_rows.h"
#include "server.h"

#include "db/url.h"
#include "introspect/introspect.h"

static struct db *server, *other;
static bool bare; /* the row speaks of extensions itself */

static void run(const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};

    if (db_exec(server, sql, &d) != OK) {
        print_error("%s\n", sql);
        expect_text(diag_text(&a, &d), "");
    }
    diag_clear(&d);
}

static const char *value(struct arena *a, const char *sql)
{
    AUTO_ARENA scratch = {0};
    struct diag d = {0};
    const char *v = NULL;

    if (db_value(server, a, sql, NULL, 0, &d, &v) != OK)
        print_error("%s\n", sql);
    expect_text(diag_text(&scratch, &d), "");
    diag_clear(&d);
    return v;
}

/* The strongest lock that this transaction holds on a relation, by name. */
static const char *lock_held(struct arena *a, const char *oid)
{
    static const char *const modes[] = {
        "AccessShareLock", "RowShareLock",          "RowExclusiveLock", "ShareUpdateExclusiveLock",
        "ShareLock",       "ShareRowExclusiveLock", "ExclusiveLock",    "AccessExclusiveLock"};
    const char *all =
        value(a, arena_printf(a,
                              "select string_agg(mode, ' ') from pg_locks where pid = pg_backend_pid() "
                              "and locktype = 'relation' and relation = %s and granted",
                              oid));
    enum lock strongest = LOCK_NONE;

    for (size_t i = 0; all && i < COUNT(modes); i++) {
        AUTO_BUF padded = {0};

        buf_addf(&padded, " %s ", all);
        if (strstr(buf_str(&padded), arena_printf(a, " %s ", modes[i])))
            strongest = (enum lock)(LOCK_ACCESS_SHARE + i);
    }
    return lock_name(strongest);
}

/* A sequence gets a new file whenever an option changes, which costs nothing. */
static const char *file_of(struct arena *a, const char *oid)
{
    const char *v = value(
        a, arena_printf(a, "select relfilenode::text from pg_class where relkind <> 'S' and oid = %s", oid));

    return v ? v : "";
}

/* Relations of the user that were there before the plan and are locked against writes without a word of it.
 */
static const char *silent_locks(struct arena *a, const struct statement *s, const char *before,
                                const char *oid)
{
    return value(
        a, arena_printf(
               a,
               "select string_agg(distinct l.relation::regclass::text || ' ' || mode, ', ') from pg_locks l "
               "join pg_class c on c.oid = l.relation where pid = pg_backend_pid() and granted "
               "and mode in ('ShareLock', 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock') "
               "and c.relkind in ('r', 'v', 'm') and c.oid::text = any (string_to_array('%s', ' ')) "
               "and c.oid <> %s and strpos($s$%s$s$, c.oid::regclass::text) = 0",
               before, oid, s->note ? s->note : ""));
}

static void run_observed(const struct statement *s, const char *before)
{
    AUTO_ARENA a = {0};
    const char *oid = "0", *file = "", *silent;
    bool rewritten;

    run("begin");
    if (s->lock_on)
        oid = value(&a, arena_printf(&a, "select '%s'::regclass::oid::text", s->lock_on));
    if (s->lock_on)
        file = file_of(&a, oid);
    run(s->sql);
    silent = silent_locks(&a, s, before, oid);
    if (silent)
        print_error("%s\n", s->sql);
    expect_text(silent, NULL);
    if (s->lock_on) {
        const char *held = lock_held(&a, oid);

        if (strcmp(held, lock_name(s->lock)) != 0)
            print_error("%s\n", s->sql);
        expect_text(held, lock_name(s->lock));
        rewritten = *file_of(&a, oid) && strcmp(file, file_of(&a, oid)) != 0;
        if (rewritten != (s->work == WORK_REWRITE))
            print_error("%s\n", s->sql);
        assert_int_equal(rewritten, s->work == WORK_REWRITE);
    }
    run("commit");
}

static void run_all(const struct emitted *m, bool observed)
{
    AUTO_ARENA a = {0};
    const char *before =
        value(&a, "select coalesce(string_agg(oid::text, ' '), '') from pg_class where oid >= 16384");
    const struct statement *s;

    if (!observed)
        run("begin");
    list_each (s, &m->statements) {
        if (observed)
            run_observed(s, before);
        else
            run(s->sql);
    }
    if (!observed)
        run("commit");
}

static void clean(void)
{
    run("rollback");
    run("drop schema if exists a, b, app cascade; drop extension if exists plpgsql cascade; "
        "drop schema public cascade; create schema public");
    if (!bare)
        run("create extension plpgsql with schema pg_catalog");
}

/* The model, made in one go in the other database. */
static void build(const char *model)
{
    struct emitted m = {0};

    clean();
    emit_models(&m, "schema: public", model, db_version(server));
    run_all(&m, false);
    emitted_free(&m);
}

static void step(const char *from, const char *to)
{
    struct emitted m = {0};

    emit_models(&m, from, to, db_version(server));
    run_all(&m, true);
    emitted_free(&m);
}

static struct catalog *read_back(struct db *db)
{
    static const char *const names[] = {"public", "a", "b", "app"};
    AUTO_ARENA a = {0};
    struct list schemas = {0}, skip = {0};
    struct catalog *c = NULL;
    struct diag d = {0};

    for (size_t i = 0; i < COUNT(names); i++)
        list_push(&a, &schemas, names[i]);
    if (introspect_run(db, &schemas, &skip, INTROSPECT_DEPENDS, &d, &c) != OK)
        expect_ok(ERR, &d);
    diag_clear(&d);
    return c;
}

static void expect_same(const char *model)
{
    struct catalog *got = read_back(server), *want;
    struct db *here = server;
    struct diff *diff = NULL;
    struct diag d = {0};
    AUTO_BUF text = {0};

    server = other;
    build(model);
    want = read_back(server);
    server = here;
    expect_ok(diff_make(got, want, NULL, &d, &diff), &d);
    diff_text(&text, diff, false);
    if (diff->differences > 0)
        expect_text(buf_str(&text), "");
    diff_free(diff);
    catalog_free(got);
    catalog_free(want);
}

static void check_row(void **state)
{
    const struct emit_row *row = *state;
    const char *from = row->part[PART_FROM], *to = row->part[PART_TO];

    bare = strstr(from, "extensions:") || strstr(to, "extensions:");
    build(from);
    step(from, to);
    expect_same(to);
    step(to, from);
    expect_same(from);
}

static struct db *open_database(const char *url)
{
    struct diag d = {0};
    struct db *db = NULL;

    expect_ok(db_open(url, NULL, &d, &db), &d);
    return db;
}

int main(void)
{
    struct cases c = {0};
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct list rows = {0};
    const struct emit_row *row;
    const char *url = NULL;

    server = open_database(server_url());
    run("create database other template template0");
    run("set timezone to 'Europe/Berlin'"); /* at UTC, timestamps with and without zone are the same bytes */
    expect_ok(url_with_database(&a, server_url(), "other", &d, &url), &d);
    other = open_database(url);
    emit_rows_read(&a, &rows);
    list_each (row, &rows)
        add_case_with(&c, row->name, check_row, row);
    int failed = run_cases(&c, "emit on a server");
    db_close(server);
    db_close(other);
    return failed;
}
