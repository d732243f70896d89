/* status, validate: is everything as it should be? */
#include "cli/commands.h"
#include "cli/fleet.h"
#include "cli/project.h"
#include "cli/revision_text.h"

#include "base/node.h"
#include "base/utf8.h"
#include <string.h>

static bool is_clean(const struct run_status *s)
{
    return !s->pending.n && !s->unknown.n && !s->edited.n && !s->half && !s->failed;
}

static void add_failure(struct buf *out, const char *what, const struct history_row *h)
{
    buf_addf(out, "%s: %s of ", what, direction_name(h->direction));
    buf_visible(out, h->revision);
    buf_addf(out, ", %zu of %zu statements done", h->done, h->total);
    if (h->error) {
        buf_add(out, ": ");
        buf_visible(out, h->error);
    }
    buf_addc(out, '\n');
}

static void add_rows(struct buf *out, const char *what, const struct list *rows, const char *none)
{
    const char *row;
    bool first = true;
    buf_add(out, what);
    list_each (row, rows) {
        buf_sep(out, &first, ", ");
        buf_visible(out, row);
    }
    buf_addf(out, "%s\n", rows->n ? "" : none);
}

static void status_text(struct buf *out, const struct graph *g, const struct run_status *s)
{
    add_rows(out, "at: ", &s->rows, "base");
    buf_add(out, "heads: ");
    revision_ids(out, &s->heads);
    buf_addc(out, '\n');
    const char *row;
    list_each (row, &s->unknown) {
        buf_add(out, "unknown: ");
        buf_visible(out, row);
        buf_add(out, " is in the version table, and no file has it\n");
    }
    const struct history_row *h;
    list_each (h, &s->edited)
        buf_addf(out, "edited: %s was changed after it was applied\n", h->revision);
    if (s->half)
        add_failure(out, "half done", s->half);
    if (s->half && s->half_at.source)
        buf_addf(out, "  goes on at %s:%u%s\n", s->half_at.source->name, s->half_at.line,
                 s->half_edited ? "; statements that ran before it were changed since" : "");
    if (s->failed)
        add_failure(out, "failed, nothing left behind", s->failed);
    if (s->holder)
        buf_addf(out, "running now: %s\n", s->holder);
    const struct move *move;
    list_each (move, &s->pending)
        if (move->vertex) {
            buf_add(out, "pending: ");
            revision_line(out, g, move->vertex, NULL);
        }
    if (is_clean(s))
        buf_add(out, "up to date\n");
    if (s->advice)
        buf_addf(out, "what to do: %s\n", s->advice);
}

static struct node *status_node(struct arena *a, const struct run_status *s)
{
    struct node *n = node_map(a), *heads = node_list(a), *pending = node_list(a), *edited = node_list(a);
    const struct vertex *v;
    const struct move *move;
    const struct history_row *h;
    list_each (v, &s->heads)
        node_add(a, heads, node_text(a, v->id));
    list_each (move, &s->pending)
        if (move->vertex)
            node_add(a, pending, node_text(a, move->vertex->id));
    list_each (h, &s->edited)
        node_add(a, edited, node_text(a, h->revision));
    node_set(a, n, "clean", node_bool(a, is_clean(s)));
    node_set(a, n, "rows", node_texts(a, &s->rows));
    node_set(a, n, "heads", heads);
    node_set(a, n, "pending", pending);
    node_set(a, n, "unknown", node_texts(a, &s->unknown));
    node_set(a, n, "edited", edited);
    node_set(a, n, "half", history_node(a, s->half));
    node_set(a, n, "failed", history_node(a, s->failed));
    node_set(a, n, "running", node_text(a, s->holder));
    node_set(a, n, "advice", node_text(a, s->advice));
    return n;
}

/* One of many: a line of the report. */
static int status_of(struct cli *c, const struct target *t, void *ctx, struct fleet_result *ret)
{
    AUTO_GRAPH graph = NULL;
    AUTO_RUNNER runner = NULL;
    struct runner_options options = {0};
    struct run_status s = {0};
    (void)ctx;
    int rc = project_graph(c, &graph);
    if (config_runner(&c->arena, &c->config, &c->args, &c->diag, &options) < 0 ||
        target_options(c, t, &options) < 0 || project_runner_on(c, &options, t->database, &runner) < 0 ||
        runner_status(runner, &c->arena, graph, &c->diag, &s) < 0)
        return ERR;
    ret->run = (struct run_result){.steps = s.pending.n, .to = s.rows, .known = true};
    ret->different = !is_clean(&s);
    ret->note = s.advice ? arena_strdup(&c->arena, s.advice) : NULL;
    ret->state = s.holder      ? "running now"
                 : s.unknown.n ? "unknown revision"
                 : s.half      ? "half done"
                 : s.failed    ? "failed before"
                 : s.edited.n  ? "edited"
                 : s.pending.n ? "behind"
                               : "up to date";
    if (cli_format_is(c, "json")) {
        struct node *n = status_node(&c->arena, &s);
        node_set(&c->arena, n, "event", node_text(&c->arena, "status"));
        fleet_event(c, n);
    }
    return rc;
}

