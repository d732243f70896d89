/* alembic.ini and pyproject.toml, as far as they say where the revisions are. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/file.h"
#include "revision/alembic.h"
#include "revision/alembic_match.h"
#include "revision/alembic_toml.h"

#include <ctype.h>
#include <string.h>

/* A key of the section [alembic], with its continuation lines; NULL: absent. */
static const char *ini_value(struct arena *a, const struct source *s, const char *key)
{
    struct match section, end, m;
    if (!text_match("^\\[alembic\\]", s->text, s->len, 0, false, &section))
        return NULL;
    size_t len = text_match("^\\[", s->text, s->len, section.end[0], false, &end) ? end.start[0] : s->len;
    const char *pattern = arena_printf(a, "^%s[ \\t]*[=:][ \\t]*([^\\n]*(?:\\n[ \\t]+[^\\n]*)*)", key);
    if (!text_match(pattern, s->text, len, section.end[0], false, &m))
        return NULL;
    char *value = match_text(a, s->text, &m, 1);
    size_t n = strlen(value);
    while (n && isspace((unsigned char)value[n - 1]))
        value[--n] = '\0';
    return value;
}

struct settings {
    struct arena *arena;
    const struct source *ini, *toml; /* either may be NULL */
    const char *here;
    struct diag *diag;
};

/* The one text of a key. */
static const char *setting(const struct settings *s, const char *key)
{
    struct list found = {0};
    const char *text = s->ini ? ini_value(s->arena, s->ini, key) : NULL;
    if (text || !s->toml)
        return text;
    (void)toml_alembic_value(s->arena, s->toml, key, NULL, &found);
    return found.n == 1 ? found.at[0] : NULL;
}

enum { DEEPEST = 8, LONGEST = 4096 };

/* %% and %(key)s, where here is the folder; others are keys, whose texts may hold more of them. */
static int text_expand(const struct settings *s, const char *text, int depth, struct buf *out)
{
    while (*text) {
        size_t n = strncmp(text, "%(", 2) == 0 ? strcspn(text + 2, ")") : 0;
        if (n && strncmp(text + 2 + n, ")s", 2) == 0) {
            const char *key = arena_strndup(s->arena, text + 2, n);
            const char *value = strcmp(key, "here") == 0 ? s->here : setting(s, key);
            if (!value || depth == DEEPEST || out->len > LONGEST)
                return diag_error(s->diag, "alembic.ini", NOWHERE, "nothing is known of %%(%s)s in a path",
                                  key);
            if (value == s->here)
                buf_add(out, value);
            else if (text_expand(s, value, depth + 1, out) < 0)
                return ERR;
            text += n + 4;
        } else {
            text += text[0] == '%' && text[1] == '%';
            buf_addc(out, *text++);
        }
    }
    return OK;
}

/* A path from the folder of the file, unless it begins with %(here)s. */
static int path_expand(const struct settings *s, const char *text, const char **ret)
{
    AUTO_BUF out = {0};
    if (text_expand(s, text, 0, &out) < 0)
        return ERR;
    size_t n = strlen(s->here);
    bool rooted = strncmp(buf_str(&out), s->here, n) == 0 && strstr(text, "%(") == text;
    *ret = rooted ? arena_strdup(s->arena, buf_str(&out)) : path_join(s->arena, s->here, buf_str(&out));
    return OK;
}

static int separators(const struct settings *s, const char **ret)
{
    static const char *const known[][2] = {
        {"space", " \t\r\n"}, {"newline", "\r\n"}, {"os", ":\r\n"}, {":", ":\r\n"}, {";", ";\r\n"}};
    const char *name = setting(s, "path_separator");
    if (!name)
        name = setting(s, "version_path_separator");
    *ret = ", \t\r\n";
    if (!name)
        return OK;
    size_t n = strcspn(name, " \t"); /* a comment may follow */
    for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++) {
        if (strlen(known[i][0]) == n && strncmp(known[i][0], name, n) == 0) {
            *ret = known[i][1];
            return OK;
        }
    }
    diag_error(s->diag, "alembic.ini", NOWHERE, "\"%s\" is not a path_separator", name);
    diag_hint(s->diag, "Alembic knows os, space, newline, \":\" and \";\".");
    return ERR;
}

static int location_add(const struct settings *s, const char *text, struct list *ret)
{
    const char *path;
    if (path_expand(s, text, &path) < 0)
        return ERR;
    list_push(s->arena, ret, path);
    return OK;
}

static int locations_read(const struct settings *s, struct list *ret)
{
    const char *where = s->ini ? ini_value(s->arena, s->ini, "version_locations") : NULL, *cut;
    const char *one;
    struct list listed = {0};
    if (!where && s->toml) {
        if (toml_alembic_value(s->arena, s->toml, "version_locations", s->diag, &listed) < 0)
            return ERR;
        list_each (one, &listed)
            if (location_add(s, one, ret) < 0)
                return ERR;
    }
    if (!where)
        return OK;
    if (separators(s, &cut) < 0)
        return ERR;
    char *copy = arena_strdup(s->arena, where), *save = NULL;
    for (char *word = strtok_r(copy, cut, &save); word; word = strtok_r(NULL, cut, &save)) {
        while (isspace((unsigned char)*word))
            word++;
        size_t n = strlen(word);
        while (n && isspace((unsigned char)word[n - 1]))
            word[--n] = '\0';
        if (*word && location_add(s, word, ret) < 0)
            return ERR;
    }
    return OK;
}

int alembic_ini_read(struct arena *a, const struct source *ini, const struct source *toml, const char *here,
                     struct diag *d, struct alembic_ini *ret)
{
    const struct settings s = {.arena = a, .ini = ini, .toml = toml, .here = here, .diag = d};
    const char *script = setting(&s, "script_location"),
               *recursive = setting(&s, "recursive_version_locations");
    const struct loc at = {.source = ini ? ini : toml, .line = 1, .column = 1};
    *ret = (struct alembic_ini){0};
    if (!script || !*script)
        return diag_error(d, "alembic.ini", at, "no script_location in the section [%salembic]",
                          ini ? "" : "tool.");
    if (strchr(script, ':')) {
        diag_error(d, "alembic.ini", at, "the script_location \"%s\" is in a Python package", script);
        diag_hint(d, "Name the folder with env.py itself: kedge import alembic FOLDER.");
        return ERR;
    }
    ret->recursive = recursive && (strcmp(recursive, "true") == 0 || strcmp(recursive, "True") == 0);
    if (path_expand(&s, script, &ret->script) < 0 || locations_read(&s, &ret->locations) < 0)
        return ERR;
    if (ret->locations.n == 0)
        list_push(a, &ret->locations, path_join(a, ret->script, "versions"));
    return OK;
}

const char *alembic_version_table(struct arena *a, const struct source *env)
{
    struct match table, schema;
    const char *value = "[ \\t]*=[ \\t]*[\"']([A-Za-z_][A-Za-z0-9_]*)[\"']";
    if (!text_match(arena_printf(a, "\\bversion_table%s", value), env->text, env->len, 0, false, &table))
        table = (struct match){0};
    if (!text_match(arena_printf(a, "\\bversion_table_schema%s", value), env->text, env->len, 0, false,
                    &schema))
        schema = (struct match){0};
    if (!table.has[1] && !schema.has[1])
        return NULL;
    const char *name = table.has[1] ? match_text(a, env->text, &table, 1) : "alembic_version";
    return schema.has[1] ? arena_printf(a, "%s.%s", match_text(a, env->text, &schema, 1), name) : name;
}
