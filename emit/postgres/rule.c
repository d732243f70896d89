/* Rewrite rules. */
#include "emit/postgres/emit.h"
#include "schema/clause_text.h"
#include <ctype.h>
#include <string.h>

static void rule_enable(struct emitter *e, const struct rule *r)
{
    const char *state = r->enabled ? r->enabled : "origin";
    const char *how = strcmp(state, "disabled") == 0  ? "DISABLE"
                      : strcmp(state, "replica") == 0 ? "ENABLE REPLICA"
                      : strcmp(state, "always") == 0  ? "ENABLE ALWAYS"
                                                      : "ENABLE";

    emit_action_alone(e, r->base.parent, LOCK_ACCESS_EXCLUSIVE, "%s RULE %s", how, emit_ident(e, r->base.name));
}

static void rule_say(struct emitter *e, const struct object *o, const char *create)
{
    const struct rule *r = (const struct rule *)o;
    struct statement *s;
    AUTO_BUF b = {0};

    buf_addf(&b, "%s RULE %s AS\n    ON ", create, emit_ident(e, o->name));
    for (const char *c = r->event; *c; c++)
        buf_addc(&b, (char)toupper((unsigned char)*c));
    buf_addf(&b, " TO %s", emit_path(e, o->parent));
    if (r->condition) {
        buf_add(&b, "\n    WHERE ");
        buf_parenthesised(&b, r->condition);
    }
    buf_addf(&b, "\n    DO %s%s", r->instead ? "INSTEAD " : "", r->action ? emit_text(e, r->action) : "NOTHING");
    s = emit_add(e, "%s", buf_str(&b));
    emit_lock(e, s, o->parent, LOCK_ACCESS_EXCLUSIVE);
}

static void rule_create(struct emitter *e, const struct op *op)
{
    const struct rule *r = (const struct rule *)op->new;
    struct statement *s;

    rule_say(e, op->new, "CREATE");
    s = e->last;
    if (r->enabled && strcmp(r->enabled, "origin") != 0)
        rule_enable(e, r);
    e->last = s;
}

static void rule_drop(struct emitter *e, const struct op *op)
{
    struct statement *s =
        emit_add(e, "DROP RULE %s ON %s", emit_ident(e, op->old->name), emit_path(e, op->old->parent));

    emit_lock(e, s, op->old->parent, LOCK_ACCESS_EXCLUSIVE);
}

static void rule_alter(struct emitter *e, const struct op *op)
{
    if (op_changed(op, "event") || op_changed(op, "instead") || op_changed(op, "condition") ||
        op_changed(op, "action"))
        rule_say(e, op->new, "CREATE OR REPLACE");
    if (op_changed(op, "enabled"))
        rule_enable(e, (const struct rule *)op->new);
}

const struct emit_kind emit_rule = {.create = rule_create, .drop = rule_drop, .alter = rule_alter};
