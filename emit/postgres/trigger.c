/* Triggers. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/clause_text.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include <ctype.h>
#include <string.h>

static bool is(const char *text, const char *what)
{
    return text && strcmp(text, what) == 0;
}

static void upper_add(struct buf *b, const char *words)
{
    for (; *words; words++)
        buf_addc(b, (char)toupper((unsigned char)*words));
}

static void events_add(struct emitter *e, struct buf *b, const struct trigger *t)
{
    const char *event, *column;
    bool first = true;

    list_each (event, &t->events) {
        bool first_column = true;

        buf_sep(b, &first, " OR ");
        upper_add(b, event);
        if (!is(event, "update") || t->update_of.n == 0)
            continue;
        buf_add(b, " OF ");
        list_each (column, &t->update_of) {
            buf_sep(b, &first_column, ", ");
            buf_add(b, emit_ident(e, column));
        }
    }
}

static void timing_add(struct emitter *e, struct buf *b, const struct trigger *t)
{
    if (t->from)
        buf_addf(b, "\n    FROM %s", t->from);
    if (t->deferrable || t->initially_deferred)
        buf_addf(b, "\n    DEFERRABLE%s", t->initially_deferred ? " INITIALLY DEFERRED" : "");
    if (t->old_table || t->new_table)
        buf_add(b, "\n    REFERENCING");
    if (t->old_table)
        buf_addf(b, " OLD TABLE AS %s", emit_ident(e, t->old_table));
    if (t->new_table)
        buf_addf(b, " NEW TABLE AS %s", emit_ident(e, t->new_table));
}

static void state_set(struct emitter *e, const struct object *table, const char *name, const char *state)
{
    const char *how = is(state, "disabled")  ? "DISABLE"
                      : is(state, "replica") ? "ENABLE REPLICA"
                      : is(state, "always")  ? "ENABLE ALWAYS"
                                             : "ENABLE";

    emit_action_alone(e, table, LOCK_SHARE_ROW_EXCLUSIVE, "%s TRIGGER %s", how, emit_ident(e, name));
}

static void trigger_enable(struct emitter *e, const struct trigger *t)
{
    state_set(e, t->base.parent, t->base.name, t->enabled);
}

void emit_trigger_states(struct emitter *e, const struct op *op)
{
    const struct list none = {0}, *to = &((const struct table *)op->new)->trigger_states;
    const struct list *from = op->old ? &((const struct table *)op->old)->trigger_states : &none;
    const struct option *said, *was;

    list_each (was, from) {
        const char *above = partition_trigger_state(e->plan->diff->to, op->new, was->name);

        if (above && !option_find(to, was->name))
            state_set(e, op->new, was->name, above);
    }
    list_each (said, to) {
        was = option_find(from, said->name);
        if (!was || !is(was->value, said->value) || op->again)
            state_set(e, op->new, said->name, said->value);
    }
}

static void constraint_comment(struct emitter *e, const struct trigger *t)
{
    emit_add(e, "COMMENT ON CONSTRAINT %s ON %s IS %s", emit_ident(e, t->base.name), emit_path(e, t->base.parent),
             emit_literal_or_null(e, t->constraint_comment));
}

static void trigger_put(struct emitter *e, const struct op *op, bool replace)
{
    const struct trigger *t = (const struct trigger *)op->new;
    const char *arg;
    struct statement *s;
    bool first = true;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE %s%sTRIGGER %s\n    ", replace ? "OR REPLACE " : "", t->constraint ? "CONSTRAINT " : "",
             emit_ident(e, op->new->name));
    upper_add(&b, t->when ? t->when : "before");
    buf_addc(&b, ' ');
    events_add(e, &b, t);
    buf_addf(&b, " ON %s", emit_path(e, op->new->parent));
    timing_add(e, &b, t);
    buf_addf(&b, "\n    FOR EACH %s", is(t->for_, "row") ? "ROW" : "STATEMENT");
    if (t->condition) {
        buf_add(&b, "\n    WHEN ");
        buf_parenthesised(&b, t->condition);
    }
    buf_addf(&b, "\n    EXECUTE FUNCTION %s(", t->function);
    list_each (arg, &t->args) {
        buf_sep(&b, &first, ", ");
        buf_literal(&b, arg);
    }
    buf_addc(&b, ')');
    s = emit_add(e, "%s", buf_str(&b));
    emit_lock(e, s, op->new->parent, LOCK_SHARE_ROW_EXCLUSIVE);
    if (t->from)
        emit_note(e, s, "locks %s too", t->from);
    if (t->enabled && !is(t->enabled, "origin"))
        trigger_enable(e, t);
    if (t->constraint_comment)
        constraint_comment(e, t);
    e->last = s;
}

static void trigger_create(struct emitter *e, const struct op *op)
{
    trigger_put(e, op, false);
}

static void trigger_drop(struct emitter *e, const struct op *op)
{
    struct statement *s =
        emit_add(e, "DROP TRIGGER %s ON %s", emit_ident(e, op->old->name), emit_path(e, op->old->parent));

    emit_lock(e, s, op->old->parent, LOCK_ACCESS_EXCLUSIVE);
}

static void trigger_alter(struct emitter *e, const struct op *op)
{
    const struct kind *k = op->new->kind;

    if (!(op->changed & ~(FACET_COMMENT | field_bit(k, "enabled") | field_bit(k, "depends_on_extensions") | field_bit(k, "constraint_comment")))) {
        if (op_changed(op, "enabled"))
            trigger_enable(e, (const struct trigger *)op->new);
        if (op_changed(op, "constraint_comment"))
            constraint_comment(e, (const struct trigger *)op->new);
        return;
    }
    trigger_put(e, op, true); /* fires as a new one does */
    emit_extensions_again(e, op);
}

const struct emit_kind emit_trigger = {
    .create = trigger_create, .drop = trigger_drop, .alter = trigger_alter};
