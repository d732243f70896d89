/* What a table has from which other. */
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static const struct table *as_table(const struct object *o)
{
    return o && o->kind->id == KIND_TABLE ? (const struct table *)o : NULL;
}

bool table_holds_rows(const struct object *o)
{
    const struct table *t = (const struct table *)o;

    return o->kind->id == KIND_TABLE && !t->partition_by && !t->server;
}

bool table_is_partition(const struct object *o)
{
    const struct table *t = as_table(o);

    return t && t->partition_of;
}

bool table_inherits(const struct object *o)
{
    const struct table *t = as_table(o);

    return t && (t->partition_of || t->inherits.n);
}

bool table_is_typed(const struct object *o)
{
    const struct table *t = as_table(o);

    return t && t->of_type;
}

bool table_attached(const struct object *o)
{
    const struct table *t = as_table(o);

    return t && (t->partition_of || t->inherits.n || t->of_type);
}

const char *table_parent_name(const struct object *o, size_t i)
{
    const struct table *t = as_table(o);

    if (!t)
        return NULL;
    if (t->partition_of)
        return i == 0 ? t->partition_of : NULL;
    return i < t->inherits.n ? ((const struct inherit *)t->inherits.at[i])->parent : NULL;
}

struct object *table_parent(const struct catalog *c, const struct object *table, size_t i)
{
    const char *name = table_parent_name(table, i);

    return name ? catalog_table(c, name) : NULL;
}

bool table_is_below(const struct catalog *c, const struct object *table, const struct object *whole)
{
    for (int depth = 0; table && depth < DEPTH_LIMIT; depth++) {
        if (table == whole)
            return true;
        table = table_is_partition(table) ? table_parent(c, table, 0) : NULL;
    }
    return false;
}

bool table_has_parent(const struct object *table, const char *name)
{
    const char *parent;

    for (size_t i = 0; (parent = table_parent_name(table, i)); i++)
        if (strcmp(parent, name) == 0)
            return true;
    return false;
}

const char *attached_to(const struct object *o)
{
    switch ((int)o->kind->id) {
    case KIND_INDEX:
        return ((const struct index *)o)->attached_to;
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
        return ((const struct key *)o)->attached_to;
    case KIND_EXCLUSION:
        return ((const struct exclusion *)o)->attached_to;
    default:
        return NULL;
    }
}

void set_attached_to(struct object *o, const char *name)
{
    if (o->kind->id == KIND_INDEX)
        ((struct index *)o)->attached_to = name;
    else if (o->kind->id == KIND_PRIMARY_KEY || o->kind->id == KIND_UNIQUE)
        ((struct key *)o)->attached_to = name;
    else if (o->kind->id == KIND_EXCLUSION)
        ((struct exclusion *)o)->attached_to = name;
}

bool is_index(const struct object *o)
{
    enum kind_id k = o->kind->id;

    return k == KIND_INDEX || k == KIND_PRIMARY_KEY || k == KIND_UNIQUE || k == KIND_EXCLUSION;
}

bool rename_refused(const struct object *o)
{
    return o->kind->space & SPACE_CONSTRAINT && table_is_typed(o->parent);
}

bool index_only(const struct object *o)
{
    switch ((int)o->kind->id) {
    case KIND_INDEX:
        return ((const struct index *)o)->only;
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
        return ((const struct key *)o)->only;
    default:
        return false;
    }
}

bool object_inherited(const struct object *o)
{
    switch ((int)o->kind->id) {
    case KIND_COLUMN:
        return ((const struct column *)o)->inherited;
    case KIND_CHECK:
        return ((const struct check *)o)->inherited;
    case KIND_FOREIGN_KEY:
        return ((const struct foreign_key *)o)->inherited;
    default:
        return attached_to(o) != NULL;
    }
}

static struct object *child_named(const struct object *table, const struct object *like, const char *index)
{
    struct object *o;

    if (!index)
        return object_child(table, like->kind->id, like->name);
    list_each (o, &table->children) {
        if (o->kind->space & SPACE_RELATION && strcmp(o->name, index) == 0)
            return o;
    }
    return NULL;
}

struct object *object_origin(const struct catalog *c, const struct object *o)
{
    const char *index = attached_to(o);

    if (!index && o->kind->id != KIND_COLUMN && o->kind->id != KIND_CHECK && o->kind->id != KIND_FOREIGN_KEY)
        return NULL;
    for (size_t i = 0; table_parent_name(o->parent, i); i++) {
        const struct object *parent = table_parent(c, o->parent, i);
        struct object *origin = parent ? child_named(parent, o, index) : NULL;

        if (origin)
            return origin;
    }
    return NULL;
}

static uint64_t storage_bits(const struct record *r)
{
    uint64_t bits = 0;

    for (size_t i = 0; i < r->n_fields; i++)
        if (strcmp(r->fields[i].name, "with") == 0 || strcmp(r->fields[i].name, "tablespace") == 0 ||
            strcmp(r->fields[i].name, "index_comment") == 0)
            bits |= (uint64_t)1 << i;
    return bits;
}

bool same_index(const struct object *x, const struct object *y)
{
    const struct record *r = &x->kind->record;

    return x->kind == y->kind && (record_compare(r, x, y, NULL) & ~storage_bits(r)) == 0;
}

static struct object *row_trigger(const struct object *table, const char *name)
{
    struct object *o = object_child(table, KIND_TRIGGER, name);
    const char *level = o ? ((const struct trigger *)o)->for_ : NULL;

    return level && strcmp(level, "row") == 0 ? o : NULL;
}

struct object *partition_trigger(const struct catalog *c, const struct object *partition, const char *trigger)
{
    const struct object *o = partition;
    struct object *found = NULL;

    for (int depth = 0; !found && depth < DEPTH_LIMIT && table_is_partition(o); depth++) {
        o = table_parent(c, o, 0);
        found = o ? row_trigger(o, trigger) : NULL;
    }
    return found;
}

const char *partition_trigger_state(const struct catalog *c, const struct object *partition, const char *trigger)
{
    const struct object *o = partition, *found = partition_trigger(c, partition, trigger);

    for (int depth = 0; found && depth < DEPTH_LIMIT && table_is_partition(o); depth++) {
        const struct option *said;

        o = table_parent(c, o, 0);
        if (o == found->parent)
            break;
        said = option_find(&((const struct table *)o)->trigger_states, trigger);
        if (said)
            return said->value;
    }
    if (!found)
        return NULL;
    return ((const struct trigger *)found)->enabled ? ((const struct trigger *)found)->enabled : "origin";
}
