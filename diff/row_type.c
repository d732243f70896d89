/* Rows of tables in columns of others and in materialized views, and expressions with their type. While they are there the server adds no
 * column with a value to the table, and changes no type in it: it would have to find and change each of them. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include <string.h>

enum { DEPTH_LIMIT = 32 }; /* of types in types */

static bool constrained(const struct object *column, int depth)
{
    const struct depend *d;
    const struct object *check;

    list_each (d, &column->depends) {
        if (d->part != PART_SELF || d->on->kind->id != KIND_DOMAIN || depth > DEPTH_LIMIT)
            continue;
        if (((const struct domain *)d->on)->not_null || constrained(d->on, depth + 1))
            return true;
        list_each (check, &d->on->children)
            if (check->kind->id == KIND_CHECK)
                return true;
    }
    return false;
}

static bool adds_values(const struct item *i)
{
    const struct column *c = (const struct column *)i->pair->to;

    if (i->state != STATE_CREATE && i->state != STATE_REBUILD)
        return false;
    return !c->virtual_ && (c->default_ || c->generated || c->identity || constrained(&c->base, 0));
}

bool changes_rows(const struct planner *p, const struct item *i)
{
    const struct item *table = item_object(i)->kind->id == KIND_COLUMN ? parent_of(i) : NULL;

    if (!table || !item_settled(table) || !i->pair->to)
        return false;
    return (adds_values(i) && table_holds_rows(table->pair->to)) /* to others the server adds it without a look */ || (item_settled(i) && (column_retyped(i) || retyped_above(p, i)));
}

static const char *shape_of(const struct object *o)
{
    if (!o)
        return NULL;
    return o->kind->id == KIND_VIEW ? ((const struct view *)o)->shape : ((const struct matview *)o)->shape;
}

static bool shape_has(const char *shape, const char *type)
{
    AUTO_ARENA a = {0};
    struct list columns = {0};
    const struct shape_column *c;
    size_t n = strlen(type);

    shape_columns(&a, shape, &columns);
    list_each (c, &columns)
        if (strncmp(c->type, type, n) == 0 && (c->type[n] == '\0' || c->type[n] == '['))
            return true;
    return false;
}

/* Whether one of its columns is of the type. The shape has the names that its side had; it is known of what is read
 * from a server, and else where the queries had to be compared there. */
bool view_has_column_of(const struct object *o, const struct object *type)
{
    AUTO_ARENA a = {0};
    const struct item *i = item_of(o);
    const struct object *other = !i ? NULL : i->like ? i->like : o == i->pair->to ? i->pair->from : i->pair->to;
    const char *shape = shape_of(o) ? shape_of(o) : shape_of(other);

    return !shape || shape_has(shape, sql_qualified(&a, type->schema, type->name)) ||
           shape_has(shape, sql_qualified(&a, type->was_schema ? type->was_schema : type->schema, type->was ? type->was : type->name));
}

struct search {
    struct arena *arena;
    struct list types; /* struct item, of which are values that have rows of the table in them */
    struct list found;
    struct list defaults; /* struct item: columns whose defaults have the type in them */
};

static void add_once(struct arena *a, struct list *l, struct item *i)
{
    const struct item *other;

    list_each (other, l) {
        if (other == i)
            return;
    }
    list_push(a, l, i);
}

/* What can only mean a type by it, for it has expressions and no more. */
static bool is_expression(const struct object *o)
{
    return o->kind->id == KIND_CHECK || o->kind->id == KIND_INDEX || o->kind->id == KIND_STATISTICS || o->kind->id == KIND_POLICY ||
           o->kind->id == KIND_EXCLUSION || o->kind->id == KIND_TRIGGER || o->kind->id == KIND_RULE;
}

/* What reads a view has the types of its columns without a word of them. */
static bool has_column_of_any(const struct search *s, const struct object *o)
{
    const struct item *type;

    list_each (type, &s->types) {
        if (view_has_column_of(o, type->pair->from))
            return true;
    }
    return false;
}

static void look_at(struct search *s, const struct item *type, struct item *i)
{
    const struct object *o = i->pair->from;
    bool means_type = !(type->pair->from->kind->space & SPACE_RELATION); /* what names a table may mean that */

    switch ((int)o->kind->id) {
    case KIND_ATTRIBUTE:
        if (item_of(o->parent))
            add_once(s->arena, &s->types, item_of(o->parent));
        break;
    case KIND_DOMAIN:
    case KIND_RANGE:
        add_once(s->arena, &s->types, i);
        break;
    case KIND_VIEW:
        if (has_column_of_any(s, o))
            add_once(s->arena, &s->types, i);
        if (means_type)
            add_once(s->arena, &s->found, i);
        break;
    case KIND_COLUMN:
        if (item_of(o->parent) != s->types.at[0]) /* no table is within itself, by whatever way */
            add_once(s->arena, &s->found, i);
        break;
    case KIND_MATVIEW:
        if (means_type || has_column_of_any(s, o))
            add_once(s->arena, &s->found, i);
        break;
    default:
        if (is_expression(o) && means_type)
            add_once(s->arena, &s->found, i);
        break;
    }
}

