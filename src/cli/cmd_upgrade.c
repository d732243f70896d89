/* upgrade, downgrade, stamp, ensure-version: what moves the database along the revisions. */
#include "cli/commands.h"
#include "cli/fleet.h"
#include "cli/progress.h"
#include "cli/project.h"
#include "cli/revision_text.h"

#include "base/utf8.h"
#include <string.h>

static int print_offline(struct cli *c, const struct graph *g, enum direction direction, const char *target)
{
    struct runner_options options = {0};
    struct route *route = NULL;
    struct target t;
    AUTO_BUF script = {0};
    if (config_runner(&c->arena, &c->config, &c->args, &c->diag, &options) < 0 || target_settle(c, &t) < 0 ||
        target_options(c, &t, &options) < 0 ||
        route_offline(&c->arena, g, direction, target, &c->diag, &route) < 0 ||
        offline_script(&c->arena, &options, route, &c->diag, &script) < 0)
        return EXIT_ERROR;
    cli_write(c, &script);
    return EXIT_DONE;
}

static void say_nothing_to_do(struct cli *c, const struct list *rows)
{
    AUTO_BUF at = {0};
    const char *row;
    bool first = true;
    list_each (row, rows) {
        buf_sep(&at, &first, ", ");
        buf_visible(&at, row);
    }
    cli_say(c, "nothing to do: the database is at %s\n", rows->n ? buf_str(&at) : "base");
}

struct request {
    enum direction direction;
    const char *const *targets; /* one for a downgrade or an offline script, any number else */
    size_t n;
};

/* On one database. */
static int run_on(struct cli *c, const struct target *t, void *ctx, struct fleet_result *result)
{
    struct run_result *ret = &result->run;
    const struct request *q = ctx;
    AUTO_GRAPH graph = NULL;
    AUTO_RUNNER runner = NULL;
    struct runner_options options = {0};
    if (project_graph(c, &graph) < 0 ||
        config_runner(&c->arena, &c->config, &c->args, &c->diag, &options) < 0 ||
        target_options(c, t, &options) < 0)
        return ERR;
    struct progress *progress = progress_start(c);
    options.watch = c->verbosity >= 0;
    options.event = progress_event;
    options.ctx = progress;
    int rc = project_runner_on(c, &options, t->database, &runner);
    if (rc == OK && q->direction == UPGRADE)
        rc = runner_upgrade(runner, &c->arena, graph, q->targets, q->n, &c->diag, ret);
    else if (rc == OK && q->direction == DOWNGRADE)
        rc = runner_downgrade(runner, &c->arena, graph, q->targets[0], &c->diag, ret);
    else if (rc == OK)
        rc = runner_stamp(runner, &c->arena, graph, q->targets, q->n, args_has(&c->args, "purge"), &c->diag,
                          ret);
    progress_stop(progress);
    return rc;
}

static int run_offline(struct cli *c, const struct request *q)
{
    AUTO_GRAPH graph = NULL;
    if (project_graph(c, &graph) < 0)
        return EXIT_ERROR;
    AUTO_BUF target = {0};
    bool first = true;
    for (size_t i = 0; i < q->n; i++) {
        buf_sep(&target, &first, ",");
        buf_add(&target, q->targets[i]);
    }
    return print_offline(c, graph, q->direction, buf_str(&target));
}

static int run_direction(struct cli *c, enum direction direction, const char *const *targets, size_t n)
{
    struct request q = {.direction = direction, .targets = targets, .n = n};
    struct fleet_result result = {0};
    struct target target;
    if (args_has(&c->args, "all"))
        return fleet_run(
            c, &(struct fleet_job){.work = run_on, .ctx = &q, .steps = "revisions", .pending = true});
    if (args_has(&c->args, "sql"))
        return run_offline(c, &q);
    if (target_settle(c, &target) < 0 || run_on(c, &target, &q, &result) < 0)
        return EXIT_ERROR;
    if (result.run.steps == 0 && direction != STAMP && !cli_format_is(c, "json"))
        say_nothing_to_do(c, &result.run.to);
    return EXIT_DONE;
}

static int run_upgrade(struct cli *c)
{
    static const char *const head[] = {"head"};
    if (c->args.positional.n == 0)
        return run_direction(c, UPGRADE, head, 1);
    return run_direction(c, UPGRADE, (const char *const *)c->args.positional.at, c->args.positional.n);
}

static int run_downgrade(struct cli *c)
{
    return run_direction(c, DOWNGRADE, (const char *const *)c->args.positional.at, 1);
}

static int run_stamp(struct cli *c)
{
    if (args_has(&c->args, "purge") && args_has(&c->args, "sql")) {
        diag_error(&c->diag, "usage.conflict", NOWHERE, "--purge needs the database, --sql has none");
        return EXIT_ERROR;
    }
    int code = run_direction(c, STAMP, (const char *const *)c->args.positional.at, c->args.positional.n);
    if (code == EXIT_DONE && !args_has(&c->args, "sql") && !args_has(&c->args, "all")) {
        AUTO_BUF names = {0};
        const char *name;
        bool first = true;
        list_each (name, &c->args.positional) {
            buf_sep(&names, &first, ", ");
            buf_visible(&names, name);
        }
        cli_say(c, "stamped %s; nothing was run\n", buf_str(&names));
    }
    return code;
}

static int run_reset(struct cli *c)
{
    static const char *const base[] = {"base"};
    if (!args_has(&c->args, "confirm")) {
        diag_error(&c->diag, "reset.refused", NOWHERE,
                   "reset takes back every revision of the database, and with them the data");
        diag_hint(&c->diag, "kedge reset --confirm does it; kedge downgrade --sql heads:base shows what.");
        return EXIT_REFUSED;
    }
    return run_direction(c, DOWNGRADE, base, 1);
}

