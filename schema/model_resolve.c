/* What names mean: types, tables, functions, indexes. Found in the default schema of the file, then in the
 * managed ones; the canonical qualified spelling is stored. */
#include "schema/model_reading.h"

#include "schema/clause.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include "sql/type.h"
#include <string.h>

enum { GUESS_LIMIT = 50 };

void model_dangling(struct model *m, struct loc at, uint64_t kinds_wanted, const char *what, const char *name)
{
    struct list names = {0};
    const struct object *o, *found = NULL;
    const char *dot = strrchr(name, '.'), *last = dot ? dot + 1 : name;

    diag_error(m->diag, "model.reference", at, "there is no %s \"%s\"", what, name);
    if (m->guesses++ > GUESS_LIMIT)
        return;
    list_each (o, &m->catalog->objects) {
        if (kinds_wanted >> o->kind->id & 1)
            list_push(m->arena, &names, o->name);
    }
    const char *near = diag_nearest(last, (const char *const *)names.at, names.n);
    list_each (o, &m->catalog->objects) {
        if (!found && near && (kinds_wanted >> o->kind->id & 1) && strcmp(o->name, near) == 0)
            found = o;
        if (!near && (kinds_wanted >> o->kind->id & 1) && strcmp(o->name, last) == 0)
            found = o;
    }
    if (found)
        diag_hint(m->diag, "Did you mean \"%s\"?", object_path(m->arena, found));
}

void column_dangling(struct model *m, struct loc at, const struct object *table, const char *name)
{
    struct list names = {0};
    const struct object *o;

    list_each (o, &table->children) {
        if (o->kind->id == KIND_COLUMN)
            list_push(m->arena, &names, o->name);
    }
    diag_error(m->diag, "model.reference", at, "there is no column \"%s\" in the table \"%s\"", name,
               object_path(m->arena, table));
    const char *near = diag_nearest(name, (const char *const *)names.at, names.n);
    if (near)
        diag_hint(m->diag, "Did you mean \"%s\"?", near);
}

static bool is_managed(const struct model *m, const char *schema)
{
    return list_has_text(&m->catalog->schemas, schema);
}

/* ---- types ---- */

#define TYPE_KINDS (KIND_BIT(KIND_ENUM) | KIND_BIT(KIND_DOMAIN) | KIND_BIT(KIND_COMPOSITE) | KIND_BIT(KIND_RANGE) | KIND_BIT(KIND_BASE_TYPE) | KIND_BIT(KIND_TABLE))

struct typing {
    struct model *m;
    const struct entry *e;
};

static bool near_type(struct model *m, const char *name)
{
    struct list names = {0};
    const struct object *o;

    list_each (o, &m->catalog->objects) {
        if (TYPE_KINDS >> o->kind->id & 1)
            list_push(m->arena, &names, o->name);
    }
    return diag_nearest(name, (const char *const *)names.at, names.n) != NULL;
}

/* A range type is found by the name of its multirange type, too. */
static bool is_multirange(const struct object *o, const char *name)
{
    return o->kind->id == KIND_RANGE && strcmp(o->name, name) != 0;
}

/* A type that is not found may belong to an extension, or to PostgreSQL without our knowing it; it is an
 * error only when that cannot be. */
static char *resolve_type(void *ctx, char *type)
{
    const struct typing *t = ctx;
    struct model *m = t->m;
    const char *schema, *name;
    bool array;

    sql_type_parts(m->arena, type, &schema, &name, &array);
    if (schema && strcmp(schema, "pg_catalog") == 0)
        return type;
    if (schema) {
        if (!catalog_type(m->catalog, schema, name) && is_managed(m, schema) && !m->has_extensions)
            model_dangling(m, t->e->o->at, TYPE_KINDS, "type", sql_qualified(m->arena, schema, name));
        return type;
    }
    const struct object *o = catalog_type(m->catalog, t->e->schema, name);
    if (!o)
        o = catalog_type(m->catalog, NULL, name);
    if (o)
        return sql_type_with_base(m->arena, type, o->schema, is_multirange(o, name) ? name : o->name);
    if (!m->has_extensions && m->guesses < GUESS_LIMIT && near_type(m, name))
        model_dangling(m, t->e->o->at, TYPE_KINDS, "type", name);
    return type;
}

const char *model_type(struct model *m, const struct entry *e, const char *type)
{
    struct typing t = {m, e};

    return resolve_type(&t, arena_strdup(m->arena, type));
}

static void resolve_types(struct typing *t, const struct record *r, void *of)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        char *target = (char *)of + f->offset;
        void *item;
        if (f->type == FIELD_TYPE) {
            const char **type = (const char **)(void *)target;
            if (*type)
                *type = returns_each(t->m->arena, *type, t->e->o->at, t->m->diag, resolve_type, t);
            if (*type && f->flags & FIELD_BARE)
                *type = type_without_modifiers(t->m->arena, *type);
        } else if (f->type == FIELD_LIST) {
            list_each (item, (struct list *)(void *)target)
                resolve_types(t, f->record, item);
        } else if (f->type == FIELD_RECORD && *(void **)(void *)target) {
            resolve_types(t, f->record, *(void **)(void *)target);
        }
    }
}

