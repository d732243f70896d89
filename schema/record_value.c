/* One value through its field: what a scalar of the model or a text from the server means. */
#include "schema/mention.h"
#include "schema/clause.h"
#include "schema/read.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include "sql/type.h"
#include <string.h>

const char *node_what(const struct node *n)
{
    switch (n->type) {
    case NODE_NULL:
        return "nothing";
    case NODE_SCALAR:
        return "a text";
    case NODE_LIST:
        return "a list";
    case NODE_MAP:
        return "a mapping";
    }
    return "a value";
}

const char *text_trim(struct arena *a, const char *text)
{
    static const char space[] = " \t\r\n\f\v";
    size_t start = strspn(text, space), end = strlen(text);

    while (end > start && strchr(space, text[end - 1]))
        end--;
    return text[end] || start ? arena_strndup(a, text + start, end - start) : text;
}

const char *text_clip(struct arena *a, const char *text, size_t n)
{
    if (strnlen(text, n + 1) <= n)
        return text;
    while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
        n--;
    return arena_printf(a, "%.*s...", (int)n, text);
}

static int read_bool(const struct reading *rd, const struct field *f, bool *ret, const struct node *n)
{
    const char *text = n->text;
    bool stored = rd->catalog && !n->plain;

    if ((n->plain && strcmp(text, "true") == 0) || (stored && strcmp(text, "t") == 0)) {
        *ret = true;
        return OK;
    }
    if ((n->plain && strcmp(text, "false") == 0) || (stored && strcmp(text, "f") == 0)) {
        *ret = false;
        return OK;
    }
    diag_error(rd->diag, "model.boolean", n->at, "\"%s\" must be true or false", f->name);
    if (!n->plain && (strcmp(text, "true") == 0 || strcmp(text, "false") == 0))
        diag_hint(rd->diag, "Without the quotes.");
    return ERR;
}

/* Digits of a decimal number within bigint, or NULL. */
static const char *number_error(const char *text, bool fraction)
{
    static const char least[] = "9223372036854775808", greatest[] = "9223372036854775807";
    bool minus = *text == '-';
    const char *digits = text + (minus || *text == '+');
    size_t n = strspn(digits, "0123456789");

    if (fraction && digits[n] == '.')
        n += 1 + strspn(digits + n + 1, "0123456789");
    if (n == 0 || digits[n])
        return fraction ? "must be a number" : "must be a whole number";
    while (*digits == '0' && digits[1]) {
        digits++;
        n--;
    }
    if (n > 19 || (n == 19 && strcmp(digits, minus ? least : greatest) > 0))
        return "is out of the range of bigint";
    return NULL;
}

static int read_int(const struct reading *rd, const struct field *f, const char **ret, const struct node *n)
{
    const char *text = text_trim(rd->arena, n->text);
    const char *why = number_error(text, f->flags & FIELD_FRACTION);

    if (why)
        return diag_error(rd->diag, "model.number", n->at, "\"%s\" %s, not \"%s\"", f->name, why,
                          text_clip(rd->arena, text, 60));
    *ret = *text == '+' ? text + 1 : text;
    return OK;
}

static char *choice_text(struct arena *a, const char *text)
{
    AUTO_BUF b = {0};

    for (text = text_trim(a, text); *text; text++) {
        char c = *text == '_' || *text == '\t' || *text == '\n' ? ' ' : *text;
        if (c == ' ' && b.len && b.data[b.len - 1] == ' ')
            continue;
        buf_addc(&b, c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c);
    }
    return arena_strndup(a, buf_str(&b), b.len);
}

static int read_choice(const struct reading *rd, const struct field *f, const char **ret,
                       const struct node *n)
{
    const char *text = choice_text(rd->arena, n->text);
    AUTO_BUF all = {0};
    bool first = true;
    size_t count = 0;

    for (; f->choices[count]; count++) {
        if (strcmp(text, f->choices[count]) == 0) {
            *ret = f->choices[count];
            return OK;
        }
        buf_sep(&all, &first, ", ");
        buf_add(&all, f->choices[count]);
    }
    diag_error(rd->diag, "model.choice", n->at, "\"%s\" cannot be \"%s\"", f->name,
               text_clip(rd->arena, text, 60));
    const char *near = diag_nearest(text, f->choices, count);
    if (near)
        diag_hint(rd->diag, "Did you mean \"%s\"? It is one of: %s.", near, buf_str(&all));
    else
        diag_hint(rd->diag, "It is one of: %s.", buf_str(&all));
    return ERR;
}

