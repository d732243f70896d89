/* Constraints of tables and domains that do not stand in their CREATE. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include <string.h>

bool emit_check_waits(const struct object *o)
{
    return o->kind->id == KIND_CHECK && ((const struct check *)o)->not_valid;
}

static bool not_valid(const struct object *o)
{
    if (o->kind->id == KIND_FOREIGN_KEY)
        return ((const struct foreign_key *)o)->not_valid;
    return emit_check_waits(o);
}

static const char *clause(struct emitter *e, const struct object *o)
{
    AUTO_BUF b = {0};

    buf_addf(&b, "CONSTRAINT %s ", emit_ident(e, o->name));
    clause_constraint(&b, o);
    return arena_strdup(e->arena, buf_str(&b));
}

static bool table_is_new(const struct emitter *e, const char *path)
{
    return map_get(&e->created, arena_printf(e->arena, "table %s", path)) != NULL;
}

/* A foreign key locks the table it refers to as well. */
static void lock_referenced(struct emitter *e, struct statement *s, const struct foreign_key *f,
                            enum lock lock)
{
    if (table_is_new(e, f->references) || strcmp(emit_path(e, f->base.parent), f->references) == 0)
        return;
    if (s->lock_on) {
        emit_note(e, s, "locks %s too", f->references);
    } else {
        s->lock = lock;
        s->lock_on = f->references;
    }
}

/* The rows are looked at without the lock that the constraint took, in a transaction of its own. */
static void validate(struct emitter *e, const struct object *o)
{
    const char *name = emit_ident(e, o->name);
    struct statement *s;

    if (o->parent->kind->id == KIND_DOMAIN) {
        s = emit_add(e, "ALTER DOMAIN %s VALIDATE CONSTRAINT %s", emit_path(e, o->parent), name);
        emit_domain_scan(e, s, o->parent);
    } else {
        s = emit_action_alone(e, o->parent, LOCK_SHARE_UPDATE_EXCLUSIVE, "VALIDATE CONSTRAINT %s", name);
        emit_work(e, s, o->parent, WORK_SCAN);
    }
    if (e->online && s->work != WORK_NONE)
        s->transaction = TRANSACTION_OWN;
}

static void add_foreign_key(struct emitter *e, const struct object *o);

static void add_foreign_key_online(struct emitter *e, const struct foreign_key *f)
{
    struct foreign_key *later = arena_new(e->arena, struct foreign_key);

    *later = *f;
    later->not_valid = true;
    add_foreign_key(e, &later->base);
    validate(e, &f->base);
}

static void add_foreign_key(struct emitter *e, const struct object *o)
{
    const struct foreign_key *f = (const struct foreign_key *)o;
    struct statement *s;

    /* of a partitioned table it cannot be NOT VALID */
    if (!f->not_valid && !f->not_enforced && emit_is_online(e, o->parent) && !emit_is_partitioned(o->parent)) {
        add_foreign_key_online(e, f);
        return;
    }
    s = emit_action_alone(e, o->parent, LOCK_SHARE_ROW_EXCLUSIVE, "ADD %s", clause(e, o));

    lock_referenced(e, s, f, LOCK_SHARE_ROW_EXCLUSIVE);
    if (f->not_valid || f->not_enforced)
        return;
    emit_work(e, s, o->parent, WORK_SCAN);
    emit_hazard(e, s, o->parent, HAZARD_ADD_FOREIGN_KEY,
                "%s and %s are locked against writes while the rows are checked", emit_path(e, o->parent),
                f->references);
}

/* A domain with checks of these names: the server gives no name that another constraint of the schema has. */
static void add_foreign_key_between(struct emitter *e, const struct object *o, const struct list *names)
{
    const char *domain = sql_qualified(e->arena, o->schema, emit_aside_name(e, o, o->parent->name)), *name;
    AUTO_BUF checks = {0};

    list_each (name, names)
        buf_addf(&checks, " CONSTRAINT %s CHECK (true)", emit_ident(e, name));
    emit_note(e, emit_add(e, "CREATE DOMAIN %s AS integer%s", domain, buf_str(&checks)),
              "its names are for other foreign keys, not for those that PostgreSQL makes for the partitions");
    add_foreign_key(e, o);
    emit_add(e, "DROP DOMAIN %s", domain);
}

