#include "harness.h"

#include "sql/type.h"

struct row {
    const char *name, *want;
};

/* The name of a row is the spelling. All but the last groups are what a server says (format_type of a
 * column). */
static const struct row server_rows[] = {
    {"int", "integer"},
    {"INTEGER", "integer"},
    {"int4", "integer"},
    {"int2", "smallint"},
    {"smallint", "smallint"},
    {"int8", "bigint"},
    {"bigint", "bigint"},
    {"pg_catalog.int4", "integer"},
    {"PG_CATALOG.INT4", "integer"},
    {"\"int4\"", "integer"},
    {"pg_catalog.\"varchar\"(3)", "character varying(3)"},
    {"real", "real"},
    {"float4", "real"},
    {"float", "double precision"},
    {"float(1)", "real"},
    {"float(24)", "real"},
    {"float(25)", "double precision"},
    {"float(53)", "double precision"},
    {"float8", "double precision"},
    {"double precision", "double precision"},
    {"double /* c */ precision", "double precision"},
    {"bool", "boolean"},
    {"boolean", "boolean"},
    {"decimal", "numeric"},
    {"dec(5)", "numeric(5,0)"},
    {"numeric(10)", "numeric(10,0)"},
    {"numeric( 12 , 2 )", "numeric(12,2)"},
    {"numeric(3,-2)", "numeric(3,-2)"},
    {"pg_catalog.numeric(5)", "numeric(5,0)"},
    {"decimal(10,2)[]", "numeric(10,2)[]"},
    {"varchar", "character varying"},
    {"varchar(20)", "character varying(20)"},
    {"character varying", "character varying"},
    {"character varying (20)", "character varying(20)"},
    {"char varying(7)", "character varying(7)"},
    {"national character varying(7)", "character varying(7)"},
    {"national char varying(7)", "character varying(7)"},
    {"nchar varying(7)", "character varying(7)"},
    {"nchar", "character(1)"},
    {"nchar(4)", "character(4)"},
    {"national character(4)", "character(4)"},
    {"national char", "character(1)"},
    {"char", "character(1)"},
    {"character", "character(1)"},
    {"CHAR(10)", "character(10)"},
    {"character(010)", "character(10)"},
    {"\"char\"", "\"char\""},
    {"pg_catalog.char", "\"char\""},
    {"pg_catalog.\"char\"", "\"char\""},
    {"bpchar", "bpchar"},
    {"bpchar(3)", "character(3)"},
    {"bpchar[]", "bpchar[]"},
    {"bit", "bit(1)"},
    {"bit(3)", "bit(3)"},
    {"\"bit\"", "\"bit\""},
    {"pg_catalog.bit", "\"bit\""},
    {"pg_catalog.bit(3)", "bit(3)"},
    {"bit varying", "bit varying"},
    {"bit varying(3)", "bit varying(3)"},
    {"varbit(3)", "bit varying(3)"},
    {"timestamp", "timestamp without time zone"},
    {"timestamp without time zone", "timestamp without time zone"},
    {"timestamp with time zone", "timestamp with time zone"},
    {"TIMESTAMP(3) WITH TIME ZONE", "timestamp(3) with time zone"},
    {"timestamp(0)", "timestamp(0) without time zone"},
    {"timestamp(9)", "timestamp(6) without time zone"},
    {"timestamptz", "timestamp with time zone"},
    {"timestamptz(3)", "timestamp(3) with time zone"},
    {"\"timestamp\"(2)", "timestamp(2) without time zone"},
    {"time", "time without time zone"},
    {"time(3)", "time(3) without time zone"},
    {"time(3) with time zone", "time(3) with time zone"},
    {"time with time zone", "time with time zone"},
    {"timetz(2)", "time(2) with time zone"},
    {"\"time\"", "time without time zone"},
    {"interval", "interval"},
    {"interval(3)", "interval(3)"},
    {"interval year", "interval year"},
    {"interval month", "interval month"},
    {"interval day", "interval day"},
    {"interval hour", "interval hour"},
    {"interval minute", "interval minute"},
    {"interval second", "interval second"},
    {"interval second(2)", "interval second(2)"},
    {"interval year to month", "interval year to month"},
    {"interval day to hour", "interval day to hour"},
    {"interval day to minute", "interval day to minute"},
    {"interval day to second", "interval day to second"},
    {"INTERVAL DAY TO SECOND(3)", "interval day to second(3)"},
    {"interval hour to minute", "interval hour to minute"},
    {"interval hour to second(6)", "interval hour to second(6)"},
    {"interval minute to second(0)", "interval minute to second(0)"},
    {"interval(3)[]", "interval(3)[]"},
    {"\"interval\"", "interval"},
    {"text", "text"},
    {"\"text\"", "text"},
    {"pg_catalog.text", "text"},
    {"bytea", "bytea"},
    {"date", "date"},
    {"uuid", "uuid"},
    {"json", "json"},
    {"jsonb", "jsonb"},
    {"jsonpath", "jsonpath"},
    {"xml", "xml"},
    {"inet", "inet"},
    {"cidr", "cidr"},
    {"macaddr8", "macaddr8"},
    {"money", "money"},
    {"name", "name"},
    {"oid", "oid"},
    {"regclass", "regclass"},
    {"tsvector", "tsvector"},
    {"tsquery", "tsquery"},
    {"point", "point"},
    {"path", "path"},
    {"int4range", "int4range"},
    {"tstzmultirange", "tstzmultirange"},
    {"pg_lsn", "pg_lsn"},
    {"xid8", "xid8"},
    {"int[]", "integer[]"},
    {"int[3]", "integer[]"},
    {"int[3][]", "integer[]"},
    {"int [ 3 ] [ 4 ]", "integer[]"},
    {"int array", "integer[]"},
    {"int array[3]", "integer[]"},
    {"varchar(3) ARRAY", "character varying(3)[]"},
    {"timestamptz(3)[]", "timestamp(3) with time zone[]"},
    {"time with time zone array", "time with time zone[]"},
    {"bit(3)[]", "bit(3)[]"},
    {"\"char\"[]", "\"char\"[]"},
    {"char[]", "character(1)[]"},
    {"s.mood", "s.mood"},
    {"S.Mood", "s.mood"},
    {"s.\"Mood\"", "s.\"Mood\""},
    {"s.\"Mood\"[]", "s.\"Mood\"[]"},
    {"s.\"a\"\"b\"", "s.\"a\"\"b\""},
    {"s.\"a.b\"", "s.\"a.b\""},
    {"s.U&\"d\\0061ta\"", "s.data"},
    {"s.\"select\"", "s.\"select\""},
    {"s.\"text\"", "s.text"},
    {"s.\"integer\"", "s.\"integer\""},
    {"s . mood", "s.mood"},
};

