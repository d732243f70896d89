/* Rows of the SQL files -> objects of a catalog. */
#ifndef KEDGE_INTROSPECT_LOAD_H
#define KEDGE_INTROSPECT_LOAD_H

#include "db/db.h"
#include "schema/object.h"

/* Where an object is in the server's catalogs, as one number. */
typedef unsigned long long place;

/* What is collected while rows arrive, in any order, and tied together at the end. */
struct load {
    struct catalog *catalog;
    struct diag *diag;
    struct arena scratch;
    struct idmap objects; /* place -> struct object */
    struct list loaded;   /* struct loaded */
    struct list edges;    /* struct edge */
    struct list facets;   /* struct facet */
};

/* How the columns of a result are bound to one kind. */
struct load_kind {
    const struct kind *kind;
    int *columns; /* of the result -> what it is; NULL before the first row of the kind */
    int slots[8]; /* common columns -> where they are in the result, -1: not there */
};

/* Reads the rows of one file of objects: the context of load_row(). Where a file holds several kinds, the column "kind" says what a row
 * is, and a column may be a field of only some of them. */
struct load_file {
    struct load *load;
    const char *name;
    struct list kinds; /* struct load_kind */
};

/* Callbacks for db_pipeline(). ctx of load_row: struct load_file; of the others: struct load. */
int load_row(void *ctx, const struct db_row *row);
int load_comment(void *ctx, const struct db_row *row);
int load_label(void *ctx, const struct db_row *row);
int load_privileges(void *ctx, const struct db_row *row);
int load_depend(void *ctx, const struct db_row *row);
int load_unmodelled(void *ctx, const struct db_row *row);
int load_setting(void *ctx, const struct db_row *row);
int load_schema_name(void *ctx, const struct db_row *row);

/* After the last row: parents, facets and dependencies are tied, the catalog is sorted. */
int load_finish(struct load *l);
void load_clear(struct load *l); /* not the catalog */

#endif
