/* Trees written as YAML: how they look, and that they read back the same. */
#include "harness.h"

#include "schema/model.h"

struct row {
    const char *name, *text, *want;
};

/* A text as the value of a key. */
static const struct row rows[] = {
    {"word", "bigint", "k: bigint\n"},
    {"words", "bigint not null default 1", "k: bigint not null default 1\n"},
    {"empty", "", "k: \"\"\n"},
    {"null", "null", "k: \"null\"\n"},
    {"tilde", "~", "k: \"~\"\n"},
    {"boolean", "yes", "k: \"yes\"\n"},
    {"boolean, other case", "TRUE", "k: \"TRUE\"\n"},
    {"number", "1.10", "k: \"1.10\"\n"},
    {"negative number", "-1", "k: \"-1\"\n"},
    {"hexadecimal", "0x1F", "k: \"0x1F\"\n"},
    {"exponent", "1e3", "k: \"1e3\"\n"},
    {"infinity", ".inf", "k: \".inf\"\n"},
    {"date", "2001-01-01", "k: \"2001-01-01\"\n"},
    {"time", "12:30:45", "k: \"12:30:45\"\n"},
    {"number and word", "1 day", "k: 1 day\n"},
    {"merge key", "<<", "k: \"<<\"\n"},
    {"colon", "a: b", "k: \"a: b\"\n"},
    {"colon at the end", "a:", "k: \"a:\"\n"},
    {"cast", "x::text", "k: x::text\n"},
    {"comment", "a #b", "k: \"a #b\"\n"},
    {"hash in a word", "a#b", "k: a#b\n"},
    {"dash", "- a", "k: \"- a\"\n"},
    {"comment of SQL", "--", "k: \"--\"\n"},
    {"document", "---", "k: \"---\"\n"},
    {"document end", "... x", "k: \"... x\"\n"},
    {"anchor", "&a", "k: \"&a\"\n"},
    {"tag", "!x", "k: \"!x\"\n"},
    {"brackets", "[a]", "k: \"[a]\"\n"},
    {"single quotes", "'x'::text", "k: \"'x'::text\"\n"},
    {"double quotes", "\"Users\"", "k: '\"Users\"'\n"},
    {"both quotes", "'a' || \"B\"", "k: '''a'' || \"B\"'\n"},
    {"backslash", "\\d", "k: \\d\n"},
    {"quotes inside", "a = 'x'", "k: a = 'x'\n"},
    {"space before", " a", "k: \" a\"\n"},
    {"space behind", "a ", "k: \"a \"\n"},
    {"tab", "a\tb", "k: \"a\\tb\"\n"},
    {"control", "a\x01\x7f", "k: \"a\\x01\\x7F\"\n"},
    {"unicode", "größe 日本 😀", "k: größe 日本 😀\n"},
    {"bidirectional", "a\u202e", "k: \"a\\u202E\"\n"},
    {"line separator", "a\u2028b", "k: \"a\\u2028b\"\n"},
    {"next line",
     "a\xc2\x85"
     "b",
     "k: \"a\\x85b\"\n"},
    {"byte order mark", "\ufeff", "k: \"\\uFEFF\"\n"},
    {"lines", "a\nb\n", "k: |\n  a\n  b\n"},
    {"lines, no newline at the end", "a\nb", "k: |-\n  a\n  b\n"},
    {"lines, empty ones at the end", "a\nb\n\n\n", "k: |+\n  a\n  b\n\n\n"},
    {"lines, empty ones within", "a\n\n\nb\n", "k: |\n  a\n\n\n  b\n"},
    {"lines, indented first", "  a\nb\n", "k: |2\n    a\n  b\n"},
    {"lines, empty first", "\na\n", "k: |2\n\n  a\n"},
    {"lines, tab first", "\ta\n\tb\n", "k: |2\n  \ta\n  \tb\n"},
    {"lines, space at an end", "a \nb\n", "k: \"a \\nb\\n\"\n"},
    {"lines, tab at an end", "a\t\nb", "k: \"a\\t\\nb\"\n"},
    {"lines, space alone", "a\n \nb", "k: \"a\\n \\nb\"\n"},
    {"lines, carriage return", "a\r\nb\r\n", "k: \"a\\r\\nb\\r\\n\"\n"},
    {"newline alone", "\n", "k: \"\\n\"\n"},
    {"lines like YAML", "- a: b\n# c\n---\n", "k: |\n  - a: b\n  # c\n  ---\n"},
};

static bool same(const struct node *x, const struct node *y)
{
    if (x->type != y->type)
        return false;
    if (x->type == NODE_SCALAR)
        return strcmp(x->text, y->text) == 0;
    if (x->items.n != y->items.n)
        return false;
    for (size_t i = 0; i < x->items.n; i++) {
        const struct pair *p = x->items.at[i], *q = y->items.at[i];

        if (x->type == NODE_LIST
                ? !same(x->items.at[i], y->items.at[i])
                : x->type == NODE_MAP && (strcmp(p->key, q->key) != 0 || !same(p->value, q->value)))
            return false;
    }
    return true;
}

