/* What can be done with any kind through its table: read a value, compare, copy. */
#include "schema/mention.h"
#include "sql/normal.h"
#include "sql/type.h"
#include <assert.h>
#include <string.h>

static const char *text_at(const void *from, const struct field *f)
{
    return *(const char *const *)field_at(from, f);
}

const char *field_text(const void *from, const struct field *f)
{
    const char *text = text_at(from, f);

    return text ? text : f->implied;
}

bool field_bool(const void *from, const struct field *f)
{
    return *(const bool *)field_at(from, f);
}

const struct list *field_list(const void *from, const struct field *f)
{
    return field_at(from, f);
}

/* Whether the model says anything about the field. */
static bool field_stated(const void *from, const struct field *f)
{
    switch (f->type) {
    case FIELD_BOOL:
        return field_bool(from, f);
    case FIELD_IDENTS:
    case FIELD_TEXTS:
    case FIELD_OPTIONS:
    case FIELD_LIST:
        return field_list(from, f)->n > 0;
    case FIELD_INT:
    case FIELD_TEXT:
    case FIELD_IDENT:
    case FIELD_NAME:
    case FIELD_CHOICE:
    case FIELD_TYPE:
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_BODY:
    case FIELD_RECORD:
        return text_at(from, f) != NULL;
    }
    return false;
}

/* "citext" in the model is the citext of whichever schema its extension lives in. */
static bool type_equal(const char *x, const char *y)
{
    AUTO_ARENA a = {0};
    const char *x_schema, *y_schema, *x_name, *y_name;
    bool x_array, y_array;

    sql_type_parts(&a, x, &x_schema, &x_name, &x_array);
    sql_type_parts(&a, y, &y_schema, &y_name, &y_array);
    if (!x_name || !y_name || strcmp(x_name, y_name) != 0 || x_array != y_array || !x_schema == !y_schema)
        return false;
    if (x_schema)
        y = sql_type_with_base(&a, y, x_schema, x_name);
    else
        x = sql_type_with_base(&a, x, y_schema, y_name);
    return strcmp(x, y) == 0;
}

static bool name_equal(const char *x, const char *y)
{
    AUTO_ARENA a = {0};
    struct mention p, q;

    if (mention_read(&a, x, NOWHERE, NULL, &p) != OK || mention_read(&a, y, NOWHERE, NULL, &q) != OK)
        return false;
    return !p.schema != !q.schema && p.symbol == q.symbol && strcmp(p.name, q.name) == 0 &&
           (p.types == q.types || (p.types && q.types && strcmp(p.types, q.types) == 0));
}

static bool normal_equal(const char *x, const char *y)
{
    AUTO_ARENA a = {0};

    return strcmp(sql_normal(&a, x), sql_normal(&a, y)) == 0;
}

static bool texts_equal(const struct list *x, const struct list *y)
{
    if (x->n != y->n)
        return false;
    for (size_t i = 0; i < x->n; i++)
        if (strcmp(x->at[i], y->at[i]) != 0)
            return false;
    return true;
}

static bool sets_equal(const struct list *x, const struct list *y)
{
    const char *text;

    if (x->n != y->n)
        return false;
    list_each (text, x) {
        if (!list_has_text(y, text))
            return false;
    }
    return true;
}

const struct option *option_find(const struct list *in, const char *name)
{
    const struct option *o;

    list_each (o, in) {
        if (strcmp(o->name, name) == 0)
            return o;
    }
    return NULL;
}

static const char *const secret_words[] = {"passw",       "passfile",   "secret",    "token",   "credential", "private_key",
                                           "privatekey",  "access_key", "accesskey", "api_key", "apikey",     NULL};

bool option_is_secret(const char *name)
{
    for (const char *const *word = secret_words; *word; word++)
        if (strcasestr(name, *word))
            return true;
    return false;
}

const char *option_secret_pattern(struct arena *a)
{
    const char *pattern = secret_words[0];

    for (const char *const *word = secret_words + 1; *word; word++)
        pattern = arena_printf(a, "%s|%s", pattern, *word);
    return pattern;
}

/* Whether y has all of x. */
static bool options_within(const struct list *x, const struct list *y, bool secrets)
{
    const struct option *o;

    list_each (o, x) {
        const struct option *other = option_find(y, o->name);

        if (!(secrets && option_is_secret(o->name)) && (!other || strcmp(o->value, other->value) != 0))
            return false;
    }
    return true;
}

static bool options_equal(const struct list *x, const struct list *y, bool secrets)
{
    return options_within(x, y, secrets) && options_within(y, x, secrets);
}

static bool text_field_equal(const struct field *f, const char *x, const char *y)
{
    if (!x || !y)
        return x == y;
    if (strcmp(x, y) == 0)
        return true;
    if (f->type == FIELD_TYPE)
        return type_equal(x, y);
    if (f->type == FIELD_NAME)
        return name_equal(x, y);
    if (f->type == FIELD_EXPR || f->type == FIELD_QUERY)
        return normal_equal(x, y);
    return false;
}

