/* Between the files that write objects as trees: for programs (JSON) as the catalog has them, for people (the model) as they would write them. */
#ifndef KEDGE_SCHEMA_WRITE_H
#define KEDGE_SCHEMA_WRITE_H

#include "schema/model.h"

struct writing {
    struct arena *arena;
    bool model; /* for people: short forms, names in SQL's spelling */
};

/* The fields that say something, added to a mapping. skip: a field's name to leave out, or NULL. */
void write_fields(const struct writing *w, const struct record *r, const void *from, const char *skip, struct node *map);
/* In its shortest form: a text, the value of its main field, or a mapping. NULL when nothing is to be said. */
struct node *write_record(const struct writing *w, const struct record *r, const void *from);
/* A name as the model wants it: bare where SQL would keep it, else in double quotes. */
const char *write_name(struct arena *a, const char *schema, const char *name);
struct node *node_plain(struct arena *a, const char *text);

struct model_writer {
    struct writing w;
    const struct catalog *catalog;
    const char *default_schema;
    struct map folded; /* address of a column -> the sequence that its "serial" says */
    struct map folds;  /* address of such a sequence -> its column */
};

/* Finds the sequences that a column's "serial" says. */
void model_fold_serials(struct model_writer *m);
/* A copy of the object that leaves to the reader what the reader does by itself: NOT NULL of keys, names of identity sequences, serial, and the schema in the names of
 * what stands in the default schema. */
const void *model_reduced(const struct model_writer *m, const struct object *o);
/* Whether a partition or child has it from its parent, as the reader would add it. */
bool model_is_inherited(const struct model_writer *m, const struct object *o);
/* Takes out of a copy what follows from the table being a partition. */
void reduce_inherited(const struct model_writer *m, struct object *copy, const struct object *o);

#endif
