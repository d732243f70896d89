/* Trees -> YAML: block style, plain where no reader could take the text for something else, literal blocks
 * for texts of several lines. Reading it with yaml_read() gives the same tree. */
#include "base/utf8.h"
#include "schema/model.h"
#include <string.h>
#include <strings.h>

enum {
    INDENT = 2,
    KEY_MAX = 900,  /* YAML reads no longer key without "? " (1024 characters, escapes included) */
    FLOW_MAX = 100, /* a list of words stays on its line up to here */
};

/* What a scalar must be apart from. */
enum place { PLACE_BLOCK, PLACE_FLOW, PLACE_KEY };

static void add_indent(struct buf *b, size_t indent)
{
    while (indent-- > 0)
        buf_addc(b, ' ');
}

/* Printable to YAML, and visible to people. */
static bool is_printable(unsigned code)
{
    if (code < 0x20 || (code >= 0x7f && code <= 0xa0) || code == 0xfeff || code == 0xfffe || code == 0xffff)
        return false;
    return !utf8_is_control(code);
}

/* Whether all characters can stand as they are; newlines and tabs only where `lines` allows them. */
static bool is_clean(const char *text, bool lines)
{
    size_t len = strlen(text);

    if (utf8_valid_length(text, len) != len)
        return false;
    for (size_t i = 0; i < len;) {
        unsigned code;

        i += utf8_next(text + i, len - i, &code);
        if (!(lines && (code == '\n' || code == '\t')) && !is_printable(code))
            return false;
    }
    return true;
}

static bool is_word(const char *text)
{
    static const char *const words[] = {"null", "~", "true", "false", "yes", "no", "on", "off", "<<", "="};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        if (strcasecmp(text, words[i]) == 0)
            return true;
    return false;
}

/* Numbers, dates, times, in all the ways in which some YAML reader or other takes them. */
static bool is_like_number(const char *text)
{
    const char *p = text;

    p += *p == '+' || *p == '-';
    p += *p == '.';
    if (strcasecmp(p, "inf") == 0 || strcasecmp(p, "nan") == 0)
        return true;
    if (*p < '0' || *p > '9')
        return false;
    return text[strspn(text, "0123456789abcdefABCDEFxXoO_.:+-tTzZ ")] == '\0';
}

/* Whether the syntax lets the text stand without quotes. */
static bool is_plain(const char *text, enum place place)
{
    size_t len = strlen(text);

    if (len == 0 || strchr("-?:,[]{}#&*!|>'\"%@`", text[0]) || strncmp(text, "...", 3) == 0)
        return false;
    if (text[0] == ' ' || text[len - 1] == ' ' || text[len - 1] == ':' || !is_clean(text, false))
        return false;
    for (size_t i = 1; i < len; i++) {
        if (text[i] == ' ' && text[i + 1] == '#')
            return false;
        if (text[i] == ':' && (text[i + 1] == ' ' || place == PLACE_FLOW))
            return false;
        if (place == PLACE_FLOW && strchr(",[]{}?", text[i]))
            return false;
    }
    return true;
}

static void add_escape(struct buf *b, unsigned code)
{
    if (code == '\n')
        buf_add(b, "\\n");
    else if (code == '\t')
        buf_add(b, "\\t");
    else if (code == '\r')
        buf_add(b, "\\r");
    else if (code <= 0xff)
        buf_addf(b, "\\x%02X", code);
    else if (code <= 0xffff)
        buf_addf(b, "\\u%04X", code);
    else
        buf_addf(b, "\\U%08X", code);
}

static void add_double_quoted(struct buf *b, const char *text)
{
    size_t len = strlen(text);

    buf_addc(b, '"');
    for (size_t i = 0; i < len;) {
        unsigned code;
        size_t n = utf8_next(text + i, len - i, &code);

        if (code == '"' || code == '\\')
            buf_addf(b, "\\%c", (char)code);
        else if (is_printable(code))
            buf_addn(b, text + i, n);
        else
            add_escape(b, code);
        i += n;
    }
    buf_addc(b, '"');
}

/* SQL is full of both quotes: single ones double only themselves. */
static void add_quoted(struct buf *b, const char *text)
{
    if (!is_clean(text, false) || !strpbrk(text, "\"\\")) {
        add_double_quoted(b, text);
        return;
    }
    buf_addc(b, '\'');
    for (; *text; text++) {
        if (*text == '\'')
            buf_addc(b, '\'');
        buf_addc(b, *text);
    }
    buf_addc(b, '\'');
}

static void add_inline(struct buf *b, const struct node *n, enum place place)
{
    if (is_plain(n->text, place) && (n->plain || (!is_word(n->text) && !is_like_number(n->text))))
        buf_add(b, n->text);
    else if (n->plain && is_like_number(n->text) &&
             is_clean(n->text, false)) /* -1: only texts may not start so */
        buf_add(b, n->text);
    else
        add_quoted(b, n->text);
}

/* A literal block keeps a text but for what editors and eyes lose: space at the ends of lines. */
static bool is_literal(const char *text)
{
    const char *newline = strchr(text, '\n');

    if (!newline || text[strspn(text, "\n")] == '\0' || !is_clean(text, true))
        return false;
    for (const char *p = text; *p; p++)
        if ((*p == ' ' || *p == '\t') && (p[1] == '\n' || p[1] == '\0'))
            return false;
    return true;
}

