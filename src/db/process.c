#include "db/process.h"

#include "db/wait.h"
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

extern char **environ;

enum { OUTPUT_MAX = 1024 * 1024 };

/* Made before the fork: the child of a program with threads must not allocate. */
static char **environment_make(struct arena *a, const struct process *p)
{
    struct list l = {0};
    for (char **e = environ; *e; e++) {
        bool ours = strncmp(*e, "PG", 2) == 0 || strncmp(*e, "LC_", 3) == 0 || strncmp(*e, "LANG", 4) == 0;
        bool home =
            strncmp(*e, "HOME=", 5) == 0 || strncmp(*e, "USER=", 5) == 0 || strncmp(*e, "LOGNAME=", 8) == 0;
        if (!ours && !(home && p->user))
            list_push(a, &l, *e);
    }
    list_push(a, &l, "LC_ALL=C");
    if (p->user) {
        list_push(a, &l, arena_printf(a, "USER=%s", p->user));
        list_push(a, &l, arena_printf(a, "LOGNAME=%s", p->user));
        list_push(a, &l, arena_printf(a, "HOME=%s", p->folder ? p->folder : "/"));
    }
    list_push(a, &l, NULL);
    return (char **)l.at;
}

/* A descriptor that is not closed here stays open as long as the server runs: whoever waits for the end of
 * our output through a pipe would wait for it. */
static void descriptors_close(int from)
{
#ifdef SYS_close_range
    if (syscall(SYS_close_range, (unsigned)from, ~0U, 0) == 0)
        return;
#endif
    long max = sysconf(_SC_OPEN_MAX);
    for (int fd = from; fd < (max > 0 && max < 65536 ? (int)max : 65536); fd++)
        close(fd);
}

static void signals_reset(void)
{
    sigset_t none;
    sigemptyset(&none);
    for (int i = 1; i < NSIG; i++)
        signal(i, SIG_DFL);
    sigprocmask(SIG_SETMASK, &none, NULL);
}

static bool user_become(const struct process *p)
{
    if (!p->user)
        return true;
    return initgroups(p->user, p->gid) == 0 && setgid(p->gid) == 0 && setuid(p->uid) == 0;
}

static bool bind_to_parent(pid_t parent, int end_signal)
{
    setsid();
#ifdef __linux__
    if (prctl(PR_SET_PDEATHSIG, end_signal ? end_signal : SIGKILL) != 0) /* after setuid, which clears it */
        return false;
#else
    (void)end_signal;
#endif
    return getppid() == parent; /* else it died before that */
}

/* 0, 1 and 2 and the pipe for errors as 3, wherever they were. */
static bool descriptors_set(int out, int error_fd)
{
    int null = open("/dev/null", O_RDONLY);
    int high_null = fcntl(null, F_DUPFD, 10), high_out = fcntl(out, F_DUPFD, 10),
        high_error = fcntl(error_fd, F_DUPFD, 10);
    if (dup2(high_null, 0) < 0 || dup2(high_out, 1) < 0 || dup2(high_out, 2) < 0 || dup2(high_error, 3) < 0)
        return false;
    descriptors_close(4);
    return fcntl(3, F_SETFD, FD_CLOEXEC) == 0;
}

/* In the child. What fails is written as an errno to the pipe, which a successful exec closes. */
static void child_run(const struct process *p, char **env, int out, int error_fd, pid_t parent)
{
    signals_reset();
    bool set = descriptors_set(out, error_fd);
    umask(077);
    if (set && user_become(p) && bind_to_parent(parent, p->end_signal) &&
        (!p->folder || chdir(p->folder) == 0))
        execve(p->argv[0], (char *const *)(uintptr_t)p->argv, env);
    int why = errno;
    if (write(set ? 3 : error_fd, &why, sizeof(why)) < 0)
        why = 0; /* nobody to tell */
    _exit(127);
}

/* The errno of a child that did not get to run its program, 0 when it did. */
static int child_error(int fd)
{
    int why = 0;
    ssize_t n;
    do {
        n = read(fd, &why, sizeof(why));
    } while (n < 0 && errno == EINTR);
    return n == (ssize_t)sizeof(why) ? why : 0;
}

static int start_error(const struct process *p, int why, struct diag *d)
{
    return diag_error(d, "process.start", NOWHERE, "cannot run %s: %s", p->argv[0], strerror(why));
}

int process_start(const struct process *p, int fd, struct diag *d, pid_t *ret)
{
    AUTO_ARENA a = {0};
    char **env = environment_make(&a, p);
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC) != 0)
        return start_error(p, errno, d);
    pid_t parent = getpid(), pid = fork();
    if (pid == 0)
        child_run(p, env, fd, pipes[1], parent);
    int why = pid < 0 ? errno : 0;
    close(pipes[1]);
    if (pid > 0)
        why = child_error(pipes[0]);
    close(pipes[0]);
    if (!why) {
        *ret = pid;
        return OK;
    }
    if (pid > 0)
        process_wait(pid, -1, NULL);
    return start_error(p, why, d);
}

bool process_wait(pid_t pid, int ms, int *ret_status)
{
    long long end = now_ms() + ms;
    for (;;) {
        int status = 0;
        pid_t got = waitpid(pid, &status, ms < 0 ? 0 : WNOHANG);
        if (got == pid || (got < 0 && errno != EINTR)) {
            if (ret_status && got == pid)
                *ret_status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
            return true;
        }
        if (ms >= 0 && now_ms() >= end)
            return false;
        if (ms >= 0)
            nanosleep(&(struct timespec){.tv_nsec = 2000000}, NULL);
    }
}

/* Until the program closes its output. */
static int output_read(int fd, struct buf *output, struct diag *d)
{
    char piece[4096];
    for (;;) {
        int seen = wait_fd(fd, POLLIN, 0, NULL, NULL);
        if (seen == WAIT_INTERRUPTED)
            return interrupt_report(d);
        if (seen <= 0)
            return diag_error(d, "process.read", NOWHERE, "cannot read from a program: %s", strerror(errno));
        ssize_t n = read(fd, piece, sizeof(piece));
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return OK;
        if (output->len + (size_t)n < OUTPUT_MAX)
            buf_addn(output, piece, (size_t)n);
    }
}

int process_run(const struct process *p, struct buf *output, struct diag *d, int *ret_status)
{
    int pipes[2];
    if (pipe2(pipes, O_CLOEXEC) != 0)
        return start_error(p, errno, d);
    pid_t pid = 0;
    int rc = process_start(p, pipes[1], d, &pid);
    close(pipes[1]);
    if (rc == OK) {
        rc = output_read(pipes[0], output, d);
        if (rc < 0)
            kill(pid, SIGTERM);
        process_wait(pid, -1, ret_status);
    }
    close(pipes[0]);
    return rc;
}
