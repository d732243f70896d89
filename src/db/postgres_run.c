/* Running statements. Nothing here blocks in libpq: every wait is a poll of at most 100 ms, so that an
 * interrupt, a tick of the caller's progress line and a dead server are seen. Results are always read in
 * single-row mode. */
#include "db/postgres.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

enum {
    CANCEL_REPEAT = 1000,   /* ms: a cancel that arrives between two statements of a pipeline is lost */
    CANCEL_GIVE_UP = 10000, /* ms */
    CANCEL_WAIT = 2000      /* ms: for the answer to a cancel after that to the statement */
};

static int wait_server(struct db *db, short events, long long deadline)
{
    return wait_fd(PQsocket(db->conn), events, deadline, db->tick, db->tick_ctx);
}

struct db_row {
    const PGresult *res;
    int index; /* in res: 0 in single-row mode */
    const char *const *names;
    size_t n;
};

size_t row_count(const struct db_row *r)
{
    return r->n;
}

const char *row_name(const struct db_row *r, size_t column)
{
    return column < r->n ? r->names[column] : NULL;
}

const char *row_text(const struct db_row *r, size_t column)
{
    if (column >= r->n || PQgetisnull(r->res, r->index, (int)column))
        return NULL;
    return PQgetvalue(r->res, r->index, (int)column);
}

/* One call: what is read for whom, and what went wrong first. */
struct run {
    struct db *db;
    struct diag *d;
    struct arena arena;       /* column names */
    const char *const *names; /* of the current result; NULL before its first row */
    int rc;                   /* ERR once something was reported: the rest is drained */
    bool interrupted;         /* a cancel was sent */
    struct cancel *cancel;
    long long cancel_at; /* next cancel */
    long long give_up_at;
};

static struct run run_start(struct db *db, struct diag *d)
{
    db->diag = d;
    db->notices = 0;
    db->position = 0;
    db->affected = 0;
    return (struct run){.db = db, .d = d};
}

static int run_interrupted(struct run *r)
{
    memcpy(r->db->sqlstate, "57014", sizeof(r->db->sqlstate));
    return r->rc = interrupt_report(r->d);
}

/* A statement that was done before the cancel came is done, and said to be: a COMMIT must not be called a
 * failure. The interrupt is then left to the next call. */
static int run_end(struct run *r)
{
    if (r->interrupted && r->rc == OK) {
        if (r->db->lost)
            run_interrupted(r);
        else
            interrupt_return();
    }
    if (!cancel_finish(r->cancel, r->db->lost ? 0 : CANCEL_WAIT))
        r->db->lost = true;
    arena_clear(&r->arena);
    r->db->diag = NULL;
    return r->rc;
}

/* Before anything is sent. */
static int run_check(struct run *r)
{
    if (!db_alive(r->db))
        r->rc = lost_report(r->db, NULL, r->d);
    else if (interrupt_take())
        run_interrupted(r);
    return r->rc;
}

static void run_cancel(struct run *r)
{
    if (cancel_done(r->cancel)) {
        (void)cancel_finish(r->cancel, 0);
        r->cancel = cancel_start(r->db->conn); /* if that fails, give_up_at ends the wait */
    }
    r->cancel_at = now_ms() + CANCEL_REPEAT;
    if (!r->give_up_at)
        r->give_up_at = now_ms() + CANCEL_GIVE_UP;
}

static void run_interrupt(struct run *r)
{
    if (r->interrupted) { /* the second time: do not insist on the server's answer */
        r->db->lost = true;
        return;
    }
    r->interrupted = true;
    run_cancel(r);
}

static void run_lost(struct run *r, const char *request)
{
    if (r->rc == OK)
        r->rc = lost_report(r->db, request, r->d);
    r->db->lost = true;
}

/* Until PQgetResult does not block, and all is sent. ERR when the connection is of no more use. */
static int run_wait(struct run *r, const char *request)
{
    PGconn *conn = r->db->conn;
    for (;;) {
        int unsent = PQflush(conn);
        if (!PQisBusy(conn) || PQstatus(conn) == CONNECTION_BAD)
            return OK; /* on a dead connection PQgetResult gives the error */
        long long until = r->cancel_at ? r->cancel_at : r->db->answer_by;
        int seen = wait_server(r->db, unsent > 0 ? POLLIN | POLLOUT : POLLIN, until);
        if (seen == WAIT_INTERRUPTED) {
            run_interrupt(r);
        } else if (seen == WAIT_FAILED) {
            run_lost(r, request);
        } else if (seen == 0 && !r->cancel_at) {
            r->rc = diag_error(r->d, "db.busy", NOWHERE, "connected, but no answer came in time");
            diag_hint(r->d, "Is this a connection pooler whose connections to the server are all taken?");
            r->db->lost = true;
        } else if (seen == 0) {
            if (now_ms() > r->give_up_at)
                r->db->lost = true;
            else
                run_cancel(r);
        } else if ((seen & ~POLLOUT) && !PQconsumeInput(conn)) {
            return OK; /* as above */
        }
        if (r->db->lost)
            return ERR;
    }
}

