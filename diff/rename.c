/* Declared renames. The old side is cloned and renamed, texts included, so that everything after compares and
 * orders by one set of names. */
#include "diff/rename.h"
#include "diff/renamed_text.h"
#include "schema/privilege.h"
#include "schema/clause.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include <stdint.h>
#include <string.h>

/* --- finding
 * ------------------------------------------------------------------------------------------------------- */

struct finder {
    struct arena *arena;
    const struct catalog *from, *to;
    struct map renamed; /* address in `to` -> struct rename */
    struct map claimed; /* address in `from` -> struct rename */
    struct diag *diag;
    int result;
};

static const struct rename *rename_to(const struct finder *f, const char *schema)
{
    AUTO_ARENA scratch = {0};

    return map_get(&f->renamed, arena_printf(&scratch, "schema %s", sql_ident(&scratch, schema)));
}

/* The name that a schema of the new side has on the old one. */
static const char *old_schema(const struct finder *f, const char *schema)
{
    const struct rename *r = schema ? rename_to(f, schema) : NULL;

    return r ? r->from->name : schema;
}

/* Whether the new side has another schema of that name, so that nothing is in it yet. */
static bool schema_is_new(const struct finder *f, const char *schema)
{
    AUTO_ARENA scratch = {0};

    return schema && !rename_to(f, schema) && map_get(&f->claimed, arena_printf(&scratch, "schema %s", sql_ident(&scratch, schema)));
}

/* The object of the old side that `to` is, by declared renames of it, its parent or its schema; NULL when
 * there is none, or it is another by now. */
static struct object *partner(const struct finder *f, const struct object *to)
{
    const struct rename *r = map_get(&f->renamed, to->address);
    struct object *o = NULL;

    if (r)
        return r->from;
    if (to->parent) {
        struct object *parent = partner(f, to->parent); /* two levels at most */

        o = parent ? object_child(parent, to->kind->id, to->name) : NULL;
    } else if (!schema_is_new(f, to->schema)) {
        o = catalog_find(f->from, to->kind->id, old_schema(f, to->schema), NULL, to->name, to->signature);
    }
    return o && map_get(&f->claimed, o->address) ? NULL : o;
}

static struct object *old_one(struct finder *f, const struct object *to, const char *text)
{
    const char *schema, *name;
    struct object *o;

    if (name_read(f->arena, text, to->at, f->diag, &schema, &name) != OK) {
        f->result = ERR;
        return NULL;
    }
    if (to->parent) {
        struct object *parent = partner(f, to->parent);

        return parent ? object_child(parent, to->kind->id, name) : NULL;
    }
    schema = schema ? schema : to->schema;
    o = catalog_find(f->from, to->kind->id, schema, NULL, name, to->signature);
    return o ? o : catalog_find(f->from, to->kind->id, old_schema(f, schema), NULL, name, to->signature);
}

/* A name that the key which the server made for one of the partitions may have, of this foreign key or of one beside it. */
static bool may_be_hidden(const struct catalog *c, const struct object *o)
{
    const struct object *x, *table;

    if (o->kind->id != KIND_FOREIGN_KEY)
        return false;
    list_each (x, &o->parent->children) {
        const struct foreign_key *f = (const struct foreign_key *)x;

        table = x->kind->id == KIND_FOREIGN_KEY ? catalog_table(c, f->references) : NULL;
        if (table && ((const struct table *)table)->partition_by && foreign_key_usual_name(o, &f->columns))
            return true;
    }
    return false;
}

static bool cannot_be_renamed(const struct object *o)
{
    return rename_refused(o) && !(o->kind->space & SPACE_RELATION);
}

bool rename_needs_anew(const struct object *from, const struct object *to, const struct catalog *c)
{
    return cannot_be_renamed(from) || cannot_be_renamed(to) || may_be_hidden(c, to);
}

static void find_for(struct finder *f, struct object *to, struct list *ret)
{
    const char *text;

    if (to->renamed_from.n == 0 || partner(f, to))
        return;
    list_each (text, &to->renamed_from) {
        struct object *from = old_one(f, to, text);
        struct rename *other, *r;

        if (!from || rename_needs_anew(from, to, f->to))
            continue;
        other = map_get(&f->claimed, from->address);
        if (other) {
            diag_error(f->diag, "rename.twice", to->at, "%s and %s both say they were %s", other->to->address,
                       to->address, from->address);
            diag_hint(f->diag, "Take renamed_from away from one of them.");
            f->result = ERR;
            return;
        }
        r = arena_new(f->arena, struct rename);
        *r = (struct rename){from, to};
        map_put(&f->renamed, to->address, r);
        map_put(&f->claimed, from->address, r);
        list_push(f->arena, ret, r);
        return;
    }
}

