/* What clauses are made of: names, types, numbers, options, expressions. */
#include "schema/clause_reader.h"
#include "schema/read.h"
#include "sql/quote.h"
#include "sql/type.h"
#include <string.h>

enum { NAME_MAX_BYTES = 63 }; /* NAMEDATALEN - 1 */

static bool is_name(const struct token *t)
{
    if (t->type == TOKEN_QUOTED)
        return *t->text != '\0';
    return t->type == TOKEN_WORD && sql_keyword(t->text, strlen(t->text)) != KEYWORD_RESERVED;
}

/* The name at the cursor, which has been seen to be one. */
static int take_name(struct clause_reader *r, const char **ret)
{
    const struct token *t = clause_peek(r, 0);

    /* asked first, because a place costs a walk through the file */
    if (strlen(t->text) > NAME_MAX_BYTES)
        return name_length_check(t->text, clause_loc(r, t->start), r->diag);
    *ret = t->text;
    r->pos++;
    return OK;
}

int clause_ident(struct clause_reader *r, const char **ret)
{
    if (!is_name(clause_peek(r, 0)))
        return clause_fail(r, NULL, "a name");
    return take_name(r, ret);
}

/* After a dot every word is a name. */
static int read_part(struct clause_reader *r, const char **ret)
{
    const struct token *t = clause_peek(r, 0);

    if (t->type != TOKEN_WORD && !is_name(t))
        return clause_fail(r, NULL, "a name");
    return take_name(r, ret);
}

int clause_name(struct clause_reader *r, const char **ret)
{
    AUTO_BUF b = {0};
    const char *part;

    if (clause_ident(r, &part))
        return ERR;
    buf_ident(&b, part);
    while (clause_accept(r, ".")) {
        if (read_part(r, &part))
            return ERR;
        buf_addc(&b, '.');
        buf_ident(&b, part);
    }
    *ret = arena_strdup(r->arena, buf_str(&b));
    return OK;
}

int clause_builtin_name(struct clause_reader *r, const char **ret)
{
    if (clause_sees(r, "pg_catalog ."))
        r->pos += 2;
    return clause_name(r, ret);
}

int clause_idents_read(struct clause_reader *r, struct list *ret)
{
    if (clause_expect(r, "("))
        return ERR;
    do {
        const char *name;

        if (clause_ident(r, &name))
            return ERR;
        list_push(r->arena, ret, name);
    } while (clause_accept(r, ","));
    return clause_expect(r, ")");
}

/* Reloptions take about anything as their value: numbers with a sign, strings, words, reserved or not. */
static int read_option_value(struct clause_reader *r, const char **ret)
{
    const struct token *t = clause_peek(r, 0);

    if (t->type == TOKEN_STRING || t->type == TOKEN_NUMBER || t->type == TOKEN_WORD ||
        t->type == TOKEN_QUOTED) {
        *ret = t->text;
        r->pos++;
        return OK;
    }
    if ((token_is(t, TOKEN_OP, "-") || token_is(t, TOKEN_OP, "+")) &&
        clause_peek(r, 1)->type == TOKEN_NUMBER) {
        *ret = arena_printf(r->arena, "%s%s", *t->text == '-' ? "-" : "", clause_peek(r, 1)->text);
        r->pos += 2;
        return OK;
    }
    return clause_fail(r, NULL, "a value");
}

static int read_option(struct clause_reader *r, struct option *o)
{
    const struct token *t = clause_peek(r, 0);

    if (t->type != TOKEN_WORD && t->type != TOKEN_QUOTED)
        return clause_fail(r, NULL, "the name of a parameter");
    o->name = t->text;
    r->pos++;
    if (clause_accept(r, ".")) {
        t = clause_peek(r, 0);
        if (t->type != TOKEN_WORD && t->type != TOKEN_QUOTED)
            return clause_fail(r, NULL, "the name of a parameter");
        o->name = arena_printf(r->arena, "%s.%s", o->name, t->text);
        r->pos++;
    }
    if (!clause_accept(r, "=")) {
        o->value = "true"; /* as the server stores a parameter without a value */
        return OK;
    }
    return read_option_value(r, &o->value);
}

int clause_options_read(struct clause_reader *r, struct list *ret)
{
    if (clause_expect(r, "("))
        return ERR;
    do {
        struct option *o = arena_new(r->arena, struct option);

        if (read_option(r, o))
            return ERR;
        list_push(r->arena, ret, o);
    } while (clause_accept(r, ","));
    return clause_expect(r, ")");
}

int clause_type(struct clause_reader *r, const char **ret)
{
    const struct token *t = clause_peek(r, 0);
    size_t start = t->start, end = 0;

    if (t->type == TOKEN_END)
        return clause_fail(r, NULL, "a type");
    *ret = sql_type_read(r->arena, r->text + start, &end, NOWHERE, NULL);
    if (!*ret) { /* the place of an error costs a walk through the file, so it is asked for only now */
        struct loc at = clause_loc(r, start);

        *ret = sql_type_read(r->arena, r->text + start, &end, at, r->diag);
        return ERR;
    }
    while (r->pos < r->n && r->tokens[r->pos].start < start + end)
        r->pos++;
    return OK;
}

int clause_number(struct clause_reader *r, const char **ret)
{
    bool minus = clause_accept(r, "-");
    const struct token *t;

    if (!minus)
        clause_accept(r, "+");
    t = clause_peek(r, 0);
    if (t->type != TOKEN_NUMBER || t->text[strspn(t->text, "0123456789")])
        return clause_fail(r, NULL, "a whole number");
    *ret = minus ? arena_printf(r->arena, "-%s", t->text) : t->text;
    r->pos++;
    return OK;
}

