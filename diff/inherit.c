/* Partitions and children: what the server does to them when it changes the parent table has no op of their own, but
 * others must still come before or after it, so the parent's op stands for theirs. */
#include "schema/inherit.h"
#include "diff/cover.h"
#include "diff/plan_private.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

const struct object *item_object(const struct item *i)
{
    return i->pair->to ? i->pair->to : i->pair->from;
}

struct item *item_table(const struct item *i)
{
    const struct object *o = item_object(i);

    return o->parent && o->parent->kind->id == KIND_TABLE ? item_of(o->parent) : NULL;
}

bool item_settled(const struct item *i)
{
    return i->state == STATE_SAME || i->state == STATE_ALTER;
}

static bool inherits(const struct object *o)
{
    return o && table_inherits(o);
}

/* --- where things come from ----------------------------------------------------------------------------------------- */

struct item *pair_item(const struct pair_of *pair)
{
    return pair ? item_of(pair->to ? pair->to : pair->from) : NULL;
}

/* Whether a table stays attached to its parent. */
bool item_stays(const struct item *table, const struct item *parent)
{
    AUTO_ARENA a = {0};
    const char *name;

    if (!parent || !item_settled(table) || !item_settled(parent) || !table->pair->from || !table->pair->to ||
        !parent->pair->to)
        return false;
    name = object_path(&a, parent->pair->to);
    return table_has_parent(table->pair->from, name) && table_has_parent(table->pair->to, name);
}

/* What the object comes from, in a table to which its own stays attached; else NULL. */
struct item *inherit_origin(const struct planner *p, const struct item *i)
{
    const struct item *table = item_table(i);
    struct pair_of *origin = NULL;

    if (!table || !(inherits(table->pair->from) || inherits(table->pair->to)))
        return NULL;
    if (i->pair->to)
        origin = cover_origin(p->diff, i->pair->to, true);
    if (!origin && i->pair->from)
        origin = cover_origin(p->diff, i->pair->from, false);
    if (!origin || !item_stays(table, item_table(pair_item(origin))))
        return NULL;
    return pair_item(origin);
}

bool inherited_from(const struct item *i)
{
    return i->pair->from && object_inherited(i->pair->from);
}

bool inherited_to(const struct item *i)
{
    return i->pair->to && object_inherited(i->pair->to);
}

/* --- states --------------------------------------------------------------------------------------------------------- */

static bool type_changes(const struct item *type)
{
    const struct object *o;

    list_each (o, &type->pair->from->children) {
        const struct item *i = item_of(o);

        if (i && (!i->pair->to || i->pair->changed & ~FACETS || i->pair->renamed))
            return true;
    }
    return type->pair->from->children.n != type->pair->to->children.n;
}

/* A type that tables are of changes only while they are not. */
static void typed_table(const struct planner *p, struct item *i)
{
    const struct object *from = i->pair->from, *type;
    AUTO_BUF address = {0};

    if (!i->pair->to || !table_is_typed(from))
        return;
    buf_addf(&address, "composite %s", ((const struct table *)from)->of_type);
    type = catalog_get(p->diff->from, buf_str(&address));
    if (type && item_of(type)->pair->to && type_changes(item_of(type)))
        i->off[PART_ATTACH] = true;
}

/* A table says itself what it keeps when its parent alone loses it, and what it has when it begins to inherit: it
 * leaves its parents and comes back. */
static void becomes_own(const struct planner *p, struct item *i)
{
    uint64_t bit = i->pair->from && i->pair->to ? cover_becomes_own(p->diff, i->pair) : 0;
    struct item *origin;

    if (!bit || !(i->changed & bit) || !item_table(i))
        return;
    i->changed &= ~bit;
    if (!i->changed && i->state == STATE_ALTER)
        i->state = STATE_SAME;
    origin = pair_item(cover_origin(p->diff, i->pair->from, false));
    if (origin && !origin->pair->to && !table_is_partition(i->pair->to->parent))
        origin->only = true;
    else
        item_table(i)->off[PART_ATTACH] = true;
}

void inherit_states(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        typed_table(p, i);
        not_null_states(p, i);
        becomes_own(p, i);
    }
    inherit_index_states(p);
    foreign_key_states(p);
}

/* --- operations ----------------------------------------------------------------------------------------------------- */

static bool same_default(const struct item *i, const struct item *origin)
{
    const struct field *f = i->pair->to->kind->record.fields;

    for (size_t n = 0; n < i->pair->to->kind->record.n_fields; n++)
        if (strcmp(f[n].name, "default") == 0)
            return field_equal(&f[n], i->pair->to, origin->pair->to);
    return true;
}

