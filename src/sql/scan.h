/* The SQL scanner: PostgreSQL's lexical rules (src/backend/parser/scan.l), standard_conforming_strings on. */
#ifndef KEDGE_SQL_SCAN_H
#define KEDGE_SQL_SCAN_H

#include "base/diag.h"

enum token_type {
    TOKEN_END,
    TOKEN_WORD,    /* unquoted identifier or keyword; text is folded to lower case (ASCII only, as the server does) */
    TOKEN_QUOTED,  /* "identifier" or U&"..."; text is decoded */
    TOKEN_STRING,  /* '...', E'...', U&'...', $tag$...$tag$, and continuation over newlines; text is decoded.
                      B'...' and X'...' too, then text keeps the prefix letter in `prefix` */
    TOKEN_NUMBER,
    TOKEN_PARAM,   /* $1 */
    TOKEN_OP,      /* an operator, longest match with the server's rules for trailing + and -, and comments */
    TOKEN_PUNCT,   /* one of ( ) [ ] , ; . : and the pairs :: := .. =>  (text says which) */
    TOKEN_META,    /* backslash outside a string: a psql meta command */
    TOKEN_ERROR,   /* unterminated string, comment or identifier, or a byte that starts no token; text says why */
};

struct token {
    enum token_type type;
    char prefix;        /* STRING: 0, 'e', 'u', 'b', 'x', '$' */
    size_t start, end;  /* byte offsets in the source, of the token as written */
    const char *text;
    bool space_before;  /* white space or a comment stands before it */
};

struct scanner {
    struct arena *arena; /* where token texts go */
    const char *text;
    size_t len, pos;
};

void scanner_init(struct scanner *s, struct arena *a, const char *text, size_t len);
/* Comments and white space are skipped. At the end and after an error: TOKEN_END for ever. */
void scanner_next(struct scanner *s, struct token *ret);
/* The next -- comment before the next token, with its dashes and without the end of its line: false when there is none. For the
 * gap between two tokens: a scanner of its own, with .pos at the end of the one and .len the start of the other.
 * own_line: nothing but white space stands before it on its line. */
bool scanner_comment(struct scanner *s, size_t *ret_start, size_t *ret_end, bool *ret_own_line);
/* The whole text as an array with TOKEN_END last; ret_n counts without it. Errors are in the array. */
struct token *sql_tokens(struct arena *a, const char *text, size_t len, size_t *ret_n);

#include <string.h>
static inline bool token_is(const struct token *t, enum token_type type, const char *text)
{
    return t->type == type && strcmp(t->text, text) == 0;
}

static inline bool token_is_punct(const struct token *t, const char *text)
{
    return token_is(t, TOKEN_PUNCT, text);
}

/* Quoted or not; words of the language too. */
static inline bool token_is_name(const struct token *t)
{
    return t->type == TOKEN_WORD || t->type == TOKEN_QUOTED;
}

/* words: NULL last. */
bool token_is_word(const struct token *t, const char *const *words);

#endif
