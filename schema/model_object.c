/* One object of the model from its key and value. */
#include "schema/model_reading.h"

#include "schema/clause.h"
#include "sql/quote.h"
#include <string.h>

struct object *model_object(struct model *m, const struct kind *kind, const char *schema, const char *name,
                            struct object *parent, struct loc at, const char *file_schema)
{
    struct object *o = object_new(m->catalog, kind, schema ? schema : file_schema, name, parent);
    struct entry *e = arena_new(m->arena, struct entry);

    o->at = at;
    o->user = e;
    *e = (struct entry){.o = o, .schema = file_schema};
    list_push(m->arena, &m->entries, e);
    if (kind->id == KIND_EXTENSION)
        m->has_extensions = true;
    return o;
}

/* ---- facets ---- */

static int read_text_facet(struct model *m, const char *key, const struct node *n, const char **ret)
{
    if (n->type == NODE_NULL)
        return OK;
    if (n->type != NODE_SCALAR)
        return diag_error(m->diag, "model.type", n->at, "\"%s\" must be a text, not %s", key, node_what(n));
    *ret = n->text;
    return OK;
}

/* In the spelling of SQL, because a former name may be qualified. */
static int add_former_name(struct model *m, struct object *o, const struct node *n)
{
    const char *schema = NULL, *name;

    if (n->type != NODE_SCALAR)
        return diag_error(m->diag, "model.type", n->at,
                          "\"renamed_from\" must be a name or a list of names, not %s", node_what(n));
    int rc = o->kind->place == PLACE_SCHEMA
                 ? name_text_read(m->arena, n->text, n->at, m->diag, &schema, &name)
                 : ident_text_read(m->arena, n->text, n->at, m->diag, &name);
    if (rc == OK)
        list_push(m->arena, &o->renamed_from, sql_qualified(m->arena, schema, name));
    return rc;
}

static int read_renamed_from(struct model *m, struct object *o, const struct node *n)
{
    struct node *item;
    int rc = OK;

    if (n->type == NODE_NULL)
        return OK;
    if (n->type != NODE_LIST)
        return add_former_name(m, o, n);
    list_each (item, &n->items) {
        if (add_former_name(m, o, item) < 0)
            rc = ERR;
    }
    return rc;
}

/* 1 when the key is a facet, 0 when not, ERR. */
static int read_facet(struct model *m, struct object *o, const struct pair *pair)
{
    const struct node *n = pair->value;
    const char *owner = NULL;
    int rc;

    if (strcmp(pair->key, "comment") == 0) {
        rc = read_text_facet(m, pair->key, n, &o->comment);
        if (o->comment && !*o->comment) /* an empty comment is none to the server */
            o->comment = NULL;
    } else if (strcmp(pair->key, "owner") == 0 && kind_has_owner(o->kind)) {
        rc = read_text_facet(m, pair->key, n, &owner);
        if (rc == OK && owner)
            rc = ident_text_read(m->arena, owner, n->at, m->diag, &o->owner);
    } else if (strcmp(pair->key, "renamed_from") == 0 && o->kind->renameable) {
        rc = read_renamed_from(m, o, n);
    } else if (strcmp(pair->key, "privileges") == 0 && o->kind->acl) {
        rc = privileges_read(m, o, n);
    } else if (strcmp(pair->key, "security_labels") == 0 && o->kind->labelled) {
        rc = labels_read(m, o, n);
    } else {
        return 0;
    }
    return rc < 0 ? ERR : 1;
}

/* ---- children ---- */

/* A constraint in the line of a column or domain belongs to the table; its column is the one it was written
 * at. */
static void move_inline(struct model *m, struct object *from)
{
    struct object *parent = from->parent ? from->parent : from, *o;
    struct list inlined = from->children;

    from->children = (struct list){0};
    list_each (o, &inlined) {
        struct entry *e = arena_new(m->arena, struct entry);
        *e = (struct entry){.o = o, .schema = entry_of(from)->schema};
        o->user = e;
        o->parent = parent;
        o->schema = parent->schema;
        o->at = from->at;
        list_push(m->arena, &m->entries, e);
        if (o->kind->id == KIND_PRIMARY_KEY || o->kind->id == KIND_UNIQUE)
            list_push(m->arena, &((struct key *)o)->columns, from->name);
        else if (o->kind->id == KIND_FOREIGN_KEY)
            list_push(m->arena, &((struct foreign_key *)o)->columns, from->name);
    }
}

