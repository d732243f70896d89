/* Names: which are managed, which are taken, and those that the server would choose where the model says
 * none. */
#include "schema/model_reading.h"

#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

/* ---- schemas ---- */

static void add_schema(struct model *m, const char *name)
{
    if (catalog_find(m->catalog, KIND_SCHEMA, NULL, NULL, name, NULL) || strncmp(name, "pg_", 3) == 0)
        return; /* the system's own are always there */
    struct object *o = object_new(m->catalog, kinds[KIND_SCHEMA], NULL, name, NULL);
    o->implied = true;
    catalog_add(m->catalog, o);
}

static const char *schema_named(const struct object *o)
{
    return o->kind->id == KIND_SCHEMA ? o->name : o->schema;
}

/* In the order of the configuration, else in that of the text. */
static void find_schemas(struct model *m)
{
    struct list *schemas = &m->catalog->schemas;
    bool configured = m->managed && m->managed->n;
    AUTO_MAP seen = {0};
    const char *name;
    struct entry *e;

    for (size_t i = 0; configured && i < m->managed->n; i++) {
        name = arena_strdup(m->arena, m->managed->at[i]);
        if (map_put(&seen, name, name))
            list_push(m->arena, schemas, name);
    }
    list_each (e, &m->entries) {
        name = schema_named(e->o);
        if (!name || !map_put(&seen, name, name))
            continue;
        if (!configured) {
            list_push(m->arena, schemas, name);
            continue;
        }
        diag_error(m->diag, "model.schema-not-managed", e->o->at,
                   "the schema \"%s\" is not one of the managed ones", name);
        diag_hint(m->diag, "Add it to \"schemas\" in the configuration.");
    }
    if (schemas->n == 0)
        list_push(m->arena, schemas, "public");
}

static void imply_schemas(struct model *m)
{
    struct entry *e;

    add_schema(m, "public");
    list_each (e, &m->entries) {
        if (e->o->schema && !e->o->parent)
            add_schema(m, e->o->schema);
        if (e->o->kind->id == KIND_EXTENSION && ((struct extension *)e->o)->schema)
            add_schema(m, ((struct extension *)e->o)->schema);
    }
}

/* ---- names that are taken ---- */

static char *space_key(struct model *m, char space, const char *place, const char *name)
{
    return arena_printf(m->arena, "%c %s", space, sql_qualified(m->arena, place, name));
}

static bool taken(struct model *m, char space, const char *schema, const char *name)
{
    AUTO_BUF key = {0};
    buf_addf(&key, "%c ", space);
    buf_qualified(&key, schema, name);
    return map_get(&m->spaces, buf_str(&key)) != NULL;
}

static const char *article(const char *noun)
{
    return strchr("aeiou", *noun) ? "an" : "a";
}

static bool claim(struct model *m, struct object *o, const char *key, const char *name)
{
    const struct object *first = map_get(&m->spaces, key);

    if (!first) {
        map_put(&m->spaces, key, o);
        return true;
    }
    if (first->kind == o->kind)
        diag_error(m->diag, "model.duplicate", o->at, "the %s \"%s\" is here twice", o->kind->name, name);
    else
        diag_error(m->diag, "model.duplicate", o->at, "%s %s and %s %s cannot both be named \"%s\"",
                   article(first->kind->name), first->kind->name, article(o->kind->name), o->kind->name,
                   name);
    diag_related(m->diag, first->at, "the first is here");
    return false;
}

bool model_claim(struct model *m, struct object *o)
{
    unsigned space = o->kind->space;
    bool good = true;

    if (space & SPACE_RELATION)
        good = claim(m, o, space_key(m, 'r', o->schema, o->name), o->name);
    if (good && space & SPACE_TYPE)
        good = claim(m, o, space_key(m, 't', o->schema, o->name), o->name);
    if (good && space & SPACE_CONSTRAINT) {
        good = claim(m, o, space_key(m, 'c', object_path(m->arena, o->parent), o->name), o->name);
        map_put(&m->spaces, space_key(m, 'n', o->schema, o->name), o);
    }
    if (good && space & SPACE_ROUTINE)
        good = claim(
            m, o,
            arena_printf(m->arena, "f %s(%s)", sql_qualified(m->arena, o->schema, o->name), o->signature),
            o->name);
    return good;
}

