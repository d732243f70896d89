/* Foreign keys: the key that they refer to is the first that fits, by age, and partitions get some of their own. Wherever the server finds
 * by itself what we mean, it must find the right one: transformFkeyCheckAttrs and CloneForeignKeyConstraints in src/backend/commands/tablecmds.c. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static bool is_foreign_key(const struct object *o)
{
    return o && o->kind->id == KIND_FOREIGN_KEY;
}

/* It must not find one that goes, for good or until it comes again as another, and use that again. */
static void after_old_keys(struct planner *p, struct item *i)
{
    const struct object *table = catalog_table(p->diff->to, ((const struct foreign_key *)i->pair->to)->references);
    const struct object *was = table ? item_of(table)->pair->from : NULL, *key;

    for (size_t n = 0; was && n < was->children.n; n++) {
        key = was->children.at[n];
        const struct item *old = (key->kind->space & SPACE_RELATION) ? item_of(key) : NULL;

        if (old && (old->state == STATE_DROP || (old->state == STATE_REBUILD && !object_needs(i->pair->to, old->pair->to))))
            edge_add(p, i->make[PART_SELF], if_verb(old->unmake[PART_SELF], VERB_DROP));
    }
}

static struct op *created(const struct object *key)
{
    return item_of(key) ? if_verb(item_of(key)->make[PART_SELF], VERB_CREATE) : NULL;
}

/* The key that it has (of a model any that fits, but for what is in the database) is older than others that fit. */
static void before_other_keys(struct planner *p, const struct item *i, const struct object *table)
{
    AUTO_ARENA scratch = {0};
    struct list fit = {0};
    const struct object *key, *other;

    keys_of_columns(&scratch, table, &((const struct foreign_key *)i->pair->to)->referenced, &fit);
    list_each (key, &fit) {
        const struct object *was = item_of(key) ? item_of(key)->pair->from : NULL;

        if (!object_needs(i->pair->to, key) || (i->pair->from && !(was && object_needs(i->pair->from, was))))
            continue;
        list_each (other, &fit)
            if ((!object_needs(i->pair->to, other) || (i->pair->from && !item_of(other)->pair->from)) &&
                !(created(key) && created(other) && comes_after(created(key), created(other)))) /* another has the other */
                edge_add(p, created(other), created(key));
    }
}

/* The key of a partition may come with the attaching. */
static void after_attaching(struct planner *p, const struct item *i)
{
    const struct object *table;

    if (i->took_in)
        edge_add(p, i->make[PART_SELF], i->took_in->unmake[PART_SELF]);
    table = catalog_table(p->diff->to, ((const struct foreign_key *)i->pair->to)->references);
    if (table && table_is_partition(table) && i->make[PART_SELF]->item == i)
        edge_add(p, i->make[PART_SELF], item_of(table)->make[PART_ATTACH]);
}

/* The rows that it refers to may come with a table that becomes a partition. */
static void after_rows(struct planner *p, const struct item *i)
{
    const struct object *table = catalog_table(p->diff->to, ((const struct foreign_key *)i->pair->to)->references);
    const struct item *part;

    if (!table || !((const struct table *)table)->partition_by || !if_verb(i->make[PART_SELF], VERB_CREATE) || i->make[PART_SELF]->item != i)
        return;
    list_each (part, &p->items)
        if (item_settled(part) && part->make[PART_ATTACH] && table_is_partition(part->pair->to) && table_is_below(p->diff->to, part->pair->to, table))
            edge_add(p, i->make[PART_SELF], part->make[PART_ATTACH]);
}

static bool has_partition(const struct planner *p, const struct object *table)
{
    const struct item *i;

    list_each (i, &p->items)
        if (item_settled(i) && i->pair->to && table_is_partition(i->pair->to) && table_is_below(p->diff->to, i->pair->to, table))
            return true;
    return false;
}

/* For each partition of the table that it refers to the server makes one more foreign key, by the usual name that is free: keys that
 * are to have such names come first; of several of them, the names of the later ones are kept from it. */
