/* Tables that have something from others: partitions, tables that inherit, tables of a type. */
#ifndef KEDGE_SCHEMA_INHERIT_H
#define KEDGE_SCHEMA_INHERIT_H

#include "schema/object.h"

bool table_is_partition(const struct object *o);
/* An ordinary table: not a partitioned one, whose rows are in its partitions, nor a foreign one. */
bool table_holds_rows(const struct object *o);
/* Partition, or inherits. */
bool table_inherits(const struct object *o);
/* Is of a type: CREATE TABLE ... OF. */
bool table_is_typed(const struct object *o);
/* Inherits, or is of a type: can be taken off, and put back. */
bool table_attached(const struct object *o);
/* The name of its i-th parent table, or NULL. */
const char *table_parent_name(const struct object *table, size_t i);
/* The parent; NULL where there is no i-th, or the catalog does not have it. */
struct object *table_parent(const struct catalog *c, const struct object *table, size_t i);
/* Whether it is that table, or one of its partitions at any depth. */
bool table_is_below(const struct catalog *c, const struct object *table, const struct object *whole);
bool table_has_parent(const struct object *table, const char *name);

/* Comes from a parent alone: a column, check or foreign key, or the index or key of a partition. */
bool object_inherited(const struct object *o);
/* What it comes from, in one of the parents of its table; NULL: nothing is. */
struct object *object_origin(const struct catalog *c, const struct object *o);
/* The index of the partitioned table that an index or key of a partition is a part of, or NULL. */
const char *attached_to(const struct object *o);
/* An index, or a constraint with one. */
bool is_index(const struct object *o);
/* An index or key of a partitioned table that partitions are without. */
/* Constraints of tables of a type cannot be renamed. */
bool rename_refused(const struct object *o);
bool index_only(const struct object *o);
void set_attached_to(struct object *o, const char *name);
/* The state that a trigger of a partitioned table has in a partition that says none of its own; NULL: no table above it has one of that name. */
const char *partition_trigger_state(const struct catalog *c, const struct object *partition, const char *trigger);
/* The trigger itself, in the uppermost table that has it. */
struct object *partition_trigger(const struct catalog *c, const struct object *partition, const char *trigger);
/* Two indexes or keys of different tables that are the same but for their storage. */
bool same_index(const struct object *x, const struct object *y);
/* inherit_index.c */
/* The same as what it is a part of but for storage, and no other index of either table is. */
/* The name that the server gives to the index of a new partition, where nothing else has it. */
char *index_usual_name(struct arena *a, const struct object *o);
bool index_is_plain_part(const struct object *o, const struct object *origin);
/* As the server makes it by itself for the whole, name and all. */
bool index_is_usual_part(const struct catalog *c, const struct object *o);

#endif
