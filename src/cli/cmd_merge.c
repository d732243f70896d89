/* merge: one revision that follows several. */
#include "cli/commands.h"
#include "cli/draft.h"

#include <string.h>

static int run_merge(struct cli *c)
{
    static const char *const heads[] = {"heads"};
    AUTO_GRAPH graph = NULL;
    struct revision_draft draft = {0};
    struct list parents = {0};
    const struct list *names = &c->args.positional;
    char *path = NULL;
    if (project_graph(c, &graph) < 0 ||
        graph_parents(&c->arena, graph, names->n ? (const char *const *)names->at : heads,
                      names->n ? names->n : 1, args_has(&c->args, "splice"), &c->diag, &parents) < 0)
        return EXIT_ERROR;
    if (parents.n < 2) {
        const struct vertex *only = parents.n ? parents.at[0] : NULL;
        diag_error(&c->diag, "merge.one", NOWHERE, "there is nothing to merge: %s",
                   only ? arena_printf(&c->arena, "%s alone is no branch", only->id) : "no revision");
        diag_hint(&c->diag, "kedge heads lists the ends of the branches.");
        return EXIT_ERROR;
    }
    if (draft_make(c, graph, &parents, &draft) < 0)
        return EXIT_ERROR;
    if (!draft.message) {
        AUTO_BUF text = {0};
        const struct vertex *v;
        bool first = true;
        buf_add(&text, "merge ");
        list_each (v, &parents) {
            buf_sep(&text, &first, ", ");
            buf_add(&text, v->id);
        }
        draft.message = buf_take(&text, &c->arena);
    }
    if (revision_write(&c->arena, &draft, &c->diag, &path) < 0)
        return EXIT_ERROR;
    draft_print(c, &draft, path);
    return EXIT_DONE;
}

static const char *const json_formats[] = {"json", NULL};
static const struct option_spec merge_options[] = {
    {'m', "message", "TEXT", "What it is about, one line; default: what it merges", NULL, false},
    {0, "rev-id", "ID", "Its id; default: 12 random hex digits", NULL, false},
    {0, "date", "DATE", "Its date in UTC; default: SOURCE_DATE_EPOCH or now", NULL, false},
    {0, "splice", NULL, "Allow revisions that are no heads", NULL, false},
    {0, "branch-label", "LABEL", "A name for the branch that begins here", NULL, false},
    {0, "depends-on", "REVISION", "Another revision or label that must be applied before", NULL, false},
    {0, "version-path", "FOLDER", "Where the file goes, of several folders; default: where its parent is",
     NULL, false},
    {0},
};
static const struct example merge_examples[] = {
    {"kedge merge -m \"join billing and users\"", "all heads"},
    {"kedge merge 4e55 8653", "two of them, by the beginnings of their ids"},
    {0},
};
const struct command command_merge = {
    .name = "merge",
    .summary = "Write a revision that joins branches",
    .usage = "[REVISION...]",
    .max_args = (size_t)-1,
    .details = "Without revisions: all heads. The file has empty sections, for what the branches need to fit "
               "together.",
    .options = merge_options,
    .formats = json_formats,
    .examples = merge_examples,
    .run = run_merge,
};
