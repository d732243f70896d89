/* What a revision touches, and what that needs: all that a proof has to build. */
#ifndef KEDGE_SHADOW_TOUCHED_H
#define KEDGE_SHADOW_TOUCHED_H

#include "emit/emit.h"

struct touched {
    struct arena *arena;
    const struct diff *diff;
    struct map needed; /* address -> struct pair_of */
    struct list queue;
    struct map from;    /* address on the old side as it was read -> object: of what is needed */
    struct map held;    /* address of what must go or change in the direction at hand */
    struct map as_read; /* the same address -> struct pair_of, of everything */
};

/* With arena and diff set. up, down: struct statement, of both directions. */
void touched_find(struct touched *t, const struct list *up, const struct list *down);
void touched_clear(struct touched *t);
/* By the names of the old side as it was read, or else of the new one; column NULL: the table. NULL: neither has it. */
struct pair_of *touched_pair(const struct touched *t, bool as_read, const char *table, const char *column);
/* As a statement names it, a column within its table. */
const char *touched_name(struct arena *a, const struct object *o);
/* For catalog_subset(): of the old side as it was read, and of the new one. */
bool touched_in_from(void *ctx, const struct object *o);
bool touched_in_to(void *ctx, const struct object *o);
/* Never in a shadow: it would be one more subscriber of the real publisher. */
bool stays_out(const struct object *o);

#endif
