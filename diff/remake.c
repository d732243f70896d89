/* Tables that become partitioned or ordinary, or get another partition key, or another type in it: PostgreSQL has no ALTER for it. Such a
 * table is made again with all that is of it. Its rows wait meanwhile, and with them those of the partitions that stay its own, which are
 * made again too. */
#include "diff/plan_private.h"
#include "diff/renamed_text.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static bool key_uses(const char *partition_by, const char *column)
{
    AUTO_ARENA a = {0};
    size_t n;
    const struct token *t = sql_tokens(&a, partition_by, strlen(partition_by), &n);

    for (size_t i = 0; i < n; i++)
        if (strcmp(t[i].text, column) == 0 && token_is_own_column(t, i))
            return true;
    return false;
}

static bool in_key(const struct object *column)
{
    const struct object *table = column->parent;

    return column->kind->id == KIND_COLUMN && table->kind->id == KIND_TABLE && ((const struct table *)table)->partition_by &&
           key_uses(((const struct table *)table)->partition_by, column->name);
}

static bool type_changes(const struct pair_of *column)
{
    const struct kind *k = column->to ? column->to->kind : NULL;

    return k && (column->changed & (field_bit(k, "type") | field_bit(k, "collation")));
}

static bool key_changes(const struct pair_of *pair)
{
    const struct object *o;

    if (!pair->from || !pair->to || pair->to->kind->id != KIND_TABLE)
        return false;
    if (pair->changed & field_bit(pair->to->kind, "partition_by"))
        return true;
    list_each (o, &pair->from->children) {
        if (item_of(o) && in_key(o) && type_changes(item_of(o)->pair))
            return true;
    }
    return false;
}

/* --- what has no way ------------------------------------------------------------------------------------------------ */

/* What stands in the way of making the table again, in words, or NULL. */
static const char *in_the_way(const struct catalog *c, const struct object *table, const struct object **which)
{
    const struct object *o;

    if (((const struct table *)table)->inherits.n) {
        *which = table;
        return "inherits from another table";
    }
    list_each (o, &c->objects) {
        const struct table *t = (const struct table *)o;

        *which = o;
        for (size_t i = 0; o->kind->id == KIND_TABLE && i < t->inherits.n; i++)
            if (table_parent(c, o, i) == table)
                return "inherits from it";
        if (o->kind->id == KIND_TABLE && t->server && o != table && table_is_below(c, o, table))
            return "has its rows on another server";
    }
    return NULL;
}

static int check(struct planner *p, const struct pair_of *pair)
{
    const struct object *which = NULL;
    const char *why = in_the_way(p->diff->from, pair->from, &which);

    if (!why)
        why = in_the_way(p->diff->to, pair->to, &which);
    if (!why)
        return OK;
    diag_error(p->diag, "plan.partition-key", pair->to->at, "%s cannot get another partition key, or become partitioned or ordinary: %s %s",
               pair->to->address, which->address, why);
    diag_hint(p->diag, "Give the new table another name, move the rows in a revision of your own, then rename.");
    return ERR;
}

/* A column whose values would go for the sake of something else, in a table that stays. */
static bool loses_values(const struct item *i)
{
    const struct object *o = i->pair->from;

    return i->state == STATE_REBUILD && i->because && o->kind->id == KIND_COLUMN && o->parent->kind->id == KIND_TABLE &&
           !((const struct column *)o)->generated && item_settled(item_of(o->parent));
}

int remake_check(struct planner *p)
{
    struct item *i;
    int result = OK;

    list_each (i, &p->items) {
        if (loses_values(i)) {
            result = diag_error(p->diag, "plan.column-values", i->pair->to->at, "%s would have to be dropped and made again because of %s, without its values",
                                i->pair->to->address, i->because);
            diag_hint(p->diag, "Put the values elsewhere in a revision of your own, before the one that changes it.");
        }
        if (!i->remade)
            continue;
        i->remade = remade_above(p, i) == i; /* else one above came later */
        if (i->remade && check(p, i->pair) != OK)
            result = ERR;
    }
    return result;
}

/* --- states --------------------------------------------------------------------------------------------------------- */

/* The topmost table above, or the table itself, that is made again, on both sides the same; NULL: none. */
struct item *remade_above(const struct planner *p, const struct item *i)
{
    const struct object *from = i->pair->from, *to = i->pair->to;
    struct item *top = NULL;

