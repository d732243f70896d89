/* One runner at a time: an advisory lock of the session, taken by trying again and again. A blocking wait
 * would hold a transaction open, and concurrent index builds wait for those: a deadlock. */
#ifndef KEDGE_RUNNER_LOCK_H
#define KEDGE_RUNNER_LOCK_H

#include "runner/session.h"

/* Until it is ours, the time is up (run.lock, with who holds it) or an interrupt. *ret_waited may be NULL. */
int run_lock_take(struct runner *r, struct diag *d, bool *ret_waited);
void run_lock_release(struct runner *r);
/* Between revisions: whether this session still holds it (run.lock-lost). */
int run_lock_check(struct runner *r, struct diag *d);
/* "pid 4711, deploy, kedge, connected since 12:01:03 UTC", NULL when nobody does. */
int run_lock_holder(struct runner *r, struct arena *a, struct diag *d, const char **ret);

#endif
