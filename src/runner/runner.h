/* Applying revisions to a database: state tables, lock, segments, retries, resume, offline scripts. Prints
 * nothing: what happens is told to a callback. */
#ifndef KEDGE_RUNNER_RUNNER_H
#define KEDGE_RUNNER_RUNNER_H

#include "revision/graph.h"

enum run_event_type {
    RUN_WAITING,         /* another runner holds the lock: text says who. Repeated about every second */
    RUN_ROUTE,           /* the lock is ours, the route is known: total steps (0: nothing to do) */
    RUN_STEP_BEGIN,      /* a revision: vertex, direction, number, total, statements */
    RUN_STATEMENT_BEGIN, /* step, statement of statements */
    RUN_STATEMENT_END,   /* and elapsed; rounds of a batch in rounds */
    RUN_RETRY,  /* text: why (lock timeout, deadlock); wait: milliseconds until the next attempt; attempt */
    RUN_RESUME, /* a half-done revision goes on at `statement` */
    RUN_REPAIR, /* text: what a broken concurrent build left, and that it is dropped */
    RUN_RECONNECT, /* the connection was lost; text: what became of the transaction */
    RUN_STEP_END,  /* elapsed of the revision; failed */
    RUN_DONE,      /* elapsed of the run; failed */
    RUN_ROUND,     /* of a batch, committed: rounds so far, rows so far, elapsed */
    RUN_PROGRESS,  /* a statement takes long, told about every second: elapsed; phase and blocks of an index
                      build where there is one; text: who blocks it, or NULL */
};

struct run_event {
    enum run_event_type type;
    const struct vertex *vertex;
    enum direction direction;
    size_t number, total; /* of the revision in the run, 1-based */
    const struct step *step;
    size_t statement, statements; /* 1-based */
    size_t rounds;
    long long rows;
    const char *phase;
    long long blocks_done, blocks_total;
    unsigned attempt, wait;
    double elapsed; /* seconds */
    bool failed;
    const char *text;
};
typedef void run_event_fn(void *ctx, const struct run_event *e);

struct runner_options {
    const char *version_table; /* NULL: "kedge_version"; may be "schema.table". "alembic_version" continues
                                  Alembic's */
    const char *schema;        /* of the state tables; NULL: "public" */
    struct list search_path;   /* const char *; empty: public */
    int lock_timeout; /* milliseconds; REVISION_NOT_SET (and 0-initialised by runner_defaults()): 5000; 0:
                         none */
    int statement_timeout; /* milliseconds; 0: none */
    int wait_timeout;      /* for other runners, milliseconds; 0: one attempt only */
    int retries;           /* of a segment that met a lock timeout or a deadlock; default 3 */
    int batch_limit;      /* rounds of one batch in one run; then it is an error, and the next run goes on; 0:
                             none; default 100,000 */
    bool watch;           /* look at long statements through a second connection: RUN_PROGRESS */
    const char *tag;      /* a word of the caller on the run, kept in history; NULL: none */
    bool one_transaction; /* --transaction all: the whole run in one; an error when a statement forbids it */
    run_event_fn *event;  /* may be NULL */
    void *ctx;
};
/* The defaults above; wait_timeout 10 minutes. */
void runner_defaults(struct runner_options *o);

struct runner;
/* Connects; url as db_open(). Options are copied, the texts in them must outlive the runner. */
int runner_open(const char *url, const struct runner_options *options, struct diag *d, struct runner **ret);
void runner_close(struct runner *r);                 /* NULL is fine */
const char *runner_database(const struct runner *r); /* "shop on db.example as deploy", for messages */

/* Ids in the version table, sorted; empty when there is no table. Creates nothing. */
int runner_rows(struct runner *r, struct arena *a, struct diag *d, struct list *ret);
/* Creates the state tables where they are missing. */
int runner_ensure(struct runner *r, struct diag *d);

struct run_result {
    size_t steps;   /* revisions run to their end */
    struct list to; /* rows now, const char * in the arena given */
    bool known;     /* the rows could be read */
    bool waited;    /* for another runner */
    bool interrupted;
};

/* Takes the lock, reads the rows, plans, runs. Nothing to do is OK with steps 0. An error is in d with file,
 * line, the statement and SQLSTATE; the result says how far it came. */
int runner_upgrade(struct runner *r, struct arena *a, const struct graph *g, const char *const *targets,
                   size_t n, struct diag *d, struct run_result *ret);
int runner_downgrade(struct runner *r, struct arena *a, const struct graph *g, const char *target,
                     struct diag *d, struct run_result *ret);
int runner_stamp(struct runner *r, struct arena *a, const struct graph *g, const char *const *targets,
                 size_t n, bool purge, struct diag *d, struct run_result *ret);

/* A row of kedge_history, newest first. */
struct history_row {
    const char *number; /* its key */
    const char *revision;
    enum direction direction;
    const char *sha256;
    size_t done, total;             /* statements */
    const char *started, *finished; /* ISO 8601 with zone; finished NULL while running */
    const char *role, *client;      /* database role; user@host */
    const char *outcome;            /* running, done, failed, interrupted */
    const char *error;              /* or NULL */
    const char *tag;                /* or NULL */
};
int runner_history(struct runner *r, struct arena *a, struct diag *d, struct list *ret);

struct run_status {
    struct list rows;    /* const char * */
    struct list heads;   /* struct vertex */
    struct list pending; /* struct move: what `upgrade heads` would do; empty when the rows are unknown */
    struct list unknown; /* const char *: rows that no file has */
    struct list edited;  /* struct history_row: applied, and the file has changed since */
    const struct history_row *half; /* the revision that failed or was killed between its segments, or NULL */
    const struct history_row *failed; /* the last run, when it failed and nothing was left behind, or NULL */
    struct loc half_at;               /* of the statement that failed or comes next */
    bool half_edited;                 /* statements that ran already were changed in the file */
    const char *holder;               /* who runs now ("pid 4711, deploy, kedge, since 12:01:03"), or NULL */
    const char *advice;               /* a sentence on what to do, or NULL */
};
int runner_status(struct runner *r, struct arena *a, const struct graph *g, struct diag *d,
                  struct run_status *ret);

/* Makes a running run stop: rolls back, notes it in history. For signal handlers. */
void runner_interrupt(void);

/* A complete script for psql, for a route of route_offline(), with a guard that the database is where the
 * route starts. Of the options only the names, search_path and timeouts count. */
int offline_script(struct arena *a, const struct runner_options *options, const struct route *route,
                   struct diag *d, struct buf *out);

#endif
