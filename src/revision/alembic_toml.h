/* Private to reading Alembic's files: its table in pyproject.toml. */
#ifndef KEDGE_REVISION_ALEMBIC_TOML_H
#define KEDGE_REVISION_ALEMBIC_TOML_H

#include "base/diag.h"
#include "base/list.h"

/* What the key holds: nothing when it is not there, one text, or those of a list (const char *). */
int toml_alembic_value(struct arena *a, const struct source *s, const char *key, struct diag *d,
                       struct list *ret);

#endif