struct list rows_kept(struct planner *p, struct item *table, struct list *ret_defaults)
{
    struct search s = {.arena = p->arena};
    const struct dependent *x;
    struct item *user;

    add_once(s.arena, &s.types, table);
    for (size_t n = 0; n < s.types.n; n++) { /* grows while it is walked */
        const struct item *type = s.types.at[n];

        list_each (x, &type->dependents)
            if (x->part == PART_SELF)
                look_at(&s, type, x->item);
            else if (x->part == PART_DEFAULT)
                add_once(s.arena, &s.defaults, x->item);
        list_each (user, &type->row_users)
            add_once(s.arena, &s.found, user);
    }
    *ret_defaults = s.defaults;
    return s.found;
}

static bool has_rows(const struct object *o, const struct object *table, enum part part, int depth);

static bool type_has_rows(const struct object *type, const struct object *table, int depth)
{
    const struct object *attribute;

    if (type == table)
        return true;
    if (depth > DEPTH_LIMIT)
        return false;
    if (type->kind->id == KIND_DOMAIN || type->kind->id == KIND_RANGE || type->kind->id == KIND_VIEW)
        return has_rows(type, table, PART_SELF, depth + 1);
    if (type->kind->id != KIND_COMPOSITE)
        return false;
    list_each (attribute, &type->children)
        if (has_rows(attribute, table, PART_SELF, depth + 1))
            return true;
    return false;
}

/* Whether values of it have rows of the table in them, on the new side. */
static bool has_rows(const struct object *o, const struct object *table, enum part part, int depth)
{
    const struct depend *d;

    for (size_t n = 0; depth == 0 && part == PART_SELF && n < o->row_types.n; n++) { /* what it says of others is not in its values */
        if (type_has_rows(o->row_types.at[n], table, depth))
            return true;
    }
    list_each (d, &o->depends) {
        if (d->part != part || (is_expression(o) && d->on->kind->space & SPACE_RELATION))
            continue;
        if ((o->kind->id == KIND_VIEW || o->kind->id == KIND_MATVIEW) && !view_has_column_of(o, d->on) &&
            !(d->on->kind->id == KIND_VIEW && view_has_column_of(o, table)))
            continue;
        if (type_has_rows(d->on, table, depth))
            return true;
    }
    return false;
}

static bool is_kept(const struct item *i, const struct item *table)
{
    const struct object *o = i->pair->to;

    return o && (o->row_types.n || o->parent != table->pair->to) && has_rows(o, table->pair->to, PART_SELF, 0);
}

/* Whether it may come to keep rows of any table. */
static bool comes(const struct item *i)
{
    const struct object *o = i->pair->to;
    const struct depend *d;

    if (!o || !i->make[PART_SELF])
        return false;
    if (o->row_types.n)
        return true;
    if ((o->kind->id != KIND_COLUMN && o->kind->id != KIND_MATVIEW && o->kind->id != KIND_VIEW && !is_expression(o)) ||
        !(i->make[PART_SELF]->verb == VERB_CREATE || column_retyped(i)))
        return false;
    list_each (d, &o->depends) {
        enum kind_id on = d->on->kind->id;

        if (d->part == PART_SELF && d->on != o->parent &&
            (on == KIND_TABLE || on == KIND_COMPOSITE || on == KIND_DOMAIN || on == KIND_RANGE || on == KIND_VIEW))
            return true;
    }
    return false;
}

/* Tables with changes that their rows elsewhere would be in the way of. */
static struct list tables_changing(struct planner *p)
{
    struct list found = {0};
    const struct item *i;

    list_each (i, &p->items)
        if (changes_rows(p, i))
            add_once(p->arena, &found, parent_of(i));
    return found;
}

static bool is_added(const struct item *i)
{
    return item_object(i)->kind->id == KIND_COLUMN && (i->state == STATE_CREATE || i->state == STATE_REBUILD);
}

/* All changes of the table come after `before`, and before `after`; either may be NULL. */
static void around(struct planner *p, const struct item *table, struct op *before, struct op *after)
{
    const struct object *o;

    list_each (o, &table->pair->to->children) {
        const struct item *i = item_of(o);

        if (!i || !(changes_rows(p, i) || is_added(i)))
            continue;
        edge_add(p, i->make[PART_SELF], before);
        edge_add(p, if_verb(i->unmake[PART_SELF], VERB_ALTER), before); /* to text meanwhile */
        edge_add(p, after, i->make[PART_SELF]);
    }
}

/* The text of a row has what is there when it is written, and is read as one of what is there then: columns go before, and those that
 * come are put to it. */
