#include "runner/lock.h"

#include <string.h>

enum { POLL_FIRST = 50, POLL_MOST = 500, TELL_EVERY = 1 /* s */ };

int run_lock_holder(struct runner *r, struct arena *a, struct diag *d, const char **ret)
{
    /* A bigint key is shown in two halves. */
    static const char sql[] =
        "SELECT pg_catalog.format('pid %s, %s, %s, connected since %s UTC', l.pid, coalesce(a.usename::text, "
        "'another user'),"
        " coalesce(nullif(a.application_name, ''), 'no application name'),"
        " pg_catalog.to_char(a.backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS'))"
        " FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
        " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
        " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = "
        "pg_catalog.current_database())"
        " AND (l.classid::bigint << 32) + l.objid::bigint = $1::bigint AND l.pid <> "
        "pg_catalog.pg_backend_pid()"
        " LIMIT 1";
    const char *key = arena_printf(a, "%lld", r->lock_key);
    return db_value(r->db, a, sql, &key, 1, d, ret);
}

static int lock_try(struct runner *r, struct diag *d, bool *ret)
{
    AUTO_ARENA a = {0};
    const char *key = arena_printf(&a, "%lld", r->lock_key), *value = NULL;
    int rc = db_value(r->db, &a,
                      "SELECT pg_catalog.concat(pg_catalog.pg_try_advisory_lock($1::bigint), ' ',"
                      " pg_catalog.pg_backend_pid())",
                      &key, 1, d, &value);
    *ret = rc == OK && value && *value == 't';
    if (*ret)
        r->pid = arena_strdup(&r->arena, value + 2);
    return rc;
}

static int time_is_up(struct runner *r, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *holder = NULL;
    (void)run_lock_holder(r, &a, NULL, &holder);
    diag_error(d, "run.lock", NOWHERE, "another runner is at work on this database");
    if (holder)
        diag_detail(d, "it is %s", holder);
    diag_hint(
        d,
        "Wait for it, or give it more time with --wait. If it hangs: SELECT pg_terminate_backend(its pid).");
    return ERR;
}

/* A nobody that holds the lock went away in between: the next try gets it. */
static void tell_waiting(struct runner *r, double since)
{
    AUTO_ARENA a = {0};
    const char *holder = NULL;
    if (run_lock_holder(r, &a, NULL, &holder) == OK && holder)
        event_send(
            r, &(struct run_event){.type = RUN_WAITING, .text = holder, .elapsed = seconds_now() - since});
}

static int session_pid(struct db *db, struct arena *a, struct diag *d, const char **ret)
{
    return db_value(db, a, "SELECT pg_catalog.pg_backend_pid()", NULL, 0, d, ret);
}

/* Whether one session of ours has two of the server's, or two of ours the same one. A pooler hands out the
 * one that was given back last, or the next in turn: each of them shows within a few attempts. */
static int sessions_compare(struct runner *r, struct db *other, struct diag *d, bool *ret_shared)
{
    enum { ATTEMPTS = 4 };
    AUTO_ARENA a = {0};
    const char *first = NULL, *here = NULL, *there = NULL;
    int rc = session_pid(r->db, &a, d, &first);
    for (int i = 0; rc == OK && !*ret_shared && i < ATTEMPTS; i++) {
        if (db_exec(other, "BEGIN", d) < 0 || session_pid(other, &a, d, &there) < 0)
            return ERR;
        *ret_shared = strcmp(first, there) == 0;
        if (!*ret_shared) {
            rc = session_pid(r->db, &a, d, &here);
            *ret_shared = rc == OK && strcmp(first, here) != 0;
        }
        if (db_exec(other, "ROLLBACK", d) < 0)
            return ERR;
    }
    return rc;
}

/* In transaction mode a pooler gives every transaction another session of the server. The lock of the run
 * would stay behind in one of them, or seem to be ours in one that another runner took it in; time-outs and
 * search_path would be set for others. */
static int pooler_check(struct runner *r, struct diag *d)
{
    const struct db_options options = {.application_name = "kedge", .script = true};
    struct db *other = NULL;
    bool shared = false;
    if (r->pooled || !db_pooled(r->db))
        return OK;
    r->pooled = true;
    int rc = db_open(r->url, &options, NULL, &other);
    if (rc == OK)
        rc = sessions_compare(r, other, NULL, &shared);
    db_close(other);
    if (shared) {
        diag_error(d, "run.pooler", NOWHERE,
                   "a connection pooler in transaction mode stands between kedge and the server");
        diag_hint(
            d, "There a run cannot be kept alone on the database, nor have settings of its own. Connect to "
               "the server itself, or to a pool in session mode; kedge upgrade --sql gives a script.");
        return ERR;
    }
    if (rc < 0) {
        diag_warning(d, "run.pooler", NOWHERE, "a connection pooler stands between kedge and the server");
        diag_hint(d,
                  "In which mode it works could not be found out. In transaction mode the lock of this run "
                  "cannot be relied on: connect to the server itself, or to a pool in session mode.");
    }
    return OK;
}

int run_lock_check(struct runner *r, struct diag *d)
{
    AUTO_ARENA a = {0};
    const char *key = arena_printf(&a, "%lld", r->lock_key), *value = NULL;
    if (db_value(
            r->db, &a,
            "SELECT pid FROM pg_catalog.pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 1"
            " AND (classid::bigint << 32) + objid::bigint = $1::bigint AND pid = pg_catalog.pg_backend_pid()"
            " AND database = (SELECT oid FROM pg_catalog.pg_database WHERE datname ="
            " pg_catalog.current_database())",
            &key, 1, d, &value) < 0)
        return ERR;
    if (value)
        return OK;
    diag_error(d, "run.lock-lost", NOWHERE, "this session does not hold the lock of the run any more");
    diag_hint(d, r->pooled
                     ? "The pooler in between changed the session. Connect to the server itself, then run "
                       "again to go on."
                     : "A revision let it go (DISCARD ALL, pg_advisory_unlock_all()). Run again to go on.");
    return ERR;
}

int run_lock_take(struct runner *r, struct diag *d, bool *ret_waited)
{
    double start = seconds_now(), told = 0;
    int pause = POLL_FIRST;
    if (pooler_check(r, d) < 0)
        return ERR;
    while (!r->locked) {
        if (lock_try(r, d, &r->locked) < 0)
            return ERR;
        if (r->locked)
            break;
        if (ret_waited)
            *ret_waited = true;
        double now = seconds_now();
        if ((now - start) * 1000 >= r->options.wait_timeout)
            return time_is_up(r, d);
        if (told == 0 || now - told >= TELL_EVERY) {
            tell_waiting(r, start);
            told = now;
        }
        if (sleep_for(r, pause) < 0)
            return diag_error(d, "interrupted", NOWHERE, "interrupted while waiting for another runner");
        pause = pause * 2 < POLL_MOST ? pause * 2 : POLL_MOST;
    }
    return OK;
}

void run_lock_release(struct runner *r)
{
    AUTO_ARENA a = {0};
    const char *key = arena_printf(&a, "%lld", r->lock_key);
    if (r->locked && r->db && db_alive(r->db))
        (void)state_exec(r, "SELECT pg_catalog.pg_advisory_unlock($1::bigint)", &key, 1, NULL);
    r->locked = false;
}
