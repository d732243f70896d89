#include "cli/project.h"
#include "cli/fleet.h"

#include "base/file.h"
#include "db/url.h"
#include <signal.h>
#include <string.h>

int project_graph(struct cli *c, struct graph **ret)
{
    size_t before = c->diag.errors;
    const char *folder;
    list_each (folder, &c->config.revisions)
        if (!file_exists(folder)) {
            diag_error(&c->diag, "project.no-revisions", NOWHERE, "there is no folder \"%s\"", folder);
            diag_hint(&c->diag, "kedge init starts a project; --revisions names another folder.");
        }
    if (c->diag.errors > before) {
        struct list none = {0};
        (void)graph_build(&c->arena, &none, &c->diag, ret);
        return ERR;
    }
    return graph_load(&c->arena, &c->config.revisions, c->config.settings.recursive, &c->diag, ret);
}

static void on_signal(int signal_number)
{
    (void)signal_number;
    db_interrupt();
    runner_interrupt();
}

static void catch_signals(void)
{
    /* No SA_RESTART: a wait ends at once. SA_RESETHAND: the second signal ends the program. */
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    (void)sigemptyset(&action.sa_mask);
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

static int find_url(struct cli *c, const char **ret)
{
    const char *from;
    if (config_url(&c->arena, &c->config, &c->diag, ret, &from) < 0)
        return ERR;
    cli_detail(c, "database: %s (%s)\n", url_hide_password(&c->arena, *ret), from);
    catch_signals();
    return OK;
}

int project_database(struct cli *c, struct db **ret)
{
    const char *url;
    const struct db_options options = {.application_name = "kedge"};
    if (find_url(c, &url) < 0)
        return ERR;
    return db_open(url, &options, &c->diag, ret);
}

int project_runner(struct cli *c, const struct runner_options *options, struct runner **ret)
{
    return project_runner_on(c, options, NULL, ret);
}

int project_runner_on(struct cli *c, const struct runner_options *options, const char *database,
                      struct runner **ret)
{
    const char *url;
    struct runner_options defaults;
    struct target target;
    if (!options) {
        if (config_runner(&c->arena, &c->config, &c->args, &c->diag, &defaults) < 0 ||
            target_settle(c, &target) < 0 || target_options(c, &target, &defaults) < 0)
            return ERR;
        options = &defaults;
    }
    if (find_url(c, &url) < 0 ||
        (database && url_with_database(&c->arena, url, database, &c->diag, &url) < 0))
        return ERR;
    return runner_open(url, options, &c->diag, ret);
}

int project_rows(struct cli *c, struct list *ret)
{
    AUTO_RUNNER runner = NULL;
    if (project_runner(c, NULL, &runner) < 0)
        return ERR;
    return runner_rows(runner, &c->arena, &c->diag, ret);
}
