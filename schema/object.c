/* Objects, their addresses, and the catalog that holds them. */
#include "schema/object.h"
#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>

struct catalog *catalog_new(void)
{
    struct arena a = {0};
    struct catalog *c = arena_new(&a, struct catalog);

    c->arena = a; /* the catalog lives in its own arena */
    return c;
}

void catalog_free(struct catalog *c)
{
    struct arena a;

    if (!c)
        return;
    map_clear(&c->by_address);
    map_clear(&c->routines);
    a = c->arena;
    arena_clear(&a);
}

void buf_object_name(struct buf *b, const char *schema, const char *name, bool symbol)
{
    if (!symbol) {
        buf_qualified(b, schema, name);
        return;
    }
    if (schema) {
        buf_ident(b, schema);
        buf_addc(b, '.');
    }
    buf_add(b, name);
}

static bool is_symbol(const struct object *o)
{
    return (o->kind->space & SPACE_OPERATOR) || o->kind->phrase || !*o->name;
}

static void path_add(struct buf *b, const struct object *o)
{
    if (o->parent) { /* two levels at most: a child of a child does not exist */
        path_add(b, o->parent);
        buf_addc(b, '.');
        buf_ident(b, o->name);
    } else {
        buf_object_name(b, o->schema, o->name, is_symbol(o));
    }
    if (o->signature)
        buf_addf(b, !o->kind->worded ? "(%s)" : *o->name ? " %s" : "%s", o->signature);
}

char *object_path(struct arena *a, const struct object *o)
{
    AUTO_BUF b = {0};

    path_add(&b, o);
    return arena_strndup(a, buf_str(&b), b.len);
}

char *object_address(struct arena *a, const struct object *o)
{
    AUTO_BUF b = {0};

    buf_add(&b, o->kind->name);
    buf_addc(&b, ' ');
    path_add(&b, o);
    return arena_strndup(a, buf_str(&b), b.len);
}

struct object *object_new(struct catalog *c, const struct kind *kind, const char *schema, const char *name,
                          struct object *parent)
{
    struct object *o = arena_alloc(&c->arena, kind->record.size);

    o->kind = kind;
    o->schema = parent ? parent->schema : kind->place == PLACE_TOP ? NULL : schema;
    o->name = name;
    o->parent = parent;
    return o;
}

static void overload_index(struct catalog *c, struct object *o)
{
    AUTO_BUF key = {0};
    struct list *overloads;

    buf_object_name(&key, o->schema, o->name, is_symbol(o));
    overloads = map_get(&c->routines, buf_str(&key));
    if (!overloads) {
        overloads = arena_new(&c->arena, struct list);
        map_put(&c->routines, arena_strdup(&c->arena, buf_str(&key)), overloads);
    }
    list_push(&c->arena, overloads, o);
}

struct object *catalog_add(struct catalog *c, struct object *o)
{
    struct object *there;

    o->address = object_address(&c->arena, o);
    there = map_get(&c->by_address, o->address);
    if (there)
        return there;
    map_put(&c->by_address, o->address, o);
    list_push(&c->arena, &c->objects, o);
    if (o->parent)
        list_push(&c->arena, &o->parent->children, o);
    if (o->kind->sign)
        overload_index(c, o);
    if (o->kind->id == KIND_RANGE)
        list_push(&c->arena, &c->ranges, o);
    return NULL;
}

struct object *catalog_table(const struct catalog *c, const char *path)
{
    AUTO_ARENA scratch = {0};

    return catalog_get(c, arena_printf(&scratch, "table %s", path));
}

struct object *catalog_get(const struct catalog *c, const char *address)
{
    return map_get(&c->by_address, address);
}

struct object *catalog_find(const struct catalog *c, enum kind_id kind, const char *schema,
                            const struct object *parent, const char *name, const char *signature)
{
    struct object probe = {.kind = kinds[kind],
                           .schema = schema,
                           .name = name,
                           .signature = signature,
                           .parent = (struct object *)(uintptr_t)parent};
    AUTO_BUF b = {0};

    buf_add(&b, probe.kind->name);
    buf_addc(&b, ' ');
    path_add(&b, &probe);
    return catalog_get(c, buf_str(&b));
}

/* The first object of a name in one space, in the search order when schema is NULL. */
static struct object *find_in_space(const struct catalog *c, const char *schema, const char *name,
                                    const enum kind_id *of, size_t n)
{
    const char *searched;

    if (!schema) {
        list_each (searched, &c->schemas) {
            struct object *o = find_in_space(c, searched, name, of, n);

            if (o)
                return o;
        }
        return NULL;
    }
    for (size_t i = 0; i < n; i++) {
        struct object *o = catalog_find(c, of[i], schema, NULL, name, NULL);

        if (o)
            return o;
    }
    return NULL;
}

