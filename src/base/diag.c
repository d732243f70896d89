#include "base/diag.h"

#include "base/buf.h"
#include "base/utf8.h"
#include <stdint.h>
#include <string.h>

static struct diag_entry *add(struct diag *d, enum severity severity, const char *code, struct loc at,
                              const char *fmt, va_list ap) __attribute__((format(printf, 5, 0)));

static struct diag_entry *add(struct diag *d, enum severity severity, const char *code, struct loc at,
                              const char *fmt, va_list ap)
{
    struct diag_entry *e = arena_new(&d->arena, struct diag_entry);
    e->severity = severity;
    e->code = arena_strdup(&d->arena, code);
    e->message = arena_vprintf(&d->arena, fmt, ap);
    e->at = at;
    list_push(&d->arena, &d->entries, e);
    d->errors += severity == SEVERITY_ERROR;
    d->warnings += severity == SEVERITY_WARNING;
    return e;
}

int diag_error(struct diag *d, const char *code, struct loc at, const char *fmt, ...)
{
    if (d) {
        va_list ap;
        va_start(ap, fmt);
        add(d, SEVERITY_ERROR, code, at, fmt, ap);
        va_end(ap);
    }
    return ERR;
}

void diag_warning(struct diag *d, const char *code, struct loc at, const char *fmt, ...)
{
    if (!d)
        return;
    va_list ap;
    va_start(ap, fmt);
    add(d, SEVERITY_WARNING, code, at, fmt, ap);
    va_end(ap);
}

void diag_note(struct diag *d, const char *code, struct loc at, const char *fmt, ...)
{
    if (!d)
        return;
    va_list ap;
    va_start(ap, fmt);
    add(d, SEVERITY_NOTE, code, at, fmt, ap);
    va_end(ap);
}

static struct diag_entry *last(struct diag *d)
{
    return d && d->entries.n ? d->entries.at[d->entries.n - 1] : NULL;
}

void diag_hint(struct diag *d, const char *fmt, ...)
{
    struct diag_entry *e = last(d);
    if (!e)
        return;
    va_list ap;
    va_start(ap, fmt);
    e->hint = arena_vprintf(&d->arena, fmt, ap);
    va_end(ap);
}

void diag_detail(struct diag *d, const char *fmt, ...)
{
    struct diag_entry *e = last(d);
    if (!e)
        return;
    va_list ap;
    va_start(ap, fmt);
    e->detail = arena_vprintf(&d->arena, fmt, ap);
    va_end(ap);
}

void diag_related(struct diag *d, struct loc at, const char *fmt, ...)
{
    struct diag_entry *e = last(d);
    if (!e)
        return;
    va_list ap;
    va_start(ap, fmt);
    e->related = at;
    e->related_message = arena_vprintf(&d->arena, fmt, ap);
    va_end(ap);
}

void diag_sqlstate(struct diag *d, const char *sqlstate)
{
    struct diag_entry *e = last(d);
    if (e)
        e->sqlstate = arena_strdup(&d->arena, sqlstate);
}

void diag_object(struct diag *d, const char *address)
{
    struct diag_entry *e = last(d);
    if (e)
        e->object = arena_strdup(&d->arena, address);
}

void diag_clear(struct diag *d)
{
    arena_clear(&d->arena);
    *d = (struct diag){0};
}

const char *diag_first_error(struct arena *a, const struct diag *d)
{
    const struct diag_entry *e;

    list_each (e, &d->entries) {
        if (e->severity == SEVERITY_ERROR)
            return arena_strdup(a, e->message);
    }
    return "no reason was given";
}

struct loc loc_next(struct loc_cursor *c, const struct source *s, size_t offset)
{
    if (!s || !s->text)
        return (struct loc){.source = s};
    if (!c->here.line || offset < c->offset)
        *c = (struct loc_cursor){.here = {.source = s, .line = 1, .column = 1}};
    if (offset > s->len)
        offset = s->len;
    for (; c->offset < offset; c->offset++) {
        unsigned char byte = (unsigned char)s->text[c->offset];

        if (byte == '\n') {
            c->here.line++;
            c->here.column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            c->here.column++;
        }
    }
    return c->here;
}

struct loc loc_at(const struct source *s, size_t offset)
{
    return loc_next(&(struct loc_cursor){0}, s, offset);
}

/* Rows of the optimal string alignment distance: insertions, deletions, substitutions, and neighbours
 * swapped, which is what fingers do. Returns limit + 1 as soon as the distance is above the limit. */
enum { LONGEST_WORD = 255 };

static size_t min2(size_t a, size_t b)
{
    return a < b ? a : b;
}

static size_t edit_distance(const char *a, size_t n, const char *b, size_t m, size_t limit)
{
    size_t rows[3][LONGEST_WORD + 1];
    size_t *before = rows[0], *above = rows[1], *row = rows[2];
    for (size_t j = 0; j <= m; j++)
        above[j] = j;
    for (size_t i = 1; i <= n; i++) {
        size_t best = row[0] = i;
        for (size_t j = 1; j <= m; j++) {
            size_t d = above[j - 1] + (a[i - 1] != b[j - 1]);
            d = min2(d, min2(above[j], row[j - 1]) + 1);
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                d = min2(d, before[j - 2] + 1);
            row[j] = d;
            best = min2(best, d);
        }
        if (best > limit)
            return limit + 1;
        size_t *spare = before;
        before = above;
        above = row;
        row = spare;
    }
    return above[m];
}

const char *diag_nearest(const char *word, const char *const *candidates, size_t n)
{
    size_t len = strlen(word), best = 3;
    const char *ret = NULL;
    if (len > LONGEST_WORD)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        size_t other = candidates[i] ? strlen(candidates[i]) : SIZE_MAX;
        if (other > LONGEST_WORD || (other > len ? other - len : len - other) > 2)
            continue;
        size_t distance = edit_distance(word, len, candidates[i], other, 2);
        if (distance < best && distance * 2 < len) {
            best = distance;
            ret = candidates[i];
        }
    }
    return ret;
}
