/* Headers of Alembic's Python revisions. Only plain values are read: what is computed is an error. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "revision/alembic.h"

#include "base/utf8.h"
#include "revision/alembic_match.h"
#include <stdlib.h>
#include <string.h>

/* --- patterns --- */

static pcre2_code *pattern_make(const char *pattern)
{
    int error;
    PCRE2_SIZE offset;
    return pcre2_compile((PCRE2_SPTR)pattern, PCRE2_ZERO_TERMINATED, PCRE2_UTF | PCRE2_MULTILINE, &error,
                         &offset, NULL);
}

bool text_match(const char *pattern, const char *text, size_t len, size_t from, bool anchored,
                struct match *ret)
{
    pcre2_code *code = pattern_make(pattern);
    if (!code)
        return false;
    pcre2_match_data *data = pcre2_match_data_create_from_pattern(code, NULL);
    int n = pcre2_match(code, (PCRE2_SPTR)text, len, from, anchored ? PCRE2_ANCHORED : 0, data, NULL);
    const PCRE2_SIZE *at = pcre2_get_ovector_pointer(data);
    for (int i = 0; i < MATCH_GROUPS; i++) {
        bool has = i < n && at[2 * i] != PCRE2_UNSET;
        ret->start[i] = has ? at[2 * i] : 0;
        ret->end[i] = has ? at[2 * i + 1] : 0;
        ret->has[i] = has;
    }
    pcre2_match_data_free(data);
    pcre2_code_free(code);
    return n > 0;
}

char *match_text(struct arena *a, const char *text, const struct match *m, int group)
{
    return arena_strndup(a, text + m->start[group], m->end[group] - m->start[group]);
}

/* --- Python's literals --- */

static struct loc place(const struct source *s, size_t offset)
{
    struct loc at = {.source = s, .line = 1, .column = 1};
    for (size_t i = 0; i < offset; i++) {
        at.column = s->text[i] == '\n' ? 1 : at.column + (((unsigned char)s->text[i] & 0xC0) != 0x80);
        at.line += s->text[i] == '\n';
    }
    return at;
}

static unsigned digits(const char *s, size_t *ret_n, size_t most, unsigned base)
{
    char copy[12] = "";
    size_t n = strspn(s, base == 8 ? "01234567" : "0123456789abcdefABCDEF");
    n = n < most ? n : most;
    memcpy(copy, s, n);
    *ret_n = n;
    return (unsigned)strtoul(copy, NULL, (int)base);
}

/* One escape behind its backslash; how many bytes of it were read, 0: not known. */
static size_t escape_read(const char *s, struct buf *out)
{
    static const char from[] = "\\'\"abfnrtv", to[] = "\\'\"\a\b\f\n\r\t\v";
    const char *simple = *s ? strchr(from, *s) : NULL;
    size_t n = 0, most = *s == 'x' ? 2 : *s == 'u' ? 4 : *s == 'U' ? 8 : 0;
    char bytes[4];
    unsigned code;
    if (simple) {
        buf_addc(out, to[simple - from]);
        return 1;
    }
    if (*s == '\n')
        return 1;
    if (most) {
        code = digits(s + 1, &n, most, 16);
        if (n < most)
            return 0;
        n++;
    } else {
        code = digits(s, &n, 3, 8);
    }
    if (n)
        buf_addn(out, bytes, utf8_put(code, bytes));
    return n;
}

/* literal: with its prefix and quotes. */
static bool string_decode(const char *literal, size_t len, struct buf *out)
{
    bool raw = false;
    for (; len && *literal != '"' && *literal != '\''; literal++, len--)
        raw = raw || *literal == 'r' || *literal == 'R';
    size_t quote = len >= 6 && literal[1] == *literal && literal[2] == *literal ? 3 : 1;
    const char *s = literal + quote, *end = literal + len - quote;
    while (s < end) {
        if (*s != '\\' || raw) {
            buf_addc(out, *s++);
            continue;
        }
        size_t n = escape_read(s + 1, out);
        if (n == 0) { /* as Python: what is no escape stays */
            buf_addc(out, '\\');
            n = 0;
        }
        s += 1 + n;
    }
    return true;
}

#define STRING                                                                                               \
    "[rRuU]?(?:\"\"\"(?s:.*?)\"\"\"|'''(?s:.*?)'''|\"(?:[^\"\\\\\\n]|\\\\(?s:.))*\"|'(?:[^'\\\\\\n]|\\\\(?"  \
    "s:.))*')"
/* Group 1: a string, 2: None, 3: punctuation. */
static const char token_pattern[] = "(?:[ \\t\\r]|\\\\\\r?\\n)*(?:(" STRING ")|(None\\b)|([][(){},]))";
static const char token_pattern_inside[] = "(?:\\s|#[^\\n]*)*(?:(" STRING ")|(None\\b)|([][(){},]))";

/* The value behind an equals sign: text, None, or a tuple, list or set of texts. False: it is something else.
 */
