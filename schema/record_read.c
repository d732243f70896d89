/* Trees -> structs through the tables of fields. The model of a person and the JSON of the server come
 * through here alike; what differs is how names are written. */
#include "schema/read.h"
#include "sql/scan.h"
#include <string.h>

/* ---- lists and nested records ---- */

static int wrong_type(const struct reading *rd, const struct node *n, const char *name, const char *wanted)
{
    return diag_error(rd->diag, "model.type", n->at, "\"%s\" must be %s, not %s", name, wanted, node_what(n));
}

static int read_texts(const struct reading *rd, const struct field *f, struct list *ret, const struct node *n)
{
    struct list texts = {0};
    struct node *item;
    int rc = OK;

    if (n->type == NODE_SCALAR) {
        list_push(rd->arena, &texts, n->text);
    } else if (n->type == NODE_LIST) {
        list_each (item, &n->items) {
            if (item->type == NODE_SCALAR)
                list_push(rd->arena, &texts, item->text);
            else
                rc = diag_error(rd->diag, "model.type", item->at, "an item of \"%s\" must be a text, not %s",
                                f->name, node_what(item));
        }
    } else {
        return wrong_type(rd, n, f->name, "a list");
    }
    *ret = texts;
    return rc;
}

static int read_idents(const struct reading *rd, const struct field *f, struct list *ret,
                       const struct node *n)
{
    struct list texts = {0}, idents = {0};
    int rc = read_texts(rd, f, &texts, n);

    if (rd->catalog || rc < 0) {
        *ret = texts;
        return rc;
    }
    if (n->type == NODE_SCALAR)
        return idents_text_read(rd->arena, n->text, n->at, rd->diag, ret);
    for (size_t i = 0; i < texts.n; i++) {
        const struct node *item = n->items.at[i];
        const char *ident;
        if (ident_text_read(rd->arena, texts.at[i], item->at, rd->diag, &ident) < 0)
            rc = ERR;
        else
            list_push(rd->arena, &idents, ident);
    }
    *ret = idents;
    return rc;
}

static void add_option(const struct reading *rd, struct list *ret, const char *name, const char *value)
{
    struct option *o = arena_new(rd->arena, struct option);
    *o = (struct option){.name = name, .value = value};
    list_push(rd->arena, ret, o);
}

/* A mapping, or as the server stores it: a list of "name=value". */
static int read_options(const struct reading *rd, const struct field *f, struct list *ret,
                        const struct node *n)
{
    struct list options = {0};
    struct node *item;
    struct pair *pair;
    int rc = OK;

    if (n->type == NODE_LIST) {
        list_each (item, &n->items) {
            const char *equal = item->type == NODE_SCALAR ? strchr(item->text, '=') : NULL;
            if (equal)
                add_option(rd, &options, arena_strndup(rd->arena, item->text, (size_t)(equal - item->text)),
                           equal + 1);
            else
                rc = diag_error(rd->diag, "model.type", item->at, "an item of \"%s\" must be \"name=value\"",
                                f->name);
        }
    } else if (n->type == NODE_MAP) {
        list_each (pair, &n->items) {
            const struct node *value = pair->value;
            if (value->type == NODE_SCALAR || value->type == NODE_NULL)
                add_option(rd, &options, pair->key, value->type == NODE_NULL ? "" : value->text);
            else
                rc = wrong_type(rd, value, pair->key, "a text");
        }
    } else {
        return wrong_type(rd, n, f->name, "a mapping");
    }
    *ret = options;
    return rc;
}

