/* current, history, heads, show: looking at revisions. */
#include "cli/commands.h"
#include "cli/project.h"
#include "cli/revision_text.h"

#include "base/table.h"
#include <string.h>

/* Vertices in one of three forms: a line each, an entry each with -v, JSON. */
static void show_vertices(struct cli *c, const struct graph *g, const struct list *vertices,
                          const struct list *rows, bool entries, bool short_form)
{
    AUTO_BUF out = {0};
    const struct vertex *v;
    if (cli_format_is(c, "json")) {
        struct node *list = node_list(&c->arena);
        list_each (v, vertices)
            node_add(&c->arena, list, revision_node(&c->arena, g, v, rows));
        cli_json(c, list);
        return;
    }
    bool first = true, colour = c->colour_out;
    if (!entries && !short_form)
        revision_lines(&out, g, vertices, rows, colour);
    list_each (v, vertices) {
        if (entries) {
            buf_sep(&out, &first, "\n");
            revision_entry(&out, g, v, rows, colour);
        } else if (short_form) {
            revision_short(&out, g, v, NULL, colour);
        }
    }
    cli_write(c, &out);
}

static const char *const json_formats[] = {"json", NULL};

/* The same set of ids. */
static bool at_heads(const struct graph *g, const struct list *rows)
{
    const struct vertex *v;
    if (rows->n != g->heads.n)
        return false;
    list_each (v, &g->heads)
        if (!list_has_text(rows, v->id))
            return false;
    return true;
}

/* What the history of the database remembers of a revision without a file: who brought it, and what was
 * applied before that has a file. */
static void unknown_detail(struct cli *c, const struct graph *g, const char *row, const struct list *runs)
{
    const struct history_row *h, *came = NULL, *before = NULL;
    list_each (h, runs) {
        if (strcmp(h->outcome, "done") != 0 || h->direction == DOWNGRADE)
            continue;
        if (!came && strcmp(h->revision, row) == 0)
            came = h;
        else if (came && !before && graph_get(g, h->revision))
            before = h;
    }
    if (!came) {
        diag_detail(&c->diag, "kedge did not bring it here: the history of this database does not know it");
        return;
    }
    diag_detail(&c->diag, "it came by a%s of %s by %s (%s)%s%s%s%s",
                came->direction == STAMP ? " stamp" : "n upgrade", came->started, came->role,
                came->client ? came->client : "?", came->tag ? ", tag " : "", came->tag ? came->tag : "",
                before ? "; the last revision before it that has a file: " : "",
                before ? before->revision : "");
}

static void unknown_explain(struct cli *c, const struct graph *g, const char *row, const struct list *runs)
{
    const struct vertex *into = graph_squashed(g, row);
    diag_error(&c->diag, "revision.unknown", NOWHERE, "the database is at \"%s\", which no file has", row);
    if (runs)
        unknown_detail(c, g, row, runs);
    if (into)
        diag_hint(&c->diag, "%s was squashed into %s: bring the old files back and upgrade to %s with them.",
                  row, into->id, into->id);
    else if (runs)
        diag_hint(&c->diag,
                  "Is this the right database, and the right branch of the repository? Else bring the file "
                  "back (git log --all -- '*%s*' finds where it went); or undo by hand what it did, and "
                  "kedge stamp --purge to the revision the database is at then.",
                  row);
    else
        diag_hint(&c->diag,
                  "Get the file back, or set the version table right with kedge stamp --purge; kedge current "
                  "-v tells more.");
}

static int run_current(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    AUTO_RUNNER runner = NULL;
    struct list rows = {0}, known = {0}, runs = {0};
    (void)project_graph(c, &graph);
    if (project_runner(c, NULL, &runner) < 0 || runner_rows(runner, &c->arena, &c->diag, &rows) < 0)
        return EXIT_ERROR;
    if (c->verbosity > 0 && runner_history(runner, &c->arena, &c->diag, &runs) < 0)
        return EXIT_ERROR;
    const char *row;
    list_each (row, &rows) {
        struct vertex *v = graph_get(graph, row);
        if (v)
            list_push(&c->arena, &known, v);
        else
            unknown_explain(c, graph, row, c->verbosity > 0 ? &runs : NULL);
    }
    show_vertices(c, graph, &known, &rows, c->verbosity > 0, true);
    if (rows.n == 0)
        cli_say(c, "the database is at base\n");
    if (!args_has(&c->args, "check-heads") || at_heads(graph, &rows))
        return EXIT_DONE;
    cli_say(c, "the database is not at all heads\n");
    return EXIT_DIFFERENT;
}

static const struct option_spec current_options[] = {
    {0, "tenant", "SCHEMA", "Look into the schema of a tenant", NULL, false},
    {0, "check-heads", NULL, "Exit code 1 unless the database is at all heads", NULL, false},
    {0},
};
static const struct example current_examples[] = {
    {"kedge current", "where the database is"},
    {"kedge current -v", "with file and message"},
    {"kedge current --check-heads", "for a script: is everything applied?"},
    {0},
};
const struct command command_current = {
    .name = "current",
    .summary = "Show the revisions the database is at",
    .options = current_options,
    .formats = json_formats,
    .examples = current_examples,
    .run = run_current,
};

/* --- what was run --- */

