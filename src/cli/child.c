#include "cli/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

struct child {
    const char *const *argv;
    const char *folder;
    int out, err; /* -1: ours */
};

/* Between fork and exec: only what is safe there. */
static void child_become(const struct child *c, int report)
{
    static const int handled[] = {SIGINT, SIGTERM, SIGPIPE};
    for (size_t i = 0; i < sizeof(handled) / sizeof(handled[0]); i++)
        (void)signal(handled[i], SIG_DFL);
    bool set = true;
    if (c->out >= 0) {
        int null = open("/dev/null", O_RDONLY);
        set = dup2(null, 0) == 0 && dup2(c->out, 1) == 1 && dup2(c->err, 2) == 2;
    }
    if (set && (!c->folder || chdir(c->folder) == 0))
        (void)execvp(c->argv[0], (char *const *)(uintptr_t)c->argv);
    int why = errno;
    if (write(report, &why, sizeof(why)) < 0)
        why = 0; /* nobody to tell */
    _exit(127);
}

static int child_start(const struct child *c, struct diag *d, pid_t *ret)
{
    int report[2], why = 0;
    if (pipe2(report, O_CLOEXEC) != 0)
        return diag_error(d, "process.start", NOWHERE, "cannot run %s: %s", c->argv[0], strerror(errno));
    *ret = fork();
    if (*ret == 0)
        child_become(c, report[1]);
    why = *ret < 0 ? errno : 0;
    (void)close(report[1]);
    ssize_t n;
    do
        n = read(report[0], &why, sizeof(why));
    while (n < 0 && errno == EINTR);
    (void)close(report[0]);
    if (!why)
        return OK;
    if (*ret > 0)
        (void)waitpid(*ret, NULL, 0);
    return diag_error(d, "process.start", NOWHERE, "cannot run %s: %s", c->argv[0], strerror(why));
}

static int child_wait(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return 127;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

int child_run(const char *const *argv, struct diag *d, int *ret_status)
{
    const struct child c = {.argv = argv, .out = -1, .err = -1};
    pid_t pid;
    if (child_start(&c, d, &pid) < 0)
        return ERR;
    *ret_status = child_wait(pid);
    return OK;
}

/* Both pipes until both are closed. */
static void read_both(int out_fd, int err_fd, struct buf *out, struct buf *err)
{
    struct pollfd fds[] = {{.fd = out_fd, .events = POLLIN}, {.fd = err_fd, .events = POLLIN}};
    struct buf *const into[] = {out, err};
    char piece[65536];
    while (fds[0].fd >= 0 || fds[1].fd >= 0) {
        if (poll(fds, 2, -1) < 0 && errno != EINTR)
            return;
        for (size_t i = 0; i < 2; i++) {
            if (fds[i].fd < 0 || !fds[i].revents)
                continue;
            ssize_t n = read(fds[i].fd, piece, sizeof(piece));
            if (n > 0)
                buf_addn(into[i], piece, (size_t)n);
            else if (n == 0 || errno != EINTR)
                fds[i].fd = -1;
        }
    }
}

int child_capture(const char *const *argv, const char *folder, struct buf *out, struct buf *err,
                  struct diag *d, int *ret_status)
{
    int o[2], e[2];
    pid_t pid;
    if (pipe2(o, O_CLOEXEC) != 0)
        return diag_error(d, "process.start", NOWHERE, "cannot run %s: %s", argv[0], strerror(errno));
    if (pipe2(e, O_CLOEXEC) != 0) {
        (void)close(o[0]);
        (void)close(o[1]);
        return diag_error(d, "process.start", NOWHERE, "cannot run %s: %s", argv[0], strerror(errno));
    }
    const struct child c = {.argv = argv, .folder = folder, .out = o[1], .err = e[1]};
    int rc = child_start(&c, d, &pid);
    (void)close(o[1]);
    (void)close(e[1]);
    if (rc == OK) {
        read_both(o[0], e[0], out, err);
        *ret_status = child_wait(pid);
    }
    (void)close(o[0]);
    (void)close(e[0]);
    return rc;
}
