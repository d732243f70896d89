/* A new revision file from the options that revision and merge share. */
#ifndef KEDGE_CLI_DRAFT_H
#define KEDGE_CLI_DRAFT_H

#include "cli/project.h"

/* parents: struct vertex; NULL: by --head and --splice. Everything is checked against the graph. */
int draft_make(struct cli *c, const struct graph *g, const struct list *parents,
               struct revision_draft *draft);
/* Where it goes: --version-path, or the folder of the first parent, or the only one there is. */
int draft_folder(struct cli *c, const struct list *parents, const char **ret);
/* Path, or id and path as JSON; both NULL: nothing was written. */
void draft_print(struct cli *c, const struct revision_draft *draft, const char *path);

#endif
