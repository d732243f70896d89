#include "revision/file.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/map.h"
#include "base/utf8.h"
#include "revision/directive.h"
#include "sql/split.h"
#include <ctype.h>
#include <string.h>
#include <strings.h>

enum { FILE_LIMIT = 32 * 1024 * 1024 };

struct reader {
    struct arena *arena;
    const struct source *source;
    struct diag *diag;
    struct revision *revision;
    struct list lines; /* struct directive */
    int rc;
};

int revision_check_id(const char *text, const char *what, struct loc at, struct diag *d)
{
    static const char *const words[] = {"head", "heads", "base", "current"};
    size_t count = 0, len = strlen(text);
    unsigned code;
    if (len == 0)
        return diag_error(d, "revision.id", at, "the %s is empty", what);
    for (size_t i = 0; i < len; count++) {
        size_t n = utf8_next(text + i, len - i, &code);
        if (code < 128 && (strchr("@:+-,", (int)code) || isspace((int)code))) {
            diag_error(d, "revision.id", at, "\"%s\": the character \"%c\" is not allowed in a %s", text,
                       isspace((int)code) ? ' ' : (int)code, what);
            diag_hint(d, "Identifiers such as label@id, id+1, a:b and lists would not be clear.");
            return ERR;
        }
        if (utf8_is_control(code))
            return diag_error(d, "revision.id", at, "the %s holds a control character", what);
        i += n;
    }
    if (count > REVISION_ID_LONGEST)
        return diag_error(d, "revision.id", at, "the %s has %zu characters, more than %d", what, count,
                          REVISION_ID_LONGEST);
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (strcmp(text, words[i]) == 0)
            return diag_error(d, "revision.id", at, "\"%s\" has a meaning of its own and cannot be a %s",
                              text, what);
    }
    return OK;
}

/* --- header --- */

/* The first comment line that says something. */
static const char *message_read(struct arena *a, const struct source *s)
{
    for (const char *p = s->text; *p;) {
        p += strspn(p, " \t\r\n");
        if (p[0] != '-' || p[1] != '-')
            break;
        p += 2 + strspn(p + 2, " \t");
        size_t n = strcspn(p, "\r\n");
        const char *end = p + n;
        while (n > 0 && isspace((unsigned char)p[n - 1]))
            n--;
        if (n > 0 && strncasecmp(p, "kedge:", 6) != 0)
            return arena_strndup(a, p, n);
        if (n > 0)
            break;
        p = end;
    }
    return "";
}

static void list_check(struct reader *r, const struct directive *line, const struct list *words,
                       const char *what)
{
    const char *word;
    AUTO_MAP seen = {0};
    list_each (word, words) {
        if (revision_check_id(word, what, line->at, r->diag) < 0)
            r->rc = ERR;
        else if (!map_put(&seen, word, word))
            r->rc = diag_error(r->diag, "revision.header", line->at, "\"%s\" is named twice", word);
    }
}

static void header_list(struct reader *r, const struct directive *line, struct list *ret, struct loc *ret_at,
                        const char *what)
{
    if (ret_at->source) {
        r->rc = diag_error(r->diag, "revision.header", line->at, "a second \"kedge:%s\" line", line->word);
        diag_related(r->diag, *ret_at, "the first one");
        diag_hint(r->diag, "Several values stand on one line, separated by commas.");
        return;
    }
    *ret_at = line->at;
    words_split(r->arena, line->value, ret);
    if (ret->n == 0) {
        r->rc =
            diag_error(r->diag, "revision.header", line->at, "nothing stands after \"kedge:%s\"", line->word);
        diag_hint(r->diag, "Leave the line out when there is nothing to say.");
    }
    list_check(r, line, ret, what);
}

static void header_take(struct reader *r, const struct directive *line)
{
    struct revision *v = r->revision;
    if (strcmp(line->word, "revises") == 0) {
        header_list(r, line, &v->parents, &v->parents_at, "revision id");
    } else if (strcmp(line->word, "depends") == 0) {
        header_list(r, line, &v->depends, &v->depends_at, "revision id");
    } else if (strcmp(line->word, "labels") == 0) {
        header_list(r, line, &v->labels, &v->labels_at, "label");
    } else if (strcmp(line->word, "squashes") == 0) {
        header_list(r, line, &v->squashes, &v->squashes_at, "revision id");
    } else if (strcmp(line->word, "created") == 0) {
        if (v->created)
            r->rc = diag_error(r->diag, "revision.header", line->at, "a second \"kedge:created\" line");
        v->created = line->value;
    } else {
        if (v->id_at.source) {
            r->rc = diag_error(r->diag, "revision.header", line->at, "a second \"kedge:revision\" line");
            diag_related(r->diag, v->id_at, "the first one");
            return;
        }
        v->id_at = line->at;
        if (revision_check_id(line->value, "revision id", line->at, r->diag) < 0)
            r->rc = ERR;
        else
            v->id = line->value;
    }
}

