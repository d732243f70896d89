/* Blocks in a chain, each at least as large as the one before up to a limit, so that a scratch arena costs
 * one small allocation and a catalog of millions of strings a few hundred. Under AddressSanitizer the free
 * rest of a block and a gap after every allocation are poisoned: an overrun inside an arena is found like one
 * on the heap. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_ASAN 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define ARENA_ASAN 1
#endif

#ifdef ARENA_ASAN
#include <sanitizer/asan_interface.h>
enum { GAP = 16 };
#else
#define ASAN_POISON_MEMORY_REGION(p, n)   ((void)(p), (void)(n))
#define ASAN_UNPOISON_MEMORY_REGION(p, n) ((void)(p), (void)(n))
enum { GAP = 0 };
#endif

enum { ALIGN = alignof(max_align_t), FIRST_BLOCK = 4096, LARGEST_BLOCK = 256 * 1024 };

struct arena_block {
    struct arena_block *before;
    size_t used, size;
    alignas(max_align_t) char data[];
};

__attribute__((noreturn)) static void out_of_memory(void)
{
    static const char message[] = "kedge: out of memory\n";
    fputs(message, stderr);
    _Exit(2);
}

void *heap_realloc(void *p, size_t size)
{
    void *q = realloc(p, size ? size : 1);
    if (!q)
        out_of_memory();
    return q;
}

static struct arena_block *add_block(struct arena *a, size_t need)
{
    size_t size = a->last ? a->last->size * 2 : FIRST_BLOCK - sizeof(struct arena_block);
    if (size > LARGEST_BLOCK)
        size = LARGEST_BLOCK;
    if (size < need)
        size = need;

    struct arena_block *block = calloc(1, sizeof(*block) + size);
    if (!block)
        out_of_memory();
    block->size = size;
    ASAN_POISON_MEMORY_REGION(block->data, size);

    /* A request larger than a block gets one of its own, behind the one that still has room. */
    if (a->last && need > LARGEST_BLOCK) {
        block->before = a->last->before;
        a->last->before = block;
    } else {
        block->before = a->last;
        a->last = block;
    }
    return block;
}

void *arena_alloc(struct arena *a, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    size_t need = (size + GAP + ALIGN - 1) / ALIGN * ALIGN;
    struct arena_block *block = a->last;
    if (!block || block->size - block->used < need)
        block = add_block(a, need);

    void *p = block->data + block->used;
    block->used += need;
    ASAN_UNPOISON_MEMORY_REGION(p, size);
    return p;
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
    char *copy = arena_alloc(a, n + 1);
    if (n)
        memcpy(copy, s, n);
    return copy;
}

char *arena_strdup(struct arena *a, const char *s)
{
    return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_vprintf(struct arena *a, const char *fmt, va_list ap)
{
    va_list again;
    va_copy(again, ap);
    int n = vsnprintf(NULL, 0, fmt, ap);
    size_t size = n < 0 ? 1 : (size_t)n + 1;
    char *text = arena_alloc(a, size);
    if (n > 0)
        vsnprintf(text, size, fmt, again);
    va_end(again);
    return text;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    char *text = arena_vprintf(a, fmt, ap);
    va_end(ap);
    return text;
}

void arena_clear(struct arena *a)
{
    struct arena_block *block = a->last;
    while (block) {
        struct arena_block *before = block->before;
        ASAN_UNPOISON_MEMORY_REGION(block->data, block->size);
        free(block);
        block = before;
    }
    a->last = NULL;
}
