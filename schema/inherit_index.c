/* Indexes and keys that a partition has of its partitioned table. */
#include "schema/inherit.h"
#include "schema/model_reading.h"
#include <string.h>

static bool same_text(const char *x, const char *y)
{
    return x && y && strcmp(x, y) == 0;
}

static void add_keys(struct arena *a, struct list *names, const struct list *keys)
{
    const struct index_key *k;

    list_each (k, keys)
        list_push(a, names, k->column ? k->column : figure_name(a, k->expression));
}

static void add_names(struct arena *a, struct list *names, const struct list *more)
{
    const char *name;

    list_each (name, more)
        list_push(a, names, name);
}

char *index_usual_name(struct arena *a, const struct object *o)
{
    struct list names = {0};
    struct buf b = {0};
    const char *name;

    if (o->kind->id == KIND_PRIMARY_KEY)
        return default_name(a, o->parent->name, NULL, "pkey");
    if (o->kind->id == KIND_INDEX) {
        add_keys(a, &names, &((const struct index *)o)->keys);
        add_names(a, &names, &((const struct index *)o)->include);
    } else if (o->kind->id == KIND_EXCLUSION) {
        add_keys(a, &names, &((const struct exclusion *)o)->elements);
        add_names(a, &names, &((const struct exclusion *)o)->include);
    } else {
        add_names(a, &names, &((const struct key *)o)->columns);
        add_names(a, &names, &((const struct key *)o)->include);
    }
    list_each (name, &names) {
        if (b.len)
            buf_addc(&b, '_');
        buf_add(&b, name);
        if (b.len >= 64)
            break;
    }
    return default_name(a, o->parent->name, buf_take(&b, a), o->kind->id == KIND_INDEX ? "idx" : o->kind->id == KIND_EXCLUSION ? "excl" : "key");
}

/* With its storage; and o without a comment on its index, since that is each one's own. */
static bool same_all(const struct object *o, const struct object *origin)
{
    struct exclusion exclusion;
    struct key given;

    if (o->kind == origin->kind && o->kind->id == KIND_EXCLUSION) {
        exclusion = *(const struct exclusion *)origin;
        exclusion.index_comment = NULL;
        return record_compare(&o->kind->record, o, &exclusion, NULL) == 0;
    }
    if (o->kind != origin->kind || o->kind->id == KIND_INDEX)
        return o->kind == origin->kind && record_compare(&o->kind->record, o, origin, NULL) == 0;
    given = *(const struct key *)origin;
    given.index_comment = NULL;
    return record_compare(&o->kind->record, o, &given, NULL) == 0;
}

static bool is_twice(const struct object *o)
{
    const struct object *other;

    list_each (other, &o->parent->children) {
        if (other != o && same_index(other, o))
            return true;
    }
    return false;
}

bool index_is_plain_part(const struct object *o, const struct object *origin)
{
    if (o->kind->id == KIND_EXCLUSION) /* one of its own is none of the partitioned table's, however alike */
        return same_index(o, origin) && !is_twice(origin);
    return same_index(o, origin) && !is_twice(o) && !is_twice(origin);
}

bool index_is_usual_part(const struct catalog *c, const struct object *o)
{
    const struct object *origin = object_origin(c, o);
    const struct table *t = (const struct table *)o->parent;
    AUTO_ARENA a = {0};

    return origin && !o->comment && index_is_plain_part(o, origin) && same_all(o, origin) &&
           !same_text(t->replica_index, o->name) && !same_text(t->cluster_on, o->name) && same_text(index_usual_name(&a, o), o->name);
}
