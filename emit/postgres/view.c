/* Views, materialized views, and what is said of their columns. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include <string.h>

static void option_add(struct emitter *e, struct list *to, const char *name, const char *value)
{
    struct option *o = arena_new(e->arena, struct option);

    *o = (struct option){name, value};
    list_push(e->arena, to, o);
}

static struct list view_options(struct emitter *e, const struct view *v)
{
    struct list options = {0};

    if (v->check_option)
        option_add(e, &options, "check_option", v->check_option);
    if (v->security_barrier)
        option_add(e, &options, "security_barrier", "true");
    if (v->security_invoker)
        option_add(e, &options, "security_invoker", "true");
    return options;
}

static struct statement *view_say(struct emitter *e, const struct op *op, bool replace)
{
    const struct view *v = (const struct view *)op->new;
    struct list options = view_options(e, v);
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE %sVIEW %s", replace ? "OR REPLACE " : "", emit_path(e, op->new));
    if (options.n > 0) {
        buf_add(&b, " WITH ");
        clause_options(&b, &options);
    }
    return emit_add(e, "%s AS\n%s", buf_str(&b), emit_text(e, v->query));
}

static void view_create(struct emitter *e, const struct op *op)
{
    view_say(e, op, op->replace);
}

static void view_drop(struct emitter *e, const struct op *op)
{
    emit_lock(e, emit_add(e, "DROP VIEW %s", emit_path(e, op->old)), op->old, LOCK_ACCESS_EXCLUSIVE);
}

static void view_options_statement(struct emitter *e, const struct object *view, enum lock lock,
                                   const char *clause)
{
    emit_lock(e, emit_add(e, "ALTER VIEW %s %s", emit_path(e, view), clause), view, lock);
}

static void view_alter(struct emitter *e, const struct op *op)
{
    struct list from = view_options(e, (const struct view *)op->old);
    struct list to = view_options(e, (const struct view *)op->new);

    if (op_changed(op, "query")) { /* says all options, those that are not there as well */
        emit_lock(e, view_say(e, op, true), op->new, LOCK_ACCESS_EXCLUSIVE);
        return;
    }
    emit_options(e, op->new, &from, &to, view_options_statement);
}

/* The same columns and no rows: nothing is needed for that but their types. */
static void view_stub(struct emitter *e, const struct op *op)
{
    const struct object *o = op_object(op);
    struct list columns = {0};
    const struct shape_column *c;
    struct statement *s;
    bool first = true;
    AUTO_BUF b = {0};

    view_columns(e->arena, (const struct view *)o, &columns);
    list_each (c, &columns) {
        buf_sep(&b, &first, ",\n");
        buf_addf(&b, "    NULL::%s%s%s AS %s", op->new ? c->type : emit_type_now(e, c->type), c->collation ? " COLLATE " : "",
                 c->collation ? c->collation : "", c->name);
    }
    s = emit_add(e, "CREATE %sVIEW %s AS\nSELECT\n%s", op->old ? "OR REPLACE " : "", emit_path(e, o), buf_str(&b));
    emit_note(e, s, op->new ? "stands in until what the view selects from is there" : "stands in until what needs the view is gone");
    if (op->old)
        emit_lock(e, s, o, LOCK_ACCESS_EXCLUSIVE);
    else
        map_put(&e->created, o->address, o);
}

const struct emit_kind emit_view = {
    .create = view_create, .drop = view_drop, .alter = view_alter, .aside = view_stub};

static void matview_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP MATERIALIZED VIEW %s", emit_path(e, op->old));

    emit_lock(e, s, op->old, LOCK_ACCESS_EXCLUSIVE);
    emit_hazard(e, s, op->old, HAZARD_DROP_MATVIEW, "the rows of %s must be computed again",
                emit_path(e, op->old));
}

static struct statement *matview_set(struct emitter *e, const struct object *o, enum lock lock,
                                     const char *what)
{
    struct statement *s = emit_add(e, "ALTER MATERIALIZED VIEW %s %s", emit_path(e, o), what);

    emit_lock(e, s, o, lock);
    return s;
}

