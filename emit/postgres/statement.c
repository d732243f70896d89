/* Making statements: one list, the ALTER TABLE that is still open at its end, and what waits behind it. */
#include "emit/postgres/emit.h"
#include <string.h>

static struct statement *statement_new(struct emitter *e)
{
    struct statement *s = arena_new(e->arena, struct statement);

    s->op = e->op;
    e->last = s;
    return s;
}

static const char *alter_text(struct emitter *e)
{
    const struct open_alter *o = &e->open;
    AUTO_BUF b = {0};
    const char *action;
    bool first = true;

    if (o->actions.n == 1)
        return arena_printf(e->arena, "%s %s", o->head, (const char *)o->actions.at[0]);
    buf_add(&b, o->head);
    list_each (action, &o->actions) {
        buf_add(&b, first ? "\n    " : ",\n    ");
        buf_add(&b, action);
        first = false;
    }
    return arena_strdup(e->arena, buf_str(&b));
}

/* Writes the open ALTER TABLE, and then what waited for it. */
void emit_close(struct emitter *e)
{
    struct statement *s;

    if (e->open.statement)
        e->open.statement->sql = alter_text(e);
    e->open = (struct open_alter){0};
    list_each (s, &e->waiting)
        list_push(e->arena, e->out, s);
    e->waiting = (struct list){0};
}

struct statement *emit_add(struct emitter *e, const char *fmt, ...)
{
    struct statement *s;
    va_list ap;

    emit_close(e);
    s = statement_new(e);
    va_start(ap, fmt);
    s->sql = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    list_push(e->arena, e->out, s);
    return s;
}

struct statement *emit_behind(struct emitter *e, const char *fmt, ...)
{
    struct statement *s = statement_new(e);
    va_list ap;

    va_start(ap, fmt);
    s->sql = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    list_push(e->arena, e->open.statement ? &e->waiting : e->out, s);
    return s;
}

static struct statement *action_add(struct emitter *e, const struct object *table, enum lock lock, bool alone,
                                    bool only, const char *action)
{
    const char *head = arena_printf(e->arena, "ALTER TABLE %s%s", only ? "ONLY " : "", emit_path(e, table));
    struct open_alter *o = &e->open;

    if (emit_is_new(e, table))
        lock = LOCK_NONE;
    if (alone || !o->statement || o->lock != lock || strcmp(o->head, head) != 0) {
        emit_close(e);
        *o = (struct open_alter){.statement = statement_new(e), .head = head, .lock = lock};
        list_push(e->arena, e->out, o->statement);
    }
    else if (e->op && e->op != o->statement->op)
        list_push(e->arena, &o->statement->also, e->op);
    list_push(e->arena, &o->actions, action);
    e->last = o->statement;
    emit_lock(e, o->statement, table, lock);
    return o->statement;
}

struct statement *emit_action(struct emitter *e, const struct object *table, enum lock lock, const char *fmt,
                              ...)
{
    const char *action;
    va_list ap;

    va_start(ap, fmt);
    action = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    return action_add(e, table, lock, false, false, action);
}

struct statement *emit_action_only(struct emitter *e, const struct object *table, enum lock lock,
                                   const char *fmt, ...)
{
    const char *action;
    va_list ap;

    va_start(ap, fmt);
    action = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    return action_add(e, table, lock, false, emit_has_heirs(e, table), action);
}

struct statement *emit_action_alone(struct emitter *e, const struct object *table, enum lock lock,
                                    const char *fmt, ...)
{
    struct statement *s;
    const char *action;
    va_list ap;

    va_start(ap, fmt);
    action = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    s = action_add(e, table, lock, true, false, action);
    emit_close(e);
    return s;
}

bool emit_is_new(const struct emitter *e, const struct object *o)
{
    return map_get(&e->created, (o->parent ? o->parent : o)->address) != NULL;
}

bool emit_is_partitioned(const struct object *o)
{
    return o->kind->id == KIND_TABLE && ((const struct table *)o)->partition_by;
}

bool emit_is_online(const struct emitter *e, const struct object *o)
{
    return e->online && !emit_is_new(e, o) && !(o->kind->id == KIND_TABLE && ((const struct table *)o)->server);
}

void emit_lock(struct emitter *e, struct statement *s, const struct object *relation, enum lock lock)
{
    if (emit_is_new(e, relation) || lock <= s->lock)
        return;
    s->lock = lock;
    s->lock_on = emit_path(e, relation);
}

void emit_work(struct emitter *e, struct statement *s, const struct object *relation, enum work work)
{
    if (!emit_is_new(e, relation) && s->work != WORK_REWRITE && work != WORK_NONE)
        s->work = work;
}

void emit_hazard(struct emitter *e, struct statement *s, const struct object *relation, enum hazard_id id,
                 const char *fmt, ...)
{
    const struct hazard *other;
    struct hazard *h;
    va_list ap;

    if (relation && emit_is_new(e, relation))
        return;
    h = arena_new(e->arena, struct hazard);
    h->id = id;
    va_start(ap, fmt);
    h->text = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    list_each (other, &s->hazards) { /* several actions of one statement may say the same */
        if (other->id == id && strcmp(other->text, h->text) == 0)
            return;
    }
    list_push(e->arena, &s->hazards, h);
}

void emit_note(struct emitter *e, struct statement *s, const char *fmt, ...)
{
    const char *note;
    va_list ap;

    va_start(ap, fmt);
    note = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    s->note = s->note ? arena_printf(e->arena, "%s; %s", s->note, note) : note;
}

void emit_error(struct emitter *e, const char *fmt, ...)
{
    const char *message;
    va_list ap;

    va_start(ap, fmt);
    message = arena_vprintf(e->arena, fmt, ap);
    va_end(ap);
    e->errors++;
    diag_error(e->diag, "emit.cannot", e->op ? op_object(e->op)->at : NOWHERE, "%s", message);
    if (e->op)
        diag_object(e->diag, op_object(e->op)->address);
}
