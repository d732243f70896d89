/* Indexes. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include <string.h>

/* How an index is made and dropped: concurrently where that is wanted and the server can. */
enum index_form { INDEX_DIRECT, INDEX_CONCURRENT };

static enum index_form index_form(const struct emitter *e, const struct op *op)
{
    const struct object *table = op_object(op)->parent;

    return emit_is_online(e, table) && !emit_is_partitioned(table) ? INDEX_CONCURRENT : INDEX_DIRECT;
}

static const struct {
    const char *word;
    enum lock create, drop;
    enum transaction transaction;
    bool hazard;
} forms[] = {
    [INDEX_DIRECT] = {"", LOCK_SHARE, LOCK_ACCESS_EXCLUSIVE, TRANSACTION_ANY, true},
    [INDEX_CONCURRENT] = {"CONCURRENTLY ", LOCK_SHARE_UPDATE_EXCLUSIVE, LOCK_SHARE_UPDATE_EXCLUSIVE,
                          TRANSACTION_NEVER, false},
};

static void options_statement(struct emitter *e, const struct object *index, enum lock lock,
                              const char *clause)
{
    emit_lock(e, emit_add(e, "ALTER INDEX %s %s", emit_path(e, index), clause), index, lock);
}

void emit_index_settings(struct emitter *e, const struct op *op, const struct list *from,
                         const struct list *to, const char *tablespace)
{
    struct statement *s;

    if (op_changed(op, "with"))
        emit_options(e, op->new, from, to, options_statement);
    if (op_changed(op, "tablespace")) {
        s = emit_add(e, "ALTER INDEX %s SET TABLESPACE %s", emit_path(e, op->new),
                     emit_ident(e, tablespace ? tablespace : "pg_default"));
        emit_lock(e, s, op->new, LOCK_ACCESS_EXCLUSIVE);
        emit_work(e, s, op->new, WORK_REWRITE);
        emit_hazard(e, s, op->new, HAZARD_MOVE_DATA, "the whole of %s is written anew",
                    emit_path(e, op->new));
    }
}

static const char *statistics_of(const struct list *keys, size_t n)
{
    const struct index_key *k = keys && n < keys->n ? keys->at[n] : NULL;

    return k && k->statistics ? k->statistics : "-1";
}

void emit_index_statistics(struct emitter *e, const struct object *o, const struct list *from, const struct list *to)
{
    for (size_t i = 0; i < to->n; i++) {
        const char *target = statistics_of(to, i);
        struct statement *s;

        if (strcmp(statistics_of(from, i), target) == 0)
            continue;
        s = emit_add(e, "ALTER INDEX %s ALTER COLUMN %zu SET STATISTICS %s", emit_path(e, o), i + 1,
                     target);
        emit_lock(e, s, o, LOCK_SHARE_UPDATE_EXCLUSIVE);
    }
}

static void drop_concurrently(struct emitter *e, const struct object *table, const char *path)
{
    struct statement *s = emit_add(e, "DROP INDEX %s%s", forms[INDEX_CONCURRENT].word, path);

    s->transaction = forms[INDEX_CONCURRENT].transaction;
    emit_lock(e, s, table, forms[INDEX_CONCURRENT].drop);
}

/* Concurrently, for a key that then takes it over. */
void emit_index_of_key(struct emitter *e, const struct key *k)
{
    struct index i = {.base = k->base, .unique = true, .include = k->include, .nulls_not_distinct = k->nulls_not_distinct,
                      .with = k->with, .tablespace = k->tablespace};
    const char *column;
    struct statement *s;
    AUTO_BUF b = {0};

    list_each (column, &k->columns) {
        struct index_key *x = arena_new(e->arena, struct index_key);

        x->column = column;
        list_push(e->arena, &i.keys, x);
    }
    clause_index(&b, &i);
    s = emit_add(e, "CREATE UNIQUE INDEX %s%s ON %s %s", forms[INDEX_CONCURRENT].word, emit_ident(e, k->base.name),
                 emit_path(e, k->base.parent), buf_str(&b));
    s->transaction = forms[INDEX_CONCURRENT].transaction;
    emit_lock(e, s, k->base.parent, forms[INDEX_CONCURRENT].create);
    emit_work(e, s, k->base.parent, WORK_BUILD);
}

