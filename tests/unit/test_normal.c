#include "harness.h"

#include "sql/normal.h"

struct pair_row {
    const char *name, *other;
};

/* Two spellings of one thing. */
static const struct pair_row same_rows[] = {
    {"a", " A "},
    {"a + b", "A+B"},
    {"a -- comment\n + /* another */ b", "a + b"},
    {"select 1;", "SELECT 1"},
    {"a != b", "a <> b"},
    {"-1", "- 1"},
    {"1E5", "1e5"},
    {"1_000", "1000"},
    {"\"x\"", "x"},
    {"\"t\".\"x\"", "t.x"},
    {"\"value\" > 0", "value > 0"},
    {"t.\"year\"", "t.year"},
    {"U&\"\\0061\"", "a"},
    {"'it''s'", "E'it\\'s'"},
    {"'a'", "$$a$$"},
    {"'a'", "$x$a$x$"},
    {"'a\\b'", "E'a\\\\b'"},
    {"U&'\\0061'", "'a'"},
    {"'a'\n'b'", "'ab'"},
    {"x::varchar(3)", "x::character varying(3)"},
    {"x :: INT", "x::integer"},
    {"x::timestamptz", "x::timestamp with time zone"},
    {"x::pg_catalog.int4", "x::int"},
    {"x::int[]", "x::int4 array"},
    {"'a'::text::text", "'a'::text"},
    {"'a'::text::text::text", "'a'::text"},
    {"('a'::varchar(3))::varchar(3)", "'a'::character varying(3)"},
    {"CAST(x AS int)", "x::integer"},
    {"CAST('a' AS varchar(3))", "'a'::character varying(3)"},
    {"cast(f(a, b) as text)", "f(a,b)::text"},
    {"CAST(CAST(x AS int) AS text)", "x::int::text"},
    {"CAST(a + b AS int)", "(a + b)::int"},
    {"CAST(-1 AS int)", "(-1)::int"},
    {"f(CAST(x AS int), y)", "f(x::int, y)"},
    {"date '2020-01-01'", "'2020-01-01'::date"},
    {"interval '1 day'", "'1 day'::interval"},
    {"timestamp with time zone 'now'", "'now'::timestamptz"},
    {"now() - interval '1 day'", "(now() - '1 day'::interval)"},
    {"(a)", "a"},
    {"((a))", "a"},
    {"(((a + b)))", "a + b"},
    {"((a + b)) * c", "(a + b) * c"},
    {"a + (b)", "a + b"},
    {"a = (1)", "a = 1"},
    {"(a) = ('x')", "a = 'x'"},
    {"(a)::text", "a::text"},
    {"((status)::text = 'x'::text)", "status::text = 'x'::text"},
    {"(lower(x)) = y", "lower(x) = y"},
    {"(t.c) + 1", "t.c + 1"},
    {"f((a), (b))", "f(a, b)"},
    {"f((a + b))", "f(a + b)"},
    {"x in ((a), 2)", "x in (a, 2)"},
    {"(ARRAY['a', 'b'])::text[]", "array['a','b']::text[]"},
    {"(a > 0) AND (b < 5)", "a > 0 AND b < 5"},
    {"((a > 0) AND (b < 5))", "a > 0 AND b < 5"},
    {"NOT (a = b)", "not a = b"},
    {"((a > 0) OR (NOT (b = 1)))", "a > 0 or not b = 1"},
    {"select 1 from t where (a = 1)", "select 1 from t where a = 1"},
    {"select 1 from t where ((a = 1) and (b = 2)) order by 1",
     "select 1 from t where (a = 1 and b = 2) order by 1"},
    {"CASE WHEN (a = 1) THEN (b) ELSE (c) END", "case when a = 1 then b else c end"},
    {"count(*) FILTER (WHERE (a > 0))", "count(*) filter (where a > 0)"},
    {"(select a, b from t)", "select a, b from t"},
    {"a in (1,2)", "a IN ( 1 , 2 )"},
    {"(a + b) > c", "a + b > c"},
    {"((a + (b * 2)) > 7)", "a + b * 2 > 7"},
    {"(ts > (now() - '1 day'::interval))", "ts > now() - interval '1 day'"},
    {"((a % 2) = 0)", "a % 2 = 0"},
    {"f((a + b), (c || d))", "f(a + b, c || d)"},
    {"s || (a + b)::text", "s || ((a + b)::text)"},
    {"coalesce((a), ('b'::text))", "coalesce(a, 'b'::text)"},
};

