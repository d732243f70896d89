#include "shadow/doubt.h"
#include "schema/inherit.h"
#include "shadow/texts.h"

void doubt_find(struct arena *a, const struct catalog *model, const struct catalog *live,
                struct shadow_counts *counts, struct list *ret, size_t *ret_texts)
{
    struct object *o;

    *ret_texts = 0;
    list_each (o, &model->objects) {
        const struct object *other = catalog_get(live, o->address);
        bool renamed = o->renamed_from.n || (o->parent && o->parent->renamed_from.n);
        size_t doubtful;

        if (!other && !renamed)
            continue; /* new: it will be made as it is written */
        texts_count(o, other, counts, &doubtful);
        if (doubtful)
            list_push(a, ret, o);
        *ret_texts += doubtful;
    }
}

void closure_add(struct arena *a, struct closure *c, struct object *o)
{
    if (map_put(&c->needed, o->address, o))
        list_push(a, &c->all, o);
}

/* A table is needed with all its columns, but without keys and checks unless they are asked for themselves. */
static void add_parts(struct arena *a, struct closure *c, const struct object *o)
{
    struct object *child;

    list_each (child, &o->children) {
        /* a partition cannot be one without the checks that it has from its parent */
        if (child->kind->id == KIND_COLUMN || child->kind->id == KIND_ATTRIBUTE ||
            (child->kind->id == KIND_CHECK && object_inherited(child)))
            closure_add(a, c, child);
    }
}

/* Nor can what a child has from its parents be there without the parents having it. */
static void add_origins(struct arena *a, struct closure *c, const struct object *o)
{
    const struct depend *d;
    struct object *origin;

    if (!o->parent || !object_inherited(o))
        return;
    list_each (d, &o->parent->depends) {
        origin = d->on->kind->id == KIND_TABLE ? object_child(d->on, o->kind->id, o->name) : NULL;
        if (origin)
            closure_add(a, c, origin);
    }
}

void closure_find(struct arena *a, const struct list *objects, struct closure *ret)
{
    struct object *o;
    struct depend *d;

    list_each (o, objects)
        closure_add(a, ret, o);
    for (size_t i = 0; i < ret->all.n; i++) { /* grows while it is walked */
        o = ret->all.at[i];
        if (o->parent)
            closure_add(a, ret, o->parent);
        add_parts(a, ret, o);
        add_origins(a, ret, o);
        list_each (d, &o->depends)
            closure_add(a, ret, d->on);
    }
}

bool is_ground(const struct object *o)
{
    return o->kind->id == KIND_EXTENSION || o->kind->id == KIND_SCHEMA;
}
