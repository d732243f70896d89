/* Proof of a revision before its file exists: both directions are run on a shadow and judged by what is there
 * afterwards. */
#ifndef KEDGE_SHADOW_PROVE_H
#define KEDGE_SHADOW_PROVE_H

#include "emit/emit.h"
#include "shadow/rows.h"
#include "shadow/shadow.h"

struct proof {
    bool proven;
    bool lost;    /* not proven, since rows or values are not what they were */
    bool certain; /* not proven, since a statement fails over any rows, whatever is in them */
    size_t objects;          /* built: what the revision touches, and what that needs */
    const char *reason;      /* when not proven: in the arena given */
    struct list filled;      /* struct filled: tables that had rows, or could not be given any */
    struct list unfit;       /* const char *: what fails over made-up rows that are not as a statement wants them; proven without these */
    struct list providers;   /* const char *: security labels of these are left out of it; the shadow has not loaded them */
    const char *rows_reason; /* proven on empty tables alone, because with rows in them this happens */
};

/* forward: from the live database to the model, with dependencies read; up, down: statements (struct
 * statement) of both directions. The touched part of the live side is built, the upgrade run and compared
 * with the touched part of the model built anew; then the downgrade, compared with the start. The tables hold a few
 * made-up rows where their constraints allow it, which must still be there afterwards. What locks were taken and
 * what was rewritten is put into the statements.
 * ERR only when it could not go on at all (interrupted, connection lost). */
int shadow_prove(struct arena *a, const struct diff *forward, const struct list *up, const struct list *down,
                 const struct shadow_options *o, struct diag *d, struct proof *ret);

#endif
