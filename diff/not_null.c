/* NOT NULL goes from a column, and from those of partitions and children with it; but from under no primary key, and no replica identity. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include "schema/not_null.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static bool loses_not_null(const struct item *column)
{
    const struct pair_of *pair = column->pair;

    return pair->to && pair->changed & field_bit(pair->to->kind, "not_null") && !((const struct column *)pair->to)->not_null;
}

/* The column above, in a table to which it stays attached, from which NOT NULL goes, and with it from this one; or NULL. */
static struct item *null_above(const struct planner *p, const struct object *column)
{
    struct item *origin = inherit_origin(p, item_of(column));

    for (int depth = 0; origin && depth < DEPTH_LIMIT && !loses_not_null(origin); depth++)
        origin = inherit_origin(p, origin);
    return origin;
}

static bool index_has(const struct object *index, const char *column)
{
    const struct index_key *k;

    list_each (k, &((const struct index *)index)->keys)
        if (k->column && strcmp(k->column, column) == 0)
            return true;
    return false;
}

/* struct object: of an index, or of what has one. */
static struct list columns_of(const struct planner *p, const struct object *o)
{
    struct list columns = {0};
    struct object *column;

    list_each (column, &o->parent->children)
        if (column->kind->id == KIND_COLUMN && item_of(column) &&
            (o->kind->id == KIND_INDEX ? index_has(o, column->name) : list_has_text(&((const struct key *)o)->columns, column->name)))
            list_push(p->arena, &columns, column);
    return columns;
}

/* A unique one: exclusion constraints are none. */
static const struct object *replica_index(const struct object *table)
{
    const char *name = table && table->kind->id == KIND_TABLE ? ((const struct table *)table)->replica_index : NULL;
    const struct object *o;

    for (size_t n = 0; name && n < table->children.n; n++) {
        o = table->children.at[n];
        if ((o->kind->id == KIND_INDEX || o->kind->id == KIND_PRIMARY_KEY || o->kind->id == KIND_UNIQUE) && strcmp(o->name, name) == 0)
            return o;
    }
    return NULL;
}

/* --- states --------------------------------------------------------------------------------------------------------- */

/* The child is to keep it. */
static void keeps_not_null(const struct planner *p, struct item *i)
{
    uint64_t bit = field_bit(kinds[KIND_COLUMN], "not_null");
    const struct item *origin;

    if (!i->pair->from || !i->pair->to || item_object(i)->kind->id != KIND_COLUMN || i->pair->changed & bit ||
        !((const struct column *)i->pair->to)->not_null)
        return;
    origin = inherit_origin(p, i);
    if (!origin || !loses_not_null(origin) || ((const struct column *)i->pair->from)->not_null_local)
        return;
    i->changed |= bit;
    if (i->state == STATE_SAME)
        i->state = STATE_ALTER;
}

static const struct item *first_above(const struct planner *p, const struct object *index)
{
    struct list columns = columns_of(p, index);
    const struct item *above = NULL;
    const struct object *column;

    list_each (column, &columns)
        above = above ? above : null_above(p, column);
    return above;
}

void not_null_states(const struct planner *p, struct item *i)
{
    const struct object *to = i->pair->to, *index = replica_index(to);
    const struct item *above;

    keeps_not_null(p, i);
    if (!to || !item_settled(i))
        return;
    if (index && first_above(p, index))
        i->off[PART_LATE] = true;
    above = to->kind->id == KIND_PRIMARY_KEY ? first_above(p, to) : NULL;
    if (above) {
        i->state = STATE_REBUILD;
        i->because = above->pair->to->address;
    }
}

static bool same_name(const struct column *x, const struct column *y)
{
    return !x->not_null_name || !y->not_null_name || strcmp(x->not_null_name, y->not_null_name) == 0;
}

uint64_t not_null_of_child(const struct planner *p, const struct item *i, const struct item *origin)
{
    const struct column *from = (const struct column *)i->pair->from, *to = (const struct column *)i->pair->to;
    const struct column *was = (const struct column *)origin->pair->from, *is = (const struct column *)origin->pair->to;
    bool own = to->not_null ? is && !same_name(to, is) : was && (from->not_null_local || !same_name(from, was));

    return own && server_version(p) >= NOT_NULL_NAMED ? field_bit(to->base.kind, "not_null") : 0;
}

/* --- edges ---------------------------------------------------------------------------------------------------------- */

/* What is over a column lets go of it before NOT NULL goes. */
static void lets_go(struct planner *p, const struct object *index, struct op *off, bool cut)
{
    struct list columns = columns_of(p, index);
    const struct object *column;

    list_each (column, &columns) {
        struct item *above = null_above(p, column), *i = above ? above : loses_not_null(item_of(column)) ? item_of(column) : NULL;

        if (!i || !off || !i->make[PART_SELF])
            continue;
        edge_add(p, i->make[PART_SELF], off);
        i->make[PART_SELF]->cut = i->make[PART_SELF]->cut || cut;
    }
}

static void comes_back(struct planner *p, const struct object *index, struct op *on)
{
    struct list columns = columns_of(p, index);
    const struct object *column;

    list_each (column, &columns) {
        struct item *above = null_above(p, column);

        edge_add(p, on, above ? above->make[PART_SELF] : NULL);
        edge_add(p, on, item_of(column)->make[PART_SELF]);
    }
}

void not_null_edges(struct planner *p, const struct item *i)
{
    const struct object *from = i->pair->from, *to = i->pair->to, *index;

    if (from && from->kind->id == KIND_PRIMARY_KEY)
        lets_go(p, from, if_verb(i->unmake[PART_SELF], VERB_DROP), false);
    if (to && to->kind->id == KIND_PRIMARY_KEY)
        comes_back(p, to, if_verb(i->make[PART_SELF], VERB_CREATE));
    index = replica_index(from);
    if (index) /* before the statement: that looks at all columns first */
        lets_go(p, index, i->unmake[PART_LATE], true);
    index = replica_index(to);
    if (index)
        comes_back(p, index, i->make[PART_LATE]);
}
