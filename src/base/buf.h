/* A growing text. Always NUL-terminated; buf_str() is never NULL. Free with buf_free or AUTO_BUF. */
#ifndef KEDGE_BASE_BUF_H
#define KEDGE_BASE_BUF_H

#include "base/arena.h"
#include <stdbool.h>

struct buf {
    char *data;
    size_t len, cap;
};

void buf_add(struct buf *b, const char *s);
void buf_addn(struct buf *b, const char *s, size_t n);
void buf_addc(struct buf *b, char c);
void buf_addf(struct buf *b, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void buf_vaddf(struct buf *b, const char *fmt, va_list ap) __attribute__((format(printf, 2, 0)));
/* Adds sep unless the buffer is empty or this is the first call for *first. */
void buf_sep(struct buf *b, bool *first, const char *sep);
void buf_truncate(struct buf *b, size_t len);
const char *buf_str(const struct buf *b);
char *buf_take(struct buf *b, struct arena *a); /* copies into the arena and frees the buffer */
void buf_free(struct buf *b);
#define AUTO_BUF __attribute__((cleanup(buf_free))) struct buf

#endif
