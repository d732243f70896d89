/* Operator families and classes. */
#include "emit/postgres/emit.h"
#include "schema/mention.h"
#include "sql/quote.h"
#include <string.h>

static void add_operator(struct buf *b, const struct family_operator *o)
{
    buf_addf(b, "OPERATOR %s %s", o->strategy, o->operator_);
    if (o->order_by)
        buf_addf(b, " FOR ORDER BY %s", o->order_by);
}

static void add_function(struct buf *b, const struct family_function *f)
{
    buf_addf(b, "FUNCTION %s ", f->support);
    if (f->left)
        buf_addf(b, "(%s, %s) ", f->left, f->right);
    buf_add(b, f->function);
}

static bool same_text(const char *x, const char *y)
{
    return strcmp(x ? x : "", y ? y : "") == 0;
}

static bool same_operator(const struct family_operator *x, const struct family_operator *y)
{
    return strcmp(x->strategy, y->strategy) == 0 && strcmp(x->operator_, y->operator_) == 0 &&
           same_text(x->order_by, y->order_by);
}

static bool same_function(const struct family_function *x, const struct family_function *y)
{
    return strcmp(x->support, y->support) == 0 && same_text(x->left, y->left) && same_text(x->right, y->right) &&
           strcmp(x->function, y->function) == 0;
}

static bool has_operator(const struct list *operators, const struct family_operator *o)
{
    const struct family_operator *x;

    list_each (x, operators) {
        if (same_operator(x, o))
            return true;
    }
    return false;
}

static bool has_function(const struct list *functions, const struct family_function *o)
{
    const struct family_function *x;

    list_each (x, functions) {
        if (same_function(x, o))
            return true;
    }
    return false;
}

/* What one has that the other has not; other NULL: all. */
static void add_members(struct emitter *e, const struct operator_family *of, const struct operator_family *other)
{
    const struct family_operator *o;
    const struct family_function *f;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (o, &of->operators) {
        if (other && has_operator(&other->operators, o))
            continue;
        buf_sep(&b, &first, ",\n    ");
        add_operator(&b, o);
    }
    list_each (f, &of->functions) {
        if (other && has_function(&other->functions, f))
            continue;
        buf_sep(&b, &first, ",\n    ");
        add_function(&b, f);
    }
    if (!first)
        emit_add(e, "ALTER OPERATOR FAMILY %s ADD\n    %s", emit_path(e, &of->base), buf_str(&b));
}

static const char *operand_types(const struct emitter *e, const char *operator_)
{
    struct mention m;

    return mention_read(e->arena, operator_, NOWHERE, NULL, &m) == OK && m.types ? m.types : "";
}

static void drop_members(struct emitter *e, const struct operator_family *of, const struct operator_family *other)
{
    const struct family_operator *o;
    const struct family_function *f;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (o, &of->operators) {
        if (other && has_operator(&other->operators, o))
            continue;
        buf_sep(&b, &first, ",\n    ");
        buf_addf(&b, "OPERATOR %s (%s)", o->strategy, operand_types(e, o->operator_));
    }
    list_each (f, &of->functions) {
        if (other && has_function(&other->functions, f))
            continue;
        buf_sep(&b, &first, ",\n    ");
        buf_addf(&b, "FUNCTION %s (%s, %s)", f->support, f->left, f->right);
    }
    if (!first)
        emit_add(e, "ALTER OPERATOR FAMILY %s DROP\n    %s", emit_path(e, &of->base), buf_str(&b));
}

static void family_create(struct emitter *e, const struct op *op)
{
    emit_add(e, "CREATE OPERATOR FAMILY %s", emit_path(e, op->new));
}

static void drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP %s %s", op->old->kind->sql, emit_path(e, op->old));
}

static void family_part(struct emitter *e, const struct op *op)
{
    const struct operator_family *old = (const struct operator_family *)op->old, *new = (const struct operator_family *)op->new;

    if (op->verb == VERB_DROP) {
        drop_members(e, old, NULL);
    } else if (!old || op->rebuild || op->again) {
        add_members(e, new, NULL);
    } else {
        drop_members(e, old, new);
        add_members(e, new, old);
    }
}

const struct emit_kind emit_operator_family = {.create = family_create, .drop = drop, .part = family_part};

/* The grammar wants something after AS. */
static void class_create(struct emitter *e, const struct op *op)
{
    const struct operator_class *c = (const struct operator_class *)op->new;
    const struct family_operator *o;
    const struct family_function *f;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (o, &c->operators) {
        buf_sep(&b, &first, ",\n    ");
        add_operator(&b, o);
    }
    list_each (f, &c->functions) {
        buf_sep(&b, &first, ",\n    ");
        add_function(&b, f);
    }
    if (c->storage || first) {
        buf_sep(&b, &first, ",\n    ");
        buf_addf(&b, "STORAGE %s", c->storage ? c->storage : c->type);
    }
    emit_add(e, "CREATE OPERATOR CLASS %s\n    %sFOR TYPE %s USING %s FAMILY %s AS\n    %s",
             sql_qualified(e->arena, c->base.schema, c->base.name), c->default_ ? "DEFAULT " : "", c->type, emit_ident(e, c->method),
             c->family, buf_str(&b));
}

/* Members that are added, and so the family's statement; the access method gives them to the class. */
static void class_alter(struct emitter *e, const struct op *op)
{
    const struct operator_class *new = (const struct operator_class *)op->new, *old = (const struct operator_class *)op->old;
    const struct family_operator *o;
    const struct family_function *f;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (o, &new->operators) {
        if (has_operator(&old->operators, o))
            continue;
        buf_sep(&b, &first, ",\n    ");
        add_operator(&b, o);
    }
    list_each (f, &new->functions) {
        struct family_function typed = *f;

        if (has_function(&old->functions, f))
            continue;
        if (!typed.left)
            typed.left = typed.right = new->type;
        buf_sep(&b, &first, ",\n    ");
        add_function(&b, &typed);
    }
    if (!first)
        emit_add(e, "ALTER OPERATOR FAMILY %s USING %s ADD\n    %s", new->family, emit_ident(e, new->method), buf_str(&b));
}

const struct emit_kind emit_operator_class = {.create = class_create, .drop = drop, .alter = class_alter};