/* ADD COLUMN gives the children what it gives the parent; what is different is said afterwards. */
static void new_column(struct planner *p, struct item *i, const struct item *origin)
{
    const struct kind *k = i->pair->to->kind;
    const struct column *to = (const struct column *)i->pair->to;
    struct column *given = arena_new(p->arena, struct column);
    uint64_t default_bit = field_bit(k, "default"), changed;

    *given = *(const struct column *)origin->pair->to;
    given->base = to->base;
    given->identity = NULL;
    given->not_null_comment = NULL;
    given->storage = NULL; /* what is said of the parent's column alone, after it was added */
    given->compression = NULL;
    given->statistics = NULL;
    given->options = (struct list){0};
    changed = record_compare(&k->record, given, to, NULL) & ~default_bit;
    if (changed) {
        struct op *op = i->make[PART_SELF] = op_make(p, i, VERB_ALTER, PART_SELF);

        op->old = &given->base;
        op->changed = changed;
    }
    if ((to->default_ || ((const struct column *)origin->pair->to)->default_) && !same_default(i, origin))
        i->make[PART_DEFAULT] = op_make(p, i, VERB_CREATE, PART_DEFAULT); /* or takes it off */
}

/* What goes with the parent's; not from a table that was taken off and is back: it has become its own. */
static bool goes_with_parent(const struct item *i, const struct item *origin)
{
    return inherited_from(i) && (i->pair->to || (!item_table(i)->off[PART_ATTACH] && !origin->only));
}

/* Whether it gets its new type with what it comes from, be it through others. */
bool retyped_above(const struct planner *p, const struct item *i)
{
    const struct item *origin = inherit_origin(p, i);

    for (int depth = 0; origin && depth < DEPTH_LIMIT; depth++) {
        if (column_retyped(origin))
            return true;
        origin = inherit_origin(p, origin);
    }
    return false;
}

/* The server sets these back when it changes the type, in the children with the parent. */
static void keeps_storage(struct item *i)
{
    const struct column *to = (const struct column *)i->pair->to;
    const struct kind *k = i->pair->to->kind;

    if (to->storage)
        i->changed |= field_bit(k, "storage");
    if (to->compression)
        i->changed |= field_bit(k, "compression");
}

static bool column_operations(struct planner *p, struct item *i, const struct item *origin)
{
    if (!i->pair->to)
        return goes_with_parent(i, origin);
    if (!i->pair->from) {
        if (inherited_to(i))
            new_column(p, i, origin);
        return inherited_to(i);
    }
    if (i->state == STATE_REBUILD)
        return origin->state == STATE_REBUILD;
    i->changed &= ~(i->pair->changed & origin->pair->changed & cover_recursing(item_object(i)->kind)) | not_null_of_child(p, i, origin);
    if (retyped_above(p, i)) {
        i->retype = i->parked = false;
        keeps_storage(i);
    }
    return false;
}

/* What it was a part of. */
static struct item *old_origin(const struct planner *p, const struct item *i)
{
    struct item *origin = inherited_from(i) ? pair_item(cover_origin(p->diff, i->pair->from, false)) : NULL;

    return origin && item_stays(item_table(i), item_table(origin)) ? origin : NULL;
}

static bool key_operations(struct planner *p, struct item *i)
{
    const struct item *origin = old_origin(p, i);

    if (!origin || i->apart || (origin->state != STATE_DROP && origin->state != STATE_REBUILD))
        return false;
    if (i->state == STATE_REBUILD)
        (i->make[PART_SELF] = op_make(p, i, VERB_CREATE, PART_SELF))->rebuild = true;
    return i->state == STATE_REBUILD || i->state == STATE_DROP;
}

/* The name that the server gives it, which is to be another; NULL: that will do. Numbers at its end are the server's. */
static const char *other_name(struct planner *p, const struct object *o)
{
    const char *usual = index_usual_name(p->arena, o);
    size_t len = strlen(usual);

    if (o->implied || (strncmp(o->name, usual, len) == 0 && strspn(o->name + len, "0123456789") == strlen(o->name + len)))
        return NULL;
    return usual;
}

/* That of a partition is made by the server, with the partitioned table's or when the partition is attached; what is there goes
 * before. What is left to say is its name, comments and storage. */
