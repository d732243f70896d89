/* References by name, with or without argument types. */
#include "schema/mention.h"
#include "schema/clause_reader.h"
#include "sql/quote.h"
#include <string.h>

static bool sees_operator(const struct clause_reader *r)
{
    return clause_peek(r, 0)->type == TOKEN_OP;
}

static int read_last(struct clause_reader *r, struct mention *m)
{
    m->symbol = sees_operator(r);
    if (!m->symbol)
        return clause_ident(r, &m->name);
    m->name = clause_peek(r, 0)->text;
    r->pos++;
    return OK;
}

/* Types up to the closing parenthesis; the left one of a prefix operator is none. */
static int read_types(struct clause_reader *r, const char **ret)
{
    AUTO_BUF b = {0};
    bool first = true;
    const char *type;

    if (!clause_accept(r, "*") && !clause_sees(r, ")")) {
        do {
            if (clause_accept(r, "none"))
                type = "none";
            else if (clause_type(r, &type))
                return ERR;
            buf_sep(&b, &first, ", ");
            buf_add(&b, type_without_modifiers(r->arena, type));
        } while (clause_accept(r, ","));
    }
    *ret = arena_strdup(r->arena, buf_str(&b));
    return clause_expect(r, ")");
}

int mention_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct mention *ret)
{
    struct clause_reader r;
    bool wrapped;

    *ret = (struct mention){0};
    if (clause_open(&r, a, "name", text, at, d))
        return ERR;
    wrapped = clause_accept(&r, "operator ("); /* OPERATOR(public.<) */
    if (read_last(&r, ret))
        return ERR;
    if (clause_accept(&r, ".")) {
        ret->schema = ret->name;
        if (read_last(&r, ret))
            return ERR;
    }
    if (wrapped && clause_expect(&r, ")"))
        return ERR;
    if (clause_accept(&r, "(") && read_types(&r, &ret->types))
        return ERR;
    return clause_end(&r, NULL, "a name, maybe with argument types in parentheses");
}

bool mention_is_more(const char *text)
{
    AUTO_ARENA a = {0};
    size_t n;
    const struct token *t = sql_tokens(&a, text, strlen(text), &n);

    for (size_t i = 0; i < n; i++)
        if (t[i].type == TOKEN_OP || token_is(&t[i], TOKEN_PUNCT, "("))
            return true;
    return false;
}

char *mention_text(struct arena *a, const struct mention *m)
{
    AUTO_BUF b = {0};

    buf_object_name(&b, m->schema, m->name, m->symbol);
    if (m->types)
        buf_addf(&b, "(%s)", m->types);
    return arena_strdup(a, buf_str(&b));
}

bool mention_has_types(uint64_t of)
{
    for (int i = 0; i < KIND_COUNT; i++)
        if ((of >> i & 1) && kinds[i]->sign)
            return true;
    return false;
}

void mention_find(const struct catalog *c, const struct mention *m, uint64_t of, struct arena *a,
                  struct list *ret)
{
    struct list named = {0};
    struct object *o;

    if (!mention_has_types(of)) {
        o = catalog_named(c, of, m->schema, m->name);
        if (o)
            list_push(a, ret, o);
        return;
    }
    catalog_overloads(c, m->schema, m->name, m->symbol, a, &named);
    list_each (o, &named) {
        if ((of >> o->kind->id & 1) && (!m->types || strcmp(m->types, o->signature) == 0))
            list_push(a, ret, o);
    }
}
