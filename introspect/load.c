/* Rows of the SQL files -> objects. Result columns are bound once a result: the common ones, and one for each
 * field of the kind. */
#include "introspect/load.h"
#include "introspect/place.h"
#include "schema/model.h"
#include <stdlib.h>
#include <string.h>

/* Columns that are not fields. */
enum common {
    COMMON_OID,
    COMMON_SCHEMA,
    COMMON_NAME,
    COMMON_OWNER,
    COMMON_PARENT,
    COMMON_PARENT_CLASS,
    COMMON_POSITION,
    COMMON_KIND,
    COMMON_COUNT,
};

static const char *const common_names[COMMON_COUNT] = {
    "oid", "schema", "name", "owner", "parent", "parent_class", "position", "kind",
};

_Static_assert(COMMON_COUNT <= 8, "struct load_kind has a slot for each");

struct loaded {
    struct object *object;
    place parent; /* 0: none */
};

/* Whether the parents of a kind are in more than one of the server's catalogs. */
static bool parents_differ(const struct kind *k)
{
    const char *catalog = NULL;

    for (int i = 0; i < KIND_COUNT; i++) {
        if (!(k->parents >> i & 1))
            continue;
        if (catalog && strcmp(catalog, kinds[i]->catalog) != 0)
            return true;
        catalog = kinds[i]->catalog;
    }
    return false;
}

static bool common_wanted(const struct load_file *file, const struct kind *k, enum common c)
{
    switch (c) {
    case COMMON_OID:
    case COMMON_NAME:
        return true;
    case COMMON_SCHEMA:
        return k->place == PLACE_SCHEMA;
    case COMMON_OWNER:
        return kind_has_owner(k);
    case COMMON_PARENT:
    case COMMON_POSITION:
        return k->place == PLACE_CHILD;
    case COMMON_PARENT_CLASS:
        return parents_differ(k);
    case COMMON_KIND:
        return file->kinds.n > 1;
    case COMMON_COUNT:
        break;
    }
    return false;
}

static int column_error(const struct load_file *file, const char *problem, const char *column)
{
    return diag_error(file->load->diag, "introspect.column", NOWHERE, "%s.sql: %s \"%s\"", file->name, problem,
                      column);
}

static int field_index(const struct kind *k, const char *name)
{
    for (size_t f = 0; f < k->record.n_fields; f++) {
        if (strcmp(name, k->record.fields[f].name) == 0)
            return (int)f;
    }
    return -1;
}

/* What a result column is for a kind: a common one as -1 - common, the index of a field, or a field of other
 * kinds of the file. */
enum { OF_OTHERS = -1 - COMMON_COUNT };

static int column_bind(const struct load_file *file, struct load_kind *lk, const char *name, size_t at,
                       int *ret)
{
    const struct load_kind *other;

    for (int c = 0; c < COMMON_COUNT; c++) {
        if (common_wanted(file, lk->kind, (enum common)c) && strcmp(name, common_names[c]) == 0) {
            *ret = -1 - c;
            lk->slots[c] = (int)at;
            return OK;
        }
    }
    *ret = field_index(lk->kind, name);
    list_each (other, &file->kinds) {
        if (*ret == -1 && field_index(other->kind, name) >= 0)
            *ret = OF_OTHERS;
    }
    return *ret == -1 ? column_error(file, "no field is named after column", name) : OK;
}

/* Neither side may have a name that the other does not know. */
static int result_bind(const struct load_file *file, struct load_kind *lk, const struct db_row *row)
{
    const struct record *r = &lk->kind->record;
    struct arena *a = &file->load->scratch;
    size_t n = row_count(row);
    bool *seen = arena_alloc(a, r->n_fields + 1);

    lk->columns = arena_alloc(a, (n + 1) * sizeof(*lk->columns));
    for (int c = 0; c < COMMON_COUNT; c++)
        lk->slots[c] = -1;
    for (size_t i = 0; i < n; i++) {
        int what = -1;

        if (column_bind(file, lk, row_name(row, i), i, &what) != OK)
            return ERR;
        if (what >= 0 && seen[what])
            return column_error(file, "two columns are named", row_name(row, i));
        if (what >= 0)
            seen[what] = true;
        lk->columns[i] = what;
    }
    for (int c = 0; c < COMMON_COUNT; c++) {
        if (common_wanted(file, lk->kind, (enum common)c) && lk->slots[c] < 0)
            return column_error(file, "there is no column", common_names[c]);
    }
    for (size_t f = 0; f < r->n_fields; f++) {
        if (!seen[f])
            return column_error(file, "there is no column for field", r->fields[f].name);
    }
    return OK;
}

static const char *common_text(const struct load_kind *lk, const struct db_row *row, enum common c)
{
    return lk->slots[c] < 0 ? NULL : row_text(row, (size_t)lk->slots[c]);
}

static unsigned long common_number(const struct load_kind *lk, const struct db_row *row, enum common c)
{
    const char *text = common_text(lk, row, c);

    return text ? strtoul(text, NULL, 10) : 0;
}