/* Things that differ, or that nobody may be sure about. */
static const struct pair_row different_rows[] = {
    {"a", "b"},
    {"'a'", "'A'"},
    {"'a'", "a"},
    {"'a'", "' a'"},
    {"'a' 'b'", "'ab'"},
    {"\"A\"", "a"},
    {"x::\"char\"", "x::char"},
    {"\"select\"", "select"},
    {"\"user\"", "user"},
    {"\"current_user\"", "current_user"},
    {"group by \"cube\"(a)", "group by cube(a)"},
    {"interval '1' \"year\"", "interval '1' year"},
    {"B'1'", "'1'"},
    {"X'1F'", "B'1F'"},
    {"x '1F'", "x'1F'"},
    {"@ -1", "@-1"},
    {"a - -1", "a"},
    {"1.0", "1.00"},
    {"-1::int", "(-1)::int"},
    {"CAST(-1 AS int)", "-1::int"},
    {"CAST(a + b AS int)", "a + b::int"},
    {"a + (b - c)", "a + b - c"},
    {"a - (b - c)", "a - b - c"},
    {"(a or b) and c", "a or b and c"},
    {"not (a or b)", "not a or b"},
    {"not (a and b)", "not a and b"},
    {"(a = b) is true", "a = b is true"},
    {"(a = b) = c", "a = b = c"},
    {"x between 1 and (y < 3)", "x between 1 and y < 3"},
    {"x between 1 and (y < 3) and z", "x between 1 and y < 3 and z"},
    {"(x between 1 and 2) and y", "x between 1 and (2 and y)"},
    {"x between case when a and b then 1 end and (y < 3)",
     "x between case when a and b then 1 end and y < 3"},
    {"a = not (b = c) and d", "a = not b = c and d"},
    {"- (a * b)", "- a * b"},
    {"a * (b + c)", "a * b + c"},
    {"a * (b * c)", "a * b * c"},
    {"(a - b) + c", "a - (b + c)"},
    {"a || (b || c)", "a || b || c"},
    {"(a ^ b) * c", "a ^ (b * c)"},
    {"(a + b)::int", "a + b::int"},
    {"(a + b) is null", "a"},
    {"(1, 2)", "1, 2"},
    {"f((1, 2))", "f(1, 2)"},
    {"x in ((1, 2))", "x in (1, 2)"},
    {"x in ((select 1), 2)", "x in (select 1, 2)"},
    {"f((select 1))", "f(select 1)"},
    {"exists (select 1)", "exists select 1"},
    {"x = any (y)", "x = any y"},
    {"x in (y)", "x in y"},
    {"(x).f", "x.f"},
    {"(x)[1]", "x[1]"},
    {"(f(x)).y", "f(x).y"},
    {"row((t.*))", "row(t.*)"},
    {"row(t)", "(t)"},
    {"distinct on (a) b", "distinct on a b"},
    {"x::numeric(3)", "x::numeric"},
    {"x::bpchar", "x::char"},
    {"x::bit", "x::\"bit\""},
    {"x::timestamp", "x::timestamptz"},
    {"'a'::varchar(3)::varchar(4)", "'a'::varchar(3)"},
    {"'a'::text::varchar::text", "'a'::text"},
    {"now()", "current_timestamp"},
    {"a || b", "a | b"},
    {"a ! = b", "a != b"},
    {"s.cast(a)", "a"},
    {"f(x) over (w)", "(f(x)) over"},
    {"at time zone 'utc'", "at 'utc'::time zone"},
    {"date (x)", "date x"},
    {"()", ""},
};

static void check_same(void **state)
{
    const struct pair_row *row = *state;
    AUTO_ARENA a = {0};
    expect_text(sql_normal(&a, row->name), sql_normal(&a, row->other));
    expect_text(sql_normal(&a, sql_normal(&a, row->name)), sql_normal(&a, row->name));
}

static void check_different(void **state)
{
    const struct pair_row *row = *state;
    AUTO_ARENA a = {0};
    const char *x = sql_normal(&a, row->name), *y = sql_normal(&a, row->other);
    if (strcmp(x, y) == 0)
        fail_msg("both became: %s", x);
}

/* The form itself: readable, and what does not scan is left alone. */
static const struct pair_row form_rows[] = {
    {"SELECT  a.b ,c FROM t WHERE f( x )>0", "select a.b, c from t where f(x) > 0"},
    {"X::Varchar( 3 )", "x::character varying(3)"},
    {"A [ 1 : 2 ]", "a[1 : 2]"},
    {"ARRAY[1,2]", "array[1, 2]"},
    {"x IN (1,2)", "x in (1, 2)"},
    {"E'a\\nb'", "'a\nb'"},
    {"'open", "'open"},
    {"(a", "(a"},
    {"a)", "a)"},
    {"(a]", "(a]"},
    {"CAST(x AS)", "cast (x as)"},
    {"CAST(x)", "cast (x)"},
    {"CAST(x AS int, y)", "cast (x as int, y)"},
    {"\\d", "\\d"},
    {"", ""},
    {";", ""},
    {"x::", "x::"},
};

static void check_form(void **state)
{
    const struct pair_row *row = *state;
    AUTO_ARENA a = {0};
    expect_text(sql_normal(&a, row->name), row->other);
}

static void check_deep(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    AUTO_BUF b = {0};
    enum { DEPTH = 50000 };
    for (size_t i = 0; i < DEPTH; i++)
        buf_add(&b, "(");
    buf_add(&b, "a + b");
    for (size_t i = 0; i < DEPTH; i++)
        buf_add(&b, ")");
    expect_text(sql_normal(&a, buf_str(&b)), "a + b");
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, same_rows, check_same);
    ADD_ROWS(&c, different_rows, check_different);
    ADD_ROWS(&c, form_rows, check_form);
    add_case(&c, "50,000 parentheses", check_deep);
    return run_cases(&c, "normal");
}
