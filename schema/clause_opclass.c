/* Members of operator families and classes, as they stand in CREATE OPERATOR CLASS after OPERATOR and FUNCTION; and the keys of both. */
#include "schema/clause_reader.h"
#include "schema/kinds/short.h"
#include "schema/mention.h"
#include "sql/quote.h"

/* public.numbers using btree */
static int key_read(struct arena *a, const char *what, const char *text, struct loc at, struct diag *d, struct object *o,
                    const char **ret_schema, const char **ret_method)
{
    struct clause_reader r;

    if (clause_open(&r, a, what, text, at, d) || clause_ident(&r, &o->name))
        return ERR;
    if (clause_accept(&r, ".")) {
        *ret_schema = o->name;
        if (clause_ident(&r, &o->name))
            return ERR;
    }
    if (!clause_accept(&r, "using")) {
        clause_fail(&r, (const char *const[]){"using", NULL}, "USING");
        diag_hint(d, "The key of an %s says the access method: %s using btree.", what, text);
        return ERR;
    }
    if (clause_ident(&r, ret_method))
        return ERR;
    return clause_end(&r, NULL, "nothing after the access method");
}

static void key_write(struct buf *b, const struct object *o, const char *schema, const char *method)
{
    buf_qualified(b, schema, o->name);
    buf_add(b, " using ");
    buf_ident(b, method);
}

static int family_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct object *o, const char **ret_schema)
{
    return key_read(a, "operator family", text, at, d, o, ret_schema, &((struct operator_family *)o)->method);
}

static void family_write(struct buf *b, const struct object *o, const char *schema)
{
    key_write(b, o, schema, ((const struct operator_family *)o)->method);
}

const struct kind_key operator_family_key = {family_read, family_write};

static int class_read(struct arena *a, const char *text, struct loc at, struct diag *d, struct object *o, const char **ret_schema)
{
    return key_read(a, "operator class", text, at, d, o, ret_schema, &((struct operator_class *)o)->method);
}

static void class_write(struct buf *b, const struct object *o, const char *schema)
{
    key_write(b, o, schema, ((const struct operator_class *)o)->method);
}

const struct kind_key operator_class_key = {class_read, class_write};

/* A mention, up to FOR or the end. */
static int read_mention(struct clause_reader *r, const char **ret)
{
    size_t start = clause_peek(r, 0)->start, end = start;
    struct mention m;

    while (!clause_at_end(r) && !clause_sees(r, "for order by") && !clause_sees(r, "for search")) {
        end = clause_peek(r, 0)->end;
        r->pos++;
    }
    if (mention_read(r->arena, arena_strndup(r->arena, r->text + start, end - start), clause_loc(r, start), r->diag, &m) < 0)
        return ERR;
    *ret = mention_text(r->arena, &m);
    return OK;
}

/* 15 <->(point, point) for order by float_ops */
int family_operator_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct family_operator *o = into;
    struct clause_reader r;

    if (clause_open(&r, a, "operator of a family", text, at, d) || clause_number(&r, &o->strategy) ||
        read_mention(&r, &o->operator_))
        return ERR;
    if (clause_accept(&r, "for order by") && clause_builtin_name(&r, &o->order_by))
        return ERR;
    clause_accept(&r, "for search");
    return clause_end(&r, (const char *const[]){"for", NULL}, "FOR ORDER BY or the end");
}

bool family_operator_write_short(struct buf *out, const void *from)
{
    const struct family_operator *o = from;

    buf_addf(out, "%s %s", o->strategy, o->operator_);
    if (o->order_by)
        buf_addf(out, " for order by %s", o->order_by);
    return true;
}

/* 1 (integer, bigint) btint48cmp(integer, bigint) */
int family_function_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct family_function *f = into;
    struct clause_reader r;

    if (clause_open(&r, a, "function of a family", text, at, d) || clause_number(&r, &f->support))
        return ERR;
    if (clause_accept(&r, "(")) {
        if (clause_type(&r, &f->left))
            return ERR;
        f->right = f->left;
        if (clause_accept(&r, ",") && clause_type(&r, &f->right))
            return ERR;
        if (clause_expect(&r, ")"))
            return ERR;
    }
    return read_mention(&r, &f->function);
}

bool family_function_write_short(struct buf *out, const void *from)
{
    const struct family_function *f = from;

    buf_addf(out, "%s ", f->support);
    if (f->left)
        buf_addf(out, "(%s, %s) ", f->left, f->right);
    buf_add(out, f->function);
    return true;
}
