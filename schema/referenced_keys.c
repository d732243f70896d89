/* What a foreign key can rest on, and the name that it gets by itself. */
#include "schema/object.h"
#include <string.h>

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

bool foreign_key_usual_name(const struct object *o, const struct list *columns)
{
    AUTO_ARENA a = {0};
    AUTO_BUF joined = {0};
    const char *column, *usual;
    bool first = true;

    list_each (column, columns) {
        buf_sep(&joined, &first, "_");
        buf_add(&joined, column);
    }
    usual = default_name(&a, o->parent->name, buf_str(&joined), "fkey");
    return strncmp(o->name, usual, strlen(usual)) == 0 && strspn(o->name + strlen(usual), "0123456789") == strlen(o->name + strlen(usual));
}