static char *drop_modifiers(void *ctx, char *type)
{
    struct model *m = ctx;

    return type_without_modifiers(m->arena, type);
}

/* numeric(12,2) in a declaration is numeric to the server: it would be a difference for ever. */
static void drop_type_modifiers(struct model *m, struct routine *r)
{
    struct argument *g;

    list_each (g, &r->args)
        g->type = type_without_modifiers(m->arena, g->type);
    if (r->returns)
        r->returns = returns_each(m->arena, r->returns, NOWHERE, NULL, drop_modifiers, m);
}

/* What others of its name are told from by types has its address only now. */
static void add_signed(struct model *m, struct entry *e)
{
    const struct object *first;

    if (e->o->kind->space & SPACE_ROUTINE)
        drop_type_modifiers(m, (struct routine *)e->o);
    e->o->signature = e->o->kind->sign(m->arena, e->o);
    if (!model_claim(m, e->o)) {
        e->broken = true;
        return;
    }
    first = catalog_add(m->catalog, e->o);
    if (!first)
        return;
    e->broken = true;
    diag_error(m->diag, "model.duplicate", e->o->at, "the %s is here twice", e->o->address);
    diag_related(m->diag, first->at, "the first is here");
}

void model_types(struct model *m)
{
    struct entry *e;

    list_each (e, &m->entries) {
        struct typing t = {m, e};
        if (!e->broken)
            resolve_types(&t, &e->o->kind->record, e->o);
        if (e->o->kind->sign && !e->broken)
            add_signed(m, e);
    }
}

/* ---- relations ---- */




struct object *model_relation(const struct model *m, const char *file_schema, const char *name)
{
    const char *schema, *last;
    struct loc nowhere = NOWHERE;

    if (name_read(m->arena, name, nowhere, NULL, &schema, &last) < 0)
        return NULL;
    if (schema)
        return catalog_relation(m->catalog, schema, last);
    struct object *o = catalog_relation(m->catalog, file_schema, last);
    return o ? o : catalog_relation(m->catalog, NULL, last);
}

/* Whether it is qualified with a schema that kedge does not look after: then it may well exist. */
static bool is_elsewhere(const struct model *m, const char *name)
{
    const char *schema, *last;
    struct loc nowhere = NOWHERE;

    return name_read(m->arena, name, nowhere, NULL, &schema, &last) == OK && schema &&
           !is_managed(m, schema) && m->managed && m->managed->n;
}

/* The table that *name means, made canonical; NULL when there is none, with an error if that is one. */
static struct object *resolve_table(struct model *m, const struct entry *e, const char **name)
{
    struct object *o = model_relation(m, e->schema, *name);

    if (!o && is_elsewhere(m, *name))
        return NULL;
    if (!o) {
        model_dangling(m, e->o->at, KIND_BIT(KIND_TABLE), "table", *name);
        return NULL;
    }
    *name = object_path(m->arena, o);
    if (o->kind->id == KIND_TABLE)
        return o;
    diag_error(m->diag, "model.reference", e->o->at, "\"%s\" is a %s, not a table", *name, o->kind->name);
    diag_related(m->diag, o->at, "it is here");
    return NULL;
}

/* ---- foreign keys ---- */

static const struct key *primary_key(const struct object *table)
{
    const struct object *o;

    list_each (o, &table->children) {
        if (o->kind->id == KIND_PRIMARY_KEY)
            return (const struct key *)o;
    }
    return NULL;
}

/* A partition may have that of its partitioned table without saying so. */
static const struct key *primary_key_of(const struct model *m, const struct object *table)
{
    const struct key *k = primary_key(table);

    for (int depth = 0; !k && depth < 100 && table && table_is_partition(table); depth++) {
        table = model_relation(m, entry_of(table)->schema, ((const struct table *)table)->partition_of);
        k = table ? primary_key(table) : NULL;
    }
    return k;
}

static void resolve_foreign_key(struct model *m, struct entry *e)
{
    struct foreign_key *f = (struct foreign_key *)e->o;
    struct object *table = resolve_table(m, e, &f->references);

    if (!table && is_elsewhere(m, f->references) && f->referenced.n == 0) {
        diag_error(m->diag, "model.reference", e->o->at,
                   "the columns of \"%s\" must be said: it is not in the model", f->references);
        diag_hint(m->diag, "Write: references %s (column).", f->references);
    }
    if (table && f->referenced.n == 0) {
        const struct key *k = primary_key_of(m, table);
        if (!k && !entry_of(table)->broken) {
            diag_error(m->diag, "model.reference", e->o->at, "\"%s\" has no primary key to refer to",
                       f->references);
            diag_related(m->diag, table->at, "the table is here");
            diag_hint(m->diag, "Name the columns: references %s (column).", f->references);
        }
        if (k)
            f->referenced = k->columns;
    }
    if (f->referenced.n && f->referenced.n != f->columns.n)
        diag_error(m->diag, "model.reference", e->o->at, "%zu columns refer to %zu", f->columns.n,
                   f->referenced.n);
}

