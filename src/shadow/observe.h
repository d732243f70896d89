/* What a statement does to the tables that were there before: locks, rewrites and scans, as the server shows them. */
#ifndef KEDGE_SHADOW_OBSERVE_H
#define KEDGE_SHADOW_OBSERVE_H

#include "db/db.h"
#include "emit/emit.h"

struct observer {
    struct arena *arena;
    struct idmap known; /* oid -> struct relation */
    const char *before; /* oids of those that were there at the start, as an array */
};

/* Takes note of the tables that are there. */
int observer_open(struct arena *a, struct db *db, struct diag *d, struct observer *ret);
void observer_close(struct observer *o);
/* Runs the statement, in a transaction of its own where it can, and puts what was seen into it. */
int observer_run(struct observer *o, struct db *db, struct statement *s, struct diag *d);

#endif
