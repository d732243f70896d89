/* The order of what is done to partitions and children and to what they have it from. */
#include "schema/inherit.h"
#include "diff/cover.h"
#include "diff/plan_private.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

/* What must be there before a table is tied to another one, or to a type: each has what those before it have. */
enum parts { PARTS_TYPED, PARTS_INHERITED, PARTS_PARTITION };

static bool is_part(const struct object *o, enum parts which)
{
    enum kind_id k = o->kind->id;

    return k == KIND_COLUMN || (which >= PARTS_INHERITED && k == KIND_CHECK) || (which >= PARTS_PARTITION && is_index(o));
}

/* What is left to say of an exclusion constraint that the server makes comes afterwards. */
static bool made_by_attaching(const struct item *i)
{
    return i->pair->to && i->pair->to->kind->id == KIND_EXCLUSION && attached_to(i->pair->to);
}

/* Every op of the parts of a table comes after `before` and before `after`; either may be NULL. */
static void around(struct planner *p, const struct item *table, enum parts which, struct op *before, struct op *after)
{
    const struct object *sides[] = {table->pair->from, table->pair->to}, *o;

    for (int n = 0; n < 2; n++) {
        if (!sides[n])
            continue;
        list_each (o, &sides[n]->children) {
            const struct item *i = item_of(o);

            if (!is_part(o, which) || (n == 1 && i->pair->from) || i->apart)
                continue;
            if (!made_by_attaching(i))
                edge_add(p, after, i->make[PART_SELF]);
            edge_add(p, after, i->unmake[PART_SELF]);
            edge_add(p, i->make[PART_SELF], before);
            edge_add(p, i->unmake[PART_SELF], before);
        }
    }
}

/* The server renames columns and checks in all that inherit them, and refuses to where they are inherited: both tables have their own names
 * while they are apart, and the same ones when they come together. */
static void renamed_apart(struct planner *p, const struct item *table, struct op *off, struct op *on)
{
    const struct object *o;

    if (!table->pair->from)
        return;
    list_each (o, &table->pair->from->children) {
        if (!is_part(o, PARTS_INHERITED))
            continue;
        edge_add(p, item_of(o)->rename, off);
        edge_add(p, on, item_of(o)->rename);
    }
}

static struct op *part_op(const struct item *table, struct op *op, enum verb verb)
{
    return op && op->part == PART_ATTACH && op->verb == verb && op->item == table ? op : NULL;
}

/* Not all of them need come with their table. */
static void after_columns(struct planner *p, const struct item *parent, struct op *on)
{
    const struct object *o;

    for (size_t n = 0; parent->pair->to && n < parent->pair->to->children.n; n++) {
        o = parent->pair->to->children.at[n];
        if (o->kind->id == KIND_COLUMN && item_of(o)->make[PART_SELF] && item_of(o)->make[PART_SELF]->verb == VERB_CREATE)
            edge_add(p, on, item_of(o)->make[PART_SELF]);
    }
}

/* With an old primary key the server would give a second to a table that has what the new one wants; and what it took for a part of an old
 * index or foreign key would go with that. A table that leaves keeps its indexes, or drops them by itself. */
static void old_keys(struct planner *p, const struct item *parent, struct op *off, struct op *on)
{
    const struct object *o;

    list_each (o, &parent->pair->from->children) {
        struct op *gone = item_of(o) && (is_index(o) || o->kind->id == KIND_FOREIGN_KEY) ? if_verb(item_of(o)->unmake[PART_SELF], VERB_DROP) : NULL;

        edge_add(p, on, gone);
        if (gone && is_index(o))
            edge_add(p, gone, off);
    }
}

/* A new key or index of a partitioned table, or of what that is a partition of, is none of a partition that leaves or goes: it may have a
 * primary key of its own, and rows that are in the way. */
static void new_keys(struct planner *p, const struct item *table, struct op *gone)
{
    const struct object *o = table->pair->from, *key;

    for (int depth = 0; gone && o && table_is_partition(o) && depth < DEPTH_LIMIT; depth++) {
        const struct item *above;

        o = table_parent(p->diff->from, o, 0);
        above = o ? item_of(o) : NULL;
        if (!above || !item_settled(above))
            return;
        list_each (key, &above->pair->to->children) {
            if (is_index(key) && item_of(key))
                edge_add(p, if_verb(item_of(key)->make[PART_SELF], VERB_CREATE), gone);
        }
    }
}

