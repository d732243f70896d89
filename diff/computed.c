/* A new materialized view is computed when what it reads has the rows and columns that it is to have: nobody would know that it has to be
 * refreshed. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include "sql/scan.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions, and views over views */

struct search {
    struct planner *planner;
    struct map *seen;    /* addresses of views */
    struct list moving;  /* struct item: tables that come to others, leave them or go, with their rows */
    struct op *computed; /* the view's CREATE */
};

/* PostgreSQL writes whole rows as "a.*", and the columns of a list one by one. */
static bool takes_rows(const char *query)
{
    AUTO_ARENA a = {0};
    size_t n;
    const struct token *t = sql_tokens(&a, query, strlen(query), &n);

    for (size_t i = 1; i < n; i++)
        if (strcmp(t[i].text, "*") == 0 && strcmp(t[i - 1].text, ".") == 0)
            return true;
    return false;
}

static void after_gone_columns(struct search *s, const struct item *table)
{
    const struct object *o;

    for (size_t n = 0; table->pair->from && n < table->pair->from->children.n; n++) {
        o = table->pair->from->children.at[n];
        if (o->kind->id == KIND_COLUMN && item_of(o))
            edge_add(s->planner, s->computed, if_verb(item_of(o)->unmake[PART_SELF], VERB_DROP));
    }
}

/* On one side: the table itself, a partition or a child of it. */
static bool is_below(const struct catalog *c, const struct object *table, const struct item *whole, int depth)
{
    if (!table || depth > DEPTH_LIMIT)
        return false;
    if (item_of(table) == whole)
        return true;
    for (size_t n = 0; table_parent_name(table, n); n++)
        if (is_below(c, table_parent(c, table, n), whole, depth + 1))
            return true;
    return false;
}

static void after_rows(struct search *s, const struct item *table)
{
    const struct diff *d = s->planner->diff;
    struct item *i;

    list_each (i, &s->moving) {
        if (!is_below(d->from, i->pair->from, table, 0) && !is_below(d->to, i->pair->to, table, 0))
            continue;
        edge_add(s->planner, s->computed, i->state == STATE_DROP ? i->unmake[PART_SELF] : i->unmake[PART_ATTACH]);
        edge_add(s->planner, s->computed, i->make[PART_ATTACH]);
        edge_add(s->planner, s->computed, i->make[PART_ROWS]);
    }
}

static void after_what_is_read(struct search *s, const struct object *view, int depth)
{
    const char *query = view->kind->id == KIND_VIEW ? ((const struct view *)view)->query : ((const struct matview *)view)->query;
    bool whole = query && takes_rows(query);
    const struct depend *d;

    if (depth > DEPTH_LIMIT || !map_put(s->seen, view->address, view))
        return;
    list_each (d, &view->depends) {
        const struct object *of = d->on->kind->id == KIND_COLUMN ? d->on->parent : d->on;

        if (of->kind->id == KIND_VIEW)
            after_what_is_read(s, of, depth + 1);
        if (of->kind->id != KIND_TABLE || !item_of(of))
            continue;
        after_rows(s, item_of(of));
        if (whole)
            after_gone_columns(s, item_of(of));
    }
}

static bool moves(const struct item *i)
{
    const struct object *from = i->pair->from;

    if (!from || from->kind->id != KIND_TABLE)
        return false;
    return (i->state == STATE_DROP && table_inherits(from)) || i->make[PART_ATTACH] || i->unmake[PART_ATTACH] || i->make[PART_ROWS];
}

void computed_edges(struct planner *p)
{
    struct search s = {.planner = p};
    struct item *i;

    list_each (i, &p->items)
        if (moves(i))
            list_push(p->arena, &s.moving, i);
    list_each (i, &p->items) {
        AUTO_MAP seen = {0};

        s.computed = i->pair->to && i->pair->to->kind->id == KIND_MATVIEW ? if_verb(i->make[PART_SELF], VERB_CREATE) : NULL;
        s.seen = &seen;
        if (s.computed)
            after_what_is_read(&s, i->pair->to, 0);
    }
}
