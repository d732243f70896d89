/* How a revision is shown: one line of history, the long form of show, JSON. */
#ifndef KEDGE_CLI_REVISION_TEXT_H
#define KEDGE_CLI_REVISION_TEXT_H

#include "base/node.h"
#include "revision/graph.h"

/* rows: ids in the database (const char *), NULL when not asked. */
void revision_line(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows);
void revision_marks(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows);
void revision_entry(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows);
struct node *revision_node(struct arena *a, const struct graph *g, const struct vertex *v,
                           const struct list *rows);
/* Ids of vertices, or "<base>" when there are none. */
void revision_ids(struct buf *out, const struct list *vertices);

#endif
