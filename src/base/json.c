/* jansson reads (its limits and errors are good); writing is ours, because the order of keys and every byte
 * of the layout belong to kedge's output. */
#include "base/node.h"

#include "base/utf8.h"
#include <jansson.h>
#include <string.h>

enum { DEPTH_LIMIT = 256 };

static struct node *from_json(struct arena *a, json_t *j, const struct source *source, unsigned depth);

static struct node *from_object(struct arena *a, json_t *j, const struct source *source, unsigned depth)
{
    struct node *map = node_map(a);
    for (void *it = json_object_iter(j); it; it = json_object_iter_next(j, it)) {
        struct pair *pair = arena_new(a, struct pair);
        pair->key = arena_strdup(a, json_object_iter_key(it));
        pair->at.source = source;
        pair->value = from_json(a, json_object_iter_value(it), source, depth + 1);
        if (!pair->value)
            return NULL;
        list_push(a, &map->items, pair); /* jansson refused duplicate keys: no need to look again */
    }
    return map;
}

static struct node *from_array(struct arena *a, json_t *j, const struct source *source, unsigned depth)
{
    struct node *list = node_list(a);
    for (size_t i = 0; i < json_array_size(j); i++) {
        struct node *item = from_json(a, json_array_get(j, i), source, depth + 1);
        if (!item)
            return NULL;
        node_add(a, list, item);
    }
    return list;
}

static struct node *from_real(struct arena *a, double value)
{
    struct node *n = node_text(a, arena_printf(a, "%.17g", value));
    n->plain = true;
    return n;
}

/* NULL: nested too deep. */
static struct node *from_json(struct arena *a, json_t *j, const struct source *source, unsigned depth)
{
    if (depth > DEPTH_LIMIT)
        return NULL;
    struct node *n = NULL;
    switch (json_typeof(j)) {
    case JSON_OBJECT:
        n = from_object(a, j, source, depth);
        break;
    case JSON_ARRAY:
        n = from_array(a, j, source, depth);
        break;
    case JSON_STRING:
        n = node_text(a, json_string_value(j));
        break;
    case JSON_INTEGER:
        n = node_number(a, json_integer_value(j));
        break;
    case JSON_REAL:
        n = from_real(a, json_real_value(j));
        break;
    case JSON_TRUE:
    case JSON_FALSE:
        n = node_bool(a, json_is_true(j));
        break;
    case JSON_NULL:
        n = node_text(a, NULL);
        break;
    }
    if (n)
        n->at.source = source;
    return n;
}

int json_read(struct arena *a, const char *text, const char *what, struct diag *d, struct node **ret)
{
    struct source *source = arena_new(a, struct source);
    source->name = arena_strdup(a, what);
    source->text = arena_strdup(a, text);
    source->len = strlen(text);

    json_error_t error;
    json_t *j = json_loads(text, JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
    if (!j) {
        /* The position is that of the end of the offending token. */
        size_t offset = error.position > 0 ? (size_t)error.position - 1 : 0;
        return diag_error(d, "json.syntax", loc_at(source, offset), "not valid JSON: %s", error.text);
    }
    struct node *n = from_json(a, j, source, 0);
    json_decref(j);
    if (!n)
        return diag_error(d, "json.depth", (struct loc){.source = source},
                          "JSON nested deeper than %d levels", DEPTH_LIMIT);
    *ret = n;
    return OK;
}

static void write_string(struct buf *out, const char *text)
{
    buf_addc(out, '"');
    size_t len = strlen(text);
    for (size_t i = 0; i < len;) {
        unsigned code;
        size_t n = utf8_next(text + i, len - i, &code);
        if (code == '"' || code == '\\')
            buf_addf(out, "\\%c", (char)code);
        else if (code == '\n')
            buf_add(out, "\\n");
        else if (code == '\t')
            buf_add(out, "\\t");
        else if (code < 0x20 || code == 0x7F)
            buf_addf(out, "\\u%04x", code);
        else if (code == 0xFFFD && n == 1)
            buf_add(out, "\xEF\xBF\xBD"); /* JSON must be UTF-8 whatever we were given */
        else
            buf_addn(out, text + i, n);
        i += n;
    }
    buf_addc(out, '"');
}

static size_t skip_digits(const char *s)
{
    return strspn(s, "0123456789");
}

/* JSON's grammar, narrower than YAML's plain scalars: 010 or .5 or 1_000 must be written as strings. */
static bool is_number(const char *s)
{
    s += *s == '-';
    size_t n = skip_digits(s);
    if (n == 0 || (*s == '0' && n > 1))
        return false;
    s += n;
    if (*s == '.') {
        n = skip_digits(s + 1);
        if (n == 0)
            return false;
        s += 1 + n;
    }
    if (*s == 'e' || *s == 'E') {
        s++;
        s += *s == '+' || *s == '-';
        n = skip_digits(s);
        if (n == 0)
            return false;
        s += n;
    }
    return *s == '\0';
}

static void write_scalar(struct buf *out, const struct node *n)
{
    bool bare =
        n->plain && (strcmp(n->text, "true") == 0 || strcmp(n->text, "false") == 0 || is_number(n->text));
    if (bare)
        buf_add(out, n->text);
    else
        write_string(out, n->text);
}

static void new_line(struct buf *out, bool pretty, unsigned depth)
{
    if (pretty)
        buf_addf(out, "\n%*s", (int)(2 * depth), "");
}

/* Trees come from readers with a limit of their own, or from code that nests a handful of levels: what is
 * deeper than the limit cannot be read back and is written as null. */
static void write_node(struct buf *out, const struct node *n, bool pretty, unsigned depth)
{
    if (n->type == NODE_SCALAR) {
        write_scalar(out, n);
        return;
    }
    if (n->type == NODE_NULL || depth > DEPTH_LIMIT) {
        buf_add(out, "null");
        return;
    }
    bool map = n->type == NODE_MAP;
    buf_addc(out, map ? '{' : '[');
    for (size_t i = 0; i < n->items.n; i++) {
        const struct node *value = n->items.at[i];
        if (i)
            buf_addc(out, ',');
        new_line(out, pretty, depth + 1);
        if (map) {
            const struct pair *pair = n->items.at[i];
            write_string(out, pair->key);
            buf_add(out, pretty ? ": " : ":");
            value = pair->value;
        }
        write_node(out, value, pretty, depth + 1);
    }
    if (n->items.n)
        new_line(out, pretty, depth);
    buf_addc(out, map ? '}' : ']');
}

void json_write(struct buf *out, const struct node *n, bool pretty)
{
    write_node(out, n, pretty, 0);
}
