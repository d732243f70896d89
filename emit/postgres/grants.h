/* From one access list to another, in the order in which the server lets it be done. */
#ifndef KEDGE_EMIT_POSTGRES_GRANTS_H
#define KEDGE_EMIT_POSTGRES_GRANTS_H

#include "schema/privilege.h"

enum direction { REVOKE, REVOKE_OPTION, GRANT, GRANT_OPTION };

/* What one role says at one time. */
struct grants_step {
    const char *grantor; /* NULL: the owner */
    enum direction direction;
    struct list grants; /* struct grant */
};

/* What leads from `from` to `to`, as struct grants_step: what is taken away, then what is given. Who passed on what is taken from him takes it
 * back first, and is given his own before he passes it on; nobody else's is touched, so that nothing cascades. `lost` (NULL: nothing): of
 * another list, what is taken in between, and goes from this one by that. */
void grants_steps(struct arena *a, const struct list *from, const struct list *lost, const struct list *to, struct list *revokes,
                  struct list *grants);

#endif
