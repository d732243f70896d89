#include "cli/progress.h"

#include "base/node.h"
#include "base/utf8.h"
#include "cli/revision_text.h"
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum { DRAW_AFTER_MS = 1000, DRAW_EVERY_MS = 500, STATEMENT_SHOWN = 200, SAY_EVERY = 30 /* s */ };

struct progress {
    struct cli *cli;
    struct arena arena;
    bool announced; /* who we wait for */

    /* The live line. A thread draws it, because the runner is inside a call to the server all the time. */
    pthread_t thread;
    bool has_thread;
    pthread_mutex_t lock; /* of what follows */
    pthread_cond_t changed;
    bool stop, active, drawn;
    struct timespec since;
    char text[STATEMENT_SHOWN];
    char now[STATEMENT_SHOWN]; /* how far it is, and who blocks it */
    char blockers[STATEMENT_SHOWN];
    double said; /* elapsed when a line about it was last said */
    size_t number, total, statement, statements;
};

static double seconds_since(const struct timespec *t)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - t->tv_sec) + (double)(now.tv_nsec - t->tv_nsec) / 1e9;
}

static void erase(struct progress *p)
{
    if (p->drawn)
        (void)fputs("\r\033[K", stderr);
    p->drawn = false;
}

static void draw(struct progress *p)
{
    struct winsize size;
    size_t width = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20 ? size.ws_col : 80;
    AUTO_BUF line = {0};
    buf_addf(&line, "  revision %zu of %zu, statement %zu of %zu, %.0f s%s%s: ", p->number, p->total,
             p->statement, p->statements, seconds_since(&p->since), *p->now ? ", " : "", p->now);
    const char *s = p->text;
    for (size_t used = utf8_width(buf_str(&line)), left = strlen(s); left;) {
        unsigned code;
        size_t n = utf8_next(s, left, &code), w = utf8_char_width(code);
        if (used + w >= width)
            break;
        buf_addn(&line, s, n);
        used += w;
        s += n;
        left -= n;
    }
    (void)fprintf(stderr, "\r\033[K%s", buf_str(&line));
    (void)fflush(stderr);
    p->drawn = true;
}

static void *draw_while_active(void *ctx)
{
    struct progress *p = ctx;
    (void)pthread_mutex_lock(&p->lock);
    while (!p->stop) {
        struct timespec until;
        (void)clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_nsec += DRAW_EVERY_MS * 1000000L;
        until.tv_sec += until.tv_nsec / 1000000000L;
        until.tv_nsec %= 1000000000L;
        (void)pthread_cond_timedwait(&p->changed, &p->lock, &until);
        if (!p->stop && p->active && seconds_since(&p->since) * 1000 >= DRAW_AFTER_MS)
            draw(p);
    }
    (void)pthread_mutex_unlock(&p->lock);
    return NULL;
}

static void start_thread(struct progress *p)
{
    pthread_condattr_t attributes;
    (void)pthread_condattr_init(&attributes);
    (void)pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    (void)pthread_cond_init(&p->changed, &attributes);
    (void)pthread_condattr_destroy(&attributes);
    /* Signals are for the thread that talks to the server. */
    sigset_t all, before;
    (void)sigfillset(&all);
    (void)pthread_sigmask(SIG_SETMASK, &all, &before);
    p->has_thread = pthread_create(&p->thread, NULL, draw_while_active, p) == 0;
    (void)pthread_sigmask(SIG_SETMASK, &before, NULL);
}

struct progress *progress_start(struct cli *c)
{
    struct progress *p = arena_new(&c->arena, struct progress);
    p->cli = c;
    (void)pthread_mutex_init(&p->lock, NULL);
    if (c->live && c->verbosity >= 0 && !cli_format_is(c, "json"))
        start_thread(p);
    return p;
}

void progress_stop(struct progress *p)
{
    if (p->has_thread) {
        (void)pthread_mutex_lock(&p->lock);
        p->stop = true;
        erase(p);
        (void)pthread_cond_signal(&p->changed);
        (void)pthread_mutex_unlock(&p->lock);
        (void)pthread_join(p->thread, NULL);
        (void)pthread_cond_destroy(&p->changed);
        p->has_thread = false;
    }
    (void)pthread_mutex_destroy(&p->lock);
    arena_clear(&p->arena);
}

/* Fit for one line of a terminal. */
static void text_keep(char ret[STATEMENT_SHOWN], const char *text)
{
    AUTO_BUF shown = {0};
    buf_visible(&shown, text);
    size_t n = shown.len < STATEMENT_SHOWN - 1 ? shown.len : STATEMENT_SHOWN - 1;
    n = utf8_valid_length(buf_str(&shown), n);
    memcpy(ret, buf_str(&shown), n);
    ret[n] = '\0';
}

