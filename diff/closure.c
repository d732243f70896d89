/* What happens to each pair: the differences say the first part (state.c), the dependents of what is dropped or changes
 * its type the rest. PostgreSQL refuses to drop or retype what something else needs; kedge never cascades, so
 * every dependent is taken down and built again by name. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 32 }; /* of types in types */

bool column_retyped(const struct item *i)
{
    const struct kind *k = i->pair->to ? i->pair->to->kind : i->pair->from->kind;

    if (k->id != KIND_COLUMN && k->id != KIND_ATTRIBUTE)
        return false;
    return i->retype || (i->state == STATE_ALTER &&
                         (i->changed & (field_bit(k, "type") | field_bit(k, "collation"))) != 0);
}

/* The worklist of the closure. */
struct work {
    struct planner *planner;
    struct list todo; /* struct item whose dependents must be looked at */
};

/* first: it has to go before it can come again. */
static void rebuild(struct work *w, struct item *i, const char *because, bool first)
{
    struct object *child;

    if (i->state == STATE_DROP || i->state == STATE_CREATE || (i->state == STATE_REBUILD && !(i->aside && first)) || !i->pair->from ||
        !i->pair->to)
        return;
    i->state = STATE_REBUILD;
    i->because = because;
    if (table_holds_rows(i->pair->from) && table_holds_rows(i->pair->to) && !remade_above(w->planner, i)) /* whatever it is for: never without its rows */
        i->remade = true;
    i->aside = !first && aside_rather(i);
    list_push(w->planner->arena, &w->todo, i);
    if (i->aside)
        return;
    list_each (child, &i->pair->from->children) { /* they go with it and come back with it */
        if (item_of(child)) /* not one that is left alone */
            rebuild(w, item_of(child), because, first);
    }
}

/* Whether columns of tables have the type, by itself or within another; where a table is made of it, its attributes
 * change with that. */
static bool is_stored(const struct item *type, int depth)
{
    const struct dependent *x;
    bool stored = false;

    list_each (x, &type->dependents) {
        const struct object *o = x->item->pair->from;

        if (x->part != PART_SELF || depth > DEPTH_LIMIT)
            continue;
        if (o->kind->id == KIND_TABLE)
            return false;
        if (o->kind->id == KIND_COLUMN)
            stored = true;
        else if (o->kind->id == KIND_ATTRIBUTE && item_of(o->parent) != type)
            stored = stored || is_stored(item_of(o->parent), depth + 1);
        else if (o->kind->id == KIND_DOMAIN || o->kind->id == KIND_RANGE)
            stored = stored || is_stored(x->item, depth + 1);
    }
    return stored;
}

/* An attribute changes its type in place only while no column has the composite type. */
static void attribute_retyped(struct work *w, const struct item *i)
{
    struct item *type = i->pair->from->kind->id == KIND_ATTRIBUTE ? item_of(i->pair->from->parent) : NULL;
    const struct dependent *x;

    for (size_t n = 0; type && n < type->dependents.n; n++) { /* while there is a table of it, neither */
        x = type->dependents.at[n];
        if (x->part == PART_ATTACH)
            x->item->off[PART_ATTACH] = true;
    }
    if (type && is_stored(type, 0))
        rebuild(w, type, i->because ? i->because : i->pair->from->address, false);
}

/* A table that is made again since a type in its partition key is, with all of its partitions. */
static void remake(struct work *w, struct item *column, const char *because)
{
    const struct item *table = remake_for(column) ? parent_of(column) : NULL;
    struct item *i;

    list_each (i, &w->planner->items) {
        if (table && item_object(i)->kind->id == KIND_TABLE && remade_above(w->planner, i))
            rebuild(w, i, because, false);
    }
}

static void retype(struct work *w, struct item *i, const char *because)
{
    if (i->state == STATE_DROP || i->state == STATE_CREATE || i->state == STATE_REBUILD || i->retype)
        return;
    i->retype = true;
    i->state = STATE_ALTER;
    i->because = because;
    list_push(w->planner->arena, &w->todo, i);
    attribute_retyped(w, i);
    remake(w, i, because);
}