/* --- sections --- */

static const char *first_word_end(const char *text)
{
    while (isalpha((unsigned char)*text))
        text++;
    return text;
}

static bool changes_rows(const char *statement)
{
    static const char *const words[] = {"update", "delete", "insert", "with", "merge"};
    size_t n = (size_t)(first_word_end(statement) - statement);
    for (size_t i = 0; i < sizeof(words) / sizeof(*words); i++) {
        if (strlen(words[i]) == n && strncasecmp(words[i], statement, n) == 0)
            return true;
    }
    return false;
}

static void step_check(struct reader *r, const struct step *step)
{
    if (sql_classify(step->text) == SQL_TRANSACTION) {
        r->rc = diag_error(r->diag, "revision.transaction", step->at,
                           "%.*s: a revision must not begin or end transactions",
                           (int)(first_word_end(step->text) - step->text), step->text);
        diag_hint(r->diag,
                  "kedge does that. Put -- kedge:autocommit above a statement that must run outside one.");
    }
    if (step->batch && !changes_rows(step->text)) {
        r->rc = diag_error(r->diag, "revision.directive", step->at,
                           "kedge:batch repeats an UPDATE, DELETE, INSERT or MERGE, and this is none");
    }
    if (step->batch && step->autocommit)
        r->rc =
            diag_error(r->diag, "revision.directive", step->at,
                       "kedge:batch and kedge:autocommit exclude each other: each round is a transaction");
}

/* Takes the directives before `until`; those before `from` are inside the statement that ends there. */
static void step_directives(struct reader *r, size_t *line, size_t inside, size_t until, struct step *step)
{
    for (; *line < r->lines.n; (*line)++) {
        const struct directive *l = r->lines.at[*line];
        if (l->start >= until || l->kind == DIRECTIVE_SECTION)
            return;
        if (l->kind != DIRECTIVE_STATEMENT)
            continue;
        if (!l->own_line || l->start < inside) {
            r->rc = diag_error(r->diag, "revision.directive", l->at,
                               "kedge:%s must stand on a line of its own above its statement", l->word);
        } else if (!step) {
            r->rc =
                diag_error(r->diag, "revision.directive", l->at, "no statement follows kedge:%s", l->word);
        } else if (directive_apply(r->arena, l, step, r->diag) < 0) {
            r->rc = ERR;
        }
    }
}

static void steps_read(struct reader *r, struct section *section, size_t line, size_t from, size_t to)
{
    struct list statements = {0};
    const struct sql_statement *s;
    size_t inside = from;
    if (sql_split(r->arena, r->source, from, to, r->diag, &statements) < 0) {
        r->rc = ERR;
        return;
    }
    list_each (s, &statements) {
        struct step *step = arena_new(r->arena, struct step);
        *step = (struct step){.text = s->text,
                              .offset = s->start,
                              .at = s->at,
                              .round_limit = REVISION_NOT_SET,
                              .lock_timeout = REVISION_NOT_SET,
                              .statement_timeout = REVISION_NOT_SET};
        step_directives(r, &line, inside, s->start, step);
        step_check(r, step);
        list_push(r->arena, &section->steps, step);
        inside = s->end;
    }
    step_directives(r, &line, inside, to, NULL);
}

static void section_hash(struct section *section)
{
    AUTO_BUF text = {0};
    for (const char *p = section->text; *p; p++) {
        if (!(p[0] == '\r' && p[1] == '\n'))
            buf_addc(&text, *p);
    }
    sha256_hex(buf_str(&text), text.len, section->sha256);
}

