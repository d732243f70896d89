/* What the server's spelling of an object depends on, as one hash. */
#ifndef KEDGE_SHADOW_KEY_H
#define KEDGE_SHADOW_KEY_H

#include "schema/object.h"

struct keys {
    struct arena *arena;
    const struct catalog *model, *live;
    struct map definitions; /* address -> hash of the object's own definition */
    char ground[65];        /* of what all have in common */
};

/* Before anything in the model is changed: the hashes are of what people wrote. */
void keys_open(struct arena *a, const struct catalog *model, const struct catalog *live, struct keys *ret);
void keys_close(struct keys *k);
/* NULL: the answer holds for this moment only and must not be kept. In the arena. */
const char *key_of(struct keys *k, struct object *o);

#endif