struct object *catalog_relation(const struct catalog *c, const char *schema, const char *name)
{
    static const enum kind_id of[] = {KIND_TABLE, KIND_VIEW, KIND_MATVIEW, KIND_SEQUENCE};

    return find_in_space(c, schema, name, of, sizeof(of) / sizeof(of[0]));
}

static struct object *find_multirange(const struct catalog *c, const char *schema, const char *name)
{
    struct range *r;

    list_each (r, &c->ranges) {
        if (r->multirange && strcmp(r->multirange, name) == 0 &&
            (schema ? strcmp(r->base.schema, schema) == 0 : list_has_text(&c->schemas, r->base.schema)))
            return &r->base;
    }
    return NULL;
}

struct object *catalog_type(const struct catalog *c, const char *schema, const char *name)
{
    static const enum kind_id of[] = {KIND_ENUM,  KIND_DOMAIN, KIND_RANGE,  KIND_COMPOSITE, KIND_BASE_TYPE,
                                      KIND_TABLE, KIND_VIEW,   KIND_MATVIEW};
    struct object *o = find_in_space(c, schema, name, of, sizeof(of) / sizeof(of[0]));

    return o ? o : find_multirange(c, schema, name);
}

struct object *catalog_named(const struct catalog *c, uint64_t refers, const char *schema, const char *name)
{
    enum kind_id of[KIND_COUNT];
    size_t n = 0;

    for (int i = 0; i < KIND_COUNT; i++) {
        if (!(refers >> i & 1))
            continue;
        if (kinds[i]->place == PLACE_TOP) {
            struct object *o = schema ? NULL : catalog_find(c, (enum kind_id)i, NULL, NULL, name, NULL);

            if (o)
                return o;
        } else {
            of[n++] = (enum kind_id)i;
        }
    }
    return n ? find_in_space(c, schema, name, of, n) : NULL;
}

void catalog_overloads(const struct catalog *c, const char *schema, const char *name, bool symbol,
                       struct arena *a, struct list *ret)
{
    AUTO_BUF key = {0};
    const struct list *overloads;
    const char *searched;

    if (!schema) {
        list_each (searched, &c->schemas) {
            catalog_overloads(c, searched, name, symbol, a, ret);
        }
        return;
    }
    buf_object_name(&key, schema, name, symbol);
    overloads = map_get(&c->routines, buf_str(&key));
    for (size_t i = 0; overloads && i < overloads->n; i++)
        list_push(a, ret, overloads->at[i]);
}

void catalog_routines(const struct catalog *c, const char *schema, const char *name, struct arena *a,
                      struct list *ret)
{
    struct list named = {0};
    struct object *o;

    catalog_overloads(c, schema, name, false, a, &named);
    list_each (o, &named) {
        if (o->kind->space & SPACE_ROUTINE)
            list_push(a, ret, o);
    }
}

struct object *object_child(const struct object *parent, enum kind_id kind, const char *name)
{
    struct object *o;

    list_each (o, &parent->children) {
        if (o->kind->id == kind && strcmp(o->name, name) == 0)
            return o;
    }
    return NULL;
}

void object_depends(struct catalog *c, struct object *o, struct object *on, enum part part)
{
    struct depend *d;

    if (o == on || (o->parent == on && part != PART_DEFAULT)) /* a default that names the table uses its rows */
        return;
    list_each (d, &o->depends) {
        if (d->on == on && d->part == part)
            return;
    }
    d = arena_new(&c->arena, struct depend);
    *d = (struct depend){on, part};
    list_push(&c->arena, &o->depends, d);
}

void object_has_row_type(struct catalog *c, struct object *o, struct object *of)
{
    const struct object *other;

    list_each (other, &o->row_types) {
        if (other == of)
            return;
    }
    list_push(&c->arena, &o->row_types, of);
}

static int text_order(const char *x, const char *y)
{
    if (!x || !y)
        return (x != NULL) - (y != NULL);
    return strcmp(x, y);
}

static int object_order(const void *vx, const void *vy)
{
    const struct object *x = vx, *y = vy;
    int order = (int)x->kind->id - (int)y->kind->id;

    if (!order && x->kind->ordered)
        order = (x->position > y->position) - (x->position < y->position);
    if (!order)
        order = text_order(x->schema, y->schema);
    if (!order)
        order = text_order(x->name, y->name);
    return order ? order : text_order(x->signature, y->signature);
}