/* ---- sequences ---- */

/* t.c or s.t.c; canonical is s.t.c. */
static void resolve_owner(struct model *m, struct entry *e)
{
    struct sequence *s = (struct sequence *)e->o;
    size_t n;
    struct token *t = sql_tokens(m->arena, s->owned_by, strlen(s->owned_by), &n);

    if (n == 1 && strcmp(t[0].text, "none") == 0) {
        s->owned_by = NULL;
        return;
    }
    if (n != 3 && n != 5) {
        diag_error(m->diag, "model.reference", e->o->at, "\"owned_by\" must be a column, as in users.id");
        return;
    }
    const char *table_name = arena_strndup(m->arena, s->owned_by, t[n - 3].end);
    struct object *table = resolve_table(m, e, &table_name);
    if (!table)
        return;
    const struct object *column = object_child(table, KIND_COLUMN, t[n - 1].text);
    if (column)
        s->owned_by = object_path(m->arena, column);
    else if (!entry_of(table)->broken)
        column_dangling(m, e->o->at, table, t[n - 1].text);
}

/* ---- triggers ---- */

static const struct object *trigger_function(const struct model *m, const char *schema, const char *name)
{
    struct list routines = {0};
    const struct object *o;

    catalog_routines(m->catalog, schema, name, m->arena, &routines);
    list_each (o, &routines) {
        if (o->kind->id == KIND_FUNCTION && *o->signature == '\0')
            return o;
    }
    return NULL;
}

static bool is_builtin_trigger(const char *name)
{
    static const char *const names[] = {"suppress_redundant_updates_trigger", "tsvector_update_trigger",
                                        "tsvector_update_trigger_column"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(name, names[i]) == 0)
            return true;
    }
    return false;
}

/* The function of a trigger; its name made canonical. */
static void resolve_function(struct model *m, const struct entry *e, const char **function)
{
    const char *schema, *name;

    if (name_read(m->arena, *function, e->o->at, m->diag, &schema, &name) < 0)
        return;
    const struct object *o = trigger_function(m, schema ? schema : e->schema, name);
    if (!o && !schema)
        o = trigger_function(m, NULL, name);
    if (o) {
        *function = sql_qualified(m->arena, o->schema, o->name);
        return;
    }
    bool ours = schema ? is_managed(m, schema) && !m->has_extensions
                       : !m->has_extensions && !is_builtin_trigger(name);
    if (ours)
        model_dangling(m, e->o->at, KIND_BIT(KIND_FUNCTION), "trigger function", *function);
}

static void resolve_trigger(struct model *m, struct entry *e)
{
    struct trigger *t = (struct trigger *)e->o;

    if (t->from)
        resolve_table(m, e, &t->from);
    resolve_function(m, e, &t->function);
}

/* ---- indexes that tables name ---- */

static void resolve_index(struct model *m, const struct entry *e, const char *name)
{
    struct list names = {0};
    const struct object *o;

    list_each (o, &e->o->children) {
        if (!(o->kind->space & SPACE_RELATION))
            continue;
        if (strcmp(o->name, name) == 0)
            return;
        list_push(m->arena, &names, o->name);
    }
    if (e->broken)
        return;
    diag_error(m->diag, "model.reference", e->o->at, "there is no index \"%s\" here", name);
    const char *near = diag_nearest(name, (const char *const *)names.at, names.n);
    if (near)
        diag_hint(m->diag, "Did you mean \"%s\"?", near);
}

static void resolve_table_indexes(struct model *m, struct entry *e)
{
    struct table *t = (struct table *)e->o;

    if (t->replica_index) {
        resolve_index(m, e, t->replica_index);
        if (!t->replica_identity)
            t->replica_identity = "index";
    }
    if (t->cluster_on)
        resolve_index(m, e, t->cluster_on);
}

void model_resolve(struct model *m)
{
    struct entry *e;

    list_each (e, &m->entries) {
        if (e->broken || !e->o->address)
            continue;
        if (e->o->kind->id == KIND_OPERATOR_CLASS)
            model_class_types(m, e->o);
        else if (e->o->kind->id == KIND_OPERATOR_FAMILY)
            model_family_check(m, e->o);
        model_mentions(m, e);
        if (e->o->kind->id == KIND_FOREIGN_KEY)
            resolve_foreign_key(m, e);
        else if (e->o->kind->id == KIND_SEQUENCE && ((struct sequence *)e->o)->owned_by)
            resolve_owner(m, e);
        else if (e->o->kind->id == KIND_TRIGGER)
            resolve_trigger(m, e);
        else if (e->o->kind->id == KIND_EVENT_TRIGGER)
            resolve_function(m, e, &((struct event_trigger *)e->o)->function);
        else if (e->o->kind->id == KIND_TABLE)
            resolve_table_indexes(m, e);
        else if (e->o->kind->id == KIND_MATVIEW && ((struct matview *)e->o)->cluster_on)
            resolve_index(m, e, ((struct matview *)e->o)->cluster_on);
    }
}
