/* Private to the runner: one connection with its settings, and the small things every part of it needs. */
#ifndef KEDGE_RUNNER_SESSION_H
#define KEDGE_RUNNER_SESSION_H

#include "db/db.h"
#include "runner/runner.h"

struct runner {
    struct arena arena; /* as long as the runner */
    struct runner_options options;
    const char *url;
    struct db *db;             /* NULL when connecting again failed */
    const char *database;      /* for messages */
    const char *schema;        /* of the state tables */
    const char *version_name;  /* without schema: what history keeps */
    const char *version_table; /* qualified and quoted */
    const char *history_table;
    long long lock_key;
    bool locked;
    bool pooled;        /* something between us and the server has connections of its own; looked at once */
    const char *pid;    /* of the server's process for this session, when locked */
    struct db *watcher; /* second connection that looks at long statements, or NULL */
    bool unwatched;     /* it is not to be had */
    bool ensured;       /* the state tables are known to exist */
};

/* Schema, names and key from the options; shared with offline scripts. */
int names_settle(struct arena *a, const struct runner_options *o, struct diag *d, struct runner *ret);
void search_path_add(struct buf *b, const struct runner_options *o);

void event_send(const struct runner *r, const struct run_event *e);
double seconds_now(void);
/* Sleeps in small pieces; ERR (without an entry) when interrupted, and the interrupt is then taken. */
int sleep_for(struct runner *r, int milliseconds);

/* Connects again after the connection was lost, trying so many times, half a second apart. The lock is gone
 * then. */
int session_reopen(struct runner *r, int attempts, struct diag *d);

/* The last error of a diag, NULL when there is none. */
const struct diag_entry *diag_last_error(const struct diag *d);
bool diag_is(const struct diag *d, const char *code); /* of the last error */

/* For state: what a run must still do after an interrupt. Runs once more when the first attempt was answered
 * with one. */
int state_exec(struct runner *r, const char *sql, const char *const *params, size_t n, struct diag *d);
/* Ends whatever transaction is open. */
void session_rollback(struct runner *r);

#endif