/* Into the catalog, unless its name or its parent's is taken. */
static void add(struct model *m, struct entry *e)
{
    struct object *o = e->o, *first;

    if (o->parent && !o->parent->address) {
        e->broken = true;
        return;
    }
    if (!model_claim(m, o)) {
        e->broken = true;
        return;
    }
    first = catalog_add(m->catalog, o);
    if (!first)
        return;
    o->address = NULL;
    e->broken = true;
    diag_error(m->diag, "model.duplicate", o->at, "the %s \"%s\" is here twice", o->kind->name, o->name);
    diag_related(m->diag, first->at, "the first is here");
}

/* ---- default names ---- */

/* The first free of t_a_key, t_a_key1, t_a_key2, ... as ChooseRelationName() and ChooseConstraintName() find
 * it. */
static char *free_name(struct model *m, const char *schema, const char *name1, const char *name2,
                       const char *label, bool relation, bool constraint)
{
    for (unsigned pass = 0;; pass++) {
        const char *tail = pass ? arena_printf(m->arena, "%s%u", label, pass) : label;
        char *name = default_name(m->arena, name1, name2, tail);
        if (!(relation && taken(m, 'r', schema, name)) && !(constraint && taken(m, 'n', schema, name)))
            return name;
    }
}

/* As ChooseIndexNameAddition() joins them. */
static char *join_names(struct model *m, const struct list *names)
{
    struct buf b = {0};
    const char *name;

    list_each (name, names) {
        if (b.len)
            buf_addc(&b, '_');
        buf_add(&b, name);
        if (b.len >= 64)
            break;
    }
    return buf_take(&b, m->arena);
}

/* ChooseIndexColumnNames() gives each a name of its own. */
static void add_distinct(struct model *m, struct list *names, const char *name)
{
    const char *distinct = name;

    for (unsigned i = 1; list_has_text(names, distinct); i++)
        distinct = arena_printf(m->arena, "%s%u", name, i);
    list_push(m->arena, names, distinct);
}

static void add_keys(struct model *m, struct list *names, const struct list *keys)
{
    const struct index_key *k;

    list_each (k, keys)
        add_distinct(m, names,
                     k->column       ? k->column
                     : k->expression ? figure_name(m->arena, k->expression)
                                     : "expr");
}

static void add_all(struct model *m, struct list *names, const struct list *more)
{
    const char *name;

    list_each (name, more)
        add_distinct(m, names, name);
}

/* The one column that the check is about, or NULL. */
static const char *check_column(struct model *m, const struct check *c)
{
    size_t n;
    const char *found = NULL;

    if (c->base.parent->kind->id != KIND_TABLE || !c->expression)
        return NULL;
    struct token *t = sql_tokens(m->arena, c->expression, strlen(c->expression), &n);
    for (size_t i = 0; i < n; i++) {
        bool name = token_is_name(&t[i]);
        bool after_dot = i > 1 && token_is(&t[i - 1], TOKEN_PUNCT, ".");
        if (!name || token_is(&t[i + 1], TOKEN_PUNCT, "(") || (i && token_is(&t[i - 1], TOKEN_PUNCT, "::")))
            continue;
        if (after_dot && strcmp(t[i - 2].text, c->base.parent->name) != 0)
            continue;
        const struct object *column = object_child(c->base.parent, KIND_COLUMN, t[i].text);
        if (!column || (found && strcmp(found, column->name) == 0))
            continue;
        if (found)
            return NULL;
        found = column->name;
    }
    return found;
}

/* What PostgreSQL would choose. A naming convention of the project would stand in for this function. */
char *model_choose_name(struct model *m, const struct object *o)
{
    const char *table = o->parent->name;
    struct list names = {0};

    switch ((int)o->kind->id) { /* the others have nothing of their own */
    case KIND_PRIMARY_KEY:
        return free_name(m, o->schema, table, NULL, "pkey", true, true);
    case KIND_UNIQUE:
        add_all(m, &names, &((const struct key *)o)->columns);
        add_all(m, &names, &((const struct key *)o)->include);
        return free_name(m, o->schema, table, join_names(m, &names), "key", true, true);
    case KIND_EXCLUSION:
        add_keys(m, &names, &((const struct exclusion *)o)->elements);
        add_all(m, &names, &((const struct exclusion *)o)->include);
        return free_name(m, o->schema, table, join_names(m, &names), "excl", true, true);
    case KIND_INDEX:
        add_keys(m, &names, &((const struct index *)o)->keys);
        add_all(m, &names, &((const struct index *)o)->include);
        return free_name(m, o->schema, table, join_names(m, &names), "idx", true, false);
    case KIND_FOREIGN_KEY:
        return free_name(m, o->schema, table, join_names(m, &((const struct foreign_key *)o)->columns),
                         "fkey", false, true);
    default:
        return free_name(m, o->schema, table, check_column(m, (const struct check *)o), "check", false, true);
    }
}

