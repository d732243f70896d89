/* The JSON Schema of the model language, for editors: from the tables of the kinds, so that it cannot be
 * behind. It describes long and short forms alike, but of a short form it only knows that it is a text. */
#include "schema/model.h"

#include <string.h>

static struct node *type_node(struct arena *a, const char *type)
{
    struct node *n = node_map(a);
    node_set(a, n, "type", node_text(a, type));
    return n;
}

static struct node *types_node(struct arena *a, const char *const *types)
{
    struct node *n = node_map(a), *list = node_list(a);
    for (; *types; types++)
        node_add(a, list, node_text(a, *types));
    node_set(a, n, "type", list);
    return n;
}

/* YAML does not ask for quotes around numbers and booleans, and a text may look like one. */
static struct node *scalar_node(struct arena *a)
{
    static const char *const types[] = {"string", "number", "boolean", NULL};
    return types_node(a, types);
}

static struct node *list_of(struct arena *a, struct node *items)
{
    struct node *n = type_node(a, "array");
    node_set(a, n, "items", items);
    return n;
}

static struct node *any_of(struct arena *a, struct node *x, struct node *y)
{
    struct node *n = node_map(a), *list = node_list(a);
    node_add(a, list, x);
    node_add(a, list, y);
    node_set(a, n, "anyOf", list);
    return n;
}

static struct node *map_of(struct arena *a, struct node *values)
{
    struct node *n = type_node(a, "object");
    node_set(a, n, "additionalProperties", values);
    return n;
}

static struct node *reference_node(struct arena *a, const char *name)
{
    struct node *n = node_map(a);
    node_set(a, n, "$ref", node_text(a, arena_printf(a, "#/$defs/%s", name)));
    return n;
}

/* "index key" -> "index_key", the name of its definition. */
static char *definition_name(struct arena *a, const char *name)
{
    char *copy = arena_strdup(a, name);
    for (char *p = copy; *p; p++) {
        if (*p == ' ')
            *p = '_';
    }
    return copy;
}

static struct node *choice_node(struct arena *a, const struct field *f)
{
    struct node *n = node_map(a), *list = node_list(a);
    for (const char *const *choice = f->choices; *choice; choice++)
        node_add(a, list, node_text(a, *choice));
    node_set(a, n, "enum", list);
    return n;
}

static struct node *value_node(struct arena *a, const struct field *f)
{
    static const char *const numbers[] = {"integer", "string", NULL};
    static const char *const fractions[] = {"number", "string", NULL};

    switch (f->type) {
    case FIELD_BOOL:
        return type_node(a, "boolean");
    case FIELD_INT:
        return types_node(a, f->flags & FIELD_FRACTION ? fractions : numbers);
    case FIELD_CHOICE:
        return choice_node(a, f);
    case FIELD_IDENTS:
    case FIELD_TEXTS:
        return any_of(a, scalar_node(a), list_of(a, scalar_node(a)));
    case FIELD_OPTIONS:
        return map_of(a, scalar_node(a));
    case FIELD_RECORD:
        return reference_node(a, definition_name(a, f->record->name));
    case FIELD_LIST:
        return any_of(a, scalar_node(a), list_of(a, reference_node(a, definition_name(a, f->record->name))));
    case FIELD_TEXT:
    case FIELD_IDENT:
    case FIELD_NAME:
    case FIELD_TYPE:
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_BODY:
        break;
    }
    return scalar_node(a);
}

static void describe(struct arena *a, struct node *n, const char *doc)
{
    node_set(a, n, "description", node_text(a, doc));
}

static void add_fields(struct arena *a, const struct record *r, struct node *properties,
                       struct node *required)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        if (f->flags & FIELD_KEY)
            continue;
        struct node *n = value_node(a, f);
        describe(a, n, f->doc);
        if (f->implied)
            node_set(a, n, "default", node_text(a, f->implied));
        node_set(a, properties, f->name, n);
        if (f->flags & FIELD_REQUIRED)
            node_add(a, required, node_text(a, f->name));
    }
}

static struct node *object_schema(struct arena *a, struct node *properties, struct node *required)
{
    struct node *n = type_node(a, "object");
    node_set(a, n, "properties", properties);
    node_set(a, n, "additionalProperties", node_bool(a, false));
    if (required->items.n)
        node_set(a, n, "required", required);
    return n;
}

/* A record may be written short: a text, or the value of its main field. */
static struct node *with_short_forms(struct arena *a, const struct record *r, struct node *n)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        if (r->fields[i].flags & FIELD_MAIN)
            n = any_of(a, n, value_node(a, &r->fields[i]));
    }
    return r->read_short ? any_of(a, n, scalar_node(a)) : n;
}

