/* upgrade, downgrade, stamp: the lock, the plan, one revision after the other. */
#include "runner/job.h"
#include "runner/lock.h"

#include <string.h>

struct request {
    enum direction direction;
    const char *const *targets;
    size_t n;
    bool purge;
};

struct run {
    struct runner *runner;
    struct arena *arena;
    const struct graph *graph;
    struct diag *diag;
    struct run_result *result;
    const struct request *request;
    struct route *route;
    struct list rows;       /* before */
    struct half_done *half; /* NULL: the last step ended well */
};

/* --- before --- */

static int plan(struct run *x)
{
    const struct request *q = x->request;
    switch (q->direction) {
    case UPGRADE:
        return route_upgrade(x->arena, x->graph, &x->rows, q->targets, q->n, x->diag, &x->route);
    case DOWNGRADE:
        return route_downgrade(x->arena, x->graph, &x->rows, q->targets[0], x->diag, &x->route);
    case STAMP:
        break;
    }
    return route_stamp(x->arena, x->graph, &x->rows, q->targets, q->n, q->purge, x->diag, &x->route);
}

static void edited_warn(struct run *x)
{
    struct list edited = {0};
    const struct history_row *h;
    if (history_edited(x->runner, x->arena, x->graph, &x->rows, NULL, &edited) < 0)
        return;
    list_each (h, &edited) {
        const struct vertex *v = graph_get(x->graph, h->revision);
        diag_warning(x->diag, "run.edited", v->file->upgrade.at,
                     "revision %s was changed after it was applied", h->revision);
        diag_hint(x->diag,
                  "The change does not reach this database. Undo it, and write a new revision instead.");
    }
}

/* Whether the rows say that the half-done step came to its end after all, or was overtaken. */
static bool half_is_stale(const struct run *x, const struct history_row *h)
{
    struct list at = {0};
    const struct vertex *v = graph_get(x->graph, h->revision), *row;
    const char *id;
    bool applied = false;
    list_each (id, &x->rows) {
        if ((row = graph_get(x->graph, id)))
            list_push(x->arena, &at, row);
    }
    if (v) {
        struct list all = {0};
        const struct vertex *w;
        graph_ancestors(x->arena, x->graph, &at, true, &all);
        list_each (w, &all)
            applied = applied || w == v;
    }
    return h->direction == UPGRADE ? applied : !applied;
}

/* What a half-done revision left behind must be finished before anything else is built on it. */
static int half_check(struct run *x)
{
    struct half_done *h = x->half;
    if (!h || h->row.direction == STAMP || half_is_stale(x, &h->row)) {
        x->half = NULL;
        return OK;
    }
    const struct move *first = x->route->moves.n ? x->route->moves.at[0] : NULL;
    if (!first)
        return OK;
    bool same = first->vertex && strcmp(first->vertex->id, h->row.revision) == 0 &&
                first->direction == h->row.direction;
    if (h->row.done == 0 || same) {
        if (!same)
            x->half = NULL;
        return OK;
    }
    const struct vertex *v = graph_get(x->graph, h->row.revision);
    diag_error(x->diag, "run.half-done", v ? v->file->upgrade.at : NOWHERE,
               "the %s of revision %s is half done: %zu of %zu statements ran",
               direction_name(h->row.direction), h->row.revision, h->row.done, h->row.total);
    if (h->row.direction == UPGRADE)
        diag_hint(x->diag,
                  "Finish it with kedge upgrade %s, or undo it by hand and settle it with kedge stamp.",
                  h->row.revision);
    else
        diag_hint(x->diag,
                  "Finish it with kedge downgrade to the revision below it, or settle it with kedge stamp.");
    return ERR;
}

/* --- jobs --- */

