#include "schema/object.h"
#include "sql/scan.h"
#include <string.h>

/* "name type collate x" */
static void column_add(struct arena *a, const char *text, size_t len, struct list *ret)
{
    AUTO_ARENA scratch = {0};
    size_t n, end;
    const struct token *t = sql_tokens(&scratch, text, len, &n);
    struct shape_column *c;

    if (n < 2)
        return;
    end = t[n - 1].end;
    c = arena_new(a, struct shape_column);
    for (size_t i = 1; i < n; i++)
        if (token_is(&t[i], TOKEN_WORD, "collate") && i + 1 < n) {
            c->collation = arena_strndup(a, text + t[i + 1].start, t[n - 1].end - t[i + 1].start);
            end = t[i - 1].end;
            break;
        }
    c->name = arena_strndup(a, text + t[0].start, t[0].end - t[0].start);
    c->type = arena_strndup(a, text + t[1].start, end - t[1].start);
    list_push(a, ret, c);
}

void shape_columns(struct arena *a, const char *shape, struct list *ret)
{
    while (shape && *shape) {
        size_t len = strcspn(shape, "\n");

        column_add(a, shape, len, ret);
        shape += len + (shape[len] == '\n');
    }
}

void view_columns(struct arena *a, const struct view *v, struct list *ret)
{
    const char *text;

    list_each (text, &v->stub)
        column_add(a, text, strlen(text), ret);
    if (!v->stub.n)
        shape_columns(a, v->shape, ret);
}

bool view_column_says(const struct object *column)
{
    const struct view_column none = {.default_ = NULL};

    return record_compare(&column->kind->record, &none, column, NULL) != 0;
}
