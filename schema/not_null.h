/* Names of NOT NULL constraints: the server keeps them from PostgreSQL 18 on. */
#ifndef KEDGE_SCHEMA_NOT_NULL_H
#define KEDGE_SCHEMA_NOT_NULL_H

#include "schema/object.h"

enum { NOT_NULL_NAMED = 180000, DOMAIN_NOT_NULL_NAMED = 170000 };

/* Gives each column that is NOT NULL, and whose constraint the catalog does not name, the name that the server would choose. */
void not_null_names_state(struct catalog *c);
/* The same for domains. */
void not_null_domains_state(struct catalog *c);
/* Takes the names away, and whose they are; the first column that had another name than the server's choice, or NULL. */
const struct object *not_null_names_clear(struct catalog *c);
/* The name that the server chooses where nothing is inherited and no other constraint has it. */
char *not_null_name(struct arena *a, const struct object *column_or_domain);
/* What the column has from a parent, which names the constraint then; NULL: nothing. */
const struct object *not_null_origin(const struct catalog *c, const struct object *column);

#endif