static int job_init(struct run *x, size_t index, struct job *j)
{
    const struct move *m = x->route->moves.at[index];
    *j = (struct job){.runner = x->runner,
                      .arena = x->arena,
                      .diag = x->diag,
                      .move = m,
                      .section =
                          m->direction == UPGRADE ? &m->vertex->file->upgrade : &m->vertex->file->downgrade,
                      .number = index + 1,
                      .total = x->route->moves.n};
    steps_choose(x->arena, j->section, &j->steps);
    if (index > 0 || !x->half)
        return OK;
    struct half_done *h = x->half;
    char ran[65];
    j->history = h->row.done ? h->row.number : NULL; /* where nothing was kept, another try is another step */
    j->done = h->row.done;
    j->repeated = true;
    j->doubt = h->doubt;
    steps_hash(&j->steps, j->done, ran);
    if (j->done == 0 || (j->done <= j->steps.n && h->ran && strcmp(ran, h->ran) == 0))
        return OK;
    diag_error(x->diag, "run.half-edited", j->section->at,
               "revision %s is half done, and one of the %zu statements that ran was changed since",
               m->vertex->id, j->done);
    diag_hint(x->diag, "Put the statements back as they were; the others may be changed.");
    return ERR;
}

static int each_run(struct run *x)
{
    for (size_t i = 0; i < x->route->moves.n; i++) {
        struct job j;
        if (job_init(x, i, &j) < 0 || job_run(&j) < 0)
            return ERR;
        x->result->steps++;
    }
    return OK;
}

/* --- the whole run in one transaction --- */

static int one_transaction_check(struct run *x)
{
    const struct move *m;
    if (x->half && x->half->row.done > 0) {
        diag_error(x->diag, "run.transaction", NOWHERE,
                   "a half-done revision cannot be finished in one transaction with others");
        return ERR;
    }
    x->half = NULL;
    list_each (m, &x->route->moves) {
        struct list steps = {0};
        const struct step *step;
        steps_choose(x->arena,
                     m->direction == UPGRADE ? &m->vertex->file->upgrade : &m->vertex->file->downgrade,
                     &steps);
        list_each (step, &steps) {
            if (step_kind(step) == SEGMENT_TRANSACTION)
                continue;
            diag_error(x->diag, "run.transaction", step->at,
                       "this statement of revision %s cannot be in one transaction with the whole run",
                       m->vertex->id);
            diag_hint(x->diag, "Run it with a transaction for each revision.");
            return ERR;
        }
    }
    return OK;
}

/* *j is the revision it failed in. */
static int all_attempt(struct run *x, struct job *j)
{
    for (size_t i = 0; i < x->route->moves.n; i++) {
        if (job_init(x, i, j) < 0)
            return ERR;
        if ((i == 0 ? transaction_begin(j) : transaction_settle(j)) < 0 || job_run_inside(j) < 0)
            return ERR;
        if (i + 1 < x->route->moves.n)
            failure_clear(j);
    }
    return transaction_commit(j);
}

static void all_record(struct run *x, struct job *j)
{
    const struct history_start start = {.revision = j->move->vertex->id,
                                        .direction = j->move->direction,
                                        .sha256 = j->section->sha256,
                                        .total = j->steps.n};
    failure_report(j);
    bool lost = !x->runner->db || !db_alive(x->runner->db);
    if ((!lost || session_reopen(x->runner, 1, NULL) == OK) &&
        history_begin(x->runner, x->arena, &start, NULL, &j->history) == OK)
        (void)history_end(x->runner, j->history, failure_is(j, "interrupted") ? "interrupted" : "failed",
                          failure_message(j), NULL);
}

/* Whether to try once more; *ret_rc OK: it was committed after all. */
static bool all_again(struct run *x, struct job *j, unsigned attempt, int *ret_rc)
{
    bool committed = false;
    session_rollback(x->runner);
    if (!j->failure.at_commit)
        return attempt <= (unsigned)x->runner->options.retries && failure_is_passing(j) &&
               back_off(j, attempt) == OK;
    if (commit_resolve(j, j->steps.n, true, &x->rows, &committed) < 0)
        return false;
    if (committed)
        *ret_rc = OK;
    return !committed && attempt <= (unsigned)x->runner->options.retries;
}

static int all_run(struct run *x)
{
    for (unsigned attempt = 1;; attempt++) {
        struct job j = {0};
        int rc = all_attempt(x, &j);
        bool again = rc < 0 && all_again(x, &j, attempt, &rc);
        if (rc < 0 && !again)
            all_record(x, &j);
        failure_clear(&j);
        if (rc == OK)
            x->result->steps = x->route->moves.n;
        if (!again)
            return rc;
    }
}

/* --- stamp --- */

static const char *rows_text(struct arena *a, const struct list *rows)
{
    AUTO_BUF out = {0};
    const char *row;
    bool first = true;
    list_each (row, rows) {
        buf_sep(&out, &first, ", ");
        buf_add(&out, row);
    }
    return rows->n ? buf_take(&out, a) : "base";
}

