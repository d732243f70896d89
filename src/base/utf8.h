#ifndef KEDGE_BASE_UTF8_H
#define KEDGE_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Offset of the first byte that is not valid UTF-8, or len. */
size_t utf8_valid_length(const char *s, size_t len);
/* Bytes of the beginning of s that has at most max of them and ends with a whole character. */
size_t utf8_cut(const char *s, size_t max);
/* Columns on a terminal. */
size_t utf8_width(const char *s);

/* The character at s (len > 0) and the bytes it takes; a byte that starts no valid character is U+FFFD, one byte. */
size_t utf8_next(const char *s, size_t len, unsigned *ret_code);
size_t utf8_char_width(unsigned code);
/* Writes the character to out (at least 4 bytes) and returns its length, 0 if it is none (surrogates, above U+10FFFF). */
size_t utf8_put(unsigned code, char *out);
/* Characters that move the cursor, break the line or reorder the text around them: never shown as they are. */
bool utf8_is_control(unsigned code);

/* Letters, digits and the marks on them, of any script. */
bool utf8_is_word(unsigned code);

struct buf;
/* Adds text with such characters written as \uXXXX (\UXXXXXXXX beyond), so that it stays on its line and within its place. */
void buf_visible(struct buf *b, const char *text);

#endif
