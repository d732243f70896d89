/* Declared renames. The old side is cloned and renamed, texts included, so that everything after compares and
 * orders by one set of names. View queries keep their text, except for schema names: after a rename the
 * server prints the old name as an alias, which is not what it prints for the query as the model has it, so
 * such a view is made again. */
#include "diff/rename.h"
#include "schema/privilege.h"
#include "schema/clause.h"
#include "schema/inherit.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <stdint.h>
#include <string.h>

/* --- finding
 * ------------------------------------------------------------------------------------------------------- */

struct finder {
    struct arena *arena;
    const struct catalog *from;
    struct map renamed; /* address in `to` -> struct rename */
    struct map claimed; /* address in `from` -> struct rename */
    struct diag *diag;
    int result;
};

/* The name that a schema of the new side has on the old one. */
static const char *old_schema(const struct finder *f, const char *schema)
{
    AUTO_ARENA scratch = {0};
    const struct rename *r = schema ? map_get(&f->renamed, arena_printf(&scratch, "schema %s", sql_ident(&scratch, schema))) : NULL;

    return r ? r->from->name : schema;
}

/* The object of the old side that `to` is, by declared renames of it, its parent or its schema; NULL when
 * there is none. */
static struct object *partner(const struct finder *f, const struct object *to)
{
    const struct rename *r = map_get(&f->renamed, to->address);

