/* Arena, list, map, buffer, hash, widths, table, node and JSON: small things in one program. */
#include "harness.h"

#include "base/hash.h"
#include "base/list.h"
#include "base/map.h"
#include "base/node.h"
#include "base/table.h"
#include "base/utf8.h"

static void check_arena(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    for (size_t i = 0; i < 5000; i++) {
        unsigned char *p = arena_alloc(&a, i % 97);
        assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < i % 97; k++)
            assert_int_equal(p[k], 0);
        memset(p, 0xFF, i % 97);
    }
    char *large = arena_alloc(&a, 1000000), *small = arena_strdup(&a, "small");
    memset(large, 1, 1000000);
    expect_text(small, "small");
    assert_null(arena_strdup(&a, NULL));
    expect_text(arena_strndup(&a, "abcdef", 3), "abc");
    expect_text(arena_printf(&a, "%d-%s", 5, "x"), "5-x");
    arena_clear(&a);
    expect_text(arena_strdup(&a, "usable again"), "usable again");
}

static int compare_first(const void *x, const void *y)
{
    return *(const char *)x - *(const char *)y;
}

static void check_list(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    struct list l = {0};
    const char *item;
    list_each (item, &l)
        fail();
    static const char *const items[] = {"c1", "a1", "b1", "a2", "c2", "a3", "b2", "b3", "c3", "a4", "d1"};
    for (size_t i = 0; i < COUNT(items); i++)
        list_push(&a, &l, items[i]);
    assert_true(list_has_text(&l, "b2"));
    assert_false(list_has_text(&l, "z"));
    list_sort(&l, compare_first);
    AUTO_BUF b = {0};
    list_each (item, &l)
        buf_addf(&b, "%s ", item);
    expect_text(buf_str(&b), "a1 a2 a3 a4 b1 b2 b3 c1 c2 c3 d1 "); /* equal ones keep their order */
}

static void check_map(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_MAP m = {0};
    struct idmap ids = {0};
    assert_null(map_get(&m, "x"));
    assert_null(idmap_get(&ids, 7));
    assert_int_equal(map_count(&m), 0);
    for (size_t i = 0; i < 3000; i++) {
        char *key = arena_printf(&a, "key %zu", i);
        assert_true(map_put(&m, key, key));
        assert_true(idmap_put(&ids, i * 0x100000001ULL, key));
    }
    assert_int_equal(map_count(&m), 3000);
    for (size_t i = 0; i < 3000; i++) {
        char *key = arena_printf(&a, "key %zu", i);
        expect_text(map_get(&m, key), key);
        expect_text(idmap_get(&ids, i * 0x100000001ULL), key);
    }
    assert_false(map_put(&m, "key 5", "other"));
    expect_text(map_get(&m, "key 5"), "other");
    assert_false(idmap_put(&ids, 0, "other"));
    expect_text(idmap_get(&ids, 0), "other");
    assert_true(idmap_put(&ids, 0xFFFFFFFFFFFFFFFFULL, "all bits"));
    expect_text(idmap_get(&ids, 0xFFFFFFFFFFFFFFFFULL), "all bits");
    map_clear(&m);
    assert_null(map_get(&m, "key 5"));
    idmap_clear(&ids);
}

static void check_buf(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    bool first = true;
    expect_text(buf_str(&b), "");
    for (int i = 0; i < 3; i++) {
        buf_sep(&b, &first, ", ");
        buf_addf(&b, "%d", i);
    }
    expect_text(buf_str(&b), "0, 1, 2");
    buf_truncate(&b, 4);
    buf_truncate(&b, 99);
    buf_addc(&b, '!');
    buf_addn(&b, "xyz", 1);
    buf_addn(&b, NULL, 0);
    expect_text(buf_str(&b), "0, 1!x");
    expect_text(buf_take(&b, &a), "0, 1!x");
    expect_text(buf_str(&b), "");
    expect_text(buf_take(&b, &a), "");
    for (int i = 0; i < 1000; i++)
        buf_add(&b, "0123456789");
    assert_int_equal(strlen(buf_str(&b)), 10000);
}

