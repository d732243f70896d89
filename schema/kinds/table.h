#ifndef KEDGE_SCHEMA_KINDS_TABLE_H
#define KEDGE_SCHEMA_KINDS_TABLE_H

#include "schema/kinds/sequence.h"

struct table {
    struct object base;
    bool unlogged;
    const char *access_method;    /* NULL: heap */
    const char *tablespace;       /* NULL: the database's */
    struct list with;             /* storage parameters, toast.* included */
    const char *replica_identity; /* default, full, nothing, index */
    const char *replica_index;    /* the index, for `index` */
    const char *cluster_on;       /* index */
    bool row_security, force_row_security;
    const char *server;           /* foreign table */
    struct list options;          /* foreign table: struct option */
};

struct identity {
    const char *generation; /* always, by default */
    const char *sequence;   /* name of its sequence; NULL only before completion, then always set */
    struct sequence_options options;
};

struct column {
    struct object base;
    const char *type;
    const char *collation; /* NULL: the type's own */
    bool not_null;
    const char *default_;
    const char *generated;      /* expression of a stored generated column */
    struct identity *identity;  /* NULL: none */
    const char *storage;        /* plain, external, extended, main; NULL: the type's own */
    const char *compression;    /* pglz, lz4; NULL: the server's default */
    const char *statistics;     /* target; NULL: the server's default */
    struct list options;        /* n_distinct, n_distinct_inherited */
    struct list foreign_options; /* of a foreign table: struct option */
};

#endif
