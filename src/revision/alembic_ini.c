/* alembic.ini, as far as it says where the revisions are. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/file.h"
#include "revision/alembic.h"
#include "revision/alembic_match.h"

#include <ctype.h>
#include <string.h>

/* %(here)s and %%; a path from the folder of the file. */
static const char *path_expand(struct arena *a, const char *text, const char *here)
{
    AUTO_BUF out = {0};
    for (const char *s = text; *s;) {
        if (strncmp(s, "%(here)s", 8) == 0) {
            buf_add(&out, here);
            s += 8;
        } else {
            s += s[0] == '%' && s[1] == '%';
            buf_addc(&out, *s++);
        }
    }
    bool rooted = strncmp(text, "%(here)s", 8) == 0;
    return rooted ? arena_strdup(a, buf_str(&out)) : path_join(a, here, buf_str(&out));
}

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

static const char *separators(const char *name)
{
    if (!name)
        return ", \t\r\n";
    if (strcmp(name, "space") == 0)
        return " \t\r\n";
    if (strcmp(name, "newline") == 0)
        return "\r\n";
    return strcmp(name, ";") == 0 ? ";\r\n" : ":\r\n";
}

int alembic_ini_read(struct arena *a, const struct source *s, const char *here, struct diag *d,
                     struct alembic_ini *ret)
{
    const char *script = ini_value(a, s, "script_location"), *where = ini_value(a, s, "version_locations"),
               *recursive = ini_value(a, s, "recursive_version_locations");
    *ret = (struct alembic_ini){0};
    if (!script || !*script)
        return diag_error(d, "alembic.ini", (struct loc){.source = s, .line = 1, .column = 1},
                          "no script_location in the section [alembic]");
    if (strchr(script, ':')) {
        diag_error(d, "alembic.ini", (struct loc){.source = s, .line = 1, .column = 1},
                   "the script_location \"%s\" is in a Python package", script);
        diag_hint(d, "Name the folder with env.py itself: kedge import alembic FOLDER.");
        return ERR;
    }
    ret->script = path_expand(a, script, here);
    ret->recursive = recursive && (strcmp(recursive, "true") == 0 || strcmp(recursive, "True") == 0);
    if (!where || !*where) {
        list_push(a, &ret->locations, path_join(a, ret->script, "versions"));
        return OK;
    }
    const char *separator = ini_value(a, s, "path_separator");
    if (!separator)
        separator = ini_value(a, s, "version_path_separator");
    char *copy = arena_strdup(a, where), *save = NULL;
    const char *cut = separators(separator);
    for (char *word = strtok_r(copy, cut, &save); word; word = strtok_r(NULL, cut, &save)) {
        while (isspace((unsigned char)*word))
            word++;
        size_t n = strlen(word);
        while (n && isspace((unsigned char)word[n - 1]))
            word[--n] = '\0';
        if (*word)
            list_push(a, &ret->locations, path_expand(a, word, here));
    }
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