/* Kinds whose names the server chooses when nobody does. */
static bool names_itself(const struct kind *kind)
{
    return kind->place == PLACE_CHILD && (kind->space & (SPACE_CONSTRAINT | SPACE_RELATION));
}

static int read_child(struct model *m, const struct kind *kind, const char *name, const struct node *n,
                      struct object *parent, struct loc at, const char *file_schema)
{
    struct object *o = model_object(m, kind, NULL, name, parent, at, file_schema);
    return model_object_read(m, o, n, name == NULL);
}

static int read_item(struct model *m, const struct kind *kind, const struct node *n, struct object *parent,
                     const char *file_schema)
{
    const char *name;

    if (kind->place == PLACE_CHILD)
        return read_child(m, kind, NULL, n, parent, n->at, file_schema);
    if (n->type != NODE_SCALAR)
        return diag_error(m->diag, "model.type", n->at, "an item of \"%s\" must be a name, not %s",
                          kind->group, node_what(n));
    if (ident_text_read(m->arena, n->text, n->at, m->diag, &name) < 0)
        return ERR;
    model_object(m, kind, NULL, name, NULL, n->at, file_schema);
    return OK;
}

static int read_keyed(struct model *m, const struct kind *kind, const struct pair *pair, const char *file_schema)
{
    struct object *o = model_object(m, kind, NULL, "", NULL, pair->at, file_schema);
    const char *schema = o->schema;

    if (kind->key->read(m->arena, pair->key, pair->at, m->diag, o, &schema) < 0) {
        entry_of(o)->broken = true;
        return ERR;
    }
    o->schema = schema;
    return model_object_read(m, o, pair->value, false);
}

static int read_pair(struct model *m, const struct kind *kind, const struct pair *pair, struct object *parent,
                     const char *file_schema)
{
    const char *schema = NULL, *name;
    int rc;

    if (kind->space & SPACE_ROUTINE)
        return model_routine_key(m, kind, pair, file_schema);
    if (kind->id == KIND_DEFAULT_PRIVILEGES)
        return model_default_privileges(m, kind, pair, file_schema);
    if (kind->key)
        return read_keyed(m, kind, pair, file_schema);
    rc = kind->place == PLACE_SCHEMA ? name_text_read(m->arena, pair->key, pair->at, m->diag, &schema, &name)
                                     : ident_text_read(m->arena, pair->key, pair->at, m->diag, &name);
    if (rc < 0) {
        if (parent)
            entry_of(parent)->broken = true;
        return ERR;
    }
    struct object *o = model_object(m, kind, schema, name, parent, pair->at, file_schema);
    return model_object_read(m, o, pair->value, false);
}

int model_group(struct model *m, const struct kind *kind, const struct node *n, struct object *parent,
                const char *file_schema)
{
    struct pair *pair;
    struct node *item;
    int rc = OK;

    m->catalog->groups |= KIND_BIT(kind->id);
    if (n->type == NODE_NULL)
        return OK;
    if (kind->single)
        return read_child(m, kind, NULL, n, parent, n->at, file_schema);
    if (n->type == NODE_LIST && (names_itself(kind) || kind->place == PLACE_TOP)) {
        list_each (item, &n->items)
            rc = read_item(m, kind, item, parent, file_schema) < 0 ? ERR : rc;
        return rc;
    }
    if (n->type != NODE_MAP) {
        if (parent)
            entry_of(parent)->broken = true;
        return diag_error(m->diag, "model.type", n->at, "\"%s\" must be a mapping of names%s, not %s",
                          kind->group, names_itself(kind) || kind->place == PLACE_TOP ? " or a list" : "",
                          node_what(n));
    }
    list_each (pair, &n->items)
        rc = read_pair(m, kind, pair, parent, file_schema) < 0 ? ERR : rc;
    return rc;
}

