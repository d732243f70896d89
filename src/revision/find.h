/* Private to the graph: identifiers taken apart, for routes and lookups alike. */
#ifndef KEDGE_REVISION_FIND_H
#define KEDGE_REVISION_FIND_H

#include "revision/walk.h"

/* [label@][symbol][+N|-N] */
struct identifier {
    const char *text;   /* the whole, for messages */
    const char *label;  /* NULL: none */
    const char *symbol; /* NULL: none, only a number of steps. "base" also for the empty text */
    int sign;           /* +1, -1; 0: no steps */
    unsigned steps;
    struct vertex *branch; /* what the label means; NULL without one */
    mark *lineage;         /* of branch; NULL without one */
};

/* Reads and looks up the label. Unknown labels, "a:b", trailing text and steps that do not read are errors.
 */
int identifier_read(struct arena *a, const struct graph *g, const char *text, struct diag *d,
                    struct identifier *ret);
/* What the symbol alone means (within the label), without the steps. */
int symbol_find(struct arena *a, const struct graph *g, const struct identifier *i, const struct list *rows,
                struct diag *d, struct list *ret);
/* The key, or the only key that starts with it. */
int key_find(struct arena *a, const struct graph *g, const char *key, const mark *among, struct diag *d,
             struct vertex **ret);
/* Walks from *at (NULL: from nothing) up (sign 1) or down, within the lineage when going up. Walking down
 * from a root ends at NULL. Refuses more than one way. strict: too far is an error; else the walk stops at
 * the end. */
int walk_steps(struct arena *a, const struct graph *g, const struct identifier *i, bool strict,
               struct diag *d, struct vertex **at);
/* Rows to vertices; unknown ones are an error that names them all. Without duplicates, in load order. */
int rows_find(struct arena *a, const struct graph *g, const struct list *rows, struct diag *d,
              struct list *ret);

#endif
