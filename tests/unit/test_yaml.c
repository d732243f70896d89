#include "harness.h"

#include "schema/model.h"
#include <time.h>

/* ---- what is read, shown as JSON ---- */

struct good {
    const char *name, *yaml, *json;
};

static const struct good good_rows[] = {
    {"empty file", "", "{}"},
    {"only comments", "# nothing\n\n# here\n", "{}"},
    {"document marker", "---\na: b\n...\n", "{\"a\":\"b\"}"},
    {"null document", "~\n", "null"},
    {"plain words stay texts", "a: NO\nb: 1.10\nc: 010\nd: yes",
     "{\"a\":\"NO\",\"b\":1.10,\"c\":\"010\",\"d\":\"yes\"}"},
    {"nulls", "a:\nb: ~\nc: null\nd: ''\ne: 'null'\n",
     "{\"a\":null,\"b\":null,\"c\":null,\"d\":\"\",\"e\":\"null\"}"},
    {"quoted is not a number", "a: '1'\nb: 1\n", "{\"a\":\"1\",\"b\":1}"},
    {"core tags", "a: !!str 12\nb: !!int 12\nc: !!seq []\nd: !!map {}\ne: !!str\n",
     "{\"a\":\"12\",\"b\":12,\"c\":[],\"d\":{},\"e\":\"\"}"},
    {"literal block", "a: |\n  x\n   y\nb: >-\n  x\n  y\n", "{\"a\":\"x\\n y\\n\",\"b\":\"x y\"}"},
    {"alias", "a: &x {b: 1}\nc: *x\n", "{\"a\":{\"b\":1},\"c\":{\"b\":1}}"},
    {"alias of a text", "a: &x hello\nc: [*x, *x]\n", "{\"a\":\"hello\",\"c\":[\"hello\",\"hello\"]}"},
    {"anchor again", "a: &x 1\nb: &x 2\nc: *x\n", "{\"a\":1,\"b\":2,\"c\":2}"},
    {"merge", "a: &x {p: 1, q: 2}\nb:\n  <<: *x\n  q: 3\n",
     "{\"a\":{\"p\":1,\"q\":2},\"b\":{\"p\":1,\"q\":3}}"},
    {"merge stands where it is written", "a: &x {p: 1}\nb: {o: 0, <<: *x, q: 2}\n",
     "{\"a\":{\"p\":1},\"b\":{\"o\":0,\"p\":1,\"q\":2}}"},
    {"merge list, first wins", "a: &x {p: 1}\nb: &y {p: 2, q: 2}\nc: {<<: [*x, *y]}\n",
     "{\"a\":{\"p\":1},\"b\":{\"p\":2,\"q\":2},\"c\":{\"p\":1,\"q\":2}}"},
    {"merge of a merge", "a: &x {p: 1}\nb: &y {<<: *x, q: 2}\nc: {<<: *y}\n",
     "{\"a\":{\"p\":1},\"b\":{\"p\":1,\"q\":2},\"c\":{\"p\":1,\"q\":2}}"},
    {"quoted << is a key", "'<<': 1\n", "{\"<<\":1}"},
    {"many keys",
     "a1: 1\na2: 1\na3: 1\na4: 1\na5: 1\na6: 1\na7: 1\na8: 1\na9: 1\na10: 1\na11: 1\na12: 1\na13: 1\na14: "
     "1\n",
     "{\"a1\":1,\"a2\":1,\"a3\":1,\"a4\":1,\"a5\":1,\"a6\":1,\"a7\":1,\"a8\":1,\"a9\":1,\"a10\":1,\"a11\":1,"
     "\"a12\":1,"
     "\"a13\":1,\"a14\":1}"},
};

static void check_good(void **state)
{
    const struct good *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct diag d = {0};
    struct node *n;

    if (yaml_read(&a, text_source(&a, row->yaml), &d, &n) < 0)
        expect_text(diag_text(&a, &d), "");
    else
        json_write(&out, n, false);
    expect_text(buf_str(&out), row->json);
    diag_clear(&d);
}

/* ---- what is refused, and where ---- */

struct bad {
    const char *name, *yaml, *want; /* line:column [code] related, of all errors */
};

