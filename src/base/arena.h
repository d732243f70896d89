/* Memory by lifetime: everything that lives as long as a catalog, a plan or a run is taken from one arena and goes
 * with it. Running out of memory ends the program with one message: the only place below src/cli that may. */
#ifndef KEDGE_BASE_ARENA_H
#define KEDGE_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct arena_block;

struct arena {
    struct arena_block *last;
};

/* Zeroed memory, aligned for any type; never NULL. */
void *arena_alloc(struct arena *a, size_t size);
#define arena_new(a, type) ((type *)arena_alloc((a), sizeof(type)))

/* Copies, NUL-terminated. arena_strdup(NULL) is NULL. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);
char *arena_printf(struct arena *a, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
char *arena_vprintf(struct arena *a, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));

/* Frees everything; the arena is empty and usable again. */
void arena_clear(struct arena *a);
#define AUTO_ARENA __attribute__((cleanup(arena_clear))) struct arena

/* Heap for what grows (only buf, list and map need it); ends the program when there is none. */
void *heap_realloc(void *p, size_t size);

#endif
