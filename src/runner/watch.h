/* Looks at a long statement through a second connection: how far an index build is, and who blocks it. */
#ifndef KEDGE_RUNNER_WATCH_H
#define KEDGE_RUNNER_WATCH_H

#include "runner/job.h"

struct watch {
    struct job *job;
    size_t index; /* of the statement */
    double start, next;
};

/* Around the statement. Nothing happens in its first second (or half its lock timeout), nor when a second connection is not to be had.
 */
void watch_begin(struct watch *w, struct job *j, size_t index);
void watch_end(struct watch *w);

#endif
