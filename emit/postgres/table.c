/* Tables: the whole in CREATE TABLE, and what belongs to the table itself. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/inherit.h"
#include "schema/not_null.h"
#include <string.h>

static bool is(const char *text, const char *what)
{
    return text && strcmp(text, what) == 0;
}

static int position_compare(const void *x, const void *y)
{
    const struct op *a = x, *b = y;

    return (a->new->position > b->new->position) - (a->new->position < b->new->position);
}

static bool is_key(const struct object *o)
{
    return o->kind->id == KIND_PRIMARY_KEY || o->kind->id == KIND_UNIQUE;
}

static bool same_columns(const struct object *x, const struct object *y)
{
    const struct list *a = &((const struct key *)x)->columns, *b = &((const struct key *)y)->columns;

    for (size_t i = 0; i < a->n && i < b->n; i++) {
        if (strcmp(a->at[i], b->at[i]) != 0)
            return false;
    }
    return a->n == b->n;
}

static bool same_constraint(const struct object *x, const struct object *y)
{
    if (is_key(x))
        return is_key(y) && same_columns(x, y);
    return x->kind->id == KIND_EXCLUSION && same_index(x, y);
}

/* In one statement the server makes one constraint of two keys of the same columns, or of two exclusions that are the same, and says
 * nothing. */
static bool key_waits(const struct op *table, const struct object *o)
{
    const struct op *f;

    list_each (f, &table->fused) {
        if (f->new == o)
            return false;
        if (f->part == PART_SELF && same_constraint(o, f->new))
            return true;
    }
    return false;
}

/* From 18 on a primary key in the statement would name the NOT NULL of a column that the parent table gives. */
static bool key_of_heir(const struct emitter *e, const struct op *table, const struct object *o)
{
    return e->version >= NOT_NULL_NAMED && o->kind->id == KIND_PRIMARY_KEY && op_fused(table, table->new, PART_ATTACH);
}

static bool waits(const struct emitter *e, const struct op *table, const struct object *o)
{
    return emit_check_waits(o) || key_waits(table, o) || key_of_heir(e, table, o);
}

/* Whether the column has its expression from a table that this one inherits from. */
static bool parent_generates(const struct emitter *e, const struct object *column)
{
    const struct object *parent, *same;

    for (size_t i = 0; e->plan->diff && (parent = table_parent(e->plan->diff->to, column->parent, i)); i++) {
        same = object_child(parent, KIND_COLUMN, column->name);
        if (same && ((const struct column *)same)->generated)
            return true;
    }
    return false;
}

/* Whether CREATE TABLE says the type that the table is of: then the columns are there, in the type's own order. */
static bool is_typed(const struct op *table)
{
    return ((const struct table *)table->new)->of_type && op_fused(table, table->new, PART_ATTACH);
}

/* The clause of a column; in a typed table only what the type does not say, which may be nothing. */
static const char *column_clause(struct emitter *e, const struct op *table, const struct op *f)
{
    struct column c = *(const struct column *)f->new;
    bool typed = is_typed(table);
    AUTO_BUF b = {0};

    if (e->version < 160000 && op_fused(table, table->new, PART_ATTACH) && parent_generates(e, f->new))
        c.generated = NULL; /* must not be said by a child that is made as one */
    if (typed) {
        c.type = "WITH OPTIONS"; /* where others have their type */
        c.collation = NULL;
    }
    emit_column_clause(e, &b, &c, op_fused(f, f->new, PART_DEFAULT) || op_fused(table, f->new, PART_DEFAULT));
    return typed && strcmp(buf_str(&b), c.type) == 0 ? "" : buf_take(&b, e->arena);
}

/* A column that the parent table gives, the NOT NULL of which has another name than there: that can be said here, and never again. */
static bool comes_named(const struct emitter *e, const struct op *table, const struct object *column)
{
    return op_fused(table, table->new, PART_ATTACH) && emit_comes_with_parent(column) && emit_names_not_null(e, column);
}

/* The ops that CREATE TABLE carries out: columns in their order, then constraints as the plan has them. */
static struct list elements(struct emitter *e, const struct op *op)
{
    bool heir = op_fused(op, op->new, PART_ATTACH) != NULL;
    struct list columns = {0}, all = {0};
    const struct op *f;

