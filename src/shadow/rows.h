/* A few made-up rows in the tables of a shadow, so that a proof runs over data. */
#ifndef KEDGE_SHADOW_ROWS_H
#define KEDGE_SHADOW_ROWS_H

#include "db/db.h"

struct filled {
    const char *oid, *name; /* "public.users", quoted where needed */
    long long rows;         /* 0: none could be made */
    const char *reason;     /* why not */
};

/* What a table, or with column not NULL that column of it, is called in another database; NULL: it is not there. Names are quoted where needed. */
typedef const char *rows_twin_fn(void *ctx, const char *table, const char *column);

/* A database beside it, which the rows shall fit too: they are put into both. */
struct rows_wanted {
    struct db *db;
    rows_twin_fn *twin;
    void *ctx;
};

/* Every table that can hold rows itself gets some: ordinary ones, partitions, children. wanted NULL: none. skip (const char *, names of tables; NULL: none):
 * left alone. ret: struct filled. */
int rows_make(struct arena *a, struct db *db, const struct rows_wanted *wanted, const struct list *skip, struct diag *d, struct list *ret);

#endif
