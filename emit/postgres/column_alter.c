/* What changes in a column that stays, in the order in which one change makes room for the next. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/clause_text.h"
#include "schema/inherit.h"
#include "schema/not_null.h"
#include "sql/quote.h"
#include <ctype.h>
#include <string.h>

static const struct column empty; /* has no settings */

static struct statement *set(struct emitter *e, const struct column *c, enum lock lock, const char *what)
{
    return emit_action(e, c->base.parent, lock, "ALTER COLUMN %s %s", emit_ident(e, c->base.name), what);
}

/* What each table that inherits has for itself. */
static void set_own(struct emitter *e, const struct column *c, enum lock lock, const char *what)
{
    emit_action_only(e, c->base.parent, lock, "ALTER COLUMN %s %s", emit_ident(e, c->base.name), what);
}

static const char *upper(struct emitter *e, const char *word)
{
    char *s = arena_strdup(e->arena, word);

    for (char *p = s; *p; p++)
        *p = (char)toupper((unsigned char)*p);
    return s;
}

static void options_action(struct emitter *e, const struct object *column, enum lock lock, const char *clause)
{
    set_own(e, (const struct column *)column, lock, clause);
}

static bool same_text(const char *x, const char *y)
{
    return strcmp(x ? x : "", y ? y : "") == 0;
}

/* storage_follows: the type's own changes, and the column says none. */
static void settings_change(struct emitter *e, const struct column *from, const struct column *to, bool storage_follows)
{
    const char *foreign;

    if (!same_text(from->storage, to->storage) || storage_follows)
        set_own(e, to, LOCK_ACCESS_EXCLUSIVE,
            arena_printf(e->arena, "SET STORAGE %s",
                         to->storage            ? upper(e, to->storage)
                         : e->version >= 160000 ? "DEFAULT"
                                                : type_storage(e, to->type)));
    if (!same_text(from->compression, to->compression))
        set_own(e, to, LOCK_ACCESS_EXCLUSIVE,
            arena_printf(e->arena, "SET COMPRESSION %s",
                         to->compression ? emit_ident(e, to->compression) : "default"));
    if (!same_text(from->statistics, to->statistics))
        set_own(e, to, LOCK_SHARE_UPDATE_EXCLUSIVE,
            arena_printf(e->arena, "SET STATISTICS %s", to->statistics ? to->statistics : "-1"));
    emit_options(e, &to->base, &from->options, &to->options, options_action);
    foreign = emit_foreign_options_change(e, &from->foreign_options, &to->foreign_options);
    if (*foreign)
        set(e, to, LOCK_ACCESS_EXCLUSIVE, foreign + 1);
}

static bool is_array(const char *type)
{
    size_t n = strlen(type);

    return n > 2 && strcmp(type + n - 2, "[]") == 0;
}

/* A number is read as the last field of the interval only where the server knows the fields while it reads: not by a cast from text,
 * save in an array of domains. */
static const char *number_to_interval(struct emitter *e, const char *name, const struct column *from, const struct column *to)
{
    bool arrays = false;
    const char *unit = type_number_unit(e, from->type, to->type, &arrays);

    if (!unit)
        return NULL;
    if (arrays)
        return arena_printf(e->arena, "%s::text::%s", name, to->type);
    return arena_printf(e->arena, "(%s * interval '1 %s')::%s", name, unit, to->type);
}

/* text: as an array of texts where there are arrays on both sides. Nothing is said twice. */
static const char *cast_text(struct emitter *e, const char *text, bool array, const char *type)
{
    const char *unlimited = type_unlimited(e, type);

    if (unlimited && strcmp(unlimited, array ? "text[]" : "text") == 0)
        return text;
    return arena_printf(e->arena, "%s::%s", text, unlimited ? unlimited : type);
}

