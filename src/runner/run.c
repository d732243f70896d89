/* One revision: its segments, one after the other, each tried again where that is safe, and what is written
 * down of it. */
#include "runner/job.h"
#include "runner/lock.h"

#include <stdlib.h>
#include <string.h>

enum { BACK_OFF = 500, BACK_OFF_MOST = 15000, REOPEN_ATTEMPTS = 10 };

/* What a revision's SQL changed of the session must not reach our own statements. */
static int role_reset(struct job *j)
{
    failure_clear(j);
    return db_exec(j->runner->db, "RESET SESSION AUTHORIZATION; RESET ROLE", &j->failure.diag);
}

/* Written in the transaction of the segment: both happen, or neither. */
static int progress_write(struct job *j, size_t done, bool last)
{
    char ran[65];
    if (role_reset(j) < 0)
        return ERR;
    if (last) {
        if (state_move_rows(j->runner, &j->move->changes, &j->failure.diag) < 0)
            return ERR;
        return history_end(j->runner, j->history, "done", NULL, &j->failure.diag);
    }
    steps_hash(&j->steps, done, ran);
    return history_progress(j->runner, j->history, done, ran, &j->failure.diag);
}

/* What ran outside of a transaction is there, and has to be known as done: an interrupt that came at its end is left to what follows. */
static int progress_keep(struct job *j, size_t done)
{
    int rc = progress_write(j, done, false);
    if (rc < 0 && failure_is(j, "interrupted")) {
        rc = progress_write(j, done, false);
        if (rc == OK)
            runner_interrupt();
    }
    j->failure.autocommit = j->failure.doubt = rc < 0;
    return rc;
}

static int transaction_run(struct job *j, const struct segment *s, bool last)
{
    if (transaction_begin(j) < 0)
        return ERR;
    for (size_t i = 0; i < s->n; i++) {
        if (statement_run(j, s->first + i, true, 0) < 0)
            return ERR;
    }
    if (progress_write(j, s->first + s->n, last) < 0)
        return ERR;
    return transaction_commit(j);
}

static int autocommit_run(struct job *j, const struct segment *s)
{
    const struct step *step = j->steps.at[s->first];
    bool done = false, doubt = j->doubt;
    if (session_settle(j, step) < 0)
        return ERR;
    if (j->repeated && repair_before(j, step, doubt, &done) < 0)
        return ERR;
    if (!done && statement_run(j, s->first, false, 0) < 0) {
        if (!doubt || !error_means_done(step, failure_sqlstate(j)))
            return ERR;
        job_event(j,
                  (struct run_event){.type = RUN_REPAIR,
                                     .step = step,
                                     .statement = s->first + 1,
                                     .text = arena_printf(j->arena, "done before its runner was killed: %s",
                                                          failure_message(j))});
    }
    /* Not one with the statement, which has no transaction: a runner killed here leaves a statement in doubt.
     */
    return progress_keep(j, s->first + 1);
}

/* A statement whose rounds never come to affect no row must not run for ever without a word. */
static int batch_check(struct job *j, const struct segment *s)
{
    const struct step *step = j->steps.at[s->first];
    int limit = step_round_limit(step, j->runner->options.batch_limit);
    if (limit == 0 || j->rounds < (size_t)limit)
        return OK;
    failure_clear(j);
    j->failure.step = step;
    j->failure.index = s->first;
    diag_error(&j->failure.diag, "run.batch", NOWHERE,
               "the batch did not end in %zu rounds, which affected %lld rows", j->rounds, j->rows);
    diag_hint(&j->failure.diag,
              "Each round must leave less to do, as with WHERE new_column IS NULL. If it does, "
              "run again to go on, or raise %s.",
              step->round_limit != REVISION_NOT_SET ? "the limit of kedge:batch" : "--batch-limit");
    return ERR;
}