/* "(a desc, lower(b))" is two items: cut at the commas that stand in no other parentheses. */
static void split_items(const struct reading *rd, const struct node *n, struct list *ret)
{
    size_t count, depth = 0, level;
    struct token *t = sql_tokens(rd->arena, n->text, strlen(n->text), &count);
    bool enclosed =
        count > 1 && token_is(&t[0], TOKEN_PUNCT, "(") && token_is(&t[count - 1], TOKEN_PUNCT, ")");

    for (size_t i = 0; enclosed && i + 1 < count; i++) {
        depth += token_is(&t[i], TOKEN_PUNCT, "(");
        depth -= token_is(&t[i], TOKEN_PUNCT, ")");
        enclosed = depth > 0;
    }
    level = enclosed ? 1 : 0;
    depth = 0;
    size_t from = enclosed ? t[0].end : 0;
    for (size_t i = 0; i <= count; i++) {
        bool last = enclosed ? i + 1 == count : i == count;
        if (last || (depth == level && token_is(&t[i], TOKEN_PUNCT, ","))) {
            struct node *item = arena_new(rd->arena, struct node);
            *item = (struct node){.type = NODE_SCALAR, .at = n->at};
            size_t to = t[i].type == TOKEN_END ? strlen(n->text) : t[i].start;
            item->text = text_trim(rd->arena, arena_strndup(rd->arena, n->text + from, to - from));
            list_push(rd->arena, ret, item);
            from = t[i].end;
        }
        if (last)
            break;
        depth += token_is(&t[i], TOKEN_PUNCT, "(");
        if (depth)
            depth -= token_is(&t[i], TOKEN_PUNCT, ")");
    }
}

static int read_list(const struct reading *rd, const struct field *f, struct list *ret, const struct node *n)
{
    struct list nodes = n->items, records = {0};
    struct node *item;
    int rc = OK;

    if (n->type == NODE_SCALAR) {
        nodes = (struct list){0};
        split_items(rd, n, &nodes);
    } else if (n->type != NODE_LIST) {
        return wrong_type(rd, n, f->name, "a list");
    }
    list_each (item, &nodes) {
        void *record = arena_alloc(rd->arena, f->record->size);
        if (record_read_node(rd, f->record, record, item) < 0)
            rc = ERR;
        else
            list_push(rd->arena, &records, record);
    }
    *ret = records;
    return rc;
}

static int read_record(const struct reading *rd, const struct field *f, void **ret, const struct node *n)
{
    void *record = arena_alloc(rd->arena, f->record->size);

    if (record_read_node(rd, f->record, record, n) < 0)
        return ERR;
    *ret = record;
    return OK;
}

int field_read(const struct reading *rd, const struct field *f, void *into, const struct node *n)
{
    void *target = (char *)into + f->offset;

    if (n->type == NODE_NULL)
        return OK;
    switch (f->type) {
    case FIELD_IDENTS:
        return read_idents(rd, f, target, n);
    case FIELD_TEXTS:
        return read_texts(rd, f, target, n);
    case FIELD_OPTIONS:
        return read_options(rd, f, target, n);
    case FIELD_LIST:
        return read_list(rd, f, target, n);
    case FIELD_RECORD:
        return read_record(rd, f, target, n);
    case FIELD_BOOL:
    case FIELD_INT:
    case FIELD_TEXT:
    case FIELD_IDENT:
    case FIELD_NAME:
    case FIELD_CHOICE:
    case FIELD_TYPE:
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_BODY:
        break;
    }
    if (n->type != NODE_SCALAR)
        return wrong_type(rd, n, f->name, f->type == FIELD_BOOL ? "true or false" : "a text");
    return field_read_scalar(rd, f, into, n);
}

/* ---- records ---- */

int unknown_key(struct diag *d, struct loc at, const char *key, const char *in, const struct list *known)
{
    AUTO_ARENA scratch = {0};
    AUTO_BUF all = {0};
    bool first = true;
    const char *name;

    diag_error(d, "model.unknown-key", at, "unknown key \"%s\" in %s", text_clip(&scratch, key, 100), in);
    const char *near = diag_nearest(key, (const char *const *)known->at, known->n);
    if (near) {
        diag_hint(d, "Did you mean \"%s\"?", near);
        return ERR;
    }
    list_each (name, known) {
        buf_sep(&all, &first, ", ");
        buf_add(&all, name);
    }
    if (all.len)
        diag_hint(d, "It has: %s.", buf_str(&all));
    return ERR;
}

static const struct field *find_field(const struct record *r, const char *name)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        if (strcmp(r->fields[i].name, name) == 0 && !(r->fields[i].flags & FIELD_KEY))
            return &r->fields[i];
    }
    return NULL;
}