/* Labels that the new side renamed are told to the old side too, so that the way back is a rename as well. Whether there are any. */
static bool mirror_labels(struct arena *a, struct enum_type *from, const struct enum_type *to)
{
    const struct enum_label *l;
    struct enum_label *was;
    bool found = false;

    list_each (l, &to->labels) {
        list_each (was, &from->labels) {
            if (!list_has_text(&l->renamed_from, was->label))
                continue;
            found = true;
            if (!list_has_text(&was->renamed_from, l->label))
                list_push(a, &was->renamed_from, l->label);
        }
    }
    return found;
}

/* An enum that keeps its name while labels change theirs is among the renames for the sake of the texts that name them. */
static void find_labels(struct finder *f, struct catalog *from, struct object *to, struct list *ret)
{
    struct object *o = partner(f, to);

    if (o && mirror_labels(&from->arena, (struct enum_type *)o, (const struct enum_type *)to) && !map_get(&f->renamed, to->address)) {
        struct rename *r = arena_new(f->arena, struct rename);

        *r = (struct rename){o, to};
        list_push(f->arena, ret, r);
    }
}

/* A table that moves to another schema takes the sequences of its columns along. */
static void find_sequences(struct finder *f, const struct rename *table, struct list *ret)
{
    struct object *o;

    if (table->from->kind->id != KIND_TABLE || strcmp(old_schema(f, table->to->schema), table->from->schema) == 0)
        return;
    list_each (o, &f->from->objects) {
        struct object *to = o->kind->id == KIND_SEQUENCE ? catalog_find(f->to, KIND_SEQUENCE, table->to->schema, NULL, o->name, NULL) : NULL;
        const struct object *owner = to ? sequence_owner(o) : NULL;
        struct rename *r;

        if (!owner || owner->parent != table->from || map_get(&f->claimed, o->address) || map_get(&f->renamed, to->address) || partner(f, to))
            continue;
        r = arena_new(f->arena, struct rename);
        *r = (struct rename){o, to};
        map_put(&f->renamed, to->address, r);
        map_put(&f->claimed, o->address, r);
        list_push(f->arena, ret, r);
    }
}

/* Parents and schemas first. */
enum { RANKS = 3 };
static int rank_of(const struct object *o)
{
    return o->parent ? 2 : o->kind->id != KIND_SCHEMA;
}

int rename_declared(struct arena *a, struct catalog *from, const struct catalog *to, struct diag *d,
                    struct list *ret)
{
    struct finder f = {.arena = a, .from = from, .to = to, .diag = d, .result = OK};
    struct object *o;

    for (int rank = 0; rank < RANKS; rank++) {
        size_t found;

        do { /* a name that one gives up may be another's */
            found = ret->n;
            list_each (o, &to->objects) {
                if (o->kind->renameable && rank_of(o) == rank)
                    find_for(&f, o, ret);
            }
        } while (ret->n > found && f.result == OK);
    }
    for (size_t i = 0; i < ret->n; i++) /* grows while it is walked */
        find_sequences(&f, ret->at[i], ret);
    list_each (o, &to->objects) {
        if (o->kind->id == KIND_ENUM)
            find_labels(&f, from, o, ret);
    }
    map_clear(&f.renamed);
    map_clear(&f.claimed);
    return f.result;
}

/* --- applying
 * ------------------------------------------------------------------------------------------------------ */

/* A name in an object that is to be another: set when all are known, for a name that goes can be one that comes. */
struct setting {
    const char **in;          /* of a table's own index */
    struct object *attached;  /* or of an index of a partition: that which it is a part of */
    const char *name;
};

struct changes {
    struct name_changes names;
    struct list settings; /* struct setting */
    struct map taken;     /* address of an object of the new side -> the one of the clone that is renamed to it */
    struct map former;    /* schemas whose name is another's */
};

static void note_setting(struct changes *c, struct setting setting)
{
    struct setting *s = arena_new(c->names.arena, struct setting);

    *s = setting;
    list_push(c->names.arena, &c->settings, s);
}

static void note_index_of(struct changes *c, const char **in, const struct object *index, const struct object *to)
{
    if (*in && strcmp(*in, index->name) == 0)
        note_setting(c, (struct setting){.in = in, .name = to->name});
}

