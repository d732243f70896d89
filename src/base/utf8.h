#ifndef KEDGE_BASE_UTF8_H
#define KEDGE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Offset of the first byte that is not valid UTF-8, or len. */
size_t utf8_valid_length(const char *s, size_t len);
/* Columns on a terminal. */
size_t utf8_width(const char *s);

#endif
