/* Objects and catalogs. Filled once by a reader (schema/model, introspect), then read-only. */
#ifndef KEDGE_SCHEMA_OBJECT_H
#define KEDGE_SCHEMA_OBJECT_H

#include "base/map.h"
#include "schema/kind.h"

/* What in an object needs another object: kept apart so that cycles can be broken between parts. */
enum part {
    PART_SELF,
    PART_DEFAULT,  /* column: its default; not the expression of a generated column, which is part of the column itself */
    PART_OWNED_BY, /* sequence: the column that owns it */
    PART_BODY,     /* function: SQL-standard body; its signature is SELF */
    PART_LATE,     /* table: replica identity and cluster index */
    PART_SECURITY, /* table: row-level security, which is on only while its policies are there */
    PART_MEMBERS,  /* operator family: operators and functions in it that are of none of its classes */
    PART_EXTENSION, /* that it goes with an extension */
    PART_STATES,   /* partition: states of triggers that it has from its partitioned table */
    PART_STORAGE,  /* table: its storage parameters, when they are altered with those of its TOAST table, which a column may bring */
    PART_ATTACH,   /* table: that it is a partition, inherits, or is of a type */
    PART_ROWS,     /* table: its rows, while it is made again */
    PART_COUNT,
};

struct depend {
    struct object *on;
    enum part part; /* of the dependent object */
};

/* One aclitem taken apart. */
struct privilege {
    const char *grantee;    /* role, "public" for all */
    const char *privileges; /* "SELECT, INSERT"; "" of an owner who gave all up; "ALL" in a model */
    bool grantable;
    const char *grantor; /* NULL: the owner */
};

/* Comes first in the struct of every kind. */
struct object {
    const struct kind *kind;
    const char *schema;    /* NULL at the top level */
    const char *name;      /* as the catalog stores it */
    const char *signature; /* routines: argument types that identify it, "integer, text"; NULL for others */
    struct object *parent;
    unsigned position;     /* among siblings of its kind, from 1 */
    struct loc at;         /* where the model says it */

    /* Facets: handled once for all kinds. */
    const char *comment;
    const char *owner;       /* NULL: not managed */
    struct list privileges;  /* struct privilege */
    bool has_privileges;     /* false: the kind's default; in a model: not managed */
    struct list labels;      /* struct option: security labels by their providers, in order of these */
    bool has_labels;         /* in a model: managed */
    struct list renamed_from; /* const char *, in the spelling of SQL (qualified or not, quoted where needed), newest first */

    struct list children; /* struct object, by kind, then position */
    struct list depends;  /* struct depend, without duplicates; the parent is not in it */
    struct list row_types; /* struct object: tables, views and composite types of which an expression in it has the type, each once; its own table too */
    const char *address;  /* its identity: "index public.users_email_idx" */
    const char *was;      /* in a catalog to which renames were applied: the name it has in the database; else NULL */
    const char *was_schema; /* likewise, where it moves to another schema */
    bool former;            /* there, its name is another's from now on, to which it was given by a rename: it goes before that */
    unsigned long long oid; /* live catalog only */
    bool unqualified;       /* its texts name objects of the model without a schema: they are looked up in its own schema first */
    bool of_itself;         /* a view that selects from itself */
    bool implied;           /* exists without being declared: schema public, a schema named by another object */
    void *user;             /* scratch of the differ */
};

/* An object that kedge saw and does not model. */
struct unmodelled {
    const char *what;    /* "policy", "partition bound" */
    const char *address; /* "policy public.users.p1" */
};

struct catalog {
    struct arena arena;
    struct list objects; /* every object; parents before children; sorted by catalog_sort() */
    struct map by_address;
    struct map routines;    /* "schema.name" -> struct list of its overloads; of everything else that has a signature: "schema.<" */
    struct list ranges;      /* struct range: found by the name of their multirange type too */
    struct list unmodelled;
    struct list schemas; /* const char *: the managed ones, in search order: unqualified names in model texts are looked up in this order */
    uint64_t groups;     /* of a model: KIND_BIT of the kinds it has a group of, be it empty */
    const char *role;    /* that read it; NULL: a model */
    int version;         /* of the server it was read from; 0: a model */
    struct list settings; /* struct option: of new sessions there, as far as they say how literals are read */
};

