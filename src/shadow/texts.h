/* The expressions and queries in an object, nested ones too, always in the same order. */
#ifndef KEDGE_SHADOW_TEXTS_H
#define KEDGE_SHADOW_TEXTS_H

#include "schema/object.h"
#include "shadow/shadow.h"

/* What p, as the server printed it, has for each text of o: const char *. NULL: none, as for a default that is null. */
void texts_of(struct arena *a, const struct object *o, const struct object *p, struct list *ret);
/* Puts them in the place of o's own. false: they are not o's, by their number; nothing is changed. */
bool texts_put(struct arena *a, struct object *o, const struct list *texts);

/* Counts texts of x by what compares them with y's: equal, normal; *ret_doubtful: neither. y NULL: all of them are in doubt. */
void texts_count(const struct object *x, const struct object *y, struct shadow_counts *counts,
                 size_t *ret_doubtful);
/* Whether what a text means depends on when it is read: 'now', 'today'. */
bool texts_tell_time(const struct object *o);

#endif