/* Every round is a transaction, and can be repeated: one that was lost while committing as well. */
static int batch_run(struct job *j, const struct segment *s)
{
    const struct step *step = j->steps.at[s->first];
    double start = seconds_now();
    for (;;) {
        if (batch_check(j, s) < 0 || transaction_begin(j) < 0 ||
            statement_run(j, s->first, true, j->rounds) < 0)
            return ERR;
        long long rows = db_affected(j->runner->db);
        if (transaction_commit(j) < 0)
            return ERR;
        if (rows == 0) {
            job_event(j, (struct run_event){.type = RUN_STATEMENT_END,
                                            .step = step,
                                            .statement = s->first + 1,
                                            .rounds = j->rounds,
                                            .rows = j->rows,
                                            .elapsed = seconds_now() - start});
            return progress_write(j, s->first + 1, false);
        }
        j->rounds++;
        j->rows += rows;
        job_event(j, (struct run_event){.type = RUN_ROUND,
                                        .step = step,
                                        .statement = s->first + 1,
                                        .rounds = j->rounds,
                                        .rows = j->rows,
                                        .elapsed = seconds_now() - start});
        if (step->pause > 0 && sleep_for(j->runner, step->pause) < 0) {
            failure_clear(j);
            j->failure.step = step;
            j->failure.index = s->first;
            return diag_error(&j->failure.diag, "interrupted", NOWHERE, "interrupted");
        }
    }
}

/* --- trying again --- */

static bool same_rows(struct job *j, const struct list *rows)
{
    struct list now = {0};
    const char *row;
    if (state_rows(j->runner, j->arena, NULL, &now) < 0 || now.n != rows->n)
        return false;
    list_each (row, &now) {
        if (!list_has_text(rows, row))
            return false;
    }
    return true;
}

int commit_resolve(struct job *j, size_t done, bool last, const struct list *rows, bool *ret_committed)
{
    AUTO_ARENA a = {0};
    const char *value = NULL;
    struct diag why = {0};
    int rc = session_reopen(j->runner, REOPEN_ATTEMPTS, &why);
    if (rc == OK)
        rc = run_lock_take(j->runner, &why, NULL);
    if (rc == OK)
        rc = db_value(
            j->runner->db, &a,
            arena_printf(
                &a, "SELECT outcome = 'done' OR statements_done >= $2::integer FROM %s WHERE id = $1::bigint",
                j->runner->history_table),
            (const char *const[]){j->history, arena_printf(&a, "%zu", last ? j->steps.n + 1 : done)}, 2, &why,
            &value);
    *ret_committed = value && *value == 't';
    if (rc == OK && !*ret_committed && !same_rows(j, rows))
        rc = diag_error(&why, "run.moved", NOWHERE, "another runner went on meanwhile");
    if (rc < 0) {
        const struct diag_entry *e = diag_last_error(&why);
        AUTO_BUF text = {0};
        buf_addf(&text, "the connection was lost while committing, and what became of it is not known: %s",
                 e ? e->message : "no connection");
        failure_clear(j);
        diag_error(&j->failure.diag, "run.doubt", NOWHERE, "%s", buf_str(&text));
        diag_hint(&j->failure.diag, "kedge status tells when the database can be reached again.");
    } else {
        job_event(j, (struct run_event){.type = RUN_RECONNECT,
                                        .text = *ret_committed
                                                    ? "the transaction was committed"
                                                    : "the transaction was not committed; once more"});
    }
    diag_clear(&why);
    return rc;
}

int back_off(struct job *j, unsigned attempt)
{
    unsigned wait = BACK_OFF << (attempt < 6 ? attempt - 1 : 5);
    if (wait > BACK_OFF_MOST)
        wait = BACK_OFF_MOST;
    wait = wait / 2 + (unsigned)random() % wait; /* runners that met each other once should not again */
    job_event(j, (struct run_event){.type = RUN_RETRY,
                                    .attempt = attempt,
                                    .wait = wait,
                                    .step = j->failure.step,
                                    .statement = j->failure.index + 1,
                                    .text = failure_message(j)});
    if (sleep_for(j->runner, (int)wait) == OK)
        return OK;
    failure_clear(j);
    return diag_error(&j->failure.diag, "interrupted", NOWHERE,
                      "interrupted while waiting for another attempt");
}

static int segment_attempt(struct job *j, const struct segment *s, bool last)
{
    switch (s->kind) {
    case SEGMENT_AUTOCOMMIT:
        return autocommit_run(j, s);
    case SEGMENT_BATCH:
        return batch_run(j, s);
    case SEGMENT_TRANSACTION:
        break;
    }
    return transaction_run(j, s, last);
}

