#ifndef KEDGE_SCHEMA_KINDS_CONSTRAINT_H
#define KEDGE_SCHEMA_KINDS_CONSTRAINT_H

struct check {
    struct object base;
    const char *expression;
    bool no_inherit, not_valid;
    bool not_enforced; /* 18 */
    bool inherited; /* only a parent table declares it */
};

/* Primary key and unique. */
struct key {
    struct object base;
    struct list columns, include; /* const char * */
    bool nulls_not_distinct;      /* unique only; 15 */
    bool without_overlaps; /* of the last column; 18 */
    bool deferrable, initially_deferred;
    struct list with;
    const char *tablespace;
    const char *index_comment;
    const char *attached_to; /* of a partition: the key of the partitioned table that it is a part of */
    bool only;               /* of a partitioned table: partitions are without it */
};

struct foreign_key {
    struct object base;
    struct list columns;    /* const char * */
    const char *references; /* public.users */
    struct list referenced; /* const char *: columns; empty only before completion */
    const char *match;      /* simple, full */
    const char *on_update, *on_delete; /* no action, restrict, cascade, set null, set default */
    struct list on_delete_columns;     /* const char *; 15 */
    bool period; /* the last column; 18 */
    bool deferrable, initially_deferred, not_valid;
    bool not_enforced; /* 18 */
    bool inherited; /* the partitioned table's */
};

/* An element of an index or exclusion constraint. */
struct index_key {
    const char *column;     /* or */
    const char *expression; /* without the outer parentheses the syntax may want */
    const char *collation;  /* canonical name; NULL: the column's */
    const char *opclass;    /* canonical name; NULL: the type's default */
    struct list opclass_options; /* struct option */
    bool descending;
    const char *nulls;      /* first, last; NULL: implied by descending */
    const char *operator_;  /* exclusion only: "&&" or OPERATOR(schema.&&) */
    const char *statistics; /* target of an expression key */
};

struct exclusion {
    struct object base;
    const char *method;
    struct list elements; /* struct index_key */
    struct list include;  /* const char * */
    const char *where;
    bool deferrable, initially_deferred;
    struct list with;
    const char *tablespace;
    const char *index_comment;
    const char *attached_to; /* of a partition: that of the partitioned table that it was made with; 17 */
};

/* The keys of a table that a reference to these columns can rest on: primary key, unique constraints and unique indexes. */
void keys_of_columns(struct arena *a, const struct object *table, const struct list *columns, struct list *ret);
/* Whether it has a name that the server comes to by itself for a foreign key of these columns (text) of the same table: t_a_fkey, t_a_fkey1. */
bool foreign_key_usual_name(const struct object *o, const struct list *columns);

#endif
