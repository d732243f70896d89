/* Security labels are checked by their provider, a module that the shadow's server need not have loaded. */
#ifndef KEDGE_SHADOW_LABELS_H
#define KEDGE_SHADOW_LABELS_H

#include "db/db.h"
#include "schema/object.h"

/* Takes the labels off whose provider is not there; the provider comes into ret (const char *), once. */
int labels_leave_out(struct arena *a, struct db *db, const struct catalog *c, struct diag *d, struct list *ret);

#endif