/* The same pointers for all rows of one result. */
static void names_read(struct run *r, const PGresult *res)
{
    int n = PQnfields(res);
    const char **names = arena_alloc(&r->arena, (size_t)(n + 1) * sizeof(*names));
    for (int i = 0; i < n; i++)
        names[i] = arena_strdup(&r->arena, PQfname(res, i));
    r->names = names;
}

static void rows_give(struct run *r, const PGresult *res, const struct db_request *q)
{
    if (!q->fn || PQntuples(res) == 0)
        return;
    if (!r->names)
        names_read(r, res);
    struct db_row row = {.res = res, .names = r->names, .n = (size_t)PQnfields(res)};
    for (; r->rc == OK && row.index < PQntuples(res); row.index++)
        if (q->fn(q->ctx, &row) != OK)
            r->rc = ERR;
}

/* Nothing here reads or writes the client's files; the server must be told so or it waits for ever. */
static void copy_refuse(struct run *r, ExecStatusType status, const char *request)
{
    PGconn *conn = r->db->conn;
    if (r->rc == OK) {
        r->rc = diag_error(r->d, "db.copy", NOWHERE, "COPY from or to the client is not supported");
        diag_hint(r->d, "Use INSERT, or run the file with psql.");
    }
    if (status == PGRES_COPY_IN) {
        while (PQputCopyEnd(conn, "not supported") == 0)
            if (wait_server(r->db, POLLOUT, now_ms() + CANCEL_GIVE_UP) <= 0)
                return;
        return;
    }
    run_cancel(r);
    char *line;
    int n;
    while ((n = PQgetCopyData(conn, &line, 1)) >= 0) {
        if (n > 0)
            PQfreemem(line);
        else if (wait_server(r->db, POLLIN, now_ms() + CANCEL_GIVE_UP) <= 0 || !PQconsumeInput(conn)) {
            run_lost(r, request);
            return;
        }
    }
}

static void error_take(struct run *r, const PGresult *res, const struct db_request *q)
{
    const char *state = PQresultErrorField(res, PG_DIAG_SQLSTATE);
    if (r->rc != OK)
        return;
    if (r->interrupted && state && strcmp(state, "57014") == 0)
        run_interrupted(r);
    else if (PQstatus(r->db->conn) == CONNECTION_BAD && !state)
        run_lost(r, q->name);
    else
        r->rc = result_report(r->db, res, q->sql, q->name, r->d);
}

/* Takes one result. True when it was the sync that ends a pipeline. */
static bool result_take(struct run *r, PGresult *res, const struct db_request *q)
{
    ExecStatusType status = PQresultStatus(res);
    switch (status) {
    case PGRES_SINGLE_TUPLE:
        rows_give(r, res, q);
        break;
    case PGRES_TUPLES_OK: /* the end of the rows, none in it unless libpq refused single-row mode */
    case PGRES_COMMAND_OK:
    case PGRES_EMPTY_QUERY:
        rows_give(r, res, q);
        r->names = NULL;
        r->db->affected = strtoll(PQcmdTuples(res), NULL, 10);
        break;
    case PGRES_COPY_IN:
    case PGRES_COPY_OUT:
    case PGRES_COPY_BOTH:
        copy_refuse(r, status, q->name);
        break;
    case PGRES_BAD_RESPONSE:
    case PGRES_NONFATAL_ERROR:
    case PGRES_FATAL_ERROR:
        error_take(r, res, q);
        break;
    case PGRES_PIPELINE_SYNC:
        return true;
    case PGRES_PIPELINE_ABORTED: /* the first error has been reported */
#ifdef LIBPQ_HAS_CHUNK_MODE
    case PGRES_TUPLES_CHUNK:
#endif
        break;
    }
    return false;
}