static void parent_edges(struct planner *p, const struct item *table, struct object *parent, struct op *off, struct op *on)
{
    const struct item *above = parent ? item_of(parent) : NULL;

    if (above && !item_settled(above))
        after_columns(p, above, on);
    if (!above || !item_settled(above))
        return;
    if (item_stays(table, above)) {
        around(p, above, PARTS_PARTITION, on ? on : off, NULL);
        return;
    }
    around(p, above, PARTS_INHERITED, off, on);
    renamed_apart(p, above, off, on);
    old_keys(p, above, off, on);
}

static void attach_edges(struct planner *p, const struct item *table)
{
    struct op *off = part_op(table, table->unmake[PART_ATTACH], VERB_DROP);
    struct op *on = part_op(table, table->make[PART_ATTACH], VERB_CREATE);
    struct object *from = table->pair->from, *to = table->pair->to;
    bool stays_somewhere = false;

    new_keys(p, table, table->state == STATE_DROP ? table->unmake[PART_SELF] : off);
    if (table->state == STATE_DROP)
        off = NULL;
    if (to && table->state == STATE_CREATE && ((const struct table *)to)->inherits.n)
        on = NULL; /* by CREATE TABLE */
    if (!off && !on)
        return;
    for (size_t i = 0; from && table_parent_name(from, i); i++) {
        struct object *parent = table_parent(p->diff->from, from, i);

        parent_edges(p, table, parent, off, to && table_has_parent(to, table_parent_name(from, i)) ? on : NULL);
        stays_somewhere = stays_somewhere || (parent && item_stays(table, item_of(parent)));
    }
    for (size_t i = 0; to && table_parent_name(to, i); i++)
        parent_edges(p, table, table_parent(p->diff->to, to, i),
                     from && table_has_parent(from, table_parent_name(to, i)) ? off : NULL, on);
    if (stays_somewhere)
        return;
    around(p, table, (from && table_inherits(from)) || (to && table_inherits(to)) ? PARTS_PARTITION : PARTS_TYPED, off, on);
    renamed_apart(p, table, off, on);
}

/* A new table that inherits gets its columns from what the parent has by then. */
static void new_child_edges(struct planner *p, const struct item *table)
{
    const struct object *o;

    if (!((const struct table *)table->pair->to)->inherits.n)
        return;
    list_each (o, &table->pair->to->children) {
        const struct object *origin = is_part(o, PARTS_INHERITED) ? object_origin(p->diff->to, o) : NULL;

        for (int part = 0; origin && part < PART_COUNT; part++)
            edge_add(p, item_of(o)->make[part], item_of(origin)->make[part]);
    }
}

static void typed_edges(struct planner *p, const struct item *table, const struct catalog *c, const struct object *side)
{
    const struct object *type, *o;
    struct list attributes = {0};
    const struct pair_of *pair;
    AUTO_BUF address = {0};
    struct op *off = part_op(table, table->unmake[PART_ATTACH], VERB_DROP);
    struct op *on = part_op(table, table->make[PART_ATTACH], VERB_CREATE);

    if (!table_is_typed(side))
        return;
    buf_addf(&address, "composite %s", ((const struct table *)side)->of_type);
    type = catalog_get(c, buf_str(&address));
    if (!type)
        return;
    pair = item_of(type)->pair;
    for (int n = 0; n < 2; n++) {
        const struct object *of = n ? pair->to : pair->from;

        for (size_t x = 0; of && x < of->children.n; x++)
            list_push(p->arena, &attributes, of->children.at[x]);
    }
    list_each (o, &attributes) {
        const struct item *i = item_of(o);

        edge_add(p, on, i->make[PART_SELF]);
        edge_add(p, on, i->unmake[PART_SELF]);
        if (i->unmake[PART_SELF])
            edge_add(p, i->unmake[PART_SELF], table->state != STATE_DROP ? off : pair->to ? table->unmake[PART_SELF] : NULL);
        if (i->make[PART_SELF] && i->make[PART_SELF] != i->unmake[PART_SELF])
            edge_add(p, i->make[PART_SELF], off);
    }
}