    list_each (f, &op->fused) {
        if (f->part == PART_SELF && f->new->kind->id == KIND_COLUMN && !(heir && emit_comes_with_parent(f->new)))
            list_push(e->arena, &columns, f);
    }
    list_sort(&columns, position_compare);
    list_each (f, &columns) {
        if (*column_clause(e, op, f))
            list_push(e->arena, &all, f);
    }
    list_each (f, &op->fused) {
        if (f->part == PART_SELF && (f->new->kind->id == KIND_COLUMN ? comes_named(e, op, f->new)
                                                                     : !waits(e, op, f->new) && !(heir && emit_comes_with_parent(f->new))))
            list_push(e->arena, &all, f);
    }
    return all;
}

static void element_add(struct emitter *e, struct buf *b, const struct op *table, const struct op *f)
{
    const struct object *o = f->new;

    if (o->kind->id == KIND_COLUMN && comes_named(e, table, o)) {
        buf_addf(b, "CONSTRAINT %s NOT NULL %s", emit_ident(e, ((const struct column *)o)->not_null_name), emit_ident(e, o->name));
    } else if (o->kind->id == KIND_COLUMN) {
        buf_addf(b, "%s %s", emit_ident(e, o->name), column_clause(e, table, f));
    } else {
        buf_addf(b, "CONSTRAINT %s ", emit_ident(e, o->name));
        clause_constraint(b, o);
    }
}

/* A typed table may have none to say, then there are no parentheses either. */
static void elements_add(struct emitter *e, struct buf *b, const struct op *table, const struct list *all)
{
    const struct op *f;
    bool first = true;

    if (!all->n && is_typed(table))
        return;
    buf_add(b, " (");
    list_each (f, all) {
        buf_add(b, first ? "\n    " : ",\n    ");
        element_add(e, b, table, f);
        first = false;
    }
    buf_add(b, first ? ")" : "\n)");
}

static void inherits_add(struct buf *b, const struct table *t)
{
    const struct inherit *x;
    bool first = true;

    buf_add(b, "\nINHERITS (");
    list_each (x, &t->inherits) {
        buf_sep(b, &first, ", ");
        buf_add(b, x->parent);
    }
    buf_addc(b, ')');
}

static void storage_add(struct emitter *e, struct buf *b, const struct table *t)
{
    if (t->access_method && !is(t->access_method, "heap"))
        buf_addf(b, "\nUSING %s", emit_ident(e, t->access_method));
    if (t->with.n > 0) {
        buf_add(b, "\nWITH ");
        clause_options(b, &t->with);
    }
    if (t->tablespace)
        buf_addf(b, "\nTABLESPACE %s", emit_ident(e, t->tablespace));
}

static void table_create(struct emitter *e, const struct op *op)
{
    const struct table *t = (const struct table *)op->new;
    struct list all = elements(e, op);
    const struct op *f;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE %sTABLE %s", t->unlogged ? "UNLOGGED " : t->server ? "FOREIGN " : "", emit_path(e, op->new));
    if (is_typed(op))
        buf_addf(&b, " OF %s", t->of_type);
    elements_add(e, &b, op, &all);
    if (t->inherits.n && op_fused(op, op->new, PART_ATTACH))
        inherits_add(&b, t);
    if (t->partition_by)
        buf_addf(&b, "\nPARTITION BY %s", emit_text(e, t->partition_by));
    if (t->server)
        buf_addf(&b, "\nSERVER %s%s", emit_ident(e, t->server), emit_foreign_options(e, &t->options));
    storage_add(e, &b, t);
    emit_add(e, "%s", buf_str(&b));
    list_each (f, &all) {
        if (f->new->kind->id == KIND_COLUMN && !comes_named(e, op, f->new))
            emit_column_settings(e, (const struct column *)f->new);
    }
    if (op_fused(op, op->new, PART_ATTACH))
        emit_overrides(e, op);
    list_each (f, &op->fused) {
        if (f->part == PART_SELF && waits(e, op, f->new) && !(t->inherits.n && emit_comes_with_parent(f->new)))
            emit_add_constraint(e, f->new);
    }
}

