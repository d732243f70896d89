#include "base/table.h"

#include "base/list.h"
#include "base/utf8.h"
#include <string.h>

struct table {
    struct arena *arena;
    size_t columns;
    size_t *widths;
    const char **heads; /* NULL: no heading */
    struct list rows;   /* const char ** */
};

/* Copies the cells in the form in which they are shown, so that widths are of what is printed. */
static const char **add_cells(struct table *t, const char *const *cells)
{
    const char **copy = arena_alloc(t->arena, (t->columns ? t->columns : 1) * sizeof(*copy));
    for (size_t i = 0; i < t->columns; i++) {
        struct buf b = {0};
        if (cells[i])
            buf_visible(&b, cells[i]);
        copy[i] = buf_take(&b, t->arena);
        size_t width = utf8_width(copy[i]);
        if (width > t->widths[i])
            t->widths[i] = width;
    }
    return copy;
}

struct table *table_new(struct arena *a, const char *const *heads, size_t columns)
{
    struct table *t = arena_new(a, struct table);
    t->arena = a;
    t->columns = columns;
    t->widths = arena_alloc(a, (columns ? columns : 1) * sizeof(*t->widths));
    if (heads)
        t->heads = add_cells(t, heads);
    return t;
}

void table_row(struct table *t, const char *const *cells)
{
    list_push(t->arena, &t->rows, add_cells(t, cells));
}

/* Nothing is padded after the last cell with text: no line ends in spaces. */
static void render_line(const struct table *t, const char *const *cells, struct buf *out)
{
    size_t last = t->columns;
    while (last > 0 && !*cells[last - 1])
        last--;
    for (size_t i = 0; i < last; i++) {
        buf_add(out, cells[i]);
        if (i + 1 < last)
            buf_addf(out, "%*s", (int)(t->widths[i] - utf8_width(cells[i]) + 2), "");
    }
}

void table_render(const struct table *t, struct buf *out, bool colour)
{
    if (t->heads) {
        buf_add(out, colour ? "\033[1m" : "");
        render_line(t, t->heads, out);
        buf_add(out, colour ? "\033[0m\n" : "\n");
    }
    const char **cells;
    list_each (cells, &t->rows) {
        render_line(t, cells, out);
        buf_addc(out, '\n');
    }
}
