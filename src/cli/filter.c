#define PCRE2_CODE_UNIT_WIDTH 8
#include "cli/filter.h"

#include <pcre2.h>
#include <string.h>

struct filter {
    struct list ignore, only; /* pcre2_code */
};

static int compile(struct arena *a, const struct list *patterns, const char *key, struct diag *d,
                   struct list *ret)
{
    const char *pattern;
    int rc = OK;
    list_each (pattern, patterns) {
        int error;
        PCRE2_SIZE offset;
        pcre2_code *code = pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED,
                                         PCRE2_UTF | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_DOTALL,
                                         &error, &offset, NULL);
        if (code) {
            list_push(a, ret, code);
            continue;
        }
        PCRE2_UCHAR message[256];
        (void)pcre2_get_error_message(error, message, sizeof(message));
        rc = diag_error(d, "config.pattern", NOWHERE, "%s: \"%s\" is no regular expression: %s", key, pattern,
                        (const char *)message);
        diag_hint(d,
                  "The mistake is at character %zu; patterns match addresses such as \"table public.users\".",
                  (size_t)offset + 1);
    }
    return rc;
}

int filter_make(struct arena *a, const struct list *ignore, const struct list *only, struct diag *d,
                struct filter **ret)
{
    *ret = arena_new(a, struct filter);
    int rc = compile(a, ignore, "ignore", d, &(*ret)->ignore);
    if (compile(a, only, "only", d, &(*ret)->only) < 0)
        rc = ERR;
    return rc;
}

void filter_free(struct filter *f)
{
    if (!f)
        return;
    pcre2_code *code;
    list_each (code, &f->ignore)
        pcre2_code_free(code);
    list_each (code, &f->only)
        pcre2_code_free(code);
}

static bool matches(const struct list *patterns, const char *address)
{
    pcre2_code *code;
    bool found = false;
    list_each (code, patterns) {
        pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
        found = pcre2_match(code, (PCRE2_SPTR)address, strlen(address), 0, 0, data, NULL) >= 0;
        pcre2_match_data_free(data);
        if (found)
            break;
    }
    return found;
}

/* `only` speaks of objects that stand by themselves; what is in them comes with them. */
static bool is_visible(void *ctx, const struct object *o)
{
    const struct filter *f = ctx;
    if (matches(&f->ignore, o->address))
        return false;
    return o->parent || f->only.n == 0 || matches(&f->only, o->address);
}

static void drop_unmodelled(const struct filter *f, struct catalog *c)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->unmodelled.n; i++) {
        const struct unmodelled *u = c->unmodelled.at[i];
        if (!matches(&f->ignore, u->address) && (f->only.n == 0 || matches(&f->only, u->address)))
            c->unmodelled.at[kept++] = c->unmodelled.at[i];
    }
    c->unmodelled.n = kept;
}

struct catalog *filter_apply(struct filter *f, const struct catalog *c)
{
    if (f->ignore.n == 0 && f->only.n == 0)
        return NULL;
    struct catalog *visible = catalog_subset(c, is_visible, f);
    drop_unmodelled(f, visible);
    return visible;
}
