/* What a foreign key can rest on. */
#include "schema/object.h"

static bool is_key_of(const struct object *o, const struct list *columns)
{
    const struct list *names = NULL;
    struct list keys = {0};
    AUTO_ARENA a = {0};
    const struct index_key *k;
    const char *name;

    if (o->kind->id == KIND_PRIMARY_KEY || o->kind->id == KIND_UNIQUE) {
        if (((const struct key *)o)->deferrable)
            return false;
        names = &((const struct key *)o)->columns;
    } else if (o->kind->id == KIND_INDEX && ((const struct index *)o)->unique &&
               !((const struct index *)o)->where) {
        list_each (k, &((const struct index *)o)->keys) {
            if (!k->column)
                return false;
            list_push(&a, &keys, k->column);
        }
        names = &keys;
    }
    if (!names || names->n != columns->n)
        return false;
    list_each (name, columns) {
        if (!list_has_text(names, name))
            return false;
    }
    return true;
}

void keys_of_columns(struct arena *a, const struct object *table, const struct list *columns,
                     struct list *ret)
{
    const struct object *o;

    list_each (o, &table->children) {
        if (is_key_of(o, columns))
            list_push(a, ret, o);
    }
}
