/* Values that a constraint may want, by the literals in its text: those, and what lies beside them. Nothing here knows what the
 * constraint means: each value is only tried. */
#include "shadow/rows_private.h"

#include "sql/scan.h"
#include <stdlib.h>
#include <string.h>

enum { POOL_MAX = 40, LENGTH_MAX = 200 };

static void pool_add(struct arena *a, struct list *pool, const char *text)
{
    if (pool->n < POOL_MAX && !list_has_text(pool, text))
        list_push(a, pool, arena_strdup(a, text));
}

static bool is_number(const char *text)
{
    return *text && text[strspn(text, "+-0123456789.eE")] == '\0' && strpbrk(text, "0123456789");
}

static bool is_whole(const char *text)
{
    return strlen(text) < 18 && strspn(text, "-0123456789") == strlen(text);
}

/* --- by the type of the column --- */

static void add_number(struct arena *a, struct list *pool, const char *text)
{
    if (!is_number(text))
        return;
    pool_add(a, pool, text);
    for (int by = 1; by <= 3; by++) { /* a key wants three of them */
        if (is_whole(text)) {
            pool_add(a, pool, arena_printf(a, "%lld", strtoll(text, NULL, 10) + by));
            pool_add(a, pool, arena_printf(a, "%lld", strtoll(text, NULL, 10) - by));
        } else {
            pool_add(a, pool, arena_printf(a, "%g", strtod(text, NULL) + by / 4.0));
            pool_add(a, pool, arena_printf(a, "%g", strtod(text, NULL) - by / 4.0));
        }
    }
}

/* A number in a check of a text is most often a length. */
static void add_length(struct arena *a, struct list *pool, const char *text)
{
    long n = is_whole(text) ? strtol(text, NULL, 10) : -1;

    for (long length = n - 1; n >= 0 && n <= LENGTH_MAX && length <= n + 1; length++) {
        char *s = arena_alloc(a, (size_t)(length < 0 ? 0 : length) + 1);

        for (char c = 'a'; c <= 'c' && length >= 0; c++) {
            memset(s, c, (size_t)length);
            pool_add(a, pool, s);
        }
    }
}

/* 'a%' of a LIKE becomes 'a'. */
static void add_pattern(struct arena *a, struct list *pool, const char *text)
{
    AUTO_BUF plain = {0};

    for (const char *c = text; *c; c++)
        if (*c == '_')
            buf_addc(&plain, 'a');
        else if (*c != '%')
            buf_addc(&plain, *c);
    pool_add(a, pool, buf_str(&plain));
}

static void add_literal(struct arena *a, struct rows_column *c, const char *text, bool quoted)
{
    switch (c->category) {
    case 'N':
        add_number(a, &c->pool, text);
        break;
    case 'S':
        if (!quoted) {
            add_length(a, &c->pool, text);
            break;
        }
        pool_add(a, &c->pool, text);
        if (strpbrk(text, "%_"))
            add_pattern(a, &c->pool, text);
        break;
    case 'A':
        pool_add(a, &c->pool, arena_printf(a, "{\"%s\"}", text));
        break;
    default:
        if (!quoted)
            break;
        pool_add(a, &c->pool, text);
        if (strncmp(c->type, "json", 4) == 0)
            pool_add(a, &c->pool, arena_printf(a, "{\"%s\": 1}", text));
    }
}

/* columns: those that the constraint reads. */
void rows_pool_check(struct arena *a, const struct list *columns, const char *text)
{
    size_t n;
    const struct token *t = sql_tokens(a, text, strlen(text), &n);
    struct rows_column *c;

    for (size_t i = 0; i < n; i++) {
        bool quoted = t[i].type == TOKEN_STRING;

        if (!quoted && t[i].type != TOKEN_NUMBER)
            continue;
        list_each (c, columns)
            add_literal(a, c, t[i].text, quoted);
    }
    list_each (c, columns)
        c->checked = true;
}

