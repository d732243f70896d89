/* A domain that becomes stricter. The server then looks at all that is of it, but cannot look into arrays, composite types
 * and ranges: what goes from there goes before, what comes there comes after, what else uses them makes room; and where a
 * column stays, the domain is made anew. */
#include "diff/plan_private.h"
#include "sql/quote.h"
#include <ctype.h>
#include <string.h>

enum { DEPTH_LIMIT = 32 }; /* of domains over domains */

/* A type that comes to the domain. */
struct way {
    struct item *type;
    bool within; /* within an array, a composite type or a range */
    bool row;    /* the type is that of a table's rows */
};

struct search {
    struct planner *planner;
    struct map *dependents; /* address -> struct list of struct dependent, of the side that is looked at */
    bool to;
    struct list ways; /* struct way */
    struct list meaning; /* struct item: what has expressions of types that are made of others */
    struct list found; /* struct dependent: what the server stumbles over */
};

static const struct object *side(const struct search *s, const struct item *i)
{
    return s->to ? i->pair->to : i->pair->from;
}

static void go_on(struct search *s, struct item *type, bool within, bool row)
{
    const struct way *w;
    struct way *new;

    list_each (w, &s->ways) {
        if (w->type == type && w->within == within)
            return;
    }
    new = arena_new(s->planner->arena, struct way);
    *new = (struct way){type, within, row};
    list_push(s->planner->arena, &s->ways, new);
}

static bool is_array(const char *type)
{
    size_t n = strlen(type);

    return n > 2 && strcmp(type + n - 2, "[]") == 0;
}

static bool text_says(const char *text, const char *word)
{
    for (const char *at = text; (at = strstr(at, word)); at++)
        if (at == text || !(isalnum((unsigned char)at[-1]) || at[-1] == '_'))
            return true;
    return false;
}

/* Whether one of the expressions has the word in it. */
static bool says(const struct record *r, const void *of, const char *word)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        const void *at = field_at(of, f), *item;

        if (f->type == FIELD_EXPR || f->type == FIELD_QUERY) {
            if (*(const char *const *)at && text_says(*(const char *const *)at, word))
                return true;
        } else if (f->type == FIELD_LIST) {
            list_each (item, (const struct list *)at)
                if (says(f->record, item, word))
                    return true;
        }
    }
    return false;
}

/* An expression comes to a value that the server cannot look into. */
static bool expression_within(const struct way *w, const struct object *type, const struct object *o)
{
    AUTO_ARENA a = {0};

    return w->within || says(&o->kind->record, o, arena_printf(&a, "%s[]", sql_ident(&a, type->name)));
}

/* Where the domain goes or comes, so does its default. */
static void default_within(struct search *s, struct item *domain)
{
    struct dependent *x = arena_new(s->planner->arena, struct dependent);

    *x = (struct dependent){domain, item_settled(domain) ? PART_DEFAULT : PART_SELF};
    list_push(s->planner->arena, &s->found, x);
}

static void look_at(struct search *s, const struct way *w, struct dependent *x)
{
    const struct object *o = side(s, x->item), *type = side(s, w->type);
    const char *of;

    switch ((int)o->kind->id) {
    case KIND_DOMAIN:
        if (((const struct domain *)o)->default_ && expression_within(w, type, o))
            default_within(s, x->item);
        go_on(s, x->item, w->within || is_array(((const struct domain *)o)->type), false);
        return;
    case KIND_RANGE:
        go_on(s, x->item, true, false);
        return;
    case KIND_ATTRIBUTE:
        go_on(s, item_of(o->parent), true, false);
        return;
    case KIND_COLUMN:
        of = ((const struct column *)o)->type;
        if (x->part == PART_SELF)
            go_on(s, item_of(o->parent), true, true);
        if (x->part == PART_SELF ? w->within || is_array(of) : expression_within(w, type, o))
            list_push(s->planner->arena, &s->found, x);
        return;
    case KIND_MATVIEW:
        if (w->row && view_has_column_of(o, type)) {
            list_push(s->planner->arena, &s->found, x);
            return;
        }
        __attribute__((fallthrough));
    default:
        if (x->part == PART_SELF && !w->row && !(o->kind->space & SPACE_ROUTINE) && !o->kind->worded && o->kind->id != KIND_CAST &&
            item_of(type) != (o->parent ? item_of(o->parent) : NULL) && expression_within(w, type, o))
            list_push(s->planner->arena, &s->found, x);
        return;
    }
}

