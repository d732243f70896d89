/* Enumerated types: labels are added and renamed in place; a type whose labels go or move is made anew beside
 * the old one. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

enum { LINE_LIMIT = 90 };

static void enum_create(struct emitter *e, const struct op *op)
{
    const struct enum_type *t = (const struct enum_type *)op->new;
    const struct enum_label *l;
    size_t length = 0;
    bool lines, first = true;
    AUTO_BUF b = {0};

    list_each (l, &t->labels)
        length += strlen(l->label) + 4;
    lines = length > LINE_LIMIT;
    list_each (l, &t->labels) {
        buf_sep(&b, &first, lines ? "," : ", ");
        if (lines)
            buf_add(&b, "\n    ");
        buf_literal(&b, l->label);
    }
    emit_add(e, "CREATE TYPE %s AS ENUM (%s%s)", emit_path(e, op->new), buf_str(&b), lines ? "\n" : "");
}

static void enum_drop(struct emitter *e, const struct op *op)
{
    const struct object *o = op->old;

    emit_add(e, "DROP TYPE %s", op->aside ? emit_aside_path(e, o) : emit_path(e, o));
}

static void enum_aside(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_aside(e, op->old);

    emit_hazard(e, s, op->old, HAZARD_ENUM_REBUILD,
                "every column of type %s is written anew; rows with a label that goes make it fail",
                emit_path(e, op->old));
    if (!op->new)
        return;
    enum_create(e, op);
    emit_facets(e, op->new, true);
}

static size_t label_index(const struct list *labels, const char *label)
{
    for (size_t i = 0; i < labels->n; i++) {
        if (strcmp(labels->at[i], label) == 0)
            return i;
    }
    return labels->n;
}

static bool label_known(const struct list *labels, const char *label)
{
    const struct enum_label *l;

    list_each (l, labels) {
        if (strcmp(l->label, label) == 0)
            return true;
    }
    return false;
}

/* Renames what was declared; `have` follows. */
static void labels_rename(struct emitter *e, const struct object *o, const struct list *to, struct list *have)
{
    const struct enum_label *l;
    const char *was;
    struct statement *s;

    list_each (l, to) {
        if (label_index(have, l->label) < have->n)
            continue;
        list_each (was, &l->renamed_from) {
            size_t at = label_index(have, was);

            if (at == have->n || label_known(to, was))
                continue;
            s = emit_add(e, "ALTER TYPE %s RENAME VALUE %s TO %s", emit_path(e, o),
                         sql_literal(e->arena, was), sql_literal(e->arena, l->label));
            emit_hazard(e, s, o, HAZARD_RENAME, "what uses the label %s fails", was);
            have->at[at] = arena_strdup(e->arena, l->label);
            break;
        }
    }
}

static void label_insert(struct emitter *e, struct list *have, size_t at, const char *label)
{
    list_push(e->arena, have, label);
    memmove(have->at + at + 1, have->at + at, (have->n - 1 - at) * sizeof(*have->at));
    have->at[at] = arena_strdup(e->arena, label);
}

/* From first to last, so that the label before is always there to stand behind. */
static void labels_add(struct emitter *e, const struct object *o, const struct list *to, struct list *have)
{
    for (size_t i = 0; i < to->n; i++) {
        const struct enum_label *l = to->at[i];
        struct statement *s;
        AUTO_BUF where = {0};

        if (i < have->n && strcmp(have->at[i], l->label) == 0)
            continue;
        if (label_index(have, l->label) < have->n) {
            emit_error(e, "the labels of enum %s cannot be put in order in place", emit_path(e, o));
            return;
        }
        if (i < have->n && i > 0)
            buf_addf(&where, " AFTER %s", sql_literal(e->arena, have->at[i - 1]));
        else if (i < have->n)
            buf_addf(&where, " BEFORE %s", sql_literal(e->arena, have->at[0]));
        s = emit_add(e, "ALTER TYPE %s ADD VALUE %s%s", emit_path(e, o), sql_literal(e->arena, l->label),
                     buf_str(&where));
        s->transaction = TRANSACTION_COMMIT_AFTER;
        label_insert(e, have, i, l->label);
    }
}

static void enum_alter(struct emitter *e, const struct op *op)
{
    const struct enum_type *from = (const struct enum_type *)op->old, *to = (const struct enum_type *)op->new;
    const struct enum_label *l;
    struct list have = {0};

    if (!op_changed(op, "labels"))
        return;
    list_each (l, &from->labels)
        list_push(e->arena, &have, l->label);
    labels_rename(e, op->new, &to->labels, &have);
    labels_add(e, op->new, &to->labels, &have);
    if (have.n != to->labels.n)
        emit_error(e, "enum %s has labels that go, which needs a new type", emit_path(e, op->new));
}

const struct emit_kind emit_enum = {
    .create = enum_create, .drop = enum_drop, .alter = enum_alter, .aside = enum_aside};