void catalog_sort(struct catalog *c)
{
    struct list roots = {0}, all = {0};
    struct object *o, *child;

    list_each (o, &c->objects) {
        if (!o->parent)
            list_push(&c->arena, &roots, o);
    }
    list_sort(&roots, object_order);
    list_each (o, &roots) {
        list_push(&c->arena, &all, o);
        list_sort(&o->children, object_order);
        list_each (child, &o->children) {
            list_push(&c->arena, &all, child);
        }
    }
    c->objects = all;
}

static void clone_object(struct catalog *copy, struct object *o)
{
    struct object *to = arena_alloc(&copy->arena, o->kind->record.size);

    memcpy(to, o, o->kind->record.size);
    record_copy(&copy->arena, &o->kind->record, to, o);
    to->children = to->depends = to->row_types = (struct list){0};
    to->user = NULL;
    if (o->parent)
        to->parent = o->parent->user;
    o->user = to;
    catalog_add(copy, to);
}

struct catalog *catalog_subset(const struct catalog *c, bool (*keep)(void *ctx, const struct object *o),
                               void *ctx)
{
    struct catalog *copy = catalog_new();
    struct object *o, *of;
    struct depend *d;
    const void *item;

    list_each (o, &c->objects) { /* parents come before children */
        o->user = NULL;
        if ((!keep || keep(ctx, o)) && (!o->parent || o->parent->user))
            clone_object(copy, o);
    }
    list_each (o, &c->objects) {
        list_each (d, &o->depends) {
            if (o->user && d->on->user)
                object_depends(copy, o->user, d->on->user, d->part);
        }
        list_each (of, &o->row_types) {
            if (o->user && of->user)
                object_has_row_type(copy, o->user, of->user);
        }
    }
    list_each (o, &c->objects) {
        o->user = NULL;
    }
    list_each (item, &c->unmodelled) {
        list_push(&copy->arena, &copy->unmodelled, item);
    }
    list_each (item, &c->schemas) {
        list_push(&copy->arena, &copy->schemas, item);
    }
    copy->groups = c->groups;
    copy->version = c->version;
    copy->role = c->role;
    return copy;
}

struct catalog *catalog_clone(const struct catalog *c)
{
    return catalog_subset(c, NULL, NULL);
}

/* Bytes of s to keep so that at most n are used and no character is cut. */
static size_t clip(const char *s, size_t n)
{
    while (n > 0 && ((unsigned char)s[n] & 0xC0) == 0x80)
        n--;
    return n;
}

char *default_name(struct arena *a, const char *name1, const char *name2, const char *label)
{
    const size_t longest = 63; /* NAMEDATALEN - 1 */
    size_t over = (name2 ? 1 : 0) + (label ? strlen(label) + 1 : 0);
    size_t n1 = strlen(name1), n2 = name2 ? strlen(name2) : 0;
    size_t room = longest > over ? longest - over : 0;

    while (n1 + n2 > room) {
        if (n1 > n2)
            n1--;
        else
            n2--;
    }
    n1 = clip(name1, n1);
    n2 = name2 ? clip(name2, n2) : 0;
    return arena_printf(a, "%.*s%s%.*s%s%s", (int)n1, name1, name2 ? "_" : "", (int)n2, name2 ? name2 : "",
                        label ? "_" : "", label ? label : "");
}

const struct object *sequence_owner(const struct object *sequence)
{
    const struct depend *d;

    list_each (d, &sequence->depends) {
        if (d->part == PART_OWNED_BY && d->on->kind->id == KIND_COLUMN)
            return d->on;
    }
    return NULL;
}

bool object_needs(const struct object *o, const struct object *on)
{
    const struct depend *d;

    list_each (d, &o->depends) {
        if (d->on == on)
            return true;
    }
    return false;
}

bool default_takes_row(const struct object *column)
{
    const struct depend *d;

    list_each (d, &column->depends) {
        if (d->part == PART_DEFAULT && d->on == column->parent)
            return true;
    }
    return false;
}

/* Both are in order. */
bool labels_same(const struct object *x, const struct object *y)
{
    if (x->labels.n != y->labels.n)
        return false;
    for (size_t i = 0; i < x->labels.n; i++) {
        const struct option *a = x->labels.at[i], *b = y->labels.at[i];

        if (strcmp(a->name, b->name) != 0 || strcmp(a->value, b->value) != 0)
            return false;
    }
    return true;
}

const struct list *object_extensions(const struct object *o)
{
    static const struct list none = {0};
    const struct record *r = &o->kind->record;

    for (size_t i = 0; i < r->n_fields; i++)
        if (strcmp(r->fields[i].name, "depends_on_extensions") == 0)
            return field_list(o, &r->fields[i]);
    return &none;
}
