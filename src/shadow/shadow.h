/* The server's word on texts that people wrote: what is in doubt, and what it depends on, is built in a
 * scratch database and read back. */
#ifndef KEDGE_SHADOW_SHADOW_H
#define KEDGE_SHADOW_SHADOW_H

#include "schema/object.h"

struct shadow_options {
    const char *mode;  /* auto, none, create, sandbox, or a URL of an empty database to build in */
    const char *url;   /* of the live database */
    int version;       /* of its server */
    const char *cache; /* folder for what the server said, see cache.h; NULL: none */
};

/* Texts that both sides have, by the cheapest step that settled them. */
struct shadow_counts {
    size_t equal, normal;  /* as they are; in their lexical normal form */
    size_t cached, asked;  /* said by the server before; now */
    size_t unconfirmed;    /* nobody could be asked */
    size_t built;          /* objects made in the shadow to ask */
    struct list open;      /* struct object of the model: those with texts that are not confirmed */
};

/* Where an expression or query of the model differs from the live one by its text, replaces the model's text
 * by what the server prints for it, so that equal meanings compare equal. Errors the server finds in the
 * model are reported at their place in the YAML. What could not be asked (mode none, no rights, no server)
 * stays as it is, with a warning that says how many. The list in ret is in the model's arena. */
int shadow_canonicalise(struct catalog *model, const struct catalog *live, const struct shadow_options *o,
                        struct diag *d, struct shadow_counts *ret);

/* Whether the two sides of a difference, the live one and the model's, are told apart by nothing but the spelling of expressions. */
bool shadow_only_texts(const struct object *x, const struct object *y, uint64_t changed);

#endif
