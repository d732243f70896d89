#include "base/node.h"

#include <string.h>

static struct node *new_node(struct arena *a, enum node_type type)
{
    struct node *n = arena_new(a, struct node);
    n->type = type;
    return n;
}

static struct pair *find_pair(const struct node *map, const char *key)
{
    struct pair *pair;
    list_each (pair, &map->items) {
        if (strcmp(pair->key, key) == 0)
            return pair;
    }
    return NULL;
}

struct node *node_get(const struct node *map, const char *key)
{
    if (!map || map->type != NODE_MAP)
        return NULL;
    struct pair *pair = find_pair(map, key);
    return pair ? pair->value : NULL;
}

struct node *node_map(struct arena *a)
{
    return new_node(a, NODE_MAP);
}

struct node *node_list(struct arena *a)
{
    return new_node(a, NODE_LIST);
}

struct node *node_text(struct arena *a, const char *text)
{
    struct node *n = new_node(a, text ? NODE_SCALAR : NODE_NULL);
    n->text = arena_strdup(a, text);
    return n;
}

struct node *node_texts(struct arena *a, const struct list *texts)
{
    struct node *list = node_list(a);
    const char *text;

    list_each (text, texts)
        node_add(a, list, node_text(a, text));
    return list;
}

static struct node *plain_scalar(struct arena *a, char *text)
{
    struct node *n = new_node(a, NODE_SCALAR);
    n->plain = true;
    n->text = text;
    return n;
}

struct node *node_number(struct arena *a, long long n)
{
    return plain_scalar(a, arena_printf(a, "%lld", n));
}

struct node *node_bool(struct arena *a, bool b)
{
    return plain_scalar(a, arena_strdup(a, b ? "true" : "false"));
}

void node_set(struct arena *a, struct node *map, const char *key, struct node *value)
{
    struct pair *pair = find_pair(map, key);
    if (!pair) {
        pair = arena_new(a, struct pair);
        pair->key = arena_strdup(a, key);
        list_push(a, &map->items, pair);
    }
    pair->value = value;
}

void node_add(struct arena *a, struct node *list, struct node *value)
{
    list_push(a, &list->items, value);
}
