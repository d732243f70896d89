#include "db/wait.h"

#include "db/db.h"
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <time.h>

enum { TICK = 100 /* ms */ };

static volatile sig_atomic_t interrupt_pending, interrupt_seen;
static unsigned taken; /* how often one was seen by a call */

void db_interrupt(void)
{
    interrupt_pending = 1;
    interrupt_seen = 1;
}

bool db_interrupted(void)
{
    return interrupt_seen;
}

void db_interrupt_reset(void)
{
    interrupt_pending = 0;
    interrupt_seen = 0;
}

bool interrupt_take(void)
{
    bool was = interrupt_pending;
    interrupt_pending = 0;
    taken += was;
    return was;
}

void interrupt_return(void)
{
    interrupt_pending = 1;
}

int interrupt_report(struct diag *d)
{
    return diag_error(d, "interrupted", NOWHERE, "interrupted");
}

long long now_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* A tick may ask on another connection. An interrupt that this sees is meant for the call that waits. */
static void tick_call(void (*tick)(void *ctx), void *ctx)
{
    unsigned before = taken;
    tick(ctx);
    if (taken != before)
        interrupt_return();
}

int wait_fd(int fd, short events, long long deadline, void (*tick)(void *ctx), void *ctx)
{
    for (;;) {
        if (interrupt_take())
            return WAIT_INTERRUPTED;
        long long left = deadline ? deadline - now_ms() : TICK;
        if (left <= 0)
            return 0;
        struct pollfd p = {.fd = fd, .events = events};
        int n = poll(&p, 1, left < TICK ? (int)left : TICK);
        if (n < 0 && errno != EINTR)
            return WAIT_FAILED;
        if (n > 0)
            return p.revents; /* an error too: reading or writing tells which */
        if (n == 0 && tick)
            tick_call(tick, ctx);
    }
}
