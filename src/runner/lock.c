#include "runner/lock.h"

#include <stdlib.h>

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

/* In transaction mode a pooler gives every transaction another session of the server: the lock may stay
 * behind in one of them. Which mode it has cannot be seen; that it is there can. */
static void pooler_warn(struct runner *r, struct diag *d)
{
    if (r->pooled || strtol(r->pid, NULL, 10) == db_pid(r->db))
        return;
    r->pooled = true;
    diag_warning(d, "run.pooler", NOWHERE, "a connection pooler stands between kedge and the server");
    diag_hint(d,
              "In transaction mode the lock of this run and the settings of a session cannot be relied on: "
              "connect to the server itself, or to a pool in session mode.");
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
    while (!r->locked) {
        if (lock_try(r, d, &r->locked) < 0)
            return ERR;
        if (r->locked) {
            pooler_warn(r, d);
            break;
        }
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
