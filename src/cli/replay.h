/* Revisions, and files of SQL, replayed on a throw-away server, to see what schema they lead to. */
#ifndef KEDGE_CLI_REPLAY_H
#define KEDGE_CLI_REPLAY_H

#include "cli/project.h"
#include "db/sandbox.h"
#include "diff/diff.h"

struct replay {
    struct cli *cli;
    struct sandbox *sandbox;
    const char *url; /* of the one database that is replayed in now */
    const char *database;
    unsigned roles;  /* made so far */
};

/* Roles that a script names and the server lacks are made as it goes. major: of the server, 0: the newest. */
int replay_start(struct cli *c, int major, struct replay *ret);
void replay_stop(struct replay *r);
#define AUTO_REPLAY __attribute__((cleanup(replay_stop))) struct replay

/* An empty database; what was replayed before is left alone. */
int replay_begin(struct replay *r, const char *name);
int replay_up(struct replay *r, const struct graph *g, const struct list *targets);
int replay_down(struct replay *r, const struct graph *g, const char *target);
/* Another database with all that is there now. It belongs to the same server: not to be stopped, but dropped. */
int replay_copy(const struct replay *r, const char *name, struct replay *ret);
void replay_drop(const struct replay *copy);
/* A file of plain SQL, as pg_dump writes it; the rows of COPY are left out. */
int replay_load(struct replay *r, const char *path);
/* What is there now, without the tables of the runner. schemas: const char *, empty: all. */
int replay_read(struct replay *r, const struct list *schemas, bool depends, struct catalog **ret);
int replay_version(struct replay *r, int *ret); /* of the server */

#endif
