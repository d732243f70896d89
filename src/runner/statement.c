/* One statement: settings, events, and an error that points into the file. */
#include "runner/job.h"
#include "runner/watch.h"

#include "sql/quote.h"
#include <string.h>

void job_event(const struct job *j, struct run_event e)
{
    e.vertex = j->move->vertex;
    e.direction = j->move->direction;
    e.number = j->number;
    e.total = j->total;
    e.statements = j->steps.n;
    event_send(j->runner, &e);
}

static int exec_into_failure(struct job *j, const char *sql)
{
    failure_clear(j);
    return db_exec(j->runner->db, sql, &j->failure.diag);
}

static void settings_add(struct job *j, struct buf *sql)
{
    j->lock_timeout = j->runner->options.lock_timeout;
    j->statement_timeout = j->runner->options.statement_timeout;
    buf_add(sql, "SET LOCAL search_path TO ");
    search_path_add(sql, &j->runner->options);
    buf_addf(sql, "; SET LOCAL lock_timeout TO %d; SET LOCAL statement_timeout TO %d", j->lock_timeout,
             j->statement_timeout);
    if (db_pooled(j->runner->db)) /* else it is on from the start */
        buf_add(sql, "; SET LOCAL standard_conforming_strings TO on");
}

int transaction_begin(struct job *j)
{
    AUTO_BUF sql = {0};
    buf_add(&sql, "BEGIN; ");
    settings_add(j, &sql);
    return exec_into_failure(j, buf_str(&sql));
}

int transaction_settle(struct job *j)
{
    AUTO_BUF sql = {0};
    settings_add(j, &sql);
    return exec_into_failure(j, buf_str(&sql));
}

int transaction_commit(struct job *j)
{
    int rc = exec_into_failure(j, "COMMIT");
    if (rc < 0 && !db_alive(j->runner->db))
        j->failure.at_commit = true;
    return rc;
}

static int lock_timeout_of(const struct job *j, const struct step *step)
{
    if (step->lock_timeout != REVISION_NOT_SET)
        return step->lock_timeout;
    return step_is_concurrent(step) ? 0 : j->runner->options.lock_timeout;
}

static int statement_timeout_of(const struct job *j, const struct step *step)
{
    return step->statement_timeout != REVISION_NOT_SET ? step->statement_timeout
                                                       : j->runner->options.statement_timeout;
}

int session_settle(struct job *j, const struct step *step)
{
    AUTO_BUF sql = {0};
    buf_add(&sql, "SET search_path TO ");
    search_path_add(&sql, &j->runner->options);
    buf_addf(&sql, "; SET lock_timeout TO %d; SET statement_timeout TO %d", lock_timeout_of(j, step),
             statement_timeout_of(j, step));
    return exec_into_failure(j, buf_str(&sql));
}

/* Only where a directive, or the end of its reach, changes something. */
static int timeouts_settle(struct job *j, const struct step *step)
{
    AUTO_BUF sql = {0};
    int lock = lock_timeout_of(j, step), statement = statement_timeout_of(j, step);
    if (lock != j->lock_timeout)
        buf_addf(&sql, "SET LOCAL lock_timeout TO %d;", lock);
    if (statement != j->statement_timeout)
        buf_addf(&sql, "SET LOCAL statement_timeout TO %d;", statement);
    j->lock_timeout = lock;
    j->statement_timeout = statement;
    return sql.len ? exec_into_failure(j, buf_str(&sql)) : OK;
}

/* What the server said beside errors goes on, at the place of the statement. */
static void notices_pass_on(struct job *j, const struct step *step)
{
    const struct diag_entry *e;
    list_each (e, &j->failure.diag.entries) {
        if (e->severity == SEVERITY_ERROR)
            continue;
        diag_note(j->diag, e->code, step->at, "%s", e->message);
        if (e->detail)
            diag_detail(j->diag, "%s", e->detail);
        if (e->hint)
            diag_hint(j->diag, "%s", e->hint);
    }
}

