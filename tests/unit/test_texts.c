/* Expressions in objects, and the key under which what the server says of them is kept. */
#include "harness.h"

#include "schema/model.h"
#include "shadow/key.h"
#include "shadow/texts.h"

static struct arena texts;

static struct catalog *model_of(const char *yaml)
{
    struct list schemas = {0};
    struct diag d = {0};
    struct catalog *c = NULL;

    if (model_read_source(text_source(&texts, yaml), &schemas, &d, &c) != OK)
        expect_text(diag_text(&texts, &d), "");
    diag_clear(&d);
    return c;
}

static struct object *object_of(const struct catalog *c, const char *address)
{
    struct object *o = catalog_get(c, address);

    if (!o)
        expect_text("it is not there", address);
    return o;
}

/* --- texts --- */

#define MODEL                                                                                                                               \
    "schema: public\ntables:\n  t:\n    columns:\n      a: integer default 1 + 1\n      b: text\n"                                        \
    "      c: integer generated always as (a * 2) stored\n    checks: {k: a > 0}\n"                                                       \
    "    indexes:\n      i: (lower(b), a, upper(b)) where a <> 3\n    policies: {p: {using: a = 1, check: a = 2}}\n"                      \
    "views:\n  v: {query: select a from t}\n"

static const struct text {
    const char *name, *address, *texts;
} text_rows[] = {
    {"default", "column public.t.a", "1 + 1"},   {"none", "column public.t.b", ""},
    {"computed", "column public.t.c", "a * 2"},  {"check", "check public.t.k", "a > 0"},
    {"view", "view public.v", "select a from t|-"}, {"policy", "policy public.t.p", "a = 1|a = 2"},
    {"index", "index public.t.i", "lower(b)|upper(b)|a <> 3"},
};

static const char *joined(const struct list *l)
{
    AUTO_BUF b = {0};
    const char *text;

    list_each (text, l)
        buf_addf(&b, "%s%s", text_i ? "|" : "", text ? text : "-");
    return buf_take(&b, &texts);
}

/* Taken out, put back in the same places with other words, and taken out again. */
static void there_and_back(void **state)
{
    const struct text *row = *state;
    struct catalog *c = model_of(MODEL);
    struct object *o = object_of(c, row->address);
    struct list own = {0}, changed = {0}, again = {0}, wrong = {0};
    const char *text;

    texts_of(&texts, o, o, &own);
    expect_text(joined(&own), row->texts);
    list_each (text, &own)
        list_push(&texts, &changed, text ? arena_printf(&texts, "other %zu", text_i) : NULL);
    assert_true(texts_put(&c->arena, o, &changed));
    texts_of(&texts, o, o, &again);
    expect_text(joined(&again), joined(&changed));
    list_push(&texts, &wrong, "one");
    for (size_t i = 0; i < own.n; i++)
        list_push(&texts, &wrong, "more");
    assert_false(texts_put(&c->arena, o, &wrong));
    again = (struct list){0};
    texts_of(&texts, o, o, &again);
    expect_text(joined(&again), joined(&changed));
    catalog_free(c);
}

static const struct counted {
    const char *name, *x, *y; /* defaults of a column */
    size_t equal, normal, doubtful;
} counted[] = {
    {"equal", "1 + 1", "1 + 1", 1, 0, 0},       {"by normal form", "1+1", "1 + 1", 0, 1, 0},
    {"in doubt", "1 + 1", "2", 0, 0, 1},        {"another value is in doubt too", "1", "2", 0, 0, 1},
    {"null is none, perhaps", "null", NULL, 0, 0, 1}, {"a difference for certain", "1", NULL, 0, 0, 0},
};

static struct catalog *with_default(const char *text)
{
    return model_of(arena_printf(&texts, "schema: public\ntables:\n  t:\n    columns:\n      a: {type: integer%s%s%s}\n", text ? ", default: \"" : "",
                                 text ? text : "", text ? "\"" : ""));
}

static void count(void **state)
{
    const struct counted *row = *state;
    struct catalog *x = with_default(row->x), *y = with_default(row->y);
    struct shadow_counts counts = {0};
    size_t doubtful;

    texts_count(object_of(x, "column public.t.a"), object_of(y, "column public.t.a"), &counts, &doubtful);
    assert_int_equal(counts.equal, row->equal);
    assert_int_equal(counts.normal, row->normal);
    assert_int_equal(doubtful, row->doubtful);
    catalog_free(x);
    catalog_free(y);
}

