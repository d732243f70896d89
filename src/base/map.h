/* Text -> pointer. Keys are not copied and must outlive the map. Zero-initialised is empty. */
#ifndef KEDGE_BASE_MAP_H
#define KEDGE_BASE_MAP_H

#include <stdbool.h>
#include <stddef.h>

struct map_entry;

struct map {
    struct map_entry *entries;
};

void *map_get(const struct map *m, const char *key); /* NULL when absent */
bool map_put(struct map *m, const char *key, const void *value); /* true when the key is new; else the value is replaced */
size_t map_count(const struct map *m);
void map_clear(struct map *m);
#define AUTO_MAP __attribute__((cleanup(map_clear))) struct map

/* The same for integers, used for catalog OIDs. */
struct idmap_entry;
struct idmap {
    struct idmap_entry *entries;
};
void *idmap_get(const struct idmap *m, unsigned long long key);
bool idmap_put(struct idmap *m, unsigned long long key, const void *value);
void idmap_clear(struct idmap *m);

#endif
