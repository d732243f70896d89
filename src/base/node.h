/* A tree of scalars, lists and maps with locations: what YAML files and JSON values are read into, and what JSON
 * output is made of. Lives in an arena, read-only once made. */
#ifndef KEDGE_BASE_NODE_H
#define KEDGE_BASE_NODE_H

#include "base/buf.h"
#include "base/diag.h"

enum node_type { NODE_NULL, NODE_SCALAR, NODE_LIST, NODE_MAP };

struct node {
    enum node_type type;
    bool plain;          /* scalar: written without quotes (YAML plain; JSON number or boolean) */
    struct loc at;
    const char *text;    /* scalar: without NUL bytes inside */
    struct list items;   /* list: struct node; map: struct pair, in order, keys unique */
};

struct pair {
    const char *key;
    struct loc at;       /* of the key */
    struct node *value;
};

struct node *node_get(const struct node *map, const char *key); /* NULL when absent or not a map */

/* Building. text is copied. */
struct node *node_map(struct arena *a);
struct node *node_list(struct arena *a);
struct node *node_text(struct arena *a, const char *text);   /* NULL gives null */
struct node *node_texts(struct arena *a, const struct list *texts);
struct node *node_number(struct arena *a, long long n);
struct node *node_bool(struct arena *a, bool b);
void node_set(struct arena *a, struct node *map, const char *key, struct node *value);
void node_add(struct arena *a, struct node *list, struct node *value);

/* JSON. Reading gives an error with the location in `what`; writing is deterministic, keys in the order set. */
int json_read(struct arena *a, const char *text, const char *what, struct diag *d, struct node **ret);
void json_write(struct buf *out, const struct node *n, bool pretty);

#endif