    for (int depth = 0; from && to && item_of(from) == item_of(to) && depth < DEPTH_LIMIT; depth++) {
        if (item_of(from)->remade || key_changes(item_of(from)->pair))
            top = item_of(from);
        from = table_is_partition(from) ? table_parent(p->diff->from, from, 0) : NULL;
        to = table_is_partition(to) ? table_parent(p->diff->to, to, 0) : NULL;
    }
    return top;
}

void remake_states(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        struct item *top = item_object(i)->kind->id == KIND_TABLE ? remade_above(p, i) : NULL;

        if (top == i)
            i->remade = true;
        if (!top)
            continue;
        i->state = STATE_REBUILD;
        if (top != i)
            i->because = top->pair->to->address;
    }
}

/* The type of a column is made anew, and it is in the key. */
bool remake_for(struct item *column)
{
    struct item *table = column->pair->from && in_key(column->pair->from) ? parent_of(column) : NULL;

    if (!table || !item_settled(table))
        return false;
    table->remade = true;
    return true;
}

/* --- operations ----------------------------------------------------------------------------------------------------- */

void remake_operations(struct planner *p, struct item *i)
{
    if (!i->remade)
        return;
    i->make[PART_ROWS] = op_make(p, i, VERB_CREATE, PART_ROWS);
    i->make[PART_ROWS]->rebuild = true;
    i->unmake[PART_SELF]->new = i->pair->to; /* which says what of the rows is kept */
}

/* --- order ---------------------------------------------------------------------------------------------------------- */

static void column_edges(struct planner *p, const struct item *table, struct op *rows)
{
    const struct object *o;
    const struct depend *d;

    list_each (o, &table->pair->from->children)
        list_each (d, &o->depends) /* the rows that wait are of the old types */
            if (o->kind->id == KIND_COLUMN && item_of(d->on) && d->part == PART_SELF && d->on->parent != o->parent && !chosen_by_arguments(d->on))
                edge_add(p, if_verb(item_of(d->on)->unmake[PART_SELF], VERB_DROP), rows);
    list_each (o, &table->pair->to->children) {
        if (o->kind->id != KIND_COLUMN)
            continue;
        edge_add(p, rows, item_of(o)->make[PART_SELF]);
        edge_add(p, rows, item_of(o)->make[PART_DEFAULT]);
    }
}

/* A partition leaves with its rows, or goes with the whole, which is filled when all of the new ones are there. */
static void tree_edges(struct planner *p, struct item *table, struct op *rows)
{
    struct op *gone = table->unmake[PART_SELF];
    struct item *i;

    list_each (i, &p->items) {
        const struct object *from = i->pair->from, *to = i->pair->to;

        if (i == table || item_object(i)->kind->id != KIND_TABLE)
            continue;
        if (from && table_is_below(p->diff->from, from, table->pair->from)) {
            if (item_settled(i))
                edge_add(p, gone, i->unmake[PART_ATTACH]);
            else
                i->whole = table;
        }
        if (to && table_is_below(p->diff->to, to, table->pair->to)) {
            edge_add(p, rows, i->make[PART_SELF]);
            edge_add(p, rows, i->make[PART_ATTACH]);
        }
    }
}

/* What looks at the rows, or acts on them, is made when they are there. */
static bool looks_at_rows(const struct object *o)
{
    switch ((int)o->kind->id) {
    case KIND_FOREIGN_KEY:
    case KIND_TRIGGER:
    case KIND_RULE:
    case KIND_VIEW:
    case KIND_MATVIEW:
        return true;
    default:
        return false;
    }
}

static bool is_of(const struct planner *p, const struct object *o, const struct item *table)
{
    const struct object *whole = o->parent ? o->parent : o;

    return whole->kind->id == KIND_TABLE && table_is_below(p->diff->to, whole, table->pair->to);
}

static void rows_edges(struct planner *p, const struct item *table, struct op *rows)
{
    const struct depend *d;
    struct item *i;

    list_each (i, &p->items) {
        if (!i->pair->to || !looks_at_rows(i->pair->to) || !i->make[PART_SELF])
            continue;
        if (is_of(p, i->pair->to, table))
            edge_add(p, i->make[PART_SELF], rows);
        list_each (d, &i->pair->to->depends)
            if (is_of(p, d->on, table))
                edge_add(p, i->make[PART_SELF], rows);
    }
    edge_add(p, table->make[PART_SECURITY], rows);
}

void remake_edges(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        struct op *rows = i->make[PART_ROWS];

        if (!rows)
            continue;
        column_edges(p, i, rows);
        tree_edges(p, i, rows);
        rows_edges(p, i, rows);
    }
}
