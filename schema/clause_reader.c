/* The cursor: tokens, keywords, errors and their places. */
#include "schema/clause_reader.h"
#include "base/utf8.h"
#include "sql/quote.h"
#include <string.h>

/* Deeper than any expression that a person or the server writes; the readers after us recurse. */
enum { DEPTH_MAX = 1000 };

/* Every parenthesis and bracket meets its own kind; nothing that ends a statement stands inside. */
static int check_balance(struct clause_reader *r)
{
    char open[DEPTH_MAX];
    size_t depth = 0;

    for (r->pos = 0; r->pos < r->n; r->pos++) {
        const struct token *t = &r->tokens[r->pos];

        if (t->type == TOKEN_ERROR)
            return diag_error(r->diag, "clause.scan", clause_loc(r, t->start), "%s: %s", r->what, t->text);
        if (t->type == TOKEN_META || token_is_punct(t, ";"))
            return clause_fail(r, NULL, NULL);
        if (token_is_punct(t, "(") || token_is_punct(t, "[")) {
            if (depth == DEPTH_MAX)
                return diag_error(r->diag, "clause.depth", clause_loc(r, t->start), "%s: nested too deeply",
                                  r->what);
            open[depth++] = *t->text;
        } else if (token_is_punct(t, ")") || token_is_punct(t, "]")) {
            if (depth == 0 || open[--depth] != (*t->text == ')' ? '(' : '['))
                return diag_error(r->diag, "clause.unbalanced", clause_loc(r, t->start),
                                  "%s: \"%s\" closes nothing", r->what, t->text);
        }
    }
    if (depth > 0)
        return diag_error(r->diag, "clause.unbalanced", clause_loc(r, strlen(r->text)),
                          "%s: \"%c\" is missing at the end", r->what, open[depth - 1] == '(' ? ')' : ']');
    r->pos = 0;
    return OK;
}

int clause_open(struct clause_reader *r, struct arena *a, const char *what, const char *text, struct loc at,
                struct diag *d)
{
    *r = (struct clause_reader){.arena = a, .diag = d, .at = at, .what = what, .text = text};
    r->tokens = sql_tokens(a, text, strlen(text), &r->n);
    return check_balance(r);
}

const struct token *clause_peek(const struct clause_reader *r, size_t ahead)
{
    size_t left = r->n - r->pos;

    return &r->tokens[r->pos + (ahead < left ? ahead : left)];
}

bool clause_at_end(const struct clause_reader *r)
{
    return r->pos >= r->n;
}

/* How many tokens the words are that stand at the cursor; 0 when they do not. */
static size_t match_words(const struct clause_reader *r, const char *words)
{
    size_t count = 0;

    while (*words) {
        const struct token *t = clause_peek(r, count);
        size_t len = strcspn(words, " ");

        if (t->type != TOKEN_WORD && t->type != TOKEN_PUNCT && t->type != TOKEN_OP)
            return 0;
        if (strlen(t->text) != len || memcmp(t->text, words, len) != 0)
            return 0;
        count++;
        words += len;
        words += *words == ' ';
    }
    return count;
}

bool clause_sees(const struct clause_reader *r, const char *words)
{
    return match_words(r, words) > 0;
}

bool clause_accept(struct clause_reader *r, const char *words)
{
    size_t count = match_words(r, words);

    r->pos += count;
    return count > 0;
}

int clause_expect(struct clause_reader *r, const char *words)
{
    AUTO_BUF upper = {0};
    const char *const candidates[] = {words, NULL};

    if (clause_accept(r, words))
        return OK;
    for (const char *s = words; *s; s++)
        buf_addc(&upper, *s >= 'a' && *s <= 'z' ? (char)(*s - 'a' + 'A') : *s);
    return clause_fail(r, candidates, "%s", buf_str(&upper));
}

/* The nearest of the candidates' first words: "refernces" -> "references". */
static void add_hint(const struct clause_reader *r, const struct token *t, const char *const *candidates)
{
    const char *words[64];
    size_t n = 0;
    const char *nearest;
    AUTO_ARENA a = {0};

    if (!candidates || t->type != TOKEN_WORD)
        return;
    for (; *candidates && n < 64; candidates++)
        words[n++] = arena_strndup(&a, *candidates, strcspn(*candidates, " "));
    nearest = diag_nearest(t->text, words, n);
    if (nearest && strcmp(nearest, t->text) != 0)
        diag_hint(r->diag, "Did you mean \"%s\"?", nearest);
}

