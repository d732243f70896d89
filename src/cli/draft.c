#include "cli/draft.h"

#include "base/file.h"
#include "base/node.h"
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* "2026-11-20", "2026-11-20T18:40:00Z", "2026-11-20 18:40", in UTC. */
static int read_date(struct cli *c, const char *text, time_t *ret)
{
    static const char *const forms[] = {"%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M",
                                        "%Y-%m-%d %H:%M", "%Y-%m-%d"};
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        struct tm tm = {0};
        const char *end = strptime(text, forms[i], &tm);
        if (end && strcmp(end, "Z") == 0)
            end++;
        time_t t = end && *end == '\0' ? timegm(&tm) : 0;
        if (t > 0) {
            *ret = t;
            return OK;
        }
    }
    diag_error(&c->diag, "usage.date", NOWHERE, "\"%s\" is no date", text);
    diag_hint(&c->diag, "Write 2026-11-20T18:40:00Z, or only the day; it is UTC.");
    return ERR;
}

/* --- where it goes --- */

/* Without slashes at the end and "./" before: how folders are told from each other. */
static const char *plain_path(struct arena *a, const char *path)
{
    while (strncmp(path, "./", 2) == 0)
        path += 2;
    size_t n = strlen(path);
    while (n > 1 && path[n - 1] == '/')
        n--;
    return arena_strndup(a, path, n);
}

static bool is_inside(struct arena *a, const char *folder, const char *path)
{
    const char *f = plain_path(a, folder), *p = plain_path(a, path);
    size_t n = strlen(f);
    return strncmp(f, p, n) == 0 && (p[n] == '/' || p[n] == '\0');
}

/* --version-path, or the folder of the first parent, or the only one there is. */
int draft_folder(struct cli *c, const struct list *parents, const char **ret)
{
    const char *wanted = args_value(&c->args, "version-path"), *folder;
    const struct vertex *parent;
    const struct list *folders = &c->config.revisions;
    AUTO_BUF names = {0};
    bool first = true;
    list_each (folder, folders) {
        if (wanted && strcmp(plain_path(&c->arena, wanted), plain_path(&c->arena, folder)) == 0) {
            *ret = folder;
            return OK;
        }
        buf_sep(&names, &first, ", ");
        buf_add(&names, folder);
    }
    if (wanted) {
        diag_error(&c->diag, "revision.folder", NOWHERE, "\"%s\" is no folder of revisions", wanted);
        diag_hint(&c->diag, "The configuration has %s.", buf_str(&names));
        return ERR;
    }
    list_each (parent, parents)
        list_each (folder, folders)
            if (parent->file && is_inside(&c->arena, folder, parent->file->path)) {
                *ret = folder;
                return OK;
            }
    *ret = folders->at[0];
    if (folders->n == 1)
        return OK;
    diag_error(&c->diag, "revision.folder", NOWHERE, "there are several folders of revisions: %s",
               buf_str(&names));
    diag_hint(&c->diag, "--version-path says which one the new revision goes to.");
    return ERR;
}

/* --- all of it --- */

int draft_make(struct cli *c, const struct graph *g, const struct list *parents, struct revision_draft *draft)
{
    struct list heads = {0}, found = {0};
    const char *date = args_value(&c->args, "date"), *slug = c->config.settings.slug_length;
    const struct vertex *parent;
    args_values(&c->args, "head", &c->arena, &heads);
    args_values(&c->args, "branch-label", &c->arena, &draft->labels);
    args_values(&c->args, "depends-on", &c->arena, &draft->depends);
    draft->id = args_value(&c->args, "rev-id");
    draft->message = args_value(&c->args, "message");
    draft->file_template = c->config.settings.file_template;
    draft->slug_length = slug ? atoi(slug) : 0;
    if (date && read_date(c, date, &draft->created) < 0)
        return ERR;
    if (!parents) {
        parents = &found;
        if (graph_parents(&c->arena, g, (const char *const *)heads.at, heads.n, args_has(&c->args, "splice"),
                          &c->diag, &found) < 0)
            return ERR;
    }
    list_each (parent, parents)
        list_push(&c->arena, &draft->parents, parent->id);
    if (draft_folder(c, parents, &draft->folder) < 0 || revision_settle(&c->arena, draft, &c->diag) < 0)
        return ERR;
    return graph_check_draft(&c->arena, g, draft, &c->diag);
}

void draft_print(struct cli *c, const struct revision_draft *draft, const char *path)
{
    if (!cli_format_is(c, "json")) {
        cli_print(c, "%s\n", path);
        return;
    }
    struct node *n = node_map(&c->arena);
    node_set(&c->arena, n, "revision", node_text(&c->arena, draft ? draft->id : NULL));
    node_set(&c->arena, n, "path", node_text(&c->arena, path));
    cli_json(c, n);
}
