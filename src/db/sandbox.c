#include "db/sandbox.h"

#include "base/file.h"
#include "db/db.h"
#include "db/process.h"
#include "db/sandbox_parts.h"
#include "db/wait.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { START_TIMEOUT = 60000, STOP_TIMEOUT = 5000, RETRY = 10 /* ms */, LOG_TAIL = 2000 };

struct sandbox {
    struct arena arena; /* holds the sandbox itself too */
    struct sandbox *next;
    struct server_programs programs;
    struct server_user user;
    const char *folder, *url;
    const char *template; /* the cluster was made of, or NULL */
    pid_t owner;          /* a fork of us must not stop it at its exit */
    pid_t pid;            /* 0: not running */
    int lock;
    bool stopped;
};

static struct sandbox *started; /* for atexit */

char *sandbox_programs(struct arena *a, const struct sandbox *s)
{
    char real[PATH_MAX];
    const char *path = realpath(s->programs.postgres, real) ? real : s->programs.postgres;

    return arena_strndup(a, path, (size_t)(strrchr(path, '/') - path));
}

const char *sandbox_url(const struct sandbox *s)
{
    return s->url;
}

static struct process sandbox_process(const struct sandbox *s, const char *const *argv)
{
    return (struct process){
        .argv = argv, .folder = s->folder, .user = s->user.name, .uid = s->user.uid, .gid = s->user.gid};
}

static int initdb_run(struct sandbox *s, const char *locale, struct buf *output, struct diag *d,
                      int *ret_status)
{
    struct list argv = {0};
    const char *const always[] = {s->programs.initdb,
                                  "-D",
                                  path_join(&s->arena, s->folder, "data"),
                                  "--username=postgres",
                                  "--auth=trust",
                                  "--encoding=UTF8",
                                  "--no-sync",
                                  "--wal-segsize=1" /* the first segment is written out: most of the time */,
                                  arena_printf(&s->arena, "--locale=%s", locale)};
    for (size_t i = 0; i < sizeof(always) / sizeof(*always); i++)
        list_push(&s->arena, &argv, always[i]);
    if (s->programs.major >= 18)
        list_push(&s->arena, &argv, "--no-data-checksums");
    list_push(&s->arena, &argv, NULL);
    struct process p = sandbox_process(s, (const char *const *)argv.at);
    return process_run(&p, output, d, ret_status);
}

/* Older systems have no C.UTF-8. initdb removes what it made when it fails. */
static int cluster_make(struct sandbox *s, struct diag *d)
{
    static const char *const locales[] = {"C.UTF-8", "C"};
    AUTO_BUF output = {0};
    int status = 0;
    const char *data = path_join(&s->arena, s->folder, "data");
    s->template = template_path(&s->arena, &s->programs);
    if (template_use(s->template, data, &s->user))
        return OK;
    for (size_t i = 0; i < sizeof(locales) / sizeof(*locales); i++) {
        buf_truncate(&output, 0);
        if (initdb_run(s, locales[i], &output, d, &status) < 0)
            return ERR;
        if (status == 0) {
            template_keep(&s->arena, s->template, data);
            return OK;
        }
    }
    diag_error(d, "sandbox.initdb", NOWHERE, "initdb failed with exit code %d", status);
    diag_detail(d, "%s", buf_str(&output));
    return ERR;
}

/* Nothing here needs to survive a crash. wal_level minimal makes bulk changes of new tables skip the log;
 * locks for plans over schemas of many thousands of tables. */
static const char *const settings[] = {
    "listen_addresses=",
    "port=5432",
    "unix_socket_permissions=0700",
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_logical_replication_workers=0", /* subscriptions may be made here, and are never to reach a publisher */
    "max_wal_size=1GB",
    "checkpoint_timeout=1d",
    "autovacuum=off",
    "bgwriter_lru_maxpages=0",
    "shared_buffers=64MB",
    "max_connections=50",
    "max_locks_per_transaction=1024",
    "max_logical_replication_workers=0",
    "max_parallel_workers_per_gather=0", /* dynamic shared memory is scarce in containers */
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "restart_after_crash=off",
    "logging_collector=off",
};

