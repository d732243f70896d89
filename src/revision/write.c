/* New revision files: their text, their name, and putting them into a folder. */
#include "base/file.h"
#include "base/utf8.h"
#include "revision/file.h"
#include "sql/quote.h"
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

enum { ID_DIGITS = 12, SLUG_LENGTH = 40 };

char *revision_new_id(struct arena *a)
{
    unsigned char bytes[ID_DIGITS / 2];
    char *id = arena_alloc(a, ID_DIGITS + 1);
    while (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes) && errno == EINTR)
        ;
    for (size_t i = 0; i < sizeof(bytes); i++) {
        id[2 * i] = "0123456789abcdef"[bytes[i] >> 4];
        id[2 * i + 1] = "0123456789abcdef"[bytes[i] & 15];
    }
    return id;
}

/* --- text --- */

static void words_render(struct buf *out, const char *word, const struct list *words)
{
    if (words->n == 0)
        return;
    buf_addf(out, "-- kedge:%s ", word);
    for (size_t i = 0; i < words->n; i++)
        buf_addf(out, "%s%s", i ? ", " : "", (const char *)words->at[i]);
    buf_addc(out, '\n');
}

static void section_render(struct buf *out, const char *word, const char *text)
{
    size_t len = text ? strlen(text) : 0;
    while (len > 0 && isspace((unsigned char)text[len - 1]))
        len--;
    while (len > 0 && (*text == '\n' || *text == '\r')) {
        text++;
        len--;
    }
    buf_addf(out, "\n-- kedge:%s\n", word);
    if (len > 0) {
        buf_addn(out, text, len);
        buf_addc(out, '\n');
    }
}

void revision_render(struct buf *out, const struct revision_draft *draft)
{
    char created[32] = "";
    struct tm tm;
    if (gmtime_r(&draft->created, &tm))
        strftime(created, sizeof(created), "%Y-%m-%dT%H:%M:%SZ", &tm);
    buf_add(out, "-- ");
    buf_comment(out, draft->message && *draft->message ? draft->message : "empty message");
    buf_addf(out, "\n--\n-- kedge:revision %s\n", draft->id);
    words_render(out, "revises", &draft->parents);
    buf_addf(out, "-- kedge:created %s\n", created);
    words_render(out, "labels", &draft->labels);
    words_render(out, "depends", &draft->depends);
    words_render(out, "squashes", &draft->squashes);
    section_render(out, "upgrade", draft->upgrade);
    if (!draft->irreversible)
        section_render(out, "downgrade", draft->downgrade);
}

static time_t date_default(void)
{
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    char *end;
    if (epoch && *epoch) {
        long long seconds = strtoll(epoch, &end, 10);
        if (*end == '\0' && seconds > 0)
            return (time_t)seconds;
    }
    return time(NULL);
}

static int words_check(const struct list *words, const char *what, struct diag *d)
{
    const char *word;
    int rc = OK;
    list_each (word, words)
        rc = revision_check_id(word, what, NOWHERE, d) < 0 ? ERR : rc;
    return rc;
}

int revision_settle(struct arena *a, struct revision_draft *draft, struct diag *d)
{
    if (!draft->id)
        draft->id = revision_new_id(a);
    if (!draft->created)
        draft->created = date_default();
    int rc = revision_check_id(draft->id, "revision id", NOWHERE, d);
    rc = words_check(&draft->parents, "revision id", d) < 0 ? ERR : rc;
    rc = words_check(&draft->depends, "revision id", d) < 0 ? ERR : rc;
    return words_check(&draft->labels, "label", d) < 0 ? ERR : rc;
}

/* --- name --- */

static bool is_word(unsigned code)
{
    return code < 128 ? isalnum((int)code) || code == '_' : utf8_is_word(code);
}

struct slug {
    struct buf text;
    size_t length, count; /* characters: at most, so far */
    size_t cut;           /* bytes: where the last character that fits ends */
    size_t last;          /* bytes: before the last underscore that fits, 0: none */
};

static void slug_add(struct slug *s, const char *character, size_t n)
{
    if (s->count < s->length && *character == '_')
        s->last = s->text.len;
    if (n == 1)
        buf_addc(&s->text, (char)tolower((unsigned char)*character));
    else
        buf_addn(&s->text, character, n);
    if (++s->count == s->length)
        s->cut = s->text.len;
}

char *revision_slug(struct arena *a, const char *message, size_t length)
{
    struct slug s = {.length = length};
    size_t len = message ? strlen(message) : 0;
    bool between = false;
    unsigned code;
    for (size_t i = 0, n; i < len; i += n) {
        n = utf8_next(message + i, len - i, &code);
        if (!is_word(code)) {
            between = true;
            continue;
        }
        if (between && s.text.len)
            slug_add(&s, "_", 1);
        slug_add(&s, message + i, n);
        between = false;
    }
    if (s.count > length) {
        buf_truncate(&s.text, s.last ? s.last : s.cut);
        buf_addc(&s.text, '_');
    }
    return buf_take(&s.text, a);
}