static void add_literal(struct buf *b, const char *text, size_t indent)
{
    size_t len = strlen(text);

    buf_addc(b, '|');
    if (strchr(" \t\n", text[0])) /* else the reader takes the first line's indentation for the block's */
        buf_addf(b, "%d", INDENT);
    if (text[len - 1] != '\n')
        buf_addc(b, '-');
    else if (len > 1 && text[len - 2] == '\n')
        buf_addc(b, '+');
    buf_addc(b, '\n');
    while (*text) {
        size_t line = strcspn(text, "\n");

        if (line > 0)
            add_indent(b, indent);
        buf_addn(b, text, line);
        buf_addc(b, '\n');
        text += line;
        text += *text == '\n';
    }
}

static bool is_flow(const struct node *list)
{
    const struct node *item;
    size_t width = 0;

    list_each (item, &list->items) {
        if (item->type != NODE_SCALAR || !is_clean(item->text, false))
            return false;
        width += strlen(item->text) + 2;
        if (width > FLOW_MAX)
            return false;
    }
    return true;
}

static void add_flow(struct buf *b, const struct node *list)
{
    const struct node *item;
    bool first = true;

    buf_addc(b, '[');
    list_each (item, &list->items) {
        buf_sep(b, &first, ", ");
        add_inline(b, item, PLACE_FLOW);
    }
    buf_addc(b, ']');
}

static void add_collection(struct buf *b, const struct node *n, size_t indent);

/* The value behind "key:" or "-", up to the end of its last line. indent: of the collection it stands in. */
static void add_value(struct buf *b, const struct node *n, size_t indent)
{
    bool empty = (n->type == NODE_LIST || n->type == NODE_MAP) && n->items.n == 0;

    if (n->type == NODE_NULL) {
        buf_addc(b, '\n');
    } else if (n->type == NODE_SCALAR && is_literal(n->text)) {
        buf_addc(b, ' ');
        add_literal(b, n->text, indent + INDENT);
    } else if (n->type == NODE_SCALAR) {
        buf_addc(b, ' ');
        add_inline(b, n, PLACE_BLOCK);
        buf_addc(b, '\n');
    } else if (empty) {
        buf_add(b, n->type == NODE_LIST ? " []\n" : " {}\n");
    } else if (n->type == NODE_LIST && is_flow(n)) {
        buf_addc(b, ' ');
        add_flow(b, n);
        buf_addc(b, '\n');
    } else {
        buf_addc(b, '\n');
        add_collection(b, n, indent + INDENT);
    }
}

static void add_key(struct buf *b, const char *key, size_t indent)
{
    AUTO_BUF text = {0};
    const struct node n = {.type = NODE_SCALAR, .text = key};

    add_inline(&text, &n, PLACE_KEY);
    if (text.len > KEY_MAX) {
        buf_addf(b, "? %s\n", buf_str(&text));
        add_indent(b, indent);
    } else {
        buf_add(b, buf_str(&text));
    }
    buf_addc(b, ':');
}

static void add_pairs(struct buf *b, const struct node *map, size_t indent, bool indent_first)
{
    const struct pair *pair;

    list_each (pair, &map->items) {
        if (indent_first)
            add_indent(b, indent);
        indent_first = true;
        add_key(b, pair->key, indent);
        add_value(b, pair->value, indent);
    }
}

/* A mapping starts on the line of its dash. A null in a list must be said. */
static void add_item(struct buf *b, const struct node *item, size_t indent)
{
    if (item->type == NODE_NULL) {
        buf_add(b, " null\n");
    } else if (item->type == NODE_MAP && item->items.n > 0) {
        buf_addc(b, ' ');
        add_pairs(b, item, indent + INDENT, false);
    } else {
        add_value(b, item, indent);
    }
}

/* Trees are as deep as YAML files may be (64), or as deep as our own output. */
static void add_collection(struct buf *b, const struct node *n, size_t indent)
{
    const struct node *item;

    if (n->type == NODE_MAP) {
        add_pairs(b, n, indent, true);
        return;
    }
    list_each (item, &n->items) {
        add_indent(b, indent);
        buf_addc(b, '-');
        add_item(b, item, indent);
    }
}

void yaml_write(struct buf *out, const struct node *n)
{
    bool collection = (n->type == NODE_MAP || n->type == NODE_LIST) && n->items.n > 0;

    if (collection && !(n->type == NODE_LIST && is_flow(n))) {
        add_collection(out, n, 0);
    } else if (n->type == NODE_NULL) {
        buf_add(out, "null\n");
    } else if (n->type == NODE_SCALAR && is_literal(n->text)) {
        add_literal(out, n->text, INDENT);
    } else if (n->type == NODE_SCALAR) {
        add_inline(out, n, PLACE_BLOCK);
        buf_addc(out, '\n');
    } else if (n->type == NODE_LIST) {
        add_flow(out, n);
        buf_addc(out, '\n');
    } else {
        buf_add(out, "{}\n");
    }
}