void rows_pool_rest(struct arena *a, struct rows_column *c)
{
    static const char *const strings[] = {"a",        "ab",        "abc",   "ABC", "A1", "1",          "123", "a@example.org", "https://example.org/",
                                          "+4312345", "a-b", "a_b", "AB-12", "EN",  "en", "2020-01-01", "10.0.0.1", "#a0b1c2"};
    static const char *const documents[] = {"{}", "[]", "{\"a\": 1}", "[1]", "\"a\""};

    for (size_t i = 0; i < c->base.n && i < 3; i++)
        pool_add(a, &c->pool, c->base.at[i]);
    if (c->category == 'B') {
        pool_add(a, &c->pool, "t");
        pool_add(a, &c->pool, "f");
    }
    for (size_t i = 0; c->category == 'S' && i < sizeof(strings) / sizeof(strings[0]); i++)
        pool_add(a, &c->pool, strings[i]);
    for (size_t i = 0; strncmp(c->type, "json", 4) == 0 && i < sizeof(documents) / sizeof(documents[0]); i++)
        pool_add(a, &c->pool, documents[i]);
    if (c->category == 'A')
        pool_add(a, &c->pool, "{}");
    if (!c->not_null)
        list_push(a, &c->pool, NULL);
}

/* --- partitions --- */

/* The items between the parentheses at `*at`, which stands on the opening one: a text each, NULL for MINVALUE, MAXVALUE and null. */
static void read_items(struct arena *a, const struct token *t, size_t n, size_t *at, struct list *ret)
{
    const char *item = NULL;
    bool minus = false;
    int depth = 0;

    for (; *at < n; ++*at) {
        const struct token *x = &t[*at];

        if (token_is(x, TOKEN_PUNCT, "("))
            depth++;
        else if (token_is(x, TOKEN_PUNCT, ")") && --depth == 0)
            break;
        else if (depth == 1 && token_is(x, TOKEN_PUNCT, ",")) {
            list_push(a, ret, item);
            item = NULL;
            minus = false;
        } else if (token_is(x, TOKEN_OP, "-"))
            minus = true;
        else if (!item && (x->type == TOKEN_STRING || x->type == TOKEN_NUMBER))
            item = arena_printf(a, "%s%s", minus ? "-" : "", x->text);
        else if (!item && (token_is(x, TOKEN_WORD, "true") || token_is(x, TOKEN_WORD, "false")))
            item = arena_strdup(a, x->text);
    }
    list_push(a, ret, item);
}

static void add_range(struct arena *a, struct rows_column *c, const char *from, const char *to)
{
    long long low = from ? strtoll(from, NULL, 10) : 0, high = to ? strtoll(to, NULL, 10) : 0;

    if (c->category != 'N') {
        if (from)
            pool_add(a, &c->bounds, from);
        else if (to)
            pool_add(a, &c->bounds, c->category == 'S' ? "" : "0001-01-01");
        return;
    }
    for (int i = 0; i < 3; i++) {
        if (from)
            pool_add(a, &c->bounds, i ? arena_printf(a, "%lld", low + i) : from);
        else if (to)
            pool_add(a, &c->bounds, arena_printf(a, "%lld", high - 1 - i));
    }
}

/* FOR VALUES IN ('a', 'b'); FOR VALUES FROM (1, MINVALUE) TO (10, MAXVALUE); FOR VALUES WITH (modulus 4, remainder 0); DEFAULT */
void rows_pool_bounds(struct arena *a, struct rows_table *t, const struct list *keys, const char *text)
{
    size_t n;
    const struct token *tokens = sql_tokens(a, text, strlen(text), &n);
    struct list low = {0}, high = {0};
    struct rows_column *c;
    const char *item;

    for (size_t i = 0; i < n; i++) {
        if (token_is(&tokens[i], TOKEN_PUNCT, "("))
            read_items(a, tokens, n, &i, low.n ? &high : &low);
        else if (token_is(&tokens[i], TOKEN_WORD, "default") || token_is(&tokens[i], TOKEN_WORD, "with"))
            t->by_trying = true;
        if (t->by_trying)
            return;
    }
    list_each (c, keys) {
        if (!c || c->bounds.n) {
            t->by_trying = t->by_trying || !c;
            continue;
        }
        if (high.n && c_i < low.n && c_i < high.n)
            add_range(a, c, low.at[c_i], high.at[c_i]);
        if (!high.n)
            list_each (item, &low)
                list_push(a, &c->bounds, item);
        t->by_trying = t->by_trying || !c->bounds.n;
    }
}
