/* A connection, and reading in bulk. postgres.c is the only place with libpq. */
#ifndef KEDGE_DB_DB_H
#define KEDGE_DB_DB_H

#include "base/buf.h"
#include "base/diag.h"

struct db;

struct db_options {
    const char *application_name; /* default "kedge" */
    int connect_timeout;          /* seconds; 0: libpq's default, 10 */
};

/* url: anything url_read() accepts. The session is pinned: search_path empty, ISO dates, postgres intervals, extra_float_digits 3, UTF8, row_security off,
 * bytea hex, lock and statement timeouts as the server says, restrict_nonsystem_relation_kind where it exists, notices into a list.
 * Errors carry SQLSTATE; no message ever holds a password. */
int db_open(const char *url, const struct db_options *options, struct diag *d, struct db **ret);
void db_close(struct db *db); /* NULL is fine */
int db_version(const struct db *db); /* 150018 */
const char *db_name(const struct db *db); /* database, for messages */
const char *db_host(const struct db *db);
const char *db_user(const struct db *db);
bool db_alive(const struct db *db); /* false once the connection is lost */

/* One or several statements, rows thrown away. Errors: message, SQLSTATE, DETAIL, HINT, the line of the statement. */
int db_exec(struct db *db, const char *sql, struct diag *d);

/* A row, valid during the callback. */
struct db_row;
size_t row_count(const struct db_row *r);                    /* of columns */
const char *row_name(const struct db_row *r, size_t column); /* same pointer for all rows of one result: bind once */
const char *row_text(const struct db_row *r, size_t column); /* NULL for NULL */
typedef int db_row_fn(void *ctx, const struct db_row *row);  /* OK to go on */

/* One statement with text parameters (NULL: NULL). fn may be NULL. */
int db_query(struct db *db, const char *sql, const char *const *params, size_t n_params, db_row_fn *fn, void *ctx, struct diag *d);

/* The first column of the first row, copied; *ret NULL when there is no row or it is NULL. */
int db_value(struct db *db, struct arena *a, const char *sql, const char *const *params, size_t n_params, struct diag *d, const char **ret);

/* Many statements without parameters in one pipeline, each row to its callback as it arrives (single-row mode, so that memory does not hold a whole
 * result). One round trip. The first error ends it, names the request, and the rest is drained. */
struct db_request {
    const char *name; /* for messages */
    const char *sql;
    db_row_fn *fn;
    void *ctx;
};
int db_pipeline(struct db *db, const struct db_request *requests, size_t n, struct diag *d);

/* Statements sent so far, for benchmarks. */
size_t db_statement_count(const struct db *db);

/* SQLSTATE of the last error on this connection, "" if none; "08006" and the like when the connection was lost. */
const char *db_sqlstate(const struct db *db);

/* Asks the server to cancel what runs; safe in a signal handler's flag check, from the same thread. db_interrupt() may be called in a
 * signal handler: it only sets a flag that running calls see within 100 ms; they cancel, then return ERR with code "interrupted". */
void db_interrupt(void);
bool db_interrupted(void);

#endif
