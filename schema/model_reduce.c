/* What a model need not say, taken out of copies before they are written. */
#include "schema/mention.h"
#include "schema/clause.h"
#include "schema/not_null.h"
#include "schema/read.h"
#include "schema/write.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include "sql/type.h"
#include <string.h>

/* ---- serial columns ---- */

static const char *serial_type(const char *type)
{
    if (strcmp(type, "integer") == 0)
        return "serial";
    if (strcmp(type, "bigint") == 0)
        return "bigserial";
    return strcmp(type, "smallint") == 0 ? "smallserial" : NULL;
}

/* Whether a default is nextval() of the sequence: nextval('public.users_id_seq'::regclass). */
static bool draws_from(const char *expression, const struct sequence *s)
{
    AUTO_ARENA a = {0};
    size_t n;
    struct token *t = sql_tokens(&a, expression, strlen(expression), &n);
    const char *schema, *name;
    size_t i = 0;

    if (n > 2 && token_is(&t[0], TOKEN_WORD, "pg_catalog") && token_is(&t[1], TOKEN_PUNCT, "."))
        i = 2;
    if (n - i < 4 || !token_is(&t[i], TOKEN_WORD, "nextval") || !token_is(&t[i + 1], TOKEN_PUNCT, "(") ||
        t[i + 2].type != TOKEN_STRING || !token_is(&t[n - 1], TOKEN_PUNCT, ")"))
        return false;
    if (n - i != 4 && !(n - i == 6 && token_is(&t[i + 3], TOKEN_PUNCT, "::") &&
                        token_is(&t[i + 4], TOKEN_WORD, "regclass")))
        return false;
    if (name_read(&a, t[i + 2].text, NOWHERE, NULL, &schema, &name) != OK)
        return false;
    return strcmp(name, s->base.name) == 0 && (!schema || strcmp(schema, s->base.schema) == 0);
}

static bool is_untouched(const struct sequence *s)
{
    AUTO_BUF options = {0};

    clause_sequence_options(&options, &s->options);
    return options.len == 0 && !s->base.comment && !s->base.labels.n &&
           s->base.renamed_from.n == 0;
}

/* What is completed (model_complete.c) when the table says it. */
static bool same_owner(const struct object *s, const struct object *table)
{
    if (s->has_privileges && (s->privileges.n > 0 || !table->has_privileges))
        return false;
    return !s->owner || (table->owner && strcmp(s->owner, table->owner) == 0);
}

/* As the table is; before 15 no sequence is unlogged. */
static bool same_persistence(const struct catalog *c, const struct sequence *s, const struct object *table)
{
    bool old = c->version && c->version < 150000;

    return s->unlogged == (!old && table->kind->id == KIND_TABLE && ((const struct table *)table)->unlogged);
}

/* Whether "serial" would make this sequence, with this name and type, for this column. */
static bool is_serial(const struct catalog *catalog, const struct sequence *s, const struct column *c)
{
    AUTO_ARENA a = {0};
    const struct object *table = c->base.parent;
    const char *type = s->type ? s->type : "bigint";

    if (!c->not_null || !c->default_ || !serial_type(c->type) || strcmp(type, c->type) != 0)
        return false;
    if (!is_untouched(s) || !same_persistence(catalog, s, table) || !same_owner(&s->base, table) || strcmp(s->base.schema, table->schema) != 0)
        return false;
    return strcmp(s->base.name, default_name(&a, table->name, c->base.name, "seq")) == 0 &&
           draws_from(c->default_, s);
}

void model_fold_serials(struct model_writer *m)
{
    const struct object *o;
    struct map columns = {0};

    list_each (o, &m->catalog->objects) {
        if (o->kind->id == KIND_COLUMN)
            map_put(&columns, object_path(m->w.arena, o), o);
    }
    list_each (o, &m->catalog->objects) {
        const struct sequence *s = (const struct sequence *)o;
        const struct column *c;

        if (o->kind->id != KIND_SEQUENCE || !s->owned_by)
            continue;
        c = map_get(&columns, s->owned_by);
        if (c && is_serial(m->catalog, s, c)) {
            map_put(&m->folded, c->base.address, s);
            map_put(&m->folds, o->address, c);
        }
    }
    map_clear(&columns);
}

/* ---- names without the default schema ---- */

static bool in_default(const struct model_writer *m, const char *schema)
{
    return schema && m->default_schema && strcmp(schema, m->default_schema) == 0;
}

/* Only where the reader is sure to find it again: a type that is declared, and that no built-in one hides. */
static char *short_type(void *ctx, char *type)
{
    const struct model_writer *m = ctx;
    const char *schema, *name, *bare_schema, *bare_name;
    bool array;
    char *bare;

    sql_type_parts(m->w.arena, type, &schema, &name, &array);
    if (!in_default(m, schema) || !catalog_type(m->catalog, schema, name))
        return type;
    bare = sql_type_read(m->w.arena, sql_type_with_base(m->w.arena, type, NULL, name), NULL, NOWHERE, NULL);
    if (!bare)
        return type;
    sql_type_parts(m->w.arena, bare, &bare_schema, &bare_name, &array);
    return bare_schema || !bare_name || strcmp(bare_name, name) != 0 ? type : bare;
}

