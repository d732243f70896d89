/* The SQL of Alembic's revisions, from its own offline mode. */
#ifndef KEDGE_CLI_ALEMBIC_SQL_H
#define KEDGE_CLI_ALEMBIC_SQL_H

#include "base/map.h"
#include "cli/cli.h"
#include "revision/alembic.h"

struct alembic_project {
    const char *ini_folder, *ini; /* NULL: there is none, Alembic cannot run */
    struct alembic_ini settings;
    const char *version_table;
    struct list files; /* struct alembic_file, of every revision */
    struct list paths; /* const char *, of files, in the same order */
    struct map by_id;  /* struct alembic_file */
};

struct alembic_sql {
    bool ran;            /* the program could be run */
    const char *why;     /* else why not */
    struct map up, down; /* id -> struct alembic_step; with `wrong` and no sql: it could not be had */
};

/* program: "alembic" or a path. Also sets the version table when a script names it. */
int alembic_sql_get(struct cli *c, struct alembic_project *p, const char *program, struct alembic_sql *ret);

#endif
