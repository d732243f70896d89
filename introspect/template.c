/* The version markers of the SQL files: what a server does not know yet is replaced by a neutral constant.
 *
 *     i.indnullsnotdistinct as nulls_not_distinct, --@ since 150000 : i.indnullsnotdistinct : false
 *
 * and, for more than an expression, lines between "--@ begin 180000" and "--@ end", which an older server
 * does not see. */
#include "introspect/template.h"
#include "base/buf.h"
#include <stdlib.h>
#include <string.h>

struct template
{
    const char *name;
    int version;
    struct diag *diag;
    struct buf out;
    bool hidden; /* inside a block that this server does not see */
    unsigned line;
};

static int marker_error(const struct template *t, const char *problem)
{
    return diag_error(t->diag, "introspect.marker", NOWHERE, "%s.sql, line %u: %s", t->name, t->line,
                      problem);
}

/* "since 150000 : expression : constant", after a line of SQL. */
static int since_resolve(struct template *t, struct arena *a, const char *sql, size_t sql_len,
                         const char *marker)
{
    char *rest;
    long since = strtol(marker + strlen("since "), &rest, 10);
    const char *found, *constant, *expression;
    char *line = arena_strndup(a, sql, sql_len);

    if (strncmp(rest, " : ", 3) != 0)
        return marker_error(t, "since wants a version and \" : \"");
    rest += 3;
    constant = strstr(rest, " :");
    if (!constant || (constant[2] && constant[2] != ' '))
        return marker_error(t, "since wants an expression, \" : \" and a constant");
    expression = arena_strndup(a, rest, (size_t)(constant - rest));
    constant += constant[2] ? 3 : 2;
    found = strstr(line, expression);
    if (!found)
        return marker_error(t, "the expression of the marker is not in the line");
    if (t->version >= since) {
        buf_add(&t->out, line);
    } else {
        buf_addn(&t->out, line, (size_t)(found - line));
        buf_add(&t->out, constant);
        buf_add(&t->out, found + strlen(expression));
    }
    return OK;
}

static int line_resolve(struct template *t, struct arena *a, const char *line)
{
    const char *marker = strstr(line, "--@ ");
    int result = OK;

    if (marker && strncmp(marker + 4, "end", 3) == 0) {
        t->hidden = false;
        return OK;
    }
    if (t->hidden)
        return OK;
    if (!marker) {
        buf_add(&t->out, line);
    } else if (strncmp(marker + 4, "begin ", 6) == 0) {
        t->hidden = t->version < strtol(marker + 10, NULL, 10);
    } else if (strncmp(marker + 4, "since ", 6) == 0) {
        result = since_resolve(t, a, line, (size_t)(marker - line), marker + 4);
    } else {
        return marker_error(t, "unknown marker");
    }
    buf_addc(&t->out, '\n');
    return result;
}

int template_resolve(struct arena *a, const char *name, const char *text, int version, struct diag *d,
                     const char **ret)
{
    struct template t = {.name = name, .version = version, .diag = d};

    while (*text) {
        size_t len = strcspn(text, "\n");

        t.line++;
        if (line_resolve(&t, a, arena_strndup(a, text, len)) != OK) {
            buf_free(&t.out);
            return ERR;
        }
        text += len + (text[len] == '\n');
    }
    *ret = buf_take(&t.out, a);
    return OK;
}
