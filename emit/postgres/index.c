/* Indexes. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include <string.h>

/* How an index is made and dropped. The online forms of existing tables will be chosen here, and only here.
 */
enum index_form { INDEX_DIRECT, INDEX_CONCURRENT };

static enum index_form index_form(const struct emitter *e, const struct op *op)
{
    (void)e;
    (void)op;
    return INDEX_DIRECT;
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
    if (forms[form].hazard)
        emit_hazard(e, s, table, HAZARD_CREATE_INDEX, "writes to %s wait until the index is built",
                    emit_path(e, table));
    emit_index_statistics(e, op->new, NULL, &i->keys);
    e->last = s;
}

static void index_drop(struct emitter *e, const struct op *op)
{
    enum index_form form = index_form(e, op);
    const struct object *table = op->old->parent;
    struct statement *s = emit_add(e, "DROP INDEX %s%s", forms[form].word, emit_path(e, op->old));

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
        emit_index_statistics(e, op->new, &from->keys, &to->keys);
}

const struct emit_kind emit_index = {.create = index_create, .drop = index_drop, .alter = index_alter,
                                     .part = emit_attach_index};
