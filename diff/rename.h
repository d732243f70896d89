/* Renames inside the differ: found, and carried through one catalog so that both sides speak of things by the
 * same names. */
#ifndef KEDGE_DIFF_RENAME_H
#define KEDGE_DIFF_RENAME_H

#include "schema/object.h"

struct rename {
    struct object *from, *to; /* in the catalogs as they were read */
};

/* Renames that `to` declares (renamed_from) and `from` has not seen yet. Errors: two objects that claim the
 * same old one. */
int rename_declared(struct arena *a, struct catalog *from, const struct catalog *to, struct diag *d,
                    struct list *ret);

/* It cannot be renamed where it is, or to that, which is of c; back may be another matter. */
bool rename_needs_anew(const struct object *from, const struct object *to, const struct catalog *c);

/* A clone of `from` in which every renamed object bears its new name (with `was`), and every text that names
 * it too. */
struct catalog *rename_apply(const struct catalog *from, const struct list *renames);

#endif