static bool exclusion_operations(struct planner *p, struct item *i)
{
    const struct exclusion *to = (const struct exclusion *)i->pair->to;
    struct item *origin, *old = old_origin(p, i);
    struct exclusion *given;
    const char *name;
    struct op *op;
    uint64_t changed;

    if (!to || !to->attached_to || (i->pair->from && i->state != STATE_REBUILD))
        return false;
    origin = pair_item(cover_origin(p->diff, &to->base, true));
    if (!origin)
        return false;
    if (i->pair->from && !old) {
        i->unmake[PART_SELF] = op_make(p, i, VERB_DROP, PART_SELF);
        i->unmake[PART_SELF]->rebuild = true;
    }
    given = arena_new(p->arena, struct exclusion);
    *given = *(const struct exclusion *)origin->pair->to;
    given->base = to->base;
    given->base.comment = NULL;
    given->index_comment = NULL;
    changed = record_compare(&to->base.kind->record, given, to, NULL);
    if (to->base.comment)
        changed |= FACET_COMMENT;
    name = other_name(p, &to->base);
    if (!changed && !name)
        return true;
    if (name)
        given->base.name = name;
    op = i->make[PART_SELF] = op_make(p, i, VERB_ALTER, PART_SELF);
    op->old = &given->base;
    op->changed = changed;
    return true;
}

static bool made_above(const struct planner *p, const struct item *i)
{
    const struct item *origin = inherit_origin(p, i);

    for (int depth = 0; origin && depth < DEPTH_LIMIT; depth++) {
        if (origin->state == STATE_REBUILD)
            return true;
        origin = inherit_origin(p, origin);
    }
    return false;
}

/* That of a child is made with the parent's; what is left to say is its comment. */
void inherited_comment(struct planner *p, struct item *i)
{
    bool made = !i->pair->from || made_above(p, i);
    struct op *op;

    if (made ? !i->pair->to->comment : !(i->changed & FACET_COMMENT))
        return;
    op = i->make[PART_SELF] = op_make(p, i, VERB_ALTER, PART_SELF);
    op->old = op->old ? op->old : op->new;
    op->changed = FACET_COMMENT;
}

bool inherit_operations(struct planner *p, struct item *i)
{
    const struct item *table = item_table(i), *origin;

    if (!table || !(inherits(table->pair->from) || inherits(table->pair->to)))
        return false;
    if (i->pair->cover == COVER_SAME)
        return true;
    if (item_object(i)->kind->id == KIND_FOREIGN_KEY && foreign_key_operations(p, i))
        return true;
    if (item_object(i)->kind->id == KIND_EXCLUSION && exclusion_operations(p, i))
        return true;
    origin = inherit_origin(p, i);
    if (!origin)
        return false;
    switch ((int)item_object(i)->kind->id) {
    case KIND_COLUMN:
        return column_operations(p, i, origin);
    case KIND_CHECK:
    case KIND_FOREIGN_KEY:
        if (inherited_to(i) && (!i->pair->from || inherited_from(i))) {
            inherited_comment(p, i);
            return true;
        }
        if (i->changed & FACET_COMMENT && i->pair->from && i->pair->to) { /* becomes the parent's too */
            i->changed = FACET_COMMENT;
            i->state = STATE_ALTER;
            return false;
        }
        return goes_with_parent(i, origin);
    default:
        return key_operations(p, i);
    }
}

/* --- the parent's op stands for the child's ------------------------------------------------------------------------- */

static bool follows(const struct planner *p, const struct item *i, const struct item *origin)
{
    if (i->pair->cover == COVER_PARENT || !item_settled(i))
        return true;
    if (i->pair->cover == COVER_SAME && (origin->state == STATE_REBUILD || origin->state == STATE_DROP))
        return true; /* its name is free, or taken, when the other's is */
    if (item_object(i)->kind->id == KIND_CHECK && inherited_from(i) && inherited_to(i) && made_above(p, i))
        return true;
    return (i->pair->changed & origin->pair->changed & cover_recursing(item_object(i)->kind)) != 0 || (item_object(i)->kind->id == KIND_COLUMN && retyped_above(p, i));
}

static void settle(struct planner *p, struct item *i, int depth)
{
    struct item *origin;

    if (i->settled || depth > DEPTH_LIMIT)
        return;
    i->settled = true;
    if (foreign_key_goes_along(p, i)) {
        origin = pair_item(cover_origin(p->diff, i->pair->from, false));
        if (origin)
            settle(p, origin, depth + 1);
        i->unmake[PART_SELF] = foreign_key_gone(p, i, origin);
    }
    origin = inherit_origin(p, i);
    if (!origin || !follows(p, i, origin))
        return;
    settle(p, origin, depth + 1);
    if (!i->unmake[PART_SELF] && inherited_from(i)) {
        struct item *old = old_origin(p, i);

        if (old)
            settle(p, old, depth + 1);
        i->unmake[PART_SELF] = old ? old->unmake[PART_SELF] : origin->unmake[PART_SELF];
    }
    if (!i->make[PART_SELF] && i->pair->to)
        i->make[PART_SELF] = origin->make[PART_SELF];
}

void inherit_aliases(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        settle(p, i, 0);
    }
}
