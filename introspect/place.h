/* Between load.c and tie.c. */
#ifndef KEDGE_INTROSPECT_PLACE_H
#define KEDGE_INTROSPECT_PLACE_H

#include "introspect/load.h"

/* class: name of the server's catalog. 0 for one in which nothing that kedge knows is. */
place place_of(const char *class, unsigned long long oid, unsigned sub);
/* Attaches facets and dependencies to the objects, once all of them are in the catalog. */
void load_tie(struct load *l);

#endif
