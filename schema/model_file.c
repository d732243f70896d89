/* The top of a model file: its default schema, and groups of objects. */
#include "schema/model_reading.h"

#include "schema/clause.h"
#include <string.h>

/* What PostgreSQL has and kedge does not model yet: an error of its own, because "unknown" would be a lie. */
static const char *const later_kinds[] = {
    "privileges", "roles", "security_labels", "subscriptions",
};

static bool is_later(const char *key)
{
    for (size_t i = 0; i < sizeof(later_kinds) / sizeof(later_kinds[0]); i++) {
        if (strcmp(later_kinds[i], key) == 0)
            return true;
    }
    return false;
}

static int top_unknown(struct model *m, const struct pair *pair)
{
    struct list known = {0};

    if (is_later(pair->key))
        return diag_error(m->diag, "model.not-supported", pair->at, "\"%s\" are not supported yet",
                          pair->key);
    list_push(m->arena, &known, "schema");
    for (int i = 0; i < KIND_COUNT; i++) {
        if (kinds[i]->place != PLACE_CHILD)
            list_push(m->arena, &known, kinds[i]->group);
    }
    return unknown_key(m->diag, pair->at, pair->key, "the model", &known);
}

static int file_schema_read(struct model *m, const struct node *root, const char **ret)
{
    const struct node *n = node_get(root, "schema");

    *ret = "public";
    if (!n || n->type == NODE_NULL)
        return OK;
    if (n->type != NODE_SCALAR)
        return diag_error(m->diag, "model.type", n->at, "\"schema\" must be a name, not %s", node_what(n));
    return ident_text_read(m->arena, n->text, n->at, m->diag, ret);
}

int model_file(struct model *m, const struct node *root)
{
    const char *schema;
    struct pair *pair;
    int rc = OK;

    if (root->type == NODE_NULL)
        return OK;
    if (root->type != NODE_MAP)
        return diag_error(m->diag, "model.type", root->at, "the model must be a mapping, not %s",
                          node_what(root));
    if (file_schema_read(m, root, &schema) < 0)
        rc = ERR;
    list_each (pair, &root->items) {
        const struct kind *kind = kind_by_group(pair->key, NULL);
        if (strcmp(pair->key, "schema") == 0)
            continue;
        if (kind)
            rc = model_group(m, kind, pair->value, NULL, schema) < 0 ? ERR : rc;
        else
            rc = top_unknown(m, pair);
    }
    return rc;
}
