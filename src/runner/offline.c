/* A run as a script for psql: the same segments, version rows and history as online, and a guard in place of
 * the lock's plan. */
#include "runner/segment.h"
#include "runner/state.h"

#include "sql/quote.h"
#include <string.h>

struct script {
    struct arena *arena;
    struct buf *out;
    struct runner names;
    const struct runner_options *options;
};

static void line_comment(struct buf *out, const char *text)
{
    buf_add(out, "-- ");
    buf_comment(out, text);
    buf_addc(out, '\n');
}

static void settings_add(struct script *s, const char *local, const struct step *step)
{
    int lock = s->options->lock_timeout, statement = s->options->statement_timeout;
    if (step && step->lock_timeout != REVISION_NOT_SET)
        lock = step->lock_timeout;
    else if (step && step_is_concurrent(step))
        lock = 0;
    if (step && step->statement_timeout != REVISION_NOT_SET)
        statement = step->statement_timeout;
    buf_addf(s->out, "SET %ssearch_path TO ", local);
    search_path_add(s->out, s->options);
    buf_addf(s->out, ";\nSET %slock_timeout TO %d;\nSET %sstatement_timeout TO %d;\n", local, lock, local,
             statement);
}

/* Runs the block with the tables' names and texts as literals in it. */
static void do_block(struct script *s, const char *body)
{
    buf_add(s->out, "DO ");
    buf_dollar(s->out, body);
    buf_add(s->out, ";\n");
}

static void array_add(struct buf *out, const struct list *texts)
{
    const char *text;
    bool first = true;
    buf_add(out, "ARRAY[");
    list_each (text, texts) {
        buf_sep(out, &first, ", ");
        buf_literal(out, text);
    }
    buf_add(out, "]::text[]");
}

/* Also refuses while another runner, or another psql with a script of ours, is at work, and to run again what
 * is half done. A database that it refuses stays as it was: the tables need not be there. */
static void guard_add(struct script *s, const struct route *route)
{
    const struct runner *n = &s->names;
    AUTO_BUF body = {0};
    buf_addf(&body,
             "\nDECLARE\n    here text[] := '{}';\n    half record;\nBEGIN\n"
             "    IF NOT pg_catalog.pg_try_advisory_lock(%lld) THEN\n"
             "        RAISE EXCEPTION 'another runner is at work on this database';\n    END IF;\n"
             "    IF pg_catalog.to_regclass(",
             n->lock_key);
    buf_literal(&body, n->version_table);
    buf_addf(
        &body,
        ") IS NOT NULL THEN\n"
        "        SELECT coalesce(pg_catalog.array_agg(version_num::text ORDER BY version_num::text COLLATE "
        "\"C\"), '{}')\n            INTO here FROM %s;\n    END IF;\n    IF NOT (here @> ",
        n->version_table);
    array_add(&body, &route->from);
    buf_add(&body, " AND here <@ ");
    array_add(&body, &route->from);
    buf_add(&body, ") THEN\n        RAISE EXCEPTION 'this script starts at %, and the database is at %', ");
    array_add(&body, &route->from);
    buf_add(&body, ", here;\n    END IF;\n");
    if (route->direction != STAMP) {
        buf_add(&body, "    IF pg_catalog.to_regclass(");
        buf_literal(&body, n->history_table);
        buf_addf(&body,
                 ") IS NOT NULL THEN\n"
                 "        SELECT revision, direction, statements_done, outcome INTO half FROM %s\n"
                 "            WHERE version_table = ",
                 n->history_table);
        buf_literal(&body, n->version_name);
        buf_add(&body,
                " ORDER BY id DESC LIMIT 1;\n"
                "        IF half.statements_done > 0 AND half.outcome NOT IN ('done', 'abandoned') THEN\n"
                "            RAISE EXCEPTION 'the % of revision % is half done', half.direction, "
                "half.revision\n                USING HINT = 'Finish it with kedge; kedge status says "
                "where it stopped.';\n        END IF;\n    END IF;\n");
    }
    buf_add(&body, "END\n");
    line_comment(s->out, "The script starts only where it was made for.");
    do_block(s, buf_str(&body));
}