const char *column_conversion(struct emitter *e, const struct column *from, const struct column *to, const struct type_change *change)
{
    const char *name = emit_ident(e, to->base.name), *value;
    bool arrays = is_array(from->type) && is_array(to->type);

    switch (change->way) {
    case USING_NOTHING:
        return NULL;
    case USING_CAST:
        return arena_printf(e->arena, "%s::%s", name, to->type);
    case USING_JSONB:
        return arena_printf(e->arena, "to_jsonb(%s)%s", name, strcmp(to->type, "json") == 0 ? "::json" : "");
    case USING_TEXT:
        break;
    }
    value = strcmp(from->type, to->type) == 0 ? composite_value(e, name, to->type) : NULL;
    if (!value)
        value = number_to_interval(e, name, from, to);
    if (value)
        return value;
    return cast_text(e, type_as_text(e, name, from->type, arrays), arrays, to->type);
}

static void type_alter(struct emitter *e, const struct op *op, const struct column *from,
                       const struct column *to)
{
    struct type_change change = type_change(e, from->type, to->type);
    const struct object *table = to->base.parent;
    const char *path = emit_path(e, &to->base);
    const char *value;
    struct statement *s;

    if (op->retype)
        change = (struct type_change){.rewrite = true, .way = USING_TEXT};
    if (((const struct table *)table)->server) /* its rows are elsewhere: nothing to convert, and USING is refused */
        change = (struct type_change){.way = USING_NOTHING};
    value = column_conversion(e, from, to, &change);
    if (op->added)
        value = arena_printf(e->arena, "(left(%s, -1) || repeat(',', %u) || ')')::%s", emit_ident(e, to->base.name), op->added, to->type);
    if (list_has_text(&e->open.parked, to->base.name)) /* USING would see what it was before the statement */
        emit_close(e);
    s = set(e, to, LOCK_ACCESS_EXCLUSIVE,
            arena_printf(e->arena, "TYPE %s%s%s%s%s", to->type, to->collation ? " COLLATE " : "",
                         to->collation ? to->collation : "", value ? " USING " : "", value ? value : ""));
    if (op->parked)
        list_push(e->arena, &e->open.parked, to->base.name);
    if (op->parked && !s->note)
        emit_note(e, s, "%s is text until %s is there again", path, op->because);
    if (change.rewrite) {
        emit_work(e, s, table, WORK_REWRITE);
        emit_hazard(e, s, table, HAZARD_TYPE_REWRITE, "%s is written anew, with its indexes",
                    emit_path(e, table));
    }
    if (change.narrows)
        emit_hazard(e, s, table, HAZARD_TYPE_NARROWS,
                    "values of %s that do not fit %s make it fail, or are changed", path, to->type);
}

/* Plain where the server comes to the same name by itself. */
static struct statement *add_not_null(struct emitter *e, const struct column *to)
{
    const struct object *o = &to->base;
    const char *name = emit_not_null_name(e, to);

    if (e->version < NOT_NULL_NAMED || !(name || to->not_null_no_inherit || to->not_null_not_valid))
        return set(e, to, LOCK_ACCESS_EXCLUSIVE, "SET NOT NULL");
    return emit_action(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "ADD CONSTRAINT %s NOT NULL %s%s%s",
                       emit_ident(e, name ? name : not_null_name(e->arena, o)),
                       emit_ident(e, o->name), to->not_null_no_inherit ? " NO INHERIT" : "",
                       to->not_null_not_valid ? " NOT VALID" : "");
}

/* The sequence is as its table where nothing is said, and changes with it. */
static void identity_persistence(struct emitter *e, const struct column *from, const struct column *to)
{
    const struct table *was = (const struct table *)from->base.parent, *is = (const struct table *)to->base.parent;
    const char *path = sql_qualified(e->arena, to->base.schema, to->identity->sequence);

    if (to->identity->persistence)
        emit_sequence_persistence(e, path, strcmp(to->identity->persistence, "unlogged") == 0, emit_is_new(e, &to->base));
    else if (was->unlogged == is->unlogged)
        emit_sequence_persistence(e, path, is->unlogged, false);
}

