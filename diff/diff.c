/* Pairs the objects of two catalogs and compares each pair through the tables of the kinds. */
#include "diff/diff.h"
#include "diff/cover.h"
#include "diff/rename.h"
#include "diff/suggest.h"
#include "schema/inherit.h"
#include "schema/not_null.h"
#include "schema/privilege.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static struct pair_of *pair_add(struct diff *d, struct object *from, struct object *to)
{
    struct pair_of *p = arena_new(&d->arena, struct pair_of);

    p->from = from;
    p->to = to;
    list_push(&d->arena, &d->pairs, p);
    map_put(&d->by_address, from ? from->address : to->address, p);
    return p;
}

/* Schemas that come with the server are never made or dropped. */
static bool of_server(const struct object *o)
{
    return o->kind->id == KIND_SCHEMA && (strcmp(o->name, "public") == 0 || strncmp(o->name, "pg_", 3) == 0 ||
                                          strcmp(o->name, "information_schema") == 0);
}

static bool kind_left_alone(const struct catalog *stated, const struct object *o)
{
    return o->kind->opt_in && !(stated->groups >> o->kind->id & 1);
}

/* What belongs to the whole database is left alone where the model has nothing to say of its kind: it may be
 * another's. */
static bool not_spoken_of(const struct diff *d, const struct object *o)
{
    const struct catalog *stated = d->stated == SIDE_FROM ? d->from : d->stated == SIDE_TO ? d->to : NULL;

    if (!stated || (o->parent && kind_left_alone(stated, o->parent)))
        return stated != NULL;
    /* what goes, goes with all that is in it */
    return kind_left_alone(stated, o) && (!o->parent || catalog_get(stated, o->parent->address));
}

/* A column of a view is an object only where something is said of it: what was granted on it, or its security label, and is not managed,
 * is no difference, but has to come back with a view that is made again. */
static void keep_view_columns(const struct diff *d)
{
    const struct object *o;

    for (size_t i = 0; d->stated == SIDE_TO && i < d->from->objects.n; i++) {
        struct object *view, *same;
        bool granted;

        o = d->from->objects.at[i];
        if (o->kind->id != KIND_VIEW_COLUMN || catalog_get(d->to, o->address))
            continue;
        view = catalog_get(d->to, o->parent->address);
        granted = view && o->has_privileges && !privileges_stated(view);
        if (!view || (!granted && !o->labels.n))
            continue;
        same = object_new(d->to, o->kind, NULL, o->name, view);
        same->position = o->position;
        same->has_privileges = granted;
        same->privileges = granted ? o->privileges : (struct list){0};
        same->labels = o->labels;
        catalog_add(d->to, same);
    }
}

/* A column of a view of which nothing is said is in no catalog of a server. */
static bool says_nothing(const struct object *o)
{
    return o->kind->id == KIND_VIEW_COLUMN && !o->comment && !o->has_privileges && !o->labels.n && !view_column_says(o);
}

static void pair_objects(struct diff *d)
{
    struct object *o;

    d->pairs = (struct list){0};
    map_clear(&d->by_address);
    list_each (o, &d->to->objects) {
        struct object *from = catalog_get(d->from, o->address);

        if (from || !(of_server(o) || not_spoken_of(d, o) || says_nothing(o)))
            pair_add(d, from, o);
    }
    list_each (o, &d->from->objects) {
        if (!map_get(&d->by_address, o->address) && !of_server(o) && !not_spoken_of(d, o) && !says_nothing(o))
            pair_add(d, o, NULL);
    }
}

static bool text_same(const char *x, const char *y)
{
    return x == y || (x && y && strcmp(x, y) == 0);
}

/* Access lists mean the same when each role can do the same once the owners are changed. */
static bool privileges_same(const struct diff *d, const struct pair_of *p)
{
    AUTO_ARENA a = {0};
    int version = d->from->version ? d->from->version : d->to->version;
    struct list x = {0}, y = {0};

    if (!p->from->has_privileges && !p->to->has_privileges)
        return true;
    grants_compared(&a, p->from, p->to, version, &x, &y);
    return grants_same(&x, &y);
}

static uint64_t facets_compare(const struct diff *d, const struct pair_of *p)
{
    const struct object *stated = d->stated == SIDE_FROM ? p->from : d->stated == SIDE_TO ? p->to : NULL;
    uint64_t changed = 0;

    if (!text_same(p->from->comment, p->to->comment))
        changed |= FACET_COMMENT;
    if ((!stated || stated->owner) && !text_same(p->from->owner, p->to->owner))
        changed |= FACET_OWNER;
    if ((!stated || privileges_stated(stated)) && !privileges_same(d, p))
        changed |= FACET_ACL;
    if ((!stated || stated->has_labels) && !labels_same(p->from, p->to))
        changed |= FACET_LABELS;
    return changed;
}