static void add_record(struct arena *a, const struct record *r, struct node *definitions)
{
    struct node *properties = node_map(a), *required = node_list(a);
    char *name = definition_name(a, r->name);

    if (node_get(definitions, name))
        return;
    node_set(a, definitions, name, node_text(a, NULL)); /* against records that hold themselves */
    for (size_t i = 0; i < r->n_fields; i++) {
        if (r->fields[i].record)
            add_record(a, r->fields[i].record, definitions);
    }
    add_fields(a, r, properties, required);
    node_set(a, definitions, name, with_short_forms(a, r, object_schema(a, properties, required)));
}

static bool names_itself(const struct kind *kind)
{
    return kind->place == PLACE_TOP ||
           (kind->place == PLACE_CHILD && (kind->space & (SPACE_CONSTRAINT | SPACE_RELATION)));
}

/* What stands at a kind's group. */
static struct node *group_node(struct arena *a, const struct kind *kind)
{
    struct node *one = reference_node(a, definition_name(a, kind->name)), *n;

    if (kind->single) {
        n = one;
    } else {
        n = map_of(a, any_of(a, one, type_node(a, "null")));
        if (names_itself(kind))
            n = any_of(a, n, list_of(a, kind->place == PLACE_TOP ? scalar_node(a) : one));
        n = any_of(a, n, type_node(a, "null"));
    }
    describe(a, n, kind->doc);
    return n;
}

static void add_facets(struct arena *a, const struct kind *kind, struct node *properties)
{
    struct node *n = scalar_node(a);

    describe(a, n, "Its comment.");
    node_set(a, properties, "comment", n);
    if (kind->acl) {
        n = map_of(a, any_of(a, any_of(a, scalar_node(a), list_of(a, scalar_node(a))), type_node(a, "null")));
        describe(a, n, "Who may do what with it, by role; not managed when left out.");
        node_set(a, properties, "privileges", n);
    }
    if (kind_has_owner(kind)) {
        n = scalar_node(a);
        describe(a, n, "Its owner; not managed when left out.");
        node_set(a, properties, "owner", n);
    }
    if (kind->labelled) {
        n = any_of(a, map_of(a, scalar_node(a)), type_node(a, "null"));
        describe(a, n, "Its security labels, by provider; not managed when left out.");
        node_set(a, properties, "security_labels", n);
    }
    if (kind->renameable) {
        n = any_of(a, scalar_node(a), list_of(a, scalar_node(a)));
        describe(a, n, "Names it had before, newest first.");
        node_set(a, properties, "renamed_from", n);
    }
    if (kind->single || names_itself(kind)) {
        n = scalar_node(a);
        describe(a, n, "Its name, if not the default one.");
        if (kind->place == PLACE_CHILD)
            node_set(a, properties, "name", n);
    }
}

static void add_kind(struct arena *a, const struct kind *kind, struct node *definitions)
{
    struct node *properties = node_map(a), *required = node_list(a);

    for (size_t i = 0; i < kind->record.n_fields; i++) {
        if (kind->record.fields[i].record)
            add_record(a, kind->record.fields[i].record, definitions);
    }
    add_facets(a, kind, properties);
    add_fields(a, &kind->record, properties, required);
    for (int i = 0; i < KIND_COUNT; i++) {
        if (kinds[i]->place == PLACE_CHILD && (kinds[i]->parents >> kind->id & 1))
            node_set(a, properties, kinds[i]->group, group_node(a, kinds[i]));
    }
    node_set(a, definitions, definition_name(a, kind->name),
             with_short_forms(a, &kind->record, object_schema(a, properties, required)));
}

struct node *model_json_schema(struct arena *a)
{
    struct node *root = node_map(a), *properties = node_map(a), *definitions = node_map(a),
                *n = scalar_node(a);

    node_set(a, root, "$schema", node_text(a, "https://json-schema.org/draft/2020-12/schema"));
    node_set(a, root, "title", node_text(a, "kedge model"));
    node_set(a, root, "type", node_text(a, "object"));
    describe(a, n, "Default schema of the names in this file; public when left out.");
    node_set(a, properties, "schema", n);
    for (int i = 0; i < KIND_COUNT; i++) {
        add_kind(a, kinds[i], definitions);
        if (kinds[i]->place != PLACE_CHILD)
            node_set(a, properties, kinds[i]->group, group_node(a, kinds[i]));
    }
    node_set(a, root, "properties", properties);
    node_set(a, root, "additionalProperties", node_bool(a, false));
    node_set(a, root, "$defs", definitions);
    return root;
}
