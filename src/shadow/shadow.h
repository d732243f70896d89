/* The server's word on texts that people wrote: what is in doubt, and what it depends on, is built in a
 * scratch database and read back. */
#ifndef KEDGE_SHADOW_SHADOW_H
#define KEDGE_SHADOW_SHADOW_H

#include "schema/object.h"

struct shadow_options {
    const char *mode; /* auto, none, create, sandbox, or a URL of an empty database to build in */
    const char *url;  /* of the live database */
    int version;      /* of its server */
};

/* Where an expression or query of the model differs from the live one by its text, replaces the model's text
 * by what the server prints for it, so that equal meanings compare equal. Errors the server finds in the
 * model are reported at their place in the YAML. What could not be asked (mode none, no rights, no server)
 * stays as it is, with a warning that says how many. *ret_asked: objects that were in doubt. */
int shadow_canonicalise(struct catalog *model, const struct catalog *live, const struct shadow_options *o,
                        struct diag *d, size_t *ret_asked);

#endif
