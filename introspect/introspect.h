/* A live database -> catalog: one SQL file a kind, all in one pipeline and one snapshot. */
#ifndef KEDGE_INTROSPECT_INTROSPECT_H
#define KEDGE_INTROSPECT_INTROSPECT_H

#include "db/db.h"
#include "schema/object.h"

enum {
    INTROSPECT_DEPENDS = 1, /* what depends on what; without it a good part of the time less, and all that a comparison needs */
    INTROSPECT_SECRETS = 2, /* options that are secrets by their names, where the role may see them */
};

/* Reads the objects in the schemas (const char *; empty: every schema that is not the system's). Extension members and the relations named in `skip`
 * (const char *, "schema.name": kedge's own tables) are left out. What is in these schemas and not modelled is in catalog->unmodelled. Runs in
 * REPEATABLE READ READ ONLY; the connection is left outside a transaction. `what`: INTROSPECT_... */
int introspect_run(struct db *db, const struct list *schemas, const struct list *skip, unsigned what, struct diag *d, struct catalog **ret);

/* What is not modelled, and why: for documents. A `what` of struct unmodelled begins with one of these. */
struct reason {
    const char *what, *why;
};
void introspect_reasons(struct arena *a, struct list *ret);

#endif
