/* diff, check: the model against the database. */
#include "cli/commands.h"
#include "cli/compare.h"

#include "base/node.h"
#include "schema/model.h"
#include <string.h>

int validate_model(struct cli *c)
{
    struct catalog *model = NULL;
    if (model_read(c->config.model, &c->config.settings.schemas, &c->diag, &model) < 0)
        return ERR;
    cli_say(c, "%zu object%s in the model\n", model->objects.n, model->objects.n == 1 ? "" : "s");
    catalog_free(model);
    return OK;
}

static int print_sql(struct cli *c, const struct compare *compare)
{
    struct plan *plan = NULL;
    struct list statements = {0};
    int rc = compare_statements(c, compare->diff, compare->version, &plan, &statements);
    if (rc == OK) {
        AUTO_BUF out = {0};
        emit_script(&out, &statements);
        cli_write(c, &out);
    }
    if (plan)
        plan_free(plan);
    return rc;
}

/* By the step that settled them. */
static struct node *counts_node(struct cli *c, const struct shadow_counts *counts)
{
    const struct {
        const char *name;
        size_t n;
    } steps[] = {{"equal", counts->equal},
                 {"normal", counts->normal},
                 {"cache", counts->cached},
                 {"server", counts->asked},
                 {"unconfirmed", counts->unconfirmed}};
    struct node *n = node_map(&c->arena);
    for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++)
        node_set(&c->arena, n, steps[i].name, node_number(&c->arena, (long long)steps[i].n));
    return n;
}

static void add_unmodelled(struct cli *c, struct node *list, const struct catalog *side)
{
    const struct unmodelled *u;
    list_each (u, &side->unmodelled)
        node_add(&c->arena, list, node_text(&c->arena, u->address));
}

static int print_diff(struct cli *c, const struct compare *compare)
{
    if (cli_format_is(c, "sql"))
        return print_sql(c, compare);
    if (cli_format_is(c, "json")) {
        struct node *n = diff_node(&c->arena, compare->diff);
        struct node *unmodelled = node_list(&c->arena);
        add_unmodelled(c, unmodelled, compare->from);
        add_unmodelled(c, unmodelled, compare->to);
        node_set(&c->arena, n, "not_modelled", unmodelled);
        node_set(&c->arena, n, "statements", node_number(&c->arena, (long long)compare->statements));
        node_set(&c->arena, n, "expressions", counts_node(c, &compare->counts));
        cli_json(c, n);
        return OK;
    }
    AUTO_BUF out = {0};
    diff_text(&out, compare->diff, c->colour_out);
    cli_write(c, &out);
    return OK;
}

/* Without a name: from the database to the model. With one: from that to the model. */
static int run_diff(struct cli *c)
{
    AUTO_COMPARE compare = {0};
    const char *from = args_at(&c->args, 0), *to = args_at(&c->args, 1);
    if (compare_open(c, from ? from : "database", to ? to : "model", cli_format_is(c, "sql"), &compare) <
            0 ||
        print_diff(c, &compare) < 0)
        return EXIT_ERROR;
    if (!cli_format_is(c, "text"))
        compare_say_suggestions(c, compare.diff);
    if (compare.diff->differences == 0)
        cli_say(c, "no difference\n");
    if (compare_strict(c, &compare) < 0)
        return EXIT_ERROR;
    return compare.diff->differences ? EXIT_DIFFERENT : EXIT_DONE;
}

static const char *const diff_formats[] = {"json", "sql", NULL};
static const struct option_spec diff_options[] = {
    OPTION_SHADOW,
    OPTION_ONLINE,
    OPTION_STRICT,
    {0},
};
static const struct example diff_examples[] = {
    {"kedge diff", "what an upgrade to the model would change"},
    {"kedge diff --format sql", "as SQL, with locks and hazards"},
    {"kedge diff --format json", "for a program"},
    {"kedge diff revisions", "what the model has beyond the revisions; needs no database"},
    {"kedge diff 4e55 heads", "what a part of the history does"},
    {"kedge diff dump.sql schema.yaml", "from a dump to a model"},
    {0},
};
const struct command command_diff = {
    .name = "diff",
    .summary = "Show what leads from the database to the model, or between any two sides",
    .usage = "[FROM [TO]]",
    .max_args = 2,
    .details = "A side is: model, database (the configured one), a URL, a .yaml file or a folder of them, a .sql file "
               "as pg_dump --schema-only writes it, a revision or revisions (all of them), base (nothing). Revisions "
               "and SQL are run on a throw-away server, for which PostgreSQL's programs must be installed; roles they "
               "name are made there. Owners and privileges are compared where a model states them. Exit code 1 when "
               "there is a difference.",
    .options = diff_options,
    .formats = diff_formats,
    .examples = diff_examples,
    .run = run_diff,
};

