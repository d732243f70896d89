/* The scratch database of the shadow. */
#ifndef KEDGE_SHADOW_SCRATCH_H
#define KEDGE_SHADOW_SCRATCH_H

#include "db/db.h"
#include "shadow/shadow.h"

struct scratch;

/* Opens one as the mode says. auto: a database of our own on the same server where the role may create one,
 * else a sandbox of the same major. *ret NULL with OK: there is none to be had (a note says why). */
int scratch_open(const struct shadow_options *o, struct diag *d, struct scratch **ret);
struct db *scratch_db(struct scratch *s);
/* Another empty database beside the first, closed with it. *ret NULL with OK: the shadow is a database of the
 * user's own, and there is none. */
int scratch_second(struct scratch *s, struct diag *d, struct db **ret);
/* Drops what was created, with a warning where that fails; NULL is fine. */
void scratch_close(struct scratch *s, struct diag *d);

#endif
