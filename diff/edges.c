/* What must come before what. Creates follow the new side's dependencies, drops the old side's in reverse,
 * alters tie both; names must be free before they are taken. */
#include "diff/plan_private.h"
#include "sql/quote.h"
#include <string.h>

void edge_push(struct planner *p, struct op *to, struct op *from, struct op *carried_to, struct op *carried_from)
{
    struct edge *e = arena_new(p->arena, struct edge);

    *e = (struct edge){from, carried_to, carried_from};
    list_push(p->arena, &to->after, e);
}

void edge_add(struct planner *p, struct op *to, struct op *from)
{
    if (to && from && to != from)
        edge_push(p, to, from, NULL, NULL);
}

bool edge_hard(const struct edge *e)
{
    return !e->carried_to && !e->carried_from;
}

bool comes_after(const struct op *op, const struct op *from)
{
    const struct edge *e;

    list_each (e, &op->after) {
        if (edge_hard(e) && e->from == from)
            return true;
    }
    return false;
}

bool edge_holds(const struct edge *e)
{
    return !(e->carried_to && e->carried_to->separate) && !(e->carried_from && e->carried_from->separate);
}

struct item *parent_of(const struct item *i)
{
    const struct object *o = i->pair->to ? i->pair->to : i->pair->from;

    return o->parent ? item_of(o->parent) : NULL;
}

/* A body is created with its function. */
static enum part own_part(enum part part)
{
    return part == PART_BODY ? PART_SELF : part;
}

static struct item *schema_of(const struct planner *p, const struct object *o)
{
    AUTO_BUF address = {0};
    const struct pair_of *pair;
    const struct depend *d;

    if (o->parent || !o->schema)
        return NULL;
    list_each (d, &o->depends) { /* not the one that is to have its name */
        if (o->former && d->on->kind->id == KIND_SCHEMA && d->on->former)
            return item_of(d->on);
    }
    buf_add(&address, "schema ");
    buf_ident(&address, o->schema);
    pair = map_get(&p->diff->by_address, buf_str(&address));
    return pair ? item_of(pair->to ? pair->to : pair->from) : NULL;
}

struct op *if_verb(struct op *op, enum verb verb)
{
    return op && op->verb == verb ? op : NULL;
}

/* A column gets the composite type when its attributes have changed theirs: then they could not any more. */
static void after_attributes(struct planner *p, const struct item *column, struct op *op, const struct object *type)
{
    struct object *o;

    if (type->kind->id != KIND_COMPOSITE || (op->verb != VERB_CREATE && !column_retyped(column)))
        return;
    list_each (o, &type->children)
        if (item_of(o))
            edge_add(p, op, if_verb(item_of(o)->make[PART_SELF], VERB_ALTER));
}

/* A column may bring the TOAST table, the options of which are among them. */
static void storage_last(struct planner *p, struct item *i)
{
    const struct object *child;

    for (size_t n = 0; i->make[PART_STORAGE] && n < i->pair->to->children.n; n++) {
        child = i->pair->to->children.at[n];
        if (child->kind->id == KIND_COLUMN && item_of(child))
            edge_add(p, i->make[PART_STORAGE], item_of(child)->make[PART_SELF]);
    }
}

/* What names another does so by the name that this has after all renames. */
static void after_renames(struct planner *p, struct op *op, const struct item *on)
{
    const struct item *schema = schema_of(p, item_object(on));

    edge_add(p, op, on->rename);
    edge_add(p, op, schema ? schema->rename : NULL);
}

/* A column of rows of the view: this has it only where it reads the whole rows of the table, and is there before it. */
static bool is_of_its_rows(const struct object *column, const struct object *view)
{
    const struct depend *d;

    if (column->kind->id != KIND_COLUMN || view->kind->id != KIND_VIEW)
        return false;
    list_each (d, &column->depends) {
        if (d->part == PART_SELF && d->on == view)
            return true;
    }
    return false;
}

