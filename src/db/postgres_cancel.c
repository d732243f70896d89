/* PQcancel opens a second connection and blocks until the server has closed it. Where the network is dead,
 * which is when people press Ctrl-C, that lasts as long as TCP is patient. So it runs in a thread of its own.
 */
#include "db/postgres.h"

#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <time.h>

#ifdef LIBPQ_HAS_ASYNC_CANCEL /* 17: encrypted where the connection is */
typedef PGcancelConn request;
#define request_make PQcancelCreate
#define request_free PQcancelFinish
static void request_send(request *r)
{
    (void)PQcancelBlocking(r);
}
#else
typedef PGcancel request;
#define request_make PQgetCancel
#define request_free PQfreeCancel
static void request_send(request *r)
{
    char problem[256];
    (void)PQcancel(r, problem, sizeof(problem));
}
#endif

struct cancel {
    request *request;
    atomic_bool done;
    atomic_int users; /* the thread and the caller: the last one frees */
};

static void cancel_release(struct cancel *c)
{
    if (atomic_fetch_sub(&c->users, 1) == 1) {
        request_free(c->request);
        free(c);
    }
}

static void *cancel_run(void *arg)
{
    struct cancel *c = arg;
    request_send(c->request);
    atomic_store(&c->done, true);
    cancel_release(c);
    return NULL;
}

/* The thread takes no signals: those of the program belong to the thread that waits. */
static bool thread_start(struct cancel *c)
{
    pthread_t thread;
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool ok = pthread_create(&thread, NULL, cancel_run, c) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (ok)
        pthread_detach(thread);
    return ok;
}

struct cancel *cancel_start(PGconn *conn)
{
    request *r = request_make(conn);
    if (!r)
        return NULL;
    struct cancel *c = heap_realloc(NULL, sizeof(*c)); /* no arena: it may outlive the connection */
    c->request = r;
    atomic_init(&c->done, false);
    atomic_init(&c->users, 2);
    if (thread_start(c))
        return c;
    request_free(r);
    free(c);
    return NULL;
}

bool cancel_done(const struct cancel *c)
{
    return !c || atomic_load(&c->done);
}

bool cancel_finish(struct cancel *c, int ms)
{
    if (!c)
        return true;
    long long end = now_ms() + ms;
    while (!cancel_done(c) && now_ms() < end)
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    bool done = cancel_done(c);
    cancel_release(c);
    return done;
}
