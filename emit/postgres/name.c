/* How statements name objects, and how objects get other names. */
#include "emit/postgres/emit.h"
#include "schema/clause_text.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include "sql/type.h"
#include <string.h>

const char *emit_ident(const struct emitter *e, const char *name)
{
    return sql_ident(e->arena, name);
}

const char *emit_signature(const struct emitter *e, const struct object *o)
{
    if (!o->signature)
        return "";
    if (o->kind->worded)
        return arena_printf(e->arena, " %s", o->signature);
    if (o->kind->id == KIND_AGGREGATE && !*o->signature)
        return "(*)";
    return arena_printf(e->arena, "(%s)", o->signature);
}

static const char *schema_of(const struct object *o)
{
    const char *other = o->kind->id == KIND_STATISTICS ? ((const struct statistics *)o)->in_schema : NULL;

    return other ? other : o->schema;
}

const char *emit_path(const struct emitter *e, const struct object *o)
{
    const char *path;

    switch (o->kind->place) {
    case PLACE_TOP:
        return object_path(e->arena, o);
    case PLACE_CHILD:
        if (!o->kind->of_schema && !(o->kind->space & SPACE_RELATION))
            return object_path(e->arena, o);
        break; /* indexes, and keys through their index */
    case PLACE_SCHEMA:
        break;
    }
    if (o->kind->space & SPACE_OPERATOR)
        return object_path(e->arena, o);
    path = sql_qualified(e->arena, schema_of(o), o->name);
    return o->signature ? arena_printf(e->arena, "%s%s", path, emit_signature(e, o)) : path;
}

static bool is_constraint(const struct object *o)
{
    return strcmp(o->kind->sql, "CONSTRAINT") == 0;
}

/* TRIGGER name ON table. */
static bool is_named_on_parent(const struct object *o)
{
    return o->kind->id == KIND_TRIGGER || o->kind->id == KIND_POLICY || o->kind->id == KIND_RULE;
}

const char *emit_target(const struct emitter *e, const struct object *o)
{
    const char *domain = o->parent && o->parent->kind->id == KIND_DOMAIN ? "DOMAIN " : "";

    if (is_constraint(o) || is_named_on_parent(o))
        return arena_printf(e->arena, "%s %s ON %s%s", o->kind->sql, emit_ident(e, o->name), domain,
                            emit_path(e, o->parent));
    if (o->kind->id == KIND_TABLE && ((const struct table *)o)->server)
        return arena_printf(e->arena, "FOREIGN TABLE %s", emit_path(e, o));
    return arena_printf(e->arena, "%s %s", o->kind->sql, emit_path(e, o));
}

const char *emit_text(const struct emitter *e, const char *expression)
{
    AUTO_BUF b = {0};

    buf_expression(&b, expression);
    return arena_strdup(e->arena, buf_str(&b));
}

/* The statement that gives a child its new name. */
static struct statement *rename_child(struct emitter *e, const struct object *o, const char *bare,
                                      const char *name)
{
    const char *was = emit_ident(e, bare);
    const char *parent = emit_path(e, o->parent);
    const char *sql = o->parent->kind->sql;

    if (o->kind->of_schema)
        return emit_add(e, "ALTER %s %s RENAME TO %s", o->kind->sql,
                        sql_qualified(e->arena, schema_of(o), bare), name);
    if (is_named_on_parent(o))
        return emit_add(e, "ALTER %s %s ON %s RENAME TO %s", o->kind->sql, was, parent, name);
    if (o->kind->id == KIND_ATTRIBUTE)
        return emit_add(e, "ALTER TYPE %s RENAME ATTRIBUTE %s TO %s", parent, was, name);
    if (is_constraint(o) && o->kind->space & SPACE_RELATION && rename_refused(o)) /* but not of its index, which takes it along */
        return emit_add(e, "ALTER INDEX %s RENAME TO %s", sql_qualified(e->arena, o->schema, bare), name);
    if (is_constraint(o))
        return emit_add(e, "ALTER %s %s RENAME CONSTRAINT %s TO %s", sql, parent, was, name);
    return emit_add(e, "ALTER %s %s RENAME COLUMN %s TO %s", sql, parent, was, name);
}

/* Clients know these by name; constraints, indexes and triggers are only ours. */
static void rename_hazard(struct emitter *e, struct statement *s, const struct object *old, const char *was)
{
    enum kind_id id = old->kind->id;

    if (is_constraint(old) || old->kind->of_schema || is_named_on_parent(old) || id == KIND_EVENT_TRIGGER)
        return;
    emit_hazard(e, s, old, HAZARD_RENAME, "what still says %s for %s fails", was, emit_path(e, old));
}