static void new_side(struct planner *p, struct item *i)
{
    struct item *schema = i->pair->to ? schema_of(p, i->pair->to) : NULL;
    struct item *parent = parent_of(i);
    struct depend *d;

    if (!i->pair->to)
        return;
    if (parent)
        edge_add(p, i->make[PART_SELF], parent->make[PART_SELF]);
    if (parent && i->pair->to->kind->id == KIND_POLICY) /* without policies nobody would see a row */
        edge_add(p, parent->make[PART_SECURITY], i->make[PART_SELF]);
    if (schema) {
        edge_add(p, i->make[PART_SELF], schema->make[PART_SELF]);
        edge_add(p, i->rename, schema->make[PART_SELF]);
    }
    for (int part = PART_SELF + 1; part < PART_COUNT; part++)
        edge_add(p, i->make[part], i->make[PART_SELF]);
    if (i->pair->to->kind->id == KIND_SEQUENCE && i->unmake[PART_OWNED_BY] != i->make[PART_OWNED_BY])
        edge_add(p, i->make[PART_SELF], i->unmake[PART_OWNED_BY]); /* while owned it has the table's owner */
    list_each (d, &i->pair->to->depends) {
        struct item *on = item_of(d->on), *table;
        struct op *op = i->make[own_part(d->part)];

        if (!on || !op || is_of_its_rows(d->on, i->pair->to))
            continue;
        edge_add(p, op, on->make[PART_SELF]);
        after_renames(p, op, on);
        if (i->pair->to->kind->id == KIND_COLUMN && d->part == PART_SELF)
            after_attributes(p, i, op, d->on);
        if (d->on->kind->id == KIND_OPERATOR_FAMILY && d->part == PART_SELF) /* added later they might be of the class */
            edge_add(p, op, on->make[PART_MEMBERS]);
        table = d->part == PART_OWNED_BY ? parent_of(on) : NULL;
        if (table) /* both must have the same owner by then */
            edge_add(p, op, table->make[PART_SELF]);
    }
}

/* A sequence that stays a column's changes hands with the table; what is granted on it then is to be changed after that. */
static void owner_follows(struct planner *p, const struct item *i)
{
    struct op *op = i->make[PART_SELF];
    const struct depend *d;

    if (!op || op->verb != VERB_ALTER || i->pair->to->kind->id != KIND_SEQUENCE || !(op->changed & FACET_ACL))
        return;
    list_each (d, &i->pair->to->depends) {
        const struct item *table = d->part == PART_OWNED_BY && item_of(d->on) ? parent_of(item_of(d->on)) : NULL;

        if (table)
            edge_add(p, op, if_verb(table->make[PART_SELF], VERB_ALTER));
    }
}

static bool changes_in_place(const struct item *i)
{
    return i->unmake[PART_SELF] && i->unmake[PART_SELF]->verb == VERB_ALTER;
}

/* Another comment, owner or access list is in nobody's way, nor is another label. */
static bool changes_nothing_used(const struct item *i)
{
    return changes_in_place(i) && !i->unmake[PART_SELF]->retype &&
           (i->pair->from->kind->id == KIND_ENUM || !(i->unmake[PART_SELF]->changed & ~FACETS));
}

/* What moves away is out of its schema by its rename. */
static void leave_schema(struct planner *p, const struct item *i)
{
    const char *was = i->pair->from->was_schema;
    struct depend *d;

    list_each (d, &i->pair->from->depends) {
        const struct item *on = item_of(d->on);

        if (!on || !was || d->on->kind->id != KIND_SCHEMA)
            continue;
        if (strcmp(d->on->name, was) == 0)
            edge_add(p, on->unmake[PART_SELF], i->rename);
        else if (d->on->was && strcmp(d->on->was, was) == 0) /* which still bears the name by which that is said */
            edge_add(p, on->rename, i->rename);
    }
}

/* DROP names what it uses, by the name that this has while it is not put aside; what is put aside itself goes on using what is put aside. */
static bool drop_names_types(const struct op *op)
{
    return op->verb == VERB_DROP && !op->aside && (op->old->signature || op->old->kind->place == PLACE_TOP);
}

