/* Private to running: one revision on its way. */
#ifndef KEDGE_RUNNER_JOB_H
#define KEDGE_RUNNER_JOB_H

#include "runner/segment.h"
#include "runner/state.h"

/* What went wrong, kept until it is known whether it will be tried again. */
struct failure {
    struct diag diag;
    const struct step *step; /* NULL: not at a statement of the file */
    size_t index;            /* of the step */
    size_t position;         /* db_position() */
    bool at_commit;          /* the connection was lost while committing: nobody knows yet */
    bool autocommit;         /* of a statement outside a transaction */
    bool doubt;              /* that statement ran, which could not be written down */
};

struct job {
    struct runner *runner;
    struct arena *arena;
    struct diag *diag;
    const struct move *move;
    const struct section *section;
    struct list steps;    /* struct step, those for PostgreSQL */
    size_t number, total; /* of the revisions of the run */
    const char *history;  /* number of the history row */
    size_t done;          /* statements that are committed */
    bool repeated;        /* statements may find what an earlier attempt left */
    bool doubt;           /* the statement at `done` may have run to its end before its runner was killed */
    size_t rounds;        /* of the batch at `done`, committed in this run */
    long long rows;       /* affected by them */
    int lock_timeout, statement_timeout; /* as set in the transaction */
    const char *blockers; /* who stood in the way of the statement when last looked at, or NULL */
    struct failure failure;
};

void job_event(const struct job *j, struct run_event e);

/* --- statement.c --- */
/* BEGIN with the settings of the run. */
int transaction_begin(struct job *j);
/* The settings alone, for the next revision in the same transaction. */
int transaction_settle(struct job *j);
/* COMMIT; a lost connection makes it failure.at_commit. */
int transaction_commit(struct job *j);
/* One statement within the transaction, or outside of one, with its timeouts and events. */
int statement_run(struct job *j, size_t index, bool in_transaction, size_t rounds);
/* Settings for a statement outside of a transaction. */
int session_settle(struct job *j, const struct step *step);
bool failure_is(const struct job *j, const char *code);
const char *failure_sqlstate(const struct job *j);
const char *failure_message(const struct job *j);
/* Lock timeouts, deadlocks, serialization failures: worth another try. */
bool failure_is_passing(const struct job *j);
void failure_clear(struct job *j);
/* Says it, at the place in the file, with what is left behind. */
void failure_report(struct job *j);

/* --- repair.c --- */
/* Before a statement outside of a transaction is repeated: puts away what its first attempt left. *ret_done:
 * it needs not run again. */
int repair_before(struct job *j, const struct step *step, bool doubt, bool *ret_done);
/* Whether the error says that the work of the statement, which was in doubt, is there already. */
bool error_means_done(const struct step *step, const char *sqlstate);

/* --- run.c --- */
/* Runs the revision from j->done on; version rows and history move with its last transaction. ERR: reported,
 * recorded. */
int job_run(struct job *j);
/* Statements, version rows and history of the revision within a transaction of the caller. */
int job_run_inside(struct job *j);
/* The connection was lost while committing: connects again, takes the lock, and asks the history row that was
 * written in that transaction which way it went. done: statements that are committed then; last: the revision
 * with them; rows: of the version table before. ERR, with the failure saying so, when it cannot be found out
 * or somebody else went on. */
int commit_resolve(struct job *j, size_t done, bool last, const struct list *rows, bool *ret_committed);
/* Sleeps before the next attempt, longer each time. ERR: interrupted. */
int back_off(struct job *j, unsigned attempt);

#endif
