/* The dispatcher, words, numbers and operators. Quoted things are in scan_quoted.c. */
#include "sql/scan.h"

#include "sql/scan_quoted.h"

static bool is_word_start(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

static bool is_digit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

static bool is_word_char(unsigned char c)
{
    return is_word_start(c) || is_digit(c) || c == '$';
}

bool scan_is_word_char(char c)
{
    return is_word_char((unsigned char)c);
}

/* The byte `ahead` of the position, 0 beyond the end. A NUL byte in the text reads the same and starts no
 * token. */
static unsigned char peek(const struct scanner *s, size_t ahead)
{
    return ahead < s->len - s->pos ? (unsigned char)s->text[s->pos + ahead] : 0;
}

void scanner_init(struct scanner *s, struct arena *a, const char *text, size_t len)
{
    *s = (struct scanner){.arena = a, .text = text, .len = len};
}

static void fail(struct token *t, const char *why)
{
    t->type = TOKEN_ERROR;
    t->text = why;
}

/* Block comments nest. Returns false when the text ends inside one. */
static bool skip_block_comment(struct scanner *s)
{
    size_t depth = 0;
    do {
        if (peek(s, 0) == '/' && peek(s, 1) == '*') {
            depth++;
            s->pos += 2;
        } else if (peek(s, 0) == '*' && peek(s, 1) == '/') {
            depth--;
            s->pos += 2;
        } else {
            s->pos++;
        }
        if (s->pos >= s->len && depth > 0)
            return false;
    } while (depth > 0);
    return true;
}

static void skip_line_comment(struct scanner *s)
{
    while (s->pos < s->len && peek(s, 0) != '\n' && peek(s, 0) != '\r')
        s->pos++;
}

bool scanner_comment(struct scanner *s, size_t *ret_start, size_t *ret_end, bool *ret_own_line)
{
    bool own_line = s->pos == 0 || s->text[s->pos - 1] == '\n';

    while (s->pos < s->len) {
        unsigned char c = peek(s, 0);

        if (c == '-' && peek(s, 1) == '-') {
            *ret_start = s->pos;
            skip_line_comment(s);
            *ret_end = s->pos;
            *ret_own_line = own_line;
            return true;
        }
        if (c == '/' && peek(s, 1) == '*') {
            skip_block_comment(s);
            own_line = false;
        } else {
            own_line = c == '\n' || (own_line && scan_is_space((char)c));
            s->pos++;
        }
    }
    return false;
}

bool scan_skip_space(struct scanner *s)
{
    while (s->pos < s->len) {
        unsigned char c = peek(s, 0);
        size_t start = s->pos;
        if (scan_is_space((char)c)) {
            s->pos++;
        } else if (c == '-' && peek(s, 1) == '-') {
            skip_line_comment(s);
        } else if (c == '/' && peek(s, 1) == '*') {
            if (!skip_block_comment(s)) {
                s->pos = start;
                return false;
            }
        } else {
            break;
        }
    }
    return true;
}

static void scan_word(struct scanner *s, struct token *t)
{
    size_t n = 1;
    while (is_word_char(peek(s, n)))
        n++;
    char *word = arena_strndup(s->arena, s->text + s->pos, n);
    for (size_t i = 0; i < n; i++) {
        if (word[i] >= 'A' && word[i] <= 'Z')
            word[i] = (char)(word[i] - 'A' + 'a');
    }
    t->type = TOKEN_WORD;
    t->text = word;
    s->pos += n;
}

static bool is_digit_of(unsigned char c, unsigned base)
{
    if (base == 16)
        return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    return c >= '0' && (unsigned)(c - '0') < base;
}

/* Digits with single underscores between them (PostgreSQL 16); from the position + n. */
static size_t skip_digits(const struct scanner *s, size_t n, unsigned base)
{
    while (is_digit_of(peek(s, n), base) ||
           (peek(s, n) == '_' && is_digit_of(peek(s, n + 1), base) && n > 0 && peek(s, n - 1) != '_'))
        n++;
    return n;
}

static unsigned number_base(const struct scanner *s)
{
    if (peek(s, 0) != '0')
        return 10;
    switch (peek(s, 1)) {
    case 'x':
    case 'X':
        return 16;
    case 'o':
    case 'O':
        return 8;
    case 'b':
    case 'B':
        return 2;
    default:
        return 10;
    }
}

static size_t decimal_length(const struct scanner *s)
{
    size_t n = peek(s, 0) == '.' ? 0 : skip_digits(s, 0, 10);
    /* "1..10" in an array slice is 1, "..", 10 */
    if (peek(s, n) == '.' && peek(s, n + 1) != '.')
        n = is_digit(peek(s, n + 1)) ? skip_digits(s, n + 1, 10) : n + 1;
    if (peek(s, n) == 'e' || peek(s, n) == 'E') {
        size_t sign = peek(s, n + 1) == '+' || peek(s, n + 1) == '-';
        if (is_digit(peek(s, n + 1 + sign)))
            n = skip_digits(s, n + 1 + sign, 10);
    }
    return n;
}

static void scan_number(struct scanner *s, struct token *t)
{
    unsigned base = number_base(s);
    size_t n = base == 10 ? decimal_length(s) : skip_digits(s, 2, base);
    if (base != 10 && n == 2) {
        fail(t, "digits are missing after the prefix of the number");
        return;
    }
    if (is_word_start(peek(s, n))) {
        fail(t, "trailing junk after the number");
        return;
    }
    t->type = TOKEN_NUMBER;
    t->text = arena_strndup(s->arena, s->text + s->pos, n);
    s->pos += n;
}

static void scan_param(struct scanner *s, struct token *t)
{
    size_t n = 2;
    while (is_digit(peek(s, n)))
        n++;
    if (is_word_start(peek(s, n))) {
        fail(t, "trailing junk after the parameter");
        return;
    }
    t->type = TOKEN_PARAM;
    t->text = arena_strndup(s->arena, s->text + s->pos, n);
    s->pos += n;
}

static bool is_operator_char(unsigned char c)
{
    return c && strchr("~!@#^&|`?+-*/%<>=", c);
}

/* The server's rules: an operator ends before a comment, and it may end in + or - only if it holds one of the
 * characters that no operator of the SQL standard has; so "a*-b" is "*" and "-", but "@-" is one operator. */
static size_t operator_length(const struct scanner *s)
{
    size_t n = 0;
    bool special = false;
    while (is_operator_char(peek(s, n))) {
        unsigned char c = peek(s, n), next = peek(s, n + 1);
        if ((c == '-' && next == '-') || (c == '/' && next == '*'))
            break;
        n++;
    }
    for (size_t i = 0; i < n; i++)
        special = special || strchr("~!@#^&|`?%", s->text[s->pos + i]);
    while (n > 1 && !special && (peek(s, n - 1) == '+' || peek(s, n - 1) == '-'))
        n--;
    return n;
}

static void scan_operator(struct scanner *s, struct token *t)
{
    size_t n = operator_length(s);
    t->type = TOKEN_OP;
    t->text = arena_strndup(s->arena, s->text + s->pos, n);
    if (strcmp(t->text, "=>") == 0)
        t->type = TOKEN_PUNCT;
    s->pos += n;
}

static void scan_punctuation(struct scanner *s, struct token *t)
{
    unsigned char c = peek(s, 0), next = peek(s, 1);
    bool pair = (c == ':' && (next == ':' || next == '=')) || (c == '.' && next == '.');
    t->type = TOKEN_PUNCT;
    t->text = arena_strndup(s->arena, s->text + s->pos, pair ? 2 : 1);
    s->pos += pair ? 2 : 1;
}

/* psql takes the rest of the line as arguments. */
static void scan_meta(struct scanner *s, struct token *t)
{
    size_t n = 1;
    while (peek(s, n) && !scan_is_space((char)peek(s, n)))
        n++;
    t->type = TOKEN_META;
    t->text = arena_strndup(s->arena, s->text + s->pos, n);
    while (s->pos < s->len && peek(s, 0) != '\n')
        s->pos++;
}

/* The prefixes of strings are those of words: "e" alone is a name, E'...' is a string. */
static bool scan_prefixed(struct scanner *s, struct token *t)
{
    unsigned char next = peek(s, 1);
    switch (peek(s, 0)) {
    case 'e':
    case 'E':
        return next == '\'' && scan_string(s, t, 'e', 2);
    case 'b':
    case 'B':
        return next == '\'' && scan_string(s, t, 'b', 2);
    case 'x':
    case 'X':
        return next == '\'' && scan_string(s, t, 'x', 2);
    case 'u':
    case 'U':
        if (next == '&' && peek(s, 2) == '\'')
            return scan_string(s, t, 'u', 3);
        return next == '&' && peek(s, 2) == '"' && scan_identifier(s, t, true, 3);
    case 'n':
    case 'N':
        /* The server reads N'...' as the type nchar before a string. */
        if (next != '\'')
            return false;
        t->type = TOKEN_WORD;
        t->text = "nchar";
        s->pos++;
        return true;
    default:
        return false;
    }
}

static void scan_dollar(struct scanner *s, struct token *t)
{
    if (is_digit(peek(s, 1)))
        scan_param(s, t);
    else if (!scan_dollar_string(s, t))
        fail(t, "a dollar sign starts neither a parameter nor a dollar-quoted string here");
}

static void scan_token(struct scanner *s, struct token *t)
{
    unsigned char c = peek(s, 0);
    if (is_word_start(c)) {
        if (!scan_prefixed(s, t))
            scan_word(s, t);
    } else if (c == '\'') {
        scan_string(s, t, 0, 1);
    } else if (c == '"') {
        scan_identifier(s, t, false, 1);
    } else if (c == '$') {
        scan_dollar(s, t);
    } else if (is_digit(c) || (c == '.' && is_digit(peek(s, 1)))) {
        scan_number(s, t);
    } else if (c == '\\') {
        scan_meta(s, t);
    } else if (c && strchr("()[],;:.", c)) {
        scan_punctuation(s, t);
    } else if (is_operator_char(c)) {
        scan_operator(s, t);
    } else {
        fail(t, c ? "this character starts no SQL token" : "a NUL byte in SQL text");
    }
}

void scanner_next(struct scanner *s, struct token *ret)
{
    *ret = (struct token){.type = TOKEN_END, .text = ""};
    size_t before = s->pos;
    bool comments_end = scan_skip_space(s);
    ret->space_before = s->pos > before;
    ret->start = s->pos;
    if (!comments_end)
        fail(ret, "unterminated comment");
    else if (s->pos < s->len)
        scan_token(s, ret);
    if (ret->type == TOKEN_ERROR)
        s->pos = s->len;
    ret->end = s->pos;
}

struct token *sql_tokens(struct arena *a, const char *text, size_t len, size_t *ret_n)
{
    struct scanner s;
    scanner_init(&s, a, text, len);
    size_t n = 0, cap = 16;
    struct token *tokens = arena_alloc(a, cap * sizeof(*tokens));
    for (;;) {
        if (n == cap) {
            struct token *more = arena_alloc(a, 2 * cap * sizeof(*more));
            memcpy(more, tokens, n * sizeof(*tokens));
            tokens = more;
            cap *= 2;
        }
        scanner_next(&s, &tokens[n]);
        if (tokens[n].type == TOKEN_END)
            break;
        n++;
    }
    *ret_n = n;
    return tokens;
}

bool token_is_word(const struct token *t, const char *const *words)
{
    for (; t->type == TOKEN_WORD && *words; words++)
        if (strcmp(t->text, *words) == 0)
            return true;
    return false;
}
