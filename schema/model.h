/* The YAML model: reading (the only place with libyaml), writing, completion, JSON Schema. */
#ifndef KEDGE_SCHEMA_MODEL_H
#define KEDGE_SCHEMA_MODEL_H

#include "base/node.h"
#include "schema/object.h"

/* YAML text -> tree, with the limits: 64 MB, depth 64, 5 million nodes, scalars of 16 MB, alias expansion 10 x nodes + 100,000.
 * Duplicate keys, unknown tags, tabs, cycles, several documents are errors with both places. Merge keys (<<) work. */
int yaml_read(struct arena *a, const struct source *s, struct diag *d, struct node **ret);

/* A file, or a folder of *.yaml and *.yml (sorted, recursive). All errors of all files are collected. On success the catalog is complete:
 * default names given, serial expanded, references resolved and canonical, dependencies known, sorted.
 * schemas: the configured managed schemas (const char *), or empty: those the model names. */
int model_read(const char *path, const struct list *schemas, struct diag *d, struct catalog **ret);
/* The same from one source, for tests. */
int model_read_source(const struct source *s, const struct list *schemas, struct diag *d, struct catalog **ret);

/* Writes the language so that reading it back gives an equal catalog. Names in default_schema are not qualified as keys. Stable, minimal
 * (implied values and default names left out), bodies and queries as literal blocks. */
void model_write(struct buf *out, const struct catalog *c, const char *default_schema);
/* Any node tree as YAML (kedge.yaml of `init`). */
void yaml_write(struct buf *out, const struct node *n);

/* A record's fields from a tree node (a YAML value or JSON from introspection), through its field table: unknown keys with "did you mean",
 * wrong types, required ones; short form when the node is a scalar. */
int record_read(struct arena *a, const struct record *r, void *into, const struct node *n, struct diag *d);
/* One field from text as introspection gives it (scalars as text, true/false as t/f, lists and records as JSON). */
int field_read_text(struct arena *a, const struct field *f, void *into, const char *text, struct diag *d);
/* A record or object as a tree, for JSON output. Implied values left out. */
struct node *record_node(struct arena *a, const struct record *r, const void *from);
struct node *labels_node(struct arena *a, const struct object *o); /* security labels */
struct node *object_node(struct arena *a, const struct object *o);

/* JSON Schema of the model language, and the reference page (Markdown), both from the kinds. */
struct node *model_json_schema(struct arena *a);
void model_reference(struct buf *out);

/* Finds what texts of the model need: relations after FROM and JOIN, functions, types, sequences in nextval(), columns by name where a
 * relation is used. Errs on the side of a dependency too many. Called by model_read. */
void model_dependencies(struct catalog *c);

#endif
