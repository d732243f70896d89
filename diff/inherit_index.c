/* Indexes and keys of partitions. The server makes them with those of the partitioned table and takes them away with
 * these; one that is there already becomes a part by its own command, and never ceases to be one but by being made
 * anew. */
#include "schema/inherit.h"
#include "diff/cover.h"
#include "diff/plan_private.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static bool goes(const struct item *i)
{
    return i->state == STATE_DROP || i->state == STATE_REBUILD;
}

/* What it is a part of on the old side, in a partition that stays; else NULL. */
static struct item *old_whole(const struct planner *p, const struct item *i)
{
    struct item *whole;

    if (!i->pair->from || !is_index(i->pair->from) || !attached_to(i->pair->from) || i->pair->cover == COVER_SAME)
        return NULL;
    whole = pair_item(cover_origin(p->diff, i->pair->from, false));
    return whole && item_stays(item_table(i), item_table(whole)) ? whole : NULL;
}

/* What it is a part of on the new side. */
static struct item *new_whole(const struct planner *p, const struct item *i)
{
    if (!i->pair->to || !is_index(i->pair->to) || !attached_to(i->pair->to) || i->pair->cover == COVER_SAME)
        return NULL;
    return pair_item(cover_origin(p->diff, i->pair->to, true));
}

static void remake(struct item *i)
{
    if (item_settled(i))
        i->state = STATE_REBUILD;
}

/* --- states --------------------------------------------------------------------------------------------------------- */

/* What loses a part must be made anew. */
static void loses_part(const struct planner *p, const struct item *i)
{
    struct item *whole = old_whole(p, i);

    if (whole && whole != new_whole(p, i) && whole->pair->to)
        remake(whole);
}

/* A key whose index is a part of a mere index: neither can be dropped while it is. The partition is taken off. */
static bool key_of_index(const struct item *i, const struct item *whole)
{
    return i->pair->from->kind->id != KIND_INDEX && whole->pair->from && whole->pair->from->kind->id == KIND_INDEX;
}

/* The server makes the exclusion constraint of a partition anew with that of the partitioned table, and when the partition is
 * attached: it takes none that is there. */
static void made_by_server(const struct planner *p, struct item *i)
{
    const struct item *whole = new_whole(p, i);

    if (whole && i->pair->from && i->pair->to->kind->id == KIND_EXCLUSION && old_whole(p, i) != whole)
        remake(i);
}

/* The parts go with the whole. */
static bool goes_with_whole(const struct planner *p, struct item *i)
{
    struct item *whole = old_whole(p, i);

    if (!whole || !goes(whole) || i->apart || key_of_index(i, whole) || !item_settled(i))
        return false;
    i->state = STATE_REBUILD;
    return true;
}

/* The partition has an index besides the one that it has as a partition, and the server would take either. */
static bool is_twin(const struct planner *p, const struct item *i, const struct item **ret_whole)
{
    const struct object *o = i->pair->to, *parent, *x;

    if (!o || !is_index(o) || o->kind->id == KIND_EXCLUSION || attached_to(o) || !o->parent || !table_is_partition(o->parent))
        return false;
    parent = table_parent(p->diff->to, o->parent, 0);
    for (size_t n = 0; parent && n < parent->children.n; n++) {
        x = parent->children.at[n];
        if (!is_index(x) || !same_index(x, o))
            continue;
        *ret_whole = item_of(x);
        if (!item_settled(*ret_whole) || !item_stays(item_table(i), item_of(parent)))
            return true;
    }
    return false;
}

static void twin(const struct planner *p, struct item *i)
{
    const struct item *whole;

    if (!is_twin(p, i, &whole))
        return;
    i->apart = true;
    remake(i);
}

/* Its parts come and go with an index of a partitioned table, and what needs them minds. */
static void covered(const struct planner *p, struct item *i)
{
    struct item *whole;

    if (i->pair->cover != COVER_SAME || !i->pair->from || !is_index(i->pair->from))
        return;
    whole = pair_item(cover_origin(p->diff, i->pair->from, false));
    if (whole)
        list_push(p->arena, &whole->covered, i);
}

void inherit_index_states(struct planner *p)
{
    struct item *i;
    bool more = true;

    list_each (i, &p->items) {
        covered(p, i);
        made_by_server(p, i);
        loses_part(p, i);
        twin(p, i);
    }
    for (int depth = 0; more && depth < DEPTH_LIMIT; depth++) {
        more = false;
        list_each (i, &p->items) {
            more = goes_with_whole(p, i) || more;
        }
    }
}

void inherit_index_apart(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        struct item *whole = i->apart ? NULL : old_whole(p, i);

        if (!whole || !goes(whole) || !key_of_index(i, whole))
            continue;
        i->apart = whole->apart = true;
        item_table(i)->off[PART_ATTACH] = true;
    }
}

/* --- attaching ------------------------------------------------------------------------------------------------------ */

static bool needs_attach(const struct planner *p, const struct item *i)
{
    const struct item *whole = new_whole(p, i);

    if (!whole || i->pair->to->kind->id == KIND_EXCLUSION)
        return false;
    if (!item_settled(whole))
        return index_only(whole->pair->to);
    if (i->apart || !item_stays(item_table(i), item_table(whole)) || item_table(i)->off[PART_ATTACH])
        return false; /* with the partition */
    return !i->pair->from || i->state == STATE_REBUILD || !attached_to(i->pair->from);
}

