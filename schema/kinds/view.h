#ifndef KEDGE_SCHEMA_KINDS_VIEW_H
#define KEDGE_SCHEMA_KINDS_VIEW_H

struct view {
    struct object base;
    const char *query;        /* without the closing semicolon */
    bool security_barrier;
    bool security_invoker;    /* 15 */
    const char *check_option; /* local, cascaded */
    const char *shape;        /* its columns, a line each, as the server knows them; NULL: not known */
    struct list stub;         /* const char *: the same, where it cannot be made without them */
};

/* A column as the server knows it: "id integer", 'name text collate "C"'. */
struct shape_column {
    const char *name, *type, *collation; /* as they are spelled; collation NULL: that of the type */
};

/* Whether anything is said of a column of a view but its comment, privileges and labels. */
bool view_column_says(const struct object *column);
/* Those of a shape, a line each, into ret (struct shape_column). NULL has none. */
void shape_columns(struct arena *a, const char *shape, struct list *ret);
/* The columns of a view into ret (struct shape_column); none where they are not known. */
void view_columns(struct arena *a, const struct view *v, struct list *ret);

struct matview {
    struct object base;
    const char *query;
    bool unpopulated; /* WITH NO DATA */
    const char *access_method, *tablespace;
    struct list with;
    const char *replica_identity; /* not "index": its columns can be NULL */
    const char *cluster_on;
    struct list depends_on_extensions; /* const char * */
    const char *shape; /* as of a view */
};

/* What is said of a column of a view. */
struct view_column {
    struct object base;
    const char *default_; /* of a row that is inserted through the view */
    const char *storage, *compression, *statistics; /* these and options: of a materialized view */
    struct list options;
};

#endif
