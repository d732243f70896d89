/* Subscriptions. The server is kept from connecting to the publisher, so that all of it runs within a transaction, and where the publisher
 * cannot be reached; but for what the slot there has too. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

/* host='db' dbname='it''s' */
static const char *conninfo(struct emitter *e, const struct subscription *s)
{
    const struct option *o;
    AUTO_BUF b = {0};

    list_each (o, &s->connection) {
        buf_addf(&b, "%s%s=", b.len ? " " : "", o->name);
        if (*o->value && strspn(o->value, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-") == strlen(o->value)) {
            buf_add(&b, o->value);
            continue;
        }
        buf_addc(&b, '\'');
        for (const char *c = o->value; *c; c++) {
            if (*c == '\'' || *c == '\\')
                buf_addc(&b, '\\');
            buf_addc(&b, *c);
        }
        buf_addc(&b, '\'');
    }
    return sql_literal(e->arena, buf_str(&b));
}

static const char *publications(struct emitter *e, const struct subscription *s)
{
    const char *name;
    AUTO_BUF b = {0};
    bool first = true;

    list_each (name, &s->publications) {
        buf_sep(&b, &first, ", ");
        buf_ident(&b, name);
    }
    return arena_strdup(e->arena, buf_str(&b));
}

static const char *slot(struct emitter *e, const struct subscription *s)
{
    return subscription_has_slot(&s->base) ? sql_literal(e->arena, s->slot ? s->slot : s->base.name) : "NONE";
}

static const char *text_of(const char *text, const char *implied)
{
    return text ? text : implied;
}

/* What differs from `from`, a word each; those of the slot only when `new`. */
static void settings(struct emitter *e, struct buf *b, const struct subscription *from, const struct subscription *to, bool new)
{
    const struct {
        const char *name;
        bool from, to;
    } switches[] = {
        {"binary", from->binary, to->binary},
        {"disable_on_error", from->disable_on_error, to->disable_on_error},
        {"password_required", !from->password_not_required, !to->password_not_required},
        {"run_as_owner", from->run_as_owner, to->run_as_owner},
        {"two_phase", from->two_phase || !new, to->two_phase || !new},
        {"failover", from->failover || !new, to->failover || !new},
    };
    const struct {
        const char *name, *from, *to;
    } texts[] = {
        {"slot_name", slot(e, from), slot(e, to)},
        {"synchronous_commit", text_of(from->synchronous_commit, "off"), text_of(to->synchronous_commit, "off")},
        {"streaming", text_of(from->streaming, "off"), text_of(to->streaming, "off")},
        {"origin", text_of(from->origin, "any"), text_of(to->origin, "any")},
    };

    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        if (strcmp(texts[i].from, texts[i].to) != 0)
            buf_addf(b, "%s%s = %s", b->len ? ", " : "", texts[i].name, texts[i].to);
    for (size_t i = 0; i < sizeof(switches) / sizeof(switches[0]); i++)
        if (switches[i].from != switches[i].to)
            buf_addf(b, "%s%s = %s", b->len ? ", " : "", switches[i].name, switches[i].to ? "true" : "false");
}

/* again: it was dropped here, and its tables have their rows. */
static void enable(struct emitter *e, const struct subscription *s, bool again)
{
    struct statement *made = emit_add(e, "ALTER SUBSCRIPTION %s ENABLE", emit_path(e, &s->base));

    emit_note(e, made, "needs the slot %s at the publisher; its tables come with ALTER SUBSCRIPTION ... REFRESH PUBLICATION%s",
              slot(e, s), again ? " WITH (copy_data = false)" : "");
}

static void subscription_create(struct emitter *e, const struct op *op)
{
    const struct subscription *s = (const struct subscription *)op->new;
    struct subscription bare = {.base = s->base};
    struct statement *made;
    AUTO_BUF b = {0};

    buf_add(&b, "connect = false");
    settings(e, &b, &bare, s, true);
    made = emit_add(e, "CREATE SUBSCRIPTION %s\n    CONNECTION %s\n    PUBLICATION %s\n    WITH (%s)", emit_path(e, op->new),
                    conninfo(e, s), publications(e, s), buf_str(&b));
    if (s->enabled)
        enable(e, s, op->rebuild);
    e->last = made;
}

static void subscription_drop(struct emitter *e, const struct op *op)
{
    const struct subscription *s = (const struct subscription *)op->old;
    const char *path = emit_path(e, op->old);
    struct statement *made;

    if (s->enabled)
        emit_add(e, "ALTER SUBSCRIPTION %s DISABLE", path);
    if (subscription_has_slot(&s->base))
        emit_add(e, "ALTER SUBSCRIPTION %s SET (slot_name = NONE)", path);
    made = emit_add(e, "DROP SUBSCRIPTION %s", path);
    if (subscription_has_slot(&s->base))
        emit_hazard(e, made, NULL, HAZARD_DROP_SUBSCRIPTION, "the slot %s stays at the publisher, and keeps its log", slot(e, s));
}

static bool has_secret(const struct subscription *s)
{
    const struct option *o;

    list_each (o, &s->connection) {
        if (option_is_secret(o->name))
            return true;
    }
    return false;
}

static void connection_alter(struct emitter *e, const struct subscription *s)
{
    struct statement *made = emit_add(e, "ALTER SUBSCRIPTION %s CONNECTION %s", emit_path(e, &s->base), conninfo(e, s));

    if (!has_secret(s))
        emit_hazard(e, made, NULL, HAZARD_SUBSCRIPTION_PASSWORD, "a password that the connection of %s has is not known, and goes",
                    emit_path(e, &s->base));
}

static bool slot_changes(const struct op *op)
{
    return op_changed(op, "failover") || op_changed(op, "two_phase");
}

/* ALTER SUBSCRIPTION ... SET that alters the slot, too: it is disabled then, and in no transaction. */
static void slot_alter(struct emitter *e, const struct op *op, const struct subscription *to)
{
    AUTO_BUF b = {0};

    if (op_changed(op, "failover"))
        buf_addf(&b, "failover = %s", to->failover ? "true" : "false");
    if (op_changed(op, "two_phase"))
        buf_addf(&b, "%stwo_phase = %s", b.len ? ", " : "", to->two_phase ? "true" : "false");
    emit_note(e, emit_add(e, "ALTER SUBSCRIPTION %s SET (%s)", emit_path(e, &to->base), buf_str(&b)),
              "alters the slot %s at the publisher, which must be reached; while the worker has not stopped yet it fails: once more then",
              slot(e, to));
}

static void subscription_alter(struct emitter *e, const struct op *op)
{
    const struct subscription *from = (const struct subscription *)op->old, *to = (const struct subscription *)op->new;
    const char *path = emit_path(e, op->new);
    AUTO_BUF b = {0};

    if (from->enabled && (!to->enabled || slot_changes(op)))
        emit_add(e, "ALTER SUBSCRIPTION %s DISABLE", path);
    if (op_changed(op, "connection"))
        connection_alter(e, to);
    if (op_changed(op, "publications"))
        emit_note(e, emit_add(e, "ALTER SUBSCRIPTION %s SET PUBLICATION %s WITH (refresh = false)", path, publications(e, to)),
                  "then, by hand: ALTER SUBSCRIPTION %s REFRESH PUBLICATION", path);
    settings(e, &b, from, to, false);
    if (b.len)
        emit_add(e, "ALTER SUBSCRIPTION %s SET (%s)", path, buf_str(&b));
    if (slot_changes(op))
        slot_alter(e, op, to);
    if (to->enabled && from->enabled && slot_changes(op))
        emit_add(e, "ALTER SUBSCRIPTION %s ENABLE", path);
    else if (to->enabled && !from->enabled)
        enable(e, to, false);
}

const struct emit_kind emit_subscription = {
    .create = subscription_create, .drop = subscription_drop, .alter = subscription_alter};