/* The first line of a statement. */
static void take_statement(struct progress *p, const struct run_event *e)
{
    AUTO_BUF first = {0};
    if (e->step)
        buf_addn(&first, e->step->text, strcspn(e->step->text, "\n"));
    text_keep(p->text, buf_str(&first));
}

/* "building index: scanning table, 45 % of 120000 blocks", "round 12, 12000 rows". */
static void how_far(struct buf *out, const struct run_event *e)
{
    if (e->rounds)
        buf_addf(out, "round %zu, %lld rows", e->rounds, e->rows);
    else if (e->phase)
        buf_add(out, e->phase);
    if (e->phase && e->blocks_total > 0)
        buf_addf(out, ", %lld %% of %lld blocks", e->blocks_done * 100 / e->blocks_total, e->blocks_total);
}

static void take_progress(struct progress *p, const struct run_event *e)
{
    AUTO_BUF now = {0};
    how_far(&now, e);
    if (e->text)
        buf_addf(&now, "%sblocked by %s", now.len ? ", " : "", e->text);
    text_keep(p->now, buf_str(&now));
}

static void set_active(struct progress *p, const struct run_event *e)
{
    if (e->type == RUN_PROGRESS || e->type == RUN_ROUND) {
        take_progress(p, e);
        return;
    }
    p->active = e->type == RUN_STATEMENT_BEGIN;
    p->now[0] = p->blockers[0] = '\0';
    p->said = 0;
    if (!p->active)
        return;
    (void)clock_gettime(CLOCK_MONOTONIC, &p->since);
    p->number = e->number;
    p->total = e->total;
    p->statement = e->statement;
    p->statements = e->statements;
    take_statement(p, e);
}

const char *duration_text(struct arena *a, double seconds)
{
    if (seconds < 1)
        return arena_printf(a, "%.0f ms", seconds * 1000);
    if (seconds < 120)
        return arena_printf(a, "%.1f s", seconds);
    return arena_printf(a, "%ld min %02ld s", (long)seconds / 60, (long)seconds % 60);
}

/* "a1b2c3d4e5f6 -> 8653cc238299  add users.phone  (3 statements, 12 ms)"; downwards the other way round. */
static void say_step(struct progress *p, const struct run_event *e)
{
    AUTO_BUF below = {0};
    AUTO_BUF line = {0};
    revision_ids(&below, &e->vertex->parents);
    if (e->direction == DOWNGRADE)
        buf_addf(&line, "%s -> %s", e->vertex->id, buf_str(&below));
    else
        buf_addf(&line, "%s -> %s", buf_str(&below), e->vertex->id);
    const char *message = e->vertex->file ? e->vertex->file->message : NULL;
    if (message && *message) {
        buf_add(&line, "  ");
        buf_visible(&line, message);
    }
    buf_addf(&line, "  (%zu statement%s, %s)", e->statements, e->statements == 1 ? "" : "s",
             duration_text(&p->arena, e->elapsed));
    cli_say(p->cli, "%s%s\n", buf_str(&line), e->failed ? "  FAILED" : "");
}

/* In logs: who blocks a statement as soon as it is seen, how far it is from time to time. */
static void say_progress(struct progress *p, const struct run_event *e)
{
    char blockers[STATEMENT_SHOWN];
    text_keep(blockers, e->text ? e->text : "");
    bool same = strncmp(blockers, p->blockers, strcspn(blockers, ",") + 1) == 0; /* pid N, */
    if (e->type == RUN_PROGRESS)
        memcpy(p->blockers, blockers, sizeof(blockers));
    if (*blockers && !same)
        cli_say(p->cli, "  statement %zu of %zu is blocked by %s\n", e->statement, e->statements, blockers);
    if (p->has_thread || e->elapsed - p->said < SAY_EVERY)
        return;
    p->said = e->elapsed;
    AUTO_BUF now = {0};
    how_far(&now, e);
    cli_say(p->cli, "  statement %zu of %zu, %s%s%s\n", e->statement, e->statements,
            duration_text(&p->arena, e->elapsed), now.len ? ": " : "", buf_str(&now));
}