int model_routine_key(struct model *m, const struct kind *kind, const struct pair *pair,
                      const char *file_schema)
{
    const char *schema, *name;
    struct list args = {0};

    if (routine_read_key(m->arena, pair->key, pair->at, m->diag, &schema, &name, &args) < 0 ||
        name_length_check(name, pair->at, m->diag) < 0)
        return ERR;
    struct object *o = model_object(m, kind, schema, name, NULL, pair->at, file_schema);
    struct routine *r = (struct routine *)o;
    const struct argument *g;

    list_each (g, &args) {
        if (g->order_by && kind->id != KIND_AGGREGATE)
            return diag_error(m->diag, "model.arguments", pair->at, "only aggregates have ORDER BY in their arguments");
    }
    int rc = model_object_read(m, o, pair->value, false);
    if (r->args.n == 0) {
        r->args = args;
    } else if (args.n &&
               strcmp(routine_signature(m->arena, &args), routine_signature(m->arena, &r->args)) != 0) {
        diag_error(m->diag, "model.arguments", pair->at,
                   "the arguments in the key are not those in \"args\"");
        diag_hint(m->diag, "Say them in one place: the key alone is enough.");
        rc = ERR;
    }
    if (rc < 0)
        entry_of(o)->broken = true;
    return rc;
}

/* ---- the value ---- */

static const char **other_keys(struct model *m, const struct kind *kind, bool unnamed)
{
    const char **keys = arena_alloc(m->arena, (KIND_COUNT + 7) * sizeof(*keys));
    size_t n = 0;

    keys[n++] = "comment";
    if (kind->acl)
        keys[n++] = "privileges";
    if (kind->labelled)
        keys[n++] = "security_labels";
    if (kind_has_owner(kind))
        keys[n++] = "owner";
    if (kind->renameable)
        keys[n++] = "renamed_from";
    if (unnamed)
        keys[n++] = "name";
    for (int i = 0; i < KIND_COUNT; i++) {
        if (kinds[i]->place == PLACE_CHILD && (kinds[i]->parents >> kind->id & 1))
            keys[n++] = kinds[i]->group;
    }
    keys[n] = NULL;
    return keys;
}

/* references: users (id), as in the short form, is two fields of the long one. */
static const struct node *split_references(struct model *m, const struct object *o, const struct node *n)
{
    const struct node *references = o->kind->id == KIND_FOREIGN_KEY ? node_get(n, "references") : NULL;
    const char *open = references && references->type == NODE_SCALAR ? strchr(references->text, '(') : NULL;
    struct node *copy;
    struct pair *pair;

    if (!open || node_get(n, "referenced"))
        return n;
    copy = node_map(m->arena);
    copy->at = n->at;
    list_each (pair, &n->items) {
        struct pair *same = arena_new(m->arena, struct pair);
        *same = *pair;
        list_push(m->arena, &copy->items, same);
        if (strcmp(pair->key, "references") != 0)
            continue;
        struct node *table = arena_new(m->arena, struct node), *columns = arena_new(m->arena, struct node);
        *table = *columns = *references;
        table->text = arena_strndup(m->arena, references->text, (size_t)(open - references->text));
        columns->text = open;
        same->value = table;
        struct pair *more = arena_new(m->arena, struct pair);
        *more = (struct pair){.key = "referenced", .at = pair->at, .value = columns};
        list_push(m->arena, &copy->items, more);
    }
    return copy;
}

static int read_map(struct model *m, struct object *o, const struct node *n, bool unnamed)
{
    struct reading rd = {.arena = m->arena, .diag = m->diag};
    struct pair *pair;

    n = split_references(m, o, n);
    int rc = record_read_map(&rd, &o->kind->record, o, n, other_keys(m, o->kind, unnamed));

    list_each (pair, &n->items) {
        const struct kind *child = kind_by_group(pair->key, o->kind);
        const char *name = NULL;
        if (read_facet(m, o, pair) < 0)
            rc = ERR;
        if (child) /* what is wrong with a child breaks the child only */
            model_group(m, child, pair->value, o, entry_of(o)->schema);
        if (!unnamed || strcmp(pair->key, "name") != 0)
            continue;
        if (read_text_facet(m, "name", pair->value, &name) < 0 ||
            (name && ident_text_read(m->arena, name, pair->value->at, m->diag, &o->name) < 0))
            rc = ERR;
    }
    return rc;
}

int model_object_read(struct model *m, struct object *o, const struct node *n, bool unnamed)
{
    struct reading rd = {.arena = m->arena, .diag = m->diag};
    struct node empty = {.type = NODE_MAP, .at = o->at};
    int rc = n->type == NODE_NULL  ? read_map(m, o, &empty, unnamed)
             : n->type == NODE_MAP ? read_map(m, o, n, unnamed)
                                   : record_read_node(&rd, &o->kind->record, o, n);

    if (rc < 0)
        entry_of(o)->broken = true;
    else if (o->kind->id == KIND_COLUMN || o->kind->id == KIND_DOMAIN)
        move_inline(m, o);
    return rc;
}
