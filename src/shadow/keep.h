/* The rows of tables, and whether they are the same after statements have run. */
#ifndef KEDGE_SHADOW_KEEP_H
#define KEDGE_SHADOW_KEEP_H

#include "base/map.h"
#include "db/db.h"

struct kept {
    struct list tables; /* struct kept_table */
};

/* Takes note of what is in tables (const char *: oids), which is a few rows each. Those that the role may not read are left out. */
int keep_take(struct arena *a, struct db *db, const struct list *oids, struct diag *d, struct kept *ret);
/* Whether a table, or with column not NULL that column of it, was to go. The names are those of when the note was taken. */
typedef bool keep_gone_fn(void *ctx, const char *table, const char *column);
/* Where the rows of a table may be elsewhere by now, in partitions of one that was made again: its name, or with column not NULL the
 * column's there, if there is one. NULL: where they were; "": nobody knows. */
struct moves {
    const char *(*to)(void *ctx, const char *table, const char *column);
    void *ctx;
};
struct keep_asks {
    bool values; /* else only how many rows there are */
    keep_gone_fn *gone;
    void *ctx;
    const struct moves *moves; /* NULL: all are where they were */
};
/* *ret_wrong NULL: every table has the rows that it had, with the values that they had in the columns that are still there; else what is
 * lost. Columns that got a type without an implicit cast from the one before, and computed ones, have other values by right. */
int keep_check(struct arena *a, struct db *db, const struct kept *k, const struct keep_asks *asks, struct diag *d, const char **ret_wrong);
/* A row of a table as it was, the first of those with the fewest NULLs: "(id, a) = ('1', 'x')". NULL: there is none. */
const char *keep_example(struct arena *a, const struct kept *k, const char *table);

#endif