static void expect_round_trip(struct arena *a, const struct node *n)
{
    AUTO_BUF out = {0};
    struct diag d = {0};
    struct node *back;

    yaml_write(&out, n);
    if (yaml_read(a, text_source(a, buf_str(&out)), &d, &back) != OK || !same(n, back)) {
        print_error("%s\n%s", buf_str(&out), diag_text(a, &d));
        fail();
    }
    diag_clear(&d);
}

static void check_row(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct node *map = node_map(&a), *list = node_list(&a), *nested = node_map(&a), *key = node_map(&a);

    node_set(&a, map, "k", node_text(&a, row->text));
    yaml_write(&out, map);
    expect_text(buf_str(&out), row->want);
    expect_round_trip(&a, map);
    expect_round_trip(&a, node_text(&a, row->text));

    /* as key, as item, and deeper; between others */
    node_set(&a, key, row->text, node_text(&a, "x"));
    node_set(&a, key, "after", node_list(&a));
    node_add(&a, list, node_text(&a, row->text));
    expect_round_trip(&a, list);
    node_add(&a, list, key);
    node_add(&a, list, map);
    node_add(&a, list, node_text(&a, NULL));
    node_set(&a, nested, "list", list);
    node_set(&a, nested, "value", node_text(&a, row->text));
    node_set(&a, nested, "last", node_text(&a, NULL));
    expect_round_trip(&a, nested);
}

static void shapes(void **state)
{
    static const char want[] = "flow: [a, \"b, c\", \"[\", \"1\", 2]\n"
                               "empty: []\n"
                               "none: {}\n"
                               "block:\n"
                               "  - a: x\n"
                               "    b:\n"
                               "      - c:\n"
                               "  - null\n"
                               "  -\n"
                               "    - []\n"
                               "  - true\n";
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct node *map = node_map(&a), *flow = node_list(&a), *block = node_list(&a), *item = node_map(&a),
                *inner = node_list(&a), *c = node_map(&a), *deep = node_list(&a);

    (void)state;
    node_add(&a, flow, node_text(&a, "a"));
    node_add(&a, flow, node_text(&a, "b, c"));
    node_add(&a, flow, node_text(&a, "["));
    node_add(&a, flow, node_text(&a, "1"));
    node_add(&a, flow, node_number(&a, 2));
    node_set(&a, map, "flow", flow);
    node_set(&a, map, "empty", node_list(&a));
    node_set(&a, map, "none", node_map(&a));
    node_set(&a, item, "a", node_text(&a, "x"));
    node_set(&a, c, "c", node_text(&a, NULL));
    node_add(&a, inner, c);
    node_set(&a, item, "b", inner);
    node_add(&a, block, item);
    node_add(&a, block, node_text(&a, NULL));
    node_add(&a, deep, node_list(&a));
    node_add(&a, block, deep);
    node_add(&a, block, node_bool(&a, true));
    node_set(&a, map, "block", block);
    yaml_write(&out, map);
    expect_text(buf_str(&out), want);
    expect_round_trip(&a, map);
}

static void long_keys(void **state)
{
    AUTO_ARENA a = {0};
    AUTO_BUF key = {0};
    struct node *map = node_map(&a), *value = node_map(&a);

    (void)state;
    for (int i = 0; i < 500; i++)
        buf_add(&key, "ab, ");
    buf_add(&key, "c");
    node_set(&a, value, "x", node_text(&a, "y\nz"));
    node_set(&a, map, buf_str(&key), value);
    node_set(&a, map, arena_printf(&a, "%s2", buf_str(&key)), node_text(&a, "text"));
    node_set(&a, map, "short", node_text(&a, NULL));
    expect_round_trip(&a, map);
}

/* Every combination of characters that mean something to YAML, four in a row. */
static void combinations(void **state)
{
    static const char *const atoms[] = {"a",  " ", "\n", ":", "#", "-", "'", "\"", "\\",
                                        "\t", "|", ",",  "]", "{", "1", "?", "é"};
    enum { N = COUNT(atoms) };

    (void)state;
    for (size_t i = 0; i < N * N * N * N; i++) {
        AUTO_BUF text = {0};
        AUTO_ARENA a = {0};
        struct node *map = node_map(&a), *list = node_list(&a);

        buf_add(&text, atoms[i % N]);
        buf_add(&text, atoms[i / N % N]);
        buf_add(&text, atoms[i / N / N % N]);
        buf_add(&text, atoms[i / N / N / N]);
        node_add(&a, list, node_text(&a, buf_str(&text)));
        node_set(&a, map, buf_str(&text), list);
        node_set(&a, map, "value", node_text(&a, buf_str(&text)));
        expect_round_trip(&a, map);
    }
}

int main(void)
{
    struct cases c = {0};

    ADD_ROWS(&c, rows, check_row);
    add_case(&c, "shapes", shapes);
    add_case(&c, "long keys", long_keys);
    add_case(&c, "combinations", combinations);
    return run_cases(&c, "yaml_write");
}
