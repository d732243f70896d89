/* branches, graph: the shape of the history. */
#include "cli/commands.h"
#include "cli/graph_text.h"
#include "cli/project.h"
#include "cli/revision_text.h"

#include <string.h>

static void add_branch(struct cli *c, struct buf *out, const struct graph *g, const struct vertex *v)
{
    const struct vertex *child;
    if (c->verbosity > 0)
        revision_entry(out, g, v, NULL, c->colour_out);
    else
        revision_short(out, g, v, NULL, c->colour_out);
    list_each (child, &v->children) {
        buf_addf(out, "%*s -> ", (int)strlen(v->id), "");
        revision_short(out, g, child, NULL, c->colour_out);
    }
}

static int run_branches(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    AUTO_BUF out = {0};
    const struct vertex *v, *child;
    struct list newest = {0};
    struct node *points = node_list(&c->arena);
    bool first = true;
    (void)project_graph(c, &graph);
    graph_sort(&c->arena, graph, &graph->vertices, &graph->heads, &newest);
    list_each (v, &newest) {
        if (!vertex_is_branch_point(v))
            continue;
        struct node *n = revision_node(&c->arena, graph, v, NULL), *children = node_list(&c->arena);
        list_each (child, &v->children)
            node_add(&c->arena, children, node_text(&c->arena, child->id));
        node_set(&c->arena, n, "children", children);
        node_add(&c->arena, points, n);
        buf_sep(&out, &first, "\n");
        add_branch(c, &out, graph, v);
    }
    if (cli_format_is(c, "json"))
        cli_json(c, points);
    else
        cli_write(c, &out);
    return EXIT_DONE;
}

static const char *const json_formats[] = {"json", NULL};
static const struct example branches_examples[] = {
    {"kedge branches", "where several revisions follow one"},
    {"kedge branches -v", "with files and messages"},
    {0},
};
const struct command command_branches = {
    .name = "branches",
    .summary = "Show the revisions that several others follow",
    .formats = json_formats,
    .examples = branches_examples,
    .run = run_branches,
};

static int run_graph(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    AUTO_BUF out = {0};
    struct list found = {0};
    const char *range = args_at(&c->args, 0);
    (void)project_graph(c, &graph);
    if (!range)
        graph_sort(&c->arena, graph, &graph->vertices, &graph->heads, &found);
    else if (graph_range(&c->arena, graph, range, NULL, &c->diag, &found) < 0)
        return EXIT_ERROR;
    if (cli_format_is(c, "json")) {
        struct node *list = node_list(&c->arena);
        const struct vertex *v;
        list_each (v, &found)
            node_add(&c->arena, list, revision_node(&c->arena, graph, v, NULL));
        cli_json(c, list);
        return EXIT_DONE;
    }
    if (cli_format_is(c, "dot"))
        graph_dot(&out, graph, &found);
    else if (cli_format_is(c, "mermaid"))
        graph_mermaid(&out, graph, &found);
    else
        graph_drawing(&out, graph, &found, c->colour_out);
    cli_write(c, &out);
    return EXIT_DONE;
}

static const char *const graph_formats[] = {"mermaid", "dot", "json", NULL};
static const struct example graph_examples[] = {
    {"kedge graph", "as lines and letters, newest first"},
    {"kedge graph --format mermaid", "for a page that shows Mermaid, such as a README"},
    {"kedge graph --format dot | dot -Tsvg > graph.svg", "as a picture, with Graphviz"},
    {"kedge graph 4e55:heads", "only what follows a revision"},
    {0},
};
const struct command command_graph = {
    .name = "graph",
    .summary = "Draw the revisions with their branches and merges",
    .usage = "[A:B]",
    .max_args = 1,
    .formats = graph_formats,
    .examples = graph_examples,
    .run = run_graph,
};
