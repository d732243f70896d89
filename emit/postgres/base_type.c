/* Base types and shell types. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void add(struct buf *b, const char *what, const char *value)
{
    if (value)
        buf_addf(b, ",\n    %s = %s", what, value);
}

static void add_literal(struct emitter *e, struct buf *b, const char *what, const char *text)
{
    if (text)
        add(b, what, sql_literal(e->arena, text));
}

static bool is_shell(const struct object *o)
{
    return !((const struct base_type *)o)->input;
}

static void add_functions(struct emitter *e, struct buf *b, const struct base_type *t)
{
    buf_addf(b, "\n    INPUT = %s,\n    OUTPUT = %s", t->input, t->output);
    add(b, "RECEIVE", t->receive);
    add(b, "SEND", t->send);
    add(b, "TYPMOD_IN", t->typmod_in);
    add(b, "TYPMOD_OUT", t->typmod_out);
    add(b, "ANALYZE", t->analyze);
    if (e->version >= 140000)
        add(b, "SUBSCRIPT", t->subscript);
}

static void base_type_put(struct emitter *e, const struct object *o)
{
    const struct base_type *t = (const struct base_type *)o;
    AUTO_BUF b = {0};

    if (is_shell(o)) {
        emit_add(e, "CREATE TYPE %s", emit_path(e, o));
        return;
    }
    add_functions(e, &b, t);
    add(&b, "INTERNALLENGTH", t->length);
    if (t->by_value)
        buf_add(&b, ",\n    PASSEDBYVALUE");
    add(&b, "ALIGNMENT", t->alignment);
    add(&b, "STORAGE", t->storage);
    add_literal(e, &b, "CATEGORY", t->category);
    if (t->preferred)
        buf_add(&b, ",\n    PREFERRED = true");
    add_literal(e, &b, "DEFAULT", t->default_);
    add(&b, "ELEMENT", t->element);
    add_literal(e, &b, "DELIMITER", t->delimiter);
    if (t->collatable)
        buf_add(&b, ",\n    COLLATABLE = true");
    emit_add(e, "CREATE TYPE %s (%s\n)", emit_path(e, o), buf_str(&b));
}

static void base_type_create(struct emitter *e, const struct op *op)
{
    base_type_put(e, op->new);
}

void emit_shell(struct emitter *e, const struct op *op)
{
    emit_note(e, emit_add(e, "CREATE TYPE %s", emit_path(e, op->new)), "a shell, until its functions are there");
}

/* Its functions as regprocedure reads them. */
static const char *functions_of(struct emitter *e, const struct op *op)
{
    const struct op *f;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (f, &op->fused) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "%s::regprocedure", sql_literal(e->arena, emit_path(e, f->old)));
    }
    return arena_strdup(e->arena, buf_str(&b));
}

/* The type and its functions need each other, so that PostgreSQL drops them only with CASCADE: not before it has said that nothing else
 * would go with them. */
void emit_type_drop(struct emitter *e, const struct op *op)
{
    const char *path = emit_path(e, op->old), *functions = functions_of(e, op);
    const char *type = sql_literal(e->arena, path);
    struct statement *s;
    const struct op *f;
    AUTO_BUF names = {0};
    bool first = true;

    if (!op->fused.n) {
        emit_add(e, "DROP TYPE %s", path);
        return;
    }
    emit_add(e,
             "DO $kedge$\nBEGIN\n"
             "    IF EXISTS (SELECT FROM pg_catalog.pg_depend d\n"
             "               WHERE d.deptype IN ('n', 'a')\n"
             "                 AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend i\n"
             "                                 WHERE i.classid = d.classid AND i.objid = d.objid AND i.deptype = 'i')\n"
             "                 AND (d.refclassid = 'pg_catalog.pg_type'::regclass\n"
             "                      AND d.refobjid IN (SELECT unnest(ARRAY[t.oid, t.typarray]) FROM pg_catalog.pg_type t WHERE t.oid = %s::regtype)\n"
             "                      AND (d.classid <> 'pg_catalog.pg_proc'::regclass OR d.objid NOT IN (%s))\n"
             "                      OR d.refclassid = 'pg_catalog.pg_proc'::regclass\n"
             "                      AND d.refobjid IN (%s)\n"
             "                      AND (d.classid <> 'pg_catalog.pg_type'::regclass OR d.objid <> %s::regtype))) THEN\n"
             "        RAISE EXCEPTION 'something else needs the type %%', %s;\n"
             "    END IF;\nEND\n$kedge$",
             type, functions, functions, type, type);
    list_each (f, &op->fused) {
        buf_sep(&names, &first, ", ");
        buf_add(&names, emit_path(e, f->old));
    }
    s = emit_add(e, "DROP TYPE %s CASCADE", path);
    emit_note(e, s, "it takes %s along: each needs the other, and nothing else is left that does", buf_str(&names));
}

static void set_function(const struct op *op, struct buf *b, bool *first, const char *field, const char *what, const char *function)
{
    if (!op_changed(op, field))
        return;
    buf_sep(b, first, ", ");
    buf_addf(b, "%s = %s", what, function ? function : "NONE");
}

static void base_type_alter(struct emitter *e, const struct op *op)
{
    const struct base_type *t = (const struct base_type *)op->new;
    AUTO_BUF b = {0};
    bool first = true;

    if (is_shell(op->old) && !is_shell(op->new)) {
        base_type_put(e, op->new);
        return;
    }
    set_function(op, &b, &first, "receive", "RECEIVE", t->receive);
    set_function(op, &b, &first, "send", "SEND", t->send);
    set_function(op, &b, &first, "typmod_in", "TYPMOD_IN", t->typmod_in);
    set_function(op, &b, &first, "typmod_out", "TYPMOD_OUT", t->typmod_out);
    set_function(op, &b, &first, "analyze", "ANALYZE", t->analyze);
    if (e->version >= 140000)
        set_function(op, &b, &first, "subscript", "SUBSCRIPT", t->subscript);
    if (op_changed(op, "storage")) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "STORAGE = %s", t->storage ? t->storage : "plain");
    }
    if (!first)
        emit_add(e, "ALTER TYPE %s SET (%s)", emit_path(e, op->new), buf_str(&b));
}

const struct emit_kind emit_base_type = {
    .create = base_type_create, .drop = emit_type_drop, .alter = base_type_alter, .aside = emit_shell};
