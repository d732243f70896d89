/* Two catalogs -> which objects belong together and what differs. */
#ifndef KEDGE_DIFF_DIFF_H
#define KEDGE_DIFF_DIFF_H

#include "schema/object.h"

/* One object on one or both sides. `from` NULL: only in to; `to` NULL: only in from. */
struct pair_of {
    struct object *from, *to;
    uint64_t changed; /* bits of the kind's fields, and FACET_*; 0: equal */
    bool renamed;     /* declared, or same definition under another name */
    enum {
        COVER_NOT,
        COVER_SAME,   /* nothing happens: the parent's stays, and this with it */
        COVER_PARENT, /* what happens to the parent's happens to this */
    } cover;          /* what a partition or child has from a parent table */
    bool unconfirmed; /* only texts differ, and nobody could say whether they mean the same */
    bool moved; /* ordered kinds: another order among siblings that cannot be made by adding at the end */
};

struct suggestion {
    const struct object *from, *to; /* dropped and added objects that look alike */
    int percent;
};

enum diff_side { SIDE_NONE, SIDE_FROM, SIDE_TO };

struct diff {
    struct arena arena;
    struct catalog *from, *to; /* `from` may be a clone with the declared renames applied (object.was) */
    struct list pairs;         /* struct pair_of, in canonical order; equal pairs included */
    struct list suggestions;   /* struct suggestion */
    struct map by_address;     /* addresses (after renames, the same on both sides) -> struct pair_of */
    struct list renames;       /* struct rename */
    size_t differences;        /* pairs that are not equal */
    enum diff_side stated;     /* the side that is a model */
    struct catalog *read_from; /* as it was read; `from` is this, or a clone of it that the diff owns */
};

/* stated: the side that is a model (`from`, `to` or NULL), whose silence means "not managed". Renames
 * declared in `to` are applied. The catalogs must outlive the diff. */
int diff_make(struct catalog *from, struct catalog *to, const struct catalog *stated, struct diag *d,
              struct diff **ret);
/* The same differences seen from the other side, for the downgrade. `forward` must outlive it. */
int diff_reverse(const struct diff *forward, struct diag *d, struct diff **ret);
/* What became of the pair: "create", "drop", "change", "rename"; NULL: equal. */
const char *pair_verdict(const struct pair_of *p);
void diff_free(struct diff *d);

/* For people and for programs. */
void diff_text(struct buf *out, const struct diff *d, bool colour);
struct node *diff_node(struct arena *a, const struct diff *d);

#endif
