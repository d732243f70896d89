/* What a table has from others need not be written: the reader adds it. */
#include "schema/inherit.h"
#include "schema/model_reading.h"
#include "schema/write.h"
#include <string.h>

static bool in_primary_key(const struct object *table, const char *column)
{
    const struct object *o;

    list_each (o, &table->children) {
        if (o->kind->id == KIND_PRIMARY_KEY)
            return list_has_text(&((const struct key *)o)->columns, column);
    }
    return false;
}

/* ---- columns ---- */

/* The column that the reader would make. */
static struct column copied_column(const struct object *origin, const struct object *o)
{
    struct column c = *(const struct column *)origin;

    if (c.not_null_no_inherit) {
        c.not_null = c.not_null_no_inherit = false;
        c.not_null_name = NULL;
    }
    c.identity = NULL;
    c.statistics = NULL;
    c.options = (struct list){0};
    c.not_null = c.not_null || in_primary_key(o->parent, o->name);
    return c;
}

static bool is_attribute(const struct model_writer *m, const struct object *o)
{
    const struct table *t = (const struct table *)o->parent;
    const struct object *type, *attribute;
    struct column c = {0};
    AUTO_BUF address = {0};

    if (!t->of_type)
        return false;
    buf_addf(&address, "composite %s", t->of_type);
    type = catalog_get(m->catalog, buf_str(&address));
    attribute = type ? object_child(type, KIND_ATTRIBUTE, o->name) : NULL;
    if (!attribute)
        return false;
    c.type = ((const struct attribute *)attribute)->type;
    c.collation = ((const struct attribute *)attribute)->collation;
    c.not_null = in_primary_key(o->parent, o->name);
    return record_compare(&o->kind->record, &c, o, NULL) == 0;
}

static const struct object *nth_column(const struct object *table, unsigned position)
{
    const struct object *o;

    list_each (o, &table->children) {
        if (o->kind->id == KIND_COLUMN && o->position == position)
            return o;
    }
    return NULL;
}

/* A partition may have the columns in an order of its own; then it says them all. */
static bool parents_order(const struct object *table, const struct object *parent)
{
    const struct object *o, *other;
    unsigned n = 0;

    list_each (o, &table->children) {
        if (o->kind->id != KIND_COLUMN)
            continue;
        n++;
        other = nth_column(parent, o->position);
        if (!other || strcmp(other->name, o->name) != 0)
            return false;
    }
    return nth_column(parent, n + 1) == NULL;
}

static bool column_is_inherited(const struct model_writer *m, const struct object *o)
{
    const struct object *origin = object_origin(m->catalog, o);
    struct column c;

    if (o->comment || map_get(&m->folded, o->address))
        return false;
    if (!origin)
        return is_attribute(m, o);
    if (!((const struct column *)o)->inherited ||
        (table_is_partition(o->parent) && !parents_order(o->parent, origin->parent)))
        return false;
    c = copied_column(origin, o);
    return record_compare(&o->kind->record, &c, o, NULL) == 0;
}

<<<<<<< HEAD
=======
/* ---- indexes and keys ---- */

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

/* The name that the server gives to the index of a new partition, where nothing else has it. */
static char *usual_name(struct arena *a, const struct object *o)
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

static bool is_plain_part(const struct object *o, const struct object *origin)
{
    if (o->kind->id == KIND_EXCLUSION) /* one of its own is none of the partitioned table's, however alike */
        return same_index(o, origin) && !is_twice(origin);
    return same_index(o, origin) && !is_twice(o) && !is_twice(origin);
}

static bool index_is_inherited(const struct model_writer *m, const struct object *o)
{
    const struct object *origin = object_origin(m->catalog, o);
    const struct table *t = (const struct table *)o->parent;

    return origin && !o->comment && is_plain_part(o, origin) && same_all(o, origin) &&
           !same_text(t->replica_index, o->name) && !same_text(t->cluster_on, o->name) &&
           same_text(usual_name(m->w.arena, o), o->name);
}

>>>>>>> 2bd84b8 (Exclusion constraints of partitioned tables)
bool model_is_inherited(const struct model_writer *m, const struct object *o)
{
    if (!o->parent || !table_attached(o->parent))
        return false;
    switch ((int)o->kind->id) {
    case KIND_COLUMN:
        return column_is_inherited(m, o);
    case KIND_CHECK: /* that of a new partition is valid, whatever its parent's is */
        if (table_is_partition(o->parent) && ((const struct check *)o)->not_valid)
            return false;
        /* fall through */
    case KIND_FOREIGN_KEY:
        return object_inherited(o) && !o->comment && object_origin(m->catalog, o);
    default:
        return attached_to(o) && index_is_usual_part(m->catalog, o);
    }
}

void reduce_inherited(const struct model_writer *m, struct object *copy, const struct object *o)
{
    const struct object *origin = o->parent && table_inherits(o->parent) ? object_origin(m->catalog, o) : NULL;

    if (!origin)
        return;
    if (attached_to(o) && index_is_plain_part(o, origin))
        set_attached_to(copy, NULL);
    if (!table_is_partition(o->parent))
        return;
    if (o->kind->id == KIND_COLUMN)
        ((struct column *)copy)->inherited = false;
    else if (o->kind->id == KIND_CHECK)
        ((struct check *)copy)->inherited = false;
    else if (o->kind->id == KIND_FOREIGN_KEY)
        ((struct foreign_key *)copy)->inherited = false;
}
