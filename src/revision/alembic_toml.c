/* The table [tool.alembic] of pyproject.toml: plain texts, lists of them, true and false. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "revision/alembic_toml.h"

#include "revision/alembic.h"
#include "revision/alembic_match.h"

#include <string.h>

static const char *skip_space(const char *s, const char *end)
{
    while (s < end && strchr(" \t\r\n#", *s)) {
        if (*s == '#')
            s += strcspn(s, "\n");
        else
            s++;
    }
    return s;
}

/* "text" or 'text'; NULL when it is none of them or does not end on its line. */
static const char *text_read(struct arena *a, const char *s, const char *end, const char **ret)
{
    static const char letters[] = "btnfr\"\\", meanings[] = "\b\t\n\f\r\"\\";
    char quote = *s;
    AUTO_BUF out = {0};
    if (quote != '"' && quote != '\'')
        return NULL;
    for (s++; s < end && *s != quote && *s != '\n'; s++) {
        const char *letter = quote == '"' && *s == '\\' && s[1] ? strchr(letters, s[1]) : NULL;
        buf_addc(&out, letter ? meanings[letter - letters] : *s);
        s += letter != NULL;
    }
    if (s >= end || *s != quote)
        return NULL;
    *ret = buf_take(&out, a);
    return s + 1;
}

static bool list_read(struct arena *a, const char *s, const char *end, struct list *ret)
{
    for (s = skip_space(s + 1, end); s < end && *s != ']'; s = skip_space(s, end)) {
        const char *text;
        if (!(s = text_read(a, s, end, &text)))
            return false;
        list_push(a, ret, text);
        s = skip_space(s, end);
        if (s < end && *s == ',')
            s++;
    }
    return s < end;
}

static const char table_line[] = "^[ \\t]*\\[[ \\t]*tool[ \\t]*\\.[ \\t]*alembic[ \\t]*\\]";

bool alembic_in_toml(const struct source *s)
{
    struct match m;
    return text_match(table_line, s->text, s->len, 0, false, &m);
}

int toml_alembic_value(struct arena *a, const struct source *s, const char *key, struct diag *d,
                       struct list *ret)
{
    struct match table, next, m;
    const char *text;
    if (!text_match(table_line, s->text, s->len, 0, false, &table))
        return OK;
    size_t len = text_match("^[ \\t]*\\[\\[?[A-Za-z\"']", s->text, s->len, table.end[0], false, &next)
                     ? next.start[0]
                     : s->len;
    const char *pattern = arena_printf(a, "^[ \\t]*(?:%s|\"%s\"|'%s')[ \\t]*=[ \\t]*", key, key, key);
    if (!text_match(pattern, s->text, len, table.end[0], false, &m))
        return OK;
    const char *value = s->text + m.end[0], *end = s->text + s->len;
    if (strncmp(value, "true", 4) == 0 || strncmp(value, "false", 5) == 0) {
        list_push(a, ret, *value == 't' ? "true" : "false");
        return OK;
    }
    if (*value == '[' ? list_read(a, value, end, ret) : text_read(a, value, end, &text) != NULL) {
        if (*value != '[')
            list_push(a, ret, text);
        return OK;
    }
    return diag_error(d, "alembic.toml", loc_at(s, m.end[0]), "%s is not a plain text or a list of them",
                      key);
}
