/* Records and objects as trees, through their fields: JSON for programs, and what the model's writer builds
 * on. */
#include "schema/write.h"
#include "sql/quote.h"
#include <string.h>

struct node *node_plain(struct arena *a, const char *text)
{
    struct node *n = node_text(a, text);

    n->plain = true;
    return n;
}

/* The model takes words that SQL reserves as they are: people write order: and user:. */
static bool is_bare(const char *name)
{
    if (!*name || (*name >= '0' && *name <= '9') || *name == '$')
        return false;
    for (const unsigned char *p = (const unsigned char *)name; *p; p++)
        if (!((*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9') || *p == '_' || *p == '$' || *p >= 0x80))
            return false;
    return true;
}

const char *write_name(struct arena *a, const char *schema, const char *name)
{
    if (!schema && is_bare(name))
        return name;
    return sql_qualified(a, schema, name);
}

static struct node *ident_node(const struct writing *w, const char *name)
{
    return node_text(w->arena, w->model ? write_name(w->arena, NULL, name) : name);
}

static bool is_number(const char *text)
{
    const char *digits = text + (*text == '-');
    size_t n = strspn(digits, "0123456789");

    if (n == 0 || n > 18 || (n > 1 && *digits == '0'))
        return false;
    if (digits[n] == '.' && digits[n + 1])
        n += 1 + strspn(digits + n + 1, "0123456789");
    return digits[n] == '\0';
}

static struct node *texts_node(const struct writing *w, const struct field *f, const struct list *texts)
{
    struct node *list = node_list(w->arena);
    const char *text;

    list_each (text, texts)
        node_add(w->arena, list, f->type == FIELD_IDENTS ? ident_node(w, text) : node_text(w->arena, text));
    return list;
}

static struct node *options_node(const struct writing *w, const struct list *options)
{
    struct node *map = node_map(w->arena);
    const struct option *o;

    list_each (o, options) {
        bool plain = w->model && o->value &&
                     (is_number(o->value) || strcmp(o->value, "true") == 0 || strcmp(o->value, "false") == 0);

        node_set(w->arena, map, o->name,
                 plain ? node_plain(w->arena, o->value) : node_text(w->arena, o->value ? o->value : ""));
    }
    return map;
}

static struct node *records_node(const struct writing *w, const struct field *f, const struct list *records)
{
    struct node *list = node_list(w->arena);
    const void *record;

    list_each (record, records)
        node_add(w->arena, list, write_record(w, f->record, record));
    return list;
}

static bool is_implied(const struct field *f, const char *text)
{
    return !text || (f->implied && strcmp(text, f->implied) == 0);
}

/* The reader takes no notice of space around a query; a plain block "|" ends with a newline, and the server's
 * deparser starts with a space. */
static const char *query_text(struct arena *a, const char *text)
{
    size_t len;

    text += strspn(text, " \t\r\n");
    len = strlen(text);
    while (len > 0 && strchr(" \t\r\n", text[len - 1]))
        len--;
    return arena_printf(a, "%.*s%s", (int)len, text, memchr(text, '\n', len) ? "\n" : "");
}

/* The value of a field, or NULL when it says nothing. */
static struct node *field_node(const struct writing *w, const struct field *f, const void *from)
{
    const void *at = field_at(from, f);

    switch (f->type) {
    case FIELD_BOOL:
        return field_bool(from, f) ? node_bool(w->arena, true) : NULL;
    case FIELD_IDENTS:
    case FIELD_TEXTS:
        return field_list(from, f)->n ? texts_node(w, f, at) : NULL;
    case FIELD_OPTIONS:
        return field_list(from, f)->n ? options_node(w, at) : NULL;
    case FIELD_LIST:
        return field_list(from, f)->n || (f->flags & FIELD_REQUIRED) ? records_node(w, f, at) : NULL;
    case FIELD_RECORD: {
        const void *record = *(const void *const *)at;

        return record ? write_record(w, f->record, record) : NULL;
    }
    case FIELD_INT:
    case FIELD_IDENT:
    case FIELD_TEXT:
    case FIELD_NAME:
    case FIELD_CHOICE:
    case FIELD_TYPE:
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_BODY:
        break;
    }
    const char *text = *(const char *const *)at;
    if (is_implied(f, text))
        return NULL;
    if (f->type == FIELD_INT && is_number(text))
        return node_plain(w->arena, text);
    if (w->model && f->type == FIELD_QUERY)
        text = query_text(w->arena, text);
    return f->type == FIELD_IDENT ? ident_node(w, text) : node_text(w->arena, text);
}

void write_fields(const struct writing *w, const struct record *r, const void *from, const char *skip,
                  struct node *map)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        if (w->model && f->flags & FIELD_KEY)
            continue;
        struct node *value = skip && strcmp(f->name, skip) == 0 ? NULL : field_node(w, f, from);

        if (value)
            node_set(w->arena, map, f->name, value);
    }
}

static const struct field *main_field(const struct record *r)
{
    for (size_t i = 0; i < r->n_fields; i++)
        if (r->fields[i].flags & FIELD_MAIN)
            return &r->fields[i];
    return NULL;
}

/* A list of columns reads better as a list than as a text. */
static bool only_columns(const struct field *f, const struct node *map)
{
    return f && f->type == FIELD_IDENTS && map->items.n == 1 && node_get(map, f->name);
}

struct node *write_record(const struct writing *w, const struct record *r, const void *from)
{
    const struct field *f = main_field(r);
    struct node *map = node_map(w->arena);
    AUTO_BUF text = {0};

    write_fields(w, r, from, NULL, map);
    if (!w->model)
        return map;
    if (only_columns(f, map))
        return node_get(map, f->name);
    if (r->write_short && r->write_short(&text, from))
        return node_text(w->arena, buf_str(&text));
    if (map->items.n == 0)
        return NULL;
    if (f && !r->write_short && map->items.n == 1 && node_get(map, f->name))
        return node_get(map, f->name);
    return map;
}

struct node *record_node(struct arena *a, const struct record *r, const void *from)
{
    return write_record(&(struct writing){.arena = a}, r, from);
}

static struct node *privileges_node(struct arena *a, const struct list *privileges)
{
    struct node *list = node_list(a);
    const struct privilege *p;

    list_each (p, privileges) {
        struct node *map = node_map(a);

        node_set(a, map, "grantee", node_text(a, p->grantee));
        node_set(a, map, "privileges", node_text(a, p->privileges));
        if (p->grantable)
            node_set(a, map, "grantable", node_bool(a, true));
        if (p->grantor)
            node_set(a, map, "grantor", node_text(a, p->grantor));
        node_add(a, list, map);
    }
    return list;
}

static void set_text(struct arena *a, struct node *map, const char *key, const char *text)
{
    if (text)
        node_set(a, map, key, node_text(a, text));
}

struct node *labels_node(struct arena *a, const struct object *o)
{
    struct node *map = node_map(a);
    const struct option *label;

    list_each (label, &o->labels)
        node_set(a, map, label->name, node_text(a, label->value));
    return map;
}

struct node *object_node(struct arena *a, const struct object *o)
{
    struct node *map = node_map(a), *fields = node_map(a), *former = node_list(a);
    const char *name;

    set_text(a, map, "kind", o->kind->name);
    set_text(a, map, "address", o->address);
    set_text(a, map, "schema", o->schema);
    set_text(a, map, "name", o->name);
    set_text(a, map, "signature", o->signature);
    set_text(a, map, "parent", o->parent ? o->parent->address : NULL);
    set_text(a, map, "comment", o->comment);
    set_text(a, map, "owner", o->owner);
    if (o->has_privileges)
        node_set(a, map, "privileges", privileges_node(a, &o->privileges));
    if (o->labels.n > 0 || o->has_labels)
        node_set(a, map, "security_labels", labels_node(a, o));
    list_each (name, &o->renamed_from)
        node_add(a, former, node_text(a, name));
    if (former->items.n > 0)
        node_set(a, map, "renamed_from", former);
    /* apart from what every object has: an extension has a schema of its own */
    write_fields(&(struct writing){.arena = a}, &o->kind->record, o, NULL, fields);
    node_set(a, map, "fields", fields);
    return map;
}
