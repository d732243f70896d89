/* Names must be free before they are taken: by what goes, is put aside, or gets another name. */
#include "diff/plan_private.h"
#include "sql/quote.h"
#include <string.h>

static char *space_key(struct arena *a, const struct object *o, unsigned space, const char *name)
{
    const char *schema = o->schema;

    if (space == SPACE_RELATION || space == SPACE_TYPE)
        return arena_printf(a, "%u %s", space, sql_qualified(a, schema, name));
    if (space == SPACE_CONSTRAINT)
        return arena_printf(a, "%u %s.%s", space, object_path(a, o->parent), sql_ident(a, name));
    if (space == SPACE_ROUTINE)
        return arena_printf(a, "%u %s(%s)", space, sql_qualified(a, schema, name),
                            o->signature ? o->signature : "");
    return NULL; /* SPACE_OWN: the address, which pairs */
}

/* The key of the other name that an object bears: of the sequence of an identity column, of the multirange type of
 * a range type; of statistics, whose names are those of a schema though each is of a table; and a table has one primary
 * key, whatever its name. */
static char *other_name(struct arena *a, const struct object *o)
{
    const char *name = NULL;

    if (o && o->kind->id == KIND_PRIMARY_KEY)
        return arena_printf(a, "primary key of %s", o->parent->address);
    if (o && o->kind->id == KIND_STATISTICS)
        return arena_printf(a, "statistics %s", sql_qualified(a, o->schema ? o->schema : o->parent->schema, o->name));

    if (o && o->kind->id == KIND_COLUMN && ((const struct column *)o)->identity)
        name = ((const struct column *)o)->identity->sequence;
    if (o && o->kind->id == KIND_RANGE)
        name = ((const struct range *)o)->multirange;
    return name ? space_key(a, o, o->kind->id == KIND_RANGE ? SPACE_TYPE : SPACE_RELATION, name) : NULL;
}

/* A sequence is made where no type has its name, though it has none; since 14 one may get it afterwards. NULL: makes none. */
static char *type_of_sequence(struct arena *a, const struct object *o)
{
    const struct column *c = (const struct column *)o;

    if (o && o->kind->id == KIND_SEQUENCE)
        return space_key(a, o, SPACE_TYPE, o->name);
    return o && o->kind->id == KIND_COLUMN && c->identity && c->identity->sequence ? space_key(a, o, SPACE_TYPE, c->identity->sequence) : NULL;
}

struct names {
    struct planner *planner;
    struct map freed; /* space key -> struct op after which the name is free */
};

static void free_name(struct names *n, const struct object *o, const char *name, struct op *op)
{
    for (unsigned space = SPACE_RELATION; space < SPACE_OWN; space <<= 1) {
        char *key = o->kind->space & space ? space_key(n->planner->arena, o, space, name) : NULL;

        if (key)
            map_put(&n->freed, key, op);
    }
}

/* Where it was, and as it was called there. */
static void free_former_name(struct names *n, const struct object *o, struct op *rename)
{
    struct object there = *o;

    if (o->was_schema)
        there.schema = o->was_schema;
    free_name(n, &there, o->was ? o->was : o->name, rename);
}

static void take_name(struct names *n, const struct object *o, const char *name, struct op *op)
{
    AUTO_ARENA scratch = {0};

    for (unsigned space = SPACE_RELATION; space < SPACE_OWN; space <<= 1) {
        char *key = o->kind->space & space ? space_key(&scratch, o, space, name) : NULL;

        if (key)
            edge_add(n->planner, op, map_get(&n->freed, key));
    }
}

static bool sequences_have_types(const struct planner *p)
{
    int version = server_version(p);

    return version && version < 140000;
}

static void free_type_of_sequence(struct names *n, const struct item *i, struct op *away)
{
    AUTO_ARENA scratch = {0};
    char *was = type_of_sequence(n->planner->arena, i->pair->from), *is = type_of_sequence(&scratch, i->pair->to);

    if (was && (!is || strcmp(was, is) != 0 || away->verb == VERB_DROP))
        map_put(&n->freed, was, away);
}

/* A sequence comes after the type of its name has gone, and before one that is to have it. */
static void types_and_sequences(struct names *n)
{
    AUTO_ARENA scratch = {0};
    AUTO_MAP made = {0};
    const struct item *i;

    list_each (i, &n->planner->items) {
        char *key = type_of_sequence(&scratch, i->pair->to);

        if (!key || !i->make[PART_SELF])
            continue;
        edge_add(n->planner, i->make[PART_SELF], map_get(&n->freed, key));
        map_put(&made, key, i->make[PART_SELF]);
    }
    list_each (i, &n->planner->items) {
        const struct object *o = i->pair->to;

        if (o && (o->kind->space & (SPACE_TYPE | SPACE_RELATION)) == SPACE_TYPE)
            edge_add(n->planner, if_verb(i->make[PART_SELF], VERB_CREATE), map_get(&made, space_key(&scratch, o, SPACE_TYPE, o->name)));
    }
}

/* What is renamed to the name of another, of whatever kind. */
static void after_former(struct planner *p, const struct item *i)
{
    AUTO_ARENA scratch = {0};
    const struct object *o = i->pair->from;
    const struct pair_of *now = o && o->former ? map_get(&p->diff->by_address, object_address(&scratch, o)) : NULL;

    if (now && now->to && item_of(now->to))
        edge_add(p, item_of(now->to)->rename, i->aside ? i->aside_op : i->unmake[PART_SELF]);
}

void name_edges(struct planner *p)
{
    struct names n = {.planner = p};
    struct item *i;
    AUTO_ARENA scratch = {0};

    list_each (i, &p->items) {
        char *was = other_name(p->arena, i->pair->from), *is = other_name(&scratch, i->pair->to);
        struct op *away = i->aside ? i->aside_op : i->unmake[PART_SELF];

        after_former(p, i);
        if (i->rename)
            free_former_name(&n, i->pair->from, i->rename);
        else if (i->unmake[PART_SELF] && i->unmake[PART_SELF]->verb == VERB_DROP && (!i->aside || i->state == STATE_DROP))
            free_name(&n, i->pair->from, i->pair->from->name, away);
        if (was && (!is || strcmp(was, is) != 0) && away)
            map_put(&n.freed, was, away);
        if (sequences_have_types(p) && away && (i->pair->from->kind->id != KIND_SEQUENCE || away->verb == VERB_DROP))
            free_type_of_sequence(&n, i, away);
    }
    list_each (i, &p->items) {
        char *is = other_name(&scratch, i->pair->to);

        if (i->rename && i->rename->follows)
            take_name(&n, i->pair->to, i->pair->to->name, item_of(sequence_owner(i->pair->from)->parent)->rename);
        if (i->rename)
            take_name(&n, i->pair->to, i->pair->to->name, i->rename);
        else if (i->make[PART_SELF] && i->make[PART_SELF]->verb == VERB_CREATE)
            take_name(&n, i->pair->to, i->pair->to->name, i->make[PART_SELF]);
        if (is && i->make[PART_SELF])
            edge_add(p, i->make[PART_SELF], map_get(&n.freed, is));
    }
    types_and_sequences(&n);
    map_clear(&n.freed);
}