void inherit_index_operations(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        if (needs_attach(p, i))
            i->make[PART_ATTACH] = op_make(p, i, VERB_CREATE, PART_ATTACH);
    }
}

static bool is_partition_of(const struct object *table, const struct object *parent)
{
    AUTO_ARENA a = {0};

    return table_is_partition(table) && strcmp(table_parent_name(table, 0), object_path(&a, parent)) == 0;
}

/* Whether a part that is there, or a table that was its partition before, becomes one. */
static bool gains_part(const struct diff *d, const struct object *table, const struct object *index)
{
    const struct pair_of *pair = map_get(&d->by_address, table->address), *part;
    const struct object *o;

    list_each (o, &table->children) {
        if (!is_index(o) || !attached_to(o) || strcmp(attached_to(o), index->name) != 0)
            continue;
        part = map_get(&d->by_address, o->address);
        return pair && pair->from && is_partition_of(pair->from, index->parent) && part &&
               (!part->from || !attached_to(part->from));
    }
    return false;
}

bool inherit_index_completes(const struct diff *d, const struct pair_of *pair)
{
    const struct object *o;
    bool gains = false;

    if (!is_index(pair->to) || !index_only(pair->from) || index_only(pair->to))
        return false;
    list_each (o, &d->from->objects) {
        const struct pair_of *table;

        if (o->kind->id != KIND_TABLE || !is_partition_of(o, pair->from->parent))
            continue;
        table = map_get(&d->by_address, o->address);
        if (!table || !table->to || !is_partition_of(table->to, pair->to->parent))
            return false;
        gains = gains || gains_part(d, table->to, pair->to);
    }
    return gains;
}

/* --- edges ---------------------------------------------------------------------------------------------------------- */

/* Attaching a partition gives it every index: one that the partitions are to be without comes afterwards. */
static void lone_index_edges(struct planner *p, const struct item *table)
{
    const struct object *parent = table_parent(p->diff->to, table->pair->to, 0), *o;

    if (!parent || !table_is_partition(table->pair->to))
        return;
    list_each (o, &parent->children) {
        if (is_index(o) && index_only(o))
            edge_add(p, item_of(o)->make[PART_SELF], table->make[PART_ATTACH]);
    }
}

static void attach_index_edges(struct planner *p, const struct item *i)
{
    const struct item *whole = new_whole(p, i), *table = item_table(i);
    struct op *attach = i->make[PART_ATTACH];

    if (!attach || !whole)
        return;
    edge_add(p, attach, whole->make[PART_SELF]);
    edge_add(p, attach, whole->rename);
    edge_add(p, attach, table->make[PART_ATTACH]);
    /* the part of a part is whole first */
    edge_add(p, whole->make[PART_ATTACH], attach);
}

/* What the server makes is there when the partition is attached, and those above it. */
static void exclusion_edges(struct planner *p, const struct item *i)
{
    struct op *own = i->make[PART_SELF];
    const struct item *whole = i;

    if (!i->pair->to || i->pair->to->kind->id != KIND_EXCLUSION || !own || own->item != i)
        return;
    for (int depth = 0; (whole = new_whole(p, whole)) && depth < DEPTH_LIMIT; depth++) {
        edge_add(p, own, item_table(whole)->make[PART_ATTACH]);
        edge_add(p, own, whole->make[PART_SELF]);
        edge_add(p, own, item_table(i)->make[PART_ATTACH]);
    }
}

/* While the partition is off, what holds each other goes. */
static void apart_edges(struct planner *p, const struct item *i)
{
    const struct item *table = item_table(i), *whole = NULL;
    struct op *off = table->unmake[PART_ATTACH], *on = table->make[PART_ATTACH];

    if (is_twin(p, i, &whole)) {
        if (i->unmake[PART_SELF] && i->unmake[PART_SELF]->verb == VERB_DROP) {
            edge_add(p, on, i->unmake[PART_SELF]);
            edge_add(p, whole->make[PART_SELF], i->unmake[PART_SELF]);
        }
        edge_add(p, i->make[PART_SELF], on);
        edge_add(p, i->make[PART_SELF], whole->make[PART_SELF]);
        return;
    }
    whole = old_whole(p, i);
    if (!whole || !whole->apart)
        return;
    edge_add(p, whole->unmake[PART_SELF], off);
    edge_add(p, on, whole->unmake[PART_SELF]);
    if (!goes(i) || !i->unmake[PART_SELF])
        return;
    edge_add(p, i->unmake[PART_SELF], off);
    edge_add(p, on, i->unmake[PART_SELF]);
}

void inherit_index_edges(struct planner *p)
{
    const struct item *i;

    inherit_index_ages(p);
    list_each (i, &p->items) {
        const struct object *o = item_object(i);

        if (o->kind->id == KIND_TABLE && i->pair->to) {
            if (i->make[PART_ATTACH] || i->unmake[PART_ATTACH])
                lone_index_edges(p, i);
            inherit_index_order(p, i);
        } else if (is_index(o) && item_table(i)) {
            attach_index_edges(p, i);
            exclusion_edges(p, i);
            if (i->apart)
                apart_edges(p, i);
        }
    }
}
