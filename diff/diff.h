/* Two catalogs -> which objects belong together and what differs. */
#ifndef KEDGE_DIFF_DIFF_H
#define KEDGE_DIFF_DIFF_H

#include "schema/object.h"

/* One object on one or both sides. `from` NULL: only in to; `to` NULL: only in from. */
struct pair_of {
    struct object *from, *to;
    uint64_t changed; /* bits of the kind's fields, and FACET_*; 0: equal */
    bool renamed;     /* declared, or same definition under another name */
    bool moved;       /* ordered kinds: another order among siblings that cannot be made by adding at the end */
};

struct suggestion {
    const struct object *from, *to; /* dropped and added objects that look alike */
    int percent;
};

struct diff {
    struct arena arena;
    struct catalog *from, *to; /* `from` may be a clone with the declared renames applied (object.was) */
    struct list pairs;         /* struct pair_of, in canonical order; equal pairs included */
    struct list suggestions;   /* struct suggestion */
    struct map by_address;     /* of both sides' addresses (after renames) -> struct pair_of */
    size_t differences;        /* pairs that are not equal */
    bool owns_from;
};

/* stated: the side that is a model, whose silence means "not managed" (either may be NULL: both live). Renames declared in `to` are applied. */
int diff_make(struct catalog *from, struct catalog *to, const struct catalog *stated, struct diag *d, struct diff **ret);
/* The same differences seen from the other side, for the downgrade. */
int diff_reverse(const struct diff *forward, struct diag *d, struct diff **ret);
void diff_free(struct diff *d);

/* For people and for programs. */
void diff_text(struct buf *out, const struct diff *d, bool colour);
struct node *diff_node(struct arena *a, const struct diff *d);

#endif