void emit_column_settings(struct emitter *e, const struct column *c)
{
    if (c->identity && c->identity->persistence)
        identity_persistence(e, c, c);
    if (c->not_null && c->not_null_not_valid)
        add_not_null(e, c);
    settings_change(e, &empty, c, false);
}

/* What PostgreSQL 18 knows of a NOT NULL that stays. */
static void not_null_change(struct emitter *e, const struct op *op, const struct column *from, const struct column *to)
{
    const struct object *table = to->base.parent;
    const char *was = emit_ident(e, from->not_null_name ? from->not_null_name : ""), *name;
    struct statement *s;

    if (!from->not_null || !to->not_null || !from->not_null_name || !to->not_null_name)
        return;
    name = emit_ident(e, to->not_null_name);
    if (op_changed(op, "not_null_not_valid") && to->not_null_not_valid) {
        set(e, to, LOCK_ACCESS_EXCLUSIVE, "DROP NOT NULL");
        add_not_null(e, to);
        return;
    }
    if (op_changed(op, "not_null_name")) {
        s = emit_add(e, "ALTER TABLE %s RENAME CONSTRAINT %s TO %s", emit_path(e, table), was, name);
        emit_lock(e, s, table, LOCK_ACCESS_EXCLUSIVE);
    }
    if (op_changed(op, "not_null_no_inherit"))
        emit_action(e, table, LOCK_ACCESS_EXCLUSIVE, "ALTER CONSTRAINT %s %sINHERIT", name,
                    to->not_null_no_inherit ? "NO " : "");
    if (op_changed(op, "not_null_not_valid")) {
        s = emit_action_alone(e, table, LOCK_SHARE_UPDATE_EXCLUSIVE, "VALIDATE CONSTRAINT %s", name);
        emit_work(e, s, table, WORK_SCAN);
    }
}

/* The constraint itself can wait for its check. */
static void not_null_online(struct emitter *e, const struct column *to)
{
    const struct object *table = to->base.parent;
    struct column unchecked = *to;
    struct statement *s;

    unchecked.not_null_not_valid = true;
    add_not_null(e, &unchecked);
    s = emit_action_alone(e, table, LOCK_SHARE_UPDATE_EXCLUSIVE, "VALIDATE CONSTRAINT %s",
                          emit_ident(e, to->not_null_name ? to->not_null_name : not_null_name(e->arena, &to->base)));
    s->transaction = TRANSACTION_OWN;
    emit_work(e, s, table, WORK_SCAN);
}

/* A valid check says that there is no NULL, so that the server need not look under the lock. */
static void null_alter_online(struct emitter *e, const struct column *to)
{
    const struct object *table = to->base.parent;
    const char *name = default_name(e->arena, table->name, to->base.name, "kedge_not_null");
    const char *ident = emit_ident(e, name);
    struct statement *s;

    if (e->version >= NOT_NULL_NAMED) {
        not_null_online(e, to);
        return;
    }
    emit_action(e, table, LOCK_ACCESS_EXCLUSIVE, "ADD CONSTRAINT %s CHECK (%s IS NOT NULL) NOT VALID", ident,
                emit_ident(e, to->base.name));
    s = emit_action_alone(e, table, LOCK_SHARE_UPDATE_EXCLUSIVE, "VALIDATE CONSTRAINT %s", ident);
    s->transaction = TRANSACTION_OWN;
    emit_work(e, s, table, WORK_SCAN);
    set(e, to, LOCK_ACCESS_EXCLUSIVE, "SET NOT NULL");
    emit_close(e); /* one statement would drop the check first */
    emit_action(e, table, LOCK_ACCESS_EXCLUSIVE, "DROP CONSTRAINT %s", ident);
}

