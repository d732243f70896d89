/* Why something is not modelled: the "--? what: why" lines of unmodelled.sql, where each stands above what finds it. */
#include "base/embed.h"
#include "introspect/introspect.h"
#include <string.h>

static const char mark[] = "--? ";

static void reason_add(struct arena *a, const char *line, size_t len, struct list *ret)
{
    const char *colon = memchr(line, ':', len);
    struct reason *r = arena_new(a, struct reason);

    if (!colon)
        return;
    r->what = arena_strndup(a, line, (size_t)(colon - line));
    colon += 1 + strspn(colon + 1, " ");
    r->why = arena_strndup(a, colon, len - (size_t)(colon - line));
    list_push(a, ret, r);
}

void introspect_reasons(struct arena *a, struct list *ret)
{
    const struct embedded *e = introspect_postgres_sql;

    while (e->name && strcmp(e->name, "unmodelled") != 0)
        e++;
    for (const char *at = e->name ? e->text : ""; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        const char *line = at + strspn(at, " ");

        if (strncmp(line, mark, strlen(mark)) == 0)
            reason_add(a, line + strlen(mark), strcspn(line + strlen(mark), "\n"), ret);
    }
}
