/* Foreign keys of partitioned tables: what becomes of the copies that partitions have, and of partitions under those that refer to the
 * whole. */
#include "diff/cover.h"
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

/* Whether a foreign key refers to a table of which the other is a partition, on the old side. */
static bool refers_to_whole(const struct planner *p, const struct object *key, const struct object *partition)
{
    for (int depth = 0; partition && table_is_partition(partition) && depth < DEPTH_LIMIT; depth++) {
        if (strcmp(((const struct foreign_key *)key)->references, table_parent_name(partition, 0)) == 0)
            return true;
        partition = table_parent(p->diff->from, partition, 0);
    }
    return false;
}

/* --- operations ----------------------------------------------------------------------------------------------------- */

/* That of the partitioned table which the partition of this one leaves; else NULL. */
static const struct item *left_whole(const struct planner *p, const struct item *i)
{
    const struct item *whole = inherited_from(i) ? pair_item(cover_origin(p->diff, i->pair->from, false)) : NULL;

    return whole && item_settled(item_table(i)) && !item_stays(item_table(i), item_table(whole)) ? whole : NULL;
}

/* With that of its partitioned table, which goes before the partition leaves. */
static bool goes_before_leaving(const struct planner *p, const struct item *i)
{
    const struct item *whole = i->state == STATE_DROP ? left_whole(p, i) : NULL;

    return whole && !item_settled(whole);
}

/* Before 15 a partition loses that of a partitioned table which refers to itself; from then on it keeps it. */
static bool goes_by_leaving(const struct planner *p, const struct item *i)
{
    const struct item *whole = server_version(p) < 150000 ? left_whole(p, i) : NULL;

    return whole && item_settled(whole) && refers_to_whole(p, i->pair->from, i->pair->from->parent);
}

/* That of the partitioned table which took in one that the partition had, and goes now. */
static struct item *took_in(const struct planner *p, const struct item *i)
{
    const struct object *from = i->pair->from, *parent = table_parent(p->diff->from, from->parent, 0), *o;
    uint64_t own = field_bit(from->kind, "inherited");

    for (size_t n = 0; parent && n < parent->children.n; n++) {
        o = parent->children.at[n];
        if (o->kind == from->kind && item_of(o) && item_of(o)->state == STATE_DROP &&
            (record_compare(&o->kind->record, from, o, NULL) & ~own) == 0)
            return item_of(o);
    }
    return NULL;
}

/* It is the partition's own again, and has to be made: it goes with the other. */
static bool own_again(struct planner *p, struct item *i)
{
    struct item *whole = inherited_from(i) && i->pair->to && cover_stays(p->diff, item_table(i)->pair) ? took_in(p, i) : NULL;

    if (!whole || i->state == STATE_REBUILD)
        return false;
    i->make[PART_SELF] = op_make(p, i, VERB_CREATE, PART_SELF);
    i->took_in = whole;
    return true;
}

bool foreign_key_operations(struct planner *p, struct item *i)
{
    const struct item *table = item_table(i);

    if (!inherited_to(i) && own_again(p, i))
        return true;
    if (goes_by_leaving(p, i)) {
        if (i->pair->to && !inherited_to(i))
            i->make[PART_SELF] = op_make(p, i, VERB_CREATE, PART_SELF);
        return true;
    }
    if (inherited_to(i)) {
        if (!i->pair->from || inherited_from(i))
            inherited_comment(p, i);
        return inherited_from(i) || !i->pair->from;
    }
    return (inherited_from(i) && table->state == STATE_DROP) || goes_before_leaving(p, i);
}

bool foreign_key_goes_along(const struct planner *p, const struct item *i)
{
    return item_object(i)->kind->id == KIND_FOREIGN_KEY && inherited_from(i) &&
           (item_table(i)->state == STATE_DROP || goes_before_leaving(p, i) || goes_by_leaving(p, i));
}

struct op *foreign_key_gone(const struct planner *p, const struct item *i, const struct item *origin)
{
    const struct item *table = item_table(i);

