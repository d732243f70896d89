/* revision: a new file, empty or made from the difference between the database and the model. */
#include "cli/commands.h"
#include "cli/compare.h"
#include "cli/draft.h"

#include "base/file.h"
#include "base/node.h"
#include "base/utf8.h"
#include "shadow/prove.h"
#include "sql/quote.h"
#include <string.h>

/* What autogenerate found, kept until the file is written. */
struct generated {
    struct buf upgrade, downgrade, summary;
    struct list up, down; /* struct statement */
    bool empty;           /* no difference: no file */
};

static void generated_clear(struct generated *g)
{
    buf_free(&g->upgrade);
    buf_free(&g->downgrade);
    buf_free(&g->summary);
}
#define AUTO_GENERATED __attribute__((cleanup(generated_clear))) struct generated

/* As in Alembic: what the files lead to must be there before a difference means anything. */
static int check_up_to_date(struct cli *c, const struct graph *g)
{
    static const char *const heads[] = {"heads"};
    struct list rows = {0};
    struct route *route = NULL;
    if (project_rows(c, &rows) < 0)
        return ERR;
    if (g->vertices.n == 0 && rows.n == 0)
        return OK;
    if (route_upgrade(&c->arena, g, &rows, heads, 1, &c->diag, &route) < 0)
        return ERR;
    if (route->moves.n == 0)
        return OK;
    diag_error(&c->diag, "revision.not-up-to-date", NOWHERE,
               "target database is not up to date: %zu revision%s pending", route->moves.n,
               route->moves.n == 1 ? " is" : "s are");
    diag_hint(&c->diag, "Run kedge upgrade first; for a database that has them already: kedge stamp head.");
    return ERR;
}

static int emit_section(struct cli *c, const struct diff *diff, int version, struct buf *out,
                        struct list *statements, struct plan **plan)
{
    if (compare_statements(c, diff, version, plan, statements) < 0)
        return ERR;
    emit_script(out, statements);
    return OK;
}

/* Above everything else in the upgrade. */
static void put_above(struct buf *section, const char *text)
{
    AUTO_BUF all = {0};
    buf_add(&all, text);
    buf_add(&all, buf_str(section));
    buf_truncate(section, 0);
    buf_addn(section, buf_str(&all), all.len);
}

/* With what the shadow has seen of the statements. */
static void render(struct generated *g)
{
    buf_truncate(&g->upgrade, 0);
    buf_truncate(&g->downgrade, 0);
    emit_script(&g->upgrade, &g->up);
    emit_script(&g->downgrade, &g->down);
}

static void say_unproven(struct cli *c, const struct proof *proof, struct generated *g)
{
    AUTO_BUF text = {0};
    diag_warning(&c->diag, "revision.unproven", NOWHERE, "not proven: %s", proof->reason);
    diag_hint(&c->diag, "Look at the file before it is run; --no-verify makes it without a proof.");
    buf_add(&text, "-- not proven: ");
    buf_comment(&text, proof->reason);
    buf_add(&text, "\n\n");
    put_above(&g->upgrade, buf_str(&text));
}

/* What was proven with rows in the tables, and what was not. */
static void say_rows(struct cli *c, const struct proof *proof, struct generated *g)
{
    const struct filled *f;
    AUTO_BUF text = {0};
    size_t tables = 0;
    const char *unfit, *provider;
    list_each (unfit, &proof->unfit) {
        cli_say(c, "proven, but for rows that are not as it wants them: %s\n", unfit);
        buf_add(&text, "-- proven, but for rows that are not as it wants them: ");
        buf_comment(&text, unfit);
        buf_addc(&text, '\n');
    }
    list_each (provider, &proof->providers) {
        cli_say(c, "proven, but for the security labels of %s: the shadow's server has not loaded that provider\n", provider);
        buf_add(&text, "-- proven, but for the security labels of ");
        buf_comment(&text, provider);
        buf_add(&text, ", which the shadow's server has not loaded\n");
    }
    list_each (f, &proof->filled) {
        tables += f->rows > 0;
        if (f->rows || proof->rows_reason)
            continue;
        buf_add(&text, "-- not proven with rows in ");
        buf_comment(&text, f->name);
        buf_add(&text, ": ");
        buf_comment(&text, f->reason ? f->reason : "none could be made");
        buf_addc(&text, '\n');
    }
    cli_detail(c, "proven on a shadow, up and down: %zu objects, rows in %zu table%s\n", proof->objects,
               proof->rows_reason ? 0 : tables, !proof->rows_reason && tables == 1 ? "" : "s");
    if (proof->rows_reason) {
        cli_say(c, "proven on empty tables; with made-up rows %s\n", proof->rows_reason);
        buf_add(&text, "-- proven on empty tables; with made-up rows ");
        buf_comment(&text, proof->rows_reason);
        buf_addc(&text, '\n');
    }
    if (text.len) {
        buf_addc(&text, '\n');
        put_above(&g->upgrade, buf_str(&text));
    }
}

/* Both directions are run on a shadow before there is a file. What was not proven is said in the file too. */
static int prove(struct cli *c, const struct compare *compare, struct generated *g)
{
    const struct shadow_options *options = &compare->shadow;
    struct proof proof;
    if (args_has(&c->args, "no-verify"))
        return OK;
    if (strcmp(options->mode, "none") == 0)
        return OK;
    if (shadow_prove(&c->arena, compare->diff, &g->up, &g->down, options, &c->diag, &proof) < 0)
        return ERR;
    render(g);
    if (proof.proven)
        say_rows(c, &proof, g);
    else
        say_unproven(c, &proof, g);
    return OK;
}

