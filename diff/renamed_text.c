/* Names in texts: of what moved or is called otherwise, of columns, of labels of enums. View queries keep the names of relations, except
 * for those of schemas: after a rename the server prints the old name as an alias, which is not what it prints for the query as the
 * model has it, so such a view is made again. */
#include "diff/renamed_query.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

struct name_change {
    const char *schema, *name, *to_schema, *to_name;
    bool relation; /* not in queries: see above */
};

struct label_change {
    const struct object *type; /* in the clone */
    const char *label, *to_label;
};

static const struct name_change *changed_name(const struct name_changes *c, const struct token *schema,
                                              const struct token *name)
{
    AUTO_BUF key = {0};

    buf_qualified(&key, schema->text, name->text);
    return map_get(&c->names, buf_str(&key));
}

static const char *changed_column(const struct name_changes *c, const struct object *table, const char *name)
{
    const struct column_change *k;

    if (table)
        list_each (k, &c->columns) {
            if (k->table == table && strcmp(k->name, name) == 0)
                return k->to_name;
        }
    return NULL;
}

/* A word of the language, or of the name of a type: "timestamp with time zone". */
static bool is_keyword(const struct token *t, size_t i)
{
    static const char *const before[] = {"with", "without", "time", "double", "character", "bit"};
    enum keyword_class class = t[i].type == TOKEN_WORD ? sql_keyword(t[i].text, strlen(t[i].text)) : KEYWORD_NONE;

    for (size_t n = 0; i > 0 && n < sizeof(before) / sizeof(before[0]); n++)
        if (token_is(&t[i - 1], TOKEN_WORD, before[n]))
            return true;
    return class != KEYWORD_NONE && class != KEYWORD_UNRESERVED;
}

bool token_is_own_column(const struct token *t, size_t i)
{
    if (!token_is_name(&t[i]) || is_keyword(t, i) || token_is(&t[i + 1], TOKEN_PUNCT, "(") || token_is(&t[i + 1], TOKEN_PUNCT, "."))
        return false;
    if (i == 0 || !token_is(&t[i - 1], TOKEN_PUNCT, "."))
        return i == 0 || !token_is(&t[i - 1], TOKEN_PUNCT, "::");
    return i >= 2 && (token_is(&t[i - 2], TOKEN_WORD, "new") || token_is(&t[i - 2], TOKEN_WORD, "old"));
}

static char *rewrite(const struct name_changes *c, const struct object *table, const char *text, bool query);

static bool names_type(const struct token *t, const struct object *type)
{
    if (token_is(&t[1], TOKEN_PUNCT, ".")) {
        if (!token_is_name(&t[0]) || strcmp(t[0].text, type->schema) != 0)
            return false;
        t += 2;
    }
    return token_is_name(t) && strcmp(t->text, type->name) == 0;
}

static const char *changed_string(const struct name_changes *c, const struct token *t, size_t i)
{
    const struct label_change *k;

    if (!token_is(&t[i + 1], TOKEN_PUNCT, "::"))
        return NULL;
    if (token_is(&t[i + 2], TOKEN_WORD, "regclass") || token_is(&t[i + 2], TOKEN_WORD, "regtype") ||
        token_is(&t[i + 2], TOKEN_WORD, "regconfig") || token_is(&t[i + 2], TOKEN_WORD, "regdictionary"))
        return rewrite(c, NULL, t[i].text, false);
    list_each (k, &c->labels) {
        if (strcmp(k->label, t[i].text) == 0 && names_type(&t[i + 2], k->type))
            return k->to_label;
    }
    return NULL;
}

