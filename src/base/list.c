#include "base/list.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

void list_push(struct arena *a, struct list *l, const void *item)
{
    if (l->n == l->cap) {
        size_t cap = l->cap ? l->cap * 2 : 8;
        void **at = arena_alloc(a, cap > SIZE_MAX / sizeof(*at) ? SIZE_MAX : cap * sizeof(*at));
        if (l->n)
            memcpy(at, l->at, l->n * sizeof(*at));
        l->at = at;
        l->cap = cap;
    }
    l->at[l->n++] = (void *)(uintptr_t)item;
}

static void merge(void **to, void **from, size_t left, size_t middle, size_t right,
                  int (*cmp)(const void *, const void *))
{
    size_t i = left, j = middle;
    for (size_t k = left; k < right; k++) {
        bool take_left = i < middle && (j >= right || cmp(from[i], from[j]) <= 0);
        to[k] = take_left ? from[i++] : from[j++];
    }
}

/* Merge sort from the bottom up: qsort() is not stable, and equal items must keep their order for equal
 * output. */
void list_sort(struct list *l, int (*cmp)(const void *x, const void *y))
{
    if (l->n < 2)
        return;
    void **spare = heap_realloc(NULL, l->n * sizeof(*spare));
    void **from = l->at, **to = spare;
    for (size_t width = 1; width < l->n; width *= 2) {
        for (size_t left = 0; left < l->n; left += 2 * width) {
            size_t middle = left + width < l->n ? left + width : l->n;
            size_t right = left + 2 * width < l->n ? left + 2 * width : l->n;
            merge(to, from, left, middle, right, cmp);
        }
        void **swap = from;
        from = to;
        to = swap;
    }
    if (from != l->at)
        memcpy(l->at, from, l->n * sizeof(*from));
    free(spare);
}

bool list_has_text(const struct list *l, const char *text)
{
    for (size_t i = 0; i < l->n; i++) {
        if (strcmp(l->at[i], text) == 0)
            return true;
    }
    return false;
}

bool is_one_of(const char *word, const char *const *words)
{
    for (; *words; words++) {
        if (strcmp(word, *words) == 0)
            return true;
    }
    return false;
}