static int stamp_write(struct run *x)
{
    const struct move *m = x->route->moves.n ? x->route->moves.at[0] : NULL;
    const struct history_start start = {
        .revision = rows_text(x->arena, &x->route->to), .direction = STAMP, .sha256 = ""};
    const char *number = NULL;
    if (history_abandon(x->runner, x->diag) < 0)
        return ERR;
    if (!m)
        return OK;
    if (state_move_rows(x->runner, &m->changes, x->diag) < 0 ||
        history_begin(x->runner, x->arena, &start, x->diag, &number) < 0)
        return ERR;
    return history_end(x->runner, number, "done", NULL, x->diag);
}

static int stamp_run(struct run *x)
{
    if (db_exec(x->runner->db, "BEGIN", x->diag) < 0)
        return ERR;
    int rc = stamp_write(x);
    if (rc == OK)
        rc = db_exec(x->runner->db, "COMMIT", x->diag);
    session_rollback(x->runner);
    x->result->steps = rc == OK ? x->route->moves.n : 0;
    return rc;
}

/* --- the run --- */

static int prepare(struct run *x)
{
    struct runner *r = x->runner;
    if (state_ensure(r, x->diag) < 0 || history_bury(r, x->diag) < 0 ||
        state_rows(r, x->arena, x->diag, &x->rows) < 0 || history_half(r, x->arena, x->diag, &x->half) < 0)
        return ERR;
    if (plan(x) < 0 || state_check_ids(r, x->route, x->diag) < 0)
        return ERR;
    if (x->request->direction == STAMP)
        return OK;
    edited_warn(x);
    return half_check(x);
}

static int run_locked(struct run *x)
{
    if (prepare(x) < 0)
        return ERR;
    event_send(x->runner,
               &(struct run_event){.type = RUN_ROUTE,
                                   .direction = x->request->direction,
                                   .total = x->request->direction == STAMP ? 0 : x->route->moves.n});
    if (x->request->direction == STAMP)
        return stamp_run(x);
    if (!x->runner->options.one_transaction || x->route->moves.n == 0)
        return each_run(x);
    return one_transaction_check(x) < 0 ? ERR : all_run(x);
}

static int run(struct runner *r, struct arena *a, const struct graph *g, const struct request *q,
               struct diag *d, struct run_result *ret)
{
    struct run x = {.runner = r, .arena = a, .graph = g, .diag = d, .result = ret, .request = q};
    double start = seconds_now();
    *ret = (struct run_result){0};
    int rc = run_lock_take(r, d, &ret->waited);
    if (rc == OK)
        rc = run_locked(&x);
    ret->interrupted = rc < 0 && diag_is(d, "interrupted");
    if (r->db && db_alive(r->db))
        ret->known = state_rows(r, a, NULL, &ret->to) == OK;
    run_lock_release(r);
    event_send(r, &(struct run_event){.type = RUN_DONE,
                                      .direction = q->direction,
                                      .total = ret->steps,
                                      .elapsed = seconds_now() - start,
                                      .failed = rc < 0});
    return rc;
}

int runner_upgrade(struct runner *r, struct arena *a, const struct graph *g, const char *const *targets,
                   size_t n, struct diag *d, struct run_result *ret)
{
    return run(r, a, g, &(struct request){.direction = UPGRADE, .targets = targets, .n = n}, d, ret);
}

int runner_downgrade(struct runner *r, struct arena *a, const struct graph *g, const char *target,
                     struct diag *d, struct run_result *ret)
{
    return run(r, a, g, &(struct request){.direction = DOWNGRADE, .targets = &target, .n = 1}, d, ret);
}

int runner_stamp(struct runner *r, struct arena *a, const struct graph *g, const char *const *targets,
                 size_t n, bool purge, struct diag *d, struct run_result *ret)
{
    return run(r, a, g, &(struct request){.direction = STAMP, .targets = targets, .n = n, .purge = purge}, d,
               ret);
}

int runner_ensure(struct runner *r, struct diag *d)
{
    if (run_lock_take(r, d, NULL) < 0)
        return ERR;
    int rc = state_ensure(r, d);
    run_lock_release(r);
    return rc;
}