/* text with every changed name replaced; the rest stays byte for byte. */
static char *rewrite(const struct name_changes *c, const struct object *table, const char *text, bool query)
{
    AUTO_ARENA scratch = {0};
    AUTO_BUF out = {0};
    size_t n, done = 0;
    const struct token *t = sql_tokens(&scratch, text, strlen(text), &n);

    for (size_t i = 0; i < n; i++) {
        const struct name_change *name = NULL;
        const char *other;

        if (token_is_name(&t[i]) && i + 2 < n && token_is(&t[i + 1], TOKEN_PUNCT, ".") && token_is_name(&t[i + 2]) &&
            !(i > 0 && token_is(&t[i - 1], TOKEN_PUNCT, ".")))
            name = changed_name(c, &t[i], &t[i + 2]);
        if (name && !(query && name->relation)) {
            buf_addn(&out, text + done, t[i].start - done);
            buf_qualified(&out, name->to_schema, name->to_name);
            done = t[i + 2].end;
            i += 2;
        } else if (token_is_name(&t[i]) && token_is(&t[i + 1], TOKEN_PUNCT, ".") &&
                   !(i > 0 && token_is(&t[i - 1], TOKEN_PUNCT, ".")) &&
                   (other = map_get(&c->schemas, t[i].text))) {
            buf_addn(&out, text + done, t[i].start - done);
            buf_ident(&out, other);
            done = t[i].end;
        } else if (token_is_own_column(t, i) && (other = changed_column(c, table, t[i].text))) {
            buf_addn(&out, text + done, t[i].start - done);
            buf_ident(&out, other);
            done = t[i].end;
        } else if (t[i].type == TOKEN_STRING && (other = changed_string(c, t, i)) &&
                   strcmp(other, t[i].text) != 0) {
            buf_addn(&out, text + done, t[i].start - done);
            buf_literal(&out, other);
            done = t[i].end;
        }
    }
    buf_add(&out, text + done);
    return arena_strndup(c->arena, buf_str(&out), out.len);
}

/* The new name of what a field names that stands in no schema. */
static const char *changed_top(const struct name_changes *c, const struct field *f, const char *name)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        AUTO_BUF key = {0};
        const char *other;

        if (!(f->refers >> i & 1))
            continue;
        buf_addf(&key, "%d %s", i, name);
        other = map_get(&c->tops, buf_str(&key));
        if (other)
            return other;
    }
    return name;
}

#define CLASSES (KIND_BIT(KIND_OPERATOR_CLASS) | KIND_BIT(KIND_OPERATOR_FAMILY))

/* A class and its family may share a name, so that only the field says which is meant. */
static const char *rewrite_class(const struct name_changes *c, const struct field *f, const char *text)
{
    const char *changed = changed_top(c, f, text);

    if (changed != text)
        return changed;
    return f->refers & KIND_BIT(KIND_OPERATOR_FAMILY) && map_get(&c->names, text) ? text : rewrite(c, NULL, text, false);
}

static void rewrite_idents(const struct name_changes *c, const struct object *table, struct list *l)
{
    for (size_t i = 0; i < l->n; i++) {
        const char *other = changed_column(c, table, l->at[i]);

        if (other)
            l->at[i] = arena_strdup(c->arena, other);
    }
}

static void rewrite_record(const struct name_changes *c, const struct object *table, const struct record *r,
                           void *into)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        void *at = (char *)into + f->offset;
        const char **text = at;
        void *item;

        if (f->type == FIELD_NAME && f->refers & CLASSES) {
            if (*text)
                *text = rewrite_class(c, f, *text);
        } else if (f->type == FIELD_EXPR || f->type == FIELD_QUERY) {
            if (*text)
                *text = rewrite(c, table, *text, f->type == FIELD_QUERY);
        } else if (f->type == FIELD_NAME || f->type == FIELD_TYPE) {
            if (*text)
                *text = rewrite(c, NULL, *text, false);
        } else if (f->type == FIELD_IDENT && f->refers) {
            if (*text)
                *text = changed_top(c, f, *text);
        } else if (f->type == FIELD_IDENT && f->flags & FIELD_COLUMNS) {
            const char *other = *text ? changed_column(c, table, *text) : NULL;

            *text = other ? other : *text;
        } else if (f->type == FIELD_IDENTS && f->flags & FIELD_COLUMNS) {
            rewrite_idents(c, table, at);
        } else if (f->type == FIELD_LIST) {
            list_each (item, (struct list *)at) {
                rewrite_record(c, table, f->record, item);
            }
        } else if (f->type == FIELD_RECORD && *(void **)at) {
            rewrite_record(c, table, f->record, *(void **)at);
        }
    }
}

static const struct object *table_named(const struct name_changes *c, const struct catalog *clone, const char *text)
{
    const char *schema, *name;

    return name_read(c->arena, text, NOWHERE, NULL, &schema, &name) == OK ? catalog_relation(clone, schema, name) : NULL;
}

