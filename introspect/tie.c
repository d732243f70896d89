/* What is said of objects in other files than their own: comments, privileges, dependencies. Rows wait until
 * all objects are there. */
#include "introspect/place.h"
#include <stdlib.h>
#include <string.h>

struct edge {
    place from, to;
    enum part part;
    bool row_type; /* not a dependency: an expression has the type */
};

/* A comment, a security label, or one privilege. */
struct facet {
    place of;
    const char *comment;
    struct option *label;
    struct privilege *privilege; /* NULL with no comment and no label: all were revoked */
};

place place_of(const char *class, unsigned long long oid, unsigned sub)
{
    for (int i = 0; class && i < KIND_COUNT; i++) {
        if (strcmp(class, kinds[i]->catalog) == 0) /* the first of those that share it stands for all */
            return (place)(i + 1) << 56 | oid << 16 | sub;
    }
    return 0;
}

static place row_place(const struct db_row *row, size_t class, size_t oid, size_t sub)
{
    return place_of(row_text(row, class), strtoull(row_text(row, oid), NULL, 10),
                    (unsigned)strtoul(row_text(row, sub), NULL, 10));
}

static int columns_check(struct load *l, const struct db_row *row, const char *file, const char *const *names,
                         size_t n)
{
    bool same = row_count(row) == n;

    for (size_t i = 0; same && i < n; i++)
        same = strcmp(row_name(row, i), names[i]) == 0;
    return same ? OK
                : diag_error(l->diag, "introspect.column", NOWHERE,
                             "%s.sql does not have the columns it should have", file);
}