/* Bounds must be free before they are taken: what leaves a partitioned table does so before anything joins it. */
static void sibling_edges(struct planner *p)
{
    struct list leaving = {0};
    struct item *i, *j;

    list_each (i, &p->items) {
        if (i->pair->from && table_is_partition(i->pair->from) && i->unmake[PART_ATTACH] &&
            i->unmake[PART_ATTACH]->verb == VERB_DROP)
            list_push(p->arena, &leaving, i);
    }
    list_each (j, &p->items) {
        if (!leaving.n || !j->pair->to || !table_is_partition(j->pair->to) || !j->make[PART_ATTACH])
            continue;
        list_each (i, &leaving) {
            if (strcmp(table_parent_name(i->pair->from, 0), table_parent_name(j->pair->to, 0)) == 0)
                edge_add(p, j->make[PART_ATTACH], i->unmake[PART_ATTACH]);
        }
    }
}

/* A NOT NULL that becomes the parent's too cannot be renamed any more, nor made by another name. */
static bool name_comes_first(const struct item *i, const struct item *origin)
{
    const struct kind *k = kinds[KIND_COLUMN];

    return item_object(i)->kind == k && i->changed && !(i->changed & ~(field_bit(k, "not_null_name") | field_bit(k, "not_null"))) &&
           origin->pair->from && origin->pair->to &&
           !((const struct column *)origin->pair->from)->not_null && ((const struct column *)origin->pair->to)->not_null;
}

/* Own ops of an object of a table that stays attached, and those of what it comes from. */
static void origin_edges(struct planner *p, const struct item *i)
{
    const struct item *origin = inherit_origin(p, i);
    struct op *own = i->make[PART_SELF], *above = origin ? origin->make[PART_SELF] : NULL;

    if (!origin)
        return;
    if (item_object(i)->kind->id != KIND_COLUMN && item_object(i)->kind->id != KIND_CHECK) {
        if (own && own->verb == VERB_CREATE && above != own)
            edge_add(p, above, own); /* the server finds it */
        if (own && own->verb == VERB_ALTER && own != above) {
            edge_add(p, own, above);
            edge_add(p, own, item_table(i)->make[PART_ATTACH]);
        }
        return;
    }
    if (i->unmake[PART_SELF] && i->unmake[PART_SELF]->verb == VERB_DROP)
        edge_add(p, i->unmake[PART_SELF], origin->unmake[PART_SELF]);
    if (own && own->verb == VERB_CREATE && own != above && !(i->pair->to && object_inherited(i->pair->to)))
        edge_add(p, above, own); /* merged */
    else if (own && own != above && name_comes_first(i, origin))
        edge_add(p, above, own);
    else if (own && own != above)
        edge_add(p, own, above);
    if (i->unmake[PART_DEFAULT] && i->unmake[PART_DEFAULT]->verb == VERB_DROP)
        edge_add(p, above, i->unmake[PART_DEFAULT]);
    if (i->make[PART_DEFAULT]) {
        edge_add(p, i->make[PART_DEFAULT], above);
        if (!i->pair->from)
            edge_add(p, i->make[PART_DEFAULT], origin->make[PART_DEFAULT]);
    }
}

/* A parent's column changes its type in all that inherit it, also in a table that is dropped. There nothing takes off a default
 * or a view that is in the way, so the table goes first, or is detached. */
static void dropped_children(struct planner *p, const struct item *table)
{
    const struct object *o;

    if (table->state != STATE_DROP || !table->pair->from || !table_inherits(table->pair->from))
        return;
    list_each (o, &table->pair->from->children) {
        const struct object *origin = o->kind->id == KIND_COLUMN ? object_origin(p->diff->from, o) : NULL;
        const struct item *above = origin ? item_of(origin) : NULL;

        if (above && above->pair->to && column_retyped(above))
            edge_add(p, above->unmake[PART_SELF], table->unmake[PART_ATTACH]);
    }
}

void inherit_edges(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        const struct object *o = item_object(i);

        if (o->kind->id == KIND_TABLE && (i->make[PART_ATTACH] || i->unmake[PART_ATTACH])) {
            attach_edges(p, i);
            typed_edges(p, i, p->diff->from, i->pair->from);
            typed_edges(p, i, p->diff->to, i->pair->to);
            if (i->state == STATE_CREATE || i->state == STATE_REBUILD)
                new_child_edges(p, i);
        }
        if (o->kind->id == KIND_TABLE)
            dropped_children(p, i);
        if (o->parent && o->parent->kind->id == KIND_TABLE)
            origin_edges(p, i);
    }
    sibling_edges(p);
    inherit_foreign_edges(p);
    inherit_index_edges(p);
    inherit_trigger_edges(p);
}