/* Expressions of the type. */
static void look_at_meaning(struct search *s, const struct way *w)
{
    struct item *i;
    const struct object *of;

    list_each (i, &s->meaning) {
        list_each (of, &side(s, i)->row_types) {
            struct dependent *x;

            if (of != side(s, w->type))
                continue;
            x = arena_new(s->planner->arena, struct dependent);
            *x = (struct dependent){i, PART_SELF};
            list_push(s->planner->arena, &s->found, x);
        }
    }
}

static bool is_view(const struct object *o)
{
    return o && (o->kind->id == KIND_VIEW || o->kind->id == KIND_MATVIEW);
}

/* The views whose rows are values elsewhere: what they need does not say of which types their columns are. */
static struct list views_of_values(const struct search *s)
{
    struct list found = {0};
    struct item *i;

    list_each (i, &s->planner->items) {
        const struct list *users = is_view(side(s, i)) ? map_get(s->dependents, side(s, i)->address) : NULL;
        const struct dependent *x;
        bool values = false;

        for (size_t n = 0; users && n < users->n; n++) {
            const struct object *o;

            x = users->at[n];
            o = side(s, x->item);
            values = values || (o && x->part == PART_SELF && (o->kind->id == KIND_COLUMN || o->kind->id == KIND_ATTRIBUTE || o->kind->id == KIND_DOMAIN));
        }
        if (values)
            list_push(s->planner->arena, &found, i);
    }
    return found;
}

/* What the server would stumble over on one side. */
static struct list users_within(struct planner *p, struct map *dependents, struct item *domain, bool to)
{
    struct search s = {.planner = p, .dependents = dependents, .to = to};
    struct list views = views_of_values(&s);
    struct item *view, *i;

    list_each (i, &p->items)
        if (side(&s, i) && side(&s, i)->row_types.n)
            list_push(p->arena, &s.meaning, i);
    go_on(&s, domain, false, false);
    for (size_t n = 0; n < s.ways.n; n++) { /* grows while it is walked */
        const struct way *w = s.ways.at[n];
        const struct list *all = side(&s, w->type) ? map_get(dependents, side(&s, w->type)->address) : NULL;
        struct dependent *x;

        for (size_t k = 0; all && k < all->n; k++) {
            x = all->at[k];
            if (side(&s, x->item))
                look_at(&s, w, x);
        }
        if (w->within)
            look_at_meaning(&s, w);
        list_each (view, &views)
            if (side(&s, w->type) && view_has_column_of(side(&s, view), side(&s, w->type)))
                go_on(&s, view, true, true);
    }
    return s.found;
}

static bool check_is_valid(const struct object *o)
{
    return !((const struct check *)o)->not_valid;
}

/* A check, or NOT NULL, that holds for what is there. */
static bool becomes_stricter(const struct item *i)
{
    const struct domain *from = (const struct domain *)i->pair->from, *to = (const struct domain *)i->pair->to;
    const struct object *o;

    if (!from || !to || from->base.kind->id != KIND_DOMAIN || to->base.kind->id != KIND_DOMAIN || !item_settled(i))
        return false;
    if (to->not_null && !from->not_null)
        return true;
    list_each (o, &to->base.children) {
        const struct item *check = item_of(o);

        if (o->kind->id == KIND_CHECK && check && check_is_valid(o) && check->state != STATE_SAME &&
            (check->state != STATE_ALTER || !check_is_valid(check->pair->from)))
            return true;
    }
    return false;
}

static void dependents_of(struct planner *p, bool to, struct map *ret)
{
    struct item *i;
    const struct depend *d;

    list_each (i, &p->items) {
        const struct object *o = to ? i->pair->to : i->pair->from;

        for (size_t n = 0; o && n < o->depends.n; n++) {
            struct dependent *x;
            struct list *all;

            d = o->depends.at[n];
            if (!item_of(d->on))
                continue;
            all = map_get(ret, d->on->address);
            if (!all) {
                all = arena_new(p->arena, struct list);
                map_put(ret, d->on->address, all);
            }
            x = arena_new(p->arena, struct dependent);
            *x = (struct dependent){i, d->part};
            list_push(p->arena, all, x);
        }
    }
}

