/* A partition can have a trigger of its partitioned table on or off otherwise than that. What is done to the trigger, or to the same
 * trigger in a table between the two, is done to the partition too, so that its own state is set again afterwards. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static const struct list *states_of(const struct object *o)
{
    static const struct list none;

    return o ? &((const struct table *)o)->trigger_states : &none;
}

/* The table is made, or attached, or sets states of its own. */
static bool table_touched(const struct item *i, const struct item *partition)
{
    uint64_t attached = field_bit(kinds[KIND_TABLE], "partition_of") | field_bit(kinds[KIND_TABLE], "bounds");

    if (!i->pair->from || i->state == STATE_REBUILD || i->off[PART_ATTACH] || i->off[PART_STATES] || i->changed & attached)
        return true;
    return i != partition && i->changed & field_bit(kinds[KIND_TABLE], "trigger_states");
}

/* CREATE OR REPLACE sets the states anew, as a new one has them. */
static bool trigger_touched(const struct item *i)
{
    return i && i->state != STATE_SAME &&
           (i->state != STATE_ALTER || i->changed & ~(FACET_COMMENT | field_bit(kinds[KIND_TRIGGER], "depends_on_extensions") | field_bit(kinds[KIND_TRIGGER], "constraint_comment")));
}

static bool must_be_said_again(const struct planner *p, const struct item *i)
{
    const struct object *o = i->pair->to;
    const struct option *said;

    list_each (said, states_of(o)) {
        const struct object *trigger = partition_trigger(p->diff->to, o, said->name);

        if (trigger && trigger_touched(item_of(trigger)))
            return true;
    }
    for (int depth = 0; o && table_is_partition(o) && depth < DEPTH_LIMIT; depth++) {
        if (item_of(o) && table_touched(item_of(o), i))
            return true;
        o = table_parent(p->diff->to, o, 0);
    }
    return false;
}

void inherit_trigger_states(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        if (i->pair->from && i->pair->to && i->pair->to->kind->id == KIND_TABLE && item_settled(i) &&
            states_of(i->pair->to)->n && must_be_said_again(p, i))
            i->off[PART_STATES] = true;
    }
}

/* Of a state that is taken back. Triggers that the new side names are dependencies. */
static void after_trigger(struct planner *p, struct op *op, const struct object *partition, const char *name)
{
    const struct object *o = partition_trigger(p->diff->to, partition, name);

    if (o && item_of(o)) {
        edge_add(p, op, item_of(o)->make[PART_SELF]);
        edge_add(p, op, item_of(o)->rename);
    }
}

static void after_tables(struct planner *p, struct op *op, const struct object *partition)
{
    const struct object *o = partition;

    for (int depth = 0; o && table_is_partition(o) && depth < DEPTH_LIMIT; depth++) {
        const struct item *i = item_of(o);

        edge_add(p, op, i ? i->make[PART_ATTACH] : NULL);
        edge_add(p, op, i ? i->make[PART_STATES] : NULL);
        o = table_parent(p->diff->to, o, 0);
    }
}

void inherit_trigger_edges(struct planner *p)
{
    struct item *i;
    const struct option *said;

    list_each (i, &p->items) {
        struct op *op = i->make[PART_STATES];

        if (!op)
            continue;
        list_each (said, states_of(i->pair->from))
            after_trigger(p, op, i->pair->to, said->name);
        after_tables(p, op, i->pair->to);
    }
}