static void runs_json(struct cli *c, const struct list *runs)
{
    struct node *list = node_list(&c->arena);
    const struct history_row *h;
    list_each (h, runs)
        node_add(&c->arena, list, history_node(&c->arena, h));
    cli_json(c, list);
}

static int show_runs(struct cli *c)
{
    static const char *const heads[] = {"started", "direction", "revision", "outcome",
                                        "done",    "who",       "tag",      "error"};
    AUTO_RUNNER runner = NULL;
    AUTO_BUF out = {0};
    struct list runs = {0};
    const struct history_row *h;
    if (project_runner(c, NULL, &runner) < 0 || runner_history(runner, &c->arena, &c->diag, &runs) < 0)
        return EXIT_ERROR;
    if (cli_format_is(c, "json")) {
        runs_json(c, &runs);
        return EXIT_DONE;
    }
    struct table *t = table_new(&c->arena, heads, 8);
    list_each (h, &runs)
        table_row(t, (const char *[]){h->started, direction_name(h->direction), h->revision, h->outcome,
                                      arena_printf(&c->arena, "%zu/%zu", h->done, h->total),
                                      arena_printf(&c->arena, "%s, %s", h->role, h->client ? h->client : "?"),
                                      h->tag, h->error});
    if (runs.n)
        table_render(t, &out, c->colour_out);
    else
        cli_say(c, "nothing was run yet\n");
    cli_write(c, &out);
    return EXIT_DONE;
}

static int run_history(struct cli *c)
{
    if (args_has(&c->args, "runs"))
        return show_runs(c);
    AUTO_GRAPH graph = NULL;
    struct list found = {0}, rows = {0};
    const char *range = args_value(&c->args, "rev-range");
    bool ask = args_has(&c->args, "indicate-current") || (range && strstr(range, "current"));
    (void)project_graph(c, &graph);
    if (ask && project_rows(c, &rows) < 0)
        return EXIT_ERROR;
    if (!range)
        graph_sort(&c->arena, graph, &graph->vertices, &graph->heads, &found);
    else if (graph_range(&c->arena, graph, range, ask ? &rows : NULL, &c->diag, &found) < 0)
        return EXIT_ERROR;
    show_vertices(c, graph, &found, ask ? &rows : NULL, c->verbosity > 0, false);
    return EXIT_DONE;
}

static const struct option_spec history_options[] = {
    {0, "tenant", "SCHEMA", "Look into the schema of a tenant", NULL, false},
    {'r', "rev-range", "A:B", "Only these; either side may be missing, base, head or current", NULL, false},
    {0, "runs", NULL, "What was run on the database instead: when, by whom, with which outcome and tag", NULL,
     false},
    {'i', "indicate-current", NULL, "Ask the database, and mark where it is", NULL, false},
    {0},
};
static const struct example history_examples[] = {
    {"kedge history", "newest first"},
    {"kedge history -v", "with dates and files"},
    {"kedge history -r current:head", "what is pending"},
    {"kedge history -r -2:", "the last two steps"},
    {"kedge history --runs", "who ran what on the database"},
    {0},
};
const struct command command_history = {
    .name = "history",
    .summary = "List the revisions, newest first",
    .options = history_options,
    .formats = json_formats,
    .examples = history_examples,
    .run = run_history,
};

static int run_heads(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    (void)project_graph(c, &graph);
    show_vertices(c, graph, &graph->heads, NULL, c->verbosity > 0, true);
    return EXIT_DONE;
}

/* Alembic's: its heads may be those that others depend on; ours never are, so there is nothing to resolve. */
static const struct option_spec heads_options[] = {
    {0, "resolve-dependencies", NULL, "Accepted and without effect: heads are always resolved", NULL, true},
    {0},
};
static const struct example heads_examples[] = {
    {"kedge heads", "more than one: two branches wait for a merge"},
    {0},
};
const struct command command_heads = {
    .name = "heads",
    .summary = "Show the revisions that nothing follows",
    .options = heads_options,
    .formats = json_formats,
    .examples = heads_examples,
    .run = run_heads,
};

static int run_show(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    struct list found = {0}, rows = {0};
    bool ask = false;
    const char *name;
    list_each (name, &c->args.positional)
        ask = ask || strcmp(name, "current") == 0;
    (void)project_graph(c, &graph);
    if (ask && project_rows(c, &rows) < 0)
        return EXIT_ERROR;
    list_each (name, &c->args.positional)
        (void)graph_find(&c->arena, graph, name, ask ? &rows : NULL, &c->diag, &found);
    show_vertices(c, graph, &found, ask ? &rows : NULL, true, false);
    const struct vertex *v;
    if (args_has(&c->args, "content") && !cli_format_is(c, "json"))
        list_each (v, &found)
            if (v->file && v->file->source)
                cli_print(c, "\n%s", v->file->source->text);
    return EXIT_DONE;
}

static const struct option_spec show_options[] = {
    {0, "content", NULL, "The text of the file, too", NULL, false},
    {0},
};
static const struct example show_examples[] = {
    {"kedge show head", "the newest revision"},
    {"kedge show 4e55 --content", "one by the beginning of its id, with its SQL"},
    {"kedge show current", "where the database is"},
    {0},
};
const struct command command_show = {
    .name = "show",
    .summary = "Show revisions in full",
    .usage = "REVISION...",
    .min_args = 1,
    .max_args = (size_t)-1,
    .options = show_options,
    .formats = json_formats,
    .examples = show_examples,
    .run = run_show,
};
