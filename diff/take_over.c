/* A unique index that goes where a key of the same columns comes becomes the index of the key: nothing is built anew. The way back there is
 * none. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

static bool is_plain(const struct index_key *k)
{
    return k->column && !k->collation && !k->opclass && !k->opclass_options.n && !k->descending && !k->nulls;
}

/* What the index would be as a key, or false: it can be none. */
static bool as_key(struct arena *a, const struct index *i, struct key *ret)
{
    const struct index_key *k;

    if (!i->unique || i->where || i->only || i->attached_to || (i->method && strcmp(i->method, "btree") != 0))
        return false;
    *ret = (struct key){.include = i->include, .nulls_not_distinct = i->nulls_not_distinct, .with = i->with, .tablespace = i->tablespace};
    list_each (k, &i->keys) {
        if (!is_plain(k))
            return false;
        list_push(a, &ret->columns, k->column);
    }
    return true;
}

static bool fits(struct arena *a, const struct object *index, const struct object *key)
{
    const struct record *r = &key->kind->record;
    uint64_t open = field_bit(key->kind, "deferrable") | field_bit(key->kind, "initially_deferred") |
                    field_bit(key->kind, "index_comment");
    struct key k;

    return as_key(a, (const struct index *)index, &k) && (record_compare(r, &k, key, NULL) & ~open) == 0 &&
           (key->kind->id == KIND_UNIQUE || !k.nulls_not_distinct);
}

static bool is_new_key(const struct item *i)
{
    const struct object *o = i->pair->to, *table = o ? o->parent : NULL;

    return o && (o->kind->id == KIND_UNIQUE || o->kind->id == KIND_PRIMARY_KEY) && i->state == STATE_CREATE && i->make[PART_SELF] &&
           i->make[PART_SELF]->item == i && !attached_to(o) && !((const struct table *)table)->partition_by &&
           item_of(table)->pair->from && (item_of(table)->state == STATE_SAME || item_of(table)->state == STATE_ALTER);
}

static bool is_dropped_index(const struct item *i)
{
    return i && i->pair->from->kind->id == KIND_INDEX && i->state == STATE_DROP && i->unmake[PART_SELF] && i->unmake[PART_SELF]->item == i;
}

/* Renames come first: the name must be free for them, and the key's own, which the index takes, may not be yet. */
static bool gives_name(const struct planner *p, const struct object *index)
{
    const struct item *i;

    list_each (i, &p->items) {
        const struct object *to = i->rename ? i->pair->to : NULL;

        if (to && (to->kind->space & SPACE_RELATION) && strcmp(to->name, index->name) == 0 && strcmp(to->schema, index->schema) == 0)
            return true;
    }
    return false;
}

static void drop_op(struct planner *p, const struct op *gone)
{
    struct list ops = {0};
    struct op *op;

    list_each (op, &p->ops) {
        if (op != gone)
            list_push(p->arena, &ops, op);
    }
    p->ops = ops;
}

void take_over(struct planner *p)
{
    struct item *i;
    const struct object *o;

    list_each (i, &p->items) {
        if (!is_new_key(i))
            continue;
        list_each (o, &item_of(i->pair->to->parent)->pair->from->children) {
            struct item *index = item_of(o);

            if (!is_dropped_index(index) || !fits(p->arena, o, i->pair->to) || gives_name(p, o))
                continue;
            drop_op(p, index->unmake[PART_SELF]);
            index->unmake[PART_SELF] = i->make[PART_SELF];
            i->make[PART_SELF]->index_of = index->pair->from;
            break;
        }
    }
}