static const struct bad bad_rows[] = {
    {"duplicate key", "a: 1\nb: 2\na: 3\n", "3:1 [yaml.duplicate-key] 1:1\n"},
    {"two duplicate keys", "a: 1\na: 2\nb:\n  c: 1\n  c: 2\n",
     "2:1 [yaml.duplicate-key] 1:1\n5:3 [yaml.duplicate-key] 4:3\n"},
    {"duplicate key among many",
     "{a1: 1, a2: 1, a3: 1, a4: 1, a5: 1, a6: 1, a7: 1, a8: 1, a9: 1, a10: 1, a11: 1, a12: 1, a13: 1,\na2: "
     "1}",
     "2:1 [yaml.duplicate-key] 1:9\n"},
    {"two merges", "a: &x {p: 1}\nb: {<<: *x, <<: *x}\n", "2:13 [yaml.duplicate-key] 2:5\n"},
    {"unknown alias", "a: *x\n", "1:4 [yaml.alias]\n"},
    {"anchor within itself", "a: &x [1, *x]\n", "1:11 [yaml.alias]\n"},
    {"alias as key", "a: &x b\n*x : 1\n", "2:1 [yaml.key]\n"},
    {"list as key", "? [a]\n: 1\n", "1:3 [yaml.key]\n"},
    {"missing key", "? \n: 1\n", "1:2 [yaml.key]\n"},
    {"colon first", ": 1\n", "1:1 [yaml.indentation] 1:1\n"},
    {"merge of a text", "a: &x b\nc: {<<: *x}\n", "2:5 [yaml.merge]\n"},
    {"merge of a list of texts", "c: {<<: [a]}\n", "1:5 [yaml.merge]\n"},
    {"tag of a program", "a: !!python/object x\n", "1:4 [yaml.tag]\n"},
    {"own tag", "a: !mine x\n", "1:4 [yaml.tag]\n"},
    {"tag of a list on a text", "a: !!seq x\n", "1:4 [yaml.tag]\n"},
    {"unknown handle", "a: !x!y z\n", "1:4 [yaml.tag]\n"},
    {"two documents", "a: 1\n---\nb: 2\n", "2:1 [yaml.document]\n"},
    {"text after the document", "a: 1\n...\nb: 2\n", "3:1 [yaml.document]\n"},
    {"tab indentation", "a:\n\tb: 1\n", "2:1 [yaml.tab]\n"},
    {"tab indentation, deeper", "a:\n  b: 1\n\tc: 1\n", "3:1 [yaml.tab]\n"},
    {"colon in a value", "a: b: c\n", "1:5 [yaml.colon]\n"},
    {"wrong indentation", "a:\n   b: 1\n  c: 2\n", "3:3 [yaml.indentation] 1:1\n"},
    {"quote in the middle", "a: 'x' || 'y'\n", "1:8 [yaml.block]\n"},
    {"quote at the start", "a: 'x' + 1\n", "1:8 [yaml.indentation] 1:1\n"},
    {"list item astray", "a:\n  - b\n c: 1\n", "3:2 [yaml.indentation] 1:1\n"},
    {"open quote", "a: 1\nb: \"abc\nc: 2\n", "2:4 [yaml.quote] 4:1\n"},
    {"open single quote", "b: 'abc", "1:4 [yaml.quote] 1:8\n"},
    {"open list", "a: [1, 2\nb: 3\n", "2:2 [yaml.flow] 1:4\n"},
    {"open mapping", "a: {b: 1\nc: 3\n", "2:2 [yaml.flow] 1:4\n"},
    {"at sign", "a: @x\n", "1:4 [yaml.character]\n"},
    {"backquote", "a: `x`\n", "1:4 [yaml.character]\n"},
    {"percent", "a: %x\n", "1:4 [yaml.character]\n"},
    {"star", "a: *\n", "1:5 [yaml.name]\n"},
    {"unknown escape", "a: \"\\d\"\n", "1:5 [yaml.escape]\n"},
    {"key without colon", "a: 1\nb\nc: 2\n", "2:1 [yaml.colon-missing]\n"},
    {"control character", "a: 1\nb: x\001y\n", "2:5 [yaml.character]\n"},
    {"control character after accents", "\303\251: \303\251\303\251\177\n", "1:6 [yaml.character]\n"},
    {"invalid UTF-8", "a: 1\nb\303\251: \377\n", "2:5 [yaml.encoding]\n"},
    {"UTF-16", "\377\376a: 1", "1:1 [yaml.encoding]\n"},
    {"NUL by escape", "a: \"x\\0y\"\n", "1:4 [yaml.nul]\n"},
    {"anchor at a key", "&x a: 1\n", "1:1 [yaml.key]\n"},
};

static char *places(struct arena *a, const struct diag *d)
{
    struct buf b = {0};
    const struct diag_entry *e;

    list_each (e, &d->entries) {
        buf_addf(&b, "%u:%u [%s]", e->at.line, e->at.column, e->code);
        if (e->related.source)
            buf_addf(&b, " %u:%u", e->related.line, e->related.column);
        buf_addc(&b, '\n');
    }
    return buf_take(&b, a);
}

static void check_bad(void **state)
{
    const struct bad *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct node *n = NULL;

    assert_int_equal(yaml_read(&a, text_source(&a, row->yaml), &d, &n), ERR);
    assert_null(n);
    expect_text(places(&a, &d), row->want);
    diag_clear(&d);
}