struct token_value {
    const char *name;
    const char *text; /* or number */
    long long number;
};

/* What may be in an id but not in a file name. */
static char *file_name_part(struct arena *a, const char *text)
{
    char *copy = arena_strdup(a, text);
    for (char *p = copy; *p; p++) {
        if (*p == '/' || *p == '\\')
            *p = '_';
    }
    return copy;
}

/* One %(name).2d at p; adds it and returns what follows, or NULL after an error. */
static const char *token_expand(struct arena *a, struct buf *out, const char *p,
                                const struct token_value *values, size_t n, struct diag *d)
{
    const char *end = p[1] == '(' ? strchr(p, ')') : NULL, *q = end ? end + 1 : NULL;
    unsigned width = 0;
    if (q && *q == '.') {
        for (q++; isdigit((unsigned char)*q) && width < 100; q++)
            width = width * 10 + (unsigned)(*q - '0');
    }
    if (!q || (*q != 's' && *q != 'd')) {
        diag_error(d, "revision.template", NOWHERE, "the file template does not read at \"%s\"", p);
        diag_hint(d, "A placeholder looks like %%(rev)s or %%(month).2d; a percent sign is %%%%.");
        return NULL;
    }
    const char *name = arena_strndup(a, p + 2, (size_t)(end - p - 2));
    const char *names[16];
    for (size_t i = 0; i < n; i++) {
        names[i] = values[i].name;
        if (strcmp(values[i].name, name) != 0)
            continue;
        if (values[i].text)
            buf_add(out, values[i].text);
        else
            buf_addf(out, "%0*lld", (int)width, values[i].number);
        return q + 1;
    }
    const char *nearest = diag_nearest(name, names, n);
    diag_error(d, "revision.template", NOWHERE, "unknown placeholder \"%%(%s)%c\" in the file template", name,
               *q);
    if (nearest)
        diag_hint(d, "Did you mean \"%s\"?", nearest);
    return NULL;
}

int revision_path(struct arena *a, const struct revision_draft *draft, struct diag *d, char **ret)
{
    struct tm tm = {0};
    if (!gmtime_r(&draft->created, &tm))
        return diag_error(d, "revision.date", NOWHERE, "the date is out of range");
    const struct token_value values[] = {
        {.name = "rev", .text = file_name_part(a, draft->id)},
        {.name = "slug",
         .text = revision_slug(a, draft->message,
                               draft->slug_length > 0 ? (size_t)draft->slug_length : SLUG_LENGTH)},
        {.name = "epoch", .number = (long long)draft->created},
        {.name = "year", .number = tm.tm_year + 1900},
        {.name = "month", .number = tm.tm_mon + 1},
        {.name = "day", .number = tm.tm_mday},
        {.name = "hour", .number = tm.tm_hour},
        {.name = "minute", .number = tm.tm_min},
        {.name = "second", .number = tm.tm_sec},
    };
    const char *p = draft->file_template ? draft->file_template : "%(rev)s_%(slug)s";
    AUTO_BUF name = {0};
    while (p && *p) {
        if (p[0] == '%' && p[1] == '%') {
            buf_addc(&name, '%');
            p += 2;
        } else if (*p == '%') {
            p = token_expand(a, &name, p, values, sizeof(values) / sizeof(*values), d);
        } else {
            buf_addc(&name, *p++);
        }
    }
    if (!p)
        return ERR;
    if (name.len == 0 || buf_str(&name)[0] == '/' || strstr(buf_str(&name), ".."))
        return diag_error(d, "revision.template", NOWHERE,
                          "\"%s\" is not a file name inside the folder of revisions", buf_str(&name));
    buf_add(&name, ".sql");
    *ret = path_join(a, draft->folder ? draft->folder : ".", buf_str(&name));
    return OK;
}

int revision_write(struct arena *a, struct revision_draft *draft, struct diag *d, char **ret_path)
{
    AUTO_BUF text = {0};
    char *path = NULL;
    struct revision *check;
    if (revision_settle(a, draft, d) < 0 || revision_path(a, draft, d, &path) < 0)
        return ERR;
    revision_render(&text, draft);
    struct source *s = arena_new(a, struct source);
    *s = (struct source){.name = path, .text = arena_strndup(a, buf_str(&text), text.len), .len = text.len};
    if (revision_parse(a, s, d, &check) < 0)
        return ERR;
    if (folder_make(path_folder(a, path), d) < 0 || file_write(path, buf_str(&text), text.len, false, d) < 0)
        return ERR;
    *ret_path = path;
    return OK;
}