/* Text of a workflow command of GitHub; inside a property more is escaped. */
static void add_github(struct buf *out, const char *text, bool property)
{
    for (; *text; text++) {
        bool escape =
            *text == '%' || *text == '\r' || *text == '\n' || (property && (*text == ':' || *text == ','));
        if (escape)
            buf_addf(out, "%%%02X", (unsigned)(unsigned char)*text);
        else
            buf_addc(out, *text);
    }
}

static void print_github(struct cli *c, const struct compare *compare)
{
    AUTO_BUF out = {0};
    const struct pair_of *pair;
    list_each (pair, &compare->diff->pairs) {
        if (!pair_verdict(pair) || !pair_stands_alone(compare->diff, pair))
            continue;
        AUTO_BUF text = {0};
        struct loc at = pair->to ? pair->to->at : NOWHERE;
        buf_add(&out, pair->unconfirmed ? "::warning file=" : "::error file=");
        add_github(&out, at.source && at.source->name ? at.source->name : c->config.model, true);
        if (at.line)
            buf_addf(&out, ",line=%u,col=%u", at.line, at.column);
        buf_add(&out, pair->unconfirmed ? ",title=unconfirmed::" : ",title=schema drift::");
        pair_describe(&text, pair);
        add_github(&out, buf_str(&text), false);
        buf_addc(&out, '\n');
    }
    const struct unmodelled *u;
    list_each (u, &compare->from->unmodelled) {
        buf_add(&out, "::warning title=not modelled::");
        add_github(&out, u->address, false);
        buf_addc(&out, '\n');
    }
    cli_write(c, &out);
}

/* What a reader counts: a new table with its columns is one difference. What nobody could say is apart. */
static size_t count_differences(const struct diff *diff, size_t *ret_unconfirmed)
{
    const struct pair_of *pair;
    size_t n = 0;
    *ret_unconfirmed = 0;
    list_each (pair, &diff->pairs) {
        if (!pair_verdict(pair) || !pair_stands_alone(diff, pair))
            continue;
        ++*(pair->unconfirmed ? ret_unconfirmed : &n);
    }
    return n;
}

static void say_verdict(struct cli *c, const char *what, size_t differences, size_t unconfirmed)
{
    if (differences)
        cli_say(c, "%s differs from the model: %zu difference%s\n", what, differences,
                differences == 1 ? "" : "s");
    else if (unconfirmed)
        cli_say(c, "no difference is certain, but %zu object%s unconfirmed\n", unconfirmed,
                unconfirmed == 1 ? " is" : "s are");
    else
        cli_say(c, "%s is as the model says\n", what);
}

static int run_check(struct cli *c)
{
    AUTO_COMPARE compare = {0};
    size_t unconfirmed;
    const char *from = args_value(&c->args, "from");
    if (compare_open(c, from ? from : "database", "model", false, &compare) < 0)
        return EXIT_ERROR;
    size_t n = count_differences(compare.diff, &unconfirmed);
    if (cli_format_is(c, "github"))
        print_github(c, &compare);
    else if (n || unconfirmed || cli_format_is(c, "json"))
        (void)print_diff(c, &compare);
    if (!cli_format_is(c, "text"))
        compare_say_suggestions(c, compare.diff);
    say_verdict(c, side_name(c, &compare.from_side), n, unconfirmed);
    if (compare_strict(c, &compare) < 0)
        return EXIT_ERROR;
    if (n)
        return EXIT_DIFFERENT;
    return unconfirmed ? EXIT_ERROR : EXIT_DONE;
}

static const char *const check_formats[] = {"json", "github", NULL};
static const struct option_spec check_options[] = {
    OPTION_SHADOW,
    {0, "from", "SIDE", "What to check in place of the database: revisions, a URL, a .sql file (see diff)", NULL,
     false},
    OPTION_STRICT,
    {0},
};
static const struct example check_examples[] = {
    {"kedge check", "exit code 1 when the database has drifted from the model"},
    {"kedge check --format github", "annotations at the lines of the model"},
    {"kedge check --from revisions", "the revisions lead to the model; needs no database"},
    {"kedge check --env production --strict", "and nothing may be there that kedge cannot see"},
    {0},
};
const struct command command_check = {
    .name = "check",
    .summary = "Check that the database is as the model says",
    .details = "What the database holds and kedge does not model is named on stderr, always. Expressions that could "
               "not be compared for certain are unconfirmed, which is no drift: exit code 2 when there is nothing "
               "else. -v counts the expressions by the step that settled them.",
    .options = check_options,
    .formats = check_formats,
    .examples = check_examples,
    .run = run_check,
};
