#include "base/utf8.h"

#include "base/buf.h"
#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

size_t utf8_next(const char *s, size_t len, unsigned *ret_code)
{
    unsigned char first = (unsigned char)*s;
    if (first < 0x80) {
        *ret_code = first;
        return 1;
    }
    utf8proc_int32_t code = -1;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s, len < 4 ? (utf8proc_ssize_t)len : 4, &code);
    *ret_code = n > 0 ? (unsigned)code : 0xFFFD;
    return n > 0 ? (size_t)n : 1;
}

size_t utf8_valid_length(const char *s, size_t len)
{
    size_t i = 0;
    while (i < len) {
        if ((unsigned char)s[i] < 0x80) {
            i++;
            continue;
        }
        unsigned code;
        size_t n = utf8_next(s + i, len - i, &code);
        if (n == 1)
            return i;
        i += n;
    }
    return len;
}

size_t utf8_cut(const char *s, size_t max)
{
    size_t len = strnlen(s, max + 1);

    if (len <= max)
        return len;
    for (len = max; len > 0 && ((unsigned char)s[len] & 0xC0) == 0x80;)
        len--;
    return len;
}

size_t utf8_char_width(unsigned code)
{
    int width = utf8proc_charwidth((utf8proc_int32_t)code);
    return width > 0 ? (size_t)width : 0;
}

size_t utf8_width(const char *s)
{
    size_t len = strlen(s), width = 0;
    for (size_t i = 0; i < len;) {
        unsigned code;
        i += utf8_next(s + i, len - i, &code);
        width += utf8_char_width(code);
    }
    return width;
}

size_t utf8_put(unsigned code, char *out)
{
    if (code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return 0;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);
}

bool utf8_is_control(unsigned code)
{
    if (code < 0x20 || (code >= 0x7F && code < 0xA0))
        return true;
    return code == 0x061C || code == 0x200E || code == 0x200F || (code >= 0x2028 && code <= 0x202E) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0xFEFF;
}

void buf_visible(struct buf *b, const char *text)
{
    size_t len = strlen(text), plain = 0;
    for (size_t i = 0; i < len;) {
        unsigned code;
        size_t n = utf8_next(text + i, len - i, &code);
        bool invalid = n == 1 && (unsigned char)text[i] >= 0x80;
        if (invalid || utf8_is_control(code)) {
            buf_addn(b, text + plain, i - plain);
            if (invalid)
                buf_addf(b, "\\x%02x", (unsigned)(unsigned char)text[i]);
            else
                buf_addf(b, code > 0xFFFF ? "\\U%08X" : "\\u%04X", code);
            plain = i + n;
        }
        i += n;
    }
    buf_addn(b, text + plain, len - plain);
}

bool utf8_is_word(unsigned code)
{
    utf8proc_category_t c = utf8proc_category((utf8proc_int32_t)code);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_NO;
}