/* What needs an extension or is expanded later. */
static const struct row other_rows[] = {
    {"serial", "serial"},
    {"SERIAL", "serial"},
    {"serial4", "serial"},
    {"bigserial", "bigserial"},
    {"serial8", "bigserial"},
    {"smallserial", "smallserial"},
    {"serial2", "smallserial"},
    {"citext", "citext"},
    {"public.citext", "public.citext"},
    {"current_db.public.citext", "public.citext"},
    {"public.geometry(Point,4326)", "public.geometry(Point,4326)"},
    {"geometry( point , 4326 )", "geometry(Point,4326)"},
    {"geometry(MULTIPOLYGONZM)", "geometry(MultiPolygonZM)"},
    {"geography(point)", "geography(Point,4326)"},
    {"geography(Point, 4267)", "geography(Point,4267)"},
    {"vector(3)", "vector(3)"},
    {"foo('a b', -1, \"C\", d)", "foo('a b',-1,\"C\",d)"},
    {"foo(1)[][]", "foo(1)[]"},
    {"double", "double"},
    {"\"integer\"", "\"integer\""},
    {"\"double precision\"", "\"double precision\""},
    {"größe", "\"größe\""},
    {"  -- c\n int -- d\n", "integer"},
    {"\"any\"", "\"any\""},
};

static void check_read(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    char *got = sql_type_read(&a, row->name, NULL, NOWHERE, &d);
    expect_text(diag_text(&a, &d), "");
    expect_text(got, row->want);
    expect_text(sql_type_read(&a, got, NULL, NOWHERE, &d), row->want); /* canonical stays canonical */
    diag_clear(&d);
}

/* What follows a type in a column definition is not its own. */
static const struct row clause_rows[] = {
    {"int not null", "integer| not null"},
    {"int null", "integer| null"},
    {"text default 'x'", "text| default 'x'"},
    {"bigint primary key", "bigint| primary key"},
    {"citext unique", "citext| unique"},
    {"uuid references t (id)", "uuid| references t (id)"},
    {"numeric(5,2) check (x > 0)", "numeric(5,2)| check (x > 0)"},
    {"date constraint c check (true)", "date| constraint c check (true)"},
    {"text collate \"C\"", "text| collate \"C\""},
    {"int generated always as identity", "integer| generated always as identity"},
    {"text storage external", "text| storage external"},
    {"text compression lz4", "text| compression lz4"},
    {"int deferrable", "integer| deferrable"},
    {"int initially deferred", "integer| initially deferred"},
    {"text options (a 'b')", "text| options (a 'b')"},
    {"text using x::text", "text| using x::text"},
    {"text with (a = b)", "text| with (a = b)"},
    {"timestamp with (a = b)", "timestamp without time zone| with (a = b)"},
    {"time without oids", "time without time zone| without oids"},
    {"timestamptz not null", "timestamp with time zone| not null"},
    {"timestamp with time zone not null", "timestamp with time zone| not null"},
    {"interval not null", "interval| not null"},
    {"interval day default '1'", "interval day| default '1'"},
    {"interval hour (3)", "interval hour| (3)"},
    {"double check (x)", "double| check (x)"},
    {"int array not null", "integer[]| not null"},
    {"int[] not null", "integer[]| not null"},
    {"char not null", "character(1)| not null"},
    {"int, b text", "integer| , b text"},
    {"int) foo", "integer| ) foo"},
    {"int = 5", "integer| = 5"},
    {"s.t default now()", "s.t| default now()"},
    {"int default 'unterminated", "integer| default 'unterminated"},
};

