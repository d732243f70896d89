/* A process for each target, a poll loop over what they say, a report. */
#include "cli/fleet.h"

#include "base/table.h"
#include "base/utf8.h"
#include "cli/progress.h"
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { JOBS_MOST = 256, DRAW_EVERY = 250 /* ms */ };
enum { EVENTS, WORDS, STREAMS }; /* stdout and stderr of a process */

struct work {
    const struct target *target;
    pid_t pid; /* 0: not begun or ended */
    bool begun, ended;
    int fd[STREAMS]; /* -1: closed */
    struct buf text[STREAMS];
    const struct node *result; /* as the process said, or NULL */
    int status;
};

struct fleet {
    struct cli *cli;
    const struct fleet_job *job;
    struct work *all;
    size_t n, next, running, failed, ended;
    size_t jobs;
    bool stop_on_error, drawn;
};

static volatile sig_atomic_t caught;

static void on_signal(int number)
{
    caught = number;
}

/* --- in the process of a target --- */

void fleet_event(struct cli *c, const struct node *n)
{
    AUTO_BUF out = {0};
    json_write(&out, n, false);
    while (out.len && out.data[out.len - 1] == '\n')
        buf_truncate(&out, out.len - 1);
    buf_addc(&out, '\n');
    cli_write(c, &out);
    (void)fflush(stdout);
}

static void result_write(struct cli *c, const struct fleet_result *result, int rc, double seconds)
{
    struct arena *a = &c->arena;
    const struct run_result *r = &result->run;
    struct node *n = node_map(a);

    node_set(a, n, "event", node_text(a, "result"));
    node_set(a, n, "failed", node_bool(a, rc < 0));
    node_set(a, n, "interrupted", node_bool(a, r->interrupted));
    node_set(a, n, "steps", node_number(a, (long long)r->steps));
    node_set(a, n, "rows", r->known ? node_texts(a, &r->to) : node_text(a, NULL));
    node_set(a, n, "elapsed_ms", node_number(a, (long long)(seconds * 1000)));
    node_set(a, n, "state", node_text(a, result->state));
    node_set(a, n, "different", node_bool(a, result->different));
    node_set(a, n, "note", node_text(a, result->note));
    node_set(a, n, "error", node_text(a, rc < 0 ? diag_first_error(a, &c->diag) : NULL));
    fleet_event(c, n);
}