static bool is_declared(const struct model_writer *m, const char *schema, const char *name)
{
    struct list routines = {0};

    if (catalog_relation(m->catalog, schema, name))
        return true;
    catalog_routines(m->catalog, schema, name, m->w.arena, &routines);
    return routines.n > 0;
}

static const char *short_name(const struct model_writer *m, const char *text)
{
    const char *schema, *name;

    if (name_read(m->w.arena, text, NOWHERE, NULL, &schema, &name) != OK || !in_default(m, schema) ||
        !is_declared(m, schema, name))
        return text;
    return sql_ident(m->w.arena, name);
}

/* public.f is f, and the server's own f is pg_catalog.f where the model has one too. */
static const char *short_mention(const struct model_writer *m, const struct field *f, const char *text)
{
    struct mention name;
    struct list found = {0};

    if (mention_read(m->w.arena, text, NOWHERE, NULL, &name) != OK)
        return text;
    mention_find(m->catalog, &(struct mention){m->default_schema, name.name, name.symbol, name.types}, f->refers,
                 m->w.arena, &found);
    if (!name.schema)
        mention_find(m->catalog, &name, f->refers, m->w.arena, &found);
    if (!name.schema && found.n)
        name.schema = "pg_catalog";
    else if (found.n && in_default(m, name.schema))
        name.schema = NULL;
    return mention_text(m->w.arena, &name);
}

static bool names_relation_or_function(const struct field *f)
{
    return f->type == FIELD_NAME && (strcmp(f->name, "references") == 0 || strcmp(f->name, "from") == 0 ||
                                     strcmp(f->name, "function") == 0);
}

/* Other types are left as they are: read again, "character" of an argument would be character(1). */
static bool mentions_default(const struct model_writer *m, const char *type)
{
    return m->default_schema && strstr(type, sql_ident(m->w.arena, m->default_schema));
}

/* Records nest two levels: an object's and those of its lists. */
static void shorten(const struct model_writer *m, const struct record *r, void *of)
{
    void *item, *ctx = (void *)(uintptr_t)m;

    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        void *at = (char *)of + f->offset;
        const char **text = at;

        if (f->type == FIELD_TYPE && *text && mentions_default(m, *text))
            *text = returns_each(m->w.arena, *text, NOWHERE, NULL, short_type, ctx);
        else if (f->type == FIELD_NAME && f->refers && *text)
            *text = short_mention(m, f, *text);
        else if (names_relation_or_function(f) && *text)
            *text = short_name(m, *text);
        else if (f->type == FIELD_LIST)
            list_each (item, (struct list *)at)
                shorten(m, f->record, item);
    }
}

/* ---- what the reader completes ---- */

static bool in_primary_key(const struct object *table, const char *column)
{
    const struct object *child;

    list_each (child, &table->children) {
        if (child->kind->id == KIND_PRIMARY_KEY)
            return list_has_text(&((const struct key *)child)->columns, column);
    }
    return false;
}

/* The name that the reader would come to. */
static void reduce_not_null(const struct model_writer *m, struct column *c)
{
    const struct object *origin = not_null_origin(m->catalog, &c->base);
    const char *implied = origin ? ((const struct column *)origin)->not_null_name : not_null_name(m->w.arena, &c->base);

    if (c->not_null_name && implied && strcmp(c->not_null_name, implied) == 0)
        c->not_null_name = NULL;
}

static void reduce_column(const struct model_writer *m, struct column *c)
{
    const struct object *table = c->base.parent;
    const char *name;

    if (table->kind->id == KIND_TABLE)
        reduce_not_null(m, c);
    if (map_get(&m->folded, c->base.address)) {
        c->type = serial_type(c->type);
        c->default_ = NULL;
        c->not_null = false;
    }
    if (!c->identity) {
        c->not_null = c->not_null && !in_primary_key(table, c->base.name);
        return;
    }
    name = default_name(m->w.arena, table->name, c->base.name, "seq");
    if (c->identity->sequence && strcmp(c->identity->sequence, name) == 0)
        c->identity->sequence = NULL;
}

static void reduce_range(const struct model_writer *m, struct range *r)
{
    if (r->multirange && strcmp(r->multirange, multirange_name(m->w.arena, r->base.name)) == 0)
        r->multirange = NULL;
}

const void *model_reduced(const struct model_writer *m, const struct object *o)
{
    const struct record *r = &o->kind->record;
    struct object *copy = arena_alloc(m->w.arena, r->size);

    *copy = *o;
    record_copy(m->w.arena, r, copy, o);
    if (o->kind->id == KIND_COLUMN)
        reduce_column(m, (struct column *)copy);
    else if (o->kind->id == KIND_RANGE)
        reduce_range(m, (struct range *)copy);
    reduce_inherited(m, copy, o);
    shorten(m, r, copy);
    return copy;
}
