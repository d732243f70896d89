/* The proof of a revision: what it must find when the statements do something else than the model says. */
#include "emit_plan.h"
#include "server.h"

#include "db/url.h"
#include "shadow/prove.h"

/* up, down: run after the generated statements of the direction. wanted: the beginning of the reason; NULL: proven. */
struct row {
    const char *name, *from, *to, *up, *down;
    const char *wanted;
    bool lost;
    const char *unfit; /* what is said of rows that are not as a statement wants them, one line each */
};

#define TABLE(columns) "schema: public\ntables:\n  t:\n    columns: {" columns "}\n"
#define ID "id: bigint primary key"

#define PLAIN TABLE("id: bigint, b: text")
#define PARTED                                                                                                                               \
    "schema: public\ntables:\n  t: {partition_by: LIST (id), columns: {id: bigint, b: text}}\n"                                             \
    "  low: {partition_of: t, bounds: 'FOR VALUES IN (1, 2)'}\n  rest: {partition_of: t, bounds: DEFAULT}\n"

static const struct row rows[] = {
    {.name = "proven", .from = TABLE(ID), .to = TABLE(ID ", b: text")},
    {.name = "rows deleted on the way up", .from = TABLE(ID), .to = TABLE(ID ", b: text"), .up = "DELETE FROM public.t WHERE id = 1",
     .wanted = "after the upgrade table public.t has 2 of 3 rows", .lost = true},
    {.name = "rows deleted on the way down", .from = TABLE(ID), .to = TABLE(ID ", b: text"), .down = "DELETE FROM public.t",
     .wanted = "after the downgrade table public.t has 0 of 3 rows", .lost = true},
    {.name = "rows come from nowhere", .from = TABLE(ID), .to = TABLE(ID ", b: text"), .up = "INSERT INTO public.t VALUES (77)",
     .wanted = "after the upgrade table public.t has 4 of 3 rows", .lost = true},
    {.name = "table made anew", .from = TABLE("id: bigint"), .to = TABLE("id: bigint, b: text"),
     .up = "DROP TABLE public.t; CREATE TABLE public.t (id bigint, b text)",
     .wanted = "after the upgrade table public.t is gone with its 3 rows", .lost = true},
    {.name = "column made anew", .from = TABLE(ID ", a: integer"), .to = TABLE(ID ", a: integer, b: text"),
     .up = "ALTER TABLE public.t DROP COLUMN a; ALTER TABLE public.t ADD COLUMN a integer",
     .wanted = "after the upgrade column public.t.a is gone with its values", .lost = true},
    {.name = "values are others on the way up", .from = TABLE(ID ", a: text"), .to = TABLE(ID ", a: text, b: text"),
     .up = "UPDATE public.t SET a = 'other' WHERE id = 2",
     .wanted = "after the upgrade table public.t has other values: (id, a) was ('2', 'b') and is ('2', 'other')", .lost = true},
    {.name = "values are others on the way down", .from = TABLE(ID ", a: text"), .to = TABLE(ID ", b: text"),
     .down = "UPDATE public.t SET id = id + 100", .wanted = "after the downgrade table public.t has other values: (id) was (", .lost = true},
    {.name = "values change places", .from = TABLE(ID ", a: integer"), .to = TABLE(ID ", a: integer, b: text"),
     .up = "UPDATE public.t SET a = 4 - a",
     .wanted = "after the upgrade table public.t has other values: (id, a) was ('1', '1') and is ('1', '3')", .lost = true},
    {.name = "wider type", .from = TABLE(ID ", a: integer, b: varchar(5), c: date"), .to = TABLE(ID ", a: 'numeric(9,2)', b: text, c: timestamptz")},
    {.name = "narrower type", .from = TABLE(ID ", a: bigint, b: text"), .to = TABLE(ID ", a: integer, b: varchar(5)")},
    {.name = "values of a wider type", .from = TABLE(ID ", a: integer"), .to = TABLE(ID ", a: bigint"), .up = "UPDATE public.t SET a = a + 1",
     .wanted = "after the upgrade table public.t has other values: (id, a) was ('1', '1') and is ('1', '2')", .lost = true},
    {.name = "type with another meaning of a text", .from = TABLE(ID ", a: bit(3)"), .to = TABLE(ID ", a: integer")},
    {.name = "text becomes jsonb", .from = TABLE(ID ", a: integer"), .to = TABLE(ID ", a: jsonb")},
    {.name = "computed values", .from = TABLE(ID ", a: bigint generated always as (id + 1) stored"),
     .to = TABLE(ID ", a: bigint generated always as (id + 2) stored")},
    {.name = "labels with other names", .from = "schema: public\nenums: {e: [x, y]}\ntables:\n  t:\n    columns: {" ID ", a: e, b: 'e[]'}\n",
     .to = "schema: public\nenums: {e: [{label: z, renamed_from: x}, y]}\ntables:\n  t:\n    columns: {" ID ", a: e, b: 'e[]'}\n"},
    {.name = "attribute more", .from = "schema: public\ncomposites: {c: {attributes: {x: integer}}}\ntables:\n  t:\n    columns: {" ID ", a: c}\n",
     .to = "schema: public\ncomposites: {c: {attributes: {x: integer, y: integer}}}\ntables:\n  t:\n    columns: {" ID ", a: c}\n"},
    {.name = "table with another name", .from = TABLE(ID), .to = "schema: public\ntables:\n  u:\n    renamed_from: t\n    columns: {" ID "}\n",
     .down = "DELETE FROM public.t WHERE id = 3", .wanted = "after the downgrade table public.t has 2 of 3 rows", .lost = true},
    {.name = "column with another name", .from = TABLE(ID ", a: text"), .to = TABLE(ID ", b: {type: text, renamed_from: a}"),
     .up = "UPDATE public.t SET b = 'x'",
     .wanted = "after the upgrade table public.t has other values: (id, b) was ('1', 'a') and is ('1', 'x')", .lost = true},
    {.name = "dropped table", .from = TABLE(ID), .to = "schema: public\ntables: {}\n"},
    {.name = "row security", .from = TABLE(ID), .to = "schema: public\ntables:\n  t:\n    row_security: true\n    force_row_security: true\n    columns: {" ID "}\n"},
    {.name = "new column that must have a value", .from = TABLE(ID ", a: text"), .to = TABLE(ID ", a: text, b: text not null"),
     .unfit = "the upgrade fails over rows in public.t: column \"b\" of relation \"t\" contains null values; a row was (id, a) = ('1', 'a') "
              "(ALTER TABLE public.t ADD COLUMN b text NOT NULL)\n"},
    {.name = "new column of a table that others refer to",
     .from = TABLE(ID ", t: bigint") "  u:\n    columns: {" ID ", t: bigint not null}\n    foreign_keys: {u_t: {columns: [t], references: t}}\n",
     .to = TABLE(ID ", t: bigint, b: text not null") "    foreign_keys: {t_t: {columns: [t], references: u}}\n  u:\n    columns: {" ID ", t: bigint not null, c: text}\n    foreign_keys: {u_t: {columns: [t], references: t, on_delete: restrict}}\n",
     .unfit = "the upgrade fails over rows in public.t: column \"b\" of relation \"t\" contains null values; a row was (id, t) = ('1', null) "
              "(ALTER TABLE public.t ADD COLUMN b text NOT NULL)\n"},
    {.name = "check that nothing meets", .from = TABLE(ID), .to = TABLE(ID ", b: integer check (b <> b)"), .unfit = ""},
    {.name = "check that no row meets", .from = TABLE(ID),
     .to = TABLE(ID) "    checks: {never: id < id}\n",
     .unfit = "the upgrade fails over rows in public.t: check constraint \"never\" of relation \"t\" is violated by some row; a row was (id) = ('1') "
              "(ALTER TABLE public.t ADD CONSTRAINT never CHECK (id < id))\n"},
    {.name = "check that some rows meet", .from = TABLE(ID), .to = TABLE(ID) "    checks: {far: id > 5000}\n"},
    {.name = "key over columns that can be told apart", .from = TABLE("a: integer, b: text"), .to = TABLE("a: integer primary key, b: text unique")},
    {.name = "key over a column of few values", .from = TABLE("a: boolean not null"), .to = TABLE("a: boolean not null unique")},
    {.name = "one key more, not for the rows", .from = TABLE("a: integer"), .to = TABLE("a: integer, b: text"), .up = "DO $$BEGIN IF EXISTS (SELECT FROM public.t) THEN RAISE unique_violation; END IF; END$$",
     .wanted = "proven on empty tables"},
    {.name = "reference", .from = "schema: public\ntables:\n  o: {columns: {id: integer primary key}}\n  t: {columns: {o: integer not null}}\n",
     .to = "schema: public\ntables:\n  o: {columns: {id: integer primary key}}\n  t: {columns: {o: integer not null references o}}\n"},
    {.name = "trigger events that wait", .from = TABLE(ID ", t: bigint"),
     .to = TABLE(ID ", t: bigint}\n    foreign_keys: {t_t: {columns: [t], references: t, deferrable: true, initially_deferred: true}"),
     .up = "DO $$BEGIN DELETE FROM public.t; ALTER TABLE public.t ADD COLUMN x text; END$$",
     .wanted = "the upgrade fails: cannot ALTER TABLE \"t\" because it has pending trigger events"},
    {.name = "table becomes partitioned", .from = PLAIN, .to = PARTED},
    {.name = "partitioned table becomes ordinary", .from = PARTED, .to = PLAIN},
    {.name = "rows of a table that is made again, on the way up", .from = PLAIN, .to = PARTED, .up = "DELETE FROM public.t WHERE id = 1",
     .wanted = "after the upgrade table public.t has 1 of 3 rows", .lost = true},
    {.name = "values of a table that is made again", .from = PLAIN, .to = PARTED, .up = "UPDATE public.t SET b = 'x' WHERE id = 1",
     .wanted = "after the upgrade table public.t has other values: (id, b) was ('1', 'a') and is ('1', 'x')", .lost = true},
    {.name = "rows of a table that is made again, on the way down", .from = PLAIN, .to = PARTED, .down = "DELETE FROM public.t WHERE id = 1",
     .wanted = "after the downgrade table public.t has 1 of 3 rows", .lost = true},
    {.name = "rows of a partition, on the way up", .from = PARTED, .to = PLAIN, .up = "DELETE FROM public.t",
     .wanted = "after the upgrade table public.t has 0 of 6 rows", .lost = true},
    {.name = "another schema", .from = TABLE(ID ", a: text"), .to = TABLE(ID ", a: text, b: text"), .up = "ALTER TABLE public.t ADD COLUMN c text",
     .wanted = "after the upgrade"},
};