/* Those of the former owner are the new one's. */
static void keep_privileges(const struct diff *d, const struct pair_of *p)
{
    const char *was = object_owner(p->from), *owner = object_owner(p->to);
    struct arena *a = &d->to->arena;
    const struct privilege *x;

    p->to->has_privileges = p->from->has_privileges;
    p->to->privileges = p->from->privileges;
    if (!was || !owner || strcmp(was, owner) == 0)
        return;
    p->to->privileges = (struct list){0};
    list_each (x, &p->from->privileges)
        list_push(a, &p->to->privileges, privilege_owner_changed(a, x, was, owner));
}

/* What a model does not manage stays as it is: an object that has to be made again keeps its owner and
 * privileges, and its security labels. */
static void keep_unmanaged(const struct diff *d, const struct pair_of *p)
{
    if (d->stated != SIDE_TO)
        return;
    if (!p->to->owner)
        p->to->owner = p->from->owner;
    if (!privileges_stated(p->to))
        keep_privileges(d, p);
    if (!p->to->has_labels)
        p->to->labels = p->from->labels;
}

/* Ordered kinds: objects on both sides must be in the same order, and new ones at the end, or PostgreSQL
 * cannot follow. */
static void find_moved(const struct diff *d)
{
    struct pair_of *p;
    const struct object *parent = NULL;
    unsigned last = 0;
    bool added = false;

    list_each (p, &d->pairs) {
        if (!p->to || !p->to->kind->ordered)
            continue;
        if (p->to->parent != parent) {
            parent = p->to->parent;
            last = 0;
            added = false;
        }
        if (!p->from) {
            added = true;
        } else {
            p->moved = added || p->from->position < last;
            last = p->from->position > last ? p->from->position : last;
        }
    }
}

/* What is said of a NOT NULL comes and goes with it. */
static void only_of_both(struct pair_of *p)
{
    const struct record *r = &p->to->kind->record;

    if (((const struct column *)p->from)->not_null && ((const struct column *)p->to)->not_null)
        return;
    for (size_t i = 0; i < r->n_fields; i++)
        if (strncmp(r->fields[i].name, "not_null_", strlen("not_null_")) == 0)
            p->changed &= ~((uint64_t)1 << i);
}

static void compare_pairs(struct diff *d)
{
    struct pair_of *p;

    d->differences = 0;
    list_each (p, &d->pairs) {
        if (p->from && p->to) {
            const void *stated = d->stated == SIDE_FROM ? p->from : d->stated == SIDE_TO ? p->to : NULL;

            p->changed = record_compare(&p->to->kind->record, p->from, p->to, stated) | facets_compare(d, p) |
                         cover_becomes_own(d, p);
            if (p->to->kind->id == KIND_COLUMN)
                only_of_both(p);
            p->renamed = p->from->was || p->from->was_schema;
        }
    }
    cover_pairs(d);
    list_each (p, &d->pairs) {
        if (pair_verdict(p))
            d->differences++;
    }
    for (size_t i = d->pairs.n; i > 0; i--) { /* columns before the table that says whether they are managed */
        p = d->pairs.at[i - 1];
        if (p->from && p->to)
            keep_unmanaged(d, p);
    }
    find_moved(d);
}

const char *pair_verdict(const struct pair_of *p)
{
    if (p->cover != COVER_NOT)
        return NULL;
    if (!p->from)
        return "create";
    if (!p->to)
        return "drop";
    if (p->changed)
        return "change";
    return p->renamed ? "rename" : NULL;
}

/* Keys, constraints and indexes that only changed their name. */
static bool by_definition(const struct object *o)
{
    return o->parent && (o->kind->space & (SPACE_CONSTRAINT | SPACE_RELATION)) != 0;
}

static void find_same_definition(struct diff *d, struct list *ret)
{
    struct pair_of *p, *q;

    list_each (p, &d->pairs) {
        struct object *o;

        if (p->from || !by_definition(p->to))
            continue;
        q = map_get(&d->by_address, p->to->parent->address);
        if (!q || !q->from)
            continue;
        list_each (o, &q->from->children) {
            struct pair_of *other = map_get(&d->by_address, o->address);
            struct rename *r;

            if (o->kind->id == KIND_FOREIGN_KEY && object_inherited(o) && object_inherited(p->to))
                continue; /* the server may name it as it likes */
            if (attached_to(o) && attached_to(p->to) && (o->implied || p->to->implied))
                continue;
            if (rename_needs_anew(o, p->to, d->to) || rename_needs_anew(p->to, o, d->from))
                continue;
            if (o->kind->id == KIND_EXCLUSION && attached_to(p->to) && !attached_to(o))
                continue; /* the server makes another */
            if (o->kind != p->to->kind || !other || other->to || other->renamed ||
                record_compare(&o->kind->record, o, p->to, NULL) != 0)
                continue;
            other->renamed = true; /* taken */
            r = arena_new(&d->arena, struct rename);
            *r = (struct rename){o, p->to};
            list_push(&d->arena, ret, r);
            break;
        }
    }
}