static int segment_run(struct job *j, const struct segment *s, bool last, const struct list *rows)
{
    for (unsigned attempt = 1;; attempt++) {
        size_t rounds = j->rounds;
        int rc = segment_attempt(j, s, last);
        if (rc == OK)
            break;
        session_rollback(j->runner);
        if (j->rounds > rounds)
            attempt = 1; /* of the round that failed */
        bool again = attempt <= (unsigned)j->runner->options.retries;
        if (j->failure.at_commit) {
            bool committed;
            if (commit_resolve(j, s->first + s->n, last, rows, &committed) < 0)
                return ERR;
            if (committed && s->kind == SEGMENT_TRANSACTION)
                break;
            if (!again)
                return ERR;
        } else if (!again || !failure_is_passing(j) || back_off(j, attempt) < 0) {
            return ERR;
        }
        j->repeated = true;
        j->doubt = j->doubt || j->failure.doubt;
    }
    j->done = s->first + s->n;
    j->repeated = j->doubt = false;
    j->rounds = 0;
    j->rows = 0;
    return OK;
}

/* --- the revision --- */

static struct history_start history_of(const struct job *j)
{
    return (struct history_start){.revision = j->move->vertex->id,
                                  .direction = j->move->direction,
                                  .sha256 = j->section->sha256,
                                  .total = j->steps.n};
}

static int history_open(struct job *j)
{
    struct history_start start = history_of(j);
    if (!j->history)
        return history_begin(j->runner, j->arena, &start, j->diag, &j->history);
    return history_resume(j->runner, j->history, &start, j->diag);
}

/* The failure is said and written down. A lost connection is opened once more for that; a statement outside
 * of a transaction whose connection was lost stays "running", for it may end well without us, and so does one that did and could not be
 * written down. */
static void failure_record(struct job *j)
{
    bool interrupted = failure_is(j, "interrupted"), lost = !j->runner->db || !db_alive(j->runner->db);
    failure_report(j);
    if (j->failure.doubt || (lost && (j->failure.autocommit || !j->history)))
        return;
    if (lost && session_reopen(j->runner, 1, NULL) < 0)
        return;
    session_rollback(j->runner);
    if (j->history)
        (void)history_end(j->runner, j->history, interrupted ? "interrupted" : "failed", failure_message(j),
                          NULL);
}

static int segments_run(struct job *j, const struct list *rows)
{
    struct list segments = {0};
    const struct segment *s = NULL;
    segments_cut(j->arena, &j->steps, j->done, &segments);
    list_each (s, &segments) {
        bool last = s_i + 1 == segments.n && s->kind == SEGMENT_TRANSACTION;
        if (segment_run(j, s, last, rows) < 0)
            return ERR;
    }
    const struct segment *end = segments.n ? segments.at[segments.n - 1] : NULL;
    if (end && end->kind == SEGMENT_TRANSACTION)
        return OK;
    /* Only the version rows and the history are left. */
    return segment_run(j, &(struct segment){.kind = SEGMENT_TRANSACTION, .first = j->steps.n}, true, rows);
}

int job_run(struct job *j)
{
    double start = seconds_now();
    struct list rows = {0};
    if (run_lock_check(j->runner, j->diag) < 0 || state_rows(j->runner, j->arena, j->diag, &rows) < 0 ||
        history_open(j) < 0)
        return ERR;
    job_event(j, (struct run_event){.type = RUN_STEP_BEGIN});
    if (j->done > 0)
        job_event(j, (struct run_event){.type = RUN_RESUME, .statement = j->done + 1});
    int rc = segments_run(j, &rows);
    if (rc < 0)
        failure_record(j);
    job_event(j,
              (struct run_event){.type = RUN_STEP_END, .elapsed = seconds_now() - start, .failed = rc < 0});
    failure_clear(j);
    return rc;
}

int job_run_inside(struct job *j)
{
    double start = seconds_now();
    struct history_start begin = history_of(j);
    job_event(j, (struct run_event){.type = RUN_STEP_BEGIN});
    failure_clear(j);
    int rc = history_begin(j->runner, j->arena, &begin, &j->failure.diag, &j->history);
    for (size_t i = 0; rc == OK && i < j->steps.n; i++)
        rc = statement_run(j, i, true, 0);
    if (rc == OK)
        rc = progress_write(j, j->steps.n, true);
    job_event(j,
              (struct run_event){.type = RUN_STEP_END, .elapsed = seconds_now() - start, .failed = rc < 0});
    return rc;
}