static bool value_read(struct arena *a, const char *text, size_t len, size_t from, struct list *ret)
{
    struct buf word = {0};
    bool open = false, any = false, ok = true;
    unsigned depth = 0;
    struct match m;
    while (ok && text_match(depth ? token_pattern_inside : token_pattern, text, len, from, true, &m)) {
        char punct = m.has[3] ? text[m.start[3]] : '\0';
        from = m.end[0];
        any = true;
        if (m.has[1]) {
            ok = string_decode(text + m.start[1], m.end[1] - m.start[1], &word);
            open = true;
            continue;
        }
        if (open) /* strings beside each other are one */
            list_push(a, ret, buf_take(&word, a));
        open = false;
        if (punct && strchr("([{", punct))
            depth++;
        else if (punct && strchr(")]}", punct))
            ok = depth-- > 0;
    }
    if (open)
        list_push(a, ret, buf_take(&word, a));
    buf_free(&word);
    return ok && any && depth == 0 && text_match("[ \\t\\r]*(?:;.*)?(?:#.*)?$", text, len, from, true, &m);
}

static int assignment_read(struct arena *a, const struct source *s, const char *name, struct diag *d,
                           struct alembic_file *file, struct list *ret)
{
    struct match m;
    const char *pattern = arena_printf(a, "^%s[ \\t]*(?::[^=\\n]*)?=(?!=)", name);
    if (!text_match(pattern, s->text, s->len, 0, false, &m))
        return OK;
    if (value_read(a, s->text, s->len, m.end[0], ret))
        return OK;
    *ret = (struct list){0};
    file->wrong++;
    diag_error(d, "alembic.value", place(s, m.start[0]), "%s is no plain value", name);
    diag_hint(d, "A text, a tuple or list of texts, or None can be read without Python.");
    return ERR;
}

/* --- the rest of the file --- */

static void docstring_read(struct arena *a, const struct source *s, struct alembic_file *ret)
{
    struct match m;
    AUTO_BUF doc = {0};
    ret->message = "";
    if (!text_match("(?:\\s|#[^\\n]*\\n)*(" STRING ")", s->text, s->len, 0, true, &m))
        return;
    (void)string_decode(s->text + m.start[1], m.end[1] - m.start[1], &doc);
    const char *text = buf_str(&doc);
    struct match line;
    if (text_match("[^\\s](?:[^\\n]*[^\\s])?", text, doc.len, 0, false, &line))
        ret->message = match_text(a, text, &line, 0);
    if (strncmp(ret->message, "Revision ID:", 12) == 0)
        ret->message = "";
    struct match date;
    struct tm tm = {0};
    if (text_match("^Create Date:\\s*(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d:\\d\\d))?", text, doc.len, 0,
                   false, &date)) {
        const char *day = match_text(a, text, &date, 1), *time = match_text(a, text, &date, 2);
        if (strptime(arena_printf(a, "%s %s", day, *time ? time : "00:00:00"), "%Y-%m-%d %H:%M:%S", &tm))
            ret->created = timegm(&tm);
    }
}

/* Nothing but `pass`, comments and a docstring up to the next line that is not indented. */
static bool function_is_empty(struct arena *a, const struct source *s, const char *name)
{
    struct match m;
    const char *start = arena_printf(a, "^def %s\\s*\\([^)]*\\)[^:\\n]*:", name);
    if (!text_match(start, s->text, s->len, 0, false, &m))
        return true;
    return text_match("(?:\\s++|#[^\\n]*+|" STRING ")*+(?:pass|\\.\\.\\.|return)?[ \\t\\r]*(?:#[^\\n]*)?"
                      "(?:\\s*\\n[ \\t]*#[^\\n]*)*\\s*(?=\\n\\S|\\z)",
                      s->text, s->len, m.end[0], true, &m);
}

int alembic_read(struct arena *a, const struct source *s, struct diag *d, struct alembic_file *ret)
{
    struct list ids = {0};
    struct match m;
    *ret = (struct alembic_file){0};
    int rc = assignment_read(a, s, "revision", d, ret, &ids);
    ret->revision = ids.n ? ids.at[0] : NULL;
    if (!ret->revision && rc == OK)
        return OK;
    rc = assignment_read(a, s, "down_revision", d, ret, &ret->parents) < 0 ? ERR : rc;
    rc = assignment_read(a, s, "branch_labels", d, ret, &ret->labels) < 0 ? ERR : rc;
    rc = assignment_read(a, s, "depends_on", d, ret, &ret->depends) < 0 ? ERR : rc;
    docstring_read(a, s, ret);
    ret->empty_upgrade = function_is_empty(a, s, "upgrade");
    ret->empty_downgrade = function_is_empty(a, s, "downgrade");
    ret->asks = text_match(
        "\\b(?:get_bind|is_offline_mode|as_sql|reflect|get_x_argument|get_inspector)\\b|\\binspect\\(",
        s->text, s->len, 0, false, &m);
    return rc;
}
