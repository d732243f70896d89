#include "runner/session.h"

#include "base/hash.h"
#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LOCK_TIMEOUT = 5000, WAIT_TIMEOUT = 10 * 60 * 1000, RETRIES = 3, SLEEP_PIECE = 50, ROUNDS = 100000 };

void runner_defaults(struct runner_options *o)
{
    *o = (struct runner_options){.lock_timeout = LOCK_TIMEOUT,
                                 .wait_timeout = WAIT_TIMEOUT,
                                 .retries = RETRIES,
                                 .batch_limit = ROUNDS};
}

/* Advisory locks are numbers for a whole database: two projects with version tables of their own must not
 * meet. */
static long long key_of(const char *table)
{
    AUTO_BUF text = {0};
    char hex[65];
    buf_addf(&text, "kedge runner %s", table);
    sha256_hex(buf_str(&text), text.len, hex);
    hex[15] = '\0'; /* 60 bits: positive as a bigint */
    return (long long)strtoull(hex, NULL, 16);
}

int names_settle(struct arena *a, const struct runner_options *o, struct diag *d, struct runner *ret)
{
    const char *table = o->version_table ? o->version_table : "kedge_version", *dot = strchr(table, '.');
    ret->schema = dot ? arena_strndup(a, table, (size_t)(dot - table)) : o->schema ? o->schema : "public";
    ret->version_name = dot ? dot + 1 : table;
    if (!*ret->schema || !*ret->version_name || strchr(ret->version_name, '.')) {
        diag_error(d, "run.table", NOWHERE, "\"%s\" is not the name of a version table", table);
        diag_hint(d, "Write a name, or schema.name.");
        return ERR;
    }
    ret->version_table = sql_qualified(a, ret->schema, ret->version_name);
    ret->history_table = sql_qualified(a, ret->schema, "kedge_history");
    ret->lock_key = key_of(ret->version_table);
    return OK;
}

void search_path_add(struct buf *b, const struct runner_options *o)
{
    const char *schema;
    bool first = true;
    if (o->search_path.n == 0)
        buf_add(b, "public");
    list_each (schema, &o->search_path) {
        buf_sep(b, &first, ", ");
        buf_ident(b, schema);
    }
}

static int session_connect(struct runner *r, struct diag *d)
{
    const struct db_options options = {.application_name = "kedge", .script = true};
    if (db_open(r->url, &options, d, &r->db) < 0)
        return ERR;
    const char *host = db_host(r->db);
    if (!r->database)
        r->database = arena_printf(&r->arena, "%s%s%s as %s", db_name(r->db), host && *host ? " on " : "",
                                   host ? host : "", db_user(r->db));
    return OK;
}

int runner_open(const char *url, const struct runner_options *options, struct diag *d, struct runner **ret)
{
    struct runner_options defaults;
    struct runner *r = heap_realloc(NULL, sizeof(*r));
    if (!options) {
        runner_defaults(&defaults);
        options = &defaults;
    }
    *r = (struct runner){.options = *options};
    if (r->options.lock_timeout == REVISION_NOT_SET)
        r->options.lock_timeout = LOCK_TIMEOUT;
    r->url = arena_strdup(&r->arena, url);
    if (names_settle(&r->arena, options, d, r) < 0 || session_connect(r, d) < 0) {
        runner_close(r);
        return ERR;
    }
    *ret = r;
    return OK;
}

void runner_close(struct runner *r)
{
    if (!r)
        return;
    db_close(r->db);
    db_close(r->watcher);
    arena_clear(&r->arena);
    free(r);
}

const char *runner_database(const struct runner *r)
{
    return r->database;
}

void runner_interrupt(void)
{
    db_interrupt();
}

void event_send(const struct runner *r, const struct run_event *e)
{
    if (r->options.event)
        r->options.event(r->options.ctx, e);
}

double seconds_now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int sleep_for(struct runner *r, int milliseconds)
{
    double until = seconds_now() + milliseconds / 1000.0;
    const struct timespec piece = {.tv_nsec = SLEEP_PIECE * 1000000L};
    while (seconds_now() < until) {
        if (db_interrupted()) {
            (void)db_exec(r->db, "SELECT 1",
                          NULL); /* it answers for the interrupt, so that cleaning up can go on */
            return ERR;
        }
        nanosleep(&piece, NULL);
    }
    return OK;
}

int session_reopen(struct runner *r, int attempts, struct diag *d)
{
    r->locked = false;
    for (int i = 0;; i++) {
        struct diag quiet = {0};
        db_close(r->db);
        r->db = NULL;
        bool last = i + 1 >= attempts;
        int rc = session_connect(r, last ? d : &quiet);
        diag_clear(&quiet);
        if (rc == OK || last)
            return rc;
        const struct timespec pause = {.tv_nsec = 500 * 1000000L};
        nanosleep(&pause, NULL);
        if (db_interrupted())
            return diag_error(d, "interrupted", NOWHERE, "interrupted while connecting again");
    }
}

const struct diag_entry *diag_last_error(const struct diag *d)
{
    for (size_t i = d->entries.n; i-- > 0;) {
        const struct diag_entry *e = d->entries.at[i];
        if (e->severity == SEVERITY_ERROR)
            return e;
    }
    return NULL;
}

bool diag_is(const struct diag *d, const char *code)
{
    const struct diag_entry *e = diag_last_error(d);
    return e && strcmp(e->code, code) == 0;
}

int state_exec(struct runner *r, const char *sql, const char *const *params, size_t n, struct diag *d)
{
    struct diag first = {0};
    int rc = db_query(r->db, sql, params, n, NULL, NULL, &first);
    bool again = rc < 0 && diag_is(&first, "interrupted");
    const struct diag_entry *e = diag_last_error(&first);
    if (rc < 0 && !again && e) {
        diag_error(d, e->code, NOWHERE, "%s", e->message);
        if (e->sqlstate)
            diag_sqlstate(d, e->sqlstate);
        if (e->detail)
            diag_detail(d, "%s", e->detail);
        if (e->hint)
            diag_hint(d, "%s", e->hint);
    }
    diag_clear(&first);
    return again ? db_query(r->db, sql, params, n, NULL, NULL, d) : rc;
}

void session_rollback(struct runner *r)
{
    for (int i = 0; r->db && i < 3 && db_alive(r->db) && db_transaction(r->db) != TRANSACTION_NONE; i++)
        (void)db_exec(r->db, "ROLLBACK", NULL);
}