static void add_check_online(struct emitter *e, const struct check *c)
{
    struct check *later = arena_new(e->arena, struct check);

    *later = *c;
    later->not_valid = true;
    if (c->base.parent->kind->id == KIND_DOMAIN)
        emit_add(e, "ALTER DOMAIN %s ADD %s", emit_path(e, c->base.parent), clause(e, &later->base));
    else
        emit_action(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ADD %s", clause(e, &later->base));
    validate(e, &c->base);
}

static void add_check(struct emitter *e, const struct object *o)
{
    struct statement *s;

    if (not_valid(o) || ((const struct check *)o)->not_enforced) {
        emit_action(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "ADD %s", clause(e, o));
        return;
    }
    if (emit_is_online(e, o->parent)) {
        add_check_online(e, (const struct check *)o);
        return;
    }
    s = emit_action(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "ADD %s", clause(e, o));
    emit_work(e, s, o->parent, WORK_SCAN);
    emit_hazard(e, s, o->parent, HAZARD_ADD_CHECK, "%s is scanned under the lock", emit_path(e, o->parent));
}

/* Built concurrently, and then taken over. */
static void add_key_online(struct emitter *e, const struct object *o)
{
    const struct key *k = (const struct key *)o;
    const char *name = emit_ident(e, o->name);

    emit_index_of_key(e, k);
    emit_action(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "ADD CONSTRAINT %s %s USING INDEX %s%s%s", name,
                o->kind->id == KIND_PRIMARY_KEY ? "PRIMARY KEY" : "UNIQUE", name,
                k->deferrable || k->initially_deferred ? " DEFERRABLE" : "",
                k->initially_deferred ? " INITIALLY DEFERRED" : "");
}

static void add_key(struct emitter *e, const struct object *o)
{
    const struct key *k = o->kind->id == KIND_EXCLUSION ? NULL : (const struct key *)o;
    struct statement *s;

    if (k && !k->without_overlaps && emit_is_online(e, o->parent) && !emit_is_partitioned(o->parent)) {
        add_key_online(e, o);
        return;
    }
    s = k && k->only ? emit_action_only(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "ADD %s", clause(e, o))
                     : emit_action_alone(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "ADD %s", clause(e, o));
    emit_work(e, s, o->parent, WORK_BUILD);
    emit_hazard(e, s, o->parent, k ? HAZARD_ADD_KEY : HAZARD_ADD_EXCLUSION,
                "the index of %s is built under the lock; %s make it fail", emit_ident(e, o->name),
                k ? "duplicates" : "rows that exclude each other");
}

static void add_domain_check(struct emitter *e, const struct object *o)
{
    struct statement *s;

    if (!not_valid(o) && emit_is_online(e, o->parent)) {
        add_check_online(e, (const struct check *)o);
        return;
    }
    s = emit_add(e, "ALTER DOMAIN %s ADD %s", emit_path(e, o->parent), clause(e, o));

    if (not_valid(o))
        return;
    emit_domain_scan(e, s, o->parent);
    emit_hazard(e, s, o, HAZARD_ADD_DOMAIN_CHECK, "every table with a column of %s is locked and scanned",
                emit_path(e, o->parent));
}

void emit_add_constraint(struct emitter *e, const struct object *o)
{
    if (o->parent->kind->id == KIND_DOMAIN)
        add_domain_check(e, o);
    else if (o->kind->id == KIND_FOREIGN_KEY && e->op->names_kept.n)
        add_foreign_key_between(e, o, &e->op->names_kept);
    else if (o->kind->id == KIND_FOREIGN_KEY)
        add_foreign_key(e, o);
    else if (o->kind->id == KIND_CHECK)
        add_check(e, o);
    else
        add_key(e, o);
}

static void key_take_over(struct emitter *e, const struct op *op)
{
    const struct key *k = (const struct key *)op->new;
    struct statement *s;
    AUTO_BUF b = {0};

    buf_addf(&b, "ADD CONSTRAINT %s %s USING INDEX %s", emit_ident(e, op->new->name),
             op->new->kind->id == KIND_UNIQUE ? "UNIQUE" : "PRIMARY KEY", emit_ident(e, op->index_of->name));
    if (k->deferrable || k->initially_deferred)
        buf_addf(&b, " DEFERRABLE%s", k->initially_deferred ? " INITIALLY DEFERRED" : "");
    s = emit_action_alone(e, op->new->parent, LOCK_ACCESS_EXCLUSIVE, "%s", buf_str(&b));
    emit_note(e, s, "the index is there already");
    if (op->index_of->comment && !k->index_comment)
        emit_behind(e, "COMMENT ON INDEX %s IS NULL", emit_path(e, op->new));
}

static void constraint_create(struct emitter *e, const struct op *op)
{
    if (op->index_of) {
        key_take_over(e, op);
        return;
    }
    emit_add_constraint(e, op->new);
}

static void drop(struct emitter *e, const struct object *o)
{
    const char *name = emit_ident(e, o->name);

    if (o->parent->kind->id == KIND_DOMAIN)
        emit_add(e, "ALTER DOMAIN %s DROP CONSTRAINT %s", emit_path(e, o->parent), name);
    else if (o->kind->id == KIND_FOREIGN_KEY)
        lock_referenced(e, emit_action_alone(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "DROP CONSTRAINT %s", name),
                        (const struct foreign_key *)o, LOCK_ACCESS_EXCLUSIVE);
    else
        emit_action(e, o->parent, LOCK_ACCESS_EXCLUSIVE, "DROP CONSTRAINT %s", name);
}

static void constraint_drop(struct emitter *e, const struct op *op)
{
    if (op->only)
        emit_action_only(e, op->old->parent, LOCK_ACCESS_EXCLUSIVE, "DROP CONSTRAINT %s", emit_ident(e, op->old->name));
    else
        drop(e, op->old);
}

static void check_alter(struct emitter *e, const struct op *op)
{
    if (op_changed(op, "not_valid")) /* the other way it is made anew */
        validate(e, op->new);
}

/* What comes to be enforced is checked for the rows that are there. */
static void enforcement_alter(struct emitter *e, const struct op *op)
{
    const struct foreign_key *f = (const struct foreign_key *)op->new;
    const struct object *table = op->new->parent;
    struct statement *s = emit_action_alone(e, table, LOCK_ACCESS_EXCLUSIVE, "ALTER CONSTRAINT %s %sENFORCED",
                                            emit_ident(e, op->new->name), f->not_enforced ? "NOT " : "");

    lock_referenced(e, s, f, LOCK_ACCESS_EXCLUSIVE);
    if (f->not_enforced)
        return;
    emit_work(e, s, table, WORK_SCAN);
    emit_hazard(e, s, table, HAZARD_ADD_FOREIGN_KEY, "%s and %s are locked while the rows are checked",
                emit_path(e, table), f->references);
}

static void foreign_key_alter(struct emitter *e, const struct op *op)
{
    const struct foreign_key *f = (const struct foreign_key *)op->new;
    bool deferrable = op_changed(op, "deferrable") || op_changed(op, "initially_deferred");

    if (deferrable)
        emit_action_alone(e, op->new->parent, LOCK_ACCESS_EXCLUSIVE, "ALTER CONSTRAINT %s %s%s",
                          emit_ident(e, op->new->name),
                          f->deferrable || f->initially_deferred ? "DEFERRABLE" : "NOT DEFERRABLE",
                          f->initially_deferred ? " INITIALLY DEFERRED"
                          : f->deferrable       ? " INITIALLY IMMEDIATE"
                                                : "");
    if (op_changed(op, "not_enforced"))
        enforcement_alter(e, op);
    if (op_changed(op, "not_valid"))
        validate(e, op->new);
}

static const char *index_comment(const struct object *key)
{
    switch ((int)key->kind->id) {
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
        return ((const struct key *)key)->index_comment;
    case KIND_EXCLUSION:
        return ((const struct exclusion *)key)->index_comment;
    default:
        return NULL;
    }
}

static void comment_on_index(struct emitter *e, const struct object *key)
{
    const char *text = index_comment(key);

    emit_behind(e, "COMMENT ON INDEX %s IS %s", emit_path(e, key), text ? sql_literal(e->arena, text) : "NULL");
}

void emit_key_index(struct emitter *e, const struct object *key)
{
    if (index_comment(key))
        comment_on_index(e, key);
    if (key->kind->id == KIND_EXCLUSION)
        emit_index_statistics(e, key, NULL, &((const struct exclusion *)key)->elements);
}

static void rename_made(struct emitter *e, const struct object *from, const struct object *to)
{
    struct statement *s = emit_add(e, "ALTER TABLE %s RENAME CONSTRAINT %s TO %s", emit_path(e, to->parent),
                                   emit_ident(e, from->name), emit_ident(e, to->name));

    emit_lock(e, s, to->parent, LOCK_ACCESS_EXCLUSIVE);
}

static void key_alter(struct emitter *e, const struct op *op)
{
    const struct object *from = op->old, *to = op->new;

    if (to->kind->id == KIND_EXCLUSION) {
        const struct exclusion *x = (const struct exclusion *)from, *y = (const struct exclusion *)to;

        if (strcmp(from->name, to->name) != 0) /* as the server made it with that of the partitioned table */
            rename_made(e, from, to);
        emit_index_settings(e, op, &x->with, &y->with, y->tablespace);
        if (op_changed(op, "elements"))
            emit_index_statistics(e, to, op->again ? NULL : &x->elements, &y->elements);
    } else {
        const struct key *x = (const struct key *)from, *y = (const struct key *)to;

        emit_index_settings(e, op, &x->with, &y->with, y->tablespace);
    }
    if (op_changed(op, "index_comment"))
        comment_on_index(e, to);
}

const struct emit_kind emit_check = {
    .create = constraint_create, .drop = constraint_drop, .alter = check_alter};
const struct emit_kind emit_foreign_key = {
    .create = constraint_create, .drop = constraint_drop, .alter = foreign_key_alter};

const struct emit_kind emit_primary_key = {
    .create = constraint_create, .drop = constraint_drop, .alter = key_alter, .part = emit_attach_index};
const struct emit_kind emit_unique = {
    .create = constraint_create, .drop = constraint_drop, .alter = key_alter, .part = emit_attach_index};
const struct emit_kind emit_exclusion = {
    .create = constraint_create, .drop = constraint_drop, .alter = key_alter};