static bool is_column(const struct object *o)
{
    return o->kind->id == KIND_COLUMN || o->kind->id == KIND_ATTRIBUTE;
}

static bool generated_column(const struct object *o)
{
    return o->kind->id == KIND_COLUMN && ((const struct column *)o)->generated;
}

/* Lists of what is used, from which a member can be taken, and the access method of a table. */
static bool lets_go_by_change(const struct planner *p, const struct object *on, const struct object *o)
{
    return o->kind->id == KIND_PUBLICATION || o->kind->id == KIND_TS_CONFIGURATION || o->kind->id == KIND_WRAPPER ||
           (o->kind->id == KIND_TABLE && on->kind->id == KIND_ACCESS_METHOD && server_version(p) >= 150000);
}

static bool query_replaced(const struct item *i)
{
    return i->pair->from->kind->id == KIND_VIEW && i->changed & field_bit(kinds[KIND_VIEW], "query");
}

/* What goes and what the new side has in its place bear one name: a view that becomes a materialized view. */
bool uses_name_of(const struct object *gone, const struct object *on)
{
    return on->kind != gone->kind && (on->kind->space & gone->kind->space & (SPACE_RELATION | SPACE_TYPE)) && on->schema && gone->schema &&
           strcmp(on->schema, gone->schema) == 0 && strcmp(on->name, gone->name) == 0;
}

static bool uses_successor(const struct object *gone, const struct object *o)
{
    const struct depend *d;

    list_each (d, &o->depends) {
        if (uses_name_of(gone, d->on))
            return true;
    }
    return false;
}

/* A column changes once the key is gone that it is in, and a view is replaced once its columns have changed: it cannot let go of the key before. */
static bool key_comes_first(const struct item *key)
{
    const struct depend *d;

    if (key->pair->from->kind->id != KIND_PRIMARY_KEY)
        return false;
    list_each (d, &key->pair->from->depends) {
        if (d->on->kind->id == KIND_COLUMN && item_of(d->on) && item_of(d->on)->state == STATE_ALTER)
            return true;
    }
    return false;
}

/* A column that goes stays of the old type, which has another name by then than what the view is to have. */
static bool type_aside(const struct item *column)
{
    const struct depend *d;

    list_each (d, &column->pair->from->depends) {
        if (d->part == PART_SELF && item_of(d->on) && item_of(d->on)->aside)
            return true;
    }
    return false;
}

static void remake_views(struct work *w, const struct item *column, const char *because)
{
    const struct dependent *x;

    list_each (x, &column->dependents)
        if (query_replaced(x->item))
            rebuild(w, x->item, because, false);
}

/* What goes for good needs no rebuild of what lets go of it by its own change; and a column is never made
 * anew for it: its values would be lost where the server would only refuse. */
static bool lets_go(const struct planner *p, const struct item *on, const struct item *i)
{
    const struct object *o = i->pair->from;

    if (on->state != STATE_DROP || on->pair->from->kind->id == KIND_TRANSFORM) /* it would be found again */
        return false;
    return (i->state == STATE_ALTER && !uses_successor(on->pair->from, i->pair->to) &&
            (o->kind->space & SPACE_ROUTINE || lets_go_by_change(p, on->pair->from, o) ||
             (query_replaced(i) && !key_comes_first(on) && !type_aside(on)))) ||
           (is_column(o) && !generated_column(o));
}

/* Whether what it needs is gone before it comes again, or what bears its name then. */
static bool comes_again(const struct item *on, const struct item *i)
{
    if (on->state == STATE_REBUILD || on->aside)
        return !on->aside;
    return on->state == STATE_DROP && uses_successor(on->pair->from, i->pair->to);
}

static bool has_own_type(const struct object *column)
{
    const struct depend *d;

    list_each (d, &column->depends)
        if (d->part == PART_SELF && d->on->kind->space & SPACE_TYPE && d->on != column->parent)
            return true;
    return false;
}

