/* ignore: and only: of the configuration: what is invisible on both sides of a comparison. */
#ifndef KEDGE_CLI_FILTER_H
#define KEDGE_CLI_FILTER_H

#include "base/diag.h"
#include "schema/object.h"

struct filter;

/* Patterns (const char *) are regular expressions that must match a whole address. */
int filter_make(struct arena *a, const struct list *ignore, const struct list *only, struct diag *d,
                struct filter **ret);
void filter_free(struct filter *f); /* NULL is fine */
/* Takes the invisible objects out of a catalog that is complete, and the dependencies on them. */
void filter_apply(const struct filter *f, struct catalog *c);

#endif