/* Whether all that the old index uses stays as it is, so that it can serve until the new one is there. */
static bool serves_meanwhile(const struct emitter *e, const struct object *old)
{
    const struct depend *d;

    list_each (d, &old->depends) {
        const struct pair_of *pair = map_get(&e->plan->diff->by_address, d->on->address);

        if (pair && (!pair->to || pair->changed & ~FACETS))
            return false;
    }
    return true;
}

/* An index of another definition is built beside the old one, which has to give up its name: what it waits under, or
 * NULL. */
static const char *beside(const struct emitter *e, const struct op *op)
{
    const struct object *o = op_object(op);
    const struct pair_of *pair = e->plan->diff ? map_get(&e->plan->diff->by_address, o->address) : NULL;

    if (!op->rebuild || op->because || !pair || !pair->from || index_form(e, op) != INDEX_CONCURRENT ||
        attached_to(pair->from) || !serves_meanwhile(e, pair->from))
        return NULL;
    return default_name(e->arena, o->name, NULL, "kedge_old");
}

static void index_create(struct emitter *e, const struct op *op)
{
    const struct index *i = (const struct index *)op->new;
    enum index_form form = index_form(e, op);
    const struct object *table = op->new->parent;
    struct statement *s;
    AUTO_BUF b = {0};

    clause_index(&b, i);
    s = emit_add(e, "CREATE %sINDEX %s%s ON %s%s %s", i->unique ? "UNIQUE " : "", forms[form].word,
                 emit_ident(e, op->new->name), i->only ? "ONLY " : "", emit_path(e, table), buf_str(&b));
    s->transaction = forms[form].transaction;
    emit_lock(e, s, table, forms[form].create);
    emit_work(e, s, table, WORK_BUILD);
    if (emit_is_online(e, table) && emit_is_partitioned(table))
        emit_note(e, s, "takes those that the partitions have by now");
    else if (forms[form].hazard)
        emit_hazard(e, s, table, HAZARD_CREATE_INDEX, "writes to %s wait until the index is built",
                    emit_path(e, table));
    emit_index_statistics(e, op->new, NULL, &i->keys);
    if (beside(e, op))
        drop_concurrently(e, table, sql_qualified(e->arena, op->new->schema, beside(e, op)));
    e->last = s;
}

static void index_drop(struct emitter *e, const struct op *op)
{
    enum index_form form = index_form(e, op);
    const struct object *table = op->old->parent;
    const char *name = beside(e, op);
    struct statement *s;

    if (name) {
        s = emit_add(e, "ALTER INDEX %s RENAME TO %s", emit_path(e, op->old), emit_ident(e, name));
        emit_lock(e, s, table, LOCK_SHARE_UPDATE_EXCLUSIVE);
        emit_note(e, s, "serves until the new one is there");
        e->last = NULL;
        return;
    }
    s = emit_add(e, "DROP INDEX %s%s", forms[form].word, emit_path(e, op->old));

    s->transaction = forms[form].transaction;
    emit_lock(e, s, table, forms[form].drop);
    if (forms[form].hazard)
        emit_hazard(e, s, table, HAZARD_DROP_INDEX,
                    "waits for every query on %s, and all others wait behind it", emit_path(e, table));
}

static void index_alter(struct emitter *e, const struct op *op)
{
    const struct index *from = (const struct index *)op->old, *to = (const struct index *)op->new;

    emit_index_settings(e, op, &from->with, &to->with, to->tablespace);
    if (op_changed(op, "keys"))
        emit_index_statistics(e, op->new, op->again ? NULL : &from->keys, &to->keys);
    if (op->again)
        emit_extensions_again(e, op);
}

const struct emit_kind emit_index = {.create = index_create, .drop = index_drop, .alter = index_alter,
                                     .part = emit_attach_index};
