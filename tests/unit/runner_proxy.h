/* Something between the runner and the server that misbehaves. */
#ifndef KEDGE_TESTS_RUNNER_PROXY_H
#define KEDGE_TESTS_RUNNER_PROXY_H

#include "runner_fixture.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>

enum proxy {
    PROXY_LOSES_COMMIT, /* the answer to the first COMMIT */
    PROXY_STOPS_COMMIT, /* the first COMMIT itself */
    PROXY_POOLS,        /* tells a process number of its own, as poolers do */
};

static struct sockaddr_un socket_at(const char *folder)
{
    struct sockaddr_un at = {.sun_family = AF_UNIX};
    assert_true(snprintf(at.sun_path, sizeof(at.sun_path), "%s/.s.PGSQL.5432", folder) <
                (int)sizeof(at.sun_path));
    return at;
}

/* Passes bytes on in both directions; what answers the first COMMIT is swallowed, and the connection closed.
 */
UNUSED static void key_change(char *piece, size_t n)
{
    for (size_t i = 0; i + 9 <= n; i++) {
        if (memcmp(piece + i, "K\0\0\0\x0c", 5) == 0)
            piece[i + 8] = (char)(piece[i + 8] + 1);
    }
}

static void connection_relay(int client, int server, enum proxy how, bool *armed)
{
    char piece[65536];
    bool swallow = false;
    for (;;) {
        struct pollfd fds[] = {{.fd = client, .events = POLLIN}, {.fd = server, .events = POLLIN}};
        if (poll(fds, 2, -1) < 0)
            return;
        bool from_client = fds[0].revents != 0;
        ssize_t n = read(from_client ? client : server, piece, sizeof(piece));
        if (n <= 0 || (!from_client && swallow))
            return;
        if (!from_client && how == PROXY_POOLS)
            key_change(piece, (size_t)n);
        if (from_client && *armed && how != PROXY_POOLS && memmem(piece, (size_t)n, "COMMIT", 7)) {
            swallow = true;
            *armed = false;
            if (how == PROXY_STOPS_COMMIT)
                return;
        }
        if (write(from_client ? server : client, piece, (size_t)n) != n)
            return;
    }
}

UNUSED static pid_t proxy_start(const char *folder, const char *server_folder, enum proxy how)
{
    struct sockaddr_un here = socket_at(folder), there = socket_at(server_folder);
    int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    assert_int_equal(bind(listener, (struct sockaddr *)&here, sizeof(here)), 0);
    assert_int_equal(listen(listener, 5), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid > 0) {
        close(listener);
        return pid;
    }
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL); /* also when the test fails */
    for (bool armed = true;;) {
        int client = accept(listener, NULL, NULL), server = socket(AF_UNIX, SOCK_STREAM, 0);
        if (client < 0 || connect(server, (struct sockaddr *)&there, sizeof(there)) != 0)
            _exit(1);
        connection_relay(client, server, how, &armed);
        close(client);
        close(server);
    }
}

#endif
