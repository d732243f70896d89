/* Policies of row-level security. */
#include "emit/postgres/emit.h"
#include "schema/clause_text.h"
#include <ctype.h>
#include <string.h>

static void roles_add(struct emitter *e, struct buf *b, const struct policy *p)
{
    const char *role;
    bool first = true;

    buf_add(b, "\n    TO ");
    if (p->roles.n == 0)
        buf_add(b, "PUBLIC");
    list_each (role, &p->roles) {
        buf_sep(b, &first, ", ");
        buf_add(b, emit_ident(e, role));
    }
}

static void expression_add(struct buf *b, const char *word, const char *expression)
{
    if (!expression)
        return;
    buf_addf(b, "\n    %s ", word);
    buf_parenthesised(b, expression);
}

static const char *policy_on(struct emitter *e, const struct object *o)
{
    return arena_printf(e->arena, "%s ON %s", emit_ident(e, o->name), emit_path(e, o->parent));
}

static void policy_create(struct emitter *e, const struct op *op)
{
    const struct policy *p = (const struct policy *)op->new;
    const char *command = p->command ? p->command : "all";
    struct statement *s;
    AUTO_BUF b = {0};

    buf_addf(&b, "CREATE POLICY %s", policy_on(e, op->new));
    if (p->restrictive)
        buf_add(&b, "\n    AS RESTRICTIVE");
    if (strcmp(command, "all") != 0) {
        buf_add(&b, "\n    FOR ");
        for (; *command; command++)
            buf_addc(&b, (char)toupper((unsigned char)*command));
    }
    if (p->roles.n > 0)
        roles_add(e, &b, p);
    expression_add(&b, "USING", p->using);
    expression_add(&b, "WITH CHECK", p->check);
    s = emit_add(e, "%s", buf_str(&b));
    emit_lock(e, s, op->new->parent, LOCK_ACCESS_EXCLUSIVE);
    emit_hazard(e, s, op->new->parent, HAZARD_AUTHORIZATION, "who sees which rows of %s changes",
                emit_path(e, op->new->parent));
}

static void policy_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP POLICY %s", policy_on(e, op->old));

    emit_lock(e, s, op->old->parent, LOCK_ACCESS_EXCLUSIVE);
    emit_hazard(e, s, op->old->parent, HAZARD_AUTHORIZATION, "who sees which rows of %s changes",
                emit_path(e, op->old->parent));
}

static void policy_alter(struct emitter *e, const struct op *op)
{
    const struct policy *p = (const struct policy *)op->new;
    struct statement *s;
    AUTO_BUF b = {0};

    if (op_changed(op, "roles"))
        roles_add(e, &b, p);
    if (op_changed(op, "using"))
        expression_add(&b, "USING", p->using);
    if (op_changed(op, "check"))
        expression_add(&b, "WITH CHECK", p->check);
    if (b.len == 0)
        return;
    s = emit_add(e, "ALTER POLICY %s%s", policy_on(e, op->new), buf_str(&b));
    emit_lock(e, s, op->new->parent, LOCK_ACCESS_EXCLUSIVE);
    emit_hazard(e, s, op->new->parent, HAZARD_AUTHORIZATION, "who sees which rows of %s changes",
                emit_path(e, op->new->parent));
}

const struct emit_kind emit_policy = {.create = policy_create, .drop = policy_drop, .alter = policy_alter};
