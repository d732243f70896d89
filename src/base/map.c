/* The maps are stb_ds hashes behind functions: its macros see every warning of whoever expands them, and a
 * plain pointer in the header keeps it out of everybody else's translation unit. */
#include "base/map.h"

#include "base/arena.h"
#include <stdlib.h>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wcast-qual"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#pragma GCC diagnostic ignored "-Wmissing-prototypes"
#pragma GCC diagnostic ignored "-Wnull-dereference"
#define STBDS_NO_SHORT_NAMES
#define STBDS_REALLOC(context, p, size) heap_realloc((p), (size))
#define STBDS_FREE(context, p)          free(p)
#define STB_DS_IMPLEMENTATION
#include <stb_ds.h>

struct map_entry {
    char *key;
    void *value;
};

struct idmap_entry {
    unsigned long long key;
    void *value;
};

/* Looking up writes scratch values into the table's header, never into its entries; a map that was never
 * filled has no header and is not touched. */
void *map_get(const struct map *m, const char *key)
{
    struct map_entry *entries = m->entries;
    if (!entries)
        return NULL;
    ptrdiff_t i = stbds_shgeti(entries, (char *)key);
    return i < 0 ? NULL : entries[i].value;
}

bool map_put(struct map *m, const char *key, const void *value)
{
    size_t before = map_count(m);
    stbds_shput(m->entries, (char *)key, (void *)value);
    return map_count(m) > before;
}

size_t map_count(const struct map *m)
{
    return m->entries ? (size_t)stbds_shlen(m->entries) : 0;
}

void map_clear(struct map *m)
{
    if (m->entries)
        stbds_shfree(m->entries);
    m->entries = NULL;
}

void *idmap_get(const struct idmap *m, unsigned long long key)
{
    struct idmap_entry *entries = m->entries;
    if (!entries)
        return NULL;
    ptrdiff_t i = stbds_hmgeti(entries, key);
    return i < 0 ? NULL : entries[i].value;
}

bool idmap_put(struct idmap *m, unsigned long long key, const void *value)
{
    size_t before = m->entries ? (size_t)stbds_hmlen(m->entries) : 0;
    stbds_hmput(m->entries, key, (void *)value);
    return (size_t)stbds_hmlen(m->entries) > before;
}

void idmap_clear(struct idmap *m)
{
    if (m->entries)
        stbds_hmfree(m->entries);
    m->entries = NULL;
}
#pragma GCC diagnostic pop
