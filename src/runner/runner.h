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
