#ifndef KEDGE_SCHEMA_KINDS_TABLE_H
#define KEDGE_SCHEMA_KINDS_TABLE_H

#include "schema/kinds/sequence.h"

/* A table that another inherits from. */
struct inherit {
    const char *parent; /* public.cities */
};

struct table {
    struct object base;
    const char *partition_by;     /* RANGE (created_at); NULL: not partitioned */
    const char *partition_of;     /* the partitioned table that this is a part of */
    const char *bounds;           /* FOR VALUES ..., DEFAULT */
    struct list inherits;         /* struct inherit, in order */
    const char *of_type;          /* composite type that gives the columns */
    bool unlogged;
    const char *access_method;    /* NULL: heap */
    const char *tablespace;       /* NULL: the database's */
    struct list with;             /* storage parameters, toast.* included */
    const char *replica_identity; /* default, full, nothing, index */
    const char *replica_index;    /* the index, for `index` */
    const char *cluster_on;       /* index */
    bool row_security, force_row_security;
    struct list trigger_states;   /* struct option: of a partition, where they are not those of the table above it */
    const char *server;           /* foreign table */
    struct list options;          /* foreign table: struct option */
};

struct identity {
    const char *generation; /* always, by default */
    const char *sequence;   /* name of its sequence; NULL only before completion, then always set */
    const char *persistence; /* logged, unlogged; NULL: as the table; 15 */
    struct sequence_options options;
};

struct column {
    struct object base;
    const char *type;
    const char *collation; /* NULL: the type's own */
    bool not_null;
    const char *not_null_name;                      /* of the constraint; 18 */
    bool not_null_local;                            /* whatever parent tables say; from the server alone; 18 */
    bool not_null_no_inherit, not_null_not_valid; /* 18 */
    const char *not_null_comment;                   /* 18 */
    const char *default_;
    const char *generated;      /* expression of a generated column */
    bool virtual_;              /* computed when it is read; 18 */
    struct identity *identity;  /* NULL: none */
    const char *storage;        /* plain, external, extended, main; NULL: the type's own */
    const char *compression;    /* pglz, lz4; NULL: the server's default */
    const char *statistics;     /* target; NULL: the server's default */
    struct list options;        /* n_distinct, n_distinct_inherited */
    struct list foreign_options; /* of a foreign table: struct option */
    bool inherited;             /* only a parent table declares it */
};

#endif
