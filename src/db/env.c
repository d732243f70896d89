/* .env files, where Docker Compose and python-dotenv agree; where they do not, what is safer for a connection
 * URL:
 * - single quotes: as it stands (Compose); \' and \\ are ' and \ (both)
 * - the process environment goes before the file when a variable is used (both)
 * - $$ is $ (Compose); $name of no known variable stays as it stands (python-dotenv), since it is most likely
 * a piece of a password; ${name} of no known variable is empty, with a warning No message holds a piece of a
 * line, and no location gives its text away. */
#define PCRE2_CODE_UNIT_WIDTH 8

#include "db/url.h"

#include "base/buf.h"
#include "base/file.h"
#include <ctype.h>
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_MAX = 1024 * 1024, VALUE_MAX = 1024 * 1024, DEPTH_MAX = 16, MATCH_LIMIT = 200000 };

/* \c, $$, ${name}, ${name:-word} and its kin with balanced braces in the word, $name. */
static const char pattern[] =
    "\\\\(?<escaped>.)"
    "|\\$(?:(?<dollar>\\$)"
    "|\\{(?<name>[A-Za-z_][A-Za-z0-9_]*+)"
    "(?:(?<op>:?[-+?])(?<word>(?:[^{}]++|(?<inner>\\{(?:[^{}]++|(?&inner))*+\\}))*+))?\\}"
    "|(?<bare>[A-Za-z_][A-Za-z0-9_]*+))";

enum quoting { UNQUOTED, DOUBLE_QUOTED };

struct env {
    struct arena *arena;
    struct diag *d;
    struct map *values;
    struct source *place; /* name only: its lines hold secrets */
    unsigned line;
    bool failed;
    pcre2_code *code;
    pcre2_match_data *match;
    pcre2_match_context *limits;
};

static struct loc here(const struct env *e)
{
    return (struct loc){.source = e->place, .line = e->line, .column = 1};
}

static int env_error(struct env *e, const char *code, const char *message)
{
    e->failed = true;
    return diag_error(e->d, code, here(e), "%s", message);
}

static const char *variable(const struct env *e, const char *name)
{
    const char *value = getenv(name);
    return value ? value : map_get(e->values, name);
}

/* The text of a named group, NULL when it took no part. */
static char *group(const struct env *e, struct arena *a, const char *text, const char *name)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(e->match);
    int i = pcre2_substring_number_from_name(e->code, (PCRE2_SPTR)name);
    if (i < 0 || ends[2 * (size_t)i] == PCRE2_UNSET)
        return NULL;
    return arena_strndup(a, text + ends[2 * (size_t)i], ends[2 * (size_t)i + 1] - ends[2 * (size_t)i]);
}

static void escape_add(struct buf *out, char c, enum quoting quoting)
{
    static const char from[] = "nrtabfv\"\\'$", to[] = "\n\r\t\a\b\f\v\"\\'$";
    const char *at = strchr(quoting == DOUBLE_QUOTED ? from : "$", c);
    if (!at || !*at) {
        buf_addc(out, '\\');
        buf_addc(out, c);
    } else {
        buf_addc(out, quoting == DOUBLE_QUOTED ? to[at - from] : c);
    }
}

static int expand(struct env *e, const char *text, enum quoting quoting, int depth, struct buf *out);

/* ${name}, ${name-word}, ${name:-word} (unless set), + (if set), ? (an error unless set); with ":" empty is
 * like unset. */
static int braces_expand(struct env *e, const char *name, const char *op, const char *word,
                         enum quoting quoting, int depth, struct buf *out)
{
    const char *value = variable(e, name);
    bool set = value && !(op && *op == ':' && !*value);
    char how = op ? op[strlen(op) - 1] : 0;
    if (how == '+')
        return set ? expand(e, word, quoting, depth + 1, out) : OK;
    if (set) {
        buf_add(out, value);
        return OK;
    }
    if (how == '-')
        return expand(e, word, quoting, depth + 1, out);
    if (how == '?') {
        e->failed = true;
        return diag_error(e->d, "env.required", here(e), "the variable \"%s\" is not set", name);
    }
    diag_warning(e->d, "env.unset", here(e), "the variable \"%s\" is not set", name);
    return OK;
}

static int match_expand(struct env *e, const char *text, enum quoting quoting, int depth, struct buf *out)
{
    AUTO_ARENA a = {0};
    const char *escaped = group(e, &a, text, "escaped"), *name = group(e, &a, text, "name");
    const char *bare = group(e, &a, text, "bare"), *op = group(e, &a, text, "op"),
               *word = group(e, &a, text, "word");
    if (escaped)
        escape_add(out, *escaped, quoting);
    else if (name)
        return braces_expand(e, name, op, word, quoting, depth, out);
    else if (bare && variable(e, bare))
        buf_add(out, variable(e, bare));
    else if (bare)
        buf_addf(out, "$%s", bare);
    else
        buf_addc(out, '$');
    return OK;
}

static int expand(struct env *e, const char *text, enum quoting quoting, int depth, struct buf *out)
{
    size_t len = strlen(text), at = 0;
    if (depth > DEPTH_MAX)
        return env_error(e, "env.depth", "variables are nested too deeply");
    for (;;) {
        int found = pcre2_match(e->code, (PCRE2_SPTR)text, len, at, 0, e->match, e->limits);
        if (found < 0 && found != PCRE2_ERROR_NOMATCH)
            return env_error(e, "env.depth", "this value is too complicated");
        if (found < 0)
            break;
        size_t begin = pcre2_get_ovector_pointer(e->match)[0], end = pcre2_get_ovector_pointer(e->match)[1];
        buf_addn(out, text + at, begin - at);
        if (match_expand(e, text, quoting, depth, out) < 0)
            return ERR;
        if (out->len > VALUE_MAX)
            return env_error(e, "env.too-large", "this value grows beyond 1 MB");
        at = end;
    }
    buf_add(out, text + at);
    return OK;
}