static void say_event(struct progress *p, const struct run_event *e)
{
    struct cli *c = p->cli;
    const char *text = e->text ? e->text : "";
    switch (e->type) {
    case RUN_WAITING:
        if (!p->announced)
            cli_say(c, "waiting: %s\n", text);
        p->announced = true;
        break;
    case RUN_STEP_END:
        say_step(p, e);
        break;
    case RUN_PROGRESS:
    case RUN_ROUND:
        say_progress(p, e);
        break;
    case RUN_STATEMENT_END:
        if (e->rounds)
            cli_say(c, "  statement %zu of %zu: %zu rounds, %lld rows, %s\n", e->statement, e->statements,
                    e->rounds, e->rows, duration_text(&p->arena, e->elapsed));
        cli_detail(c, "  statement %zu of %zu, %s: %s\n", e->statement, e->statements,
                   duration_text(&p->arena, e->elapsed), p->text);
        break;
    case RUN_RETRY:
        cli_say(c, "  %s; attempt %u in %u ms\n", text, e->attempt, e->wait);
        break;
    case RUN_RESUME:
        cli_say(c, "  goes on at statement %zu of %zu\n", e->statement, e->statements);
        break;
    case RUN_REPAIR:
    case RUN_RECONNECT:
        cli_say(c, "  %s\n", text);
        break;
    case RUN_ROUTE:
    case RUN_STEP_BEGIN:
    case RUN_STATEMENT_BEGIN:
    case RUN_DONE:
    default:
        break;
    }
}

static const char *const event_names[] = {
    [RUN_WAITING] = "waiting",
    [RUN_ROUTE] = "route",
    [RUN_STEP_BEGIN] = "step_begin",
    [RUN_STATEMENT_BEGIN] = "statement_begin",
    [RUN_STATEMENT_END] = "statement_end",
    [RUN_RETRY] = "retry",
    [RUN_RESUME] = "resume",
    [RUN_REPAIR] = "repair",
    [RUN_RECONNECT] = "reconnect",
    [RUN_STEP_END] = "step_end",
    [RUN_DONE] = "done",
    [RUN_ROUND] = "round",
    [RUN_PROGRESS] = "progress",
};

static void write_event(struct progress *p, const struct run_event *e)
{
    struct arena *a = &p->arena;
    struct node *n = node_map(a);
    node_set(a, n, "event", node_text(a, event_names[e->type]));
    if (e->vertex) {
        node_set(a, n, "revision", node_text(a, e->vertex->id));
        node_set(a, n, "direction", node_text(a, direction_name(e->direction)));
        node_set(a, n, "number", node_number(a, (long long)e->number));
    }
    if (e->vertex || e->type == RUN_ROUTE)
        node_set(a, n, "total", node_number(a, (long long)e->total));
    if (e->statement)
        node_set(a, n, "statement", node_number(a, (long long)e->statement));
    if (e->statements)
        node_set(a, n, "statements", node_number(a, (long long)e->statements));
    if (e->rounds) {
        node_set(a, n, "rounds", node_number(a, (long long)e->rounds));
        node_set(a, n, "rows", node_number(a, e->rows));
    }
    if (e->phase) {
        node_set(a, n, "phase", node_text(a, e->phase));
        node_set(a, n, "blocks_done", node_number(a, e->blocks_done));
        node_set(a, n, "blocks_total", node_number(a, e->blocks_total));
    }
    if (e->type == RUN_RETRY) {
        node_set(a, n, "attempt", node_number(a, e->attempt));
        node_set(a, n, "wait_ms", node_number(a, e->wait));
    }
    if (e->type == RUN_ROUND || e->type == RUN_PROGRESS || e->type == RUN_STATEMENT_END ||
        e->type == RUN_STEP_END || e->type == RUN_DONE)
        node_set(a, n, "elapsed_ms", node_number(a, (long long)(e->elapsed * 1000)));
    if (e->type == RUN_STEP_END || e->type == RUN_DONE)
        node_set(a, n, "failed", node_bool(a, e->failed));
    if (e->text)
        node_set(a, n, e->type == RUN_PROGRESS ? "blocked_by" : "text", node_text(a, e->text));
    AUTO_BUF out = {0};
    json_write(&out, n, false);
    while (out.len && out.data[out.len - 1] == '\n')
        buf_truncate(&out, out.len - 1);
    buf_addc(&out, '\n');
    cli_write(p->cli, &out);
    (void)fflush(stdout);
}

void progress_event(void *ctx, const struct run_event *e)
{
    struct progress *p = ctx;
    if (cli_format_is(p->cli, "json")) {
        write_event(p, e);
        arena_clear(&p->arena);
        return;
    }
    (void)pthread_mutex_lock(&p->lock);
    erase(p);
    set_active(p, e);
    say_event(p, e);
    (void)pthread_mutex_unlock(&p->lock);
    arena_clear(&p->arena);
}