static void check_clause(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    size_t end = 0;
    char *got = sql_type_read(&a, row->name, &end, NOWHERE, &d);
    expect_text(diag_text(&a, &d), "");
    const char *rest = row->name + end;
    expect_text(arena_printf(&a, "%s| %s", got, rest + strspn(rest, " ")), row->want);
}

static const struct row bad_rows[] = {
    {"", "expected a type name"},
    {"setof int", "expected a type name"},
    {"select", "expected a type name"},
    {"42", "expected a type name"},
    {"'text'", "expected a type name"},
    {"\"open", "unterminated quoted identifier"},
    {"t.c%TYPE", "%TYPE is not a type"},
    {"int%type", "there is something after the type"},
    {"int not null", "there is something after the type"},
    {"int[", "expected \"]\""},
    {"int[x]", "expected \"]\""},
    {"varchar(", "expected a type modifier"},
    {"varchar()", "expected a type modifier"},
    {"varchar(3", "expected \",\" or \")\""},
    {"varchar(x)", "the modifiers of this type are numbers"},
    {"varchar(1,2)", "the modifiers of this type are numbers"},
    {"numeric(1,2,3)", "the modifiers of this type are numbers"},
    {"varchar(99999999999999999999)", "the modifiers of this type are numbers"},
    {"float(54)", "from 1 to 53"},
    {"float(0)", "from 1 to 53"},
    {"a.", "expected a name after \".\""},
    {"a.b.c.d", "expected a name after \".\""},
    {"national int", "expected \"character\" or \"char\""},
    {"time with time", "there is something after the type"},
};

static void check_bad(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    assert_null(sql_type_read(&a, row->name, NULL, NOWHERE, &d));
    expect_error(&d, "type.syntax");
    const char *text = diag_text(&a, &d);
    if (!strstr(text, row->want))
        expect_text(text, row->want);
    diag_clear(&d);
}

struct parts_row {
    const char *name, *schema, *base;
    bool array;
    const char *moved; /* with the base x.y */
};

static const struct parts_row parts_rows[] = {
    {"integer", "pg_catalog", "int4", false, "x.y"},
    {"character varying(20)", "pg_catalog", "varchar", false, "x.y(20)"},
    {"character(1)[]", "pg_catalog", "bpchar", true, "x.y(1)[]"},
    {"\"char\"", "pg_catalog", "char", false, "x.y"},
    {"timestamp(3) with time zone", "pg_catalog", "timestamptz", false, "x.y(3)"},
    {"interval day to second(3)", "pg_catalog", "interval", false, "x.y(3)"},
    {"text[]", "pg_catalog", "text", true, "x.y[]"},
    {"citext", NULL, "citext", false, "x.y"},
    {"public.\"Mood\"[]", "public", "Mood", true, "x.y[]"},
    {"public.geometry(Point,4326)", "public", "geometry", false, "x.y(Point,4326)"},
    {"not a type", NULL, "not a type", false, "not a type"},
};

static void check_parts(void **state)
{
    const struct parts_row *row = *state;
    AUTO_ARENA a = {0};
    const char *schema, *name;
    bool array;
    sql_type_parts(&a, row->name, &schema, &name, &array);
    expect_text(schema, row->schema);
    expect_text(name, row->base);
    assert_int_equal(array, row->array);
    expect_text(sql_type_with_base(&a, row->name, "x", "y"), row->moved);
}

static void check_base_builtin(void **state)
{
    (void)state;
    AUTO_ARENA a = {0};
    expect_text(sql_type_with_base(&a, "s.old[]", "pg_catalog", "int4"), "integer[]");
    expect_text(sql_type_with_base(&a, "s.old(3)", NULL, "New"), "\"New\"(3)");
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, server_rows, check_read);
    ADD_ROWS(&c, other_rows, check_read);
    ADD_ROWS(&c, clause_rows, check_clause);
    ADD_ROWS(&c, bad_rows, check_bad);
    ADD_ROWS(&c, parts_rows, check_parts);
    add_case(&c, "base becomes built in", check_base_builtin);
    return run_cases(&c, "type");
}
