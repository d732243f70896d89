/* Between the files that read the model. What is read goes through these steps, each for all objects of all files:
 * objects as they are written (model_file, model_object); names (model_names); types and references (model_resolve); what follows from the
 * rest and what contradicts itself (model_complete, model_check); dependencies. */
#ifndef KEDGE_SCHEMA_MODEL_READING_H
#define KEDGE_SCHEMA_MODEL_READING_H

#include "schema/read.h"

/* An object on its way into the catalog. */
struct entry {
    struct object *o;
    const char *schema; /* default schema of its file */
    bool broken;        /* something of it could not be read: said already, so nothing is concluded from it */
};

struct model {
    struct catalog *catalog;
    struct arena *arena; /* the catalog's */
    struct diag *diag;
    const struct list *managed; /* configured schemas, const char *; empty: those the model names */
    struct list entries;        /* struct entry, parents before children, in the order of the text */
    struct map spaces;          /* names that are taken: see model_names.c */
    bool has_extensions;
    size_t guesses;             /* how often a near name was looked for: that is slow, and after some it helps nobody */
};

static inline struct entry *entry_of(const struct object *o)
{
    return o->user;
}

/* One file's tree. */
int model_file(struct model *m, const struct node *root);

/* The object and those in it become entries. name NULL: not named (yet). */
struct object *model_object(struct model *m, const struct kind *kind, const char *schema, const char *name, struct object *parent,
                            struct loc at, const char *file_schema);
/* The value of an object's key: short or long form, with facets and children. */
int model_object_read(struct model *m, struct object *o, const struct node *n, bool unnamed);
/* privileges: {reader: [select]} */
int privileges_read(struct model *m, struct object *o, const struct node *n);
/* That who grants may. */
void privileges_check(struct model *m, const struct object *o);
/* "for role app on tables": {privileges: ...} */
int model_default_privileges(struct model *m, const struct kind *kind, const struct pair *pair, const char *file_schema);
/* A group's mapping or list: "tables: ...", "columns: ...". parent NULL at the top of a file. */
int model_group(struct model *m, const struct kind *kind, const struct node *n, struct object *parent, const char *file_schema);
int model_routine_key(struct model *m, const struct kind *kind, const struct pair *pair, const char *file_schema);

/* Schemas and the managed ones; explicit names claimed, default ones given, sequences of serial and identity columns named and made;
 * everything but routines added to the catalog. */
void model_names(struct model *m);
/* The name that the server would choose for a constraint or index. */
char *model_choose_name(struct model *m, const struct object *o);
bool model_claim(struct model *m, struct object *o); /* false: its name is taken, with an error */
/* The name that FigureIndexColname() gives to an expression, or "expr". */
char *figure_name(struct arena *a, const char *expression);

/* What an operator class leaves unsaid; what a family must not. */
void model_class_types(struct model *m, struct object *o);
void model_complete_class(struct model *m, struct object *o);
void model_family_check(struct model *m, const struct object *o);

/* What tables have from others: columns, before default names are given; checks and foreign keys, after; NOT NULL and the indexes of
 * partitions, when all is complete. */
void model_inherit_columns(struct model *m);
void model_inherit_constraints(struct model *m);
void model_inherit_complete(struct model *m);

void model_types(struct model *m);   /* user types qualified; then routines are added */
void model_resolve(struct model *m); /* references to relations, functions, columns */
void model_mentions(struct model *m, struct entry *e); /* fields that say what they refer to (model_mention.c) */
const char *model_type(struct model *m, const struct entry *e, const char *type); /* a canonical type, qualified when it is the model's */
/* The object that a name means from a file's default schema, or NULL. */
struct object *model_relation(const struct model *m, const char *file_schema, const char *name);

void model_complete(struct model *m); /* NOT NULL of keys, sequence options, events of triggers */
void model_check(struct model *m);    /* columns exist, attributes do not contradict each other */

/* A name that is not there, with the nearest one of the kinds (bits 1 << kind_id) as hint. */
void model_dangling(struct model *m, struct loc at, uint64_t kinds_wanted, const char *what, const char *name);
void column_dangling(struct model *m, struct loc at, const struct object *table, const char *name);

/* model_labels.c: security labels. */
int labels_read(struct model *m, struct object *o, const struct node *n);

#endif