/* Columns of other tables are named in their terms; queries here, while they say what relations were called. */
static void rewrite_foreign(const struct name_changes *c, const struct catalog *clone, struct object *o)
{
    struct name_changes columns = {.arena = c->arena, .columns = c->columns};

    if (o->kind->id == KIND_FOREIGN_KEY) {
        struct foreign_key *k = (struct foreign_key *)o;

        rewrite_idents(c, table_named(c, clone, k->references), &k->referenced);
    } else if (o->kind->id == KIND_VIEW) { /* the types in it */
        struct view *v = (struct view *)o;

        v->query = renamed_query(c, clone, v->query);
        v->shape = v->shape ? rewrite(c, NULL, v->shape, false) : NULL;
    } else if (o->kind->id == KIND_MATVIEW) {
        ((struct matview *)o)->query = renamed_query(c, clone, ((struct matview *)o)->query);
    } else if (o->kind->id == KIND_PUBLICATION) {
        struct publication_table *t;

        list_each (t, &((struct publication *)o)->tables) {
            const struct object *table = table_named(c, clone, t->table);

            rewrite_idents(c, table, &t->columns);
            if (t->where)
                t->where = rewrite(&columns, table, t->where, false);
        }
    }
}

/* table.column */
static void rewrite_owned_by(const struct name_changes *c, struct sequence *s)
{
    AUTO_ARENA scratch = {0};
    const struct column_change *k;

    list_each (k, &c->columns) {
        const char *table = object_path(&scratch, k->table);

        if (s->owned_by && strcmp(arena_printf(&scratch, "%s.%s", table, sql_ident(&scratch, k->name)), s->owned_by) == 0) {
            s->owned_by = arena_printf(c->arena, "%s.%s", table, sql_ident(&scratch, k->to_name));
            return;
        }
    }
}

void renamed_texts(const struct name_changes *c, const struct catalog *clone, struct object *o)
{
    rewrite_foreign(c, clone, o);
    if (o->kind->id == KIND_SEQUENCE)
        rewrite_owned_by(c, (struct sequence *)o);
    rewrite_record(c, o->parent ? o->parent : o, &o->kind->record, o);
}

char *renamed_signature(const struct name_changes *c, const char *signature)
{
    return rewrite(c, NULL, signature, false);
}

static void note_labels(struct name_changes *c, const struct enum_type *from, const struct enum_type *to)
{
    const struct enum_label *l, *was;

    list_each (l, &to->labels) {
        list_each (was, &from->labels) {
            struct label_change *k;

            if (!list_has_text(&l->renamed_from, was->label))
                continue;
            k = arena_new(c->arena, struct label_change);
            *k = (struct label_change){&from->base, was->label, l->label};
            list_push(c->arena, &c->labels, k);
        }
    }
}

/* `o` is the clone's, still under its old name. */
void name_change_note(struct name_changes *c, struct object *o, const struct object *to)
{
    if (o->kind->id == KIND_ENUM)
        note_labels(c, (const struct enum_type *)o, (const struct enum_type *)to);
    if (o->kind->id == KIND_SCHEMA) {
        map_put(&c->schemas, arena_strdup(c->arena, o->name), to->name);
    } else if (o->kind->id == KIND_COLUMN) {
        struct column_change *k = arena_new(c->arena, struct column_change);

        *k = (struct column_change){o->parent, o->name, to->name};
        list_push(c->arena, &c->columns, k);
    } else if (o->kind->place == PLACE_TOP) {
        map_put(&c->tops, arena_printf(c->arena, "%d %s", (int)o->kind->id, o->name), to->name);
    } else if (!o->parent && o->schema) {
        struct name_change *k = arena_new(c->arena, struct name_change);

        *k = (struct name_change){o->schema, o->name, to->schema, to->name,
                                  (o->kind->space & SPACE_RELATION) != 0};
        if (CLASSES >> o->kind->id & 1)
            map_put(&c->tops, arena_printf(c->arena, "%d %s", (int)o->kind->id, sql_qualified(c->arena, o->schema, o->name)),
                    sql_qualified(c->arena, to->schema, to->name));
        if (o->kind->id != KIND_OPERATOR_FAMILY) /* no text names one */
            map_put(&c->names, sql_qualified(c->arena, o->schema, o->name), k);
    }
}

void name_changes_clear(struct name_changes *c)
{
    map_clear(&c->names);
    map_clear(&c->schemas);
    map_clear(&c->tops);
}