static int run_ensure_version(struct cli *c)
{
    AUTO_RUNNER runner = NULL;
    if (project_runner(c, NULL, &runner) < 0 || runner_ensure(runner, &c->diag) < 0)
        return EXIT_ERROR;
    return EXIT_DONE;
}

static const char *const event_formats[] = {"json", NULL};
static const char *const transaction_choices[] = {"each", "all", NULL};

static const struct option_spec run_options[] = {
    FLEET_OPTIONS,
    {0, "sql", NULL,
     "Print a script for psql instead of running; the target may be a range a:b, several with commas", NULL,
     false},
    {0, "tag", "TEXT", "A word on this run, such as the release; kedge history --runs shows it", NULL, false},
    {0, "lock-timeout", "DURATION",
     "How long a statement waits for a lock before it is tried again; default: 5s", NULL, false},
    {0, "statement-timeout", "DURATION", "How long a statement may run; default: 0, without limit", NULL,
     false},
    {0, "wait", "DURATION", "How long to wait for another runner; default: 10min, 0: not at all", NULL,
     false},
    {0, "retries", "N", "How often to try again after a lock timeout or a deadlock; default: 3", NULL, false},
    {0, "batch-limit", "N", "How many rounds of a batch to run before stopping; default: 100000, 0: no limit",
     NULL, false},
    {0, "transaction", "HOW", "each revision in its own transaction (each), or the whole run in one (all)",
     transaction_choices, false},
    {0},
};

static const struct example upgrade_examples[] = {
    {"kedge upgrade", "run everything that is pending"},
    {"kedge upgrade +1", "run the next revision"},
    {"kedge upgrade 4e55", "run up to a revision; the beginning of its id is enough"},
    {"kedge upgrade --sql base:head > all.sql",
     "a script for psql, for review or for a database out of reach"},
    {"kedge upgrade --wait 0", "fail at once when another runner is at work"},
    {"kedge upgrade --all -j 8", "every database and tenant of kedge.yaml, eight at a time"},
    {0},
};
const struct command command_upgrade = {
    .name = "upgrade",
    .summary = "Run revisions up to a target",
    .usage = "[TARGET...]",
    .max_args = (size_t)-1,
    .details = "Without a target: head. One runner works at a time; another one waits, finds the work done "
               "and ends well. "
               "A revision runs in one transaction unless a statement of it cannot. With --format json every "
               "event is a "
               "line on stdout.",
    .options = run_options,
    .formats = event_formats,
    .examples = upgrade_examples,
    .run = run_upgrade,
};

static const struct example downgrade_examples[] = {
    {"kedge downgrade -1", "take the last revision back"},
    {"kedge downgrade 4e55a8b046a1", "go back to a revision, which stays"},
    {"kedge downgrade base", "take everything back"},
    {"kedge downgrade --sql head:base", "the script of it"},
    {0},
};
const struct command command_downgrade = {
    .name = "downgrade",
    .summary = "Take revisions back down to a target",
    .usage = "TARGET",
    .min_args = 1,
    .max_args = 1,
    .options = run_options,
    .formats = event_formats,
    .examples = downgrade_examples,
    .run = run_downgrade,
};

static const struct option_spec stamp_options[] = {
    FLEET_OPTIONS,
    {0, "purge", NULL, "Throw away what the version table holds first, unknown revisions too", NULL, false},
    {0, "sql", NULL, "Print a script for psql instead; the target is a range a:b", NULL, false},
    {0, "tag", "TEXT", "A word on this run; kedge history --runs shows it", NULL, false},
    {0, "wait", "DURATION", "How long to wait for another runner; default: 10min, 0: not at all", NULL,
     false},
    {0},
};
static const struct example stamp_examples[] = {
    {"kedge stamp head", "the database has it all already"},
    {"kedge stamp base", "forget that anything was run"},
    {"kedge stamp --purge billing@head users@head", "of several branches, whatever the table held"},
    {"kedge stamp --sql base:head", "the script of it"},
    {0},
};
const struct command command_stamp = {
    .name = "stamp",
    .summary = "Set the version table without running anything",
    .usage = "REVISION...",
    .min_args = 1,
    .max_args = (size_t)-1,
    .options = stamp_options,
    .formats = event_formats,
    .examples = stamp_examples,
    .run = run_stamp,
};

static const struct option_spec reset_options[] = {
    {0, "confirm", NULL, "Yes, take everything back", NULL, false},
    {0, "tag", "TEXT", "A word on this run; kedge history --runs shows it", NULL, false},
    {0, "wait", "DURATION", "How long to wait for another runner; default: 10min, 0: not at all", NULL,
     false},
    {0},
};
static const struct example reset_examples[] = {
    {"kedge reset --confirm", "back to the empty database, by the downgrades of every revision"},
    {0},
};
const struct command command_reset = {
    .name = "reset",
    .summary = "Take back every revision; refuses without --confirm",
    .options = reset_options,
    .formats = event_formats,
    .examples = reset_examples,
    .run = run_reset,
};

static const struct example ensure_examples[] = {
    {"kedge ensure-version", "as a role with rights, so that a lesser one can run upgrades"},
    {0},
};
const struct command command_ensure_version = {
    .name = "ensure-version",
    .summary = "Create the version and history tables where they are missing",
    .examples = ensure_examples,
    .run = run_ensure_version,
};
