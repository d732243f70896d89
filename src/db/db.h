/* A connection, and reading in bulk. postgres.c is the only place with libpq. */
#ifndef KEDGE_DB_DB_H
#define KEDGE_DB_DB_H

#include "base/buf.h"
#include "base/diag.h"

struct db;

struct db_options {
    const char *application_name; /* default "kedge" */
    int connect_timeout;          /* seconds; 0: what the URL or PGCONNECT_TIMEOUT says, else 10 */
    bool script; /* for running people's own SQL: settings stay as server, database and role have them, but
                    for encoding and standard_conforming_strings. Everything else is pinned otherwise */
};

/* url: anything url_read() accepts. The session is pinned: search_path empty, ISO dates, UTC, postgres
 * intervals, extra_float_digits 3, UTF8, jit off, row_security off, bytea hex, lock and statement timeouts as
 * the server says, restrict_nonsystem_relation_kind where it exists, notices into a list. Errors carry
 * SQLSTATE; no message ever holds a password. */
int db_open(const char *url, const struct db_options *options, struct diag *d, struct db **ret);
void db_close(struct db *db);             /* NULL is fine */
int db_version(const struct db *db);      /* 150018 */
const char *db_name(const struct db *db); /* database, for messages */
const char *db_host(const struct db *db);
const char *db_user(const struct db *db);
/* Of the server's process, as told at connecting: a pooler in between tells a number of its own. */
int db_pid(const struct db *db);
/* Something between us and the server has connections of its own. The session may belong to others as soon as
 * a transaction has ended: nothing may be set in it. */
bool db_pooled(const struct db *db);
/* At the beginning of a transaction on such a connection: for its length, the settings that other sessions
 * have from the start. Nothing to do on those. */
int db_pin(struct db *db, struct diag *d);
bool db_alive(const struct db *db); /* false once the connection is lost */

/* One or several statements, rows thrown away. Errors: message, SQLSTATE, DETAIL, HINT, the line of the
 * statement. */
int db_exec(struct db *db, const char *sql, struct diag *d);

/* A row, valid during the callback. */
struct db_row;
size_t row_count(const struct db_row *r); /* of columns */
const char *row_name(const struct db_row *r,
                     size_t column); /* same pointer for all rows of one result: bind once */
const char *row_text(const struct db_row *r, size_t column); /* NULL for NULL */
typedef int db_row_fn(void *ctx, const struct db_row *row);  /* OK to go on */

/* One statement with text parameters (NULL: NULL). fn may be NULL. */
int db_query(struct db *db, const char *sql, const char *const *params, size_t n_params, db_row_fn *fn,
             void *ctx, struct diag *d);

/* The first column of the first row, copied; *ret NULL when there is no row or it is NULL. */
int db_value(struct db *db, struct arena *a, const char *sql, const char *const *params, size_t n_params,
             struct diag *d, const char **ret);

/* Many statements without parameters in one pipeline, each row to its callback as it arrives (single-row
 * mode, so that memory does not hold a whole result). One round trip. The first error ends it, names the
 * request, and the rest is drained. */
struct db_request {
    const char *name; /* for messages */
    const char *sql;
    db_row_fn *fn;
    void *ctx;
};
int db_pipeline(struct db *db, const struct db_request *requests, size_t n, struct diag *d);

/* Statements sent so far, for benchmarks. */
size_t db_statement_count(const struct db *db);

/* SQLSTATE of the last error on this connection, "" if none; "08006" and the like when the connection was
 * lost. */
const char *db_sqlstate(const struct db *db);

/* Where in the statement the server saw the last error: characters, 1-based; 0 when it did not say. */
size_t db_position(const struct db *db);
/* Rows that the last statement inserted, updated, deleted or gave; 0 when it counts none. */
long long db_affected(const struct db *db);

/* Where the session stands, without asking the server. */
enum db_transaction { TRANSACTION_NONE, TRANSACTION_OPEN, TRANSACTION_FAILED };
enum db_transaction db_transaction(const struct db *db);

/* Called about every 100 ms while a call on this connection waits: progress lines. It may use other
 * connections, not this one. NULL: none. */
typedef void db_tick_fn(void *ctx);
void db_on_tick(struct db *db, db_tick_fn *fn, void *ctx);

/* Asks the server to cancel what runs. db_interrupt() may be called in a signal handler: it only sets a flag
 * that the running call (or the next one, if none runs) sees within 100 ms; that call cancels its statement,
 * then returns ERR with code "interrupted" (if the statement was done before the cancel came, the call says
 * OK, and the next one is interrupted). A call answers for one db_interrupt() only, so that the caller can
 * still roll back and clean up; a second db_interrupt() while the server does not answer the first gives the
 * connection up. db_interrupted() stays true until db_interrupt_reset(). */
void db_interrupt(void);
bool db_interrupted(void);
void db_interrupt_reset(void);

#endif
