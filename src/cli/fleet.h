/* One command on many databases: environments, databases of one server, a schema for each tenant. */
#ifndef KEDGE_CLI_FLEET_H
#define KEDGE_CLI_FLEET_H

#include "base/node.h"
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

/* What became of a target. */
struct fleet_result {
    struct run_result run;
    const char *state; /* NULL: done, failed or interrupted, by the return code */
    bool different;    /* well done, and not as it should be */
    const char *note;  /* beside the error of a failed one, or NULL */
};
/* c->diag is the target's own. ERR: failed. */
typedef int fleet_work_fn(struct cli *c, const struct target *t, void *ctx, struct fleet_result *ret);

struct fleet_job {
    fleet_work_fn *work;
    void *ctx;
    const char *steps, *note; /* columns of the report: run.steps and note */
    bool pending;             /* what is not done is worth another run */
};
/* Runs the job for every target in a process of its own, at most --jobs at a time. What a process says is
 * passed on with the name of the target before it; its events and result come as JSON. Prints the report. The
 * exit code: EXIT_ERROR when one failed, else EXIT_DIFFERENT when one is. */
int fleet_run(struct cli *c, const struct fleet_job *job);
/* A line of JSON with the event of a target, which the report passes on. */
void fleet_event(struct cli *c, const struct node *n);

#define TARGET_OPTIONS                                                                                       \
    {0, "tenant", "SCHEMA", "Work in the schema of a tenant, with version tables of its own", NULL, false},  \
        {0, "all", NULL, "Go through all databases and tenants that kedge.yaml names", NULL, false},         \
    {                                                                                                        \
        'j', "jobs", "N", "With --all: on how many at a time; default: 1", NULL, false                       \
    }
#define FLEET_OPTIONS                                                                                        \
    TARGET_OPTIONS,                                                                                          \
    {                                                                                                        \
        0, "stop-on-error", NULL, "With --all: begin no other one when one has failed", NULL, false          \
    }

#endif