    if (r)
        return r->from;
    if (to->parent) {
        struct object *parent = partner(f, to->parent); /* two levels at most */

        return parent ? object_child(parent, to->kind->id, to->name) : NULL;
    }
    return catalog_find(f->from, to->kind->id, old_schema(f, to->schema), NULL, to->name, to->signature);
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

static void find_for(struct finder *f, struct object *to, struct list *ret)
{
    const char *text;

    if (to->renamed_from.n == 0 || partner(f, to))
        return;
    list_each (text, &to->renamed_from) {
        struct object *from = old_one(f, to, text);
        struct rename *other, *r;

        if (!from)
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

int rename_declared(struct arena *a, const struct catalog *from, const struct catalog *to, struct diag *d,
                    struct list *ret)
{
    struct finder f = {.arena = a, .from = from, .diag = d, .result = OK};
    struct object *o;

    list_each (o, &to->objects) { /* parents and schemas first */
        if (o->kind->renameable)
            find_for(&f, o, ret);
    }
    map_clear(&f.renamed);
    map_clear(&f.claimed);
    return f.result;
}

/* --- carrying through
 * ---------------------------------------------------------------------------------------------- */

struct name_change {
    const char *schema, *name, *to_schema, *to_name;
    bool relation; /* not in queries: see above */
};

struct column_change {
    const struct object *table; /* in the clone */
    const char *name, *to_name;
};

struct label_change {
    const char *label, *to_label;
};

struct changes {
    struct arena *arena;
    struct map names;    /* "schema.name" (quoted path) -> struct name_change */
    struct map schemas;  /* old schema -> new name */
    struct map tops;     /* "kind name" of what is in no schema -> new name; "kind schema.name" of an operator class or family */
    struct list columns; /* struct column_change */
    struct list labels;  /* struct label_change */
};

static bool is_ident(const struct token *t)
{
    return t->type == TOKEN_WORD || t->type == TOKEN_QUOTED;
}

static const struct name_change *changed_name(const struct changes *c, const struct token *schema,
                                              const struct token *name)
{
    AUTO_BUF key = {0};

    buf_qualified(&key, schema->text, name->text);
    return map_get(&c->names, buf_str(&key));
}

static const char *changed_column(const struct changes *c, const struct object *table, const char *name)
{
    const struct column_change *k;

    if (table)
        list_each (k, &c->columns) {
            if (k->table == table && strcmp(k->name, name) == 0)
                return k->to_name;
        }
    return NULL;
}

/* Whether token i is a column of the own table: not a function, not part of another's path but NEW. and OLD.
 */
static bool own_column(const struct token *t, size_t i)
{
    if (!is_ident(&t[i]) || token_is(&t[i + 1], TOKEN_PUNCT, "(") || token_is(&t[i + 1], TOKEN_PUNCT, "."))
        return false;
    if (i == 0 || !token_is(&t[i - 1], TOKEN_PUNCT, "."))
        return i == 0 || !token_is(&t[i - 1], TOKEN_PUNCT, "::");
    return i >= 2 && (token_is(&t[i - 2], TOKEN_WORD, "new") || token_is(&t[i - 2], TOKEN_WORD, "old"));
}

static char *rewrite(const struct changes *c, const struct object *table, const char *text, bool query);

static const char *changed_string(const struct changes *c, const struct token *t, size_t i)
{
    const struct label_change *k;

    if (!token_is(&t[i + 1], TOKEN_PUNCT, "::"))
        return NULL;
    if (token_is(&t[i + 2], TOKEN_WORD, "regclass") || token_is(&t[i + 2], TOKEN_WORD, "regtype") ||
        token_is(&t[i + 2], TOKEN_WORD, "regconfig") || token_is(&t[i + 2], TOKEN_WORD, "regdictionary"))
        return rewrite(c, NULL, t[i].text, false);
    list_each (k, &c->labels) {
        if (strcmp(k->label, t[i].text) == 0)
            return k->to_label;
    }
    return NULL;
}

/* text with every changed name replaced; the rest stays byte for byte. */
static char *rewrite(const struct changes *c, const struct object *table, const char *text, bool query)
{
    AUTO_ARENA scratch = {0};
    AUTO_BUF out = {0};
    size_t n, done = 0;
    const struct token *t = sql_tokens(&scratch, text, strlen(text), &n);

    for (size_t i = 0; i < n; i++) {
        const struct name_change *name = NULL;
        const char *other;

        if (is_ident(&t[i]) && i + 2 < n && token_is(&t[i + 1], TOKEN_PUNCT, ".") && is_ident(&t[i + 2]) &&
            !(i > 0 && token_is(&t[i - 1], TOKEN_PUNCT, ".")))
            name = changed_name(c, &t[i], &t[i + 2]);
        if (name && !(query && name->relation)) {
            buf_addn(&out, text + done, t[i].start - done);
            buf_qualified(&out, name->to_schema, name->to_name);
            done = t[i + 2].end;
            i += 2;
        } else if (is_ident(&t[i]) && token_is(&t[i + 1], TOKEN_PUNCT, ".") &&
                   !(i > 0 && token_is(&t[i - 1], TOKEN_PUNCT, ".")) &&
                   (other = map_get(&c->schemas, t[i].text))) {
            buf_addn(&out, text + done, t[i].start - done);
            buf_ident(&out, other);
            done = t[i].end;
        } else if (own_column(t, i) && (other = changed_column(c, table, t[i].text))) {
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
static const char *changed_top(const struct changes *c, const struct field *f, const char *name)
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
static const char *rewrite_class(const struct changes *c, const struct field *f, const char *text)
{
    const char *changed = changed_top(c, f, text);

    if (changed != text)
        return changed;
    return f->refers & KIND_BIT(KIND_OPERATOR_FAMILY) && map_get(&c->names, text) ? text : rewrite(c, NULL, text, false);
}

static void rewrite_idents(const struct changes *c, const struct object *table, struct list *l)
{
    for (size_t i = 0; i < l->n; i++) {
        const char *other = changed_column(c, table, l->at[i]);

        if (other)
            l->at[i] = arena_strdup(c->arena, other);
    }
}

static void rewrite_record(const struct changes *c, const struct object *table, const struct record *r,
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
        } else if (f->type == FIELD_EXPR || f->type == FIELD_QUERY || f->type == FIELD_NAME ||
            f->type == FIELD_TYPE) {
            if (*text)
                *text = rewrite(c, table, *text, f->type == FIELD_QUERY);
        } else if (f->type == FIELD_IDENT && f->refers) {
            if (*text)
                *text = changed_top(c, f, *text);
        } else if (f->type == FIELD_IDENT && strcmp(f->name, "column") == 0) {
            const char *other = *text ? changed_column(c, table, *text) : NULL;

            *text = other ? other : *text;
        } else if (f->type == FIELD_IDENTS) {
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

/* Columns of the other table in a foreign key, and the column that owns a sequence, are named in the other
 * table's terms. */
static void rewrite_foreign(const struct changes *c, const struct catalog *clone, struct object *o)
{
    const char *schema, *name;

    if (o->kind->id == KIND_FOREIGN_KEY) {
        struct foreign_key *k = (struct foreign_key *)o;

        if (name_read(c->arena, k->references, NOWHERE, NULL, &schema, &name) == OK)
            rewrite_idents(c, catalog_relation(clone, schema, name), &k->referenced);
    } else if (o->kind->id == KIND_PUBLICATION) {
        struct publication_table *t;

        list_each (t, &((struct publication *)o)->tables) {
            const struct object *table = NULL;

            if (name_read(c->arena, t->table, NOWHERE, NULL, &schema, &name) == OK)
                table = catalog_relation(clone, schema, name);
            rewrite_idents(c, table, &t->columns);
            if (t->where)
                t->where = rewrite(c, table, t->where, false);
        }
    } else if (o->kind->id == KIND_SEQUENCE && ((struct sequence *)o)->owned_by) {
        struct sequence *s = (struct sequence *)o;
        const struct column_change *k;

        list_each (k, &c->columns) {
            char *column = arena_printf(c->arena, "%s.%s", object_path(c->arena, k->table),
                                        sql_ident(c->arena, k->name));

            if (strcmp(column, s->owned_by) == 0)
                s->owned_by = arena_printf(c->arena, "%s.%s", object_path(c->arena, k->table),
                                           sql_ident(c->arena, k->to_name));
        }
    }
}

static void note_labels(struct changes *c, const struct enum_type *to)
{
    const struct enum_label *l;
    const char *old;

    list_each (l, &to->labels) {
        list_each (old, &l->renamed_from) {
            struct label_change *k = arena_new(c->arena, struct label_change);

            *k = (struct label_change){old, l->label};
            list_push(c->arena, &c->labels, k);
        }
    }
}

/* `o` is the clone's, still under its old name. */
static void note_change(struct changes *c, struct object *o, const struct object *to)
{
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

/* Names of a table's own index in its settings. */
static void rename_setting(const char **setting, const struct object *o, const struct object *to)
{
    if (*setting && strcmp(*setting, o->name) == 0)
        *setting = to->name;
}

/* Indexes of partitions name the one that they are a part of. */
static void rename_attached(const struct catalog *clone, const struct object *o, const struct object *to)
{
    struct object *x;

    if (!o->parent || !(o->kind->space & SPACE_RELATION))
        return;
    list_each (x, &clone->objects) {
        const char *name = x->parent && table_is_partition(x->parent) ? attached_to(x) : NULL;

        if (name && strcmp(name, o->name) == 0)
            set_attached_to(x, to->name);
    }
}

static void rename_object(const struct changes *c, struct object *o, const struct object *to)
{
    const char *schema = o->schema ? map_get(&c->schemas, o->schema) : NULL; /* goes along with its schema */

    schema = schema ? schema : o->schema;
    if ((o->kind->space & SPACE_RELATION) && o->parent && o->parent->kind->id == KIND_TABLE) {
        rename_setting(&((struct table *)o->parent)->replica_index, o, to);
        rename_setting(&((struct table *)o->parent)->cluster_on, o, to);
    } else if (o->parent && o->parent->kind->id == KIND_MATVIEW && (o->kind->space & SPACE_RELATION)) {
        rename_setting(&((struct matview *)o->parent)->cluster_on, o, to);
    }
    if (strcmp(o->name, to->name) != 0)
        o->was = o->name;
    if (schema && to->schema && !o->parent && strcmp(schema, to->schema) != 0)
        o->was_schema = o->schema;
    o->name = to->name;
}

/* The schema is part of the name of default privileges; the server knows it by number. */
static void follow_schema(struct catalog *c, const struct changes *changes, struct default_privileges *d)
{
    const char *schema = d->schema ? map_get(&changes->schemas, d->schema) : NULL;

    if (!schema)
        return;
    d->schema = schema;
    d->base.name = default_privileges_name(&c->arena, d);
}

/* Apart from the one that is renamed to its name. */
static char *former_address(struct arena *a, const struct object *o)
{
    char *address = object_address(a, o);

    return o->former || (o->parent && o->parent->former) ? arena_printf(a, "%s (the former)", address) : address;
}

static void readdress(struct catalog *c, const struct changes *changes)
{
    struct object *o;

    map_clear(&c->by_address);
    map_clear(&c->routines);
    list_each (o, &c->objects) {
        const char *schema = o->schema ? map_get(&changes->schemas, o->schema) : NULL;

        o->schema = o->parent ? o->parent->schema : schema ? schema : o->schema;
        if (o->kind->id == KIND_DEFAULT_PRIVILEGES)
            follow_schema(c, changes, (struct default_privileges *)o);
        if (o->signature)
            o->signature = rewrite(changes, NULL, o->signature, false);
        o->address = former_address(&c->arena, o);
        map_put(&c->by_address, o->address, o);
    }
}

/* What bears a name that another is renamed to, and keeps it: gone by then. */
static void find_former(struct catalog *clone, const struct list *renames)
{
    const struct rename *r;

    list_each (r, renames) {
        struct object *o = catalog_get(clone, r->to->address);

        if (o)
            o->former = true;
    }
    list_each (r, renames)
        catalog_get(clone, r->from->address)->former = false;
}

struct catalog *rename_apply(const struct catalog *from, const struct list *renames)
{
    struct catalog *clone = catalog_clone(from);
    struct changes c = {.arena = &clone->arena};
    struct rename *r;
    struct object *o;

    list_each (r, renames) { /* the clone still has the old addresses */
        o = catalog_get(clone, r->from->address);
        note_change(&c, o, r->to);
        if (o->kind->id == KIND_ENUM)
            note_labels(&c, (const struct enum_type *)r->to);
    }
    find_former(clone, renames);
    list_each (o, &clone->objects) {
        rewrite_record(&c, o->parent ? o->parent : o, &o->kind->record, o);
        rewrite_foreign(&c, clone, o);
    }
    list_each (r, renames) {
        o = catalog_get(clone, r->from->address);
        rename_attached(clone, o, r->to);
        rename_object(&c, o, r->to);
        if (!o->parent && r->to->schema)
            o->schema = r->to->schema;
    }
    readdress(clone, &c);
    map_clear(&c.names);
    map_clear(&c.schemas);
    map_clear(&c.tops);
    return clone;
}