static void key_names(struct planner *p, const struct item *i)
{
    const struct foreign_key *f = (const struct foreign_key *)i->pair->to;
    struct op *own = i->make[PART_SELF];
    const struct object *o, *table;

    if (!own || own->item != i || own->verb != VERB_CREATE)
        return;
    table = catalog_table(p->diff->to, f->references);
    if (!table || !((const struct table *)table)->partition_by)
        return;
    list_each (o, &f->base.parent->children) {
        const struct item *other = item_of(o);

        if (is_foreign_key(o) && other && other != i && other->make[PART_SELF] && other->make[PART_SELF]->verb == VERB_CREATE &&
            foreign_key_usual_name(o, &f->columns) && (!foreign_key_usual_name(&f->base, &f->columns) || strcmp(o->name, f->base.name) < 0))
            edge_add(p, i->make[PART_SELF], other->make[PART_SELF]);
        else if (is_foreign_key(o) && other && created(o) && created(o) != own && foreign_key_usual_name(o, &f->columns) &&
                 strcmp(o->name, f->base.name) > 0 && has_partition(p, table))
            list_push(p->arena, &own->names_kept, o->name);
    }
}

/* New partitions bring more of them for each key that refers to the whole; one without rows can wait until a key has such a name. */
static void partitions_later(struct planner *p, const struct item *i)
{
    const struct object *whole = i->pair->to->parent, *o, *table;
    struct op *own = i->make[PART_SELF];
    const struct item *part;

    if (!own || own->item != i || own->verb != VERB_CREATE || table_is_partition(whole))
        return;
    table = catalog_table(p->diff->to, ((const struct foreign_key *)i->pair->to)->references);
    if (table && table_is_partition(table))
        return;
    list_each (o, &whole->children) {
        const struct foreign_key *f = (const struct foreign_key *)o;

        if (!is_foreign_key(o) || o == i->pair->to || !foreign_key_usual_name(i->pair->to, &f->columns))
            continue;
        if (if_verb(item_of(o)->make[PART_SELF], VERB_CREATE) && !foreign_key_usual_name(o, &f->columns)) /* comes after it, see above */
            continue;
        table = catalog_table(p->diff->to, f->references);
        if (!table || !((const struct table *)table)->partition_by)
            continue;
        list_each (part, &p->items) {
            if (part->state == STATE_CREATE && table_is_partition(part->pair->to) && part->make[PART_ATTACH] &&
                table_is_below(p->diff->to, part->pair->to, table))
                edge_add(p, part->make[PART_ATTACH], own);
        }
    }
}

/* The tables that are a partition of another, or of one of its partitions, on the old side, and leave. */
static void after_partitions(struct planner *p, struct op *op, const struct object *whole)
{
    const struct item *table;

    list_each (table, &p->items) {
        const struct object *o = table->pair->from;

        if (o && table_is_partition(o) && table->unmake[PART_ATTACH] && table_is_below(p->diff->from, o, whole))
            edge_add(p, op, table->unmake[PART_ATTACH]);
    }
}

/* Such a name may be that of a key for a partition until this is detached, or the key goes for which it was made. */
static void after_hidden_keys(struct planner *p, const struct item *i)
{
    struct op *op = i->rename ? i->rename : if_verb(i->make[PART_SELF], VERB_CREATE);
    const struct object *table = i->pair->to->parent, *o;

    if (!op || op->item != i || !item_of(table)->pair->from)
        return;
    list_each (o, &item_of(table)->pair->from->children) {
        const struct foreign_key *f = (const struct foreign_key *)o;
        const struct object *whole;

        if (!is_foreign_key(o) || !foreign_key_usual_name(i->pair->to, &f->columns))
            continue;
        whole = catalog_table(p->diff->from, f->references);
        if (!whole || !((const struct table *)whole)->partition_by)
            continue;
        if (item_of(o)->state == STATE_DROP)
            edge_add(p, op, item_of(o)->unmake[PART_SELF]);
        after_partitions(p, op, whole);
    }
}

