/* What each object of a model needs. A live catalog knows it from pg_depend. */
#include "schema/clause.h"
#include "schema/dependency.h"
#include "schema/inherit.h"
#include "schema/mention.h"
#include "schema/model_reading.h"
#include "sql/type.h"
#include <stdlib.h>
#include <string.h>

static enum part field_part(const struct object *o, const struct field *f)
{
    if (o->kind->id == KIND_COLUMN && strcmp(f->name, "default") == 0)
        return PART_DEFAULT;
    if (f->refers == KIND_BIT(KIND_EXTENSION))
        return PART_EXTENSION;
    if (o->kind->id == KIND_OPERATOR_FAMILY)
        return strcmp(f->name, "method") == 0 ? PART_SELF : PART_MEMBERS;
    if (o->kind->id == KIND_TABLE && f->refers & (KIND_BIT(KIND_TABLE) | KIND_BIT(KIND_COMPOSITE)))
        /* what it inherits from, its type */
        return PART_ATTACH;
    return f->type == FIELD_QUERY && o->kind->space & SPACE_ROUTINE ? PART_BODY : PART_SELF;
}

/* The relation whose columns a text of the object may name bare. A default sees no columns. */
static const struct object *own_relation(const struct object *o, enum part part)
{
    return part == PART_DEFAULT || !o->parent || o->parent->kind->id == KIND_DOMAIN ? NULL : o->parent;
}

static char *each_type(void *ctx, char *type)
{
    depend_on_type(ctx, type);
    return type;
}

/* What a field that says what it names may mean: every overload where no types are said. A function that is not known belongs to an
 * extension: any of them. */
static void depend_on_named(const struct dependent *d, const struct field *f, const char *text)
{
    AUTO_ARENA a = {0};
    struct list found = {0};
    struct mention name = {.name = text};
    struct object *o;

    if (f->type == FIELD_NAME && mention_read(&a, text, NOWHERE, NULL, &name) != OK)
        return;
    mention_find(d->catalog, &name, f->refers, &a, &found);
    list_each (o, found.n || !(mention_has_types(f->refers) || f->refers & KIND_BIT(KIND_WRAPPER)) ? &found : d->extensions)
        object_depends(d->catalog, d->o, o, d->part);
}

static void depend_on_fields(const struct dependent *whole, const struct record *r, const void *of)
{
    AUTO_ARENA a = {0};
    struct loc nowhere = NOWHERE;
    const void *item;
    const char *name;

    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        const void *at = field_at(of, f);
        struct dependent d = *whole;
        d.part = field_part(d.o, f);
        if (f->flags & FIELD_LOOSE)
            continue;
        if (f->refers && (f->type == FIELD_NAME || f->type == FIELD_IDENT)) {
            if (*(const char *const *)at)
                depend_on_named(&d, f, *(const char *const *)at);
        } else if (f->refers && f->type == FIELD_IDENTS) {
            list_each (name, (const struct list *)at)
                depend_on_named(&d, f, name);
        } else if (f->type == FIELD_LIST) {
            list_each (item, (const struct list *)at)
                depend_on_fields(whole, f->record, item);
        } else if (f->type == FIELD_RECORD && *(void *const *)at) {
            depend_on_fields(whole, f->record, *(void *const *)at);
        } else if (f->type == FIELD_TYPE && *(const char *const *)at) {
            returns_each(&a, *(const char *const *)at, nowhere, NULL, each_type, &d);
        } else if ((f->type == FIELD_EXPR || f->type == FIELD_QUERY) && *(const char *const *)at) {
            depend_on_text(&d, *(const char *const *)at, own_relation(d.o, d.part));
        }
    }
}

static void depend_on_own_columns(const struct dependent *d, const struct list *names)
{
    const char *name;

    list_each (name, names)
        depend_on_column(d, d->o->parent, name);
}

