/* diag_render(): an entry as people read it.
 *
 *     model.yaml:12:9: error: unknown key "colums" [yaml.unknown-key]
 *        12 |     colums:
 *           |     ^
 *     hint: did you mean "columns"?
 */
#include "base/diag.h"

#include "base/buf.h"
#include "base/utf8.h"
#include <string.h>

enum { LONGEST_LINE = 160, BEFORE_CARET = 80 };

static const char *const severity_names[] = {
    [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
static const char *const severity_colours[] = {
    [SEVERITY_NOTE] = "\033[1;36m", [SEVERITY_WARNING] = "\033[1;33m", [SEVERITY_ERROR] = "\033[1;31m"};

static void add_coloured(struct buf *out, const char *sequence, const char *text, bool colour)
{
    if (colour)
        buf_add(out, sequence);
    buf_add(out, text);
    if (colour)
        buf_add(out, "\033[0m");
}

static void render_place(struct buf *out, struct loc at, bool colour)
{
    if (!at.source)
        return;
    struct buf place = {0};
    buf_visible(&place, at.source->name ? at.source->name : "?");
    if (at.line) {
        buf_addf(&place, ":%u", at.line);
        if (at.column)
            buf_addf(&place, ":%u", at.column);
    }
    buf_addc(&place, ':');
    add_coloured(out, "\033[1m", buf_str(&place), colour);
    buf_addc(out, ' ');
    buf_free(&place);
}

/* The line without its line end; NULL when the source has no such line. */
static const char *find_line(const struct source *s, unsigned line, size_t *ret_len)
{
    if (!s || !s->text || line == 0)
        return NULL;
    const char *p = s->text, *end = s->text + s->len;
    for (unsigned i = 1; i < line; i++) {
        p = memchr(p, '\n', (size_t)(end - p));
        if (!p)
            return NULL;
        p++;
    }
    const char *newline = memchr(p, '\n', (size_t)(end - p));
    size_t len = (size_t)((newline ? newline : end) - p);
    if (len > 0 && p[len - 1] == '\r')
        len--;
    *ret_len = len;
    return p;
}

static size_t count_characters(const char *s, size_t len)
{
    size_t count = 0;
    unsigned code;
    for (size_t i = 0; i < len; count++)
        i += utf8_next(s + i, len - i, &code);
    return count;
}

/* Adds the characters first..last (1-based) of the line, and to `under` the spaces that lead to the caret: a
 * tab under a tab, two spaces under a wide character. */
static void add_part(struct buf *out, struct buf *under, const char *line, size_t len, size_t first,
                     size_t last, size_t caret)
{
    size_t column = 1;
    for (size_t i = 0; i < len && column <= last; column++) {
        unsigned code;
        size_t n = utf8_next(line + i, len - i, &code);
        size_t width = utf8_char_width(code);
        if (column >= first) {
            bool tab = code == '\t';
            if (!tab && utf8_is_control(code)) {
                buf_add(out, "\xEF\xBF\xBD");
                width = 1;
            } else if (code == 0xFFFD) {
                buf_add(out, "\xEF\xBF\xBD"); /* also for a byte that is not UTF-8 */
            } else {
                buf_addn(out, line + i, n);
            }
            if (column < caret)
                buf_addf(under, "%*s", tab ? 0 : (int)width, "");
            if (column < caret && tab)
                buf_addc(under, '\t');
        }
        i += n;
    }
}

static void render_line(struct buf *out, struct loc at)
{
    size_t len;
    const char *line = find_line(at.source, at.line, &len);
    if (!line)
        return;
    size_t characters = count_characters(line, len);
    size_t caret = at.column;
    if (caret > characters + 1)
        caret = characters + 1;

    size_t first = 1, last = characters;
    if (characters > LONGEST_LINE) {
        if (caret > BEFORE_CARET)
            first = caret - BEFORE_CARET;
        if (first + LONGEST_LINE - 1 < last)
            last = first + LONGEST_LINE - 1;
        else
            first = last - LONGEST_LINE + 1;
    }

    struct buf under = {0};
    buf_addf(out, "%5u | ", at.line);
    if (first > 1) {
        buf_add(out, "...");
        buf_add(&under, "   ");
    }
    add_part(out, &under, line, len, first, last, caret);
    buf_add(out, last < characters ? "...\n" : "\n");
    if (caret)
        buf_addf(out, "      | %s^\n", buf_str(&under));
    buf_free(&under);
}

/* Each line of the text indented; what would move the cursor is escaped, tabs are kept. */
static void render_detail(struct buf *out, const char *text)
{
    while (*text) {
        size_t n = strcspn(text, "\n");
        struct buf line = {0};
        size_t start = 0;
        for (size_t i = 0; i <= n; i++) {
            if (i < n && text[i] != '\t')
                continue;
            struct buf piece = {0};
            buf_addn(&piece, text + start, i - start);
            buf_visible(&line, buf_str(&piece));
            if (i < n)
                buf_addc(&line, '\t');
            buf_free(&piece);
            start = i + 1;
        }
        buf_addf(out, "    %s\n", buf_str(&line));
        buf_free(&line);
        text += n + (text[n] == '\n');
    }
}

void diag_render(struct buf *out, const struct diag_entry *e, bool colour)
{
    render_place(out, e->at, colour);
    add_coloured(out, severity_colours[e->severity], severity_names[e->severity], colour);
    buf_add(out, ": ");
    buf_visible(out, e->message);
    if (e->code)
        buf_addf(out, " [%s]", e->code);
    buf_addc(out, '\n');
    render_line(out, e->at);

    if (e->related_message) {
        render_place(out, e->related, colour);
        add_coloured(out, severity_colours[SEVERITY_NOTE], "note", colour);
        buf_add(out, ": ");
        buf_visible(out, e->related_message);
        buf_addc(out, '\n');
        render_line(out, e->related);
    }
    if (e->detail)
        render_detail(out, e->detail);
    if (e->hint) {
        add_coloured(out, severity_colours[SEVERITY_NOTE], "hint", colour);
        buf_add(out, ": ");
        buf_visible(out, e->hint);
        buf_addc(out, '\n');
    }
}