/* The change of the table that makes it unlogged or logged; NULL: none. */
static struct op *persistence(const struct object *table)
{
    struct op *op = table && item_of(table) ? if_verb(item_of(table)->make[PART_SELF], VERB_ALTER) : NULL;

    return op && op->changed & field_bit(table->kind, "unlogged") ? op : NULL;
}

/* What is logged never refers to what is not. */
static void persistence_order(struct planner *p, const struct item *i)
{
    const struct object *from = i->pair->from, *to = i->pair->to;
    struct op *own, *other;

    if (from)
        edge_add(p, persistence(catalog_table(p->diff->from, ((const struct foreign_key *)from)->references)), if_verb(i->unmake[PART_SELF], VERB_DROP));
    if (!to)
        return;
    own = persistence(to->parent);
    other = persistence(catalog_table(p->diff->to, ((const struct foreign_key *)to)->references));
    edge_add(p, created(to), other);
    if (!own || !other || created(to))
        return;
    if (((const struct table *)own->new)->unlogged)
        edge_add(p, other, own);
    else
        edge_add(p, own, other);
}

/* --- own keys of partitions ------------------------------------------------------------------------------------------ */

static bool same_key(const struct object *x, const struct object *y)
{
    const struct record *r = &x->kind->record;

    return x->kind == y->kind && (record_compare(r, x, y, NULL) & ~field_bit(x->kind, "inherited")) == 0;
}

/* Calls fn for each foreign key of the partitioned tables above that is the same as the partition's own; part: what is
 * a partition of its table. */
static void each_twin(struct planner *p, struct item *own, void (*fn)(struct planner *p, struct item *own, struct item *twin, const struct item *part))
{
    const struct object *part = own->pair->to->parent, *whole, *o;

    for (int depth = 0; depth < DEPTH_LIMIT && table_is_partition(part); depth++, part = whole) {
        whole = table_parent(p->diff->to, part, 0);
        if (!whole)
            return;
        list_each (o, &whole->children)
            if (is_foreign_key(o) && same_key(o, own->pair->to))
                fn(p, own, item_of(o), item_of(part));
    }
}

static void taken_by(struct planner *p, struct item *own, struct item *twin, const struct item *part)
{
    (void)p;
    if (item_settled(own) && !(item_settled(twin) && item_stays(part, item_table(twin))))
        own->state = STATE_REBUILD;
}

/* The server would take it for a part of one that is made, or that is there when the partition is attached: it goes before and comes after. */
void foreign_key_states(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items)
        if (is_foreign_key(i->pair->to) && is_foreign_key(i->pair->from) && !object_inherited(i->pair->to) && !object_inherited(i->pair->from))
            each_twin(p, i, taken_by);
}

static void around_twin(struct planner *p, struct item *own, struct item *twin, const struct item *part)
{
    struct op *make = if_verb(own->make[PART_SELF], VERB_CREATE), *unmake = if_verb(own->unmake[PART_SELF], VERB_DROP);
    struct op *others[] = {if_verb(twin->make[PART_SELF], VERB_CREATE), part->make[PART_ATTACH]};

    for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
        if (others[i] == make)
            continue;
        edge_add(p, make, others[i]);
        edge_add(p, others[i], unmake);
    }
}

void foreign_key_edges(struct planner *p)
{
    const struct object *table;
    struct item *i;

    list_each (i, &p->items) {
        if (is_foreign_key(item_object(i)))
            persistence_order(p, i);
        if (!is_foreign_key(i->pair->to))
            continue;
        if (i->make[PART_SELF]) {
            after_old_keys(p, i);
            after_attaching(p, i);
            after_rows(p, i);
        }
        table = catalog_table(p->diff->to, ((const struct foreign_key *)i->pair->to)->references);
        if (table)
            before_other_keys(p, i, table);
        key_names(p, i);
        partitions_later(p, i);
        after_hidden_keys(p, i);
        if (!object_inherited(i->pair->to))
            each_twin(p, i, around_twin);
    }
}