static double seconds_now(void)
{
    struct timespec t;
    (void)clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static int target_run(struct fleet *f, const struct target *t)
{
    struct cli *c = f->cli;
    struct fleet_result result = {0};
    double start = seconds_now();
    int rc = OK;
    c->live = false;
    diag_clear(&c->diag);
    c->shown = 0;
    config_clear(&c->config);
    c->config = (struct config){0};
    rc = config_load_environment(&c->arena, &c->args, t->environment, &c->diag, &c->config);
    if (rc == OK)
        rc = f->job->work(c, t, f->job->ctx, &result);
    cli_show_diagnostics(c);
    result_write(c, &result, rc, seconds_now() - start);
    return rc;
}

static void process_become(struct fleet *f, struct work *w, int ends[STREAMS][2], pid_t parent)
{
    (void)signal(SIGINT, SIG_DFL);
    (void)signal(SIGTERM, SIG_DFL);
    (void)prctl(PR_SET_PDEATHSIG, SIGTERM); /* a run without anybody to tell it to rolls back */
    if (getppid() != parent)
        _exit(EXIT_ERROR); /* it was gone before that line */
    (void)setpgid(0, 0);                    /* the signals of the terminal come through us, once */
    (void)dup2(ends[EVENTS][1], STDOUT_FILENO);
    (void)dup2(ends[WORDS][1], STDERR_FILENO);
    _exit(target_run(f, w->target) < 0 ? EXIT_ERROR : EXIT_DONE);
}

/* --- here --- */

static int work_begin(struct fleet *f, struct work *w)
{
    int ends[STREAMS][2] = {{-1, -1}, {-1, -1}};
    w->begun = true;
    if (pipe2(ends[EVENTS], O_CLOEXEC) == 0 && pipe2(ends[WORDS], O_CLOEXEC) == 0) {
        (void)fflush(stdout);
        (void)fflush(stderr);
        pid_t parent = getpid();
        w->pid = fork();
        if (w->pid == 0)
            process_become(f, w, ends, parent);
    } else {
        w->pid = -1;
    }
    int why = errno;
    for (int i = 0; i < STREAMS; i++) {
        if (ends[i][1] >= 0)
            (void)close(ends[i][1]);
        w->fd[i] = ends[i][0];
    }
    if (w->pid > 0) {
        f->running++;
        return OK;
    }
    for (int i = 0; i < STREAMS; i++)
        if (w->fd[i] >= 0)
            (void)close(w->fd[i]);
    w->pid = 0;
    w->ended = true;
    f->failed++;
    f->ended++;
    return diag_error(&f->cli->diag, "fleet.process", NOWHERE, "no process for %s: %s", w->target->name,
                      strerror(why));
}

static void erase(struct fleet *f)
{
    if (f->drawn)
        (void)fputs("\r\033[K", stderr);
    f->drawn = false;
}

static void draw(struct fleet *f)
{
    if (!f->cli->live || f->cli->verbosity < 0 || cli_format_is(f->cli, "json"))
        return;
    (void)fprintf(stderr, "\r\033[K  %zu of %zu done, %zu failed, %zu at work", f->ended, f->n, f->failed,
                  f->running);
    (void)fflush(stderr);
    f->drawn = true;
}

static void event_take(struct fleet *f, struct work *w, const char *line)
{
    struct arena *a = &f->cli->arena;
    struct node *said = NULL, *n = node_map(a);
    if (json_read(a, line, w->target->name, NULL, &said) < 0 || said->type != NODE_MAP)
        return;
    const struct node *event = node_get(said, "event");
    if (event && event->text && strcmp(event->text, "result") == 0)
        w->result = said;
    if (!cli_format_is(f->cli, "json"))
        return;
    const struct pair *pair;
    node_set(a, n, "target", node_text(a, w->target->name));
    list_each (pair, &said->items)
        node_set(a, n, pair->key, pair->value);
    fleet_event(f->cli, n);
}

static void line_take(struct fleet *f, struct work *w, int stream, const char *line)
{
    if (stream == EVENTS) {
        event_take(f, w, line);
        return;
    }
    erase(f);
    cli_insist(f->cli, "%s: %s\n", w->target->name, line);
}

static void lines_take(struct fleet *f, struct work *w, int stream, bool all)
{
    struct buf *b = &w->text[stream];
    size_t from = 0;
    for (char *end; from < b->len && ((end = memchr(b->data + from, '\n', b->len - from)) || all);) {
        size_t n = end ? (size_t)(end - b->data) - from : b->len - from;
        AUTO_BUF line = {0};
        buf_addn(&line, b->data + from, n);
        line_take(f, w, stream, buf_str(&line));
        from += n + (end != NULL);
    }
    AUTO_BUF rest = {0};
    if (from < b->len)
        buf_addn(&rest, b->data + from, b->len - from);
    buf_truncate(b, 0);
    buf_addn(b, buf_str(&rest), rest.len);
}

static const char *result_text(const struct work *w, const char *key)
{
    const struct node *n = w->result ? node_get(w->result, key) : NULL;
    return n ? n->text : NULL;
}

static bool result_is(const struct work *w, const char *key)
{
    const char *text = result_text(w, key);
    return text && strcmp(text, "true") == 0;
}

static bool result_failed(const struct work *w)
{
    return w->status != 0 || !result_text(w, "failed") || result_is(w, "failed");
}

static void work_end(struct fleet *f, struct work *w)
{
    while (waitpid(w->pid, &w->status, 0) < 0 && errno == EINTR)
        ;
    for (int i = 0; i < STREAMS; i++)
        buf_free(&w->text[i]);
    w->pid = 0;
    w->ended = true;
    f->running--;
    f->ended++;
    f->failed += result_failed(w);
}

static void stream_read(struct fleet *f, struct work *w, int stream)
{
    char piece[8192];
    ssize_t n = read(w->fd[stream], piece, sizeof(piece));
    if (n < 0 && errno == EINTR)
        return;
    if (n > 0)
        buf_addn(&w->text[stream], piece, (size_t)n);
    lines_take(f, w, stream, n <= 0);
    if (n > 0)
        return;
    (void)close(w->fd[stream]);
    w->fd[stream] = -1;
    if (w->fd[EVENTS] < 0 && w->fd[WORDS] < 0)
        work_end(f, w);
}

static void signal_pass_on(struct fleet *f)
{
    int number = caught;
    caught = 0;
    f->next = f->n; /* nothing more is begun */
    for (size_t i = 0; i < f->n; i++)
        if (f->all[i].pid > 0)
            (void)kill(f->all[i].pid, number);
}

static void fleet_poll(struct fleet *f)
{
    struct pollfd fds[2 * JOBS_MOST];
    struct {
        struct work *work;
        int stream;
    } of[2 * JOBS_MOST];
    nfds_t n = 0;
    for (size_t i = 0; i < f->n; i++)
        for (int s = 0; s < STREAMS && f->all[i].pid > 0; s++)
            if (f->all[i].fd[s] >= 0) {
                fds[n] = (struct pollfd){.fd = f->all[i].fd[s], .events = POLLIN};
                of[n].work = &f->all[i];
                of[n++].stream = s;
            }
    int ready = poll(fds, n, DRAW_EVERY);
    if (caught)
        signal_pass_on(f);
    for (nfds_t i = 0; ready > 0 && i < n; i++)
        if (fds[i].revents)
            stream_read(f, of[i].work, of[i].stream);
    draw(f);
}

static void fleet_go(struct fleet *f)
{
    const struct sigaction ours = {.sa_handler = on_signal};
    struct sigaction before[2];
    (void)sigaction(SIGINT, &ours, &before[0]);
    (void)sigaction(SIGTERM, &ours, &before[1]);
    while (f->running || f->next < f->n) {
        while (f->running < f->jobs && f->next < f->n && !(f->stop_on_error && f->failed)) {
            struct work *w = &f->all[f->next++];
            if (!w->target->failed)
                (void)work_begin(f, w);
        }
        if (!f->running)
            break;
        fleet_poll(f);
    }
    erase(f);
    (void)sigaction(SIGINT, &before[0], NULL);
    (void)sigaction(SIGTERM, &before[1], NULL);
}

/* --- the report --- */

static const char *work_state(const struct work *w)
{
    if (w->target->failed)
        return "failed";
    if (!w->begun)
        return "not begun";
    if (result_is(w, "interrupted"))
        return "interrupted";
    if (result_failed(w))
        return "failed";
    return result_text(w, "state") ? result_text(w, "state") : "done";
}

static const char *work_error(struct arena *a, const struct work *w)
{
    if (w->target->error)
        return w->target->error;
    if (result_text(w, "error"))
        return result_text(w, "error");
    if (w->begun && WIFSIGNALED(w->status))
        return arena_printf(a, "its process was ended by signal %d", WTERMSIG(w->status));
    return NULL;
}

static bool work_done(const struct work *w)
{
    return w->begun && !w->target->failed && !result_is(w, "interrupted") && !result_failed(w);
}

static const char *rows_text(struct arena *a, const struct work *w)
{
    const struct node *rows = w->result ? node_get(w->result, "rows") : NULL, *row;
    AUTO_BUF out = {0};
    bool first = true;
    if (!rows || rows->type != NODE_LIST)
        return NULL;
    list_each (row, &rows->items) {
        buf_sep(&out, &first, ", ");
        buf_visible(&out, row->text);
    }
    return rows->items.n ? buf_take(&out, a) : "base";
}

static void report_json(struct fleet *f)
{
    struct arena *a = &f->cli->arena;
    struct node *report = node_map(a), *targets = node_list(a);
    for (size_t i = 0; i < f->n; i++) {
        const struct work *w = &f->all[i];
        struct node *n = node_map(a);
        const struct node *rows = w->result ? node_get(w->result, "rows") : NULL;
        const char *steps = result_text(w, "steps"), *elapsed = result_text(w, "elapsed_ms");
        node_set(a, n, "target", node_text(a, w->target->name));
        node_set(a, n, "environment", node_text(a, w->target->environment));
        node_set(a, n, "database", node_text(a, w->target->database));
        node_set(a, n, "tenant", node_text(a, w->target->tenant));
        node_set(a, n, "state", node_text(a, work_state(w)));
        node_set(a, n, "steps", node_number(a, steps ? atoll(steps) : 0));
        bool known = rows && rows->type == NODE_LIST;
        struct node *copy = known ? node_list(a) : node_text(a, NULL);
        const struct node *row;
        if (known)
            list_each (row, &rows->items)
                node_add(a, copy, node_text(a, row->text));
        node_set(a, n, "rows", copy);
        node_set(a, n, "elapsed_ms", node_number(a, elapsed ? atoll(elapsed) : 0));
        node_set(a, n, "error", node_text(a, work_error(a, w)));
        if (f->job->note)
            node_set(a, n, "note", node_text(a, result_text(w, "note")));
        node_add(a, targets, n);
    }
    node_set(a, report, "event", node_text(a, "report"));
    node_set(a, report, "failed", node_number(a, (long long)f->failed));
    node_set(a, report, "targets", targets);
    fleet_event(f->cli, report);
}

static void report_text(struct fleet *f)
{
    struct arena *a = &f->cli->arena;
    const char *heads[] = {"target", "state", f->job->steps,
                           "at",     "time",  f->job->note ? f->job->note : "error"};
    bool errors = false;
    for (size_t i = 0; i < f->n; i++)
        errors = errors || work_error(a, &f->all[i]) || result_text(&f->all[i], "note");
    struct table *t = table_new(a, heads, errors ? 6 : 5);
    size_t done = 0;
    AUTO_BUF out = {0};
    for (size_t i = 0; i < f->n; i++) {
        const struct work *w = &f->all[i];
        const char *elapsed = result_text(w, "elapsed_ms"), *state = work_state(w), *error = work_error(a, w);
        error = error ? error : result_text(w, "note");
        AUTO_BUF name = {0};
        AUTO_BUF why = {0};
        buf_visible(&name, w->target->name);
        if (error)
            buf_visible(&why, error);
        done += work_done(w) && !result_is(w, "different");
        const char *cells[] = {arena_strdup(a, buf_str(&name)),
                               state,
                               result_text(w, "steps"),
                               rows_text(a, w),
                               elapsed ? duration_text(a, atof(elapsed) / 1000) : NULL,
                               arena_strdup(a, buf_str(&why))};
        table_row(t, cells);
    }
    table_render(t, &out, f->cli->colour_out);
    cli_write(f->cli, &out);
    cli_say(f->cli, "%zu of %zu %s%s\n", done, f->n, f->job->pending ? "done" : "up to date",
            done < f->n && f->job->pending ? "; run again to go on with the others" : "");
}

static int jobs_read(struct cli *c, size_t *ret)
{
    const char *text = args_value(&c->args, "jobs");
    char *end = NULL;
    long n = text ? strtol(text, &end, 10) : 1;
    if (text && (*text == '\0' || *end || n < 1 || n > JOBS_MOST))
        return diag_error(&c->diag, "usage.argument", NOWHERE, "--jobs is a number from 1 to %d, not \"%s\"",
                          JOBS_MOST, text);
    *ret = (size_t)n;
    return OK;
}

int fleet_run(struct cli *c, const struct fleet_job *job)
{
    struct list targets = {0};
    struct fleet f = {.cli = c, .job = job, .stop_on_error = args_has(&c->args, "stop-on-error")};
    if (jobs_read(c, &f.jobs) < 0 || targets_find(c, &targets) < 0)
        return EXIT_ERROR;
    f.n = targets.n;
    f.all = arena_alloc(&c->arena, (f.n + 1) * sizeof(*f.all));
    for (size_t i = 0; i < f.n; i++) {
        f.all[i] = (struct work){.target = targets.at[i], .fd = {-1, -1}};
        if (f.all[i].target->failed) {
            f.all[i].ended = true;
            f.failed++;
            f.ended++;
        }
    }
    fleet_go(&f);
    if (cli_format_is(c, "json"))
        report_json(&f);
    else
        report_text(&f);
    int code = EXIT_DONE;
    for (size_t i = 0; i < f.n && code != EXIT_ERROR; i++)
        code = !work_done(&f.all[i]) ? EXIT_ERROR : result_is(&f.all[i], "different") ? EXIT_DIFFERENT : code;
    return code;
}
