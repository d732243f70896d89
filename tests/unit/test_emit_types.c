/* What a change of type costs, for every pair of a list of types, and how it is stored, by the server's own
 * word: whether it wants a USING, and whether it writes an (empty) table anew. */
#include "server.h"

#include "emit/postgres/emit.h"

static struct db *server;

static const char *const types[] = {
    "smallint",
    "integer",
    "bigint",
    "numeric",
    "numeric(10,2)",
    "numeric(12,2)",
    "numeric(12,3)",
    "real",
    "double precision",
    "money",
    "oid",
    "regclass",
    "text",
    "character varying",
    "character varying(10)",
    "character varying(20)",
    "character(3)",
    "character(5)",
    "name",
    "boolean",
    "date",
    "time without time zone",
    "time(3) without time zone",
    "time with time zone",
    "timestamp without time zone",
    "timestamp(3) without time zone",
    "timestamp with time zone",
    "timestamp(3) with time zone",
    "interval",
    "interval(3)",
    "inet",
    "cidr",
    "macaddr",
    "macaddr8",
    "bit(3)",
    "bit(5)",
    "bit varying",
    "bit varying(3)",
    "bit varying(5)",
    "json",
    "jsonb",
    "uuid",
    "bytea",
    "point",
    "box",
    "path",
    "polygon",
    "integer[]",
    "bigint[]",
    "text[]",
    "character varying(10)[]",
    "character varying(20)[]",
    "int4range",
    "tsvector",
    "xml",
};

static const char probe[] =
    "create function pg_temp.probe(f text, t text) returns text language plpgsql as $$\n"
    "declare before oid; wants bool := false;\n"
    "begin\n"
    "  execute format('create temp table probe (a %s) on commit drop', f);\n"
    "  before := pg_relation_filenode('pg_temp.probe');\n"
    "  begin\n"
    "    execute format('alter table pg_temp.probe alter a type %s', t);\n"
    "  exception when datatype_mismatch then\n"
    "    wants := true;\n"
    "    begin execute format('alter table pg_temp.probe alter a type %s using a::%s', t, t);\n"
    "    exception when cannot_coerce then drop table pg_temp.probe; return 'using, impossible'; end;\n"
    "  end;\n"
    "  before := nullif(before, pg_relation_filenode('pg_temp.probe'));\n"
    "  drop table pg_temp.probe;\n"
    "  return case when wants then 'using' else 'direct' end || case when before is null then ', kept' else "
    "', rewritten' end;\n"
    "end $$";

static void exec(const char *sql)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};

    if (db_exec(server, sql, &d) != OK)
        expect_text(diag_text(&a, &d), "");
    diag_clear(&d);
}

static void check_from(void **state)
{
    const char *from = *(const char *const *)*state;
    AUTO_ARENA a = {0};
    struct plan plan = {.diff = NULL};
    struct emitter e = {.arena = &a, .plan = &plan, .version = db_version(server)};
    AUTO_BUF wrong = {0};

    for (size_t i = 0; i < COUNT(types); i++) {
        const char *params[] = {from, types[i]}, *said = NULL;
        struct type_change c = type_change(&e, from, types[i]);
        struct diag d = {0};
        const char *ours =
            arena_printf(&a, "%s, %s", c.way != USING_NOTHING ? "using" : "direct", c.rewrite ? "rewritten" : "kept");

        if (db_value(server, &a, "select pg_temp.probe($1, $2)", params, 2, &d, &said) != OK)
            expect_text(diag_text(&a, &d), "");
        diag_clear(&d);
        if (strcmp(said, ours) != 0 && !(strstr(said, "impossible") && c.way != USING_NOTHING))
            buf_addf(&wrong, "%s -> %s: %s, said to be %s\n", from, types[i], said, ours);
    }
    expect_text(buf_str(&wrong), "");
}

static void check_storage(void **state)
{
    static const char *const words[] = {"PLAIN", "EXTERNAL", "EXTENDED", "MAIN"};
    const char *type = *(const char *const *)*state, *letter = NULL;
    AUTO_ARENA a = {0};
    struct plan plan = {.diff = NULL};
    struct emitter e = {.arena = &a, .plan = &plan};
    struct diag d = {0};

    if (db_value(server, &a, "select typstorage from pg_type where oid = $1::regtype", &type, 1, &d,
                 &letter) != OK)
        expect_text(diag_text(&a, &d), "");
    for (size_t i = 0; i < COUNT(words); i++) {
        if (*letter == "pexm"[i])
            expect_text(type_storage(&e, type), words[i]);
    }
}

int main(void)
{
    struct cases c = {0};
    struct diag d = {0};

    if (db_open(server_url(), NULL, &d, &server) != OK)
        return 1;
    diag_clear(&d);
    exec("set timezone to 'Europe/Berlin'"); /* at UTC, timestamps with and without zone are the same bytes */
    exec(probe);
    ADD_ROWS(&c, types, check_from);
    ADD_ROWS(&c, types, check_storage);
    int failed = run_cases(&c, "type changes");
    db_close(server);
    return failed;
}
