/* Alembic's offline scripts, taken apart into what belongs to each revision. */
#include "revision/alembic.h"

#include "sql/scan.h"
#include "sql/split.h"
#include <string.h>

struct marker {
    size_t line, start; /* of the comment, of what follows it */
    const char *revision;
};

/* "-- Running upgrade a, b -> c" or "-- Running downgrade c -> a, b", without what may follow the id. */
static const char *marker_revision(struct arena *a, const char *line, size_t len, bool downgrade)
{
    const char *start = downgrade ? "-- Running downgrade " : "-- Running upgrade ";
    size_t n = strlen(start);
    if (len < n || strncmp(line, start, n) != 0)
        return NULL;
    const char *text = arena_strndup(a, line + n, len - n), *arrow = strstr(text, "-> ");
    if (!arrow)
        return downgrade && strstr(text, " ->") ? arena_strndup(a, text, strcspn(text, " ,")) : NULL;
    const char *id = downgrade ? text : arrow + 3;
    return arena_strndup(a, id, strcspn(id, " ,\r"));
}

static void markers_find(struct arena *a, const char *script, bool downgrade, struct list *ret)
{
    for (const char *s = script; *s;) {
        size_t n = strcspn(s, "\n");
        const char *revision = *s == '-' ? marker_revision(a, s, n, downgrade) : NULL;
        if (revision) {
            struct marker *m = arena_new(a, struct marker);
            *m = (struct marker){
                .line = (size_t)(s - script), .start = (size_t)(s - script) + n, .revision = revision};
            list_push(a, ret, m);
        }
        s += n + (s[n] == '\n');
    }
}

/* --- the version table --- */

/* The name behind the given words, "schema.table" or "table"; NULL: other words. */
static const char *name_behind(struct arena *a, const struct token *t, const char *first, const char *second)
{
    if (!token_is(t, TOKEN_WORD, first))
        return NULL;
    t++;
    if (second && !token_is(t++, TOKEN_WORD, second))
        return NULL;
    if (t->type != TOKEN_WORD && t->type != TOKEN_QUOTED)
        return NULL;
    if (!token_is(t + 1, TOKEN_PUNCT, "."))
        return t->text;
    return arena_printf(a, "%s.%s", t->text, t[2].text ? t[2].text : "");
}

static bool is_version_statement(struct arena *a, const char *sql, const char *table)
{
    static const char *const forms[][2] = {
        {"insert", "into"}, {"update", NULL}, {"delete", "from"}, {"create", "table"}, {"drop", "table"}};
    size_t n;
    const struct token *t = sql_tokens(a, sql, strlen(sql), &n);
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        const char *name = name_behind(a, t, forms[i][0], forms[i][1]);
        if (name && strcmp(name, table) == 0)
            return true;
    }
    return false;
}

/* CREATE TABLE name (version_num ...): the script names it where it creates it. */
static const char *version_table_of(struct arena *a, const char *sql)
{
    size_t n;
    const struct token *t = sql_tokens(a, sql, strlen(sql), &n);
    const char *name = n > 5 ? name_behind(a, t, "create", "table") : NULL;
    size_t at = name && strchr(name, '.') ? 5 : 3;
    return name && n > at + 1 && token_is(t + at, TOKEN_PUNCT, "(") &&
                   token_is(t + at + 1, TOKEN_WORD, "version_num")
               ? name
               : NULL;
}

/* --- statements --- */

static bool is_word(const char *sql, const char *word)
{
    size_t n = strlen(word);
    return strncasecmp(sql, word, n) == 0 && !sql[n];
}

/* COMMIT ... BEGIN within a step is an autocommit block; the COMMIT at the end of it is the transaction of
 * the run. */
static void step_add(struct arena *a, struct buf *out, const struct list *statements, const char *table)
{
    const struct sql_statement *s;
    bool autocommit = false;
    const char *comment;
    list_each (s, statements) {
        if (is_word(s->text, "commit")) {
            autocommit = true;
            continue;
        }
        if (is_word(s->text, "begin")) {
            autocommit = false;
            continue;
        }
        if (is_version_statement(a, s->text, table))
            continue;
        if (out->len)
            buf_addc(out, '\n');
        list_each (comment, &s->comments)
            buf_addf(out, "-- %s\n", comment);
        if (autocommit && sql_classify(s->text) != SQL_AUTOCOMMIT)
            buf_add(out, "-- kedge:autocommit\n");
        buf_addf(out, "%s;\n", s->text);
    }
}

static const char *first_error(struct arena *a, const struct diag *d)
{
    const struct diag_entry *e = d->entries.n ? d->entries.at[0] : NULL;
    return e ? arena_strdup(a, e->message) : "its SQL does not read";
}

void alembic_steps(struct arena *a, const char *script, bool downgrade, const char **version_table,
                   struct list *ret)
{
    struct list markers = {0};
    struct source *source = arena_new(a, struct source);
    *source = (struct source){.name = "offline script", .text = script, .len = strlen(script)};
    markers_find(a, script, downgrade, &markers);
    for (size_t i = 0; i <= markers.n; i++) {
        /* What stands before the first marker creates the version table. */
        const struct marker *m = i ? markers.at[i - 1] : NULL;
        size_t from = m ? m->start : 0,
               to = i < markers.n ? ((const struct marker *)markers.at[i])->line : source->len;
        struct list statements = {0};
        struct diag d = {0};
        const struct sql_statement *s;
        const char *name;
        int rc = sql_split(a, source, from, to, &d, &statements);
        list_each (s, &statements)
            if ((name = version_table_of(a, s->text)))
                *version_table = name;
        if (m) {
            AUTO_BUF out = {0};
            struct alembic_step *step = arena_new(a, struct alembic_step);
            step_add(a, &out, &statements, *version_table);
            *step = (struct alembic_step){.revision = m->revision,
                                          .sql = buf_take(&out, a),
                                          .wrong = rc < 0 ? first_error(a, &d) : NULL};
            list_push(a, ret, step);
        }
        diag_clear(&d);
    }
}
