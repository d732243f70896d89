/* How fields name objects of which several may share a name: schema.name, maybe with (argument types). The name is an identifier or an
 * operator: public.touch(integer), public.<(integer, integer), <, !(none, integer). */
#ifndef KEDGE_SCHEMA_MENTION_H
#define KEDGE_SCHEMA_MENTION_H

#include "schema/object.h"

struct mention {
    const char *schema; /* NULL: not said */
    const char *name;
    bool symbol;        /* it is an operator */
    const char *types;  /* "integer, text", canonical; NULL: not said */
};

/* All of text. d NULL: without messages. */
int mention_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct mention *ret);
/* An operator, or a name with types: what a plain name is not. */
bool mention_is_more(const char *text);
char *mention_text(struct arena *a, const struct mention *m);

/* Whether one of the kinds is told apart by types. */
bool mention_has_types(uint64_t of);
/* The objects of the kinds (bits 1 << kind_id) that are meant, into ret; schema NULL: searched in c->schemas. */
void mention_find(const struct catalog *c, const struct mention *m, uint64_t of, struct arena *a, struct list *ret);

#endif
