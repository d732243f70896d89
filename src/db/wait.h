/* Private to src/db: waiting that an interrupt ends. */
#ifndef KEDGE_DB_WAIT_H
#define KEDGE_DB_WAIT_H

#include <stdbool.h>

long long now_ms(void); /* of a clock that only runs forward */

/* Until fd is ready for events (of poll), or deadline (in terms of now_ms(); 0: none) has passed, with a call
 * of tick (or NULL) every 100 ms. Returns the events seen, 0 at the deadline, or one of these. */
enum { WAIT_INTERRUPTED = -1, WAIT_FAILED = -2 };
int wait_fd(int fd, short events, long long deadline, void (*tick)(void *ctx), void *ctx);

/* True once for every db_interrupt(): the call that sees it reports it. interrupt_return() leaves it to the
 * next one after all. */
bool interrupt_take(void);
void interrupt_return(void);
struct diag;
int interrupt_report(struct diag *d);

#endif
