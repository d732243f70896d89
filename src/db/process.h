/* Private to src/db: running another program, without a shell. */
#ifndef KEDGE_DB_PROCESS_H
#define KEDGE_DB_PROCESS_H

#include "base/buf.h"
#include "base/diag.h"
#include <sys/types.h>

struct process {
    const char *const *argv; /* argv[0]: the path of the program; NULL-terminated */
    const char *folder;      /* to run in, or NULL */
    const char *user;        /* to run as, or NULL: as we are. uid, gid: of that user */
    uid_t uid;
    gid_t gid;
    int end_signal; /* what it gets when we end in whatever way (on Linux); 0: SIGKILL. It gets no signals of
                       the terminal */
};

/* Starts it with output (stdout and stderr) going to fd, stdin from /dev/null, no other descriptors, English
 * messages, no PG* variables. */
int process_start(const struct process *p, int fd, struct diag *d, pid_t *ret);
/* Runs it to its end. *ret_status: exit code, or 128 + signal. */
int process_run(const struct process *p, struct buf *output, struct diag *d, int *ret_status);
/* Waits at most ms. True when it has ended (or is not our child). */
bool process_wait(pid_t pid, int ms, int *ret_status);

#endif