/* The type of a column under its domains. */
static const char *plain_type(struct arena *a, const struct dependent *d, const char *type)
{
    const char *schema, *name;
    bool array;

    for (int i = 0; i < 16; i++) {
        const struct object *o;

        sql_type_parts(a, type, &schema, &name, &array);
        o = array ? NULL : catalog_type(d->catalog, schema, name);
        if (!o || o->kind->id != KIND_DOMAIN)
            break;
        type = ((const struct domain *)o)->type;
    }
    return type_without_modifiers(a, type);
}

/* The operator class that a key has without saying so. type NULL: of an expression, which may be any. */
static void depend_on_default_class(const struct dependent *d, const char *method, const char *type)
{
    AUTO_ARENA a = {0};
    struct operator_class *c;

    if (!d->classes->n)
        return;
    type = type ? plain_type(&a, d, type) : NULL;
    list_each (c, d->classes) {
        if (strcmp(c->method, method ? method : "btree") == 0 && (!type || strcmp(c->type, type) == 0))
            object_depends(d->catalog, d->o, &c->base, PART_SELF);
    }
}

static const char *column_type(const struct object *table, const char *name)
{
    const struct column *c = (const struct column *)object_child(table, KIND_COLUMN, name);

    return c ? c->type : NULL;
}

static void depend_on_class_of_columns(const struct dependent *d, const struct list *columns)
{
    const char *name;

    list_each (name, columns)
        depend_on_default_class(d, NULL, column_type(d->o->parent, name));
}

static void depend_on_keys(const struct dependent *d, const char *method, const struct list *keys, const struct list *include)
{
    const struct index_key *k;

    list_each (k, keys) {
        if (!k->opclass)
            depend_on_default_class(d, method, k->column ? column_type(d->o->parent, k->column) : NULL);
        if (k->column)
            depend_on_column(d, d->o->parent, k->column);
        if (k->operator_)
            depend_on_text(d, k->operator_, NULL);
    }
    depend_on_own_columns(d, include);
}

static void depend(const struct dependent *d, struct object *on, enum part part)
{
    if (on)
        object_depends(d->catalog, d->o, on, part);
}

static struct object *named_relation(const struct dependent *d, const char *name)
{
    AUTO_ARENA a = {0};
    const char *schema, *last;
    struct loc nowhere = NOWHERE;

    return name_read(&a, name, nowhere, NULL, &schema, &last) == OK ? find_relation(d, schema, last) : NULL;
}

static void foreign_key_depends(const struct dependent *d, const struct foreign_key *f)
{
    AUTO_ARENA a = {0};
    struct object *table = named_relation(d, f->references), *key;
    struct list keys = {0};
    const char *name;

    depend_on_own_columns(d, &f->columns);
    if (!table)
        return;
    depend(d, table, PART_SELF);
    list_each (name, &f->referenced)
        depend_on_column(d, table, name);
    /* The server takes the first it finds, by age; it cannot be known which. */
    for (int depth = 0; table && !keys.n && depth < 100; depth++) { /* those of a partition may be its parent's */
        keys_of_columns(&a, table, &f->referenced, &keys);
        table = table_is_partition(table) ? table_parent(d->catalog, table, 0) : NULL;
    }
    list_each (key, &keys)
        depend(d, key, PART_SELF);
}

/* A function without arguments, by its name. */
static void function_depends(const struct dependent *d, const char *function)
{
    AUTO_ARENA a = {0};
    const char *schema, *name;
    struct list routines = {0};
    struct loc nowhere = NOWHERE;
    struct object *o;

    if (name_read(&a, function, nowhere, NULL, &schema, &name) < 0)
        return;
    catalog_routines(d->catalog, schema, name, &a, &routines);
    list_each (o, &routines) {
        if (o->kind->id == KIND_FUNCTION && *o->signature == '\0')
            depend(d, o, PART_SELF);
    }
}

static void trigger_depends(const struct dependent *d, const struct trigger *t)
{
    depend_on_own_columns(d, &t->update_of);
    if (t->from)
        depend(d, named_relation(d, t->from), PART_SELF);
    function_depends(d, t->function);
}