static struct shadow_options options(void)
{
    return (struct shadow_options){.mode = "create", .url = server_url(), .version = 150000};
}

static void further(struct emitted *m, struct list *statements, const char *sql)
{
    struct statement *s = arena_new(&m->arena, struct statement);

    s->sql = sql;
    if (sql)
        list_push(&m->arena, statements, s);
}

static void check(void **state)
{
    const struct row *row = *state;
    struct emitted m = {0};
    struct diff *back;
    struct plan *down;
    struct list statements = {0};
    struct proof proof;
    struct diag d = {0};
    struct shadow_options o = options();
    AUTO_BUF unfit = {0};
    const char *reason, *line;

    emit_models(&m, row->from, row->to, o.version);
    expect_ok(diff_reverse(m.diff, &d, &back), &d);
    expect_ok(plan_make(back, &d, &down), &d);
    expect_ok(emit_postgres(&m.arena, down, &(struct emit_options){.version = o.version}, &d, &statements), &d);
    further(&m, &m.statements, row->up);
    further(&m, &statements, row->down);
    assert_int_equal(shadow_prove(&m.arena, m.diff, &m.statements, &statements, &o, &d, &proof), OK);
    diag_clear(&d);
    reason = proof.reason ? proof.reason : proof.rows_reason ? "proven on empty tables" : "proven";
    if (strncmp(reason, row->wanted ? row->wanted : "proven", strlen(row->wanted ? row->wanted : reason)) != 0)
        expect_text(reason, row->wanted ? row->wanted : "proven");
    list_each (line, &proof.unfit)
        buf_addf(&unfit, "%s\n", line);
    expect_text(buf_str(&unfit), row->unfit ? row->unfit : "");
    assert_int_equal(proof.proven, !row->wanted || proof.rows_reason);
    assert_int_equal(proof.lost, row->lost);
    plan_free(down);
    diff_free(back);
    emitted_free(&m);
}

int main(void)
{
    server_url();
    return RUN_ROWS("prove", rows, check);
}
