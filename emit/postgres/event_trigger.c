/* Event triggers. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

static void event_trigger_enable(struct emitter *e, const struct event_trigger *t)
{
    const char *state = t->enabled ? t->enabled : "origin";
    const char *how = strcmp(state, "disabled") == 0  ? "DISABLE"
                      : strcmp(state, "replica") == 0 ? "ENABLE REPLICA"
                      : strcmp(state, "always") == 0  ? "ENABLE ALWAYS"
                                                      : "ENABLE";

    emit_add(e, "ALTER EVENT TRIGGER %s %s", emit_ident(e, t->base.name), how);
}

static void event_trigger_create(struct emitter *e, const struct op *op)
{
    const struct event_trigger *t = (const struct event_trigger *)op->new;
    struct statement *s;
    const char *tag;
    bool first = true;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE EVENT TRIGGER %s\n    ON %s", emit_ident(e, op->new->name), t->event);
    if (t->tags.n > 0)
        buf_add(&b, "\n    WHEN TAG IN (");
    list_each (tag, &t->tags) {
        buf_sep(&b, &first, ", ");
        buf_literal(&b, tag);
    }
    buf_addf(&b, "%s\n    EXECUTE FUNCTION %s()", t->tags.n > 0 ? ")" : "", t->function);
    s = emit_add(e, "%s", buf_str(&b));
    if (t->enabled && strcmp(t->enabled, "origin") != 0)
        event_trigger_enable(e, t);
    e->last = s;
}

static void event_trigger_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP EVENT TRIGGER %s", emit_ident(e, op->old->name));
}

static void event_trigger_alter(struct emitter *e, const struct op *op)
{
    if (op_changed(op, "enabled"))
        event_trigger_enable(e, (const struct event_trigger *)op->new);
}

const struct emit_kind emit_event_trigger = {
    .create = event_trigger_create, .drop = event_trigger_drop, .alter = event_trigger_alter};
