/* Every statement runs in a transaction of its own, and before its end the session's locks are looked at. A table
 * has been rewritten when its file is another one, and read when the server counted a scan of it. Of a statement that cannot run in a
 * transaction nothing is left to look at afterwards: it keeps its estimate. */
#include "shadow/observe.h"

#include "shadow/build.h"
#include <stdlib.h>
#include <string.h>

struct relation {
    const char *name;
    const char *file;
    bool made; /* by the plan: what it does to it nobody can feel */
    long long scans;
};

#define TABLES                                                                                               \
    "SELECT c.oid::text, pg_catalog.format('%s.%s', pg_catalog.quote_ident(n.nspname),"                      \
    " pg_catalog.quote_ident(c.relname)), pg_catalog.pg_relation_filenode(c.oid)::text"                      \
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"                   \
    " WHERE c.relkind IN ('r', 'p', 'm', 'f') AND c.oid >= 16384"

static const char all_tables[] = TABLES;
static const char locked_tables[] = TABLES
    " AND c.oid IN (SELECT l.relation FROM pg_catalog.pg_locks l"
    " WHERE l.locktype = 'relation' AND l.pid = pg_catalog.pg_backend_pid())";
static const char locks[] =
    "SELECT l.relation::text, l.mode FROM pg_catalog.pg_locks l WHERE l.locktype = 'relation'"
    " AND l.pid = pg_catalog.pg_backend_pid() AND l.relation >= 16384 ORDER BY 1, 2";

/* The server counts who reads a whole table: for the session since it last told, so that what was there before has to be taken off. */
static const char scans[] =
    "SELECT x::text, n::text FROM pg_catalog.unnest($1::oid[]) x, pg_catalog.pg_stat_get_xact_numscans(x) n WHERE n > 0 ORDER BY 1";

struct seeing {
    struct observer *observer;
    struct statement *statement; /* NULL: only looking round */
    struct idmap held;           /* oid -> struct held */
};

static int see_table(void *ctx, const struct db_row *row)
{
    struct seeing *s = ctx;
    struct arena *a = s->observer->arena;
    unsigned long long oid = strtoull(row_text(row, 0), NULL, 10);
    struct relation *r = idmap_get(&s->observer->known, oid);
    const char *file = row_text(row, 2);

    if (!r) {
        r = arena_new(a, struct relation);
        r->made = s->statement != NULL;
        idmap_put(&s->observer->known, oid, r);
    } else if (s->statement && !r->made && r->file && file && strcmp(r->file, file) != 0) {
        list_push(a, &s->statement->rewritten, r->name);
    }
    r->name = arena_strdup(a, row_text(row, 1));
    r->file = arena_strdup(a, file);
    return OK;
}

static enum lock lock_of(const char *mode)
{
    static const char *const modes[] = {
        [LOCK_ACCESS_SHARE] = "AccessShareLock",
        [LOCK_ROW_SHARE] = "RowShareLock",
        [LOCK_ROW_EXCLUSIVE] = "RowExclusiveLock",
        [LOCK_SHARE_UPDATE_EXCLUSIVE] = "ShareUpdateExclusiveLock",
        [LOCK_SHARE] = "ShareLock",
        [LOCK_SHARE_ROW_EXCLUSIVE] = "ShareRowExclusiveLock",
        [LOCK_EXCLUSIVE] = "ExclusiveLock",
        [LOCK_ACCESS_EXCLUSIVE] = "AccessExclusiveLock",
    };

    for (size_t i = LOCK_ACCESS_SHARE; i < sizeof(modes) / sizeof(modes[0]); i++)
        if (strcmp(modes[i], mode) == 0)
            return (enum lock)i;
    return LOCK_NONE;
}

static int see_lock(void *ctx, const struct db_row *row)
{
    struct seeing *s = ctx;
    struct arena *a = s->observer->arena;
    unsigned long long oid = strtoull(row_text(row, 0), NULL, 10);
    const struct relation *r = idmap_get(&s->observer->known, oid);
    struct held *h = idmap_get(&s->held, oid);
    enum lock lock = lock_of(row_text(row, 1));

    if (!r || r->made)
        return OK;
    if (!h) {
        h = arena_new(a, struct held);
        h->on = r->name;
        idmap_put(&s->held, oid, h);
        list_push(a, &s->statement->held, h);
    }
    if (lock > h->lock)
        h->lock = lock;
    return OK;
}