struct catalog *catalog_new(void);
void catalog_free(struct catalog *c); /* NULL is fine */

/* A zeroed object of a kind with name and place set, not yet in the catalog. schema is taken from the parent where there is one. */
struct object *object_new(struct catalog *c, const struct kind *kind, const char *schema, const char *name, struct object *parent);
/* Computes the address, and adds to the catalog and to its parent's children. Returns the object that already has the address, or NULL. */
struct object *catalog_add(struct catalog *c, struct object *o);
struct object *catalog_get(const struct catalog *c, const char *address);
/* By place. signature only for routines. */
struct object *catalog_find(const struct catalog *c, enum kind_id kind, const char *schema, const struct object *parent, const char *name, const char *signature);
/* A relation (table, view, materialized view, sequence), type (enum, domain, composite, or a relation's row type) by name; schema NULL: searched in c->schemas. */
struct object *catalog_relation(const struct catalog *c, const char *schema, const char *name);
struct object *catalog_type(const struct catalog *c, const char *schema, const char *name);
/* The object that a field names, where the name is enough: of one of the kinds (field.refers), by schema, or searched in c->schemas, or at the top level. */
struct object *catalog_named(const struct catalog *c, uint64_t refers, const char *schema, const char *name);
/* schema.name as texts spell it: an operator (symbol) is never quoted. */
void buf_object_name(struct buf *b, const char *schema, const char *name, bool symbol);
/* Every object of a name that others may share, into ret: routines, or operators. schema NULL: searched in c->schemas. */
void catalog_overloads(const struct catalog *c, const char *schema, const char *name, bool symbol, struct arena *a, struct list *ret);
/* Every function, procedure and aggregate of a name. */
void catalog_routines(const struct catalog *c, const char *schema, const char *name, struct arena *a, struct list *ret);
struct object *object_child(const struct object *parent, enum kind_id kind, const char *name);
void object_depends(struct catalog *c, struct object *o, struct object *on, enum part part); /* once each; o == on and o's parents are left out */
void object_has_row_type(struct catalog *c, struct object *o, struct object *of);
/* Canonical order: kind, schema, name, signature; children after their parent by kind, position or name. After all were added. */
void catalog_sort(struct catalog *c);
/* A deep copy, `user` cleared; dependencies and parents point into the copy. */
struct catalog *catalog_clone(const struct catalog *c);
/* The same with only the objects that keep() wants; children of those it does not want are left out. Texts are shared with c, which must outlive it. */
struct catalog *catalog_subset(const struct catalog *c, bool (*keep)(void *ctx, const struct object *o), void *ctx);

const struct list *object_extensions(const struct object *o); /* those that it depends on; empty for kinds that cannot */
bool labels_same(const struct object *x, const struct object *y); /* security labels */
const struct object *sequence_owner(const struct object *sequence); /* the column; NULL: nobody's */
bool object_needs(const struct object *o, const struct object *on); /* by itself, for whatever part */
bool default_takes_row(const struct object *column); /* one of its own table */
/* A table by its path: "public.users". */
struct object *catalog_table(const struct catalog *c, const char *path);
/* How SQL and addresses name it: "public.users", "public.users.email" for a child, "public.touch(integer)". */
char *object_path(struct arena *a, const struct object *o);
char *object_address(struct arena *a, const struct object *o);

/* PostgreSQL's ChooseIndexName/ChooseConstraintName/makeObjectName: name1_name2_label cut to 63 bytes as the server cuts. name2 may be NULL. */
char *default_name(struct arena *a, const char *name1, const char *name2, const char *label);

#include "schema/kinds.h"

#endif