static void null_alter(struct emitter *e, const struct column *to, bool rewritten)
{
    const struct object *table = to->base.parent;
    struct statement *s;

    if (to->not_null && !to->not_null_not_valid && !rewritten && emit_is_online(e, table)) {
        null_alter_online(e, to);
        return;
    }

    if (!to->not_null) {
        set(e, to, LOCK_ACCESS_EXCLUSIVE, "DROP NOT NULL");
        return;
    }
    s = add_not_null(e, to);
    if (to->not_null_not_valid)
        return;
    emit_work(e, s, table, WORK_SCAN);
    emit_hazard(e, s, table, HAZARD_SET_NOT_NULL, "%s is scanned; a NULL in %s makes it fail",
                emit_path(e, table), emit_path(e, &to->base));
}

/* What the parent's column loses and this one keeps. Whether the server left it here, by the parent's name, is not known: it does where it
 * was the table's own, too. Of what several parents give it leaves nothing open. */
static void not_null_again(struct emitter *e, const struct column *to)
{
    if (e->version >= NOT_NULL_NAMED && !table_parent_name(to->base.parent, 1))
        set(e, to, LOCK_ACCESS_EXCLUSIVE, "DROP NOT NULL");
}

static void expression_alter(struct emitter *e, const struct column *to)
{
    const struct object *table = to->base.parent;
    AUTO_BUF b = {0};
    struct statement *s;

    buf_add(&b, "SET EXPRESSION AS ");
    buf_parenthesised(&b, to->generated);
    s = set(e, to, LOCK_ACCESS_EXCLUSIVE, buf_str(&b));
    if (to->virtual_)
        return;
    emit_work(e, s, table, WORK_REWRITE);
    emit_hazard(e, s, table, HAZARD_GENERATED_COLUMN, "%s is written anew to compute %s", emit_path(e, table),
                emit_path(e, &to->base));
}

static bool by_default(const struct identity *i)
{
    return i->generation && strcmp(i->generation, "by default") == 0;
}

/* 0: of no type that counts. */
static int width(const char *type)
{
    return strcmp(type, "smallint") == 0 ? 2 : strcmp(type, "integer") == 0 ? 4 : strcmp(type, "bigint") == 0 ? 8 : 0;
}

/* ALTER TABLE gives the sequence the column's new type before anything else: a bound that does not fit it must be gone
 * by then. */
static bool bounds_first(const struct column *from, const struct column *to)
{
    return from->identity && to->identity && from->identity->sequence && width(to->type) < width(from->type);
}

static void bounds_change(struct emitter *e, const struct column *from, const struct column *to)
{
    const char *path = sql_qualified(e->arena, to->base.schema, from->identity->sequence);
    struct statement *s;
    AUTO_BUF b = {0};

    emit_sequence_options(&b, &from->identity->options, &to->identity->options, " ");
    if (!b.len)
        return;
    emit_sequence_bounds(e, &b, path, &from->identity->options, &to->identity->options);
    s = emit_add(e, "ALTER SEQUENCE %s%s", path, buf_str(&b));
    s->lock = LOCK_SHARE_ROW_EXCLUSIVE;
    s->lock_on = path;
}

static void identity_change(struct emitter *e, const struct column *from, const struct column *to, bool options)
{
    AUTO_BUF b = {0};

    if (by_default(from->identity) != by_default(to->identity))
        buf_addf(&b, " SET GENERATED %s", by_default(to->identity) ? "BY DEFAULT" : "ALWAYS");
    if (options)
        emit_sequence_options(&b, &from->identity->options, &to->identity->options, " SET ");
    if (!b.len)
        return;
    if (from->identity->sequence)
        emit_sequence_bounds(e, &b, sql_qualified(e->arena, to->base.schema, from->identity->sequence),
                             &from->identity->options, &to->identity->options);
    set(e, to, LOCK_ACCESS_EXCLUSIVE, buf_str(&b) + 1);
}

