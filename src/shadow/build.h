/* Making objects in a scratch database. */
#ifndef KEDGE_SHADOW_BUILD_H
#define KEDGE_SHADOW_BUILD_H

#include "db/db.h"
#include "emit/emit.h"

/* Makes everything of a catalog. What the server refuses is reported at the place in the model, all of it
 * that is independent. */
int shadow_build(struct db *db, struct catalog *wanted, struct diag *d);
/* The statement's SQL as a session can run it by itself, outside a transaction. */
const char *shadow_statement(struct arena *a, const struct statement *s);

#endif
