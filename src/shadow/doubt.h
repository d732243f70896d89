/* Which objects of a model are in doubt, and what they need. */
#ifndef KEDGE_SHADOW_DOUBT_H
#define KEDGE_SHADOW_DOUBT_H

#include "schema/object.h"

struct doubt {
    struct list objects; /* of the model, in doubt */
    struct map needed;   /* address -> object: these and all they depend on */
    struct list queue;
};

/* ret is zeroed; the caller clears ret->needed. */
void doubt_find(struct arena *a, const struct catalog *model, const struct catalog *live, struct doubt *ret);

#endif