static void section_read(struct reader *r, size_t index)
{
    const struct directive *line = r->lines.at[index];
    struct section *section =
        strcmp(line->word, "upgrade") == 0 ? &r->revision->upgrade : &r->revision->downgrade;
    if (section->present) {
        r->rc = diag_error(r->diag, "revision.section", line->at, "a second %s section", line->word);
        diag_related(r->diag, section->at, "the first one");
        return;
    }
    size_t from = line->end, to = r->source->len;
    for (size_t i = index + 1; i < r->lines.n; i++) {
        const struct directive *next = r->lines.at[i];
        if (next->kind == DIRECTIVE_SECTION) {
            to = next->start;
            break;
        }
    }
    size_t start = from, end = to;
    const char *text = r->source->text;
    while (start < end && isspace((unsigned char)text[start]))
        start++;
    while (end > start && isspace((unsigned char)text[end - 1]))
        end--;
    section->present = true;
    section->at = line->at;
    section->text = arena_strndup(r->arena, text + start, end - start);
    section_hash(section);
    if (*line->value || !line->own_line)
        r->rc = diag_error(r->diag, "revision.section", line->at,
                           "\"-- kedge:%s\" must stand alone on its line", line->word);
    steps_read(r, section, index + 1, from, to);
}

/* --- the whole --- */

static bool conflict_find(struct reader *r)
{
    const char *text = r->source->text;
    for (const char *p = text; p; p = strchr(p, '\n')) {
        p += *p == '\n';
        if (strncmp(p, "<<<<<<< ", 8) == 0 || strncmp(p, ">>>>>>> ", 8) == 0) {
            r->rc = diag_error(r->diag, "revision.conflict", loc_at(r->source, (size_t)(p - text)),
                               "a merge conflict was left in this file");
            return true;
        }
    }
    return false;
}

static void lines_read(struct reader *r, size_t first_token)
{
    bool in_section = false;
    const struct directive *line;
    list_each (line, &r->lines) {
        if (line->kind == DIRECTIVE_UNKNOWN) {
            r->rc = directive_unknown(line, r->diag);
        } else if (line->kind == DIRECTIVE_SECTION) {
            if (!in_section && first_token < line->start) {
                r->rc = diag_error(r->diag, "revision.section", loc_at(r->source, first_token),
                                   "SQL stands above the \"-- kedge:%s\" line", line->word);
            }
            in_section = true;
        } else if (line->kind == DIRECTIVE_HEADER) {
            if (in_section)
                r->rc = diag_error(r->diag, "revision.header", line->at,
                                   "kedge:%s must stand above the sections", line->word);
            else
                header_take(r, line);
        } else if (!in_section) {
            r->rc = diag_error(r->diag, "revision.directive", line->at,
                               "kedge:%s must stand above a statement in a section", line->word);
        }
    }
}

static void missing_check(struct reader *r)
{
    struct loc file = {.source = r->source};
    if (!r->revision->id_at.source) {
        r->rc = diag_error(r->diag, "revision.header", file, "no \"-- kedge:revision\" line");
        diag_hint(r->diag, "A revision file starts with its id: -- kedge:revision 4e55a8b046a1");
    }
    if (!r->revision->upgrade.present) {
        r->rc = diag_error(r->diag, "revision.section", file, "no \"-- kedge:upgrade\" section");
        diag_hint(r->diag,
                  "The statements of the upgrade stand below a line -- kedge:upgrade; it may be empty.");
    }
}

int revision_parse(struct arena *a, const struct source *s, struct diag *d, struct revision **ret)
{
    struct revision *v = arena_new(a, struct revision);
    struct reader r = {.arena = a, .source = s, .diag = d, .revision = v};
    size_t first_token;
    v->path = s->name;
    v->source = s;
    v->message = message_read(a, s);
    v->upgrade.text = v->downgrade.text = "";
    *ret = v;
    directives_find(a, s, &r.lines, &first_token);
    if (conflict_find(&r))
        r.diag =
            NULL; /* whatever else is wrong with the file comes from that; the id is still worth knowing */
    lines_read(&r, first_token);
    for (size_t i = 0; i < r.lines.n; i++) {
        const struct directive *line = r.lines.at[i];
        if (line->kind == DIRECTIVE_SECTION)
            section_read(&r, i);
    }
    missing_check(&r);
    v->broken = r.rc < 0;
    return r.rc;
}

int revision_read(struct arena *a, const char *path, struct diag *d, struct revision **ret)
{
    struct source *s = NULL;
    if (file_read(a, path, FILE_LIMIT, d, &s) == OK)
        return revision_parse(a, s, d, ret);
    struct revision *v = arena_new(a, struct revision);
    v->path = arena_strdup(a, path);
    v->message = "";
    v->upgrade.text = v->downgrade.text = "";
    v->broken = true;
    *ret = v;
    return ERR;
}