/* Tables name their indexes in settings, indexes of partitions the one that they are a part of. */
static void note_index(struct changes *c, const struct catalog *clone, const struct object *o, const struct object *to)
{
    struct object *x;

    if (!o->parent || !(o->kind->space & SPACE_RELATION))
        return;
    if (o->parent->kind->id == KIND_TABLE) {
        note_index_of(c, &((struct table *)o->parent)->replica_index, o, to);
        note_index_of(c, &((struct table *)o->parent)->cluster_on, o, to);
    } else if (o->parent->kind->id == KIND_MATVIEW) {
        note_index_of(c, &((struct matview *)o->parent)->cluster_on, o, to);
    }
    list_each (x, &clone->objects)
        if (x->parent && table_is_partition(x->parent) && attached_to(x) && object_origin(clone, x) == o)
            note_setting(c, (struct setting){.attached = x, .name = to->name});
}

static void rename_settings(const struct changes *c)
{
    const struct setting *s;

    list_each (s, &c->settings) {
        if (s->attached)
            set_attached_to(s->attached, s->name);
        else
            *s->in = s->name;
    }
}

/* The name that the schema of a clone's object has by then. */
static const char *schema_by_then(const struct changes *c, const struct object *o)
{
    const char *schema = o->schema ? map_get(&c->names.schemas, o->schema) : NULL;

    return schema ? schema : o->schema;
}

static void rename_object(const struct changes *c, struct object *o, const struct object *to)
{
    const char *schema = schema_by_then(c, o); /* goes along with its schema */

    if (strcmp(o->name, to->name) != 0)
        o->was = o->name;
    if (schema && to->schema && !o->parent && strcmp(schema, to->schema) != 0)
        o->was_schema = o->schema;
    o->name = to->name;
}

/* The schema is part of the name of default privileges; the server knows it by number. */
static void follow_schema(struct catalog *clone, const char *schema, struct default_privileges *d)
{
    if (!d->schema || !schema)
        return;
    d->schema = schema;
    d->base.name = default_privileges_name(&clone->arena, d);
}

/* Whether its name is another's by then, to which it was given: gone by then, with all that is in it. */
static bool is_former(const struct changes *c, const struct object *o, const struct object *renamed, const char *was_in)
{
    if (renamed)
        return renamed != o;
    return o->parent ? o->parent->former : was_in && !map_get(&c->names.schemas, was_in) && map_get(&c->former, was_in);
}

/* Apart from the one that is renamed to its name. */
static char *address_by_then(const struct changes *c, struct arena *a, struct object *o, const char *was_in)
{
    char *address = object_address(a, o);

    o->former = is_former(c, o, map_get(&c->taken, address), was_in);
    return o->former ? arena_printf(a, "%s (the former)", address) : address;
}

static void readdress(struct catalog *clone, struct changes *c, const struct map *moved)
{
    struct object *o;

    map_clear(&clone->by_address);
    map_clear(&clone->routines);
    list_each (o, &clone->objects) { /* parents and schemas first */
        const char *was_in = o->schema, *to_schema = map_get(moved, o->address);

        if (o->parent)
            o->schema = o->parent->schema;
        else
            o->schema = to_schema ? to_schema : schema_by_then(c, o);
        if (o->kind->id == KIND_DEFAULT_PRIVILEGES) {
            was_in = ((struct default_privileges *)o)->schema;
            follow_schema(clone, was_in ? map_get(&c->names.schemas, was_in) : NULL, (struct default_privileges *)o);
        }
        if (o->signature)
            o->signature = renamed_signature(&c->names, o->signature);
        o->address = address_by_then(c, &clone->arena, o, to_schema ? NULL : was_in);
        map_put(&clone->by_address, o->address, o);
        if (o->former && o->kind->id == KIND_SCHEMA)
            map_put(&c->former, o->name, o);
    }
}

struct catalog *rename_apply(const struct catalog *from, const struct list *renames)
{
    struct catalog *clone = catalog_clone(from);
    struct changes c = {.names.arena = &clone->arena};
    struct map moved = {0}; /* old address -> the schema that the rename puts it in */
    struct rename *r;
    struct object *o;

    list_each (r, renames) {
        o = catalog_get(clone, r->from->address);
        name_change_note(&c.names, o, r->to);
        note_index(&c, clone, o, r->to);
        map_put(&c.taken, r->to->address, o);
        if (!o->parent && r->to->schema)
            map_put(&moved, o->address, (void *)(uintptr_t)r->to->schema);
    }
    list_each (o, &clone->objects)
        renamed_texts(&c.names, clone, o);
    rename_settings(&c);
    list_each (r, renames)
        rename_object(&c, catalog_get(clone, r->from->address), r->to);
    readdress(clone, &c, &moved);
    map_clear(&moved);
    map_clear(&c.taken);
    map_clear(&c.former);
    name_changes_clear(&c.names);
    return clone;
}
