/* edit: revision files in the editor of the user. */
#include "cli/child.h"
#include "cli/commands.h"
#include "cli/project.h"

#include <stdlib.h>
#include <string.h>

/* VISUAL, EDITOR, else vi. Words separated by spaces ("code --wait"); quotes as in a shell are not known. */
static void editor_words(struct arena *a, struct list *ret)
{
    const char *text = getenv("VISUAL");
    if (!text || !*text)
        text = getenv("EDITOR");
    if (!text || !*text)
        text = "vi";
    char *copy = arena_strdup(a, text), *save = NULL;
    for (char *word = strtok_r(copy, " \t", &save); word; word = strtok_r(NULL, " \t", &save))
        list_push(a, ret, word);
    if (ret->n == 0)
        list_push(a, ret, "vi");
}

static int run_edit(struct cli *c)
{
    AUTO_GRAPH graph = NULL;
    struct list found = {0}, rows = {0}, words = {0};
    const char *name = args_at(&c->args, 0);
    const struct vertex *v;
    bool ask = strstr(name, "current") != NULL;
    int status = 0;
    (void)project_graph(c, &graph);
    if ((ask && project_rows(c, &rows) < 0) ||
        graph_find(&c->arena, graph, name, ask ? &rows : NULL, &c->diag, &found) < 0)
        return EXIT_ERROR;
    editor_words(&c->arena, &words);
    size_t files = 0;
    list_each (v, &found)
        if (v->file && v->file->path) {
            list_push(&c->arena, &words, v->file->path);
            files++;
        }
    if (files == 0) {
        diag_error(&c->diag, "edit.none", NOWHERE, "\"%s\" means no revision", name);
        return EXIT_ERROR;
    }
    list_push(&c->arena, &words, NULL);
    /* What is wrong with the files is what one wants to edit: it is no error of this command. */
    cli_show_diagnostics(c);
    c->diag.errors = 0;
    if (child_run((const char *const *)words.at, &c->diag, &status) < 0)
        return EXIT_ERROR;
    if (status != 0) {
        diag_error(&c->diag, "edit.failed", NOWHERE, "the editor %s ended with exit code %d",
                   (const char *)words.at[0], status);
        diag_hint(&c->diag, "VISUAL or EDITOR name another one.");
        return EXIT_ERROR;
    }
    return EXIT_DONE;
}

static const struct example edit_examples[] = {
    {"kedge edit head", "the newest revision, in the editor that VISUAL or EDITOR names"},
    {0},
};
const struct command command_edit = {
    .name = "edit",
    .summary = "Open revision files in your editor",
    .usage = "REVISION",
    .min_args = 1,
    .max_args = 1,
    .examples = edit_examples,
    .run = run_edit,
};
