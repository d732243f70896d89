/* security_labels: {selinux: "system_u:object_r:sepgsql_table_t:s0"} */
#include "schema/model_reading.h"
#include <string.h>

static int by_provider(const void *vx, const void *vy)
{
    const struct option *x = vx, *y = vy;

    return strcmp(x->name, y->name);
}

int labels_read(struct model *m, struct object *o, const struct node *n)
{
    const struct pair *pair;
    int rc = OK;

    o->has_labels = true;
    if (n->type == NODE_NULL)
        return OK;
    if (n->type != NODE_MAP)
        return diag_error(m->diag, "model.type", n->at, "\"security_labels\" must be a mapping of providers to labels, not %s", node_what(n));
    list_each (pair, &n->items) {
        struct option *label = arena_new(&m->catalog->arena, struct option);

        if (pair->value->type != NODE_SCALAR) {
            rc = diag_error(m->diag, "model.type", pair->at, "the label of \"%s\" must be a text, not %s", pair->key, node_what(pair->value));
            continue;
        }
        *label = (struct option){pair->key, pair->value->text};
        list_push(&m->catalog->arena, &o->labels, label);
    }
    list_sort(&o->labels, by_provider);
    return rc;
}
