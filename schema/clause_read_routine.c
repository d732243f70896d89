/* Arguments and declarations of functions and procedures. */
#include "schema/clause_reader.h"
#include "schema/kinds/short.h"
#include "sql/quote.h"
#include "sql/type.h"
#include <string.h>

static const char *read_mode(struct clause_reader *r)
{
    if (clause_accept(r, "in out") || clause_accept(r, "inout"))
        return "inout";
    if (clause_accept(r, "in"))
        return "in";
    if (clause_accept(r, "out"))
        return "out";
    if (clause_accept(r, "variadic"))
        return "variadic";
    return NULL;
}

/* Words that begin a type of the grammar's own, so that what follows may belong to it: no names without
 * quotes. Other keywords of that class (json since 16) are names to older servers. */
static bool begins_type(const char *word)
{
    static const char *const words[] = {
        "bigint",    "bit",  "boolean", "char",     "character", "dec",       "decimal",
        "float",     "int",  "integer", "interval", "national",  "nchar",     "numeric",
        "precision", "real", "setof",   "smallint", "time",      "timestamp", "varchar"};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcmp(word, words[i]) == 0)
            return true;
    return false;
}

/* Whether the token here is the argument's name and a type follows, or it begins the type itself. "double"
 * can be a name, but for "double precision". */
static bool sees_argument_name(const struct clause_reader *r)
{
    const struct token *t = clause_peek(r, 0), *next = clause_peek(r, 1);

    if (t->type == TOKEN_WORD) {
        if (sql_keyword(t->text, strlen(t->text)) == KEYWORD_RESERVED || begins_type(t->text) ||
            clause_sees(r, "double precision"))
            return false;
    } else if (t->type != TOKEN_QUOTED) {
        return false;
    }
    if (next->type == TOKEN_QUOTED)
        return true;
    return next->type == TOKEN_WORD && strcmp(next->text, "default") != 0 &&
           strcmp(next->text, "array") != 0 && strcmp(next->text, "order") != 0;
}

/* numeric(12,2) is numeric, interval day to second(3) is interval. */
char *type_without_modifiers(struct arena *a, const char *type)
{
    struct token *tokens;
    size_t n, depth = 0, from = 0;
    AUTO_BUF b = {0};

    tokens = sql_tokens(a, type, strlen(type), &n);
    if (n > 0 && token_is(&tokens[0], TOKEN_WORD, "interval")) {
        const char *array = strchr(type, '[');

        return arena_printf(a, "interval%s", array ? array : "");
    }
    for (size_t i = 0; i < n; i++) {
        if (token_is(&tokens[i], TOKEN_PUNCT, "(") && depth++ == 0)
            buf_addn(&b, type + from, tokens[i].start - from);
        else if (token_is(&tokens[i], TOKEN_PUNCT, ")") && depth > 0 && --depth == 0)
            from = tokens[i].end;
    }
    buf_add(&b, type + from);
    return arena_strdup(a, buf_str(&b));
}

static int read_default(struct clause_reader *r, struct argument *g)
{
    static const char *const none[] = {NULL};

    if (!clause_accept(r, "default") && !clause_accept(r, "="))
        return OK;
    return clause_expression(r, none, &g->default_);
}

int clause_argument_read(struct clause_reader *r, struct argument *g)
{
    g->mode = read_mode(r);
    if (sees_argument_name(r)) {
        g->name = clause_peek(r, 0)->text;
        r->pos++;
        if (!g->mode)
            g->mode = read_mode(r);
    }
    if (g->mode && strcmp(g->mode, "in") == 0)
        g->mode = NULL;
    if (clause_type(r, &g->type))
        return ERR;
    g->type = type_without_modifiers(r->arena, g->type);
    return read_default(r, g);
}

int argument_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct clause_reader r;

    if (clause_open(&r, a, "argument", text, at, d) || clause_argument_read(&r, into))
        return ERR;
    return clause_end(&r, (const char *const[]){"default", NULL}, "DEFAULT");
}

int aggregate_argument_read_short(struct arena *a, void *into, const char *text, struct loc at,
                                  struct diag *d)
{
    struct argument *g = into;
    struct clause_reader r;

    if (clause_open(&r, a, "argument", text, at, d))
        return ERR;
    g->order_by = clause_accept(&r, "order by");
    return clause_argument_read(&r, g) ? ERR : clause_end(&r, NULL, "nothing after the type");
}

static int read_name(struct clause_reader *r, const char **ret_schema, const char **ret_name)
{
    *ret_schema = NULL;
    if (clause_ident(r, ret_name))
        return ERR;
    if (clause_accept(r, ".")) {
        *ret_schema = *ret_name;
        return clause_ident(r, ret_name);
    }
    return OK;
}

static int read_arguments(struct clause_reader *r, struct list *ret)
{
    bool ordered = false, more;

    if (clause_accept(r, ")") || clause_accept(r, "* )"))
        return OK;
    ordered = clause_accept(r, "order by");
    do {
        struct argument *g = arena_new(r->arena, struct argument);

        if (clause_argument_read(r, g))
            return ERR;
        g->order_by = ordered;
        list_push(r->arena, ret, g);
        more = clause_accept(r, ",");
        if (!more && !ordered)
            more = ordered = clause_accept(r, "order by");
    } while (more);
    if (clause_accept(r, ")"))
        return OK;
    return clause_fail(r, (const char *const[]){"default", NULL}, "\",\", \")\" or DEFAULT");
}

int routine_read_key(struct arena *a, const char *text, struct loc at, struct diag *d,
                     const char **ret_schema, const char **ret_name, struct list *ret_args)
{
    struct clause_reader r;

    if (clause_open(&r, a, "declaration", text, at, d) || read_name(&r, ret_schema, ret_name))
        return ERR;
    if (!clause_accept(&r, "(")) {
        clause_fail(&r, NULL, "the arguments in parentheses");
        diag_hint(d, "The key of a function is its declaration: %s().", text);
        return ERR;
    }
    if (read_arguments(&r, ret_args))
        return ERR;
    return clause_end(&r, NULL, "nothing after the arguments");
}

static bool is_variadic(const struct argument *g)
{
    return g->mode && strcmp(g->mode, "variadic") == 0;
}

/* (VARIADIC "any" ORDER BY VARIADIC "any") is one argument to the server. */
char *routine_signature(struct arena *a, const struct list *args)
{
    AUTO_ARENA scratch = {0};
    AUTO_BUF b = {0};
    const struct argument *g, *before = NULL;
    bool first = true;

    list_each (g, args) {
        bool again = g->order_by && before && is_variadic(g) && is_variadic(before);

        before = g;
        if (again || (g->mode && strcmp(g->mode, "out") == 0))
            continue;
        buf_sep(&b, &first, ", ");
        buf_add(&b, type_without_modifiers(&scratch, g->type));
    }
    return arena_strdup(a, buf_str(&b));
}