static void text_of_rows(struct planner *p, const struct item *table, const struct item *column)
{
    const char *type = ((const struct column *)column->pair->to)->type;
    const struct object *o;
    AUTO_ARENA a = {0};

    list_each (o, &table->pair->from->children) {
        const struct item *i = item_of(o);

        if (i && o->kind->id == KIND_COLUMN && (i->state == STATE_DROP || i->state == STATE_REBUILD))
            edge_add(p, column->unmake[PART_SELF], i->unmake[PART_SELF]);
    }
    list_each (o, &table->pair->to->children)
        if (item_of(o) && is_added(item_of(o)) && strcmp(type, sql_qualified(&a, o->parent->schema, o->parent->name)) == 0)
            column->make[PART_SELF]->added++;
}

static unsigned n_columns(const char *shape)
{
    AUTO_ARENA a = {0};
    struct list columns = {0};

    shape_columns(&a, shape, &columns);
    return (unsigned)columns.n;
}

/* A view that is made again with more columns than it had, and a column of its rows that is text meanwhile. */
static void text_of_view(const struct item *column)
{
    const char *type = ((const struct column *)column->pair->to)->type;
    const struct depend *d;
    AUTO_ARENA a = {0};

    list_each (d, &column->pair->to->depends) {
        const struct item *view = item_of(d->on);
        const char *from, *to;

        if (!view || !view->pair->from || d->part != PART_SELF || (d->on->kind->id != KIND_VIEW && d->on->kind->id != KIND_MATVIEW) ||
            strcmp(type, sql_qualified(&a, d->on->schema, d->on->name)) != 0)
            continue;
        from = shape_of(view->pair->from);
        to = shape_of(view->pair->to);
        if (from && to && n_columns(to) > n_columns(from))
            column->make[PART_SELF]->added = n_columns(to) - n_columns(from);
    }
}

/* What the table itself has: one command that changes its columns looks at what was there before it, and at what it has added. */
static void of_itself(struct op *op, const struct item *i, const struct item *table)
{
    if (op && parent_of(i) == table)
        op->cut = true;
}

/* Not all columns of a new table need come with it. */
static void after_late_columns(struct planner *p, const struct item *i)
{
    const struct object *of, *o;

    if (!i->pair->to || !i->make[PART_SELF])
        return;
    list_each (of, &i->pair->to->row_types) {
        if (of->kind->id != KIND_TABLE || !item_of(of) || item_settled(item_of(of)))
            continue;
        list_each (o, &of->children)
            if (o->kind->id == KIND_COLUMN && item_of(o) && adds_values(item_of(o)))
                edge_add(p, i->make[PART_SELF], item_of(o)->make[PART_SELF]);
        of_itself(i->make[PART_SELF], i, item_of(of));
    }
}

/* A column comes to partitions and children that go, too, as long as they are there. */
static void rows_gone_below(struct planner *p, const struct object *table, const struct list *users, enum part part, int depth)
{
    struct object *above;
    struct item *i;

    for (size_t n = 0; depth < DEPTH_LIMIT && table_parent_name(table, n); n++) {
        above = table_parent(p->diff->from, table, n);
        if (!above || !item_of(above) || !item_settled(item_of(above)))
            continue;
        list_each (i, users)
            around(p, item_of(above), i->unmake[part], NULL);
        rows_gone_below(p, above, users, part, depth + 1);
    }
}

static void gone_below(struct planner *p, struct item *table)
{
    struct list kept, defaults;

    if (table->state != STATE_DROP || !(table->dependents.n || table->row_users.n) || !table_inherits(table->pair->from))
        return;
    kept = rows_kept(p, table, &defaults);
    rows_gone_below(p, table->pair->from, &kept, PART_SELF, 0);
    rows_gone_below(p, table->pair->from, &defaults, PART_DEFAULT, 0);
}

void row_type_edges(struct planner *p)
{
    struct list tables = tables_changing(p), kept, defaults, coming = {0};
    struct item *table, *i;

    list_each (i, &p->items) {
        after_late_columns(p, i);
        gone_below(p, i);
        if (i->parked && i->make[PART_SELF] && i->make[PART_SELF]->item == i)
            text_of_view(i);
    }
    if (!tables.n)
        return;
    list_each (i, &p->items)
        if (comes(i))
            list_push(p->arena, &coming, i);
    list_each (table, &tables) {
        kept = rows_kept(p, table, &defaults);
        list_each (i, &kept) {
            around(p, table, i->unmake[PART_SELF], NULL);
            of_itself(i->unmake[PART_SELF], i, table);
            if (i->parked && i->make[PART_SELF] && i->make[PART_SELF]->item == i)
                text_of_rows(p, table, i);
        }
        list_each (i, &defaults) {
            around(p, table, i->unmake[PART_DEFAULT], NULL);
            of_itself(i->unmake[PART_DEFAULT], i, table);
        }
        list_each (i, &p->items)
            if (i->make[PART_DEFAULT] && i->pair->to && has_rows(i->pair->to, table->pair->to, PART_DEFAULT, 0)) {
                around(p, table, NULL, i->make[PART_DEFAULT]);
                of_itself(i->make[PART_DEFAULT], i, table);
            }
        list_each (i, &coming)
            if (is_kept(i, table)) {
                around(p, table, NULL, i->make[PART_SELF]);
                of_itself(i->make[PART_SELF], i, table);
            }
    }
}
