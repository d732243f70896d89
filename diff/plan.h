/* A diff -> an ordered list of operations. Knows no SQL. */
#ifndef KEDGE_DIFF_PLAN_H
#define KEDGE_DIFF_PLAN_H

#include "diff/diff.h"

enum verb {
    VERB_RENAME, /* old->was to old->name, or another schema; runs before everything that uses the new name */
    VERB_ASIDE,  /* an enum that is rebuilt: the old type gets out of the way; its columns are converted; then
                    VERB_DROP with `aside`. new NULL: it goes for good, and what has its name then is of another kind */
    VERB_DROP,
    VERB_CREATE,
    VERB_ALTER,
    VERB_STUB, /* view: dummy with the same columns; function: trivial body; replaced by a later CREATE with
                  `replace` */
};

struct op {
    enum verb verb;
    enum part part;
    struct object *old,
        *new; /* DROP: old; CREATE, STUB: new; others: both. Names in `old` are those after the renames */
    uint64_t changed; /* ALTER: what differs; CHANGE_ALTER fields and facets only, but see `retype` */
    bool rebuild;     /* DROP or CREATE that is half of a rebuild: the object exists on both sides */
    bool only;        /* DROP of a column or check: tables that inherit it keep it */
    bool again;       /* PART_ATTACH: taken off whole and put back, not only what differs; ALTER: said whole, the server
                         has forgotten what it was */
    bool replace;     /* CREATE: CREATE OR REPLACE (function, view after a stub) */
    bool aside;       /* DROP: of an enum put aside */
    bool early;       /* DROP of what a sequence is owned by: comes before the renames, and names things as they were */
    const char *meanwhile; /* RENAME: by way of this name; NULL: at once */
    bool leaves;      /* RENAME: the first half, to that name */
    bool follows;     /* RENAME of a sequence: its table has taken it along to the other schema */
    bool retype;      /* column ALTER: must go through USING column::text::type (its enum was rebuilt) */
    bool parked;         /* column ALTER type: to text, until the type of `because` is there again */
    unsigned added;      /* column ALTER type, back from text: columns that the rows in it get behind the others */
    bool
        default_back; /* column ALTER type: default was taken off before and comes back in an op of its own */
    struct list
        fused;           /* struct op: carried out by this op's statement: columns, defaults, checks, keys in
                            CREATE TABLE;   a default in its column; everything that goes with a dropped parent */
    bool is_fused;       /* carried by another op: not emitted by itself */
    const char *because; /* rebuild: address of what made it necessary; loop rule that split it */
    unsigned index;      /* in the plan */
    unsigned priority;   /* scratch of the sort */
    struct list after;   /* struct edge: what must come before */
    struct item *item;   /* the planner's */
    struct op *carrier;  /* the op that carries this one when it is fused */
    struct object *index_of; /* CREATE of a key: the unique index of the old side that becomes its index; NULL: none */
    struct list names_kept; /* foreign key CREATE: const char *: names that the server shall not give to the keys that it makes for partitions */
    bool separate;       /* a loop rule keeps it out of its carrier */
    bool cut;            /* the statement that it would join ends before it, or where it drops, after it */
};

struct plan {
    struct arena arena;
    const struct diff *diff;
    struct list ops; /* struct op, in order, fused ones not in it */
};

int plan_make(const struct diff *diff, struct diag *d, struct plan **ret);
void plan_free(struct plan *p);

#endif