static const char *blanks_skip(const char *s)
{
    return s + strspn(s, " \t");
}

static const char *line_end(const char *s)
{
    return s + strcspn(s, "\r\n");
}

/* The byte after the closing quote, NULL when there is none. */
static const char *quoted_end(const char *s)
{
    char quote = *s++;
    while (*s && *s != quote)
        s += *s == '\\' && s[1] ? 2 : 1;
    return *s ? s + 1 : NULL;
}

static void single_add(struct buf *out, const char *s, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        i += s[i] == '\\' && i + 1 < n && (s[i + 1] == '\'' || s[i + 1] == '\\');
        buf_addc(out, s[i]);
    }
}

static int quoted_read(struct env *e, const char **s, struct buf *out)
{
    const char *end = quoted_end(*s), *text = *s + 1;
    char quote = **s;
    if (!end) {
        *s += strlen(*s);
        return env_error(e, "env.quote", "a quoted value has no end");
    }
    size_t n = (size_t)(end - 1 - text);
    *s = blanks_skip(end);
    if (**s && !strchr("#\r\n", **s))
        diag_warning(e->d, "env.syntax", here(e), "the text after the closing quote is left out");
    if (quote == '\'') {
        single_add(out, text, n);
        return OK;
    }
    AUTO_ARENA a = {0};
    return expand(e, arena_strndup(&a, text, n), DOUBLE_QUOTED, 0, out);
}

/* To the end of the line, or to a # after white space. */
static int bare_read(struct env *e, const char **s, const char *after_equals, struct buf *out)
{
    AUTO_ARENA a = {0};
    const char *text = *s, *end = text;
    while (end < line_end(text) &&
           !(*end == '#' && end > after_equals && (end[-1] == ' ' || end[-1] == '\t')))
        end++;
    *s = end;
    while (end > text && isspace((unsigned char)end[-1]))
        end--;
    return expand(e, arena_strndup(&a, text, (size_t)(end - text)), UNQUOTED, 0, out);
}

static int value_read(struct env *e, const char **s, struct buf *out)
{
    const char *after_equals = *s;
    *s = blanks_skip(*s);
    if (**s == '"' || **s == '\'')
        return quoted_read(e, s, out);
    return bare_read(e, s, after_equals, out);
}

static const char *key_read(const struct env *e, const char **s)
{
    if (strncmp(*s, "export", 6) == 0 && ((*s)[6] == ' ' || (*s)[6] == '\t'))
        *s = blanks_skip(*s + 6);
    const char *begin = *s;
    if (isalpha((unsigned char)**s) || **s == '_')
        while (isalnum((unsigned char)**s) || (**s && strchr("_.-", **s)))
            ++*s;
    return arena_strndup(e->arena, begin, (size_t)(*s - begin));
}

/* One KEY=value, which may go over several lines. */
static void entry_read(struct env *e, const char **s)
{
    const char *key = key_read(e, s);
    *s = blanks_skip(*s);
    if (*key && **s == '=') {
        AUTO_BUF value = {0};
        ++*s;
        if (value_read(e, s, &value) == OK)
            map_put(e->values, key, arena_strndup(e->arena, buf_str(&value), value.len));
    } else if (!*key || (**s && !strchr("#\r\n", **s))) { /* a key alone: to be taken from the environment */
        diag_warning(e->d, "env.syntax", here(e), "this line is no KEY=value and is left out");
    }
}

static void text_read(struct env *e, const char *s)
{
    for (const char *counted = s; *s;) {
        for (; counted < s; counted++)
            e->line += *counted == '\n';
        s = blanks_skip(s);
        if (*s && !strchr("#\r\n", *s))
            entry_read(e, &s);
        s = line_end(s);
        s += *s != '\0';
    }
}

/* Reads the file; its own errors are said again without the text of the file. */
static int source_read(struct arena *a, const char *path, struct diag *d, struct source **ret)
{
    struct diag own = {0};
    int rc = file_read(a, path, FILE_MAX, &own, ret);
    const struct diag_entry *e;
    list_each (e, &own.entries) {
        struct source *place = arena_new(a, struct source);
        place->name = arena_strdup(a, path);
        diag_error(d, e->code, (struct loc){.source = place, .line = e->at.line, .column = e->at.column},
                   "%s", e->message);
    }
    diag_clear(&own);
    return rc;
}

static void env_compile(struct env *e)
{
    int error;
    PCRE2_SIZE offset;
    e->code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_DOTALL, &error, &offset, NULL);
    e->match = e->code ? pcre2_match_data_create_from_pattern(e->code, NULL) : NULL;
    e->limits = pcre2_match_context_create(NULL);
    if (e->limits)
        pcre2_set_match_limit(e->limits, MATCH_LIMIT);
}

int env_read(struct arena *a, const char *path, struct diag *d, struct map *ret)
{
    struct source *s;
    if (source_read(a, path, d, &s) < 0)
        return ERR;
    struct source *place = arena_new(a, struct source);
    place->name = s->name;
    struct env e = {.arena = a, .d = d, .values = ret, .place = place, .line = 1};
    env_compile(&e);
    if (e.match && e.limits)
        text_read(&e, s->text);
    else
        env_error(&e, "env.memory", "out of memory in pcre2");
    pcre2_match_data_free(e.match);
    pcre2_match_context_free(e.limits);
    pcre2_code_free(e.code);
    return e.failed ? ERR : OK;
}