static bool is_other(const char *const *others, const char *key)
{
    for (; others && *others; others++) {
        if (strcmp(*others, key) == 0)
            return true;
    }
    return false;
}

static int report_unknown(const struct reading *rd, const struct record *r, const struct pair *pair,
                          const char *const *others)
{
    struct list known = {0};

    for (size_t i = 0; i < r->n_fields; i++)
        if (!(r->fields[i].flags & FIELD_KEY))
            list_push(rd->arena, &known, r->fields[i].name);
    for (; others && *others; others++)
        list_push(rd->arena, &known, *others);
    return unknown_key(rd->diag, pair->at, pair->key, r->name, &known);
}

static int check_required(const struct reading *rd, const struct record *r, const struct node *n)
{
    int rc = OK;

    for (size_t i = 0; i < r->n_fields; i++) {
        const struct node *value;
        if (!(r->fields[i].flags & FIELD_REQUIRED))
            continue;
        value = node_get(n, r->fields[i].name);
        bool said = value && (value->type == NODE_SCALAR || value->items.n > 0 || r->fields[i].flags & FIELD_EMPTY);
        if (!said)
            rc = diag_error(rd->diag, "model.required", n->at, "\"%s\" is missing in %s", r->fields[i].name,
                            r->name);
    }
    return rc;
}

int record_read_map(const struct reading *rd, const struct record *r, void *into, const struct node *n,
                    const char *const *others)
{
    struct pair *pair;
    int rc = OK;

    list_each (pair, &n->items) {
        const struct field *f = find_field(r, pair->key);
        if (f)
            rc = field_read(rd, f, into, pair->value) < 0 ? ERR : rc;
        else if (!is_other(others, pair->key))
            rc = report_unknown(rd, r, pair, others);
    }
    if (!rd->catalog && check_required(rd, r, n) < 0)
        rc = ERR;
    return rc;
}

static const struct field *main_field(const struct record *r)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        if (r->fields[i].flags & FIELD_MAIN)
            return &r->fields[i];
    }
    return NULL;
}

int record_read_node(const struct reading *rd, const struct record *r, void *into, const struct node *n)
{
    const struct field *f = main_field(r);

    if (n->type == NODE_MAP)
        return record_read_map(rd, r, into, n, NULL);
    if (n->type == NODE_SCALAR && r->read_short && !rd->catalog)
        return r->read_short(rd->arena, into, n->text, n->at, rd->diag);
    if (f && n->type != NODE_NULL)
        return field_read(rd, f, into, n);
    if (n->type == NODE_NULL && rd->catalog)
        return OK;
    return diag_error(rd->diag, "model.type", n->at, "%s must be a mapping%s, not %s", r->name,
                      r->read_short ? " or a text" : "", node_what(n));
}

/* JSON trees have no lines: they come from a program, and its names are the catalog's. */
int record_read(struct arena *a, const struct record *r, void *into, const struct node *n, struct diag *d)
{
    struct reading rd = {.arena = a, .diag = d, .catalog = n->at.line == 0};
    return record_read_node(&rd, r, into, n);
}

int field_read_text(struct arena *a, const struct field *f, void *into, const char *text, struct diag *d)
{
    struct reading rd = {.arena = a, .diag = d, .catalog = true};
    struct node scalar = {.type = NODE_SCALAR, .text = text};
    struct node *tree;

    if (!text)
        return OK;
    switch (f->type) {
    case FIELD_IDENTS:
    case FIELD_TEXTS:
    case FIELD_OPTIONS:
    case FIELD_RECORD:
    case FIELD_LIST:
        if (json_read(a, text, f->name, d, &tree) < 0)
            return ERR;
        return field_read(&rd, f, into, tree);
    case FIELD_BOOL: /* "true" from a cast to text or JSON, t from the column itself */
        scalar.plain = strlen(text) > 1;
        break;
    case FIELD_INT:
    case FIELD_TEXT:
    case FIELD_IDENT:
    case FIELD_NAME:
    case FIELD_CHOICE:
    case FIELD_TYPE:
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_BODY:
        break;
    }
    scalar.text = arena_strdup(a, text);
    return field_read_scalar(&rd, f, into, &scalar);
}
