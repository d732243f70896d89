/* Columns of tables: added, dropped, and their defaults. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "schema/clause_text.h"
#include "sql/quote.h"
#include <string.h>

/* Why the rows that are there must be written anew to get the new column. */
static void add_hazards(struct emitter *e, struct statement *s, const struct column *c, bool with_default)
{
    const struct object *table = c->base.parent;
    const char *path = emit_path(e, &c->base);
    const char *value = with_default ? c->default_ : NULL;

    if (c->virtual_)
        return;
    if (c->generated || c->identity) {
        emit_work(e, s, table, WORK_REWRITE);
        emit_hazard(e, s, table, c->generated ? HAZARD_GENERATED_COLUMN : HAZARD_VOLATILE_DEFAULT,
                    "%s is written anew to %s %s", emit_path(e, table), c->generated ? "compute" : "number",
                    path);
    } else if (value && expression_is_volatile(e, value)) {
        emit_work(e, s, table, WORK_REWRITE);
        emit_hazard(e, s, table, HAZARD_VOLATILE_DEFAULT,
                    "%s is written anew: the default of %s gives each row its own value", emit_path(e, table),
                    path);
    } else if (type_is_constrained(e, c->type)) {
        emit_work(e, s, table, WORK_REWRITE);
        emit_hazard(e, s, table, HAZARD_TYPE_REWRITE, "%s is written anew to check the domain %s",
                    emit_path(e, table), c->type);
    }
    if (c->not_null && !value && !c->generated && !c->identity)
        emit_hazard(e, s, table, HAZARD_ADD_REQUIRED,
                    "fails if %s has rows: %s is NOT NULL and has no default", emit_path(e, table), path);
}

/* The first column that is there already and that the model has after this one. */
static const struct object *column_overtaken(const struct emitter *e, const struct object *c)
{
    const struct diff *diff = e->plan->diff;
    const struct object *sibling;
    const struct pair_of *pair;

    list_each (sibling, &c->parent->children) {
        if (!diff || sibling->kind->id != KIND_COLUMN || sibling->position <= c->position)
            continue;
        pair = map_get(&diff->by_address, sibling->address);
        if (pair && pair->from)
            return sibling;
    }
    return NULL;
}

static void order_hazard(struct emitter *e, struct statement *s, const struct object *c)
{
    const struct object *other = column_overtaken(e, c);

    if (other)
        emit_hazard(e, s, c->parent, HAZARD_COLUMN_ORDER, "%s comes last, not before %s as in the model",
                    emit_path(e, c), emit_ident(e, other->name));
}

/* The server gives no identity with a column that goes to children, too; to those of partitioned tables since 17. */
static bool identity_comes_later(const struct emitter *e, const struct column *c)
{
    const struct object *table = c->base.parent;

    return c->identity && emit_has_heirs(e, table) && !(e->version >= 170000 && emit_is_partitioned(table));
}

/* A sequence that is there meanwhile numbers the rows of all of them. */
static void create_then_identity(struct emitter *e, const struct op *op)
{
    const struct column *c = (const struct column *)op->new;
    const char *name = c->identity->sequence ? c->identity->sequence : default_name(e->arena, c->base.parent->name, c->base.name, "seq");
    const char *path = sql_qualified(e->arena, c->base.schema, name);
    struct column numbered = *c;
    struct statement *s;
    AUTO_BUF sequence = {0};
    AUTO_BUF identity = {0};
    AUTO_BUF b = {0};

    if (strcmp(c->type, "bigint") != 0)
        buf_addf(&sequence, " AS %s", c->type);
    clause_sequence_options(&sequence, &c->identity->options);
    s = emit_add(e, "CREATE SEQUENCE %s%s", path, buf_str(&sequence));
    emit_note(e, s, "numbers the rows, until %s has its own", emit_path(e, &c->base));
    numbered.identity = NULL;
    numbered.default_ = arena_printf(e->arena, "nextval(%s)", sql_literal(e->arena, path));
    emit_column_clause(e, &b, &numbered, true);
    s = emit_action(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ADD COLUMN %s %s", emit_ident(e, c->base.name), buf_str(&b));
    add_hazards(e, s, c, false);
    order_hazard(e, s, op->new);
    emit_close(e);
    emit_action(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ALTER COLUMN %s DROP DEFAULT", emit_ident(e, c->base.name));
    emit_close(e);
    emit_add(e, "DROP SEQUENCE %s", path);
    clause_identity(&identity, c);
    e->last = emit_action(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ALTER COLUMN %s ADD %s", emit_ident(e, c->base.name), buf_str(&identity));
    emit_column_settings(e, c);
    emit_sequence_follow(e, path, &c->base, &c->identity->options);
}

static void column_create(struct emitter *e, const struct op *op)
{
    const struct column *c = (const struct column *)op->new;
    bool with_default = op_fused(op, op->new, PART_DEFAULT) != NULL;
    struct statement *s;
    AUTO_BUF b = {0};

    if (identity_comes_later(e, c)) {
        create_then_identity(e, op);
        return;
    }
    emit_column_clause(e, &b, c, with_default);
    s = emit_action(e, op->new->parent, LOCK_ACCESS_EXCLUSIVE, "ADD COLUMN %s %s",
                    emit_ident(e, op->new->name), buf_str(&b));
    add_hazards(e, s, c, with_default);
    order_hazard(e, s, op->new);
    emit_column_settings(e, c);
    e->last = s;
}

static void column_drop(struct emitter *e, const struct op *op)
{
    const struct column *c = (const struct column *)op->old;
    const char *name = emit_ident(e, op->old->name);
    struct statement *s = op->only ? emit_action_only(e, op->old->parent, LOCK_ACCESS_EXCLUSIVE, "DROP COLUMN %s", name)
                                   : emit_action(e, op->old->parent, LOCK_ACCESS_EXCLUSIVE, "DROP COLUMN %s", name);

    if (!c->generated)
        emit_hazard(e, s, op->old, HAZARD_DROP_COLUMN, "the values of %s are lost", emit_path(e, op->old));
}

/* While a default is there that takes a row of its own table, and that may be to the end of the statement, the server changes none of the
 * types in it. */
static void column_default(struct emitter *e, const struct op *op)
{
    const struct column *c = (const struct column *)op_object(op);
    const char *name = emit_ident(e, c->base.name);
    struct statement *s;

    if (op->verb == VERB_DROP || !c->default_)
        emit_action_only(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ALTER COLUMN %s DROP DEFAULT", name);
    else if (!map_get(&e->created, c->base.address))
        emit_action_only(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ALTER COLUMN %s SET DEFAULT %s", name,
                         emit_text(e, c->default_));
    else { /* of a column that the children have just got too */
        s = emit_action(e, c->base.parent, LOCK_ACCESS_EXCLUSIVE, "ALTER COLUMN %s SET DEFAULT %s", name, emit_text(e, c->default_));
        emit_hazard(e, s, c->base.parent, HAZARD_DEFAULT_LATER, "rows that are there keep NULL in %s: its default comes after it",
                    emit_path(e, &c->base));
    }
}

const struct emit_kind emit_column = {
    .create = column_create, .drop = column_drop, .alter = column_alter, .part = column_default};
