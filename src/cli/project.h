/* What most commands begin with: the revisions, the database, the runner. Each adds to the diagnostics and
 * returns ERR. */
#ifndef KEDGE_CLI_PROJECT_H
#define KEDGE_CLI_PROJECT_H

#include "cli/cli.h"
#include "db/db.h"
#include "runner/runner.h"

/* Always gives a graph; ERR when something in the folders is wrong. */
int project_graph(struct cli *c, struct graph **ret);
/* From here on SIGINT and SIGTERM stop what the database does instead of ending the program at once; a second
 * one ends it. */
int project_database(struct cli *c, struct db **ret);
int project_runner(struct cli *c, const struct runner_options *options, struct runner **ret);
/* The same on another database of the server; NULL: the one in the URL. */
int project_runner_on(struct cli *c, const struct runner_options *options, const char *database,
                      struct runner **ret);
/* Ids in the version table, through a runner of its own. */
int project_rows(struct cli *c, struct list *ret);

static inline void graph_drop(struct graph **g)
{
    if (*g)
        graph_free(*g);
}
static inline void runner_drop(struct runner **r)
{
    runner_close(*r);
}
static inline void db_drop(struct db **db)
{
    db_close(*db);
}
#define AUTO_GRAPH  __attribute__((cleanup(graph_drop))) struct graph *
#define AUTO_RUNNER __attribute__((cleanup(runner_drop))) struct runner *
#define AUTO_DB     __attribute__((cleanup(db_drop))) struct db *

#endif
