/* Indexes, exclusion constraints and keys: what they have in common is a list of keys and what follows it. */
#include "schema/clause_reader.h"
#include "schema/clause_text.h"
#include "schema/kinds/short.h"
#include "sql/quote.h"
#include <string.h>

static const char *const tail_words[] = {"unique", "using",   "include", "nulls", "with", "tablespace",
                                         "where",  "collate", "asc",     "desc",  NULL};
static const char *const key_words[] = {"include",    "nulls",      "with",      "using",
                                        "tablespace", "deferrable", "initially", NULL};

/* f(x), schema.f(x): the only expressions that stand without parentheses. */
static int read_call(struct clause_reader *r, const char **ret)
{
    size_t start = clause_peek(r, 0)->start;
    const char *inside;

    while (!clause_sees(r, "("))
        r->pos++; /* the caller has seen the parenthesis behind names and dots */
    if (clause_sees(r, "( )"))
        r->pos += 2;
    else if (clause_parenthesised(r, &inside))
        return ERR;
    *ret = arena_strndup(r->arena, r->text + start, r->tokens[r->pos - 1].end - start);
    return OK;
}

static bool sees_call(const struct clause_reader *r)
{
    for (size_t i = 0;; i += 2) {
        const struct token *t = clause_peek(r, i);

        if (t->type != TOKEN_WORD && t->type != TOKEN_QUOTED)
            return false;
        if (token_is(clause_peek(r, i + 1), TOKEN_PUNCT, "("))
            return true;
        if (!token_is(clause_peek(r, i + 1), TOKEN_PUNCT, "."))
            return false;
    }
}

static int read_operator(struct clause_reader *r, const char **ret)
{
    const struct token *t = clause_peek(r, 0);
    AUTO_BUF b = {0};

    if (t->type == TOKEN_OP) {
        *ret = t->text;
        r->pos++;
        return OK;
    }
    if (!clause_accept(r, "operator"))
        return clause_fail(r, NULL, "an operator");
    if (clause_expect(r, "("))
        return ERR;
    buf_add(&b, "OPERATOR(");
    while (clause_peek(r, 0)->type != TOKEN_OP) {
        const char *schema;

        if (clause_ident(r, &schema) || clause_expect(r, "."))
            return ERR;
        buf_ident(&b, schema);
        buf_addc(&b, '.');
    }
    buf_addf(&b, "%s)", clause_peek(r, 0)->text);
    r->pos++;
    *ret = arena_strdup(r->arena, buf_str(&b));
    return clause_expect(r, ")");
}

static bool sees_opclass(const struct clause_reader *r)
{
    const struct token *t = clause_peek(r, 0);

    if (t->type == TOKEN_QUOTED)
        return true;
    return t->type == TOKEN_WORD && !clause_sees(r, "asc") && !clause_sees(r, "desc") &&
           !clause_sees(r, "nulls") && !clause_sees(r, "with");
}

static int read_order(struct clause_reader *r, struct index_key *k)
{
    if (clause_accept(r, "desc"))
        k->descending = true;
    else
        clause_accept(r, "asc");
    if (!clause_accept(r, "nulls"))
        return OK;
    if (clause_accept(r, "first"))
        k->nulls = k->descending ? NULL : "first";
    else if (clause_accept(r, "last"))
        k->nulls = k->descending ? "last" : NULL;
    else
        return clause_fail(r, (const char *const[]){"first", "last", NULL}, "FIRST or LAST");
    return OK;
}

static int read_operand(struct clause_reader *r, struct index_key *k)
{
    if (clause_sees(r, "("))
        return clause_parenthesised(r, &k->expression);
    if (sees_call(r))
        return read_call(r, &k->expression);
    return clause_ident(r, &k->column);
}

static bool sees_column(const struct clause_reader *r)
{
    const struct token *t = clause_peek(r, 1);

    if (t->type == TOKEN_WORD && sql_keyword(t->text, strlen(t->text)) == KEYWORD_RESERVED)
        return false; /* (true) is an expression */
    return token_is_name(t) &&
           token_is(clause_peek(r, 2), TOKEN_PUNCT, ")");
}

