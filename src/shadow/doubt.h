/* Which objects of a model are in doubt, and what they need. */
#ifndef KEDGE_SHADOW_DOUBT_H
#define KEDGE_SHADOW_DOUBT_H

#include "shadow/shadow.h"

/* Objects (struct object) of which some text could be another spelling of what the live database has; *ret_texts:
 * how many texts. Counts those that are not in doubt. */
void doubt_find(struct arena *a, const struct catalog *model, const struct catalog *live,
                struct shadow_counts *counts, struct list *ret, size_t *ret_texts);

/* What must be there for objects to be made. */
struct closure {
    struct map needed; /* address -> object: these and all they depend on */
    struct list all;   /* the same, in the order in which they were found */
};
/* ret is zeroed; the caller clears ret->needed. */
void closure_find(struct arena *a, const struct list *objects, struct closure *ret);
void closure_add(struct arena *a, struct closure *c, struct object *o);
/* What everything stands on: schemas and extensions. */
bool is_ground(const struct object *o);

#endif
