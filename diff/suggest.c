/* Likely renames: said, never done. */
#include "diff/suggest.h"
#include <string.h>

static const size_t at_most = 20;

static void suggest(struct diff *d, const struct object *from, const struct object *to, int percent)
{
    struct suggestion *s;

    if (d->suggestions.n >= at_most)
        return;
    s = arena_new(&d->arena, struct suggestion);
    *s = (struct suggestion){from, to, percent};
    list_push(&d->arena, &d->suggestions, s);
}

/* Columns of the same name and type, in percent of the larger table. */
static int table_likeness(const struct object *x, const struct object *y)
{
    const struct object *c;
    size_t same = 0, nx = 0, ny = 0;

    list_each (c, &y->children) {
        ny += c->kind->id == KIND_COLUMN;
    }
    list_each (c, &x->children) {
        const struct object *other =
            c->kind->id == KIND_COLUMN ? object_child(y, KIND_COLUMN, c->name) : NULL;

        nx += c->kind->id == KIND_COLUMN;
        same += other && strcmp(((const struct column *)c)->type, ((const struct column *)other)->type) == 0;
    }
    return nx + ny == 0 ? 0 : (int)(100 * same / (nx > ny ? nx : ny));
}

/* The name of its NOT NULL constraint follows its own. */
static bool same_column(const struct object *x, const struct object *y)
{
    struct column a = *(const struct column *)x, b = *(const struct column *)y;

    a.not_null_name = b.not_null_name = NULL;
    return record_compare(&x->kind->record, &a, &b, NULL) == 0;
}

static int likeness(const struct object *x, const struct object *y)
{
    if (x->kind != y->kind || !x->kind->renameable)
        return 0;
    if (x->kind->id == KIND_TABLE)
        return table_likeness(x, y);
    if (x->parent && strcmp(x->parent->address, y->parent->address) != 0)
        return 0;
    if (x->kind->id == KIND_COLUMN)
        return same_column(x, y) ? 90 : 0;
    return record_compare(&x->kind->record, x, y, NULL) == 0 ? 90 : 0;
}

static bool worth_asking(const struct object *o)
{
    return o->kind->id == KIND_TABLE || o->kind->id == KIND_COLUMN || o->kind->id == KIND_ENUM ||
           o->kind->id == KIND_SEQUENCE || o->kind->id == KIND_VIEW || o->kind->id == KIND_ATTRIBUTE;
}

void suggest_renames(struct diff *d)
{
    struct list dropped = {0}, added = {0};
    struct pair_of *p;
    struct object *x, *y;

    list_each (p, &d->pairs) {
        const struct object *o = p->from ? p->from : p->to;
        const struct pair_of *parent = o->parent ? map_get(&d->by_address, o->parent->address) : NULL;

        if (!worth_asking(o) || (parent && (!parent->from || !parent->to)))
            continue;
        if (!p->to)
            list_push(&d->arena, &dropped, p->from);
        else if (!p->from)
            list_push(&d->arena, &added, p->to);
    }
    if (dropped.n * added.n > 250000)
        return; /* another schema altogether: nobody would read the suggestions */
    list_each (x, &dropped) {
        int best = 60;
        const struct object *with = NULL;

        list_each (y, &added) {
            int percent = likeness(x, y);

            if (percent > best) {
                best = percent;
                with = y;
            }
        }
        if (with)
            suggest(d, x, with, best);
    }
}
