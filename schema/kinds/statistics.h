#ifndef KEDGE_SCHEMA_KINDS_STATISTICS_H
#define KEDGE_SCHEMA_KINDS_STATISTICS_H

struct statistics_expression {
    const char *expression;
};

/* Extended statistics of a table or materialized view. */
struct statistics {
    struct object base;
    struct list kinds;       /* const char *: ndistinct, dependencies, mcv; empty: all */
    struct list columns;     /* const char *, in the order of the table */
    struct list expressions; /* struct statistics_expression */
    const char *in_schema;   /* NULL: the table's */
    const char *target;      /* NULL: the server's default */
};

#endif
