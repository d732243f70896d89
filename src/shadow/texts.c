#include "shadow/texts.h"
#include "sql/scan.h"
#include <stdint.h>
#include <string.h>
#include <strings.h>

static bool is_text(const struct field *f)
{
    return f->type == FIELD_EXPR || f->type == FIELD_QUERY;
}

static const char **text_at(const void *of, const struct field *f)
{
    return (const char **)((char *)(uintptr_t)of + f->offset);
}

/* other NULL: there is no counterpart, and the text stays as it is. */
static void collect(struct arena *a, const struct record *r, const void *of, const void *other,
                    struct list *ret)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if ((is_text(f) && *text_at(of, f)) || f->flags & FIELD_LEARNED) {
            list_push(a, ret, *text_at(other ? other : of, f));
        } else if (f->type == FIELD_LIST) {
            const struct list *p = field_list(of, f), *q = other ? field_list(other, f) : NULL;

            for (size_t k = 0; k < p->n; k++)
                collect(a, f->record, p->at[k], q && q->n == p->n ? q->at[k] : NULL, ret);
        }
    }
}

void texts_of(struct arena *a, const struct object *o, const struct object *p, struct list *ret)
{
    collect(a, &o->kind->record, o, p, ret);
}

static void put(struct arena *a, const struct record *r, void *into, const struct list *texts, size_t *at)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if ((is_text(f) && *text_at(into, f)) || f->flags & FIELD_LEARNED) {
            *text_at(into, f) = arena_strdup(a, texts->at[(*at)++]);
        } else if (f->type == FIELD_LIST) {
            const struct list *p = field_list(into, f);

            for (size_t k = 0; k < p->n; k++)
                put(a, f->record, p->at[k], texts, at);
        }
    }
}

bool texts_put(struct arena *a, struct object *o, const struct list *texts)
{
    AUTO_ARENA scratch = {0};
    struct list own = {0};
    size_t at = 0;

    texts_of(&scratch, o, o, &own);
    if (own.n != texts->n)
        return false;
    put(a, &o->kind->record, o, texts, &at);
    return true;
}

/* --- counting --- */

/* A default that is null is none to the server, if the type is not a domain. */
static bool is_null(const char *text)
{
    text += strspn(text, "( \t\n");
    return strncasecmp(text, "null", 4) == 0;
}

static void count(const struct record *r, const void *x, const void *y, struct shadow_counts *counts,
                  size_t *doubtful)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if (is_text(f) && *text_at(x, f)) {
            if (!y)
                ++*doubtful;
            else if (!*text_at(y, f))
                *doubtful += is_null(*text_at(x, f)); /* else a difference, whatever it means */
            else if (strcmp(*text_at(x, f), *text_at(y, f)) == 0)
                counts->equal++;
            else if (field_equal(f, x, y))
                counts->normal++;
            else
                ++*doubtful;
        } else if (f->type == FIELD_LIST) {
            const struct list *p = field_list(x, f), *q = y ? field_list(y, f) : NULL;

            for (size_t k = 0; k < p->n && (!q || p->n == q->n); k++)
                count(f->record, p->at[k], q ? q->at[k] : NULL, counts, doubtful);
        }
    }
}

void texts_count(const struct object *x, const struct object *y, struct shadow_counts *counts,
                 size_t *ret_doubtful)
{
    *ret_doubtful = 0;
    count(&x->kind->record, x, y, counts, ret_doubtful);
}

/* --- what only spelling tells apart --- */

/* x: live; y: the model. */
static bool may_mean_the_same(const char *x, const char *y)
{
    return y && (x || is_null(y));
}

static bool only_texts(const struct record *r, const void *x, const void *y, uint64_t changed)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];

        if (!(changed >> i & 1))
            continue;
        if (is_text(f)) {
            if (!may_mean_the_same(*text_at(x, f), *text_at(y, f)))
                return false;
        } else if (f->type == FIELD_LIST) {
            const struct list *p = field_list(x, f), *q = field_list(y, f);

            if (p->n != q->n)
                return false;
            for (size_t k = 0; k < p->n; k++)
                if (!only_texts(f->record, p->at[k], q->at[k],
                                record_compare(f->record, p->at[k], q->at[k], NULL)))
                    return false;
        } else {
            return false;
        }
    }
    return true;
}

bool shadow_only_texts(const struct object *x, const struct object *y, uint64_t changed)
{
    return !(changed & FACETS) &&
           only_texts(&x->kind->record, x, y, changed);
}

/* --- time --- */

static bool tells_time(struct arena *a, const char *text)
{
    static const char *const words[] = {"now", "today", "tomorrow", "yesterday"};
    size_t n;
    const struct token *tokens = sql_tokens(a, text, strlen(text), &n);

    for (size_t i = 0; i < n; i++) {
        if (tokens[i].type == TOKEN_ERROR)
            return true; /* who knows */
        if (tokens[i].type != TOKEN_STRING)
            continue;
        for (size_t k = 0; k < sizeof(words) / sizeof(words[0]); k++)
            if (strcasestr(tokens[i].text, words[k]))
                return true;
    }
    return false;
}

bool texts_tell_time(const struct object *o)
{
    AUTO_ARENA a = {0};
    struct list own = {0};
    const char *text;

    texts_of(&a, o, o, &own);
    list_each (text, &own)
        if (text && tells_time(&a, text))
            return true;
    return false;
}
