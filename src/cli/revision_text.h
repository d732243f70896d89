/* How a revision is shown: one line of history, the long form of show, JSON. */
#ifndef KEDGE_CLI_REVISION_TEXT_H
#define KEDGE_CLI_REVISION_TEXT_H

#include "base/node.h"
#include "runner/runner.h"

/* rows: ids in the database (const char *), NULL when not asked. */
void revision_line(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows);
void revision_marks(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows);
/* Many of them, with the arrows below each other. */
void revision_lines(struct buf *out, const struct graph *g, const struct list *vertices,
                    const struct list *rows, bool colour);
/* The id, on a line of its own with its marks, in full. */
void revision_name(struct buf *out, const struct vertex *v, bool colour);
void revision_short(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows,
                    bool colour);
void revision_entry(struct buf *out, const struct graph *g, const struct vertex *v, const struct list *rows,
                    bool colour);
struct node *revision_node(struct arena *a, const struct graph *g, const struct vertex *v,
                           const struct list *rows);
/* One step of the runner; null for NULL. */
struct node *history_node(struct arena *a, const struct history_row *h);
/* Ids of vertices, or "<base>" when there are none. */
void revision_ids(struct buf *out, const struct list *vertices);

#endif
