#include "runner/watch.h"

#include <stdlib.h>

enum { LOOK_EVERY = 1 /* s */, CONNECT = 2 /* s */ };

/* One row whatever there is to see. */
static const char look_sql[] =
    "SELECT p.phase, p.blocks_done, p.blocks_total,"
    " (SELECT pg_catalog.string_agg(pg_catalog.format('pid %s, %s, %s, %s%s: %s', b.pid,"
    "   coalesce(a.usename::text, 'another user'),"
    "   coalesce(nullif(a.application_name, ''), 'no application name'), coalesce(a.state, 'state not "
    "visible'),"
    "   ' for ' || extract(epoch FROM pg_catalog.clock_timestamp() - coalesce(a.xact_start, a.state_change))"
    "::bigint || ' s',"
    "   pg_catalog.left(pg_catalog.regexp_replace(a.query, '\\s+', ' ', 'g'), 80)), '; ')"
    "  FROM (SELECT DISTINCT pid FROM pg_catalog.unnest(pg_catalog.pg_blocking_pids($1::integer)) u (pid)"
    "   ORDER BY pid LIMIT 3) b LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid)"
    " FROM (SELECT) one LEFT JOIN pg_catalog.pg_stat_progress_create_index p ON p.pid = $1::integer LIMIT 1";

struct look {
    struct arena *arena;
    struct run_event *event;
};

static int look_take(void *ctx, const struct db_row *row)
{
    struct look *l = ctx;
    const char *done = row_text(row, 1), *total = row_text(row, 2);
    l->event->phase = arena_strdup(l->arena, row_text(row, 0));
    l->event->blocks_done = done ? strtoll(done, NULL, 10) : 0;
    l->event->blocks_total = total ? strtoll(total, NULL, 10) : 0;
    l->event->text = arena_strdup(l->arena, row_text(row, 3));
    return OK;
}

static bool watcher_get(struct runner *r)
{
    const struct db_options options = {.application_name = "kedge watch", .connect_timeout = CONNECT};
    if (!r->watcher && !r->unwatched && db_open(r->url, &options, NULL, &r->watcher) < 0)
        r->unwatched = true;
    return r->watcher != NULL;
}

static void watch_look(void *ctx)
{
    struct watch *w = ctx;
    struct job *j = w->job;
    struct runner *r = j->runner;
    double now = seconds_now();
    if (now < w->next)
        return;
    w->next = now + LOOK_EVERY;
    AUTO_ARENA a = {0};
    struct run_event e = {.type = RUN_PROGRESS,
                          .step = j->steps.at[w->index],
                          .statement = w->index + 1,
                          .rounds = j->rounds,
                          .rows = j->rows,
                          .elapsed = now - w->start};
    struct look l = {.arena = &a, .event = &e};
    if (r->pid && watcher_get(r) && db_query(r->watcher, look_sql, &r->pid, 1, look_take, &l, NULL) < 0) {
        db_close(r->watcher);
        r->watcher = NULL;
        r->unwatched = true;
    }
    if (e.text)
        j->blockers = arena_strdup(j->arena, e.text);
    job_event(j, e);
}

void watch_begin(struct watch *w, struct job *j, size_t index)
{
    double now = seconds_now(), first = LOOK_EVERY;
    if (j->lock_timeout > 0 && j->lock_timeout < 2000 * first)
        first = j->lock_timeout / 2000.0; /* so that a time-out can name who was in the way */
    *w = (struct watch){.job = j, .index = index, .start = now, .next = now + first};
    j->blockers = NULL;
    if (j->runner->options.watch)
        db_on_tick(j->runner->db, watch_look, w);
}

void watch_end(struct watch *w)
{
    if (w->job->runner->db)
        db_on_tick(w->job->runner->db, NULL, NULL);
}
