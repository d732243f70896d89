#ifndef KEDGE_DIFF_COVER_H
#define KEDGE_DIFF_COVER_H

#include "diff/diff.h"

/* Columns and checks that are renamed with those of the parent tables: added to d->renames. */
void cover_renames(struct diff *d);
/* Indexes of partitions that are renamed because others are to have their names: added to ret, as they are in d->from. */
void cover_part_renames(struct diff *d, struct list *ret);
/* Sets pair_of.cover, after all pairs were compared. */
void cover_pairs(struct diff *d);
/* Whether a table stays attached to a parent: the pair of the parent's object that `o` (of either side) comes from, else NULL. */
struct pair_of *cover_origin(const struct diff *d, const struct object *o, bool of_to);
/* Fields that ALTER TABLE of the parent changes in the children too. */
uint64_t cover_recursing(const struct kind *k);
/* The bit of `inherited` where an inherited object of a child table becomes its own too, else 0. */
uint64_t cover_becomes_own(const struct diff *d, const struct pair_of *p);
bool cover_stays(const struct diff *d, const struct pair_of *table);

#endif