/* All results of one statement (or, through the simple protocol, of one list of statements). */
static int results_read(struct run *r, const struct db_request *q)
{
    (void)PQsetSingleRowMode(r->db->conn); /* a statement without rows refuses it: fine */
    for (;;) {
        if (run_wait(r, q->name) < 0)
            return ERR;
        PGresult *res = PQgetResult(r->db->conn);
        if (!res)
            break;
        result_take(r, res, q);
        PQclear(res);
        if (r->db->lost)
            return ERR;
    }
    r->names = NULL;
    if (PQstatus(r->db->conn) == CONNECTION_BAD)
        run_lost(r, q->name);
    return r->db->lost ? ERR : OK;
}

/* libpq refuses to send when the connection is gone, or when it is used wrongly (from inside a row callback).
 */
static bool sent(struct run *r, int accepted, const char *request)
{
    if (accepted)
        r->db->statements++;
    else if (PQstatus(r->db->conn) == CONNECTION_BAD)
        run_lost(r, request);
    else
        r->rc = diag_error(r->d, "db.send", NOWHERE, "the statement cannot be sent: %s",
                           text_hide(&r->arena, PQerrorMessage(r->db->conn), r->db->secrets, NULL));
    return accepted;
}

int db_exec(struct db *db, const char *sql, struct diag *d)
{
    struct run r = run_start(db, d);
    const struct db_request q = {.sql = sql};
    if (run_check(&r) == OK && sent(&r, PQsendQuery(db->conn, sql), NULL))
        (void)results_read(&r, &q);
    return run_end(&r);
}

int db_query(struct db *db, const char *sql, const char *const *params, size_t n_params, db_row_fn *fn,
             void *ctx, struct diag *d)
{
    struct run r = run_start(db, d);
    const struct db_request q = {.sql = sql, .fn = fn, .ctx = ctx};
    if (run_check(&r) == OK &&
        sent(&r, PQsendQueryParams(db->conn, sql, (int)n_params, NULL, params, NULL, NULL, 0), NULL))
        (void)results_read(&r, &q);
    return run_end(&r);
}

struct first_value {
    struct arena *arena;
    bool seen;
    const char *value;
};

static int first_value_take(void *ctx, const struct db_row *row)
{
    struct first_value *v = ctx;
    if (!v->seen && row_count(row) > 0)
        v->value = arena_strdup(v->arena, row_text(row, 0));
    v->seen = true;
    return OK;
}

int db_value(struct db *db, struct arena *a, const char *sql, const char *const *params, size_t n_params,
             struct diag *d, const char **ret)
{
    struct first_value v = {.arena = a};
    int rc = db_query(db, sql, params, n_params, first_value_take, &v, d);
    if (rc == OK)
        *ret = v.value;
    return rc;
}

/* Reads on to the sync, whatever comes before it: after it the connection is usable again. */
static int sync_read(struct run *r)
{
    static const struct db_request none = {0};
    for (bool synced = false; !synced;) {
        if (run_wait(r, NULL) < 0)
            return ERR;
        PGresult *res = PQgetResult(r->db->conn);
        if (!res && PQstatus(r->db->conn) == CONNECTION_BAD) {
            run_lost(r, NULL);
            return ERR;
        }
        synced = res && result_take(r, res, &none);
        PQclear(res);
    }
    return OK;
}

/* In the order of sending; a request's results end with one NULL, which also moves libpq to the next request.
 */
static int pipeline_read(struct run *r, const struct db_request *requests, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (results_read(r, &requests[i]) < 0)
            return ERR;
    return sync_read(r);
}

static void pipeline_run(struct run *r, const struct db_request *requests, size_t n)
{
    PGconn *conn = r->db->conn;
    if (!PQenterPipelineMode(conn)) {
        run_lost(r, NULL);
        return;
    }
    size_t queued = 0;
    while (queued < n && sent(r, PQsendQueryParams(conn, requests[queued].sql, 0, NULL, NULL, NULL, NULL, 0),
                              requests[queued].name))
        queued++;
    if (!r->db->lost && !PQpipelineSync(conn))
        run_lost(r, NULL);
    if (r->db->lost || pipeline_read(r, requests, queued) < 0)
        return;
    if (!PQexitPipelineMode(conn))
        run_lost(r, NULL);
}

int db_pipeline(struct db *db, const struct db_request *requests, size_t n, struct diag *d)
{
    struct run r = run_start(db, d);
    if (n > 0 && run_check(&r) == OK)
        pipeline_run(&r, requests, n);
    return run_end(&r);
}