int statement_run(struct job *j, size_t index, bool in_transaction, size_t rounds)
{
    const struct step *step = j->steps.at[index];
    double start = seconds_now();
    struct watch watch;
    if (rounds == 0)
        job_event(j, (struct run_event){.type = RUN_STATEMENT_BEGIN, .step = step, .statement = index + 1});
    int rc = in_transaction ? timeouts_settle(j, step) : OK;
    if (rc == OK) {
        watch_begin(&watch, j, index);
        rc = exec_into_failure(j, step->text);
        watch_end(&watch);
    }
    notices_pass_on(j, step);
    if (rc < 0) {
        j->failure.step = step;
        j->failure.index = index;
        j->failure.position = db_position(j->runner->db);
        j->failure.autocommit = !in_transaction;
    }
    if (!step->batch || rc < 0)
        job_event(j, (struct run_event){.type = RUN_STATEMENT_END,
                                        .step = step,
                                        .statement = index + 1,
                                        .rounds = rounds,
                                        .elapsed = seconds_now() - start,
                                        .failed = rc < 0});
    return rc;
}

/* --- failures --- */

void failure_clear(struct job *j)
{
    diag_clear(&j->failure.diag);
    j->failure = (struct failure){0};
}

bool failure_is(const struct job *j, const char *code)
{
    return diag_is(&j->failure.diag, code);
}

const char *failure_sqlstate(const struct job *j)
{
    const struct diag_entry *e = diag_last_error(&j->failure.diag);
    return e && e->sqlstate ? e->sqlstate : "";
}

const char *failure_message(const struct job *j)
{
    const struct diag_entry *e = diag_last_error(&j->failure.diag);
    return e ? e->message : "unknown error";
}

bool failure_is_passing(const struct job *j)
{
    static const char *const states[] = {"55P03", "40P01", "40001"};
    for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++) {
        if (strcmp(failure_sqlstate(j), states[i]) == 0)
            return true;
    }
    return false;
}

/* The place the server named, in the file. */
static struct loc failure_place(const struct job *j)
{
    const struct failure *f = &j->failure;
    if (!f->step)
        return j->section->at;
    if (f->position == 0)
        return f->step->at;
    size_t offset = 0;
    for (size_t seen = 1; f->step->text[offset] && seen < f->position; seen++) {
        offset++;
        while (((unsigned char)f->step->text[offset] & 0xC0) == 0x80)
            offset++;
    }
    return loc_at(f->step->at.source, f->step->offset + offset);
}

/* The driver's detail starts with the line of the statement and a caret; the file's line shows the same. */
static const char *detail_without_excerpt(const struct failure *f, const char *detail)
{
    if (!detail || f->position == 0 || strncmp(detail, "LINE ", 5) != 0)
        return detail;
    const char *caret = strchr(detail, '\n'), *rest = caret ? strchr(caret + 1, '\n') : NULL;
    return rest ? rest + 1 : NULL;
}

static const char *left_behind(struct job *j)
{
    const char *name = direction_name(j->move->direction);
    if (j->rounds > 0)
        return arena_printf(j->arena,
                            "%zu rounds of the batch are done and stay; the next %s goes on with them",
                            j->rounds, name);
    if (failure_is(j, "run.doubt"))
        return "the transaction that was to be committed is there as a whole, or not at all";
    if (j->done == 0 && j->failure.autocommit)
        return arena_printf(j->arena, "the next %s begins with this statement again", name);
    if (j->done == 0)
        return "nothing of this revision was kept";
    return arena_printf(j->arena, "%zu of %zu statements are done and stay; the next %s goes on here",
                        j->done, j->steps.n, name);
}

void failure_report(struct job *j)
{
    const struct failure *f = &j->failure;
    const struct diag_entry *e = diag_last_error(&f->diag);
    const char *code = e ? e->code : "run.failed", *detail = detail_without_excerpt(f, e ? e->detail : NULL);
    diag_error(j->diag, code, failure_place(j), "%s", failure_message(j));
    if (e && e->sqlstate)
        diag_sqlstate(j->diag, e->sqlstate);
    const char *blockers = strcmp(failure_sqlstate(j), "55P03") == 0 ? j->blockers : NULL;
    diag_detail(j->diag, "%s%s%s%s%s%s", detail ? detail : "", detail ? "\n" : "",
                blockers ? "it was blocked by " : "", blockers ? blockers : "", blockers ? "\n" : "",
                left_behind(j));
    if (e && e->hint)
        diag_hint(j->diag, "%s", e->hint);
    else if (strcmp(code, "db.lost") == 0)
        diag_hint(j->diag, "When the server can be reached again, run kedge %s once more: it goes on here.",
                  direction_name(j->move->direction));
    if (f->step)
        diag_related(j->diag, j->section->at, "in statement %zu of %zu of the %s of revision %s",
                     f->index + 1, j->steps.n, direction_name(j->move->direction), j->move->vertex->id);
    else
        diag_object(j->diag, j->move->vertex->id);
}