int clause_fail(const struct clause_reader *r, const char *const *candidates, const char *expected, ...)
{
    const struct token *t = clause_peek(r, 0);
    AUTO_BUF message = {0}, shown = {0};
    enum { SHOWN_MAX = 60 };

    if (t->type == TOKEN_END) {
        buf_addf(&message, "%s: the text ends too early", r->what);
    } else {
        size_t len = t->end - t->start;

        buf_addn(&shown, r->text + t->start, len);
        if (len > SHOWN_MAX) { /* not in the middle of a character */
            buf_truncate(&shown, utf8_valid_length(buf_str(&shown), SHOWN_MAX));
            buf_add(&shown, "...");
        }
        buf_addf(&message, "%s: ", r->what);
        buf_addc(&message, '"');
        buf_visible(&message, buf_str(&shown));
        buf_add(&message, "\" is not understood here");
    }
    if (expected) {
        va_list ap;

        buf_add(&message, "; expected ");
        va_start(ap, expected);
        buf_vaddf(&message, expected, ap);
        va_end(ap);
    }
    diag_error(r->diag, "clause.syntax", clause_loc(r, t->start), "%s", buf_str(&message));
    add_hint(r, t, candidates);
    return ERR;
}

int clause_end(const struct clause_reader *r, const char *const *candidates, const char *expected)
{
    if (clause_at_end(r))
        return OK;
    return clause_fail(r, candidates, "%s", expected ? expected : "nothing more");
}

static size_t characters(const char *s, size_t len)
{
    size_t n = 0;

    for (size_t i = 0; i < len; i++)
        n += ((unsigned char)s[i] & 0xC0) != 0x80;
    return n;
}

/* Start of a line (1-based) of a source, or its end. */
static size_t line_start(const struct source *s, unsigned line)
{
    size_t at = 0;

    for (; line > 1 && at < s->len; line--) {
        const char *end = memchr(s->text + at, '\n', s->len - at);

        at = end ? (size_t)(end - s->text) + 1 : s->len;
    }
    return at;
}

static size_t skip_characters(const struct source *s, size_t at, unsigned n)
{
    while (n > 0 && at < s->len) {
        at++;
        while (at < s->len && ((unsigned char)s->text[at] & 0xC0) == 0x80)
            at++;
        n--;
    }
    return at;
}

/* A literal block keeps its lines: the same line of the file, behind the indentation. */
static struct loc block_loc(const struct clause_reader *r, size_t header, size_t offset)
{
    const struct source *s = r->at.source;
    size_t line = 0, from = 0, at, len;
    const char *newline;
    struct loc loc = r->at;

    while ((newline = memchr(r->text + from, '\n', offset - from)))
        line++, from = (size_t)(newline - r->text) + 1;
    newline = memchr(s->text + header, '\n', s->len - header);
    at = newline ? (size_t)(newline - s->text) + 1 : s->len;
    loc.line = r->at.line + 1;
    for (; line > 0; line--, loc.line++) {
        newline = memchr(s->text + at, '\n', s->len - at);
        at = newline ? (size_t)(newline - s->text) + 1 : s->len;
    }
    len = strcspn(r->text + from, "\n");
    for (size_t indent = 0; at + indent + len <= s->len; indent++) {
        if (memcmp(s->text + at + indent, r->text + from, len) == 0) {
            loc.column = (unsigned)(indent + characters(r->text + from, offset - from) + 1);
            return loc;
        }
        if (s->text[at + indent] != ' ')
            break;
    }
    return r->at;
}

/* Whether the file says the text letter by letter from there on, up to the offset. */
static bool stands_at(const struct clause_reader *r, size_t at, size_t offset)
{
    const struct source *s = r->at.source;

    return at + offset <= s->len && memcmp(s->text + at, r->text, offset) == 0 && !memchr(r->text, '\n', offset);
}

struct loc clause_loc(const struct clause_reader *r, size_t offset)
{
    const struct source *s = r->at.source;
    struct loc loc = r->at;
    size_t at;

    if (!s || !s->text || loc.line == 0)
        return loc;
    at = skip_characters(s, line_start(s, loc.line), loc.column > 0 ? loc.column - 1 : 0);
    if (at < s->len && s->text[at] == '|')
        return block_loc(r, at, offset);
    if (stands_at(r, at, offset))
        loc.column += (unsigned)characters(r->text, offset);
    else if (at < s->len && (s->text[at] == '"' || s->text[at] == '\'') && stands_at(r, at + 1, offset))
        loc.column += 1 + (unsigned)characters(r->text, offset);
    return loc;
}