/* Each row must be met exactly once, as online. */
static void changes_add(struct script *s, const struct list *changes)
{
    const struct row_change *c;
    list_each (c, changes) {
        AUTO_BUF body = {0};
        buf_add(&body, "\nDECLARE\n    n bigint;\nBEGIN\n    ");
        row_change_sql(&body, &s->names, c);
        buf_add(&body,
                ";\n    GET DIAGNOSTICS n = ROW_COUNT;\n    IF n <> 1 THEN\n"
                "        RAISE EXCEPTION 'the version table was changed meanwhile';\n    END IF;\nEND\n");
        do_block(s, buf_str(&body));
    }
}

static void history_add(struct script *s, const char *revision, const struct move *m,
                        const struct section *section, size_t total)
{
    buf_addf(
        s->out,
        "INSERT INTO %s (version_table, revision, direction, sha256, statements_total, client%s)\nVALUES (",
        s->names.history_table, s->options->tag ? ", tag" : "");
    buf_literal(s->out, s->names.version_name);
    buf_add(s->out, ", ");
    buf_literal(s->out, revision);
    buf_addf(s->out, ", '%s', '%s', %zu, 'script'", direction_name(m->direction),
             section ? section->sha256 : "", total);
    if (s->options->tag) {
        buf_add(s->out, ", ");
        buf_literal(s->out, s->options->tag);
    }
    buf_add(s->out, ");\n");
}

/* Of the row that was added last: nobody else adds any while the lock is ours. */
static void history_set(struct script *s, const char *what)
{
    buf_addf(s->out, "UPDATE %s SET %s\n    WHERE id = (SELECT pg_catalog.max(id) FROM %s WHERE version_table = ",
             s->names.history_table, what, s->names.history_table);
    buf_literal(s->out, s->names.version_name);
    buf_add(s->out, ");\n");
}

static void history_done(struct script *s)
{
    history_set(s, "outcome = 'done', statements_done = statements_total, finished = "
                   "pg_catalog.clock_timestamp()");
}

/* What a revision's SQL changed of the session must not reach our own statements. */
static void role_reset(struct script *s)
{
    buf_add(s->out, "RESET SESSION AUTHORIZATION;\nRESET ROLE;\n");
}

/* Where a script stops between two segments, kedge goes on. */
static void progress_add(struct script *s, const struct list *steps, size_t done)
{
    char ran[65];
    steps_hash(steps, done, ran);
    role_reset(s);
    history_set(s, arena_printf(s->arena, "statements_done = %zu, statements_ran = '%s'", done, ran));
}

static void finish_add(struct script *s, const struct move *m)
{
    role_reset(s);
    changes_add(s, &m->changes);
    history_done(s);
    buf_add(s->out, "COMMIT;\n");
}

static void statement_add(struct script *s, const char *text)
{
    /* A line comment at the end must not swallow the semicolon. */
    buf_addf(s->out, "%s\n;\n", text);
}

static void begin_add(struct script *s)
{
    buf_add(s->out, "BEGIN;\n");
    settings_add(s, "LOCAL ", NULL);
}

static bool has_timeouts(const struct step *step)
{
    return step->lock_timeout != REVISION_NOT_SET || step->statement_timeout != REVISION_NOT_SET ||
           step_is_concurrent(step);
}

static void transaction_add(struct script *s, const struct list *steps, const struct segment *segment)
{
    bool changed = false;
    for (size_t i = 0; i < segment->n; i++) {
        const struct step *step = steps->at[segment->first + i];
        if (has_timeouts(step) || changed)
            settings_add(s, "LOCAL ", step);
        changed = has_timeouts(step);
        statement_add(s, step->text);
    }
}