static void matview_identity(struct emitter *e, const struct matview *m)
{
    const char *how = m->replica_identity ? m->replica_identity : "default";

    matview_set(e, &m->base, LOCK_ACCESS_EXCLUSIVE,
                strcmp(how, "full") == 0      ? "REPLICA IDENTITY FULL"
                : strcmp(how, "nothing") == 0 ? "REPLICA IDENTITY NOTHING"
                                              : "REPLICA IDENTITY DEFAULT");
}

static void matview_create(struct emitter *e, const struct op *op)
{
    const struct matview *m = (const struct matview *)op->new;
    struct statement *s;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE MATERIALIZED VIEW %s", emit_path(e, op->new));
    if (m->access_method && strcmp(m->access_method, "heap") != 0)
        buf_addf(&b, " USING %s", emit_ident(e, m->access_method));
    if (m->with.n > 0) {
        buf_add(&b, " WITH ");
        clause_options(&b, &m->with);
    }
    if (m->tablespace)
        buf_addf(&b, " TABLESPACE %s", emit_ident(e, m->tablespace));
    s = emit_add(e, "%s AS\n%s\nWITH %sDATA", buf_str(&b), emit_text(e, m->query), m->unpopulated ? "NO " : "");
    if (m->replica_identity && strcmp(m->replica_identity, "default") != 0)
        matview_identity(e, m);
    e->last = s;
}

static void matview_move(struct emitter *e, const struct object *o, const char *what, const char *where)
{
    struct statement *s = matview_set(e, o, LOCK_ACCESS_EXCLUSIVE,
                                      arena_printf(e->arena, "SET %s %s", what, emit_ident(e, where)));

    emit_work(e, s, o, WORK_REWRITE);
    emit_hazard(e, s, o, HAZARD_MOVE_DATA, "the whole of %s is written anew", emit_path(e, o));
}

static void matview_options_statement(struct emitter *e, const struct object *o, enum lock lock,
                                      const char *clause)
{
    matview_set(e, o, lock, clause);
}

static void matview_cluster(struct emitter *e, const struct object *o, const char *index)
{
    matview_set(e, o, LOCK_SHARE_UPDATE_EXCLUSIVE,
                index ? arena_printf(e->arena, "CLUSTER ON %s", emit_ident(e, index))
                      : "SET WITHOUT CLUSTER");
}

static void matview_alter(struct emitter *e, const struct op *op)
{
    const struct matview *from = (const struct matview *)op->old, *to = (const struct matview *)op->new;

    if (op_changed(op, "access_method") && e->version < 150000)
        emit_error(e, "the access method of %s can be changed from PostgreSQL 15 on", emit_path(e, op->new));
    else if (op_changed(op, "access_method"))
        matview_move(e, op->new, "ACCESS METHOD", to->access_method ? to->access_method : "heap");
    if (op_changed(op, "tablespace"))
        matview_move(e, op->new, "TABLESPACE", to->tablespace ? to->tablespace : "pg_default");
    if (op_changed(op, "with"))
        emit_options(e, op->new, &from->with, &to->with, matview_options_statement);
    if (op_changed(op, "replica_identity"))
        matview_identity(e, to);
    if (op_changed(op, "cluster_on"))
        matview_cluster(e, op->new, to->cluster_on);
}

static void matview_part(struct emitter *e, const struct op *op)
{
    const struct matview *m = (const struct matview *)(op->verb == VERB_DROP ? op->old : op->new);

    if (m->cluster_on || op->verb != VERB_DROP)
        matview_cluster(e, &m->base, op->verb == VERB_DROP ? NULL : m->cluster_on);
}

const struct emit_kind emit_matview = {
    .create = matview_create, .drop = matview_drop, .alter = matview_alter, .part = matview_part};

static void view_column_default(struct emitter *e, const struct object *o, const char *expression)
{
    struct statement *s =
        emit_add(e, "ALTER VIEW %s ALTER COLUMN %s %s%s", emit_path(e, o->parent), emit_ident(e, o->name),
                 expression ? "SET DEFAULT " : "DROP DEFAULT", expression ? emit_text(e, expression) : "");

    emit_lock(e, s, o->parent, LOCK_ACCESS_EXCLUSIVE);
}

