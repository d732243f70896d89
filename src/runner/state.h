/* What the database knows of revisions: the version rows, and the history of every step. */
#ifndef KEDGE_RUNNER_STATE_H
#define KEDGE_RUNNER_STATE_H

#include "runner/session.h"

/* Creates schema and tables where they are missing. */
int state_ensure(struct runner *r, struct diag *d);
/* The DDL of that, for offline scripts: every statement does nothing where the object exists. */
void state_script(struct buf *out, const struct runner *r);

int state_rows(struct runner *r, struct arena *a, struct diag *d, struct list *ret);
/* Refuses ids that the version column cannot hold (Alembic's has 32 characters). */
int state_check_ids(struct runner *r, const struct route *route, struct diag *d);
/* Each change must meet exactly one row: else somebody else moved it meanwhile. Part of the caller's
 * transaction. */
int state_move_rows(struct runner *r, const struct list *changes, struct diag *d);
/* One change as a statement without a semicolon. */
void row_change_sql(struct buf *out, const struct runner *r, const struct row_change *c);

/* --- history --- */
struct history_start {
    const char *revision;
    enum direction direction;
    const char *sha256;
    size_t total;
};
/* A new row with outcome running; *ret is its number. */
int history_begin(struct runner *r, struct arena *a, const struct history_start *start, struct diag *d,
                  const char **ret);
/* The row runs again (a half-done revision goes on). */
int history_resume(struct runner *r, const char *number, const struct history_start *start, struct diag *d);
/* done statements are behind us; ran: the sum over their texts. */
int history_progress(struct runner *r, const char *number, size_t done, const char *ran, struct diag *d);
/* outcome: done, failed, interrupted. error may be NULL. */
int history_end(struct runner *r, const char *number, const char *outcome, const char *error, struct diag *d);
/* Rows that still say running, though nobody runs (the caller holds the lock): their runner was killed. */
int history_bury(struct runner *r, struct diag *d);
/* Half-done steps are settled by hand (stamp). */
int history_abandon(struct runner *r, struct diag *d);

struct half_done {
    struct history_row row;
    const char *ran; /* sum over the texts of the statements that ran, or NULL */
    bool doubt;      /* its runner was killed: the next statement may have run to its end */
};
/* The last step when it did not end well and something of it stays (done > 0); *ret NULL when there is none.
 */
int history_half(struct runner *r, struct arena *a, struct diag *d, struct half_done **ret);
/* Revisions whose last successful step is an upgrade with another sum than the file has now. applied: struct
 * vertex. */
int history_edited(struct runner *r, struct arena *a, const struct graph *g, const struct list *rows,
                   struct diag *d, struct list *ret);
/* The step recorded last, NULL when there is none. */
int history_last(struct runner *r, struct arena *a, struct diag *d, struct history_row **ret);

const char *client_name(struct arena *a); /* user@host */

#endif