/* The column that owns the sequence: its address is its path. */
static void sequence_depends(const struct dependent *d, const struct sequence *s)
{
    AUTO_ARENA a = {0};

    if (s->owned_by)
        depend(d, catalog_get(d->catalog, arena_printf(&a, "column %s", s->owned_by)), PART_OWNED_BY);
}

/* Classes by their names in the key, and those of its columns. */
static void partition_key_depends(const struct dependent *d, const char *key)
{
    AUTO_ARENA a = {0};
    size_t n;
    const struct token *t = sql_tokens(&a, key, strlen(key), &n);
    const char *method = n && token_is(&t[0], TOKEN_WORD, "hash") ? "hash" : "btree";
    struct object *o;

    for (size_t i = 1; i < n; i++) {
        const char *type;

        if (t[i].type != TOKEN_WORD && t[i].type != TOKEN_QUOTED)
            continue;
        type = column_type(d->o, t[i].text);
        if (type)
            depend_on_default_class(d, method, type);
        list_each (o, &d->catalog->objects) {
            if (o->kind->id == KIND_OPERATOR_CLASS && strcmp(o->name, t[i].text) == 0)
                depend(d, o, PART_SELF);
        }
    }
}

static void index_of_table(const struct dependent *d, const char *name)
{
    struct object *o;

    if (!name)
        return;
    list_each (o, &d->o->children) {
        if (o->kind->space & SPACE_RELATION && strcmp(o->name, name) == 0)
            depend(d, o, PART_LATE);
    }
}

/* Columns of lists and row filters, bare as in the table. */
static void publication_depends(const struct dependent *d, const struct publication *p)
{
    const struct publication_table *t;
    const char *name;

    list_each (t, &p->tables) {
        struct object *table = named_relation(d, t->table);

        if (!table)
            continue;
        list_each (name, &t->columns)
            depend_on_column(d, table, name);
        if (t->where)
            depend_on_text(d, t->where, table);
    }
    list_each (name, &p->schemas)
        depend(d, catalog_find(d->catalog, KIND_SCHEMA, NULL, NULL, name, NULL), PART_SELF);
}

static bool is_handed(const struct routine *r, const char *type)
{
    const struct argument *x;

    if (r->returns && strcmp(strncmp(r->returns, "SETOF ", 6) == 0 ? r->returns + 6 : r->returns, type) == 0)
        return true;
    list_each (x, &r->args) {
        if (strcmp(x->type, type) == 0 && !(x->mode && strcmp(x->mode, "out") == 0))
            return true;
    }
    return false;
}

/* The server ties a function to the transforms of what it takes and gives too, whether it uses them or not. */
static void transforms_depend(const struct dependent *d, const struct routine *r)
{
    const struct transformed *t;
    struct object *o;

    list_each (t, &r->transforms) {
        bool known = false;

        list_each (o, d->transforms)
            known = known || strcmp(((const struct transform *)o)->type, t->type) == 0;
        for (size_t i = 0; !known && i < d->extensions->n; i++) /* of any of them */
            depend(d, d->extensions->at[i], PART_SELF);
    }
    list_each (o, d->transforms) {
        const struct transform *x = (const struct transform *)o;
        bool wanted = is_handed(r, x->type);

        if (strcmp(x->language, r->language ? r->language : "sql") != 0)
            continue;
        list_each (t, &r->transforms)
            wanted = wanted || strcmp(x->type, t->type) == 0;
        if (wanted)
            depend(d, o, PART_SELF);
    }
}

static bool names_argument(const struct token *t, size_t n, const struct argument *x, unsigned position)
{
    for (size_t i = 0; i < n; i++)
        if ((x->name && token_is_name(&t[i]) && strcmp(t[i].text, x->name) == 0) ||
            (t[i].type == TOKEN_PARAM && strtoul(t[i].text + 1, NULL, 10) == position))
            return true;
    return false;
}