static bool records_equal(const struct record *r, const void *x, const void *y)
{
    if (!x || !y)
        return x == y;
    for (size_t i = 0; i < r->n_fields; i++)
        if (r->fields[i].change != CHANGE_NONE && !field_equal(&r->fields[i], x, y))
            return false;
    return true;
}

bool field_equal(const struct field *f, const void *x, const void *y)
{
    switch (f->type) {
    case FIELD_BOOL:
        return field_bool(x, f) == field_bool(y, f);
    case FIELD_IDENTS:
    case FIELD_TEXTS:
        if (f->flags & FIELD_ANY_ORDER)
            return sets_equal(field_list(x, f), field_list(y, f));
        return texts_equal(field_list(x, f), field_list(y, f));
    case FIELD_OPTIONS:
        return options_equal(field_list(x, f), field_list(y, f), f->flags & FIELD_SECRETS);
    case FIELD_RECORD:
        return records_equal(f->record, *(const void *const *)field_at(x, f),
                             *(const void *const *)field_at(y, f));
    case FIELD_LIST: {
        const struct list *p = field_list(x, f), *q = field_list(y, f);

        if (p->n != q->n)
            return false;
        for (size_t i = 0; i < p->n; i++)
            if (!records_equal(f->record, p->at[i], q->at[i]))
                return false;
        return true;
    }
    case FIELD_INT:
    case FIELD_TEXT:
    case FIELD_IDENT:
    case FIELD_NAME:
    case FIELD_CHOICE:
    case FIELD_TYPE:
    case FIELD_EXPR:
    case FIELD_QUERY:
    case FIELD_BODY:
        return text_field_equal(f, field_text(x, f), field_text(y, f));
    }
    return false;
}

uint64_t record_compare(const struct record *r, const void *x, const void *y, const void *stated)
{
    uint64_t changed = 0;

    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if (f->change == CHANGE_NONE)
            continue;
        if ((f->flags & FIELD_IF_STATED) && stated && !field_stated(stated, f))
            continue;
        if (!field_equal(f, x, y))
            changed |= (uint64_t)1 << i;
    }
    return changed;
}

void record_take_unstated(const struct record *r, void *into, const void *from, const void *stated)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if ((f->flags & FIELD_IF_STATED) && !field_stated(stated, f)) /* texts and records */
            memcpy((char *)into + f->offset, field_at(from, f), sizeof(void *));
    }
}

uint64_t field_bit(const struct kind *k, const char *name)
{
    for (size_t i = 0; i < k->record.n_fields; i++)
        if (strcmp(k->record.fields[i].name, name) == 0)
            return (uint64_t)1 << i;
    return 0;
}

enum field_change field_change(const struct field *f, const void *x, const void *y)
{
    const struct list *p = field_list(x, f), *q = field_list(y, f);

    if (f->type != FIELD_LIST || p->n != q->n)
        return f->change;
    for (size_t i = 0; i < p->n; i++)
        for (size_t k = 0; k < f->record->n_fields; k++) {
            const struct field *inner = &f->record->fields[k];

            if (inner->change == CHANGE_REBUILD && !field_equal(inner, p->at[i], q->at[i]))
                return f->change;
        }
    return CHANGE_ALTER;
}

static void list_copy(struct arena *a, struct list *to, const struct list *from)
{
    *to = (struct list){0};
    for (size_t i = 0; i < from->n; i++)
        list_push(a, to, from->at[i]);
}

static void *record_clone(struct arena *a, const struct record *r, const void *from)
{
    void *to = arena_alloc(a, r->size);

    memcpy(to, from, r->size);
    record_copy(a, r, to, from);
    return to;
}

void record_copy(struct arena *a, const struct record *r, void *to, const void *from)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        void *target = (char *)to + f->offset;

        if (f->type == FIELD_BOOL) {
            *(bool *)target = field_bool(from, f);
        } else if (f->type == FIELD_RECORD) {
            const void *nested = *(const void *const *)field_at(from, f);

            *(void **)target = nested ? record_clone(a, f->record, nested) : NULL;
        } else if (f->type == FIELD_LIST) {
            const struct list *l = field_list(from, f);
            struct list copy = {0};

            for (size_t k = 0; k < l->n; k++)
                list_push(a, &copy, record_clone(a, f->record, l->at[k]));
            *(struct list *)target = copy;
        } else if (f->type == FIELD_IDENTS || f->type == FIELD_TEXTS || f->type == FIELD_OPTIONS) {
            list_copy(a, target, field_list(from, f));
        } else {
            *(const char **)target = text_at(from, f);
        }
    }
}
