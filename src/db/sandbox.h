/* A private PostgreSQL: initdb in a temporary folder, unix socket only, gone at exit. */
#ifndef KEDGE_DB_SANDBOX_H
#define KEDGE_DB_SANDBOX_H

#include "base/diag.h"

struct sandbox;

/* Finds initdb next to pg_config, in PATH or in the usual places (Debian's, Red Hat's, Homebrew's); major 0:
 * the newest. As root it runs the server as another user (postgres, else nobody). fsync off, UTF8, C.UTF-8
 * locale, trust on a socket in a folder only this user can enter. No shell is used. The files that initdb
 * makes are kept in the user's cache folder (kedge/cluster-*) and copied the next time. Removes first what
 * killed runs have left. The server does not see signals of the terminal and ends with this process, however
 * that ends. */
int sandbox_start(int major, struct diag *d, struct sandbox **ret);
const char *sandbox_url(const struct sandbox *s); /* of database postgres, as superuser postgres; valid to the
                                                     end of the program */
char *sandbox_programs(struct arena *a, const struct sandbox *s); /* the folder of its server programs, links followed */
void sandbox_stop(struct sandbox *s); /* immediate; removes the folder. NULL is fine. Also done by atexit and
                                         safe to call twice; does nothing in a fork of the owner */
/* Removes folders of sandboxes whose owner process is gone (a killed run). */
void sandbox_sweep(void);

#endif