static const char *slice(struct clause_reader *r, size_t from, size_t to)
{
    size_t start = r->tokens[from].start;

    return arena_strndup(r->arena, r->text + start, r->tokens[to - 1].end - start);
}

/* From an opening parenthesis to behind the one that closes it; clause_open has seen that they match. */
static void skip_parenthesised(struct clause_reader *r)
{
    size_t depth = 0;

    do {
        const struct token *t = &r->tokens[r->pos++];

        if (token_is(t, TOKEN_PUNCT, "(") || token_is(t, TOKEN_PUNCT, "["))
            depth++;
        else if (token_is(t, TOKEN_PUNCT, ")") || token_is(t, TOKEN_PUNCT, "]"))
            depth--;
    } while (depth > 0);
}

int clause_parenthesised(struct clause_reader *r, const char **ret)
{
    size_t from = r->pos + 1;

    if (!clause_sees(r, "("))
        return clause_expect(r, "(");
    skip_parenthesised(r);
    if (r->pos - 1 == from) {
        r->pos = from;
        return clause_fail(r, NULL, "an expression");
    }
    *ret = slice(r, from, r->pos - 1);
    return OK;
}

/* Whether an operand must follow this token, so that a keyword behind it belongs to the expression: "is not
 * null", "= null". */
static bool wants_operand(const struct token *t)
{
    static const char *const words[] = {"and",       "or",      "not",     "is",   "in",   "like", "ilike",
                                        "to",        "between", "from",    "when", "then", "else", "similar",
                                        "symmetric", "escape",  "collate", "any",  "all",  "case"};

    if (t->type == TOKEN_OP)
        return true;
    if (t->type == TOKEN_PUNCT)
        return strcmp(t->text, ")") != 0 && strcmp(t->text, "]") != 0;
    if (t->type != TOKEN_WORD)
        return false;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(t->text, words[i]) == 0)
            return true;
    return false;
}

/* The same of what ends before token i: AT TIME ZONE wants one, the type TIMESTAMP WITHOUT TIME ZONE does
 * not. */
static bool operand_before(const struct clause_reader *r, size_t from, size_t i)
{
    if (i == from || wants_operand(&r->tokens[i - 1]))
        return true;
    return i >= from + 3 && token_is(&r->tokens[i - 1], TOKEN_WORD, "zone") &&
           token_is(&r->tokens[i - 2], TOKEN_WORD, "time") && token_is(&r->tokens[i - 3], TOKEN_WORD, "at");
}

static bool sees_any(const struct clause_reader *r, const char *const *stops)
{
    for (; *stops; stops++)
        if (clause_sees(r, *stops))
            return true;
    return false;
}

int clause_expression(struct clause_reader *r, const char *const *stops, const char **ret)
{
    size_t from = r->pos, cases = 0;

    while (!clause_at_end(r) && !clause_sees(r, ",") && !clause_sees(r, ")") && !clause_sees(r, "]")) {
        bool operand = operand_before(r, from, r->pos);

        if (!operand && cases == 0 && sees_any(r, stops))
            break;
        if (clause_sees(r, "(") || clause_sees(r, "[")) {
            skip_parenthesised(r);
            continue;
        }
        if (clause_sees(r, "case"))
            cases++;
        else if (clause_sees(r, "end") && cases > 0)
            cases--;
        r->pos++;
    }
    if (r->pos == from)
        return clause_fail(r, NULL, "an expression");
    *ret = slice(r, from, r->pos);
    return OK;
}

bool clause_deferrable_read(struct clause_reader *r, bool *deferrable, bool *initially_deferred)
{
    if (clause_accept(r, "not deferrable") || clause_accept(r, "initially immediate"))
        return true;
    if (clause_accept(r, "deferrable")) {
        *deferrable = true;
        return true;
    }
    if (clause_accept(r, "initially deferred")) {
        *deferrable = *initially_deferred = true;
        return true;
    }
    return false;
}

static int optional_word_number(struct clause_reader *r, const char *word, const char **ret)
{
    clause_accept(r, word);
    return clause_number(r, ret) ? ERR : 1;
}

int clause_sequence_option(struct clause_reader *r, struct sequence_options *o)
{
    if (clause_accept(r, "start"))
        return optional_word_number(r, "with", &o->start);
    if (clause_accept(r, "increment"))
        return optional_word_number(r, "by", &o->increment);
    if (clause_accept(r, "minvalue"))
        return clause_number(r, &o->min) ? ERR : 1;
    if (clause_accept(r, "maxvalue"))
        return clause_number(r, &o->max) ? ERR : 1;
    if (clause_accept(r, "cache"))
        return clause_number(r, &o->cache) ? ERR : 1;
    if (clause_accept(r, "cycle"))
        o->cycle = true;
    else if (!clause_accept(r, "no cycle") && !clause_accept(r, "no minvalue") &&
             !clause_accept(r, "no maxvalue"))
        return 0;
    return 1;
}

struct object *clause_child(struct clause_reader *r, enum kind_id kind, const char *name)
{
    struct object *o = arena_alloc(r->arena, kinds[kind]->record.size);

    o->kind = kinds[kind];
    o->name = name;
    return o;
}

int name_read(struct arena *a, const char *text, struct loc at, struct diag *d, const char **ret_schema,
              const char **ret_name)
{
    struct clause_reader r;
    const char *first, *second = NULL;

    if (clause_open(&r, a, "name", text, at, d) || clause_ident(&r, &first))
        return ERR;
    if (clause_accept(&r, ".") && read_part(&r, &second))
        return ERR;
    if (clause_end(&r, NULL, "nothing more than a name, maybe with its schema"))
        return ERR;
    *ret_schema = second ? first : NULL;
    *ret_name = second ? second : first;
    return OK;
}