/* ---- bombs ---- */

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Refused with this code within a fraction of a second: a sanitized build on a busy machine takes a while. */
static void expect_refused(const char *text, size_t len, const char *code)
{
    struct source s = {.name = "bomb", .text = text, .len = len};
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct node *n;
    double start = seconds();

    assert_int_equal(yaml_read(&a, &s, &d, &n), ERR);
    assert_true(seconds() - start < 0.5);
    expect_error(&d, code);
    diag_clear(&d);
}

static void repeat(struct buf *b, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        buf_add(b, text);
}

static void test_deep_flow(void **state UNUSED)
{
    AUTO_BUF b = {0};
    repeat(&b, "[", 200000);
    expect_refused(buf_str(&b), b.len, "yaml.depth");
}

static void test_deep_maps(void **state UNUSED)
{
    AUTO_BUF b = {0};
    repeat(&b, "{a: ", 200000);
    expect_refused(buf_str(&b), b.len, "yaml.depth");
}

static void test_deep_block(void **state UNUSED)
{
    AUTO_BUF b = {0};
    repeat(&b, "- ", 200000);
    expect_refused(buf_str(&b), b.len, "yaml.depth");
}

static void test_billion_laughs(void **state UNUSED)
{
    AUTO_BUF b = {0};
    buf_add(&b, "a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
        buf_addf(&b, "a%d: &a%d [", i, i);
        for (int k = 0; k < 9; k++)
            buf_addf(&b, "%s*a%d", k ? ", " : "", i - 1);
        buf_add(&b, "]\n");
    }
    expect_refused(buf_str(&b), b.len, "yaml.expansion");
}

static void test_merge_bomb(void **state UNUSED)
{
    AUTO_BUF b = {0};
    buf_add(&b, "a: &a\n");
    for (int i = 0; i < 3000; i++)
        buf_addf(&b, "  k%d: 1\n", i);
    for (int i = 0; i < 3000; i++)
        buf_addf(&b, "b%d: {<<: *a}\n", i);
    expect_refused(buf_str(&b), b.len, "yaml.expansion");
}

/* Each level is flat; together they are not. */
static void test_alias_depth(void **state UNUSED)
{
    AUTO_BUF b = {0};
    buf_add(&b, "a0: &a0 [x]\n");
    for (int i = 1; i < 200; i++)
        buf_addf(&b, "a%d: &a%d [*a%d]\n", i, i, i - 1);
    expect_refused(buf_str(&b), b.len, "yaml.depth");
}

static void test_directives(void **state UNUSED)
{
    AUTO_BUF b = {0};
    for (int i = 0; i < 50000; i++)
        buf_addf(&b, "%%TAG !a%d! tag:x\n", i);
    expect_refused(buf_str(&b), b.len, "yaml.limit");
}

static void test_long_key(void **state UNUSED)
{
    AUTO_BUF b = {0};
    repeat(&b, "a", 1 << 20);
    buf_add(&b, ": 1\n");
    expect_refused(buf_str(&b), b.len, "yaml.key-length");
}

static void test_long_text(void **state UNUSED)
{
    AUTO_BUF b = {0};
    buf_add(&b, "a: ");
    repeat(&b, "x", (16 << 20) + 1);
    struct source s = {.name = "long", .text = buf_str(&b), .len = b.len};
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct node *n;
    assert_int_equal(yaml_read(&a, &s, &d, &n), ERR);
    expect_error(&d, "yaml.limit");
    diag_clear(&d);
}

static void test_nul(void **state UNUSED)
{
    static const char text[] = "a: b\0c\n";
    expect_refused(text, sizeof(text) - 1, "yaml.nul");
}

static void test_errors_end(void **state UNUSED)
{
    AUTO_BUF b = {0};
    repeat(&b, "a: 1\n", 10000);
    struct source s = {.name = "many", .text = buf_str(&b), .len = b.len};
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct node *n;
    assert_int_equal(yaml_read(&a, &s, &d, &n), ERR);
    assert_int_equal(d.errors, 100);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, good_rows, check_good);
    ADD_ROWS(&c, bad_rows, check_bad);
    add_case(&c, "deep flow lists", test_deep_flow);
    add_case(&c, "deep flow mappings", test_deep_maps);
    add_case(&c, "deep block lists", test_deep_block);
    add_case(&c, "billion laughs", test_billion_laughs);
    add_case(&c, "merge bomb", test_merge_bomb);
    add_case(&c, "depth by aliases", test_alias_depth);
    add_case(&c, "directives", test_directives);
    add_case(&c, "a key of 1 MB", test_long_key);
    add_case(&c, "a text of 16 MB", test_long_text);
    add_case(&c, "NUL byte", test_nul);
    add_case(&c, "errors end after a hundred", test_errors_end);
    return run_cases(&c, "yaml");
}
