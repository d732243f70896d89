/* Types that are built anew under what uses them: the old one bears another name meanwhile. */
#include "diff/plan_private.h"

/* Types that tables may use are never dropped under them: the old one is put aside, its columns are
 * converted. */
static bool goes_aside(const struct object *o)
{
    return o->kind->id == KIND_ENUM || o->kind->id == KIND_DOMAIN || o->kind->id == KIND_RANGE ||
           o->kind->id == KIND_COLLATION || o->kind->id == KIND_COMPOSITE;
}

/* A range type that no value is of needs no such care: put aside it would hold on to its operator class, which may have to go. */
static bool holds_values(const struct item *i)
{
    const struct dependent *x;

    if (i->pair->to->kind->id != KIND_RANGE)
        return true;
    if (((const struct range *)i->pair->from)->canonical || ((const struct range *)i->pair->to)->canonical)
        return false; /* neither goes without the other */
    list_each (x, &i->dependents) {
        enum kind_id id = x->item->pair->from->kind->id;

        if (id == KIND_COLUMN || id == KIND_ATTRIBUTE || id == KIND_DOMAIN || id == KIND_RANGE)
            return true;
    }
    return false;
}

bool aside_rather(const struct item *i)
{
    return goes_aside(i->pair->to) && holds_values(i);
}

bool aside_for_name(const struct planner *p, const struct item *i)
{
    const struct object *o = i->pair->from;
    const char *multirange = o && o->kind->id == KIND_RANGE ? ((const struct range *)o)->multirange : NULL;
    const struct dependent *x;

    if (i->state != STATE_DROP || !goes_aside(o) || o->kind->id == KIND_COLLATION ||
        (o->kind->id == KIND_RANGE && ((const struct range *)o)->canonical) ||
        (!catalog_type(p->diff->to, o->schema, o->name) && !(multirange && catalog_type(p->diff->to, o->schema, multirange))))
        return false;
    list_each (x, &i->dependents) {
        enum kind_id id = x->item->pair->from->kind->id;

        if (x->item->pair->to && (id == KIND_COLUMN || id == KIND_ATTRIBUTE || id == KIND_DOMAIN || id == KIND_RANGE))
            return true;
    }
    return false;
}
