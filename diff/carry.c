/* Ops that would like to be carried by another, a column by CREATE TABLE: they add soft edges that pull the carrier behind all they
 * need. */
#include "diff/plan_private.h"
#include "schema/inherit.h"

/* ADD COLUMN refuses a default that takes a row of its own table, be it by a routine; SET DEFAULT does not mind. */
static bool default_comes_later(const struct object *column)
{
    const struct depend *d;

    list_each (d, &column->depends) {
        if (d->part == PART_DEFAULT && (d->on->kind->space & SPACE_ROUTINE) && object_needs(d->on, column->parent))
            return true;
    }
    return default_takes_row(column);
}

/* CREATE TABLE would mark it valid, as it does with what comes from a parent, for which there is no other way. */
static bool waits_not_valid(const struct object *check)
{
    return ((const struct check *)check)->not_valid && !(object_inherited(check) && ((const struct table *)check->parent)->inherits.n);
}

static struct op *creates_with(const struct item *i, const struct op *op)
{
    const struct item *parent = parent_of(i);

    if (op->part == PART_DEFAULT && parent && parent->pair->from && default_comes_later(i->pair->to))
        return NULL;
    if (op->part == PART_DEFAULT)
        return i->make[PART_SELF] && i->make[PART_SELF]->item == i ? if_verb(i->make[PART_SELF], VERB_CREATE) : NULL;
    if (op->part == PART_ATTACH && i->pair->to->kind->id == KIND_TABLE &&
        (((const struct table *)i->pair->to)->inherits.n || ((const struct table *)i->pair->to)->of_type))
        return if_verb(i->make[PART_SELF], VERB_CREATE);
    if (op->part != PART_SELF || !parent)
        return NULL;
    switch ((int)i->pair->to->kind->id) {
    case KIND_CHECK:
        return waits_not_valid(i->pair->to) ? NULL : if_verb(parent->make[PART_SELF], VERB_CREATE);
    case KIND_COLUMN:
    case KIND_ATTRIBUTE:
    case KIND_EXCLUSION:
        return if_verb(parent->make[PART_SELF], VERB_CREATE);
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE: /* CREATE TABLE would give it to the partitions, too */
        return ((const struct key *)i->pair->to)->only ? NULL : if_verb(parent->make[PART_SELF], VERB_CREATE);
    case KIND_VIEW_COLUMN: /* CREATE VIEW cannot say it */
        return view_column_says(i->pair->to) ? NULL : if_verb(parent->make[PART_SELF], VERB_CREATE);
    default:
        return NULL;
    }
}

/* The column that owns a sequence, when it goes. */
static struct op *owner_drop(const struct item *i)
{
    const struct object *owner = sequence_owner(i->pair->from);

    if (i->unmake[PART_OWNED_BY] && i->unmake[PART_OWNED_BY]->early)
        return NULL; /* it has left by then */
    return owner && item_of(owner) ? if_verb(item_of(owner)->unmake[PART_SELF], VERB_DROP) : NULL;
}

static struct op *drops_with(const struct item *i, const struct op *op)
{
    const struct item *parent = parent_of(i);
    struct op *owner =
        i->pair->from->kind->id == KIND_SEQUENCE && i->state == STATE_DROP ? owner_drop(i) : NULL;

    if (op->aside)
        return NULL;
    if (i->whole && op->part == PART_SELF) /* its rows are taken while it is there */
        return if_verb(i->whole->unmake[PART_SELF], VERB_DROP);
    if (owner)
        return owner;
    if (op->part != PART_SELF)
        return if_verb(i->unmake[PART_SELF], VERB_DROP);
    if (i->pair->from->kind->id == KIND_USER_MAPPING) /* the server does not go before it */
        return NULL;
    return parent ? if_verb(parent->unmake[PART_SELF], VERB_DROP) : NULL;
}

static bool carried_by(const struct op *op, const struct op *carrier)
{
    for (; op; op = op->carrier)
        if (op == carrier)
            return true;
    return false;
}

static void find_carriers(struct planner *p)
{
    struct op *op;

    list_each (op, &p->ops) {
        if (op->verb == VERB_CREATE)
            op->carrier = creates_with(op->item, op);
        else if (op->verb == VERB_DROP)
            op->carrier = drops_with(op->item, op);
    }
}

/* A partition, or what is of it, that is dropped with a table that is made again. */
static bool drops_with_remade(const struct op *op)
{
    for (; op->carrier; op = op->carrier)
        if (op->item->whole)
            return op->verb == VERB_DROP;
    return false;
}

/* What comes after a part that is dropped with its whole comes after the whole; what a part that is made with
 * its whole comes after, the whole comes after. A whole that is dropped comes after its parts anyway, but for partitions. */
static void soften(struct planner *p, struct op *to, struct op *from)
{
    bool climbs = to->verb == VERB_CREATE || drops_with_remade(to);

    for (struct op *k = to; k; k = climbs ? k->carrier : NULL)
        for (struct op *l = from; l; l = from->verb == VERB_DROP ? l->carrier : NULL)
            if ((k != to || l != from) && !carried_by(from, k) && !carried_by(to, l))
                edge_push(p, k, l, k != to ? to : NULL, l != from ? from : NULL);
}

static void soft_edges(struct planner *p)
{
    struct op *op;

    list_each (op, &p->ops) {
        size_t n = op->after.n; /* soft edges that are added meanwhile are not looked at */

        for (size_t x = 0; x < n; x++) {
            const struct edge *e = op->after.at[x];

            if (edge_hard(e))
                soften(p, op, e->from);
        }
    }
}

void plan_carriers(struct planner *p)
{
    find_carriers(p);
    soft_edges(p);
}
