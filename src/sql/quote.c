#include "sql/quote.h"

#include "base/utf8.h"
#include <stdio.h>
#include <string.h>

struct keyword {
    const char *word;
    enum keyword_class class;
};

static const struct keyword keywords[] = {
#define KEYWORD(word, class) {word, KEYWORD_##class},
#include "sql/keywords.def"
#undef KEYWORD
};

/* memcmp() with a length on one side only: strcmp() for a word that is not NUL-terminated. */
static int compare_word(const char *word, size_t len, const char *keyword)
{
    int order = strncmp(word, keyword, len);
    return order ? order : -(keyword[len] != '\0');
}

enum keyword_class sql_keyword(const char *lower, size_t len)
{
    size_t low = 0, high = sizeof(keywords) / sizeof(*keywords);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = compare_word(lower, len, keywords[middle].word);
        if (order == 0)
            return keywords[middle].class;
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return KEYWORD_NONE;
}

static bool needs_quotes(const char *name)
{
    static const char first[] = "abcdefghijklmnopqrstuvwxyz_";
    static const char later[] = "abcdefghijklmnopqrstuvwxyz_0123456789";
    size_t len = strlen(name);
    if (len == 0 || !strchr(first, *name) || strspn(name, later) != len)
        return true;
    return sql_keyword(name, len) > KEYWORD_UNRESERVED;
}

static void add_doubled(struct buf *b, const char *text, const char *doubled)
{
    for (;;) {
        size_t n = strcspn(text, doubled);
        buf_addn(b, text, n);
        if (!text[n])
            return;
        buf_addc(b, text[n]);
        buf_addc(b, text[n]);
        text += n + 1;
    }
}

void buf_ident(struct buf *b, const char *name)
{
    if (!needs_quotes(name)) {
        buf_add(b, name);
        return;
    }
    buf_addc(b, '"');
    add_doubled(b, name, "\"");
    buf_addc(b, '"');
}

void buf_qualified(struct buf *b, const char *schema, const char *name)
{
    if (schema) {
        buf_ident(b, schema);
        buf_addc(b, '.');
    }
    buf_ident(b, name);
}

void buf_literal(struct buf *b, const char *text)
{
    buf_add(b, strchr(text, '\\') ? "E'" : "'");
    add_doubled(b, text, "'\\");
    buf_addc(b, '\'');
}

/* The body is followed by the closing tag, so a body that ends in the beginning of a tag can form one too
 * early:
 * "$$a$" + "$$" closes after the a. Looking in body and tag together finds that as well. */
static bool tag_is_free(const char *text, const char *tag)
{
    AUTO_BUF both = {0};
    buf_add(&both, text);
    size_t len = both.len;
    buf_add(&both, tag);
    return strstr(both.data, tag) == both.data + len;
}

void buf_dollar(struct buf *b, const char *text)
{
    char tag[32] = "$$";
    for (unsigned i = 0; !tag_is_free(text, tag); i++) {
        if (i == 0)
            snprintf(tag, sizeof(tag), "$body$");
        else
            snprintf(tag, sizeof(tag), "$body_%u$", i);
    }
    buf_add(b, tag);
    buf_add(b, text);
    buf_add(b, tag);
}

void buf_comment(struct buf *b, const char *text)
{
    buf_visible(b, text);
}

char *sql_ident(struct arena *a, const char *name)
{
    struct buf b = {0};
    buf_ident(&b, name);
    return buf_take(&b, a);
}

char *sql_qualified(struct arena *a, const char *schema, const char *name)
{
    struct buf b = {0};
    buf_qualified(&b, schema, name);
    return buf_take(&b, a);
}

char *sql_literal(struct arena *a, const char *text)
{
    struct buf b = {0};
    buf_literal(&b, text);
    return buf_take(&b, a);
}