static void rename_child_lock(struct emitter *e, struct statement *s, const struct object *o,
                              const char *index)
{
    if (o->kind->id == KIND_INDEX && !emit_is_new(e, o)) {
        s->lock = LOCK_SHARE_UPDATE_EXCLUSIVE;
        s->lock_on = index;
    } else if (!o->kind->of_schema && (o->parent->kind->space & SPACE_RELATION)) {
        emit_lock(e, s, o->parent, LOCK_ACCESS_EXCLUSIVE);
    }
}

/* One of the two steps, from what it is called before that. */
static void rename_step(struct emitter *e, const struct object *old, const char *was, const char *step)
{
    struct statement *s =
        emit_add(e, "ALTER %s %s%s %s", old->kind->sql, was, emit_signature(e, old), step);

    if (old->kind->space & SPACE_RELATION) {
        s->lock = LOCK_ACCESS_EXCLUSIVE;
        s->lock_on = was;
    }
    rename_hazard(e, s, old, was);
}

/* Extended statistics do not go to another schema with their table by themselves. */
static void statistics_follow(struct emitter *e, const struct object *table, const char *from, const char *to)
{
    const struct object *o;

    list_each (o, &table->children) {
        if (o->kind->id == KIND_STATISTICS && !((const struct statistics *)o)->in_schema)
            emit_add(e, "ALTER STATISTICS %s SET SCHEMA %s", sql_qualified(e->arena, from, o->was ? o->was : o->name),
                     emit_ident(e, to));
    }
}

/* First the schema, then the name. */
void emit_rename(struct emitter *e, const struct op *op)
{
    const struct object *old = op->old, *new = op->new;
    const char *bare = old->was ? old->was : old->name, *name = emit_ident(e, new->name);
    const char *from = old->was_schema ? old->was_schema : old->schema;
    struct statement *s;

    if (old->parent) {
        if (op->meanwhile && op->leaves)
            name = emit_ident(e, op->meanwhile);
        else if (op->meanwhile)
            bare = op->meanwhile;
        s = rename_child(e, old, bare, name);
        rename_child_lock(e, s, old, sql_qualified(e->arena, old->schema, bare));
        rename_hazard(e, s, old, emit_ident(e, bare));
        return;
    }
    if (from && new->schema && strcmp(from, new->schema) != 0 && !op->follows) {
        rename_step(e, old, sql_qualified(e->arena, from, bare),
                    arena_printf(e->arena, "SET SCHEMA %s", emit_ident(e, new->schema)));
        statistics_follow(e, old, from, new->schema);
    }
    if (strcmp(bare, new->name) != 0)
        rename_step(e, old, sql_qualified(e->arena, new->schema, bare),
                    arena_printf(e->arena, "RENAME TO %s", name));
}

static bool type_exists(const struct emitter *e, const char *schema, const char *name)
{
    const struct diff *d = e->plan->diff;

    return d &&
           ((d->from && catalog_type(d->from, schema, name)) || (d->to && catalog_type(d->to, schema, name)));
}

/* Derived from the name, within 63 bytes, and free on both sides. */
const char *emit_aside_name(const struct emitter *e, const struct object *old, const char *from)
{
    for (unsigned i = 1;; i++) {
        const char *name = default_name(e->arena, from, NULL, i > 1 ? arena_printf(e->arena, "old%u", i) : "old");

        if (!type_exists(e, old->schema, name))
            return name;
    }
}

const char *emit_aside_path(const struct emitter *e, const struct object *old)
{
    return sql_qualified(e->arena, old->schema, emit_aside_name(e, old, old->name));
}

struct statement *emit_aside(struct emitter *e, const struct object *old)
{
    map_put(&e->aside, old->address, old);
    return emit_add(e, "ALTER %s %s RENAME TO %s", old->kind->sql, emit_path(e, old),
                    emit_ident(e, emit_aside_name(e, old, old->name)));
}

const char *emit_type_now(const struct emitter *e, const char *type)
{
    const struct diff *d = e->plan->diff;
    const char *schema, *name;
    const struct object *o;
    bool array;

    sql_type_parts(e->arena, type, &schema, &name, &array);
    o = d && d->from ? catalog_type(d->from, schema, name) : NULL;
    if (!o || strcmp(o->name, name) != 0 || map_get(&e->aside, o->address) != o)
        return type;
    return sql_type_with_base(e->arena, type, o->schema, emit_aside_name(e, o, name));
}
