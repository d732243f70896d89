#include "schema/clause_text.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

struct expression {
    struct arena arena;
    const char *text;
    struct token *tokens;
    size_t n;
};

static void expression_open(struct expression *e, const char *text)
{
    *e = (struct expression){.text = text};
    e->tokens = sql_tokens(&e->arena, text, strlen(text), &e->n);
}

static void expression_close(struct expression *e)
{
    arena_clear(&e->arena);
}

static bool opens(const struct token *t)
{
    return token_is(t, TOKEN_PUNCT, "(") || token_is(t, TOKEN_PUNCT, "[");
}

static bool closes(const struct token *t)
{
    return token_is(t, TOKEN_PUNCT, ")") || token_is(t, TOKEN_PUNCT, "]");
}

/* Index of the token that closes the parenthesis at `from`, or n. */
static size_t closing(const struct expression *e, size_t from)
{
    size_t depth = 0;

    for (size_t i = from; i < e->n; i++) {
        if (opens(&e->tokens[i]))
            depth++;
        else if (closes(&e->tokens[i]) && --depth == 0)
            return i;
    }
    return e->n;
}

static bool starts_query(const struct token *t)
{
    return token_is(t, TOKEN_WORD, "select") || token_is(t, TOKEN_WORD, "values") ||
           token_is(t, TOKEN_WORD, "with") || token_is(t, TOKEN_WORD, "table");
}

/* Whether one pair of parentheses encloses it all and could be taken away: the parentheses of a sub-select or
 * a row belong to it. */
static bool enclosed(const struct expression *e)
{
    size_t depth = 0;

    if (e->n < 3 || !token_is(&e->tokens[0], TOKEN_PUNCT, "(") || closing(e, 0) != e->n - 1)
        return false;
    if (starts_query(&e->tokens[1]))
        return false;
    for (size_t i = 0; i < e->n; i++) {
        if (opens(&e->tokens[i]))
            depth++;
        else if (closes(&e->tokens[i]))
            depth--;
        else if (depth == 1 && token_is(&e->tokens[i], TOKEN_PUNCT, ","))
            return false;
    }
    return true;
}

static void add_bare(struct buf *b, const struct expression *e)
{
    if (e->n == 0)
        return;
    buf_addn(b, e->text + e->tokens[0].start, e->tokens[e->n - 1].end - e->tokens[0].start);
}

static void add_parenthesised(struct buf *b, const struct expression *e)
{
    bool whole = enclosed(e);

    if (!whole)
        buf_addc(b, '(');
    add_bare(b, e);
    if (!whole)
        buf_addc(b, ')');
}

void buf_expression(struct buf *b, const char *text)
{
    struct expression e;

    expression_open(&e, text);
    add_bare(b, &e);
    expression_close(&e);
}

void buf_parenthesised(struct buf *b, const char *text)
{
    struct expression e;

    expression_open(&e, text);
    add_parenthesised(b, &e);
    expression_close(&e);
}

/* What PostgreSQL's b_expr lacks in comparison with a_expr. */
static bool wants_parentheses(const struct token *t)
{
    static const char *const words[] = {"and", "or",       "not",   "is",      "isnull",  "notnull",
                                        "in",  "like",     "ilike", "similar", "between", "collate",
                                        "at",  "overlaps", "any",   "some",    "all"};

    if (t->type != TOKEN_WORD)
        return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(t->text, words[i]) == 0)
            return true;
    return false;
}

static bool default_wants_parentheses(const struct expression *e)
{
    size_t depth = 0, cases = 0;

    for (size_t i = 0; i < e->n; i++) {
        const struct token *t = &e->tokens[i];

        if (opens(t))
            depth++;
        else if (closes(t))
            depth--;
        else if (depth == 0 && token_is(t, TOKEN_WORD, "case"))
            cases++;
        else if (depth == 0 && cases > 0 && token_is(t, TOKEN_WORD, "end"))
            cases--;
        else if (depth == 0 && cases == 0 && wants_parentheses(t))
            return true;
    }
    return false;
}

void buf_default(struct buf *b, const char *text)
{
    struct expression e;

    expression_open(&e, text);
    if (default_wants_parentheses(&e))
        add_parenthesised(b, &e);
    else
        add_bare(b, &e);
    expression_close(&e);
}

/* Words that are no names of functions but are called like them. */
static bool is_function_keyword(const char *word)
{
    static const char *const words[] = {"coalesce", "extract",  "greatest",  "least", "normalize", "nullif",
                                        "overlay",  "position", "substring", "treat", "trim"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

static bool names_function(const struct token *t)
{
    enum keyword_class class;

    if (t->type == TOKEN_QUOTED)
        return true;
    if (t->type != TOKEN_WORD)
        return false;
    class = sql_keyword(t->text, strlen(t->text));
    return class == KEYWORD_NONE || class == KEYWORD_UNRESERVED || is_function_keyword(t->text);
}

static bool is_call(const struct expression *e)
{
    size_t i = 0;

    while (i + 2 < e->n && names_function(&e->tokens[i]) && token_is(&e->tokens[i + 1], TOKEN_PUNCT, "."))
        i += 2;
    if (i + 2 >= e->n || !names_function(&e->tokens[i]) || !token_is(&e->tokens[i + 1], TOKEN_PUNCT, "("))
        return false;
    return closing(e, i + 1) == e->n - 1;
}

void buf_key_expression(struct buf *b, const char *text)
{
    struct expression e;

    expression_open(&e, text);
    if (is_call(&e))
        add_bare(b, &e);
    else
        add_parenthesised(b, &e);
    expression_close(&e);
}

char *expression_bare(struct arena *a, const char *text)
{
    struct expression e;
    char *ret;
    size_t from, to;

    expression_open(&e, text);
    from = enclosed(&e) ? 1 : 0;
    to = e.n - from;
    ret = e.n == 0
              ? arena_strdup(a, "")
              : arena_strndup(a, text + e.tokens[from].start, e.tokens[to - 1].end - e.tokens[from].start);
    expression_close(&e);
    return ret;
}