static void old_side(struct planner *p, struct item *i)
{
    struct item *schema = i->pair->from ? schema_of(p, i->pair->from) : NULL;
    struct item *parent = parent_of(i);
    struct depend *d;

    if (!i->pair->from)
        return;
    leave_schema(p, i);
    if (parent && !changes_nothing_used(parent) && i->unmake[PART_SELF] && i->unmake[PART_SELF]->verb == VERB_DROP && i->unmake[PART_SELF]->item == i)
        edge_add(p, parent->aside ? parent->aside_op : parent->unmake[PART_SELF], i->unmake[PART_SELF]);
    if (parent && i->pair->from->kind->id == KIND_POLICY)
        edge_add(p, i->unmake[PART_SELF], if_verb(parent->unmake[PART_SECURITY], VERB_DROP));
    if (schema && !changes_in_place(schema))
        edge_add(p, schema->unmake[PART_SELF], i->unmake[PART_SELF]);
    for (int part = PART_SELF + 1; part < PART_COUNT; part++)
        if (i->unmake[part] && i->unmake[part]->verb == VERB_DROP)
            edge_add(p, i->unmake[PART_SELF], i->unmake[part]);
    list_each (d, &i->pair->from->depends) {
        struct item *on = item_of(d->on);
        struct op *op = i->unmake[own_part(d->part)];

        if (!on || !op || is_of_its_rows(d->on, i->pair->from))
            continue;
        if (op->item != i && parent && parent_of(on) == parent && parent->state == STATE_DROP)
            continue; /* both go with their table */
        if (drop_names_types(op))
            after_renames(p, op, on);
        if (changes_nothing_used(on) || (changes_in_place(on) && (op->verb != VERB_DROP || op->aside)))
            continue; /* both stay: the new side says which comes first; and what is put aside is in nobody's way */
        edge_add(p, on->unmake[PART_SELF], op);
        if (drop_names_types(op))
            edge_add(p, on->aside_op, op);
    }
}

bool chosen_by_arguments(const struct object *o)
{
    return (o->kind->space & SPACE_ROUTINE) || o->kind->id == KIND_OPERATOR;
}

/* What is made again because something it used goes must not find the old one and use it again: a view
 * takes the function whose arguments fit best. A column names its type. */
static void after_the_old(struct planner *p, struct item *i)
{
    struct depend *d;

    if (i->state == STATE_REBUILD && !i->aside)
        list_each (d, &i->pair->from->depends) {
            struct item *on = item_of(d->on);

            if (on && on->state == STATE_DROP && (i->pair->from->kind->id != KIND_COLUMN || chosen_by_arguments(d->on)))
                edge_add(p, i->make[PART_SELF], on->aside ? on->aside_op : on->unmake[PART_SELF]);
        }
}

/* What is made while a transform is there is tied to it by the types that it takes. */
static void after_transforms(struct planner *p)
{
    struct list gone = {0};
    struct item *i, *t;

    list_each (i, &p->items) {
        if (i->state == STATE_DROP && i->pair->from->kind->id == KIND_TRANSFORM)
            list_push(p->arena, &gone, i);
    }
    list_each (i, &p->items) {
        const struct routine *r = (const struct routine *)i->pair->to;

        if (!gone.n || !r || !i->make[PART_SELF] || (r->base.kind->id != KIND_FUNCTION && r->base.kind->id != KIND_PROCEDURE))
            continue;
        list_each (t, &gone) {
            if (r->language && strcmp(r->language, ((const struct transform *)t->pair->from)->language) == 0)
                edge_add(p, i->make[PART_SELF], t->unmake[PART_SELF]);
        }
    }
}

/* Both sides of one item, and the renames that everything else is named by. */
static void own_order(struct planner *p, struct item *i)
{
    const struct item *parent = parent_of(i);
    const struct item *schema = schema_of(p, item_object(parent ? parent : i)); /* an index bears that of its table */
    struct op *renamed[] = {i->rename, parent ? parent->rename : NULL, schema ? schema->rename : NULL};

    if (i->aside)
        edge_add(p, i->unmake[PART_SELF], i->aside_op);
    for (int part = 0; part < PART_COUNT; part++) {
        if (!i->aside && i->make[part] != i->unmake[part] && !if_verb(i->make[part], VERB_ASIDE))
            edge_add(p, i->make[part], i->unmake[part]);
        for (size_t r = 0; r < sizeof(renamed) / sizeof(renamed[0]); r++) {
            edge_add(p, i->make[part], renamed[r]);
            if (!(i->unmake[part] && i->unmake[part]->early))
                edge_add(p, i->unmake[part], renamed[r]);
        }
    }
    for (size_t r = 0; r < sizeof(renamed) / sizeof(renamed[0]); r++)
        edge_add(p, i->aside_op, renamed[r]);
    edge_add(p, i->rename, renamed[1]);
    edge_add(p, i->rename, renamed[2]);
}

