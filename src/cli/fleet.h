/* One command on many databases: environments, databases of one server, a schema for each tenant. */
#ifndef KEDGE_CLI_FLEET_H
#define KEDGE_CLI_FLEET_H

#include "cli/cli.h"
#include "runner/runner.h"

struct target {
    const char *name;        /* "eu", "eu/acme", "acme" */
    const char *environment; /* or NULL */
    const char *database;    /* instead of the one in the URL, or NULL */
    const char *tenant;      /* schema, or NULL */
    bool failed;             /* its tenants cannot be told: error says why */
    const char *error;
};

/* What --all means: targets: of the configuration or all environments, each with its tenants. An error when
 * there is nothing. A target whose tenants cannot be asked for is there, and failed. */
int targets_find(struct cli *c, struct list *ret);
/* The target of this run without --all: --env and --tenant. */
int target_settle(struct cli *c, struct target *ret);
/* Options of the runner for a target: a tenant's state tables and search_path. */
int target_options(struct cli *c, const struct target *t, struct runner_options *o);

/* Runs work() for every target in a process of its own, at most --jobs at a time. What a process says is
 * passed on with the name of the target before it; its events and result come as JSON. Prints the report. The
 * exit code. */
typedef int fleet_work_fn(struct cli *c, const struct target *t, void *ctx, struct run_result *ret);
int fleet_run(struct cli *c, fleet_work_fn *work, void *ctx);

#endif