static int fields_read(const struct load_file *file, const struct load_kind *lk, const struct db_row *row,
                       struct object *o)
{
    struct diag *d = file->load->diag;

    for (size_t i = 0; i < row_count(row); i++) {
        const struct field *f;
        const char *text = row_text(row, i);

        if (lk->columns[i] < 0 || !text)
            continue;
        f = &lk->kind->record.fields[lk->columns[i]];
        if (field_read_text(&file->load->catalog->arena, f, o, text, d) != OK) {
            diag_detail(d, "reading \"%s\" of %s %s (%s.sql)", f->name, lk->kind->name, o->name, file->name);
            return ERR;
        }
    }
    return OK;
}

static place parent_place(const struct load_kind *lk, const struct db_row *row)
{
    const char *class = common_text(lk, row, COMMON_PARENT_CLASS);
    int kind = 0;

    if (lk->kind->place != PLACE_CHILD)
        return 0;
    while (!(lk->kind->parents >> kind & 1))
        kind++;
    return place_of(class ? class : kinds[kind]->catalog, common_number(lk, row, COMMON_PARENT), 0);
}

/* What a row is, its columns bound; NULL: an error. */
static struct load_kind *row_kind(struct load_file *file, const struct db_row *row)
{
    const char *name = NULL;
    struct load_kind *lk, *ret = NULL;

    for (size_t i = 0; file->kinds.n > 1 && i < row_count(row); i++) {
        if (strcmp(row_name(row, i), common_names[COMMON_KIND]) == 0)
            name = row_text(row, i);
    }
    list_each (lk, &file->kinds) {
        if (file->kinds.n == 1 || (name && strcmp(lk->kind->name, name) == 0))
            ret = lk;
    }
    if (!ret)
        (void)column_error(file, "rows of this file are not of kind", name ? name : "");
    else if (!ret->columns && result_bind(file, ret, row) != OK)
        return NULL;
    return ret;
}

int load_row(void *ctx, const struct db_row *row)
{
    struct load_file *file = ctx;
    struct load *l = file->load;
    struct arena *a = &l->catalog->arena;
    struct loaded *loaded;
    const struct load_kind *lk = row_kind(file, row);
    struct object *o;

    if (!lk)
        return ERR;
    o = object_new(l->catalog, lk->kind, arena_strdup(a, common_text(lk, row, COMMON_SCHEMA)),
                   arena_strdup(a, common_text(lk, row, COMMON_NAME)), NULL);
    o->oid = common_number(lk, row, COMMON_OID);
    o->owner = arena_strdup(a, common_text(lk, row, COMMON_OWNER));
    o->position = (unsigned)common_number(lk, row, COMMON_POSITION);
    if (fields_read(file, lk, row, o) != OK)
        return ERR;
    if (lk->kind->sign)
        o->signature = lk->kind->sign(a, o);

    loaded = arena_new(&l->scratch, struct loaded);
    *loaded = (struct loaded){o, parent_place(lk, row)};
    list_push(&l->scratch, &l->loaded, loaded);
    idmap_put(&l->objects, place_of(lk->kind->catalog, o->oid, o->position), o);
    return OK;
}

static int object_add(struct load *l, const struct loaded *x)
{
    struct object *o = x->object, *there;

    if (x->parent) {
        o->parent = idmap_get(&l->objects, x->parent);
        if (!o->parent)
            return diag_error(l->diag, "introspect.parent", NOWHERE,
                              "%s \"%s\" (oid %llu) has no parent that was read", o->kind->name, o->name,
                              o->oid);
        o->schema = o->parent->schema;
    }
    there = catalog_add(l->catalog, o);
    if (there)
        return diag_error(l->diag, "introspect.duplicate", NOWHERE,
                          "the server has two objects that are \"%s\"", there->address);
    return OK;
}

/* What is there without being declared: schema public, and extensions that are elsewhere than in the managed
 * schemas. */
static bool is_implied(const struct load *l, const struct object *o)
{
    if (o->kind->id == KIND_EXTENSION)
        return !list_has_text(&l->catalog->schemas, ((const struct extension *)o)->schema);
    return o->kind->id == KIND_SCHEMA && strcmp(o->name, "public") == 0;
}

/* Dropped columns leave gaps in the server's numbers. */
static void children_number(struct object *parent)
{
    const struct kind *kind = NULL;
    struct object *child;
    unsigned position = 0;

    list_each (child, &parent->children) {
        position = child->kind == kind ? position + 1 : 1;
        kind = child->kind;
        if (kind->ordered)
            child->position = position;
    }
}

int load_finish(struct load *l)
{
    struct loaded *x;
    struct object *o;

    for (int child = 0; child <= 1; child++) { /* parents first */
        list_each (x, &l->loaded) {
            if ((x->parent != 0) == child && object_add(l, x) != OK)
                return ERR;
        }
    }
    catalog_sort(l->catalog);
    list_each (o, &l->catalog->objects) {
        o->implied = is_implied(l, o);
        opclass_sort(o);
        children_number(o);
    }
    load_tie(l);
    return OK;
}

void load_clear(struct load *l)
{
    idmap_clear(&l->objects);
    arena_clear(&l->scratch);
}
