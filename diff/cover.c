/* What a partition or child table has from a parent: the server changes it with the parent's, so it is no difference of
 * its own. */
#include "diff/cover.h"
#include "diff/rename.h"
#include "schema/inherit.h"
#include <string.h>

enum { DEPTH_MAX = 100 };

bool cover_stays(const struct diff *d, const struct pair_of *table)
{
    const char *name;

    (void)d;
    if (!table || !table->from || !table->to)
        return false;
    for (size_t i = 0; (name = table_parent_name(table->from, i)); i++)
        if (table_has_parent(table->to, name))
            return true;
    return false;
}

struct pair_of *cover_origin(const struct diff *d, const struct object *o, bool of_to)
{
    const struct object *origin = object_origin(of_to ? d->to : d->from, o);

    return origin ? map_get(&d->by_address, origin->address) : NULL;
}

/* Whether the table stays attached to what the object comes from. */
static bool stays_with(const struct pair_of *table, const struct pair_of *origin)
{
    AUTO_ARENA a = {0};
    const struct object *o = origin->from ? origin->from : origin->to;
    const char *name = object_path(&a, o->parent);

    return table->from && table->to && table_has_parent(table->from, name) &&
           table_has_parent(table->to, name);
}

/* What ALTER TABLE does to the children too. */
uint64_t cover_recursing(const struct kind *k)
{
    static const char *const names[] = {"type", "collation", "not_null", "not_null_name", "not_null_not_valid", "generated"};
    uint64_t bits = 0;

    if (k->id != KIND_COLUMN)
        return ~FACETS;
    for (size_t n = 0; n < sizeof(names) / sizeof(names[0]); n++)
        bits |= field_bit(k, names[n]);
    return bits;
}

/* Whether the table stays with a parent that has the object before. Where it leaves them all, the object becomes its own by that. */
static bool stays_with_origin(const struct diff *d, const struct pair_of *p)
{
    const struct object *parent;

    for (size_t i = 0; (parent = table_parent(d->from, p->from->parent, i)); i++)
        if (table_has_parent(p->to->parent, table_parent_name(p->from->parent, i)) &&
            object_child(parent, p->from->kind->id, p->from->name))
            return true;
    return false;
}

/* A column or check of a child that only its parents said until now, and that it is to say itself. The other way there is none: what a
 * table said once it keeps. */
uint64_t cover_becomes_own(const struct diff *d, const struct pair_of *p)
{
    const struct kind *k = p->to->kind;

    if ((k->id != KIND_COLUMN && k->id != KIND_CHECK) || !object_inherited(p->from) || object_inherited(p->to) ||
        !stays_with_origin(d, p))
        return 0;
    return field_bit(k, "inherited");
}

/* The index of a partition, by whatever name, that is a part of another. */
static struct object *part_of(const struct object *table, const struct object *whole)
{
    struct object *o;

    list_each (o, &table->children) {
        if (attached_to(o) && strcmp(attached_to(o), whole->name) == 0)
            return o;
    }
    return NULL;
}

/* Of another kind it is not the same: a unique key of the partition can be the part of a primary key. */
static bool has_part(const struct object *table, const struct object *whole, const struct object *part)
{
    const struct object *o = part_of(table, whole);

    return o && o->kind == part->kind;
}

/* Only the old side has it. */
static void cover_old(const struct diff *d, struct pair_of *p, const struct pair_of *table)
{
    const struct pair_of *origin = cover_origin(d, p->from, false);

    if (!object_inherited(p->from))
        return;
    if (p->from->kind->id == KIND_FOREIGN_KEY && !origin && cover_stays(d, table))
        p->cover = COVER_SAME; /* the server gave it another name */
    else if (origin && stays_with(table, origin))
        p->cover = origin->to && ((is_index(p->from) && has_part(table->to, origin->to, p->from)) || p->from->kind->id == KIND_FOREIGN_KEY)
                       ? COVER_SAME
                       : COVER_PARENT;
}

