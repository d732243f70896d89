/* A growing array of pointers in an arena. The pointed-to things belong to whoever made them. */
#ifndef KEDGE_BASE_LIST_H
#define KEDGE_BASE_LIST_H

#include "base/arena.h"
#include <stdbool.h>

struct list {
    void **at;
    size_t n, cap;
};

void list_push(struct arena *a, struct list *l, const void *item);
void list_sort(struct list *l, int (*cmp)(const void *x, const void *y)); /* stable; cmp gets the items themselves */
bool list_has_text(const struct list *l, const char *text);              /* items are strings */
bool is_one_of(const char *word, const char *const *words);              /* NULL ends them */

/* list_each(var, list) { ... } with var declared before; safe for break and for an empty list. */
#define list_each(var, list_)                                                                                \
    for (size_t var##_i = 0; var##_i < (list_)->n && ((var) = (list_)->at[var##_i], 1); var##_i++)

#endif