/* DO may commit where it is not within a transaction: the rounds of a batch are transactions here too. */
static void batch_add(struct script *s, const struct step *step)
{
    AUTO_BUF body = {0};
    int limit = step_round_limit(step, s->options->batch_limit);
    buf_add(&body, "\nDECLARE\n    n bigint;\n    rounds bigint := 0;\nBEGIN\n    LOOP\n        EXECUTE ");
    buf_dollar(&body, step->text);
    buf_add(&body, ";\n        GET DIAGNOSTICS n = ROW_COUNT;\n        COMMIT;\n        EXIT WHEN n = 0;\n");
    buf_add(&body, "        rounds := rounds + 1;\n");
    if (limit > 0)
        buf_addf(
            &body,
            "        IF rounds >= %d THEN\n"
            "            RAISE EXCEPTION 'the batch did not end in %% rounds', rounds;\n        END IF;\n",
            limit);
    if (step->pause > 0)
        buf_addf(&body, "        PERFORM pg_catalog.pg_sleep(%d.%03d);\n", step->pause / 1000,
                 step->pause % 1000);
    buf_add(&body, "    END LOOP;\nEND\n");
    settings_add(s, "", step);
    do_block(s, buf_str(&body));
}

static void move_add(struct script *s, const struct move *m)
{
    const struct section *section =
        m->direction == UPGRADE ? &m->vertex->file->upgrade : &m->vertex->file->downgrade;
    struct list steps = {0}, segments = {0};
    const struct segment *g;
    bool open = false;
    buf_addc(s->out, '\n');
    line_comment(s->out, arena_printf(s->arena, "%s %s: %s", direction_name(m->direction), m->vertex->id,
                                      m->vertex->file->message));
    steps_choose(s->arena, section, &steps);
    segments_cut(s->arena, &steps, 0, &segments);
    list_each (g, &segments) {
        const struct step *first = steps.at[g->first];
        bool last = g_i + 1 == segments.n;
        open = g->kind == SEGMENT_TRANSACTION;
        if (open)
            begin_add(s);
        if (g_i == 0)
            history_add(s, m->vertex->id, m, section, steps.n);
        if (open) {
            transaction_add(s, &steps, g);
        } else if (g->kind == SEGMENT_BATCH) {
            batch_add(s, first);
        } else {
            settings_add(s, "", first);
            statement_add(s, first->text);
        }
        if (!open || !last)
            progress_add(s, &steps, g->first + g->n);
        if (open && !last)
            buf_add(s->out, "COMMIT;\n");
    }
    if (!open)
        begin_add(s);
    if (segments.n == 0)
        history_add(s, m->vertex->id, m, section, 0);
    finish_add(s, m);
}

static void stamp_add(struct script *s, const struct route *route, const struct move *m)
{
    AUTO_BUF names = {0};
    const char *row;
    bool first = true;
    list_each (row, &route->to) {
        buf_sep(&names, &first, ", ");
        buf_add(&names, row);
    }
    buf_addf(s->out,
             "\nBEGIN;\nUPDATE %s SET outcome = 'abandoned', finished = pg_catalog.clock_timestamp()\n"
             "    WHERE outcome NOT IN ('done', 'abandoned') AND version_table = ",
             s->names.history_table);
    buf_literal(s->out, s->names.version_name);
    buf_add(s->out, ";\n");
    changes_add(s, &m->changes);
    history_add(s, route->to.n ? buf_str(&names) : "base", m, NULL, 0);
    history_done(s);
    buf_add(s->out, "COMMIT;\n");
}

int offline_script(struct arena *a, const struct runner_options *options, const struct route *route,
                   struct diag *d, struct buf *out)
{
    struct script s = {.arena = a, .out = out, .options = options};
    const struct move *m;
    if (names_settle(a, options, d, &s.names) < 0)
        return ERR;
    line_comment(out, arena_printf(a, "kedge %s: run with psql -X -f", direction_name(route->direction)));
    buf_add(out, "\\set ON_ERROR_STOP on\n\\set AUTOCOMMIT on\nSET standard_conforming_strings TO on;\n"
                 "SET client_min_messages TO warning;\n");
    guard_add(&s, route);
    state_script(out, &s.names);
    if (options->tag) /* the history may be from before tags */
        buf_addf(out, "ALTER TABLE %s ADD COLUMN IF NOT EXISTS tag text;\n", s.names.history_table);
    list_each (m, &route->moves) {
        if (m->vertex)
            move_add(&s, m);
        else
            stamp_add(&s, route, m);
    }
    buf_addf(out, "\nDO $$BEGIN PERFORM pg_catalog.pg_advisory_unlock(%lld); END$$;\n", s.names.lock_key);
    return OK;
}
