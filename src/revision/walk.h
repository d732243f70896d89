/* Private to the graph: sets of vertices as marks by load order. */
#ifndef KEDGE_REVISION_WALK_H
#define KEDGE_REVISION_WALK_H

#include "revision/graph.h"

typedef unsigned char mark; /* an array of them has one for each vertex, by order */

mark *marks_new(struct arena *a, const struct graph *g);
/* Marks the closure of what is in `of`; over dependencies too when full. */
void mark_ancestors(struct arena *a, mark *marks, const struct list *of, bool full);
void mark_descendants(struct arena *a, mark *marks, const struct list *of, bool full);
/* In load order. */
void marks_list(struct arena *a, const struct graph *g, const mark *marks, struct list *ret);
/* What is below `from` and above `to` (empty: base), in load order. Above it is what stands on it, over
 * parents alone; with WALK_ENDS `to` as well; with WALK_MISSING all that somebody at `to` has not got,
 * dependencies and other roots included. */
enum { WALK_ENDS = 1, WALK_MISSING = 2 };
void walk_between(struct arena *a, const struct graph *g, const struct list *from, const struct list *to,
                  unsigned how, struct list *ret);
/* Whether below is a full ancestor of above, or the same. */
bool vertex_contains(const struct vertex *above, const struct vertex *below);
/* Ancestors and descendants of v over parent edges. */
mark *lineage_new(struct arena *a, const struct graph *g, const struct vertex *v);
/* Ids separated by commas, the first few of them, for messages. */
const char *vertices_text(struct arena *a, const struct list *vertices);

#endif
