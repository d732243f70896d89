/* Between the files that read the model: names as people write them, records, values. */
#ifndef KEDGE_SCHEMA_READ_H
#define KEDGE_SCHEMA_READ_H

#include "schema/model.h"

/* Names are written as in SQL: unquoted ones mean lower case. A name whose unquoted spelling would not be kept (capitals, spaces) must stand in double
 * quotes, because nobody can know which of the two was meant. Longer than 63 bytes is an error too: the server would cut it. */
int name_text_read(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret_schema, const char **ret_name);
int ident_text_read(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret);
/* "a", "a, b" or "(a, b)". */
int idents_text_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct list *ret);
char *lower_case(struct arena *a, const char *text);
int name_length_check(const char *name, struct loc at, struct diag *d);

/* A function's result: a type, SETOF type or TABLE(name type, ...), in canonical spelling. map, unless NULL, is called with each canonical type and returns
 * what stands in its place. */
typedef char *type_map(void *ctx, char *type);
char *returns_each(struct arena *a, const char *text, struct loc at, struct diag *d, type_map *map, void *ctx);

struct reading {
    struct arena *arena;
    struct diag *diag;
    bool catalog; /* from a catalog, not from a person: names are as stored, types and names canonical, booleans may be t and f */
};

/* As record_read(), for a mapping that also has keys which are not fields: others ends with NULL. */
int record_read_map(const struct reading *rd, const struct record *r, void *into, const struct node *n, const char *const *others);
int record_read_node(const struct reading *rd, const struct record *r, void *into, const struct node *n);
/* One field from its value. */
int field_read(const struct reading *rd, const struct field *f, void *into, const struct node *n);
/* Scalar types only. */
int field_read_scalar(const struct reading *rd, const struct field *f, void *into, const struct node *n);

const char *node_what(const struct node *n); /* "a list" */
/* `unknown key "colums" in table`, with the nearest of the known ones or all of them as hint. */
int unknown_key(struct diag *d, struct loc at, const char *key, const char *in, const struct list *known);
/* For messages: at most n bytes, whole characters, with "..." when something is left out. */
const char *text_clip(struct arena *a, const char *text, size_t n);
/* The text without white space around it. */
const char *text_trim(struct arena *a, const char *text);

#endif
