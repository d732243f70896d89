/* kedge.yaml, .env, the environment and the options that override them, as one set of settings. */
#ifndef KEDGE_CLI_CONFIG_H
#define KEDGE_CLI_CONFIG_H

#include "base/map.h"
#include "cli/command.h"
#include "schema/kind.h"

struct node;

struct timeouts {
    const char *lock, *statement, *wait; /* "5s"; NULL: the default */
};

struct tenants {
    struct list schemas;   /* a schema each, in one database */
    const char *query;     /* that gives such schemas */
    struct list databases; /* a database each, on one server */
};

/* The keys of kedge.yaml, described once by config_record. */
struct settings {
    const char *url;
    const char *model;
    struct list revisions;
    bool recursive;
    struct list schemas;
    struct list ignore, only;
    const char *version_table;
    const char *file_template;
    const char *slug_length;
    struct list search_path;
    struct timeouts *timeouts;
    const char *retries;
    const char *batch_limit;
    const char *transaction;
    const char *shadow;
    bool online;
    struct list targets;
    struct tenants *tenants;
};
extern const struct record config_record;

struct config {
    const char *path;        /* of kedge.yaml; NULL: there is none */
    const char *folder;      /* that relative paths start from */
    const char *environment; /* the one chosen, or NULL */
    struct settings settings;
    const struct node *tree;            /* of kedge.yaml, or NULL */
    struct node *url, *environment_url; /* as written: ${...} in them counts only when a database is wanted */
    struct map dotenv;                  /* const char *, from .env beside the configuration */
    const char *option_url;
    const char *model; /* the settings as paths from here */
    struct list revisions;
};

/* Finds and reads the configuration. No kedge.yaml is fine: everything has a default. */
int config_load(struct arena *a, const struct args *args, struct diag *d, struct config *ret);
/* The same for a certain environment (NULL: none). */
int config_load_environment(struct arena *a, const struct args *args, const char *environment, struct diag *d,
                            struct config *ret);
void config_clear(struct config *c); /* what is not in the arena */

/* The database: --url, the environment named by --env, KEDGE_URL, url in kedge.yaml, DATABASE_URL. *ret_from
 * says which. An error when there is none. */
int config_url(struct arena *a, const struct config *c, struct diag *d, const char **ret,
               const char **ret_from);

struct runner_options;
/* Names and timeouts for the runner, options of the command line first. */
int config_runner(struct arena *a, const struct config *c, const struct args *args, struct diag *d,
                  struct runner_options *ret);

/* "250ms", "5s", "2min", "1h", "0"; a bare number means milliseconds, as in PostgreSQL. Milliseconds, or ERR.
 */
int duration_read(const char *text, const char *what, struct loc at, struct diag *d, int *ret);

/* ${NAME}, ${NAME:-default} and $$ in a text. get: value of a variable or NULL. */
typedef const char *variable_fn(void *ctx, const char *name);
int variables_expand(struct arena *a, const char *text, struct loc at, variable_fn *get, void *ctx,
                     struct diag *d, const char **ret);

#endif
