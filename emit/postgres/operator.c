/* Operators and casts. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void add(struct buf *b, const char *what, const char *value)
{
    if (value)
        buf_addf(b, ",\n    %s = %s", what, value);
}

static void add_operator(struct buf *b, const char *what, const char *name)
{
    if (name)
        buf_addf(b, ",\n    %s = OPERATOR(%s)", what, name);
}

/* A commutator or negator that is not there yet is made a shell, which its own CREATE OPERATOR fills. */
static void operator_create(struct emitter *e, const struct op *op)
{
    const struct operator_ *o = (const struct operator_ *)op->new;
    AUTO_BUF b = {0};

    buf_add(&b, "CREATE OPERATOR ");
    buf_object_name(&b, o->base.schema, o->base.name, true);
    buf_addf(&b, " (\n    FUNCTION = %s", o->function);
    add(&b, "LEFTARG", o->left);
    add(&b, "RIGHTARG", o->right);
    add_operator(&b, "COMMUTATOR", o->commutator);
    add_operator(&b, "NEGATOR", o->negator);
    add(&b, "RESTRICT", o->restrict_);
    add(&b, "JOIN", o->join);
    if (o->hashes)
        buf_add(&b, ",\n    HASHES");
    if (o->merges)
        buf_add(&b, ",\n    MERGES");
    buf_add(&b, "\n)");
    emit_add(e, "%s", buf_str(&b));
}

static void operator_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP OPERATOR %s", emit_path(e, op->old));
}

static const struct object *linked(const struct emitter *e, const struct operator_ *o, const char *link, bool swapped,
                                   const struct pair_of **pair)
{
    const char *left = swapped ? o->right : o->left, *right = swapped ? o->left : o->right;

    *pair = map_get(&e->plan->diff->by_address,
                    arena_printf(e->arena, "operator %s(%s, %s)", link, left ? left : "none", right ? right : "none"));
    return *pair ? (*pair)->to : NULL;
}

/* A link is said once, for both, and not where it comes with the other operator. */
static bool says_link(const struct emitter *e, const struct op *op, const char *field, const char *link, bool swapped)
{
    const struct pair_of *pair;
    const struct object *other;
    const struct op *before;

    if (!op_changed(op, field) || !link)
        return false;
    other = linked(e, (const struct operator_ *)op->new, link, swapped, &pair);
    if (pair && !pair->from)
        return false;
    list_each (before, &e->plan->ops) {
        if (before == op)
            break;
        if (other && before->new == other && before->verb == VERB_ALTER && op_changed(before, field))
            return false;
    }
    return true;
}

/* Links to others come and go with these, or are said for the first time. */
static void operator_alter(struct emitter *e, const struct op *op)
{
    const struct operator_ *o = (const struct operator_ *)op->new;
    AUTO_BUF b = {0};
    bool first = true;

    if (says_link(e, op, "commutator", o->commutator, true)) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "COMMUTATOR = OPERATOR(%s)", o->commutator);
    }
    if (says_link(e, op, "negator", o->negator, false)) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "NEGATOR = OPERATOR(%s)", o->negator);
    }
    if (op_changed(op, "hashes")) {
        buf_sep(&b, &first, ", ");
        buf_add(&b, "HASHES");
    }
    if (op_changed(op, "merges")) {
        buf_sep(&b, &first, ", ");
        buf_add(&b, "MERGES");
    }
    if (op_changed(op, "restrict")) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "RESTRICT = %s", o->restrict_ ? o->restrict_ : "NONE");
    }
    if (op_changed(op, "join")) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "JOIN = %s", o->join ? o->join : "NONE");
    }
    if (!first)
        emit_add(e, "ALTER OPERATOR %s SET (%s)", emit_path(e, op->new), buf_str(&b));
}

const struct emit_kind emit_operator = {
    .create = operator_create, .drop = operator_drop, .alter = operator_alter};

static void cast_create(struct emitter *e, const struct op *op)
{
    const struct cast *c = (const struct cast *)op->new;
    const char *way = c->function ? arena_printf(e->arena, "WITH FUNCTION %s", c->function)
                      : c->inout  ? "WITH INOUT"
                                  : "WITHOUT FUNCTION";
    const char *context = !c->context || strcmp(c->context, "explicit") == 0 ? ""
                          : strcmp(c->context, "implicit") == 0              ? " AS IMPLICIT"
                                                                             : " AS ASSIGNMENT";

    emit_add(e, "CREATE CAST %s %s%s", emit_path(e, op->new), way, context);
}

static void cast_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP CAST %s", emit_path(e, op->old));
}

const struct emit_kind emit_cast = {.create = cast_create, .drop = cast_drop};
