#include "cli/replay.h"

#include "base/file.h"
#include "cli/compare.h"
#include "db/url.h"
#include "introspect/introspect.h"
#include "sql/quote.h"
#include <string.h>

static const struct db_options session = {.application_name = "kedge replay"};

int replay_start(struct cli *c, struct replay *ret)
{
    *ret = (struct replay){.cli = c};
    return sandbox_start(0, &c->diag, &ret->sandbox);
}

void replay_stop(struct replay *r)
{
    sandbox_stop(r->sandbox);
    r->sandbox = NULL;
}

int replay_begin(struct replay *r, const char *name)
{
    AUTO_DB db = NULL;
    struct cli *c = r->cli;
    if (db_open(sandbox_url(r->sandbox), &session, &c->diag, &db) < 0 ||
        db_exec(db,
                arena_printf(&c->arena, "CREATE DATABASE %s TEMPLATE template0", sql_ident(&c->arena, name)),
                &c->diag) < 0)
        return ERR;
    return url_with_database(&c->arena, sandbox_url(r->sandbox), name, &c->diag, &r->url);
}

static int open_runner(struct replay *r, struct runner **ret)
{
    struct runner_options options;
    struct cli *c = r->cli;
    if (config_runner(&c->arena, &c->config, &c->args, &c->diag, &options) < 0)
        return ERR;
    return runner_open(r->url, &options, &c->diag, ret);
}

int replay_up(struct replay *r, const struct graph *g, const struct list *targets)
{
    AUTO_RUNNER runner = NULL;
    struct run_result result;
    struct cli *c = r->cli;
    if (open_runner(r, &runner) < 0)
        return ERR;
    return runner_upgrade(runner, &c->arena, g, (const char *const *)targets->at, targets->n, &c->diag,
                          &result);
}

int replay_down(struct replay *r, const struct graph *g, const char *target)
{
    AUTO_RUNNER runner = NULL;
    struct run_result result;
    struct cli *c = r->cli;
    if (open_runner(r, &runner) < 0)
        return ERR;
    return runner_downgrade(runner, &c->arena, g, target, &c->diag, &result);
}

int replay_read(struct replay *r, struct catalog **ret)
{
    AUTO_DB db = NULL;
    const struct list all = {0};
    struct cli *c = r->cli;
    if (db_open(r->url, &session, &c->diag, &db) < 0)
        return ERR;
    return compare_read_live(c, db, &all, false, ret);
}

int replay_version(struct replay *r, int *ret)
{
    AUTO_DB db = NULL;
    if (db_open(r->url, &session, &r->cli->diag, &db) < 0)
        return ERR;
    *ret = db_version(db);
    return OK;
}