static void hold_text(struct work *w, struct item *i, const char *because)
{
    struct item *table = item_table(i);

    if (i->parked || (i->state != STATE_SAME && i->state != STATE_ALTER))
        return;
    i->parked = i->retype = true;
    if (table && table_is_typed(table->pair->from) && table_is_typed(table->pair->to)) /* which its columns follow */
        table->off[PART_ATTACH] = true;
    i->state = STATE_ALTER;
    i->because = because;
    list_push(w->planner->arena, &w->todo, i);
}

/* A type that cannot be there twice goes from under its columns: they hold their values as text meanwhile. What is made of it goes
 * with it. */
static bool park(struct work *w, struct item *on, struct item *i)
{
    const char *because = on->pair->from->address;
    const struct object *o = i->pair->from;

    if (!(on->pair->from->kind->space & SPACE_TYPE) || !comes_again(on, i))
        return false;
    if (o->kind->id == KIND_ATTRIBUTE) {
        rebuild(w, item_of(o->parent), because, true);
        return true;
    }
    if (o->kind->id != KIND_COLUMN || generated_column(o) || !has_own_type(i->pair->to))
        return false;
    hold_text(w, i, because);
    return true;
}

/* A column that changes to a type without what goes. What is put aside it may leave later, by way of the text. */
static bool gets_other_type(const struct item *on, const struct item *i)
{
    return !on->aside && is_column(i->pair->from) && !generated_column(i->pair->from) && column_retyped(i) && !i->retype &&
           !(on->pair->to && object_needs(i->pair->to, on->pair->to));
}

static bool is_made_of(const struct object *o, const struct object *type, int depth)
{
    const struct depend *d;

    list_each (d, &o->depends) {
        if (d->part == PART_SELF && (d->on == type || (depth < DEPTH_LIMIT && d->on->kind->id == KIND_DOMAIN && is_made_of(d->on, type, depth + 1))))
            return true;
    }
    return false;
}

/* Columns go from one domain to another, and both are of a type that comes again: the one goes before it, the other comes after. */
static void leave_by_text(struct work *w, const struct item *on, const struct item *domain, int depth)
{
    const struct dependent *x;

    list_each (x, &domain->dependents) {
        const struct object *o = x->item->pair->from, *to = x->item->pair->to;

        if (x->part != PART_SELF || depth > DEPTH_LIMIT)
            continue;
        if (o->kind->id == KIND_DOMAIN && x->item->state == STATE_DROP)
            leave_by_text(w, on, x->item, depth + 1);
        else if (o->kind->id == KIND_COLUMN && to && !generated_column(o) && column_retyped(x->item) && is_made_of(to, on->pair->to, 0))
            hold_text(w, x->item, on->pair->from->address);
    }
}

/* `i` needs `on`, which is dropped, rebuilt or changes its type. */
static void affect(struct work *w, struct item *on, struct item *i, enum part part)
{
    const char *because = on->pair->from->address;

    if (i->state == STATE_DROP && on->aside && is_column(i->pair->from))
        remake_views(w, i, because);
    if (i->state == STATE_DROP && i->pair->from->kind->id == KIND_DOMAIN && part == PART_SELF && on->state == STATE_REBUILD && !on->aside)
        leave_by_text(w, on, i, 0);
    if (i->state == STATE_DROP || !i->pair->to)
        return;
    if (part == PART_MEMBERS || part == PART_EXTENSION) { /* what goes for good is taken out by the change */
        i->off[part] = on->state != STATE_DROP;
        return;
    }
    if (part == PART_DEFAULT || part == PART_OWNED_BY || part == PART_LATE || part == PART_STATES || part == PART_ATTACH) {
        i->off[part] = true;
        return;
    }
    if (on->state == STATE_DROP && on->aside && is_column(i->pair->from) && !generated_column(i->pair->from)) {
        if (!column_retyped(i)) /* the name of its type is the same */
            retype(w, i, because);
        return;
    }
    if (park(w, on, i) || lets_go(w->planner, on, i) || gets_other_type(on, i))
        return;
    if (column_retyped(on) && !on->parked && follows_type_change(w->planner, on, i)) {
        keeps_targets(i);
        return;
    }
    if (is_column(i->pair->from) && on->aside && !generated_column(i->pair->from))
        retype(w, i, because);
    else
        rebuild(w, i, because, comes_again(on, i));
}