/* An argument that the body names is an expression of its type there. */
static void body_depends(const struct dependent *d, const struct routine *r)
{
    AUTO_ARENA a = {0};
    const struct argument *x;
    const struct token *t;
    unsigned position = 0;
    size_t n;

    if (!r->sql_body)
        return;
    t = sql_tokens(&a, r->sql_body, strlen(r->sql_body), &n);
    list_each (x, &r->args)
        if (names_argument(t, n, x, ++position))
            depend_on_expression_type(d, depend_on_type(d, x->type));
}

static void kind_depends(const struct dependent *d)
{
    const void *o = d->o;
    const struct key *k = o;
    const struct index *i = o;
    const struct exclusion *x = o;
    const struct table *t = o;
    const struct option *state;

    switch ((int)d->o->kind->id) { /* the others have only fields */
    case KIND_FUNCTION:
    case KIND_PROCEDURE:
        transforms_depend(d, o);
        body_depends(d, o);
        break;
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
        depend_on_own_columns(d, &k->columns);
        depend_on_class_of_columns(d, &k->columns);
        depend_on_own_columns(d, &k->include);
        break;
    case KIND_INDEX:
        depend_on_keys(d, i->method, &i->keys, &i->include);
        break;
    case KIND_PUBLICATION:
        publication_depends(d, o);
        break;
    case KIND_STATISTICS:
        depend_on_own_columns(d, &((const struct statistics *)o)->columns);
        break;
    case KIND_EXCLUSION:
        depend_on_keys(d, x->method, &x->elements, &x->include);
        break;
    case KIND_FOREIGN_KEY:
        foreign_key_depends(d, o);
        break;
    case KIND_TRIGGER:
        trigger_depends(d, o);
        break;
    case KIND_EVENT_TRIGGER:
        function_depends(d, ((const struct event_trigger *)o)->function);
        break;
    case KIND_SEQUENCE:
        sequence_depends(d, o);
        break;
    case KIND_RANGE:
        if (!((const struct range *)o)->opclass)
            depend_on_default_class(d, NULL, ((const struct range *)o)->subtype);
        break;
    case KIND_TABLE:
        if (t->partition_by)
            partition_key_depends(d, t->partition_by);
        index_of_table(d, t->replica_index);
        index_of_table(d, t->cluster_on);
        list_each (state, &t->trigger_states)
            depend(d, partition_trigger(d->catalog, d->o, state->name), PART_STATES);
        break;
    case KIND_MATVIEW:
        index_of_table(d, ((const struct matview *)o)->cluster_on);
        break;
    default:
        break;
    }
}

static void schema_depends(const struct dependent *d)
{
    const char *schema = d->o->kind->id == KIND_EXTENSION ? ((const struct extension *)d->o)->schema
                         : d->o->kind->id == KIND_DEFAULT_PRIVILEGES
                             ? ((const struct default_privileges *)d->o)->schema
                         : d->o->parent                   ? NULL
                                                          : d->o->schema;
    if (schema)
        depend(d, catalog_find(d->catalog, KIND_SCHEMA, NULL, NULL, schema, NULL), PART_SELF);
}

void model_dependencies(struct catalog *c)
{
    struct list extensions = {0}, classes = {0}, transforms = {0};
    struct object *o;

    list_each (o, &c->objects) {
        if (o->kind->id == KIND_EXTENSION)
            list_push(&c->arena, &extensions, o);
        if (o->kind->id == KIND_OPERATOR_CLASS && ((const struct operator_class *)o)->default_)
            list_push(&c->arena, &classes, o);
        if (o->kind->id == KIND_TRANSFORM)
            list_push(&c->arena, &transforms, o);
    }
    list_each (o, &c->objects) {
        struct dependent d = {.catalog = c, .extensions = &extensions, .o = o, .classes = &classes, .transforms = &transforms};
        schema_depends(&d);
        depend_on_fields(&d, &o->kind->record, o);
        kind_depends(&d);
    }
}