static int run_status(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    AUTO_RUNNER runner = NULL;
    struct run_status status = {0};
    if (args_has(&c->args, "all"))
        return fleet_run(c, &(struct fleet_job){.work = status_of, .steps = "pending", .note = "what to do"});
    int rc = project_graph(c, &graph);
    if (project_runner(c, NULL, &runner) < 0 ||
        runner_status(runner, &c->arena, graph, &c->diag, &status) < 0)
        return EXIT_ERROR;
    if (cli_format_is(c, "json")) {
        cli_json(c, status_node(&c->arena, &status));
    } else {
        AUTO_BUF out = {0};
        buf_addf(&out, "database: %s\n", runner_database(runner));
        status_text(&out, graph, &status);
        cli_write(c, &out);
    }
    return rc < 0 ? EXIT_ERROR : is_clean(&status) ? EXIT_DONE : EXIT_DIFFERENT;
}

static const char *const json_formats[] = {"json", NULL};
static const struct option_spec status_options[] = {
    TARGET_OPTIONS,
    {0},
};
static const struct example status_examples[] = {
    {"kedge status",
     "where the database is, what is pending, failed or edited; exit code 1 unless all is well"},
    {"kedge status --format json", "the same for a program"},
    {"kedge status --all -j 8", "every database and tenant of kedge.yaml, a line for each"},
    {0},
};
const struct command command_status = {
    .name = "status",
    .summary = "Say whether the database is up to date, and what is in the way",
    .options = status_options,
    .formats = json_formats,
    .examples = status_examples,
    .run = run_status,
};

/* Lines that begin with "-- TODO": what an import could not take over, or a person put off. */
static void find_todos(struct arena *a, const struct revision *r, struct node *ret)
{
    unsigned line = 1;
    for (const char *s = r->source ? r->source->text : ""; *s; line++) {
        size_t n = strcspn(s, "\n"), indent = strspn(s, " \t");
        if (strncmp(s + indent, "-- TODO", 7) == 0) {
            struct node *todo = node_map(a);
            node_set(a, todo, "path", node_text(a, r->path));
            node_set(a, todo, "line", node_number(a, line));
            node_set(a, todo, "text", node_text(a, arena_strndup(a, s + indent + 3, n - indent - 3)));
            node_add(a, ret, todo);
        }
        s += n + (s[n] == '\n');
    }
}

static void print_todos(struct cli *c, const struct node *todos)
{
    AUTO_BUF out = {0};
    const struct node *todo;
    list_each (todo, &todos->items) {
        buf_visible(&out, node_get(todo, "path")->text);
        buf_addf(&out, ":%s: ", node_get(todo, "line")->text);
        buf_visible(&out, node_get(todo, "text")->text);
        buf_addc(&out, '\n');
    }
    cli_write(c, &out);
}

static int run_validate(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    int rc = project_graph(c, &graph);
    size_t n = graph->vertices.n;
    struct node *todos = node_list(&c->arena);
    const struct revision *r;
    list_each (r, &graph->files)
        find_todos(&c->arena, r, todos);
    cli_say(c, "%zu revision%s, %zu head%s\n", n, n == 1 ? "" : "s", graph->heads.n,
            graph->heads.n == 1 ? "" : "s");
    if (c->program->read_model && c->program->read_model(c) < 0)
        rc = ERR;
    if (cli_format_is(c, "json")) {
        struct node *out = node_map(&c->arena), *heads = node_list(&c->arena);
        const struct vertex *v;
        list_each (v, &graph->heads)
            node_add(&c->arena, heads, node_text(&c->arena, v->id));
        node_set(&c->arena, out, "valid", node_bool(&c->arena, rc == OK && c->diag.errors == 0));
        node_set(&c->arena, out, "revisions", node_number(&c->arena, (long long)n));
        node_set(&c->arena, out, "heads", heads);
        node_set(&c->arena, out, "todo", todos);
        cli_json(c, out);
    } else {
        print_todos(c, todos);
    }
    return rc < 0 ? EXIT_ERROR : todos->items.n ? EXIT_DIFFERENT : EXIT_DONE;
}

static const struct example validate_examples[] = {
    {"kedge validate", "for a commit hook: needs no database"},
    {0},
};
const struct command command_validate = {
    .name = "validate",
    .summary = "Check that all files are readable and fit together; no database is needed",
    .details = "Lines of revision files that begin with -- TODO are printed; the exit code is then 1.",
    .formats = json_formats,
    .examples = validate_examples,
    .run = run_validate,
};
