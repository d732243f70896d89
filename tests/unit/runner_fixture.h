/* A database of its own for every test of the runner, a folder of revision files, and the events of a run as
 * text. */
#ifndef KEDGE_TESTS_RUNNER_FIXTURE_H
#define KEDGE_TESTS_RUNNER_FIXTURE_H

#include "server.h"

#include "base/file.h"
#include "db/url.h"
#include "runner/runner.h"
#include <signal.h>
#include <sys/wait.h>
#include <time.h>

struct fixture {
    struct arena arena;
    struct diag diag;
    const char *url, *folder;
    struct db *db; /* to look at the database */
    struct runner *runner;
    struct runner_options options;
    struct graph *graph;
    struct run_result result;
    struct buf events;
    bool no_waiting; /* a lost session may hold the lock for a moment: not an event to insist on */
};

static const char *const event_names[] = {"waiting", "route",  "step",    "begin",     "end",
                                          "retry",   "resume", "repair",  "reconnect", "step-end",
                                          "done",    "round",  "progress"};

UNUSED static void event_note(void *ctx, const struct run_event *e)
{
    struct fixture *f = ctx;
    if (e->type == RUN_WAITING && f->no_waiting)
        return;
    if (e->type == RUN_WAITING && f->events.len && strstr(buf_str(&f->events), "waiting"))
        return;
    if (e->type == RUN_ROUND || e->type == RUN_PROGRESS)
        return;
    if (e->type == RUN_STATEMENT_BEGIN || e->type == RUN_STATEMENT_END || e->type == RUN_DONE)
        return;
    buf_addf(&f->events, "%s%s", f->events.len ? " " : "", event_names[e->type]);
    if (e->type == RUN_ROUTE)
        buf_addf(&f->events, ":%zu", e->total);
    if (e->type == RUN_STEP_BEGIN || e->type == RUN_STEP_END)
        buf_addf(&f->events, ":%s%s", e->vertex->id, e->failed ? "!" : "");
    if (e->type == RUN_RESUME)
        buf_addf(&f->events, ":%zu", e->statement);
}

UNUSED static void fixture_open(struct fixture *f)
{
    static int count;
    *f = (struct fixture){0};
    const char *server = server_url(), *name = arena_printf(&f->arena, "t%d_%d", (int)getpid(), ++count);
    struct db *admin;
    assert_int_equal(db_open(server, NULL, &f->diag, &admin), OK);
    assert_int_equal(db_exec(admin, arena_printf(&f->arena, "CREATE DATABASE %s", name), &f->diag), OK);
    db_close(admin);
    assert_int_equal(url_with_database(&f->arena, server, name, &f->diag, &f->url), OK);
    f->folder = temp_folder(&f->arena);
    assert_int_equal(db_open(f->url, NULL, &f->diag, &f->db), OK);
    runner_defaults(&f->options);
    f->options.event = event_note;
    f->options.ctx = f;
}

UNUSED static void fixture_close(struct fixture *f)
{
    runner_close(f->runner);
    graph_free(f->graph);
    db_close(f->db);
    temp_folder_remove(f->folder);
    buf_free(&f->events);
    diag_clear(&f->diag);
    arena_clear(&f->arena);
}

/* Writes (over) a revision file. parent NULL: a root. */
UNUSED static void file_put(struct fixture *f, const char *id, const char *parent, const char *upgrade,
                            const char *downgrade)
{
    AUTO_BUF text = {0};
    buf_addf(&text, "-- %s\n-- kedge:revision %s\n", id, id);
    if (parent)
        buf_addf(&text, "-- kedge:revises %s\n", parent);
    buf_addf(&text, "-- kedge:upgrade\n%s", upgrade);
    if (downgrade)
        buf_addf(&text, "-- kedge:downgrade\n%s", downgrade);
    const char *path = path_join(&f->arena, f->folder, arena_printf(&f->arena, "%s.sql", id));
    assert_int_equal(file_write(path, buf_str(&text), text.len, true, &f->diag), OK);
}