static void identity_rename(struct emitter *e, const struct column *from, const struct column *to)
{
    const char *was = from->identity->sequence, *name = to->identity->sequence;
    struct statement *s;

    if (!was || !name || strcmp(was, name) == 0)
        return;
    s = emit_add(e, "ALTER SEQUENCE %s RENAME TO %s", sql_qualified(e->arena, to->base.schema, was),
                 emit_ident(e, name));
    if (!emit_is_new(e, &to->base)) {
        s->lock = LOCK_ACCESS_EXCLUSIVE;
        s->lock_on = sql_qualified(e->arena, to->base.schema, was);
    }
    emit_hazard(e, s, to->base.parent, HAZARD_RENAME, "what uses sequence %s by its old name fails", was);
}

static void identity_add(struct emitter *e, const struct column *to)
{
    struct statement *s;
    AUTO_BUF b = {0};

    buf_add(&b, "ADD ");
    clause_identity(&b, to);
    s = set(e, to, LOCK_ACCESS_EXCLUSIVE, buf_str(&b));
    if (to->identity->persistence)
        identity_persistence(e, to, to);
    if (to->identity->sequence &&
        emit_sequence_continue(e, sql_qualified(e->arena, to->base.schema, to->identity->sequence), &to->base, &to->identity->options))
        return;
    emit_hazard(e, s, to->base.parent, HAZARD_ADD_IDENTITY,
                "the new sequence of %s starts at %s, whatever values are there", emit_path(e, &to->base),
                to->identity->options.start ? to->identity->options.start : "its first value");
}

/* A default goes before the type changes, and comes after. A new type brings its own storage and compression,
 * so those that are said are said again; in a child too, whose type changes with the parent's. */
void column_alter(struct emitter *e, const struct op *op)
{
    const struct column *from = (const struct column *)op->old, *to = (const struct column *)op->new;
    bool type = op_changed(op, "type") || op_changed(op, "collation") || op->retype;
    bool default_ = op_changed(op, "default"), identity = op_changed(op, "identity");
    struct column before = *from;

    if (op_changed(op, "generated") && from->generated && !to->generated)
        set(e, to, LOCK_ACCESS_EXCLUSIVE, "DROP EXPRESSION");
    if (identity && from->identity && !to->identity) {
        set(e, to, LOCK_ACCESS_EXCLUSIVE, "DROP IDENTITY");
        if (type && !width(to->type)) /* ALTER TABLE asks for a type that counts before it does anything */
            emit_close(e);
    }
    if (default_ && !to->default_)
        set_own(e, to, LOCK_ACCESS_EXCLUSIVE, "DROP DEFAULT");
    if (type && identity && bounds_first(from, to))
        bounds_change(e, from, to);
    if (type)
        type_alter(e, op, from, to);
    if (op_changed(op, "generated") && from->generated && to->generated)
        expression_alter(e, to);
    if (op_changed(op, "not_null") && from->not_null && to->not_null)
        not_null_again(e, to);
    if (op_changed(op, "not_null"))
        null_alter(e, to, type);
    else
        not_null_change(e, op, from, to);
    if (default_ && to->default_)
        set_own(e, to, LOCK_ACCESS_EXCLUSIVE,
            arena_printf(e->arena, "SET DEFAULT %s", emit_text(e, to->default_)));
    if (identity && !from->identity && to->identity)
        identity_add(e, to);
    if (identity && from->identity && to->identity)
        identity_change(e, from, to, !(type && bounds_first(from, to)));
    if (type || (op_changed(op, "storage") && same_text(from->storage, to->storage)))
        before.storage = NULL;
    if (type || (op_changed(op, "compression") && same_text(from->compression, to->compression)))
        before.compression = NULL;
    settings_change(e, &before, to, !type && op_changed(op, "storage"));
    if (!identity || !from->identity || !to->identity)
        return;
    identity_rename(e, from, to);
    if (!same_text(from->identity->persistence, to->identity->persistence))
        identity_persistence(e, from, to);
}