/* Whether a parenthesis stands here with a column in it and no more, or with a name, a call or a further
 * parenthesis and then COLLATE: what is longer binds looser than COLLATE, which then is no matter of the
 * whole. The server takes such parentheses away. */
static bool sees_wrapped(const struct clause_reader *r)
{
    size_t i = 1, depth = 0;

    if (!clause_sees(r, "("))
        return false;
    if (sees_column(r))
        return true;
    for (const struct token *t = clause_peek(r, i); token_is_name(t);
         t = clause_peek(r, i)) {
        i++;
        if (!token_is(clause_peek(r, i), TOKEN_PUNCT, "."))
            break;
        i++;
    }
    do {
        depth += token_is(clause_peek(r, i), TOKEN_PUNCT, "(");
        depth -= depth && token_is(clause_peek(r, i), TOKEN_PUNCT, ")");
        i += depth || token_is(clause_peek(r, i), TOKEN_PUNCT, ")");
    } while (depth && clause_peek(r, i)->type != TOKEN_END);
    return token_is(clause_peek(r, i), TOKEN_WORD, "collate");
}

static int read_collated(struct clause_reader *r, struct index_key *k)
{
    if (read_operand(r, k))
        return ERR;
    return clause_accept(r, "collate") ? clause_builtin_name(r, &k->collation) : OK;
}

/* ((x COLLATE c)): 1 when that stands here and was read, 0 when something else does, ERR. */
static int read_wrapped(struct clause_reader *r, struct index_key *k)
{
    const size_t start = r->pos;
    size_t wraps = 0, closed;

    while (token_is(clause_peek(r, wraps), TOKEN_PUNCT, "("))
        wraps++;
    for (; wraps; wraps--) { /* some of them can belong to what is inside */
        r->pos = start + wraps - 1;
        if (!sees_wrapped(r))
            continue;
        r->pos++;
        if (read_collated(r, k))
            return ERR;
        for (closed = 0; closed < wraps && clause_accept(r, ")");)
            closed++;
        if (closed == wraps)
            return 1;
        *k = (struct index_key){0};
    }
    r->pos = start;
    return 0;
}

int clause_index_key_read(struct clause_reader *r, struct index_key *k)
{
    int wrapped = read_wrapped(r, k);

    if (wrapped < 0 || (!wrapped && read_collated(r, k)))
        return ERR;
    if (sees_opclass(r)) {
        if (clause_builtin_name(r, &k->opclass))
            return ERR;
        if (clause_sees(r, "(") && clause_options_read(r, &k->opclass_options))
            return ERR;
    }
    return read_order(r, k);
}

static int read_keys(struct clause_reader *r, bool with_operators, struct list *ret)
{
    if (clause_expect(r, "("))
        return ERR;
    do {
        struct index_key *k = arena_new(r->arena, struct index_key);

        if (clause_index_key_read(r, k))
            return ERR;
        if (with_operators && (clause_expect(r, "with") || read_operator(r, &k->operator_)))
            return ERR;
        list_push(r->arena, ret, k);
    } while (clause_accept(r, ","));
    if (clause_accept(r, ")"))
        return OK;
    return clause_fail(
        r, tail_words,
        "\",\" or \")\" (an expression that is no function call wants parentheses of its own)");
}

static int read_where(struct clause_reader *r, const struct index_tail *t)
{
    static const char *const none[] = {NULL};
    const char *text;

    if (clause_expression(r, t->stops ? t->stops : none, &text))
        return ERR;
    *t->where = expression_bare(r->arena, text);
    return OK;
}

int clause_index_tail(struct clause_reader *r, const struct index_tail *t)
{
    int err = OK;

    if (t->include && clause_accept(r, "include"))
        err = clause_idents_read(r, t->include);
    else if (t->nulls_not_distinct && clause_accept(r, "nulls not distinct"))
        *t->nulls_not_distinct = true;
    else if (t->nulls_not_distinct && clause_accept(r, "nulls distinct"))
        *t->nulls_not_distinct = false;
    else if (t->with && clause_accept(r, "with"))
        err = clause_options_read(r, t->with);
    else if (clause_accept(r, "using index tablespace") || clause_accept(r, "tablespace"))
        err = clause_ident(r, t->tablespace);
    else if (t->where && clause_accept(r, "where"))
        err = read_where(r, t);
    else
        return 0;
    return err ? ERR : 1;
}