static const struct timely {
    const char *name, *text;
    bool tells;
} timely[] = {
    {"now in a string", "'now'::text", true}, {"today", "'Today'", true},       {"tomorrow in an interval of words", "'tomorrow 10:00'", true},
    {"function", "length('x')", false},       {"a column called so", "now", false}, {"another word", "'renowned'", true /* to be sure */},
    {"not to be read", "'open", true},
};

static void tells_time(void **state)
{
    const struct timely *row = *state;
    struct catalog *c = with_default("1");
    struct object *o = object_of(c, "column public.t.a");
    struct list one = {0};

    list_push(&texts, &one, row->text);
    assert_true(texts_put(&c->arena, o, &one));
    assert_int_equal(texts_tell_time(o), row->tells);
    catalog_free(c);
}

/* --- keys --- */

#define KEYED(t, rest) "schema: public\ntables:\n  t:\n    columns: {" t "}\n    checks: {k: a > 0}\n" rest

static const struct keyed {
    const char *name, *other; /* the model after the change */
    bool same;
    const char *setting; /* of the live side after the change */
    int version;
} keyed[] = {
    {.name = "nothing", .other = KEYED("a: integer", ""), .same = true},
    {.name = "another table", .other = KEYED("a: integer", "  u: {columns: {b: text default 'x'}}\n"), .same = true},
    {.name = "a view over it", .other = KEYED("a: integer", "views:\n  v: {query: select a from t}\n"), .same = true},
    {.name = "an index of it", .other = KEYED("a: integer", "    indexes: {i: (a)}\n"), .same = true},
    {.name = "a comment on another table", .other = KEYED("a: integer", "  u:\n    comment: x\n    columns: {b: text}\n"), .same = true},
    {.name = "a column more", .other = KEYED("a: integer, b: text", "")},
    {.name = "another type of the column", .other = KEYED("a: bigint", "")},
    {.name = "the check itself", .other = "schema: public\ntables:\n  t:\n    columns: {a: integer}\n    checks: {k: a > 1}\n"},
    {.name = "a cast", .other = KEYED("a: integer", "casts:\n  text as integer: {inout: true}\n")},
    {.name = "a setting of the server's", .other = KEYED("a: integer", ""), .setting = "Asia/Tokyo"},
    {.name = "another server", .other = KEYED("a: integer", ""), .version = 160001},
    {.name = "an extension of the server's", .other = KEYED("a: integer", ""), .version = -1},
};

static const char *key(const char *model, const char *setting, int version)
{
    struct catalog *c = model_of(model), *live = model_of(version < 0 ? "schema: public\nextensions: {citext: {version: '1.6'}}\n" : "schema: public\n");
    struct keys keys;
    struct option zone = {.name = "TimeZone", .value = setting};
    const char *first, *second;

    live->version = version < 0 ? 150000 : version;
    list_push(&live->arena, &live->settings, &zone);
    keys_open(&texts, c, live, &keys);
    first = key_of(&keys, object_of(c, "check public.t.k"));
    second = key_of(&keys, object_of(c, "check public.t.k"));
    expect_text(second, first);
    assert_int_equal(strlen(first), 64);
    keys_close(&keys);
    catalog_free(c);
    catalog_free(live);
    return first;
}

static void key_changes(void **state)
{
    const struct keyed *row = *state;
    const char *before = key(KEYED("a: integer", ""), "UTC", 150000);
    const char *after = key(row->other, row->setting ? row->setting : "UTC", row->version ? row->version : 150000);

    if (row->same)
        expect_text(after, before);
    else
        assert_string_not_equal(after, before);
}

/* Objects of the same text have keys of their own, and what tells the time has none. */
static void key_of_each(void **state)
{
    struct catalog *c = model_of("schema: public\ntables:\n  t:\n    columns: {a: integer}\n    checks: {k: a > 0, l: a > 0, m: \"a > length('now')\"}\n");
    struct keys keys;

    (void)state;
    keys_open(&texts, c, c, &keys);
    assert_string_not_equal(key_of(&keys, object_of(c, "check public.t.k")), key_of(&keys, object_of(c, "check public.t.l")));
    assert_null(key_of(&keys, object_of(c, "check public.t.m")));
    keys_close(&keys);
    catalog_free(c);
}

int main(void)
{
    struct cases c = {0};
    int failed;

    ADD_ROWS(&c, text_rows, there_and_back);
    ADD_ROWS(&c, counted, count);
    ADD_ROWS(&c, timely, tells_time);
    ADD_ROWS(&c, keyed, key_changes);
    add_case(&c, "key of each", key_of_each);
    failed = run_cases(&c, "texts");
    arena_clear(&texts);
    return failed;
}
