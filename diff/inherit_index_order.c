/* In which order the indexes of partitioned tables and their partitions are made. */
#include "diff/cover.h"
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */
static const unsigned long long YOUNGEST = ~0ull;

/* Of the indexes of a partition that will do, the server takes the oldest for the oldest of the partitioned table; and
 * it does not look at DESC. So they are made in the order of what they are to be parts of; keys likewise. */
struct ranked {
    struct item *item;
    const struct item *origin; /* NULL: none */
    int level;
    unsigned long long oid, there; /* there: where the new side was read, which is to be built as it is */
    unsigned order;
    bool done;
};

static int rank_order(const void *vx, const void *vy)
{
    const struct ranked *x = vx, *y = vy;

    if (x->level != y->level)
        return x->level - y->level;
    if (x->oid != y->oid)
        return x->oid < y->oid ? -1 : 1;
    if (x->there != y->there)
        return x->there < y->there ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static bool is_new_index(const struct item *i)
{
    return i && i->make[PART_SELF] && i->make[PART_SELF]->item == i && i->make[PART_SELF]->verb == VERB_CREATE;
}

/* Not exclusion constraints: the server makes those of partitions itself. */
static bool ranks(const struct object *o, bool keys)
{
    return keys ? o->kind->id == KIND_UNIQUE || o->kind->id == KIND_PRIMARY_KEY : o->kind->id == KIND_INDEX;
}

/* What it is a part of, at the top. */
static const struct object *top_of(const struct planner *p, const struct object *o)
{
    const struct object *origin;

    for (int depth = 0; attached_to(o) && depth < DEPTH_LIMIT && (origin = object_origin(p->diff->to, o)); depth++)
        o = origin;
    return o;
}

/* What a partition has for itself comes after its parts of others, and last, when it is attached, what would be taken for one. */
static int level_of(const struct planner *p, const struct object *o)
{
    const struct object *table;
    int level;

    o = top_of(p, o);
    level = item_of(o)->apart;
    for (table = o->parent; table && table_is_partition(table) && level < 2 * DEPTH_LIMIT; table = table_parent(p->diff->to, table, 0))
        level += 2;
    return level;
}

static bool key_waits(const struct item *i, const struct item *for_)
{
    return i && for_ && is_new_index(i) && is_new_index(for_) && comes_after(i->make[PART_SELF], for_->make[PART_SELF]);
}

/* The first that is left, but after those for the sake of which a foreign key lets it wait, itself or what it is a part of. */
static struct ranked *next_ranked(struct list *all, struct ranked *last)
{
    struct ranked *r, *other, *first = NULL;

    if (last)
        last->done = true;
    list_each (r, all) {
        bool waits = false;

        if (r->done)
            continue;
        first = first ? first : r;
        list_each (other, all)
            waits = waits || (!other->done && (key_waits(r->item, other->item) || key_waits(r->origin, other->origin)));
        if (!waits)
            return r;
    }
    return first;
}

/* Of what is there before and after: whichever side was read from the database. */
static unsigned long long oid_of(const struct item *i)
{
    const struct object *from = i->pair->from, *to = i->pair->to;

    return from && from->oid ? from->oid : to && to->oid ? to->oid : YOUNGEST;
}

/* Those that stay, and are taken for parts of what is made: the oldest first. */
void inherit_index_ages(struct planner *p)
{
    const struct item *i;

    list_each (i, &p->items) {
        const struct object *o = item_settled(i) && i->pair->cover != COVER_SAME ? i->pair->to : NULL;
        struct item *whole = o && is_index(o) && attached_to(o) ? pair_item(cover_origin(p->diff, o, true)) : NULL;

        if (whole && !item_settled(whole) && (!whole->eldest_part || oid_of(i) < whole->eldest_part))
            whole->eldest_part = oid_of(i);
    }
}

static unsigned long long rank_age(const struct item *i)
{
    if (item_settled(i))
        return oid_of(i);
    return i->eldest_part ? i->eldest_part : YOUNGEST;
}

static void index_order(struct planner *p, const struct item *table, bool keys)
{
    const struct object *to = table->pair->to, *o;
    bool partitioned = ((const struct table *)to)->partition_by != NULL;
    struct list all = {0};
    struct ranked *r, *last = NULL;

    list_each (o, &to->children) {
        const struct object *origin = ranks(o, keys) && attached_to(o) ? object_origin(p->diff->to, o) : NULL;
        const struct item *rank = origin ? item_of(origin) : item_of(o);

        if (!ranks(o, keys) || !(origin || partitioned) || !is_new_index(item_of(o)))
            continue;
        r = arena_new(p->arena, struct ranked);
        *r = (struct ranked){item_of(o), origin ? rank : NULL, level_of(p, o), rank_age(rank), rank->pair->to ? rank->pair->to->oid : 0, rank->order, false};
        list_push(p->arena, &all, r);
    }
    list_sort(&all, rank_order);
    while ((r = next_ranked(&all, last))) {
        if (last)
            edge_add(p, r->item->make[PART_SELF], last->item->make[PART_SELF]);
        last = r;
    }
}

/* What a partition has for itself comes after its parts of others: it might be taken for one. */
static void own_last(struct planner *p, const struct item *table)
{
    const struct object *to = table->pair->to, *own, *part;

    if (!table_is_partition(to))
        return;
    list_each (own, &to->children) {
        if (!is_index(own) || attached_to(own) || !is_new_index(item_of(own)))
            continue;
        list_each (part, &to->children) {
            if (is_index(part) && attached_to(part) && item_of(part))
                edge_add(p, item_of(own)->make[PART_SELF], if_verb(item_of(part)->make[PART_SELF], VERB_CREATE));
        }
    }
}

/* Whether the server would take the key for a part of the index, where it comes to that first. */
static bool key_like_index(const struct key *key, const struct index *index)
{
    const struct index_key *k;
    size_t n = 0;

    if (!index->unique || index->where || index->keys.n != key->columns.n)
        return false;
    list_each (k, &index->keys) {
        if (!k->column || strcmp(k->column, key->columns.at[n++]) != 0)
            return false;
    }
    return true;
}

/* A new one is the youngest. */
static unsigned long long age_of(const struct object *o)
{
    const struct item *i = item_of(o);

    return i && item_settled(i) ? oid_of(i) : YOUNGEST;
}

/* Whether that of the partitioned table is, or may be, older than its key. */
static bool may_be_older(const struct object *index, const struct object *key)
{
    return age_of(index) < age_of(key) ||
           (is_new_index(item_of(index)) && is_new_index(item_of(key)) && !comes_after(item_of(index)->make[PART_SELF], item_of(key)->make[PART_SELF]));
}

/* A key that is to be a part of a key would be taken for a part of an older index: what is to be that comes first. */
static void keys_after_indexes(struct planner *p, const struct item *table)
{
    const struct object *index, *key;

    list_each (index, &table->pair->to->children) {
        if (!ranks(index, false) || !attached_to(index) || !is_new_index(item_of(index)))
            continue;
        list_each (key, &table->pair->to->children) {
            if (ranks(key, true) && attached_to(key) && is_new_index(item_of(key)) &&
                key_like_index((const struct key *)key, (const struct index *)index) && may_be_older(top_of(p, index), top_of(p, key)) &&
                !comes_after(item_of(index)->make[PART_SELF], item_of(key)->make[PART_SELF]))
                edge_add(p, item_of(key)->make[PART_SELF], item_of(index)->make[PART_SELF]);
        }
    }
}

void inherit_index_order(struct planner *p, const struct item *table)
{
    index_order(p, table, false);
    index_order(p, table, true);
    keys_after_indexes(p, table);
    own_last(p, table);
}
