/* Domains. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/clause_text.h"
#include "schema/not_null.h"
#include <string.h>

static bool is_of_domain(const struct object *o, const char *domain)
{
    return o->kind->id == KIND_COLUMN && strcmp(((const struct column *)o)->type, domain) == 0;
}

/* The server locks every table with a column of the domain against writes, and reads it. */
void emit_domain_scan(struct emitter *e, struct statement *s, const struct object *domain)
{
    const struct diff *diff = e->plan->diff;
    const char *path = emit_path(e, domain);
    struct list seen = {0};
    const struct object *o;

    if (!diff || !diff->from)
        return;
    list_each (o, &diff->from->objects) {
        const char *table = is_of_domain(o, path) ? emit_path(e, o->parent) : NULL;

        if (!table || list_has_text(&seen, table))
            continue;
        if (seen.n == 0) {
            emit_lock(e, s, o->parent, LOCK_SHARE);
            emit_work(e, s, o->parent, WORK_SCAN);
        } else {
            emit_note(e, s, "locks %s too", table);
        }
        list_push(e->arena, &seen, table);
    }
}

/* The NOT NULL, otherwise than the server would name it. */
static bool is_named(struct emitter *e, const struct domain *d)
{
    return d->not_null_name && strcmp(d->not_null_name, not_null_name(e->arena, &d->base)) != 0;
}

static void domain_put(struct emitter *e, const struct object *o, const struct list *checks)
{
    const struct domain *d = (const struct domain *)o;
    const struct object *c;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE DOMAIN %s AS %s", emit_path(e, o), d->type);
    if (d->collation)
        buf_addf(&b, " COLLATE %s", d->collation);
    if (d->default_) {
        buf_add(&b, " DEFAULT ");
        buf_default(&b, d->default_);
    }
    if (d->not_null && is_named(e, d))
        buf_addf(&b, " CONSTRAINT %s", emit_ident(e, d->not_null_name));
    if (d->not_null)
        buf_add(&b, " NOT NULL");
    list_each (c, checks) {
        if (emit_check_waits(c))
            continue;
        buf_addf(&b, "\n    CONSTRAINT %s ", emit_ident(e, c->name));
        clause_check(&b, (const struct check *)c);
    }
    emit_add(e, "%s", buf_str(&b));
    list_each (c, checks) {
        if (emit_check_waits(c))
            emit_add_constraint(e, c);
    }
}

static void domain_create(struct emitter *e, const struct op *op)
{
    struct list checks = {0};
    const struct op *f;

    list_each (f, &op->fused) {
        if (f->new->kind->id == KIND_CHECK)
            list_push(e->arena, &checks, f->new);
    }
    domain_put(e, op->new, &checks);
}

static void domain_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP DOMAIN %s", op->aside ? emit_aside_path(e, op->old) : emit_path(e, op->old));
}

/* Its checks have no ops of their own then. */
static void domain_aside(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_aside(e, op->old);
    const struct object *c;

    emit_hazard(e, s, op->old, HAZARD_TYPE_REWRITE, "every column of domain %s is written anew",
                emit_path(e, op->old));
    if (!op->new)
        return;
    domain_put(e, op->new, &op->new->children);
    emit_facets(e, op->new, true);
    list_each (c, &op->new->children)
        emit_facets(e, c, true);
}

static void default_alter(struct emitter *e, const struct op *op, const char *value)
{
    const char *path = emit_path(e, op->new ? op->new : op->old);

    if (value)
        emit_add(e, "ALTER DOMAIN %s SET DEFAULT %s", path, emit_text(e, value));
    else
        emit_add(e, "ALTER DOMAIN %s DROP DEFAULT", path);
}

/* The default is off for a while. */
static void domain_part(struct emitter *e, const struct op *op)
{
    default_alter(e, op, op->verb == VERB_DROP ? NULL : ((const struct domain *)op->new)->default_);
}

static void domain_alter(struct emitter *e, const struct op *op)
{
    const struct domain *d = (const struct domain *)op->new;
    const char *path = emit_path(e, op->new);
    struct statement *s;

    if (op_changed(op, "default"))
        default_alter(e, op, d->default_);
    if (op_changed(op, "not_null")) {
        if (d->not_null && is_named(e, d))
            s = emit_add(e, "ALTER DOMAIN %s ADD CONSTRAINT %s NOT NULL", path, emit_ident(e, d->not_null_name));
        else
            s = emit_add(e, "ALTER DOMAIN %s %s NOT NULL", path, d->not_null ? "SET" : "DROP");
        if (d->not_null)
            emit_domain_scan(e, s, op->new);
        if (d->not_null)
            emit_hazard(e, s, op->new, HAZARD_SET_NOT_NULL,
                        "every table with a column of %s is scanned; a NULL makes it fail", path);
    } else if (op_changed(op, "not_null_name") && d->not_null) {
        emit_add(e, "ALTER DOMAIN %s RENAME CONSTRAINT %s TO %s", path,
                 emit_ident(e, ((const struct domain *)op->old)->not_null_name), emit_ident(e, d->not_null_name));
    }
}

const struct emit_kind emit_domain = {
    .create = domain_create, .drop = domain_drop, .alter = domain_alter, .aside = domain_aside, .part = domain_part};