/* public.users.id, touch(), "C": up to three parts, canonical. */
static int read_name(const struct reading *rd, const struct field *f, const char **ret, const struct node *n)
{
    const char *text = text_trim(rd->arena, n->text), *schema, *name;
    size_t len = strlen(text), count;
    struct mention m;

    if (f->refers && mention_is_more(text)) {
        if (mention_read(rd->arena, text, n->at, rd->diag, &m) < 0)
            return ERR;
        *ret = mention_text(rd->arena, &m);
        return OK;
    }
    if (len > 2 && strcmp(text + len - 2, "()") == 0) /* function: touch() */
        text = text_trim(rd->arena, arena_strndup(rd->arena, text, len - 2));
    struct token *t = sql_tokens(rd->arena, text, strlen(text), &count);
    if (count == 5 && token_is(&t[1], TOKEN_PUNCT, ".") && token_is(&t[3], TOKEN_PUNCT, ".")) {
        const char *last;
        if (name_text_read(rd->arena, arena_strndup(rd->arena, text, t[2].end), n->at, rd->diag, &schema,
                           &name) < 0 ||
            ident_text_read(rd->arena, text + t[4].start, n->at, rd->diag, &last) < 0)
            return ERR;
        *ret = arena_printf(rd->arena, "%s.%s", sql_qualified(rd->arena, schema, name),
                            sql_ident(rd->arena, last));
        return OK;
    }
    if (name_text_read(rd->arena, text, n->at, rd->diag, &schema, &name) < 0)
        return ERR;
    if (schema && strcmp(schema, "pg_catalog") == 0 && strcmp(f->name, "function") != 0 && !f->refers)
        schema = NULL; /* the server leaves it out as well */
    *ret = sql_qualified(rd->arena, schema, name);
    return OK;
}

/* Expressions and queries without white space around them; a query without its semicolon. */
static int read_sql(const struct reading *rd, const struct field *f, const char **ret, const struct node *n)
{
    const char *text = text_trim(rd->arena, n->text);
    size_t len = strlen(text);

    while (f->type == FIELD_QUERY && len && text[len - 1] == ';')
        text = text_trim(rd->arena, arena_strndup(rd->arena, text, --len)), len = strlen(text);
    if (len == 0)
        return diag_error(rd->diag, "model.empty", n->at, "\"%s\" is empty", f->name);
    *ret = text;
    return OK;
}

static int read_type(const struct reading *rd, const struct field *f, const char **ret, const struct node *n)
{
    bool result = strcmp(f->name, "returns") == 0;
    char *type = result ? returns_each(rd->arena, n->text, n->at, rd->diag, NULL, NULL)
                        : sql_type_read(rd->arena, n->text, NULL, n->at, rd->diag);

    if (!type)
        return ERR;
    *ret = type;
    return OK;
}

/* Whether the server left a part of a qualified name without quotes that is a keyword elsewhere: which words
 * are keywords differs by version (json is one since 16). */
static bool lacks_quotes(const char *text)
{
    static const char in_word[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    bool quoted = false;

    for (const char *p = text; *p;) {
        size_t len = quoted ? 0 : strspn(p, in_word);
        bool part = (p > text && p[-1] == '.') || p[len] == '.';

        if (len && part && sql_keyword(p, len) > KEYWORD_UNRESERVED)
            return true;
        quoted ^= *p == '"';
        p += len ? len : 1;
    }
    return false;
}

int field_read_scalar(const struct reading *rd, const struct field *f, void *into, const struct node *n)
{
    void *target = (char *)into + f->offset;
    const char **text = target;

    switch (f->type) {
    case FIELD_BOOL:
        return read_bool(rd, f, target, n);
    case FIELD_CHOICE:
        return read_choice(rd, f, text, n);
    case FIELD_INT:
        if (!rd->catalog)
            return read_int(rd, f, text, n);
        break;
    case FIELD_IDENT:
        if (!rd->catalog)
            return ident_text_read(
                rd->arena,
                f->flags & FIELD_FOLD && !strchr(n->text, '"') ? lower_case(rd->arena, n->text) : n->text,
                n->at, rd->diag, text);
        break;
    case FIELD_NAME:
        if (!rd->catalog || lacks_quotes(n->text))
            return read_name(rd, f, text, n);
        break;
    case FIELD_TYPE:
        if (!rd->catalog || lacks_quotes(n->text))
            return read_type(rd, f, text, n);
        break;
    case FIELD_EXPR:
    case FIELD_QUERY:
        return read_sql(rd, f, text, n);
    case FIELD_TEXT:
    case FIELD_BODY:
    case FIELD_IDENTS:
    case FIELD_TEXTS:
    case FIELD_OPTIONS:
    case FIELD_RECORD:
    case FIELD_LIST:
        break;
    }
    *text = n->text;
    return OK;
}
