/* Keys of the model that are more than a name: operators, casts, transforms. */
#include "schema/clause_reader.h"
#include "schema/kinds/short.h"
#include "sql/quote.h"

static int operand(struct clause_reader *r, const char **ret)
{
    if (clause_accept(r, "none"))
        return OK;
    if (clause_type(r, ret))
        return ERR;
    *ret = type_without_modifiers(r->arena, *ret);
    return OK;
}

/* public.~~(text, text) */
static int operator_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct object *o,
                         const char **ret_schema)
{
    struct operator_ *op = (struct operator_ *)o;
    struct clause_reader r;

    if (clause_open(&r, a, "operator", text, at, d))
        return ERR;
    if (clause_peek(&r, 0)->type != TOKEN_OP && (clause_ident(&r, ret_schema) || clause_expect(&r, ".")))
        return ERR;
    if (clause_peek(&r, 0)->type != TOKEN_OP)
        return clause_fail(&r, NULL, "an operator");
    o->name = clause_peek(&r, 0)->text;
    r.pos++;
    if (clause_expect(&r, "(")) {
        diag_hint(d, "The key of an operator has the types of its operands: %s(integer, integer).", text);
        return ERR;
    }
    if (operand(&r, &op->left) || clause_expect(&r, ",") || operand(&r, &op->right) || clause_expect(&r, ")"))
        return ERR;
    return clause_end(&r, NULL, "nothing after the operands");
}

static void operator_write(struct buf *b, const struct object *o, const char *schema)
{
    const struct operator_ *op = (const struct operator_ *)o;

    buf_object_name(b, schema, o->name, true);
    buf_addf(b, "(%s, %s)", op->left ? op->left : "none", op->right ? op->right : "none");
}

const struct kind_key operator_key = {operator_read, operator_write};

/* integer as public.shape */
static int cast_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct object *o,
                     const char **ret_schema)
{
    struct cast *c = (struct cast *)o;
    struct clause_reader r;

    (void)ret_schema;
    o->name = "";
    if (clause_open(&r, a, "cast", text, at, d) || clause_type(&r, &c->source) || clause_expect(&r, "as") ||
        clause_type(&r, &c->target))
        return ERR;
    c->source = type_without_modifiers(a, c->source);
    c->target = type_without_modifiers(a, c->target);
    return clause_end(&r, NULL, "nothing after the types");
}

static void cast_write(struct buf *b, const struct object *o, const char *schema)
{
    const struct cast *c = (const struct cast *)o;

    (void)schema;
    buf_addf(b, "%s as %s", c->source, c->target);
}

const struct kind_key cast_key = {cast_read, cast_write};

/* for hstore language plpython3u */
static int transform_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct object *o,
                          const char **ret_schema)
{
    struct transform *t = (struct transform *)o;
    struct clause_reader r;

    (void)ret_schema;
    o->name = "";
    if (clause_open(&r, a, "transform", text, at, d) || clause_expect(&r, "for") || clause_type(&r, &t->type) ||
        clause_expect(&r, "language") || clause_ident(&r, &t->language))
        return ERR;
    t->type = type_without_modifiers(a, t->type);
    return clause_end(&r, NULL, "nothing after the language");
}

static void transform_write(struct buf *b, const struct object *o, const char *schema)
{
    const struct transform *t = (const struct transform *)o;

    (void)schema;
    buf_addf(b, "for %s language ", t->type);
    buf_ident(b, t->language);
}

const struct kind_key transform_key = {transform_read, transform_write};
