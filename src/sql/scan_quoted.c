#include "sql/scan_quoted.h"

#include "base/buf.h"
#include "base/utf8.h"
#include <strings.h>

static bool error(struct token *t, const char *why)
{
    t->type = TOKEN_ERROR;
    t->text = why;
    return true;
}

static size_t skip_line_comment(const struct scanner *s, size_t i)
{
    while (i < s->len && s->text[i] != '\n' && s->text[i] != '\r')
        i++;
    return i;
}

/* After a closing quote at i: the next part of the same string, if white space with at least one line break
 * (and line comments) leads to another quote. Returns the position after that quote, 0 if there is none. */
static size_t find_continuation(const struct scanner *s, size_t i)
{
    bool line_break = false;
    while (i < s->len) {
        char c = s->text[i];
        if (c == '\n' || c == '\r')
            line_break = true;
        if (scan_is_space(c))
            i++;
        else if (c == '-' && i + 1 < s->len && s->text[i + 1] == '-')
            i = skip_line_comment(s, i);
        else
            break;
    }
    return line_break && i < s->len && s->text[i] == '\'' ? i + 1 : 0;
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* Exactly n hex digits at i; false if there are fewer. */
static bool read_hex(const char *s, size_t len, size_t i, size_t n, unsigned *ret)
{
    unsigned value = 0;
    if (n > len || i > len - n)
        return false;
    for (size_t k = 0; k < n; k++) {
        int digit = hex_digit(s[i + k]);
        if (digit < 0)
            return false;
        value = value * 16 + (unsigned)digit;
    }
    *ret = value;
    return true;
}

/* A code unit that may be half of a UTF-16 pair: the first half waits in *high for the second. */
static bool put_code(struct buf *out, unsigned code, unsigned *high)
{
    bool is_low = code >= 0xDC00 && code <= 0xDFFF;
    if (is_low != (*high != 0))
        return false;
    if (code >= 0xD800 && code <= 0xDBFF) {
        *high = code;
        return true;
    }
    if (is_low)
        code = 0x10000 + ((*high & 0x3FF) << 10) + (code & 0x3FF);
    *high = 0;
    char bytes[4];
    size_t n = utf8_put(code, bytes);
    buf_addn(out, bytes, n);
    return n > 0;
}

/* One octal or short hex escape; returns the digits taken. */
static size_t put_byte(struct buf *out, const char *s, size_t len, size_t i, unsigned base, size_t most)
{
    unsigned value = 0;
    size_t n = 0;
    while (n < most && i + n < len) {
        int digit = hex_digit(s[i + n]);
        if (digit < 0 || (unsigned)digit >= base)
            break;
        value = value * base + (unsigned)digit;
        n++;
    }
    buf_addc(out, (char)(value & 0xFF));
    return n;
}

/* The escape whose letter is at i; returns the bytes it takes from there, 0 when it is invalid. */
static size_t put_escape(struct buf *out, const char *s, size_t len, size_t i, unsigned *high)
{
    static const char letters[] = "bfnrt", values[] = "\b\f\n\r\t";
    char c = s[i];
    const char *letter = strchr(letters, c);
    if (c == 'u' || c == 'U') {
        size_t digits = c == 'u' ? 4 : 8;
        unsigned code;
        return read_hex(s, len, i + 1, digits, &code) && put_code(out, code, high) ? digits + 1 : 0;
    }
    if (*high)
        return 0;
    if (c >= '0' && c <= '7')
        return put_byte(out, s, len, i, 8, 3);
    if (c == 'x' && i + 1 < len && hex_digit(s[i + 1]) >= 0)
        return 1 + put_byte(out, s, len, i + 1, 16, 2);
    buf_addc(out, c && letter ? values[letter - letters] : c);
    return 1;
}

/* What a quoted token is made of, and where decoding stands. */
struct quoted {
    struct buf text;
    char quote;
    bool escapes; /* E'...' */
    bool doubled; /* the quote twice stands for one */
    unsigned high;
};

/* From i to the closing quote; returns the position after it, 0 with an error in t. */
static size_t read_part(const struct scanner *s, struct token *t, size_t i, struct quoted *q)
{
    while (i < s->len) {
        char c = s->text[i];
        if (c == q->quote) {
            if (!q->doubled || i + 1 >= s->len || s->text[i + 1] != q->quote)
                return i + 1;
            i++;
        }
        if (q->escapes && c == '\\' && i + 1 < s->len) {
            size_t n = put_escape(&q->text, s->text, s->len, i + 1, &q->high);
            if (n == 0) {
                error(t, "invalid Unicode escape");
                return 0;
            }
            i += 1 + n;
            continue;
        }
        if (q->high)
            break;
        buf_addc(&q->text, c);
        i++;
    }
    if (q->high)
        error(t, "invalid Unicode surrogate pair");
    else
        error(t, q->quote == '"' ? "unterminated quoted identifier" : "unterminated string");
    return 0;
}

/* Escapes of U&'...': \XXXX, \+XXXXXX and the escape character doubled. */
static bool decode_unicode(struct buf *text, char escape)
{
    AUTO_BUF out = {0};
    unsigned high = 0;
    for (size_t i = 0; i < text->len;) {
        bool escaped = text->data[i] == escape;
        bool literal = !escaped || (i + 1 < text->len && text->data[i + 1] == escape);
        if (literal) {
            if (high)
                return false;
            buf_addc(&out, text->data[i]);
            i += escaped ? 2 : 1;
            continue;
        }
        bool plus = i + 1 < text->len && text->data[i + 1] == '+';
        size_t skip = plus ? 2 : 1, digits = plus ? 6 : 4;
        unsigned code;
        if (!read_hex(text->data, text->len, i + skip, digits, &code) || !put_code(&out, code, &high))
            return false;
        i += skip + digits;
    }
    buf_truncate(text, 0);
    buf_addn(text, buf_str(&out), out.len);
    return high == 0;
}

/* UESCAPE 'c' after the token: its character, and *pos moved behind it; a backslash when there is none. */
static bool read_uescape(const struct scanner *s, size_t *pos, char *ret_escape)
{
    static const char word[] = "uescape";
    size_t len = sizeof(word) - 1;
    struct scanner look = *s;
    look.pos = *pos;
    *ret_escape = '\\';
    if (!scan_skip_space(&look) || s->len - look.pos < len || strncasecmp(s->text + look.pos, word, len) != 0)
        return true;
    look.pos += len;
    if (look.pos < s->len && scan_is_word_char(s->text[look.pos]))
        return true;
    if (!scan_skip_space(&look) || s->len - look.pos < 3)
        return false;
    const char *p = s->text + look.pos;
    char c = p[1];
    if (p[0] != '\'' || p[2] != '\'' || hex_digit(c) >= 0 || scan_is_space(c) || (unsigned char)c >= 0x80 ||
        strchr("+'\"", c))
        return false;
    *ret_escape = c;
    *pos = look.pos + 3;
    return true;
}

/* Puts the decoded text into the token and moves the scanner behind it. */
static bool finish(struct scanner *s, struct token *t, struct quoted *q, size_t end, bool unicode)
{
    char escape;
    if (q->high)
        return error(t, "invalid Unicode surrogate pair");
    if (unicode && !read_uescape(s, &end, &escape))
        return error(t, "invalid UESCAPE character");
    if (unicode && !decode_unicode(&q->text, escape))
        return error(t, "invalid Unicode escape");
    if (q->text.len && memchr(q->text.data, '\0', q->text.len))
        return error(t, "a NUL character in quotes");
    if (q->escapes && utf8_valid_length(buf_str(&q->text), q->text.len) < q->text.len)
        return error(t, "the escapes of the string do not make valid UTF-8");
    t->text = arena_strndup(s->arena, buf_str(&q->text), q->text.len);
    s->pos = end;
    return true;
}

static bool scan_quoted(struct scanner *s, struct token *t, struct quoted *q, size_t start, bool unicode)
{
    size_t end = 0;
    for (size_t i = start; i;) {
        end = read_part(s, t, i, q);
        if (!end)
            return true;
        i = q->quote == '\'' ? find_continuation(s, end) : 0;
    }
    return finish(s, t, q, end, unicode);
}

bool scan_string(struct scanner *s, struct token *t, char prefix, size_t skip)
{
    struct quoted q = {.quote = '\'', .escapes = prefix == 'e', .doubled = prefix != 'b' && prefix != 'x'};
    t->type = TOKEN_STRING;
    t->prefix = prefix;
    scan_quoted(s, t, &q, s->pos + skip, prefix == 'u');
    buf_free(&q.text);
    return true;
}

bool scan_identifier(struct scanner *s, struct token *t, bool unicode, size_t skip)
{
    struct quoted q = {.quote = '"', .doubled = true};
    t->type = TOKEN_QUOTED;
    scan_quoted(s, t, &q, s->pos + skip, unicode);
    if (t->type == TOKEN_QUOTED && !*t->text)
        error(t, "zero-length quoted identifier");
    buf_free(&q.text);
    return true;
}

bool scan_dollar_string(struct scanner *s, struct token *t)
{
    const char *open = s->text + s->pos;
    size_t left = s->len - s->pos, tag = 1;
    while (tag < left && open[tag] != '$' && scan_is_word_char(open[tag]))
        tag++;
    if (tag >= left || open[tag] != '$')
        return false;
    tag++;

    t->type = TOKEN_STRING;
    t->prefix = '$';
    const char *body = open + tag;
    const char *close = memmem(body, left - tag, open, tag);
    if (!close)
        return error(t, "unterminated dollar-quoted string");
    size_t len = (size_t)(close - body);
    if (len && memchr(body, '\0', len))
        return error(t, "a NUL character in quotes");
    t->text = arena_strndup(s->arena, body, len);
    s->pos += tag + len + tag;
    return true;
}