/* ---- sequences of columns ---- */

static const struct {
    const char *serial, *type;
} serials[] = {{"smallserial", "smallint"}, {"serial", "integer"}, {"bigserial", "bigint"}};

static void expand_serial(struct model *m, struct entry *e, const char *type)
{
    struct column *c = (struct column *)e->o;
    const struct object *table = e->o->parent;

    c->type = type;
    c->not_null = true;
    if (c->default_ || c->identity || c->generated) {
        diag_error(m->diag, "model.contradiction", e->o->at, "a serial column has its default already");
        e->broken = true;
        return;
    }
    char *name = free_name(m, table->schema, table->name, e->o->name, "seq", true, false);
    struct object *o = model_object(m, kinds[KIND_SEQUENCE], table->schema, name, NULL, e->o->at, e->schema);
    struct sequence *s = (struct sequence *)o;
    s->type = type;
    s->owned_by = object_path(m->arena, e->o);
    s->unlogged = table->kind->id == KIND_TABLE && ((const struct table *)table)->unlogged; /* as CREATE UNLOGGED TABLE makes it, from 15 on */
    o->implied = s->unlogged;
    model_claim(m, o);
    catalog_add(m->catalog, o);
    c->default_ = arena_printf(m->arena, "nextval(%s::regclass)",
                               sql_literal(m->arena, sql_qualified(m->arena, o->schema, name)));
}

static void name_sequences(struct model *m, struct entry *e)
{
    struct column *c = (struct column *)e->o;
    const struct object *table = e->o->parent;

    for (size_t i = 0; c->type && i < sizeof(serials) / sizeof(serials[0]); i++) {
        if (strcmp(c->type, serials[i].serial) == 0) {
            expand_serial(m, e, serials[i].type);
            return;
        }
    }
    if (!c->identity || c->identity->sequence)
        return;
    c->identity->sequence = free_name(m, table->schema, table->name, e->o->name, "seq", true, false);
    map_put(&m->spaces, space_key(m, 'r', table->schema, c->identity->sequence), e->o);
}

static void claim_identity(struct model *m, struct entry *e)
{
    const struct column *c = (const struct column *)e->o;

    if (c->identity && c->identity->sequence)
        claim(m, e->o, space_key(m, 'r', e->o->schema, c->identity->sequence), c->identity->sequence);
}

static void name_multirange(struct model *m, struct range *r)
{
    if (!r->multirange)
        r->multirange = multirange_name(m->arena, r->base.name);
    claim(m, &r->base, space_key(m, 't', r->base.schema, r->multirange), r->multirange);
}

/* ---- the step ---- */

static void number_children(struct model *m)
{
    struct object *o, *child;

    list_each (o, &m->catalog->objects) {
        unsigned n[KIND_COUNT] = {0};
        list_each (child, &o->children)
            child->position = ++n[child->kind->id];
    }
}

void model_names(struct model *m)
{
    struct entry *e;

    find_schemas(m);
    /* What is named takes its name first, wherever it stands: a default name gives way. */
    list_each (e, &m->entries) {
        if (!e->o->name || e->o->kind->sign)
            continue;
        add(m, e);
        if (e->o->kind->id == KIND_COLUMN && e->o->address)
            claim_identity(m, e);
        if (e->o->kind->id == KIND_RANGE && e->o->address)
            name_multirange(m, (struct range *)e->o);
    }
    imply_schemas(m);
    list_each (e, &m->entries) {
        if (e->o->kind->id == KIND_COLUMN && e->o->address)
            name_sequences(m, e);
    }
    model_inherit_columns(m);
    list_each (e, &m->entries) {
        if (e->o->name || (e->o->parent && !e->o->parent->address))
            continue;
        e->o->name = model_choose_name(m, e->o);
        add(m, e);
    }
    model_inherit_constraints(m);
    number_children(m);
}