static const struct view_column bare_column; /* has no settings */

static void column_set(struct emitter *e, const struct object *o, enum lock lock, const char *what)
{
    matview_set(e, o->parent, lock, arena_printf(e->arena, "ALTER COLUMN %s %s", emit_ident(e, o->name), what));
}

static void column_options_statement(struct emitter *e, const struct object *o, enum lock lock, const char *clause)
{
    column_set(e, o, lock, clause);
}

/* Only the server knows the column's type, and before 16 there is no word for what it says. */
static void storage_of_type(struct emitter *e, const struct object *o)
{
    const char *path = emit_path(e, o->parent);
    struct statement *s;

    if (e->version >= 160000) {
        column_set(e, o, LOCK_ACCESS_EXCLUSIVE, "SET STORAGE DEFAULT");
        return;
    }
    s = emit_add(e,
                 "DO $kedge$\nBEGIN\n"
                 "    EXECUTE (SELECT pg_catalog.format('ALTER MATERIALIZED VIEW %%s ALTER COLUMN %%I SET STORAGE %%s', %s, a.attname,\n"
                 "                                      CASE t.typstorage WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL'\n"
                 "                                                        WHEN 'x' THEN 'EXTENDED' ELSE 'MAIN' END)\n"
                 "             FROM pg_catalog.pg_attribute a\n"
                 "                 JOIN pg_catalog.pg_type t ON t.oid = a.atttypid\n"
                 "             WHERE a.attrelid = %s::regclass AND a.attname = %s);\n"
                 "END\n$kedge$",
                 sql_literal(e->arena, path), sql_literal(e->arena, path), sql_literal(e->arena, o->name));
    emit_lock(e, s, o->parent, LOCK_ACCESS_EXCLUSIVE);
}

static bool same_text(const char *x, const char *y)
{
    return strcmp(x ? x : "", y ? y : "") == 0;
}

static void column_settings(struct emitter *e, const struct object *o, const struct view_column *from, const struct view_column *to)
{
    if (!same_text(from->storage, to->storage) && to->storage)
        column_set(e, o, LOCK_ACCESS_EXCLUSIVE, arena_printf(e->arena, "SET STORAGE %s", to->storage));
    else if (!same_text(from->storage, to->storage))
        storage_of_type(e, o);
    if (!same_text(from->compression, to->compression))
        column_set(e, o, LOCK_ACCESS_EXCLUSIVE,
                   arena_printf(e->arena, "SET COMPRESSION %s", to->compression ? emit_ident(e, to->compression) : "default"));
    if (!same_text(from->statistics, to->statistics))
        column_set(e, o, LOCK_SHARE_UPDATE_EXCLUSIVE,
                   arena_printf(e->arena, "SET STATISTICS %s", to->statistics ? to->statistics : "-1"));
    emit_options(e, o, &from->options, &to->options, column_options_statement);
}

static void view_column_create(struct emitter *e, const struct op *op)
{
    const struct view_column *c = (const struct view_column *)op->new;

    if (c->default_)
        view_column_default(e, op->new, c->default_);
    column_settings(e, op->new, &bare_column, c);
}

static void view_column_alter(struct emitter *e, const struct op *op)
{
    if (op_changed(op, "default"))
        view_column_default(e, op->new, ((const struct view_column *)op->new)->default_);
    column_settings(e, op->new, (const struct view_column *)op->old, (const struct view_column *)op->new);
}

/* When nothing is said of it any more, what was said must be taken off. */
static void view_column_drop(struct emitter *e, const struct op *op)
{
    struct object bare = *op->old;

    if (((const struct view_column *)op->old)->default_)
        view_column_default(e, op->old, NULL);
    column_settings(e, op->old, (const struct view_column *)op->old, &bare_column);

    bare.comment = NULL;
    bare.has_privileges = false;
    if (op->old->comment)
        emit_comment(e, &bare);
    if (op->old->has_privileges)
        emit_privileges_alter(e, op->old, &bare);
    emit_labels(e, op->old, NULL);
}

const struct emit_kind emit_view_column = {
    .create = view_column_create, .drop = view_column_drop, .alter = view_column_alter};