/* Only the new side has it. */
static void cover_new(const struct diff *d, struct pair_of *p, const struct pair_of *table)
{
    const struct pair_of *origin = cover_origin(d, p->to, true);

    if (!object_inherited(p->to))
        return;
    if (p->to->kind->id == KIND_FOREIGN_KEY && !p->to->comment)
        p->cover = COVER_SAME; /* made when the table is attached, if not before */
    else if (origin && stays_with(table, origin) &&
             (!is_index(p->to) || (origin->from && has_part(table->from, origin->from, p->to))))
        p->cover = is_index(p->to) ? COVER_SAME : COVER_PARENT;
}

/* Of a partition that stays: becomes a part of what is there, or is none any more of what stays. */
static uint64_t attachment(const struct diff *d, const struct pair_of *p, const struct pair_of *to)
{
    const struct pair_of *from = cover_origin(d, p->from, false);
    const struct kind *k = p->to->kind;

    if (from == to || !((from && from->to) || (to && to->from)))
        return 0;
    return field_bit(k, "attached_to");
}

static bool has_not_null(const struct object *o)
{
    return o && ((const struct column *)o)->not_null && !((const struct column *)o)->not_null_no_inherit;
}

static bool same_name(const struct object *x, const struct object *y)
{
    const char *a = ((const struct column *)x)->not_null_name, *b = ((const struct column *)y)->not_null_name;

    return a && b && strcmp(a, b) == 0;
}

/* The NOT NULL that the parent gives is renamed with the parent's, where it has the same name; by itself it cannot be renamed. */
static bool can_rename_not_null(const struct diff *d, const struct pair_of *p, int depth)
{
    const struct pair_of *table = map_get(&d->by_address, p->to->parent->address);
    const struct pair_of *origin = cover_origin(d, p->to, true);

    if (!origin || !table || !stays_with(table, origin) || !has_not_null(origin->from) || !has_not_null(origin->to))
        return true;
    return depth < DEPTH_MAX && same_name(p->from, origin->from) && same_name(p->to, origin->to) &&
           can_rename_not_null(d, origin, depth + 1);
}

/* On both sides: what differs because it differs in the parent's. */
static void cover_both(const struct diff *d, struct pair_of *p, const struct pair_of *table)
{
    const struct pair_of *origin = cover_origin(d, p->to, true);
    bool column = p->to->kind->id == KIND_COLUMN, check = p->to->kind->id == KIND_CHECK;

    /* A table that is made as a child has the check of its parent valid, NOT VALID as it may be there; no statement reaches it. */
    if (check && object_inherited(p->from) && object_inherited(p->to))
        p->changed &= ~field_bit(p->to->kind, "not_valid");
    if (is_index(p->to) && cover_stays(d, table))
        p->changed |= attachment(d, p, origin);
    if (!origin || !stays_with(table, origin))
        return;
    if (column || check)
        p->renamed = false;
    if (column && !can_rename_not_null(d, p, 0))
        p->changed &= ~field_bit(p->to->kind, "not_null_name");
    if (object_inherited(p->from) && !is_index(p->to) && p->changed &&
        (p->changed & ~(origin->changed & cover_recursing(p->to->kind))) == 0)
        p->cover = COVER_PARENT;
}

void cover_pairs(struct diff *d)
{
    struct pair_of *p;

    list_each (p, &d->pairs) {
        const struct object *o = p->to ? p->to : p->from;
        const struct pair_of *table = o->parent ? map_get(&d->by_address, o->parent->address) : NULL;

        p->cover = COVER_NOT;
        if (!table || !((table->from && table_inherits(table->from)) || (table->to && table_inherits(table->to))))
            continue;
        if (!p->to)
            cover_old(d, p, table);
        else if (!p->from)
            cover_new(d, p, table);
        else
            cover_both(d, p, table);
    }
}

/* ---- renames ---- */

static const struct rename *rename_of(const struct diff *d, const struct object *from)
{
    const struct rename *r;

    list_each (r, &d->renames) {
        if (r->from == from)
            return r;
    }
    return NULL;
}

static const char *schema_becomes(const struct diff *d, const char *schema)
{
    const struct rename *r;

    list_each (r, &d->renames) {
        if (r->from->kind->id == KIND_SCHEMA && strcmp(r->from->name, schema) == 0)
            return r->to->name;
    }
    return schema;
}

/* The table of the new side that a table of the old side becomes. */
static struct object *becomes(const struct diff *d, const struct object *table)
{
    const struct rename *r = rename_of(d, table);