    if (goes_by_leaving(p, i))
        return table->unmake[PART_ATTACH];
    return origin && if_verb(origin->unmake[PART_SELF], VERB_DROP) ? origin->unmake[PART_SELF] : table->unmake[PART_SELF];
}

/* --- edges ---------------------------------------------------------------------------------------------------------- */

/* A partition cannot be dropped while a foreign key refers to its partitioned table: the key goes first, or the
 * partition is detached first; a new key comes afterwards. */
static void referenced_edges(struct planner *p, const struct item *key, struct item *table)
{
    if (!refers_to_whole(p, key->pair->from ? key->pair->from : key->pair->to, table->pair->from))
        return;
    edge_add(p, if_verb(key->make[PART_SELF], VERB_CREATE), table->unmake[PART_SELF]);
    if (if_verb(key->unmake[PART_SELF], VERB_DROP))
        edge_add(p, table->unmake[PART_SELF], key->unmake[PART_SELF]);
    else if (key->pair->from && table->unmake[PART_ATTACH])
        table->unmake[PART_ATTACH]->separate = true;
}

static void dropped_partitions(struct planner *p)
{
    struct list dropped = {0};
    struct item *i, *table;

    list_each (i, &p->items) {
        if (i->pair->from && table_is_partition(i->pair->from) && (i->state == STATE_DROP || i->state == STATE_REBUILD))
            list_push(p->arena, &dropped, i);
    }
    if (!dropped.n)
        return;
    list_each (i, &p->items) {
        if (item_object(i)->kind->id != KIND_FOREIGN_KEY || (!i->pair->from && !i->make[PART_SELF]) ||
            object_inherited(item_object(i))) /* the partitioned table's says it */
            continue;
        list_each (table, &dropped) {
            if (item_table(i) != table)
                referenced_edges(p, i, table);
        }
    }
}

/* It is the partition's own from then on. */
static bool keeps_copy(const struct planner *p, const struct item *key, const struct item *table)
{
    const struct object *o;

    list_each (o, &table->pair->from->children)
        if (o->kind->id == KIND_FOREIGN_KEY && object_inherited(o) && item_of(o) && item_of(o)->pair->to && !object_inherited(item_of(o)->pair->to) &&
            object_origin(p->diff->from, o) == key->pair->from)
            return true;
    return false;
}

/* Its copy goes with it, and not by itself. */
static bool takes_copy(const struct op *gone, const struct item *table)
{
    const struct object *o;

    list_each (o, &table->pair->from->children)
        if (o->kind->id == KIND_FOREIGN_KEY && item_of(o) && item_of(o)->unmake[PART_SELF] == gone)
            return true;
    return false;
}

/* Nor does a partition leave with rows that others refer to by way of the whole: a foreign key that goes does so before. */
static void leaving_partitions(struct planner *p)
{
    struct list leaving = {0};
    struct item *i, *table;

    list_each (i, &p->items)
        if (item_settled(i) && i->pair->from && table_is_partition(i->pair->from) && if_verb(i->unmake[PART_ATTACH], VERB_DROP))
            list_push(p->arena, &leaving, i);
    for (size_t n = 0; leaving.n && n < p->items.n; n++) {
        i = p->items.at[n];
        struct op *gone = i->pair->from && i->pair->from->kind->id == KIND_FOREIGN_KEY ? if_verb(i->unmake[PART_SELF], VERB_DROP) : NULL;

        if (!gone || gone->item != i || object_inherited(i->pair->from)) /* which it is until the partition has left */
            continue;
        list_each (table, &leaving)
            if ((refers_to_whole(p, i->pair->from, table->pair->from) || takes_copy(gone, table)) && !keeps_copy(p, i, table)) {
                gone->separate = true;
                edge_add(p, table->unmake[PART_ATTACH], gone);
            }
    }
}

void inherit_foreign_edges(struct planner *p)
{
    dropped_partitions(p);
    leaving_partitions(p);
}
