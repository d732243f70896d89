/* Names as people write them in the model. */
#include "base/utf8.h"
#include "schema/clause.h"
#include "schema/read.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

enum { NAME_LIMIT = 63 }; /* NAMEDATALEN - 1 */

int name_length_check(const char *name, struct loc at, struct diag *d)
{
    AUTO_ARENA scratch = {0};
    size_t len = strlen(name);

    if (len == 0)
        return diag_error(d, "model.name", at, "a name is empty");
    if (len <= NAME_LIMIT)
        return OK;
    diag_error(d, "model.name-length", at, "the name \"%s\" has %zu bytes, and PostgreSQL keeps only %d",
               text_clip(&scratch, name, 40), len, NAME_LIMIT);
    diag_hint(d, "The server would cut it without a word; choose a shorter one.");
    return ERR;
}

/* Whether SQL reads the word as it stands. Bytes above 127 are letters to the server. */
static bool is_plain_name(const char *text)
{
    for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
        bool letter = (*p >= 'a' && *p <= 'z') || *p == '_' || *p >= 0x80;
        bool later = (*p >= '0' && *p <= '9') || *p == '$';
        if (!letter && !(later && p != (const unsigned char *)text))
            return false;
    }
    return *text != '\0';
}

char *lower_case(struct arena *a, const char *text)
{
    char *lower = arena_strdup(a, text);
    for (char *p = lower; *p; p++) {
        if (*p >= 'A' && *p <= 'Z')
            *p = (char)(*p - 'A' + 'a');
    }
    return lower;
}

static int quote_wanted(struct arena *a, const char *text, struct loc at, struct diag *d)
{
    AUTO_BUF shown = {0};

    if (strlen(text) > NAME_LIMIT)
        return name_length_check(text, at, d);
    buf_visible(&shown, text);
    if (*text == '\0')
        return name_length_check(text, at, d);
    diag_error(d, "model.name", at, "\"%s\" is not a name that SQL keeps without quotes", buf_str(&shown));
    const char *lower = lower_case(a, text);
    if (is_plain_name(lower))
        diag_hint(d, "Write '\"%s\"' for the name with capitals, or %s.", buf_str(&shown), lower);
    else
        diag_hint(d, "Write it in double quotes within single ones: '\"%s\"'.", buf_str(&shown));
    return ERR;
}

int name_text_read(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret_schema,
                   const char **ret_name)
{
    const char *schema, *name;

    if (!strpbrk(text, "\".")) {
        if (!is_plain_name(text))
            return quote_wanted(a, text, at, d);
        schema = NULL;
        name = text;
    } else if (name_read(a, text, at, d, &schema, &name) < 0) {
        return ERR;
    }
    if (name_length_check(name, at, d) < 0 || (schema && name_length_check(schema, at, d) < 0))
        return ERR;
    *ret_schema = schema;
    *ret_name = name;
    return OK;
}

int ident_text_read(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret)
{
    const char *schema, *name;

    if (name_text_read(a, text, at, d, &schema, &name) < 0)
        return ERR;
    if (schema) {
        diag_error(d, "model.name", at, "\"%s\" is qualified, and here stands a name alone", text);
        return ERR;
    }
    *ret = name;
    return OK;
}

int idents_text_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct list *ret)
{
    size_t n, i = 0;

    if (is_plain_name(text)) {
        list_push(a, ret, text);
        return name_length_check(text, at, d);
    }
    struct token *tokens = sql_tokens(a, text, strlen(text), &n);
    bool parenthesis = token_is(&tokens[0], TOKEN_PUNCT, "(");
    if (parenthesis)
        i++;
    for (;;) {
        if (tokens[i].type != TOKEN_WORD && tokens[i].type != TOKEN_QUOTED)
            break;
        if (name_length_check(tokens[i].text, at, d) < 0)
            return ERR;
        list_push(a, ret, tokens[i].text);
        i++;
        if (!token_is(&tokens[i], TOKEN_PUNCT, ","))
            break;
        i++;
    }
    if (parenthesis && token_is(&tokens[i], TOKEN_PUNCT, ")"))
        i++;
    else if (parenthesis)
        i = n + 1;
    if (i == n && ret->n)
        return OK;
    diag_error(d, "model.names", at, "expected names, as in \"a, b\" or \"(a, b)\"");
    return ERR;
}
