/* Foreign-data wrappers, servers, user mappings, and the options of all that is foreign. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void option_add(struct buf *b, const char *verb, const struct option *o, bool with_value)
{
    buf_addf(b, "%s%s", b->len ? ", " : "", verb);
    buf_ident(b, o->name);
    if (with_value) {
        buf_addc(b, ' ');
        buf_literal(b, o->value ? o->value : "");
    }
}

const char *emit_foreign_options(struct emitter *e, const struct list *options)
{
    const struct option *o;
    AUTO_BUF b = {0};

    list_each (o, options)
        option_add(&b, "", o, true);
    return b.len ? arena_printf(e->arena, " OPTIONS (%s)", buf_str(&b)) : "";
}

/* Secrets are not read, so it is not known whether one is there to be set or dropped. */
const char *emit_foreign_options_change(struct emitter *e, const struct list *from, const struct list *to)
{
    const struct option *o, *was;
    AUTO_BUF b = {0};

    list_each (o, from) {
        if (!option_find(to, o->name) && !option_is_secret(o->name))
            option_add(&b, "DROP ", o, false);
    }
    list_each (o, to) {
        was = option_find(from, o->name);
        if (option_is_secret(o->name) || (was && strcmp(was->value, o->value) == 0))
            continue;
        option_add(&b, was ? "SET " : "ADD ", o, true);
    }
    return b.len ? arena_printf(e->arena, " OPTIONS (%s)", buf_str(&b)) : "";
}

static void function_add(struct buf *b, const char *what, const char *name)
{
    if (name)
        buf_addf(b, " %s %s", what, name);
}

static void wrapper_create(struct emitter *e, const struct op *op)
{
    const struct wrapper *w = (const struct wrapper *)op->new;
    AUTO_BUF b = {0};

    function_add(&b, "HANDLER", w->handler);
    function_add(&b, "VALIDATOR", w->validator);
    emit_add(e, "CREATE FOREIGN DATA WRAPPER %s%s%s", emit_path(e, op->new), buf_str(&b),
             emit_foreign_options(e, &w->options));
}

static void drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP %s %s", op->old->kind->sql, emit_path(e, op->old));
}

static void wrapper_alter(struct emitter *e, const struct op *op)
{
    const struct wrapper *from = (const struct wrapper *)op->old, *to = (const struct wrapper *)op->new;
    const char *options = emit_foreign_options_change(e, &from->options, &to->options);
    AUTO_BUF b = {0};

    if (op_changed(op, "handler"))
        function_add(&b, to->handler ? "HANDLER" : "NO", to->handler ? to->handler : "HANDLER");
    if (op_changed(op, "validator"))
        function_add(&b, to->validator ? "VALIDATOR" : "NO", to->validator ? to->validator : "VALIDATOR");
    if (b.len || *options)
        emit_add(e, "ALTER FOREIGN DATA WRAPPER %s%s%s", emit_path(e, op->new), buf_str(&b), options);
}

const struct emit_kind emit_wrapper = {.create = wrapper_create, .drop = drop, .alter = wrapper_alter};

static void server_create(struct emitter *e, const struct op *op)
{
    const struct server *s = (const struct server *)op->new;
    AUTO_BUF b = {0};

    if (s->type)
        buf_addf(&b, " TYPE %s", sql_literal(e->arena, s->type));
    if (s->version)
        buf_addf(&b, " VERSION %s", sql_literal(e->arena, s->version));
    emit_add(e, "CREATE SERVER %s%s FOREIGN DATA WRAPPER %s%s", emit_path(e, op->new), buf_str(&b),
             emit_ident(e, s->wrapper), emit_foreign_options(e, &s->options));
}

static void server_alter(struct emitter *e, const struct op *op)
{
    const struct server *from = (const struct server *)op->old, *to = (const struct server *)op->new;
    const char *options = emit_foreign_options_change(e, &from->options, &to->options);
    AUTO_BUF b = {0};

    if (op_changed(op, "version"))
        buf_addf(&b, " VERSION %s", to->version ? sql_literal(e->arena, to->version) : "NULL");
    if (b.len || *options)
        emit_add(e, "ALTER SERVER %s%s%s", emit_path(e, op->new), buf_str(&b), options);
}

const struct emit_kind emit_server = {.create = server_create, .drop = drop, .alter = server_alter};

static const char *mapping_of(struct emitter *e, const struct object *o)
{
    return arena_printf(e->arena, "USER MAPPING FOR %s SERVER %s",
                        strcmp(o->name, "public") == 0 ? "PUBLIC" : emit_ident(e, o->name),
                        emit_path(e, o->parent));
}

static void user_mapping_create(struct emitter *e, const struct op *op)
{
    emit_add(e, "CREATE %s%s", mapping_of(e, op->new),
             emit_foreign_options(e, &((const struct user_mapping *)op->new)->options));
}

static void user_mapping_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP %s", mapping_of(e, op->old));

    emit_hazard(e, s, NULL, HAZARD_DROP_USER_MAPPING, "a password in %s is not known here", op->old->address);
}

static void user_mapping_alter(struct emitter *e, const struct op *op)
{
    const char *options = emit_foreign_options_change(e, &((const struct user_mapping *)op->old)->options,
                                                      &((const struct user_mapping *)op->new)->options);

    if (*options)
        emit_add(e, "ALTER %s%s", mapping_of(e, op->new), options);
}

const struct emit_kind emit_user_mapping = {
    .create = user_mapping_create, .drop = user_mapping_drop, .alter = user_mapping_alter};
