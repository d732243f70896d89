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
/* The visible part of a catalog, which must outlive it; NULL when there are no patterns: all of it is
 * visible. */
struct catalog *filter_apply(struct filter *f, const struct catalog *c);

#endif