static int server_launch(struct sandbox *s, struct diag *d)
{
    struct list argv = {0};
    list_push(&s->arena, &argv, s->programs.postgres);
    list_push(&s->arena, &argv, "-D");
    list_push(&s->arena, &argv, path_join(&s->arena, s->folder, "data"));
    for (size_t i = 0; i < sizeof(settings) / sizeof(*settings); i++) {
        list_push(&s->arena, &argv, "-c");
        list_push(&s->arena, &argv, settings[i]);
    }
    list_push(&s->arena, &argv, "-c");
    list_push(&s->arena, &argv, arena_printf(&s->arena, "unix_socket_directories=\"%s\"", s->folder));
    if (s->programs.major >= 18) {
        list_push(&s->arena, &argv, "-c");
        list_push(&s->arena, &argv, "io_method=sync"); /* no processes for it */
    }
    list_push(&s->arena, &argv, NULL);

    const char *log = path_join(&s->arena, s->folder, "log");
    int fd = open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (fd < 0)
        return diag_error(d, "sandbox.start", NOWHERE, "cannot write \"%s\": %s", log, strerror(errno));
    struct process p = sandbox_process(s, (const char *const *)argv.at);
    p.end_signal = SIGQUIT; /* immediate shutdown */
    int rc = process_start(&p, fd, d, &s->pid);
    close(fd);
    return rc;
}

static int start_failed(struct sandbox *s, const char *why, struct diag *d)
{
    AUTO_ARENA a = {0};
    struct source *log = NULL;
    if (s->template) /* it may be damaged: the next time starts from initdb */
        folder_remove(s->template);
    diag_error(d, "sandbox.start", NOWHERE, "the sandbox server %s", why);
    if (file_read(&a, path_join(&a, s->folder, "log"), 0, NULL, &log) == OK && log->len > 0) {
        const char *tail = log->text + (log->len > LOG_TAIL ? log->len - LOG_TAIL : 0);
        diag_detail(d, "%s", tail);
    }
    return ERR;
}

/* OK, ERR, or 1: not yet. */
static int server_try(struct sandbox *s, struct diag *d)
{
    struct diag scratch = {0};
    struct db *db = NULL;
    if (!file_exists(path_join(&s->arena, s->folder, ".s.PGSQL.5432")))
        return interrupt_take() ? interrupt_report(d) : 1;
    int rc = db_open(s->url, NULL, &scratch, &db);
    db_close(db);
    if (rc < 0) {
        const struct diag_entry *last = scratch.entries.at[scratch.entries.n - 1];
        bool stop = strcmp(last->code, "interrupted") == 0;
        rc = stop ? interrupt_report(d) : 1;
    }
    diag_clear(&scratch);
    return rc;
}

static int server_start(struct sandbox *s, struct diag *d)
{
    if (server_launch(s, d) < 0)
        return ERR;
    for (int waited = 0; waited < START_TIMEOUT; waited += RETRY) {
        int rc = server_try(s, d);
        if (rc <= 0)
            return rc;
        if (process_wait(s->pid, RETRY, NULL)) {
            s->pid = 0;
            return start_failed(s, "did not start", d);
        }
    }
    return start_failed(s, "does not answer", d);
}

static char *url_make(struct arena *a, const char *folder)
{
    AUTO_BUF url = {0};
    buf_add(&url, "postgresql://postgres@/postgres?host=");
    for (const char *c = folder; *c; c++) {
        bool plain = (*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z') || (*c >= '0' && *c <= '9') ||
                     strchr("/-_.~", *c);
        buf_addf(&url, plain ? "%c" : "%%%02X", (unsigned char)*c);
    }
    buf_add(&url, "&port=5432"); /* else PGPORT would count */
    return buf_take(&url, a);
}

/* The struct stays, so that a second call, and a URL that is still in use, find it. */
void sandbox_stop(struct sandbox *s)
{
    if (!s || s->stopped)
        return;
    s->stopped = true;
    if (s->owner == getpid()) {
        if (s->pid > 0 && kill(s->pid, SIGQUIT) == 0 && !process_wait(s->pid, STOP_TIMEOUT, NULL)) {
            kill(s->pid, SIGKILL);
            process_wait(s->pid, -1, NULL);
        }
        folder_remove(s->folder);
    }
    close(s->lock);
}

static void stop_all(void)
{
    for (struct sandbox *s = started; s; s = s->next)
        sandbox_stop(s);
}

static void register_stop(void)
{
    static bool done;
    if (!done)
        atexit(stop_all);
    done = true;
}

int sandbox_start(int major, struct diag *d, struct sandbox **ret)
{
    struct arena own = {0};
    struct sandbox *s = arena_new(&own, struct sandbox);
    s->arena = own;
    s->owner = getpid();
    sandbox_sweep();
    if (programs_find(&s->arena, major, d, &s->programs) < 0 ||
        server_user_find(&s->arena, d, &s->user) < 0 ||
        sandbox_folder_make(&s->arena, &s->user, d, &s->folder, &s->lock) < 0) {
        own = s->arena;
        arena_clear(&own);
        return ERR;
    }
    s->url = url_make(&s->arena, s->folder);
    s->next = started;
    started = s;
    register_stop();
    if (cluster_make(s, d) < 0 || server_start(s, d) < 0) {
        sandbox_stop(s);
        return ERR;
    }
    *ret = s;
    return OK;
}
