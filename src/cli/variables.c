/* ${NAME} in values of kedge.yaml, and durations. */
#include "cli/config.h"

#include <ctype.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* text points behind "${"; returns what follows the closing brace, or NULL. */
static const char *expand_one(struct arena *a, const char *text, struct loc at, variable_fn *get, void *ctx,
                              struct diag *d, struct buf *out)
{
    const char *close = strchr(text, '}');
    size_t n = 0;
    while (isalnum((unsigned char)text[n]) || text[n] == '_')
        n++;
    bool fallback = strncmp(text + n, ":-", 2) == 0;
    if (!close || n == 0 || (!fallback && text[n] != '}')) {
        diag_error(d, "config.variable", at, "\"${%s\" is no variable", text);
        diag_hint(d, "Write ${NAME} or ${NAME:-default}; $$ stands for a dollar sign.");
        return NULL;
    }
    const char *name = arena_strndup(a, text, n), *value = get(ctx, name);
    if (value && (*value || !fallback)) {
        buf_add(out, value);
    } else if (fallback) {
        buf_addn(out, text + n + 2, (size_t)(close - text) - n - 2);
    } else {
        diag_error(d, "config.variable", at, "the variable %s is not set", name);
        diag_hint(d, "Set it in the environment or in .env beside kedge.yaml, or write ${%s:-default}.",
                  name);
        return NULL;
    }
    return close + 1;
}

int variables_expand(struct arena *a, const char *text, struct loc at, variable_fn *get, void *ctx,
                     struct diag *d, const char **ret)
{
    AUTO_BUF out = {0};
    while (*text) {
        if (text[0] == '$' && text[1] == '$') {
            buf_addc(&out, '$');
            text += 2;
        } else if (text[0] == '$' && text[1] == '{') {
            text = expand_one(a, text + 2, at, get, ctx, d, &out);
            if (!text)
                return ERR;
        } else {
            buf_addc(&out, *text++);
        }
    }
    *ret = arena_strndup(a, buf_str(&out), out.len);
    return OK;
}

int duration_read(const char *text, const char *what, struct loc at, struct diag *d, int *ret)
{
    static const struct {
        const char *unit;
        long long factor;
    } units[] = {{"", 1}, {"ms", 1}, {"s", 1000}, {"min", 60000}, {"h", 3600000}};
    char *end;
    errno = 0;
    long long n = isdigit((unsigned char)*text) ? strtoll(text, &end, 10) : -1;
    if (n >= 0 && errno == 0)
        for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++)
            if (strcmp(end, units[i].unit) == 0 && n <= INT_MAX / units[i].factor) {
                *ret = (int)(n * units[i].factor);
                return OK;
            }
    diag_error(d, "config.duration", at, "%s: \"%s\" is no duration", what, text);
    diag_hint(d, "Write 250ms, 5s, 2min, 1h, or 0 for no limit.");
    return ERR;
}
