/* The version markers of the SQL files (introspect/postgres/README.md). */
#ifndef KEDGE_INTROSPECT_TEMPLATE_H
#define KEDGE_INTROSPECT_TEMPLATE_H

#include "base/diag.h"

/* The text of a file as a server of this version understands it. name is for messages. */
int template_resolve(struct arena *a, const char *name, const char *text, int version, struct diag *d,
                     const char **ret);

#endif