static void check_hash(void **state)
{
    (void)state;
    char hex[65];
    sha256_hex("abc", 3, hex);
    expect_text(hex, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    sha256_hex(NULL, 0, hex);
    expect_text(hex, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void check_utf8(void **state)
{
    (void)state;
    assert_int_equal(utf8_width("abc"), 3);
    assert_int_equal(utf8_width("größe"), 5);
    assert_int_equal(utf8_width("日本"), 4);
    assert_int_equal(utf8_width("e\xCC\x81"), 1);
    assert_int_equal(utf8_valid_length("aä😀", 7), 7);
    assert_int_equal(utf8_valid_length("aä😀", 6), 3);
    assert_int_equal(utf8_valid_length("a\xF5\x80\x80\x80", 5), 1);
    assert_int_equal(utf8_cut("aä😀", 7), 7);
    assert_int_equal(utf8_cut("aä😀", 6), 3);
    assert_int_equal(utf8_cut("aä😀", 2), 1);
}

static void check_table(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    static const char *const heads[] = {"name", "note", "n"};
    struct table *t = table_new(&a, heads, 3);
    table_row(t, (const char *const[]){"日本", "wide", "1"});
    table_row(t, (const char *const[]){"größe", NULL, "2"});
    table_row(t, (const char *const[]){"a\nb", "x", NULL});
    table_row(t, (const char *const[]){"alone", NULL, NULL});
    table_render(t, &b, false);
    expect_text(buf_str(&b), "name      note  n\n"
                             "日本      wide  1\n"
                             "größe           2\n"
                             "a\\u000Ab  x\n"
                             "alone\n");
    buf_truncate(&b, 0);
    table_render(t, &b, true);
    assert_int_equal(strncmp(buf_str(&b), "\033[1mname      note  n\033[0m\n", 26), 0);
}

static void check_node(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    struct node *map = node_map(&a), *list = node_list(&a), *yaml = node_text(&a, "010");
    yaml->plain = true;
    node_set(&a, map, "z", node_text(&a, "a\"\\\n\t\001é"));
    node_set(&a, map, "a", node_number(&a, -5));
    node_set(&a, map, "list", list);
    node_add(&a, list, node_bool(&a, true));
    node_add(&a, list, node_text(&a, NULL));
    node_add(&a, list, node_text(&a, "12"));
    node_add(&a, list, yaml);
    node_set(&a, map, "a", node_number(&a, 6));
    node_set(&a, map, "empty", node_map(&a));
    json_write(&b, map, false);
    expect_text(
        buf_str(&b),
        "{\"z\":\"a\\\"\\\\\\n\\t\\u0001é\",\"a\":6,\"list\":[true,null,\"12\",\"010\"],\"empty\":{}}");
    buf_truncate(&b, 0);
    json_write(&b, list, true);
    expect_text(buf_str(&b), "[\n  true,\n  null,\n  \"12\",\n  \"010\"\n]");
    assert_null(node_get(map, "none"));
    assert_null(node_get(list, "a"));
    expect_text(node_get(map, "a")->text, "6");
}

struct json_row {
    const char *name, *want; /* want: written back, or NULL with an error at column */
    unsigned line, column;
};

static const struct json_row json_rows[] = {
    {"{\"b\": [1, -2.5, true, null, \"x\\u0041\"], \"a\": {}}", "{\"b\":[1,-2.5,true,null,\"xA\"],\"a\":{}}",
     0, 0},
    {"\"text\"", "\"text\"", 0, 0},
    {"12", "12", 0, 0},
    {"{\"a\": 1,\n \"a\": 2}", NULL, 2, 4},
    {"{\"a\": }", NULL, 1, 7},
    {"[1, 2", NULL, 1, 5},
    {"", NULL, 1, 1},
    {"[\"\\u0000\"]", NULL, 1, 9},
};

static void check_json(void **state)
{
    const struct json_row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    struct diag d = {0};
    struct node *n = NULL;
    int rc = json_read(&a, row->name, "what", &d, &n);
    if (row->want) {
        expect_text(diag_text(&a, &d), "");
        json_write(&b, n, false);
        expect_text(buf_str(&b), row->want);
    } else {
        assert_int_equal(rc, ERR);
        expect_error(&d, "json.syntax");
        const struct diag_entry *e = d.entries.at[0];
        expect_text(e->at.source->name, "what");
        assert_int_equal(e->at.line, row->line);
        assert_int_equal(e->at.column, row->column);
    }
    diag_clear(&d);
}

static void check_json_depth(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    struct diag d = {0};
    struct node *n = NULL;
    for (int i = 0; i < 1000; i++)
        buf_addc(&b, '[');
    for (int i = 0; i < 1000; i++)
        buf_addc(&b, ']');
    assert_int_equal(json_read(&a, buf_str(&b), "deep", &d, &n), ERR);
    expect_error(&d, "json.depth");
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    add_case(&c, "arena", check_arena);
    add_case(&c, "list", check_list);
    add_case(&c, "map and idmap", check_map);
    add_case(&c, "buffer", check_buf);
    add_case(&c, "sha256", check_hash);
    add_case(&c, "utf8", check_utf8);
    add_case(&c, "table", check_table);
    add_case(&c, "node", check_node);
    ADD_ROWS(&c, json_rows, check_json);
    add_case(&c, "json too deep", check_json_depth);
    return run_cases(&c, "base");
}