static bool is_there(const struct list *users, const struct dependent *user)
{
    const struct dependent *x;

    list_each (x, users) {
        if (x->item == user->item && x->part == user->part)
            return true;
    }
    return false;
}

struct stricter {
    struct item *domain;
    struct list old, new; /* struct dependent: the users within, of each side */
};

/* To what *ret has become, for each. */
static void find_stricter(struct planner *p, struct list *ret)
{
    AUTO_MAP from = {0};
    AUTO_MAP to = {0};
    struct item *i;
    struct stricter *s;

    list_each (i, &p->items) {
        if (!becomes_stricter(i))
            continue;
        if (!ret->n) {
            dependents_of(p, false, &from);
            dependents_of(p, true, &to);
        }
        s = arena_new(p->arena, struct stricter);
        *s = (struct stricter){i, users_within(p, &from, i, false), users_within(p, &to, i, true)};
        list_push(p->arena, ret, s);
    }
}

static bool column_stays(const struct stricter *s)
{
    const struct dependent *x;

    list_each (x, &s->old) {
        if (x->part == PART_SELF && x->item->pair->from->kind->id == KIND_COLUMN && item_settled(x->item) && is_there(&s->new, x))
            return true;
    }
    return false;
}

void domain_states(struct planner *p)
{
    struct list all = {0};
    const struct stricter *s;
    const struct dependent *x;

    find_stricter(p, &all);
    list_each (s, &all) {
        if (column_stays(s)) {
            s->domain->state = STATE_REBUILD;
            continue;
        }
        list_each (x, &s->old) {
            if (!item_settled(x->item))
                continue;
            if (x->part == PART_DEFAULT)
                x->item->off[PART_DEFAULT] = true;
            else if (x->item->pair->from->kind->id != KIND_COLUMN)
                x->item->state = STATE_REBUILD;
            x->item->because = s->domain->pair->from->address;
        }
    }
}

static void around(struct planner *p, const struct stricter *s, struct op *op)
{
    const struct dependent *x;

    list_each (x, &s->old) {
        struct op *off = x->item->unmake[x->part];

        if (off && (off->verb == VERB_DROP || !is_there(&s->new, x)))
            edge_add(p, op, off);
    }
    list_each (x, &s->new) {
        struct op *on = x->item->make[x->part];

        if (on && (on->verb == VERB_CREATE || !is_there(&s->old, x)))
            edge_add(p, on, op);
    }
}

static bool loses_not_null(const struct item *domain)
{
    const struct domain *from = (const struct domain *)domain->pair->from, *to = (const struct domain *)domain->pair->to;

    return from && to && from->not_null && !to->not_null;
}

/* A column comes when its domain has lost what it is to lose: for that alone the server would write all rows anew, and be refused where
 * others need their type. */
static void after_looser(struct planner *p, struct op *column, const struct object *of, int depth)
{
    const struct depend *d;
    const struct object *check;

    list_each (d, &of->depends) {
        const struct item *domain = item_of(d->on);

        if (d->part != PART_SELF || d->on->kind->id != KIND_DOMAIN || !domain || !item_settled(domain) || depth > DEPTH_LIMIT)
            continue;
        if (loses_not_null(domain))
            edge_add(p, column, if_verb(domain->make[PART_SELF], VERB_ALTER));
        list_each (check, &domain->pair->from->children)
            if (item_of(check) && !item_of(check)->pair->to)
                edge_add(p, column, if_verb(item_of(check)->unmake[PART_SELF], VERB_DROP));
        after_looser(p, column, d->on, depth + 1);
    }
}

void domain_edges(struct planner *p)
{
    struct list all = {0};
    const struct stricter *s;
    const struct object *o;
    struct item *i;

    list_each (i, &p->items) {
        const struct item *table = i->pair->to && i->pair->to->kind->id == KIND_COLUMN ? item_table(i) : NULL;

        if (table && item_settled(table) && if_verb(i->make[PART_SELF], VERB_CREATE))
            after_looser(p, i->make[PART_SELF], i->pair->to, 0);
    }
    find_stricter(p, &all);
    list_each (s, &all) {
        around(p, s, s->domain->make[PART_SELF]);
        list_each (o, &s->domain->pair->to->children) {
            if (item_of(o))
                around(p, s, item_of(o)->make[PART_SELF]);
        }
    }
}
