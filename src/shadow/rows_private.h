/* What the rooms of the made-up rows share: tables as far as a row has to know them. */
#ifndef KEDGE_SHADOW_ROWS_PRIVATE_H
#define KEDGE_SHADOW_ROWS_PRIVATE_H

#include "base/map.h"
#include "shadow/rows.h"

struct rows_column {
    const char *number, *name;
    const char *type, *full;          /* without domains, with its modifier; as it was declared */
    const char *value;                /* an expression of it, by g.i */
    char category;                    /* pg_type.typcategory */
    bool not_null, has_default, in_key, checked, pooled;
    struct list checks; /* const char *: expressions that read no other column */
    struct list base;   /* const char *: values by number of the row; empty: nobody knows any */
    struct list bounds; /* the same, that a partition takes; NULL among them: null */
    struct list pool;   /* the same, that a check may want */
    struct rows_column *twin;
};

struct rows_reference {
    struct rows_table *to;
    struct list columns, to_columns; /* struct rows_column, in pairs; to_columns: of `to` */
};

struct rows_table {
    const char *oid, *name;
    bool holds;                 /* rows itself: not partitioned */
    bool triggers;              /* or rules: they may do anything with a row */
    bool by_trying;             /* a partition whose bounds say no value: hash, default */
    struct list columns;        /* struct rows_column */
    struct list references;     /* struct rows_reference */
    struct rows_table *parent;  /* of a partition */
    struct list holders;        /* struct rows_table: itself, or the partitions under it, that hold rows */
    struct rows_table *twin;    /* in the other database, and back */
    struct list rows;           /* struct rows_row: those that are in */
    bool done;
    struct filled filled;
};

/* A text for each column, by its place in the table; NULL: null. */
struct rows_row {
    const char **cells;
    bool *defaults; /* what the column has by itself, which nobody knows here */
};

struct rows_side {
    struct arena *arena;
    struct db *db;
    struct list tables; /* struct rows_table */
    struct map by_oid, by_name;
};

/* rows_read.c */
int rows_side_read(struct arena *a, struct db *db, struct diag *d, struct rows_side *ret);
void rows_side_clear(struct rows_side *s);
struct rows_column *rows_column_by_name(const struct rows_table *t, const char *name);
/* Base values of the columns of a table, as many as may be tried. */
int rows_base_read(struct rows_side *s, struct rows_table *t, struct diag *d);
/* Takes values out of the pool that the column by itself refuses. */
int rows_pool_filter(struct rows_side *s, struct rows_column *c, struct list *pool, struct diag *d);
/* Where the connection still stands, an error was only an answer: OK. */
int rows_quietly(struct db *db, struct diag *quiet, struct diag *d);

/* rows_pool.c: takes values that fit out of the text of a constraint or of partition bounds. */
void rows_pool_check(struct arena *a, const struct list *columns, const char *text);
/* What is worth trying beside, once for each column that a check reads. */
void rows_pool_rest(struct arena *a, struct rows_column *c);
/* keys: struct rows_column or NULL (an expression), as the partitioned table has them. */
void rows_pool_bounds(struct arena *a, struct rows_table *t, const struct list *keys, const char *text);

#endif