int index_key_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct clause_reader r;

    if (clause_open(&r, a, "index key", text, at, d) || clause_index_key_read(&r, into))
        return ERR;
    return clause_end(&r, tail_words,
                      "COLLATE, an operator class, ASC, DESC or NULLS (an expression wants parentheses)");
}

int index_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct index *i = into;
    struct index_tail tail = {.include = &i->include,
                              .with = &i->with,
                              .nulls_not_distinct = &i->nulls_not_distinct,
                              .tablespace = &i->tablespace,
                              .where = &i->where};
    struct clause_reader r;
    int more;

    if (clause_open(&r, a, "index", text, at, d))
        return ERR;
    i->unique = clause_accept(&r, "unique");
    if (clause_accept(&r, "using") && clause_ident(&r, &i->method))
        return ERR;
    if (!clause_sees(&r, "("))
        return clause_fail(&r, tail_words, "UNIQUE, USING or the keys in parentheses");
    if (read_keys(&r, false, &i->keys))
        return ERR;
    while ((more = clause_index_tail(&r, &tail)) > 0)
        continue;
    if (more < 0)
        return ERR;
    return clause_end(&r, tail_words, "INCLUDE, NULLS NOT DISTINCT, WITH, TABLESPACE or WHERE");
}

int exclusion_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    static const char *const stops[] = {"deferrable", "not deferrable", "initially", NULL};
    struct exclusion *x = into;
    struct index_tail tail = {.include = &x->include,
                              .with = &x->with,
                              .tablespace = &x->tablespace,
                              .where = &x->where,
                              .stops = stops};
    struct clause_reader r;
    int more;

    if (clause_open(&r, a, "exclusion constraint", text, at, d))
        return ERR;
    clause_accept(&r, "exclude");
    if (clause_accept(&r, "using") && clause_ident(&r, &x->method))
        return ERR;
    if (!clause_sees(&r, "("))
        return clause_fail(&r, tail_words, "USING or the elements in parentheses");
    if (read_keys(&r, true, &x->elements))
        return ERR;
    do {
        more = clause_deferrable_read(&r, &x->deferrable, &x->initially_deferred)
                   ? 1
                   : clause_index_tail(&r, &tail);
    } while (more > 0);
    if (more < 0)
        return ERR;
    return clause_end(&r, key_words, "INCLUDE, WITH, TABLESPACE, WHERE or DEFERRABLE");
}

/* Columns may stand without parentheses where there is nothing else to say: primary_key: id. */
static int read_columns(struct clause_reader *r, struct key *k)
{
    bool open = clause_accept(r, "(");

    do {
        const char *name;

        if (clause_ident(r, &name))
            return ERR;
        list_push(r->arena, &k->columns, name);
        k->without_overlaps = clause_accept(r, "without overlaps");
    } while (!k->without_overlaps && clause_accept(r, ","));
    return open ? clause_expect(r, ")") : OK;
}

int key_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct key *k = into;
    struct index_tail tail = {.include = &k->include,
                              .with = &k->with,
                              .nulls_not_distinct = &k->nulls_not_distinct,
                              .tablespace = &k->tablespace};
    bool primary = k->base.kind && k->base.kind->id == KIND_PRIMARY_KEY;
    struct clause_reader r;
    int more;

    if (primary)
        tail.nulls_not_distinct = NULL;
    if (clause_open(&r, a, primary ? "primary key" : "unique constraint", text, at, d))
        return ERR;
    clause_accept(&r, primary ? "primary key" : "unique");
    if (!primary && clause_accept(&r, "nulls not distinct"))
        k->nulls_not_distinct = true;
    if (read_columns(&r, k))
        return ERR;
    do {
        more = clause_deferrable_read(&r, &k->deferrable, &k->initially_deferred)
                   ? 1
                   : clause_index_tail(&r, &tail);
    } while (more > 0);
    if (more < 0)
        return ERR;
    return clause_end(&r, key_words,
                      primary ? "INCLUDE, WITH, TABLESPACE or DEFERRABLE"
                              : "INCLUDE, NULLS NOT DISTINCT, WITH, TABLESPACE or DEFERRABLE");
}