/* What is computed is computed again; columns hold text meanwhile. */
static void affect_rows(struct work *w, struct item *type, const char *because)
{
    struct list defaults, kept = rows_kept(w->planner, type, &defaults);
    struct item *i;

    list_each (i, &defaults)
        i->off[PART_DEFAULT] = true;
    list_each (i, &kept) {
        if (i->pair->from->kind->id != KIND_COLUMN || generated_column(i->pair->from))
            rebuild(w, i, because, false);
        else if (i->pair->to && has_own_type(i->pair->to) && type->pair->from->kind->id != KIND_COMPOSITE)
            hold_text(w, i, because);
    }
}

bool knows_attributes(const struct object *o)
{
    return o->kind->id == KIND_VIEW || o->kind->id == KIND_MATVIEW || o->kind->id == KIND_RULE ||
           o->kind->id == KIND_TRANSFORM;
}

/* An attribute gets another type: what knows the whole composite is made again; functions, operators and casts are
 * not in the server's way. */
static void affect_composite(struct work *w, const struct item *attribute)
{
    const struct object *o = attribute->pair->from;
    struct item *composite = o && o->kind->id == KIND_ATTRIBUTE ? item_of(o->parent) : NULL;
    const struct dependent *x;

    if (!composite || !column_retyped(attribute))
        return;
    list_each (x, &composite->dependents) {
        if (knows_attributes(x->item->pair->from) && x->item->pair->to)
            rebuild(w, x->item, o->address, false);
    }
    if (composite->state != STATE_REBUILD)
        affect_rows(w, composite, o->address);
}

static bool disturbs(const struct item *i)
{
    return i->state == STATE_DROP || i->state == STATE_REBUILD || column_retyped(i);
}

void plan_states(struct planner *p)
{
    struct work w = {.planner = p};
    struct item *i, *part;
    struct dependent *x;

    list_each (i, &p->items) {
        i->state = own_state(p, i);
        i->changed = i->pair->changed;
        i->aside = aside_for_name(p, i);
    }
    inherit_states(p);
    remake_states(p);
    domain_states(p);
    list_each (i, &p->items) {
        if (i->state == STATE_ALTER && i->pair->to->kind->id == KIND_BASE_TYPE && i->changed & field_bit(i->pair->to->kind, "storage"))
            storage_follows(p, i);
    }
    list_each (i, &p->items) {
        if (i->state == STATE_REBUILD) {
            i->state = STATE_SAME;
            rebuild(&w, i, i->because, false);
        } else if (disturbs(i)) {
            list_push(p->arena, &w.todo, i);
            if (column_retyped(i))
                attribute_retyped(&w, i);
        }
    }
    list_each (i, &p->items)
        if (i->state == STATE_CREATE && changes_rows(p, i))
            affect_rows(&w, parent_of(i), i->pair->to->address);
    for (size_t n = 0; n < w.todo.n; n++) { /* grows while it is walked */
        i = w.todo.at[n];
        list_each (x, &i->dependents) {
            affect(&w, i, x->item, x->part);
        }
        list_each (part, &i->covered)
            list_push(p->arena, &w.todo, part);
        affect_composite(&w, i);
        if (changes_rows(p, i))
            affect_rows(&w, parent_of(i), i->pair->to->address);
    }
    list_each (i, &p->items) {
        if (column_retyped(i) && i->state == STATE_ALTER)
            i->off[PART_DEFAULT] = true;
    }
    inherit_index_apart(p);
    inherit_trigger_states(p);
}
