#include "shadow/doubt.h"
#include "schema/inherit.h"
#include <string.h>
#include <strings.h>

static bool is_text(const struct field *f)
{
    return f->type == FIELD_EXPR || f->type == FIELD_QUERY;
}

static const char *text_of(const void *from, const struct field *f)
{
    return *(const char *const *)field_at(from, f);
}

/* A default that is null is none to the server, if the type is not a domain. */
static bool is_null(const char *text)
{
    text += strspn(text, "( \t\n");
    return strncasecmp(text, "null", 4) == 0;
}

/* Whether some text of x could be another spelling of y's. y NULL: any text is in doubt. */
static bool record_doubtful(const struct record *r, const void *x, const void *y)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if (is_text(f) && text_of(x, f) &&
            (!y || (text_of(y, f) ? !field_equal(f, x, y) : is_null(text_of(x, f)))))
            return true;
        if (f->type == FIELD_LIST) {
            const struct list *p = field_list(x, f), *q = y ? field_list(y, f) : NULL;

            for (size_t k = 0; k < p->n && (!q || p->n == q->n); k++)
                if (record_doubtful(f->record, p->at[k], q ? q->at[k] : NULL))
                    return true;
        }
    }
    return false;
}

static bool in_doubt(const struct object *o, const struct catalog *live)
{
    const struct object *other = catalog_get(live, o->address);
    bool renamed = o->renamed_from.n || (o->parent && o->parent->renamed_from.n);

    if (!other && !renamed)
        return false; /* new: it will be made as it is written */
    return record_doubtful(&o->kind->record, o, other);
}

static void need(struct arena *a, struct doubt *x, struct object *o)
{
    if (map_put(&x->needed, o->address, o))
        list_push(a, &x->queue, o);
}

/* A table is needed with all its columns, but without keys and checks unless they are asked for themselves.
 */
static void need_parts(struct arena *a, struct doubt *x, const struct object *o)
{
    struct object *child;

    list_each (child, &o->children) {
        /* a partition cannot be one without the checks that it has from its parent */
        if (child->kind->id == KIND_COLUMN || child->kind->id == KIND_ATTRIBUTE ||
            (child->kind->id == KIND_CHECK && object_inherited(child)))
            need(a, x, child);
    }
}

void doubt_find(struct arena *a, const struct catalog *model, const struct catalog *live, struct doubt *ret)
{
    struct object *o;
    struct depend *d;

    list_each (o, &model->objects) {
        if (in_doubt(o, live)) {
            list_push(a, &ret->objects, o);
            need(a, ret, o);
        }
    }
    if (!ret->objects.n)
        return;
    list_each (o, &model->objects) {
        if (o->kind->id == KIND_EXTENSION || o->kind->id == KIND_SCHEMA)
            need(a, ret, o);
    }
    for (size_t i = 0; i < ret->queue.n; i++) { /* grows while it is walked */
        o = ret->queue.at[i];
        if (o->parent)
            need(a, ret, o->parent);
        need_parts(a, ret, o);
        list_each (d, &o->depends) {
            need(a, ret, d->on);
        }
    }
}
