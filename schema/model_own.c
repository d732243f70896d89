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
    c.not_null_comment = NULL;
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

    if (o->comment || o->labels.n || map_get(&m->folded, o->address))
        return false;
    if (!origin)
        return is_attribute(m, o);
    if (!((const struct column *)o)->inherited ||
        (table_is_partition(o->parent) && !parents_order(o->parent, origin->parent)))
        return false;
    c = copied_column(origin, o);
    return record_compare(&o->kind->record, &c, o, NULL) == 0;
}

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
    if (attached_to(o) && o->kind->id != KIND_EXCLUSION && index_is_plain_part(o, origin))
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