static int see_scan_before(void *ctx, const struct db_row *row)
{
    struct seeing *s = ctx;
    struct relation *r = idmap_get(&s->observer->known, strtoull(row_text(row, 0), NULL, 10));

    if (r)
        r->scans = -strtoll(row_text(row, 1), NULL, 10);
    return OK;
}

static int see_scan(void *ctx, const struct db_row *row)
{
    struct seeing *s = ctx;
    struct relation *r = idmap_get(&s->observer->known, strtoull(row_text(row, 0), NULL, 10));

    if (r && !r->made && r->scans + strtoll(row_text(row, 1), NULL, 10) > 0)
        list_push(s->observer->arena, &s->statement->scanned, r->name);
    if (r)
        r->scans = 0;
    return OK;
}

static int by_name(const void *x, const void *y)
{
    return strcmp(x, y);
}

/* Strongest first, then by name. */
static int by_weight(const void *vx, const void *vy)
{
    const struct held *x = vx, *y = vy;

    return x->lock != y->lock ? (x->lock > y->lock ? -1 : 1) : strcmp(x->on, y->on);
}

/* The estimate goes where the eyes have it: on a table. That of a view or a type stays. */
static void drop_estimate(struct statement *s)
{
    const struct held *h;

    if (s->held.n > 1 && s->note && strncmp(s->note, "locks ", 6) == 0 && !strchr(s->note, ';'))
        s->note = NULL; /* a guess at the others */
    list_each (h, &s->held)
        if (s->lock_on && strcmp(h->on, s->lock_on) == 0) {
            s->lock = LOCK_NONE;
            s->lock_on = NULL;
            return;
        }
}

static int look(struct observer *o, struct db *db, struct statement *s, struct diag *d)
{
    struct seeing seeing = {.observer = o, .statement = s};
    int result = OK;

    s->held = s->rewritten = s->scanned = (struct list){0};
    if (db_query(db, scans, &o->before, 1, see_scan, &seeing, d) != OK || db_query(db, locks, NULL, 0, see_lock, &seeing, d) != OK ||
        db_query(db, locked_tables, NULL, 0, see_table, &seeing, d) != OK)
        result = ERR;
    list_sort(&s->held, by_weight);
    list_sort(&s->scanned, by_name);
    drop_estimate(s);
    idmap_clear(&seeing.held);
    return result;
}

int observer_open(struct arena *a, struct db *db, struct diag *d, struct observer *ret)
{
    struct seeing seeing;

    *ret = (struct observer){.arena = a};
    seeing = (struct seeing){.observer = ret};
    if (db_query(db, all_tables, NULL, 0, see_table, &seeing, d) != OK)
        return ERR;
    return db_value(db, a, arena_printf(a, "SELECT coalesce(pg_catalog.array_agg(t.oid), '{}')::text FROM (%s) t", all_tables), NULL, 0, d,
                    &ret->before);
}

void observer_close(struct observer *o)
{
    idmap_clear(&o->known);
}

/* In a transaction that is open. */
static int run_and_look(struct observer *o, struct db *db, struct statement *s, const char *sql, struct diag *d)
{
    struct seeing before = {.observer = o, .statement = s};

    return db_query(db, scans, &o->before, 1, see_scan_before, &before, d) == OK && db_exec(db, sql, d) == OK ? look(o, db, s, d) : ERR;
}

int observer_run(struct observer *o, struct db *db, struct statement *s, struct diag *d)
{
    const char *sql = shadow_statement(o->arena, s);

    if (s->transaction == TRANSACTION_NEVER)
        return db_exec(db, sql, d);
    if (db_exec(db, "BEGIN", d) != OK)
        return ERR;
    if (run_and_look(o, db, s, sql, d) == OK)
        return db_exec(db, "COMMIT", d);
    db_exec(db, "ROLLBACK", NULL);
    return ERR;
}
