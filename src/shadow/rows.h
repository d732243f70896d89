/* A few made-up rows in the tables of a shadow, so that a proof runs over data. */
#ifndef KEDGE_SHADOW_ROWS_H
#define KEDGE_SHADOW_ROWS_H

#include "db/db.h"

struct filled {
    const char *oid, *name; /* "public.users", quoted where needed */
    long long rows;         /* 0: none could be made */
    const char *reason;     /* why not */
};

/* Every table that is no partition and not foreign gets rows. ret: struct filled. */
int rows_make(struct arena *a, struct db *db, struct diag *d, struct list *ret);

#endif
