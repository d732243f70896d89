/* Private to the graph: what routes of every kind are made with. */
#ifndef KEDGE_REVISION_ROUTE_H
#define KEDGE_REVISION_ROUTE_H

#include "revision/walk.h"

struct route *route_new(struct arena *a, enum direction direction, const struct list *rows);
void change_add(struct arena *a, struct list *changes, enum row_action action, const char *from,
                const char *to);
/* Sets r->to. */
void route_finish(struct arena *a, const struct graph *g, const mark *rows, struct route *r);
/* Whether something applied stands right on v. */
bool is_covered(const struct vertex *v, const mark *applied);

#endif
