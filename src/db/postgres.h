/* Private to postgres*.c: what the parts of the PostgreSQL driver share. */
#ifndef KEDGE_DB_POSTGRES_H
#define KEDGE_DB_POSTGRES_H

#include "db/db.h"
#include "db/wait.h"
#include <libpq-fe.h>

struct db {
    PGconn *conn;
    struct arena arena; /* names and secrets; as long as the connection */
    const char *name, *host, *user;
    int version;
    const char *const *secrets; /* texts that no message may hold, NULL-terminated */
    bool lost;
    bool pooled, script;
    long long answer_by; /* in terms of now_ms(); 0: when it comes */
    char sqlstate[6];
    size_t statements;
    size_t position;    /* of the last error, see db_position() */
    long long affected; /* see db_affected() */
    struct diag *diag; /* of the running call: where notices go. NULL between calls */
    size_t notices;    /* in the running call */
    db_tick_fn *tick;
    void *tick_ctx;
};

/* Errors. sql, request: what ran, or NULL. */
int result_report(struct db *db, const PGresult *res, const char *sql, const char *request, struct diag *d);
int lost_report(struct db *db, const char *request, struct diag *d);
int connect_report(struct db *db, bool timed_out, int timeout, struct diag *d);
void notice_receive(void *db, const PGresult *res);

/* A copy of text with every secret, and every literal that follows the word PASSWORD, shown as ***. offset
 * (or NULL): a byte offset into text, moved along with the text it points at. */
char *text_hide(struct arena *a, const char *text, const char *const *secrets, size_t *offset);

/* postgres_cancel.c: asks the server to cancel what runs, from a thread, since on a dead network that takes
 * minutes. */
struct cancel;
struct cancel *cancel_start(PGconn *conn); /* NULL when it cannot */
bool cancel_done(const struct cancel *c);
/* Waits at most ms for the request to be answered. False: it is still under way and could hit whatever runs
 * next on the connection, so that this must not be used any more. c is freed in any case; NULL is fine. */
bool cancel_finish(struct cancel *c, int ms);

#endif