static int generate(struct cli *c, const char *from, struct generated *ret)
{
    AUTO_COMPARE compare = {0};
    if (compare_open(c, from, "model", true, &compare) < 0 || compare_strict(c, &compare) < 0)
        return ERR;
    ret->empty = compare.diff->differences == 0;
    if (ret->empty)
        return OK;
    struct diff *back = NULL;
    struct plan *up = NULL, *down = NULL;
    int version = compare.version;
    int rc = emit_section(c, compare.diff, version, &ret->upgrade, &ret->up, &up);
    if (rc == OK)
        rc = diff_reverse(compare.diff, &c->diag, &back);
    if (rc == OK)
        rc = emit_section(c, back, version, &ret->downgrade, &ret->down, &down);
    if (rc == OK)
        rc = prove(c, &compare, ret);
    diff_text(&ret->summary, compare.diff, c->colour_err);
    if (up)
        plan_free(up);
    if (down)
        plan_free(down);
    if (back)
        diff_free(back);
    return rc;
}

static void add_hazards(struct buf *out, const char *section, const struct list *statements)
{
    const struct statement *s;
    const struct hazard *h;
    list_each (s, statements)
        list_each (h, &s->hazards) {
            const struct hazard_info *info = &hazard_infos[h->id];
            if (info->severity == SEVERITY_NOTE)
                continue;
            buf_addf(out, "%s hazard %s: ", section, info->name);
            buf_visible(out, h->text ? h->text : info->line);
            buf_addc(out, '\n');
        }
}

static void say_summary(struct cli *c, const struct generated *g)
{
    AUTO_BUF hazards = {0};
    cli_say(c, "%s", buf_str(&g->summary));
    add_hazards(&hazards, "upgrade", &g->up);
    cli_say(c, "%s", buf_str(&hazards));
    cli_say(c, "%zu statement%s up, %zu down\n", g->up.n, g->up.n == 1 ? "" : "s", g->down.n);
}

static int run_revision(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    AUTO_GENERATED generated = {0};
    struct revision_draft draft = {0};
    char *path = NULL;
    bool autogenerate = args_has(&c->args, "autogenerate");
    const char *from = args_value(&c->args, "from");
    if (folder_make(c->config.revisions.at[0], &c->diag) < 0 || project_graph(c, &graph) < 0 ||
        draft_make(c, graph, NULL, &draft) < 0)
        return EXIT_ERROR;
    if (autogenerate) {
        if ((!from && check_up_to_date(c, graph) < 0) ||
            generate(c, from ? from : "database", &generated) < 0)
            return EXIT_ERROR;
        if (generated.empty) {
            cli_say(c, "no difference between %s and the model: no revision is written\n",
                    from ? "what the revisions lead to" : "the database");
            if (cli_format_is(c, "json"))
                draft_print(c, NULL, NULL);
            return EXIT_DONE;
        }
        draft.upgrade = buf_str(&generated.upgrade);
        draft.downgrade = buf_str(&generated.downgrade);
    }
    if (revision_write(&c->arena, &draft, &c->diag, &path) < 0)
        return EXIT_ERROR;
    draft_print(c, &draft, path);
    if (autogenerate)
        say_summary(c, &generated);
    return EXIT_DONE;
}

static const char *const json_formats[] = {"json", NULL};
static const char *const from_choices[] = {"revisions", NULL};
static const struct option_spec revision_options[] = {
    {'m', "message", "TEXT", "What it is about, one line", NULL, false},
    {0, "no-verify", NULL, "Do not prove on a shadow that it leads to the model and back", NULL, false},
    {0, "autogenerate", NULL, "Fill it with what leads from the database to the model, and back", NULL,
     false},
    {0, "from", "SIDE",
     "What --autogenerate starts from in place of the database: revisions (replayed, no database is needed)",
     from_choices, false},
    {0, "rev-id", "ID", "Its id; default: 12 random hex digits", NULL, false},
    {0, "date", "DATE", "Its date in UTC; default: SOURCE_DATE_EPOCH or now", NULL, false},
    {0, "head", "REVISION", "The revision it follows; default: head; base begins anew; several make a merge",
     NULL, false},
    {0, "splice", NULL, "Allow a revision to follow one that is no head", NULL, false},
    {0, "branch-label", "LABEL", "A name for the branch that begins here", NULL, false},
    {0, "depends-on", "REVISION", "Another revision or label that must be applied before", NULL, false},
    {0, "version-path", "FOLDER", "Where the file goes, of several folders; default: where its parent is",
     NULL, false},
    OPTION_STRICT,
    OPTION_SHADOW,
    OPTION_ONLINE,
    {0},
};
static const struct example revision_examples[] = {
    {"kedge revision -m \"add phone\" --autogenerate", "from the changes of the model"},
    {"kedge revision -m \"add phone\" --autogenerate --from revisions", "the same without a database"},
    {"kedge revision -m \"fill phone\"", "an empty one, for your own SQL"},
    {0},
};
const struct command command_revision = {
    .name = "revision",
    .summary = "Write a new revision file",
    .details =
        "--autogenerate needs a database that all revisions were applied to, or replays them on a throw-away server "
        "(--from revisions). Without a difference no file is "
        "written. The path of the file is printed on stdout.",
    .options = revision_options,
    .formats = json_formats,
    .examples = revision_examples,
    .run = run_revision,
};
