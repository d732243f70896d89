/* The graph of revisions as a drawing: with letters, for Graphviz, for Mermaid. vertices: newest first; edges
 * to others are left out. */
#ifndef KEDGE_CLI_GRAPH_TEXT_H
#define KEDGE_CLI_GRAPH_TEXT_H

#include "revision/graph.h"

void graph_drawing(struct buf *out, const struct graph *g, const struct list *vertices, bool colour);
void graph_dot(struct buf *out, const struct graph *g, const struct list *vertices);
void graph_mermaid(struct buf *out, const struct graph *g, const struct list *vertices);

#endif