#define CHECK_COLUMNS(l, row, file, ...)                                                                     \
    columns_check((l), (row), (file), (const char *const[]){__VA_ARGS__},                                    \
                  sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static struct facet *facet_new(struct load *l, place of)
{
    struct facet *f = arena_new(&l->scratch, struct facet);

    f->of = of;
    list_push(&l->scratch, &l->facets, f);
    return f;
}

int load_comment(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    place of;

    if (CHECK_COLUMNS(l, row, "comment", "class", "oid", "position", "comment") != OK)
        return ERR;
    of = row_place(row, 0, 1, 2);
    if (of)
        facet_new(l, of)->comment = arena_strdup(&l->catalog->arena, row_text(row, 3));
    return OK;
}

int load_label(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    struct arena *a = &l->catalog->arena;
    struct option *label;
    place of;

    if (CHECK_COLUMNS(l, row, "label", "class", "oid", "position", "provider", "label") != OK)
        return ERR;
    of = row_place(row, 0, 1, 2);
    if (!of)
        return OK;
    label = arena_new(a, struct option);
    *label = (struct option){arena_strdup(a, row_text(row, 3)), arena_strdup(a, row_text(row, 4))};
    facet_new(l, of)->label = label;
    return OK;
}

int load_privileges(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    struct arena *a = &l->catalog->arena;
    struct privilege *p;
    struct facet *f;

    if (CHECK_COLUMNS(l, row, "acl", "class", "oid", "position", "grantee", "privileges", "grantable", "grantor") != OK)
        return ERR;
    f = facet_new(l, row_place(row, 0, 1, 2));
    if (!row_text(row, 3))
        return OK;
    p = arena_new(a, struct privilege);
    p->grantee = arena_strdup(a, row_text(row, 3));
    p->privileges = arena_strdup(a, row_text(row, 4));
    p->grantable = strcmp(row_text(row, 5), "t") == 0;
    p->grantor = row_text(row, 6) ? arena_strdup(a, row_text(row, 6)) : NULL;
    f->privilege = p;
    return OK;
}

static enum part part_named(const char *name)
{
    static const char *const names[PART_COUNT] = {[PART_SELF] = "SELF",
                                                  [PART_DEFAULT] = "DEFAULT",
                                                  [PART_OWNED_BY] = "OWNED_BY",
                                                  [PART_BODY] = "BODY",
                                                  [PART_LATE] = "LATE",
                                                  [PART_SECURITY] = "SECURITY",
                                                  [PART_MEMBERS] = "MEMBERS",
                                                  [PART_EXTENSION] = "EXTENSION",
                                                  [PART_STATES] = "STATES",
                                                  [PART_STORAGE] = "STORAGE",
                                                  [PART_ATTACH] = "ATTACH",
                                                  [PART_ROWS] = "ROWS"};
    int part = PART_COUNT - 1;

    while (part > PART_SELF && strcmp(name, names[part]) != 0)
        part--;
    return (enum part)part;
}

int load_depend(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    struct edge *e;

    if (CHECK_COLUMNS(l, row, "depend", "classid", "objid", "objsubid", "refclass", "refobjid", "refobjsubid",
                      "part") != OK)
        return ERR;
    e = arena_new(&l->scratch, struct edge);
    *e = (struct edge){row_place(row, 0, 1, 2), row_place(row, 3, 4, 5), part_named(row_text(row, 6)), strcmp(row_text(row, 6), "ROW_TYPE") == 0};
    list_push(&l->scratch, &l->edges, e);
    return OK;
}

int load_unmodelled(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    struct arena *a = &l->catalog->arena;
    struct unmodelled *u;

    if (CHECK_COLUMNS(l, row, "unmodelled", "what", "address") != OK)
        return ERR;
    u = arena_new(a, struct unmodelled);
    u->what = arena_strdup(a, row_text(row, 0));
    u->address = arena_strdup(a, row_text(row, 1));
    list_push(a, &l->catalog->unmodelled, u);
    return OK;
}

int load_setting(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    struct arena *a = &l->catalog->arena;
    struct option *o;

    if (CHECK_COLUMNS(l, row, "settings", "name", "value") != OK)
        return ERR;
    o = arena_new(a, struct option);
    o->name = arena_strdup(a, row_text(row, 0));
    o->value = arena_strdup(a, row_text(row, 1));
    list_push(a, &l->catalog->settings, o);
    return OK;
}

int load_schema_name(void *ctx, const struct db_row *row)
{
    struct load *l = ctx;
    struct arena *a = &l->catalog->arena;

    list_push(a, &l->catalog->schemas, arena_strdup(a, row_text(row, 0)));
    return OK;
}

/* The object at a place; for a column that is no object of its own (of a view), the relation. */
static struct object *object_at(const struct load *l, place at)
{
    struct object *o = idmap_get(&l->objects, at);

    return o ? o : idmap_get(&l->objects, at & ~(place)0xffff);
}

static int unmodelled_order(const void *vx, const void *vy)
{
    const struct unmodelled *x = vx, *y = vy;
    int order = strcmp(x->what, y->what);

    return order ? order : strcmp(x->address, y->address);
}

/* Rows come in the order of the server's plan. */
static int depend_order(const void *vx, const void *vy)
{
    const struct depend *x = vx, *y = vy;
    int order = strcmp(x->on->address, y->on->address);

    return order ? order : (int)x->part - (int)y->part;
}

void load_tie(struct load *l)
{
    struct object *object;
    struct edge *e;
    struct facet *f;

    list_each (e, &l->edges) {
        struct object *from = object_at(l, e->from), *to = object_at(l, e->to);

        if (e->row_type) {
            if (from && to)
                object_has_row_type(l->catalog, from, to);
            continue;
        }
        /* of its own parts a whole needs only the index that it is told of later */
        if (from && to && (to->parent != from || e->part == PART_LATE))
            object_depends(l->catalog, from, to, e->part);
    }
    list_each (object, &l->catalog->objects) {
        list_sort(&object->depends, depend_order);
    }
    list_each (f, &l->facets) {
        struct object *o = idmap_get(&l->objects, f->of);

        if (!o)
            continue;
        if (f->comment) {
            o->comment = f->comment;
            continue;
        }
        if (f->label) {
            list_push(&l->catalog->arena, &o->labels, f->label);
            continue;
        }
        o->has_privileges = true;
        if (f->privilege)
            list_push(&l->catalog->arena, &o->privileges, f->privilege);
    }
    list_sort(&l->catalog->unmodelled, unmodelled_order);
}