/* A sequence that leaves its column does so while both are where they were, and one that stays goes with its table. */
static void owner_moves(struct planner *p, struct item *i)
{
    const struct object *owner = i->pair->from && i->pair->from->kind->id == KIND_SEQUENCE ? sequence_owner(i->pair->from) : NULL;
    struct op *off = i->unmake[PART_OWNED_BY];
    struct op *moved = owner && item_of(owner->parent) ? item_of(owner->parent)->rename : NULL;

    if (i->rename && i->rename->follows)
        edge_add(p, i->rename, moved);
    if (!off || !off->early)
        return;
    edge_add(p, i->rename, off);
    edge_add(p, moved, off);
}

/* A generated column that is computed from one behind it: CREATE TABLE can say that, ADD COLUMN cannot. */
static bool needs_later(const struct object *column)
{
    const struct depend *d;

    list_each (d, &column->depends)
        if (d->part == PART_SELF && d->on->parent == column->parent && d->on->kind == column->kind && d->on->position > column->position)
            return true;
    return false;
}

/* New columns and attributes come in the order of the model. */
static void column_order(struct planner *p)
{
    struct item *i;
    struct op *before = NULL;
    const struct object *parent = NULL;

    list_each (i, &p->items) {
        struct op *op = i->make[PART_SELF];

        if (!i->pair->to || !i->pair->to->kind->ordered || !op || op->verb != VERB_CREATE || op->item != i || needs_later(i->pair->to))
            continue;
        if (i->pair->to->parent == parent)
            edge_add(p, op, before);
        parent = i->pair->to->parent;
        before = op;
    }
}

static void around_op(struct planner *p, struct op *op, const struct item *user, enum part part)
{
    edge_add(p, op, user->unmake[part]);
    edge_add(p, user->make[part], op);
}

/* What knows a composite comes down before one of its attributes gets another type, and back after it. */
static void composite_order(struct planner *p, const struct item *attribute)
{
    const struct object *o = attribute->pair->from;
    struct item *composite = o && o->kind->id == KIND_ATTRIBUTE ? item_of(o->parent) : NULL;
    struct op *op = attribute->make[PART_SELF];
    struct list kept, defaults;
    const struct dependent *x;
    const struct item *user;

    if (!composite || !op || !column_retyped(attribute))
        return;
    list_each (x, &composite->dependents) {
        if (!knows_attributes(x->item->pair->from))
            continue;
        edge_add(p, op, x->item->unmake[PART_SELF]);
        if (x->item->state == STATE_REBUILD)
            edge_add(p, x->item->make[PART_SELF], op);
    }
    if (composite->state == STATE_REBUILD)
        return;
    kept = rows_kept(p, composite, &defaults);
    list_each (user, &kept)
        around_op(p, op, user, PART_SELF);
    list_each (user, &defaults)
        around_op(p, op, user, PART_DEFAULT);
}

void plan_edges(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        new_side(p, i);
        owner_follows(p, i);
        storage_last(p, i);
        old_side(p, i);
        own_order(p, i);
        owner_moves(p, i);
        after_the_old(p, i);
        composite_order(p, i);
        not_null_edges(p, i);
    }
    after_transforms(p);
    foreign_key_edges(p); /* says which of two keys comes first */
    inherit_edges(p);
    remake_edges(p);
    domain_edges(p);
    row_type_edges(p);
    computed_edges(p);
    name_edges(p);
    slot_edges(p);
    column_order(p);
    plan_carriers(p);
}
