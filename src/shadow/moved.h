/* Rows that a revision moves to other tables: those of a table that is made again, with its partitions. */
#ifndef KEDGE_SHADOW_MOVED_H
#define KEDGE_SHADOW_MOVED_H

#include "shadow/touched.h"

struct moved {
    struct arena *arena;
    const struct touched *touched;
    bool up;
    bool failed;        /* a statement did: they may not have been put back */
    struct list remade; /* struct pair_of: the tables */
};

/* With arena, touched and up set. statements: struct statement, of the direction. */
void moved_find(struct moved *m, const struct list *statements);
/* For keep.h: the name of the table that has the rows by then. */
const char *moved_to(void *ctx, const char *table, const char *column);
/* The names of the tables that are made again, as they are after the direction. */
struct list moved_names(const struct moved *m);

#endif