UNUSED static void graph_read(struct fixture *f)
{
    struct list folders = {0};
    list_push(&f->arena, &folders, f->folder);
    graph_free(f->graph);
    int rc = graph_load(&f->arena, &folders, false, &f->diag, &f->graph);
    expect_text(diag_text(&f->arena, &f->diag), "");
    assert_int_equal(rc, OK);
}

UNUSED static void expect_run_at(struct fixture *f, int rc, const char *file, int line)
{
    if (rc != OK) {
        print_error("%s", diag_text(&f->arena, &f->diag));
        _fail(file, line);
    }
}
#define expect_run(f, rc) expect_run_at((f), (rc), __FILE__, __LINE__)

UNUSED static void runner_get(struct fixture *f)
{
    runner_close(f->runner);
    f->runner = NULL;
    expect_run(f, runner_open(f->url, &f->options, &f->diag, &f->runner));
}

/* Reads the files, connects, runs. What was said stays in f->diag. */
UNUSED static int upgrade(struct fixture *f, const char *target)
{
    diag_clear(&f->diag);
    buf_truncate(&f->events, 0);
    graph_read(f);
    runner_get(f);
    return runner_upgrade(f->runner, &f->arena, f->graph, &target, 1, &f->diag, &f->result);
}

UNUSED static int downgrade(struct fixture *f, const char *target)
{
    diag_clear(&f->diag);
    buf_truncate(&f->events, 0);
    graph_read(f);
    runner_get(f);
    return runner_downgrade(f->runner, &f->arena, f->graph, target, &f->diag, &f->result);
}

UNUSED static const char *query(struct fixture *f, const char *sql)
{
    const char *value = NULL;
    struct diag d = {0};
    if (db_value(f->db, &f->arena, sql, NULL, 0, &d, &value) < 0)
        print_error("%s", diag_text(&f->arena, &d));
    diag_clear(&d);
    return value ? value : "(none)";
}

UNUSED static void execute(struct fixture *f, const char *sql)
{
    assert_int_equal(db_exec(f->db, sql, &f->diag), OK);
}

UNUSED static const char *versions(struct fixture *f)
{
    return query(f, "SELECT string_agg(version_num, ' ' ORDER BY version_num) FROM public.kedge_version");
}

/* "upgrade aaaa done 2/2, ..." */
UNUSED static const char *history(struct fixture *f)
{
    return query(f,
                 "SELECT string_agg(format('%s %s %s %s/%s', direction, revision, outcome, statements_done,"
                 " statements_total), ', ' ORDER BY id) FROM public.kedge_history");
}

UNUSED static void pause_for(int milliseconds)
{
    const struct timespec t = {.tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};
    nanosleep(&t, NULL);
}

/* Until sql gives want; fails after ten seconds. */
UNUSED static void wait_until(struct fixture *f, const char *sql, const char *want)
{
    for (int i = 0; i < 200; i++) {
        if (strcmp(query(f, sql), want) == 0)
            return;
        pause_for(50);
    }
    expect_text(query(f, sql), want);
}

static void interrupt_take(int signal_number)
{
    (void)signal_number;
    runner_interrupt();
}

/* An upgrade to head in a process of its own. It exits with 0, or 1 after an error with the expected code,
 * else 2. */
UNUSED static pid_t upgrade_in_child(struct fixture *f, const char *expected_code)
{
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid > 0)
        return pid;
    static const char *const head[] = {"head"};
    struct list folders = {0};
    list_push(&f->arena, &folders, f->folder);
    signal(SIGINT, interrupt_take);
    f->options.event = NULL;
    struct diag d = {0};
    struct runner *r = NULL;
    struct graph *g;
    int rc = graph_load(&f->arena, &folders, false, &d, &g);
    if (rc == OK)
        rc = runner_open(f->url, &f->options, &d, &r);
    if (rc == OK)
        rc = runner_upgrade(r, &f->arena, g, head, 1, &d, &f->result);
    if (rc == OK)
        _exit(0);
    const struct diag_entry *e = d.entries.at[d.entries.n - 1];
    if (expected_code && strcmp(e->code, expected_code) == 0)
        _exit(1);
    fprintf(stderr, "%s", diag_text(&f->arena, &d));
    _exit(2);
}

UNUSED static int child_wait(pid_t pid)
{
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

#endif