static void table_drop(struct emitter *e, const struct op *op)
{
    const struct op *f;
    const char *foreign = ((const struct table *)op->old)->server ? "FOREIGN " : "";
    struct statement *s;

    if (op->rebuild && op->new)
        emit_rows_away(e, op);
    s = emit_add(e, "DROP %sTABLE %s", foreign, emit_path(e, op->old));
    emit_lock(e, s, op->old, LOCK_ACCESS_EXCLUSIVE);
    if (!*foreign && !op->new) /* its rows are elsewhere, or wait */
        emit_hazard(e, s, op->old, HAZARD_DROP_TABLE, "the rows of %s are lost", emit_path(e, op->old));
    if (((const struct table *)op->old)->partition_of)
        emit_note(e, s, "locks %s too, for a moment", ((const struct table *)op->old)->partition_of);
    list_each (f, &op->fused) {
        const char *other =
            f->old->kind->id == KIND_FOREIGN_KEY ? ((const struct foreign_key *)f->old)->references : NULL;

        if (other && !is(emit_path(e, op->old), other))
            emit_note(e, s, "locks %s too, for a moment", other);
    }
}

static void options_action(struct emitter *e, const struct object *table, enum lock lock, const char *clause)
{
    emit_action(e, table, lock, "%s", clause);
}

static void move(struct emitter *e, const struct object *o, enum hazard_id hazard, const char *action)
{
    struct statement *s = emit_action_alone(e, o, LOCK_ACCESS_EXCLUSIVE, "%s", action);

    emit_work(e, s, o, WORK_REWRITE);
    emit_hazard(e, s, o, hazard, "the whole of %s is written anew", emit_path(e, o));
}

static void replica_identity(struct emitter *e, const struct table *t)
{
    const char *how = t->replica_identity;

    if (is(how, "index") && t->replica_index)
        emit_action(e, &t->base, LOCK_ACCESS_EXCLUSIVE, "REPLICA IDENTITY USING INDEX %s",
                    emit_ident(e, t->replica_index));
    else
        emit_action(e, &t->base, LOCK_ACCESS_EXCLUSIVE, "REPLICA IDENTITY %s",
                    is(how, "full")      ? "FULL"
                    : is(how, "nothing") ? "NOTHING"
                                         : "DEFAULT");
}

static void cluster_on(struct emitter *e, const struct table *t)
{
    if (t->cluster_on)
        emit_action(e, &t->base, LOCK_SHARE_UPDATE_EXCLUSIVE, "CLUSTER ON %s", emit_ident(e, t->cluster_on));
    else
        emit_action(e, &t->base, LOCK_SHARE_UPDATE_EXCLUSIVE, "SET WITHOUT CLUSTER");
}

static void late_alter(struct emitter *e, const struct op *op)
{
    const struct table *t = (const struct table *)op->new;

    if (op_changed(op, "replica_identity") || op_changed(op, "replica_index"))
        replica_identity(e, t);
    if (op_changed(op, "cluster_on"))
        cluster_on(e, t);
}

static void options_alone(struct emitter *e, const struct object *table, enum lock lock, const char *clause)
{
    emit_action_alone(e, table, lock, "%s", clause);
}

static void table_alter(struct emitter *e, const struct op *op)
{
    const struct table *from = (const struct table *)op->old, *to = (const struct table *)op->new;
    const struct object *o = op->new;
    const char *foreign;

    if (op_changed(op, "unlogged")) {
        move(e, o, HAZARD_SET_LOGGED, to->unlogged ? "SET UNLOGGED" : "SET LOGGED");
        emit_sequences_apart(e, to);
    }
    if (op_changed(op, "access_method") && e->version < 150000)
        emit_error(e, "the access method of %s can be changed from PostgreSQL 15 on", emit_path(e, o));
    else if (op_changed(op, "access_method") && to->partition_by) /* of partitions that are made later (17) */
        emit_action(e, o, LOCK_ACCESS_EXCLUSIVE, "SET ACCESS METHOD %s",
                    is(to->access_method ? to->access_method : "heap", "heap") ? "DEFAULT" : emit_ident(e, to->access_method));
    else if (op_changed(op, "access_method"))
        move(e, o, HAZARD_MOVE_DATA,
             arena_printf(e->arena, "SET ACCESS METHOD %s",
                          emit_ident(e, to->access_method ? to->access_method : "heap")));
    if (op_changed(op, "tablespace"))
        move(e, o, HAZARD_MOVE_DATA,
             arena_printf(e->arena, "SET TABLESPACE %s",
                          emit_ident(e, to->tablespace ? to->tablespace : "pg_default")));
    if (op_changed(op, "with"))
        emit_options(e, o, &from->with, &to->with, options_action);
    foreign = emit_foreign_options_change(e, &from->options, &to->options);
    if (*foreign)
        emit_action(e, o, LOCK_ACCESS_EXCLUSIVE, "%s", foreign + 1);
    late_alter(e, op);
}

