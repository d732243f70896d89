#ifndef KEDGE_DIFF_SUGGEST_H
#define KEDGE_DIFF_SUGGEST_H

#include "diff/diff.h"

/* Dropped and added objects that look alike, into d->suggestions. Never acted upon. */
void suggest_renames(struct diff *d);

#endif