/* `r->from` may be of a clone: the object that was read has the same place in its catalog. */
static struct object *as_read(const struct diff *d, const struct object *in_clone)
{
    for (size_t i = 0; d->from != d->read_from && i < d->from->objects.n; i++)
        if (d->from->objects.at[i] == in_clone)
            return d->read_from->objects.at[i];
    return (struct object *)(uintptr_t)in_clone;
}

/* Names of NOT NULL constraints mean something to servers that keep them; there both sides say them, before the renames. */
static void not_null_names(struct diff *d, struct diag *diag)
{
    int version = d->read_from->version > d->to->version ? d->read_from->version : d->to->version;

    if (version >= DOMAIN_NOT_NULL_NAMED) {
        not_null_domains_state(d->read_from);
        not_null_domains_state(d->to);
    }
    if (version >= NOT_NULL_NAMED) {
        not_null_names_state(d->read_from);
        not_null_names_state(d->to);
    } else if (version > 0) {
        struct catalog *model = d->stated == SIDE_FROM ? d->read_from : d->to;
        const struct object *named = not_null_names_clear(model);

        if (named)
            diag_warning(diag, "model.not-null-name", named->at,
                         "PostgreSQL %d does not keep names of NOT NULL constraints: not_null_name is left aside", version / 10000);
    }
}

/* Before 14 a class has what its statement said; where no server is asked, what newer ones make of it. */
static void members_of_classes(const struct diff *d)
{
    int version = d->read_from->version > d->to->version ? d->read_from->version : d->to->version;

    opclass_settle(d->read_from, version);
    opclass_settle(d->to, version);
}

/* Before 15 the sequence of a serial column of an unlogged table is as any other. */
static void persistence_of_serials(const struct diff *d)
{
    int version = d->read_from->version > d->to->version ? d->read_from->version : d->to->version;
    const struct catalog *const both[] = {d->read_from, d->to};
    struct object *o;

    for (size_t i = 0; version && version < 150000 && i < 2; i++)
        list_each (o, &both[i]->objects)
            if (o->kind->id == KIND_SEQUENCE && o->implied)
                ((struct sequence *)o)->unlogged = false;
}

static void use_renames(struct diff *d)
{
    if (d->from != d->read_from)
        catalog_free(d->from);
    d->from = d->renames.n ? rename_apply(d->read_from, &d->renames) : d->read_from;
    pair_objects(d);
}

static void add_renames(struct diff *d, const struct list *found)
{
    struct rename *r;

    if (!found->n)
        return;
    list_each (r, found)
        r->from = as_read(d, r->from);
    list_each (r, found)
        list_push(&d->arena, &d->renames, r);
    use_renames(d);
}

/* Those of partitions of partitions follow those of the partitions. */
static void add_part_renames(struct diff *d)
{
    for (int depth = 0; depth < DEPTH_LIMIT; depth++) {
        struct list found = {0};

        cover_part_renames(d, &found);
        if (!found.n)
            return;
        add_renames(d, &found);
    }
}

static void build(struct diff *d, bool look_for_same)
{
    struct list same = {0};

    use_renames(d);
    keep_view_columns(d);
    pair_objects(d);
    if (look_for_same) { /* parts of what keeps its name, and of what was renamed */
        add_part_renames(d);
        find_same_definition(d, &same);
        add_renames(d, &same);
        add_part_renames(d);
    }
    compare_pairs(d);
}

static struct diff *diff_new(struct catalog *from, struct catalog *to)
{
    struct arena a = {0};
    struct diff *d = arena_new(&a, struct diff);

    d->arena = a;
    d->from = d->read_from = from;
    d->to = to;
    return d;
}

int diff_make(struct catalog *from, struct catalog *to, const struct catalog *stated, struct diag *diag,
              struct diff **ret)
{
    struct diff *d = diff_new(from, to);

    d->stated = !stated ? SIDE_NONE : stated == from ? SIDE_FROM : SIDE_TO;
    if (rename_declared(&d->arena, from, to, diag, &d->renames) != OK) {
        diff_free(d);
        return ERR;
    }
    not_null_names(d, diag);
    members_of_classes(d);
    persistence_of_serials(d);
    cover_renames(d);
    build(d, true);
    suggest_renames(d);
    *ret = d;
    return OK;
}

int diff_reverse(const struct diff *forward, struct diag *diag, struct diff **ret)
{
    struct diff *d = diff_new(forward->to, forward->read_from);
    const struct rename *r;

    (void)diag;
    d->stated = forward->stated == SIDE_NONE ? SIDE_NONE : forward->stated == SIDE_FROM ? SIDE_TO : SIDE_FROM;
    list_each (r, &forward->renames) {
        struct rename *back = arena_new(&d->arena, struct rename);

        *back = (struct rename){r->to, r->from};
        list_push(&d->arena, &d->renames, back);
    }
    build(d, false);
    *ret = d;
    return OK;
}

void diff_free(struct diff *d)
{
    struct arena a;

    if (!d)
        return;
    if (d->from != d->read_from)
        catalog_free(d->from);
    map_clear(&d->by_address);
    a = d->arena;
    arena_clear(&a);
}