static bool same_text(const char *x, const char *y)
{
    return strcmp(x ? x : "", y ? y : "") == 0;
}

/* Between statements that others see, a table that is published needs one: without it no row could be changed. */
static const char *meanwhile(const struct emitter *e, const struct object *table)
{
    return emit_is_online(e, table) ? "full" : NULL;
}

/* What refers to indexes is taken off before they go; comes_back: what the table is to have is said afterwards. */
static void late_off(struct emitter *e, const struct object *table, const struct table *t, bool comes_back)
{
    struct table bare = {.base = *table, .replica_identity = comes_back ? meanwhile(e, table) : NULL};

    if (is(t->replica_identity, "index") || (!comes_back && t->replica_identity && !is(t->replica_identity, "default")))
        replica_identity(e, &bare);
    if (t->cluster_on)
        cluster_on(e, &bare);
    map_put(&e->late_off, table->address, table);
}

/* ... and set when the new ones are there. */
static void late_set(struct emitter *e, const struct table *was, const struct table *t)
{
    const struct table none = {.unlogged = false};
    struct table off;

    if (!was || emit_is_new(e, &t->base)) {
        was = &none;
    } else if (map_get(&e->late_off, t->base.address)) {
        off = *was;
        off.cluster_on = NULL;
        if (is(was->replica_identity, "index")) {
            off.replica_identity = meanwhile(e, &was->base);
            off.replica_index = NULL;
        }
        was = &off;
    }
    if (!same_text(is(was->replica_identity, "default") ? NULL : was->replica_identity,
                   is(t->replica_identity, "default") ? NULL : t->replica_identity) ||
        !same_text(was->replica_index, t->replica_index))
        replica_identity(e, t);
    if (!same_text(was->cluster_on, t->cluster_on))
        cluster_on(e, t);
}

static void row_security(struct emitter *e, const struct table *from, const struct table *to)
{
    const struct object *o = to->base.kind ? &to->base : &from->base;
    struct statement *s = NULL;

    if (from->row_security != to->row_security)
        s = emit_action(e, o, LOCK_ACCESS_EXCLUSIVE, "%s ROW LEVEL SECURITY",
                        to->row_security ? "ENABLE" : "DISABLE");
    if (from->force_row_security != to->force_row_security)
        s = emit_action(e, o, LOCK_ACCESS_EXCLUSIVE, "%s ROW LEVEL SECURITY",
                        to->force_row_security ? "FORCE" : "NO FORCE");
    if (s)
        emit_hazard(e, s, o, HAZARD_AUTHORIZATION, "who sees which rows of %s changes", emit_path(e, o));
}

static void table_part(struct emitter *e, const struct op *op)
{
    const struct table none = {.unlogged = false};
    const struct table *from = (const struct table *)op->old, *to = (const struct table *)op->new;

    if (op->part == PART_ATTACH) {
        emit_attach(e, op);
        return;
    }
    if (op->part == PART_ROWS) {
        emit_rows(e, op);
        return;
    }
    if (op->part == PART_STATES) {
        if (op->verb != VERB_DROP)
            emit_trigger_states(e, op);
        return;
    }
    if (op->part == PART_STORAGE) {
        emit_options(e, op->new, &from->with, &to->with, options_alone);
        return;
    }
    if (op->part == PART_SECURITY) {
        bool made = !from || emit_is_new(e, &from->base);

        row_security(e, made ? &none : from, op->verb == VERB_DROP ? &none : to);
        return;
    }
    if (op->verb == VERB_DROP)
        late_off(e, op->old, (const struct table *)op->old, op->rebuild);
    else
        late_set(e, (const struct table *)op->old, (const struct table *)op->new);
}

const struct emit_kind emit_table = {
    .create = table_create, .drop = table_drop, .alter = table_alter, .part = table_part};