    return r ? r->to : catalog_find(d->to, KIND_TABLE, schema_becomes(d, table->schema), NULL, table->name, NULL);
}

static void rename_child(struct diff *d, const struct rename *r, const struct object *table)
{
    struct object *from = object_child(table, r->from->kind->id, r->from->name);
    const struct object *new_table = becomes(d, table);
    struct object *to = new_table ? object_child(new_table, r->to->kind->id, r->to->name) : NULL;
    struct rename *with;

    if (!from || !to || rename_of(d, from))
        return;
    with = arena_new(&d->arena, struct rename);
    *with = (struct rename){from, to};
    list_push(&d->arena, &d->renames, with);
}

void cover_renames(struct diff *d)
{
    AUTO_ARENA a = {0};
    const struct object *table;

    for (size_t i = 0; i < d->renames.n; i++) { /* grows while it is walked */
        const struct rename *r = d->renames.at[i];
        const char *name;

        if (r->from->kind->id != KIND_COLUMN && r->from->kind->id != KIND_CHECK)
            continue;
        name = object_path(&a, r->from->parent);
        list_each (table, &d->read_from->objects) {
            if (table_inherits(table) && table_has_parent(table, name))
                rename_child(d, r, table);
        }
    }
}

/* Whether anything on that side has the name of the index, be it of another kind or table: they share their names. */
static bool name_there_on(const struct catalog *c, const struct object *index)
{
    const char *schema = index->parent->schema;
    const struct object *o, *child;

    list_each (o, &c->objects) {
        if (!o->schema || strcmp(o->schema, schema) != 0)
            continue;
        if ((o->kind->space & SPACE_RELATION) && strcmp(o->name, index->name) == 0)
            return true;
        list_each (child, &o->children) {
            if ((child->kind->space & SPACE_RELATION) && strcmp(child->name, index->name) == 0)
                return true;
        }
    }
    return false;
}

/* The names that the server comes to are made of those of the table and its columns. */
static bool named_anew(const struct pair_of *table)
{
    const struct object *o;

    list_each (o, &table->from->children) {
        if (o->kind->id == KIND_COLUMN && o->was)
            return true;
    }
    return table->from->was != NULL;
}

/* A part of an index that stays is the same whatever its name, which the server may have chosen. Where its name is that of another one on
 * the other side, or made of names that change, it is renamed. */
static void rename_part(struct diff *d, const struct pair_of *table, struct object *o, struct list *ret)
{
    const struct pair_of *whole = attached_to(o) ? cover_origin(d, o, false) : NULL;
    struct object *to = whole && whole->to ? part_of(table->to, whole->to) : NULL;
    struct rename *r;

    if (!to || to->kind != o->kind || strcmp(to->name, o->name) == 0 || o->was ||
        record_compare(&o->kind->record, whole->from, whole->to, NULL) != 0)
        return;
    if (!name_there_on(d->to, o) && !name_there_on(d->from, to) && !named_anew(table))
        return;
    r = arena_new(&d->arena, struct rename);
    *r = (struct rename){o, to};
    list_push(&d->arena, ret, r);
}

/* Whether names go round: each is to have that of another. */
static bool goes_round(const struct list *renames, const struct rename *start)
{
    const struct rename *r = start, *next;

    for (size_t i = 0; r && i < renames->n; i++) {
        const struct rename *found = NULL;

        list_each (next, renames) {
            if (next->from->parent->address == r->from->parent->address && strcmp(next->from->name, r->to->name) == 0)
                found = next;
        }
        if (found == start)
            return true;
        r = found;
    }
    return false;
}

void cover_part_renames(struct diff *d, struct list *ret)
{
    struct list found = {0};
    const struct pair_of *p;
    struct object *o;
    struct rename *r;

    list_each (p, &d->pairs) {
        if (!p->from || !p->to || !table_is_partition(p->to) || !cover_stays(d, p))
            continue;
        list_each (o, &p->from->children)
            rename_part(d, p, o, &found);
    }
    list_each (r, &found)
        if (!goes_round(&found, r)) /* those are made anew */
            list_push(&d->arena, ret, r);
}
