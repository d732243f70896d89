/* Comment, owner and security labels: said once for all kinds. */
#include "emit/postgres/emit.h"
#include "schema/privilege.h"
#include "sql/quote.h"
#include <string.h>

/* The relation whose lock a comment takes that others could feel; NULL: none. Indexes, constraints and
 * triggers are only looked up in theirs. */
static const struct object *relation_of(const struct object *o)
{
    bool column =
        o->kind->id == KIND_COLUMN || o->kind->id == KIND_VIEW_COLUMN || o->kind->id == KIND_ATTRIBUTE;
    const struct object *r = column ? o->parent : o;

    return !r->parent && (r->kind->space & SPACE_RELATION) ? r : NULL;
}

/* What the server says by itself, and what nothing said means. */
static const char *default_comment(const struct object *o)
{
    return o->kind->id == KIND_SCHEMA && strcmp(o->name, "public") == 0 ? "standard public schema" : NULL;
}

const char *emit_literal_or_null(struct emitter *e, const char *text)
{
    return text ? sql_literal(e->arena, text) : "NULL";
}

void emit_comment(struct emitter *e, const struct object *o)
{
    const char *text = emit_literal_or_null(e, o->comment ? o->comment : default_comment(o));
    struct statement *s = emit_behind(e, "COMMENT ON %s IS %s", emit_target(e, o), text);

    if (relation_of(o))
        emit_lock(e, s, relation_of(o), LOCK_SHARE_UPDATE_EXCLUSIVE);
}

static void emit_label(struct emitter *e, const struct object *o, const char *provider, const char *label)
{
    struct statement *s =
        emit_behind(e, "SECURITY LABEL FOR %s ON %s IS %s", emit_ident(e, provider), emit_target(e, o), emit_literal_or_null(e, label));

    s->provider = provider;
    if (relation_of(o))
        emit_lock(e, s, relation_of(o), LOCK_SHARE_UPDATE_EXCLUSIVE);
}

void emit_labels(struct emitter *e, const struct object *old, const struct object *new)
{
    static const struct list none = {0};
    const struct list *from = old ? &old->labels : &none, *to = new ? &new->labels : &none;
    const struct option *x;

    list_each (x, from)
        if (!option_find(to, x->name))
            emit_label(e, new ? new : old, x->name, NULL);
    list_each (x, to) {
        const struct option *was = option_find(from, x->name);

        if (!was || strcmp(was->value, x->value) != 0)
            emit_label(e, new, x->name, x->value);
    }
}

/* What is made belongs to who makes it: the role that read the database is taken to be the one that runs the
 * revision. */
static bool owner_by_itself(const struct emitter *e, const struct object *o)
{
    const struct diff *d = e->plan->diff;
    const char *role = !d ? NULL : d->from->role ? d->from->role : d->to->role;

    return role && strcmp(role, o->owner) == 0;
}

/* A sequence that a column owns changes hands with its table, and in no other way. */
static bool follows_table(const struct emitter *e, const struct object *o)
{
    const struct op *op = e->op;

    return o->kind->id == KIND_SEQUENCE && op->old && ((const struct sequence *)op->old)->owned_by &&
           ((const struct sequence *)o)->owned_by;
}

static void emit_owner(struct emitter *e, const struct object *o, bool made)
{
    struct statement *s;

    if (!o->owner || !kind_has_owner(o->kind) || (made && owner_by_itself(e, o)) ||
        (!made && follows_table(e, o)))
        return;
    s = emit_behind(e, "ALTER %s %s OWNER TO %s", o->kind->sql, emit_path(e, o), emit_ident(e, o->owner));
    if (o->kind->space & SPACE_RELATION && o->kind->id != KIND_COMPOSITE)
        emit_lock(e, s, o, LOCK_ACCESS_EXCLUSIVE);
}

void emit_facets(struct emitter *e, const struct object *o, bool again)
{
    emit_key_index(e, o);
    if (o->comment)
        emit_comment(e, o);
    emit_not_null_comment(e, o, NULL);
    emit_owner(e, o, true);
    if (o->kind->acl && (privileges_stated(o) || again))
        emit_privileges(e, o);
    emit_labels(e, NULL, o);
}

static void depends(struct emitter *e, const struct object *o, const char *word, const char *extension)
{
    const struct object *locked = o->kind->id == KIND_TRIGGER ? o->parent : o->kind->space & SPACE_RELATION ? o : NULL;
    /* ALTER AGGREGATE cannot say it */
    const char *target = o->kind->id == KIND_AGGREGATE
                             ? arena_printf(e->arena, "ROUTINE %s(%s)", sql_qualified(e->arena, o->schema, o->name), o->signature)
                             : emit_target(e, o);
    struct statement *s = emit_add(e, "ALTER %s %sDEPENDS ON EXTENSION %s", target, word, emit_ident(e, extension));

    if (locked)
        emit_lock(e, s, locked, LOCK_ACCESS_EXCLUSIVE);
}

void emit_extensions(struct emitter *e, const struct op *op)
{
    static const struct list none = {0};
    const struct list *from = op->verb == VERB_DROP || (op->old && !op->rebuild && !op->again) ? object_extensions(op->old) : &none;
    const struct list *to = op->verb == VERB_DROP ? &none : object_extensions(op->new);
    const struct object *o = op->verb == VERB_DROP ? op->old : op->new;
    const char *name;

    list_each (name, from)
        if (!list_has_text(to, name))
            depends(e, o, "NO ", name);
    list_each (name, to)
        if (!list_has_text(from, name))
            depends(e, o, "", name);
}

void emit_extensions_again(struct emitter *e, const struct op *op)
{
    struct statement *last = e->last;
    const char *name;

    list_each (name, object_extensions(op->new))
        if (op->old && list_has_text(object_extensions(op->old), name))
            depends(e, op->new, "", name);
    e->last = last; /* what is known of the object is said of the statement that made it */
}

void emit_facets_alter(struct emitter *e, const struct op *op)
{
    if (op->changed & FACET_COMMENT)
        emit_comment(e, op->new);
    emit_not_null_comment(e, op->new, op);
    if (op->changed & FACET_OWNER)
        emit_owner(e, op->new, false);
    if (op->changed & FACET_ACL)
        emit_privileges_alter(e, op->old, op->new);
    if (op->changed & FACET_LABELS)
        emit_labels(e, op->old, op->new);
}
