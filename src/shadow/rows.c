/* The value of a column depends on its type and the number of the row alone: so foreign keys find what they refer
 * to, keys differ from row to row, and the same schema gets the same rows. Constraints that want something special
 * are met by chance or not at all: then the table is named. */
#include "shadow/rows.h"

#include <stdlib.h>
#include <string.h>

/* For each table: oid, name, its columns and values; the same for the columns that must have a value. g.i: the number
 * of the row. */
static const char tables[] =
    "WITH col AS (SELECT a.attrelid, a.attnum, pg_catalog.quote_ident(a.attname) AS name,"
    " a.attnotnull OR t.typnotnull AS wanted, pg_catalog.format_type(a.atttypid, a.atttypmod) AS type,"
    " coalesce(b2.typname, b1.typname, t.typname)::text AS base,"
    " coalesce(b2.typtype, b1.typtype, t.typtype) AS typtype,"
    " coalesce(b2.typcategory, b1.typcategory, t.typcategory) AS category,"
    " pg_catalog.format_type(coalesce(b2.oid, b1.oid, t.oid), NULL) AS base_type, a.atttypmod AS typmod"
    " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
    " LEFT JOIN pg_catalog.pg_type b1 ON b1.oid = t.typbasetype AND t.typtype = 'd'"
    " LEFT JOIN pg_catalog.pg_type b2 ON b2.oid = b1.typbasetype AND b1.typtype = 'd'"
    " WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''),"
    " val AS (SELECT attrelid, attnum, name, wanted, CASE"
    " WHEN typtype = 'e' THEN pg_catalog.format('(pg_catalog.enum_range(NULL::%1$s))[1 + (g.i - 1) %%"
    " pg_catalog.cardinality(pg_catalog.enum_range(NULL::%1$s))]', base_type)"
    " WHEN typtype IN ('r', 'm') THEN pg_catalog.format('NULL::%s', base_type)"
    " WHEN category = 'A' THEN pg_catalog.format('%L::%s', '{}', base_type)"
    " WHEN base IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'oid') THEN 'g.i'"
    " WHEN base = 'money' THEN 'g.i::money'"
    " WHEN base = 'bool' THEN 'g.i % 2 = 1'"
    " WHEN base IN ('text', 'varchar', 'bpchar', 'name', 'citext', 'char') THEN"
    " pg_catalog.format('pg_catalog.chr(96 + g.i)::%s', type)"
    " WHEN base = 'uuid' THEN 'pg_catalog.md5(g.i::text)::uuid'"
    " WHEN base IN ('date', 'timestamp', 'timestamptz') THEN"
    " pg_catalog.format('(date %L + g.i)::%s', '2020-01-01', base_type)"
    " WHEN base IN ('time', 'timetz') THEN"
    " pg_catalog.format('(time %L + g.i * interval %L)::%s', '00:00', '1 minute', base_type)"
    " WHEN base = 'interval' THEN pg_catalog.format('g.i * interval %L', '1 day')"
    " WHEN base IN ('json', 'jsonb') THEN pg_catalog.format('pg_catalog.to_jsonb(g.i)::%s', base)"
    " WHEN base = 'bytea' THEN 'pg_catalog.convert_to(g.i::text, ''UTF8'')'"
    " WHEN base IN ('inet', 'cidr') THEN pg_catalog.format('(inet %L + g.i)::%s', '10.0.0.0', base)"
    " WHEN base IN ('bit', 'varbit') THEN pg_catalog.format('pg_catalog.rpad(%L, %s, %L)::%s', '1',"
    " greatest(typmod, 1), '0', type)"
    " WHEN base = 'tsvector' THEN 'pg_catalog.chr(96 + g.i)::tsvector'"
    " WHEN base = 'point' THEN 'pg_catalog.point(g.i, g.i)'"
    " ELSE pg_catalog.format('NULL::%s', base_type) END AS value FROM col)"
    " SELECT c.oid::text, pg_catalog.format('%s.%s', pg_catalog.quote_ident(n.nspname),"
    " pg_catalog.quote_ident(c.relname)),"
    " pg_catalog.string_agg(v.name, ', ' ORDER BY v.attnum), pg_catalog.string_agg(v.value, ', ' ORDER BY v.attnum),"
    " pg_catalog.string_agg(v.name, ', ' ORDER BY v.attnum) FILTER (WHERE v.wanted),"
    " pg_catalog.string_agg(v.value, ', ' ORDER BY v.attnum) FILTER (WHERE v.wanted)"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " LEFT JOIN val v ON v.attrelid = c.oid"
    " WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.oid >= 16384"
    " AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass"
    " AND d.objid = c.oid AND d.deptype = 'e')"
    " GROUP BY c.oid, n.nspname, c.relname ORDER BY n.nspname, c.relname";

struct table {
    struct filled filled;
    const char *columns[2], *values[2]; /* all; those that must have one */
};

struct tables {
    struct arena *arena;
    struct list all;
};

static int add_table(void *ctx, const struct db_row *row)
{
    struct tables *l = ctx;
    struct table *t = arena_new(l->arena, struct table);

    t->filled.oid = arena_strdup(l->arena, row_text(row, 0));
    t->filled.name = arena_strdup(l->arena, row_text(row, 1));
    for (int i = 0; i < 2; i++) {
        t->columns[i] = arena_strdup(l->arena, row_text(row, (size_t)(2 + 2 * i)));
        t->values[i] = arena_strdup(l->arena, row_text(row, (size_t)(3 + 2 * i)));
    }
    list_push(l->arena, &l->all, t);
    return OK;
}

/* In the order in which they are tried: with other numbers, with fewer values, with one row. */
static const struct {
    int columns, from, rows;
} attempts[] = {{0, 1, 3}, {1, 1, 3}, {0, 11, 3}, {1, 11, 3}, {0, 101, 3}, {0, 1, 1}, {1, 1, 1}};

enum { ATTEMPTS = sizeof(attempts) / sizeof(attempts[0]), PASSES = 4 };

static const char *insert_text(struct arena *a, const struct table *t, size_t n)
{
    const char *columns = t->columns[attempts[n].columns];

    if (!columns)
        return arena_printf(a, "INSERT INTO %s DEFAULT VALUES", t->filled.name);
    return arena_printf(a,
                        "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE"
                        " SELECT %s FROM pg_catalog.generate_series(%d, %d) AS g(i)",
                        t->filled.name, columns, t->values[attempts[n].columns], attempts[n].from,
                        attempts[n].from + attempts[n].rows - 1);
}

/* false: the connection is lost. */
static bool fill(struct arena *a, struct db *db, struct table *t)
{
    for (size_t n = 0; n < ATTEMPTS; n++) {
        struct diag server = {0};
        bool done = db_exec(db, insert_text(a, t, n), &server) == OK;

        if (done)
            t->filled.rows = t->columns[attempts[n].columns] ? attempts[n].rows : 1;
        else if (!t->filled.reason && server.entries.n)
            t->filled.reason = arena_strdup(a, ((struct diag_entry *)server.entries.at[0])->message);
        diag_clear(&server);
        if (done || !db_alive(db) || db_interrupted())
            break;
    }
    return db_alive(db) && !db_interrupted();
}

/* What another refers to may come later: again, as long as that helps. */
int rows_make(struct arena *a, struct db *db, struct diag *d, struct list *ret)
{
    struct tables l = {.arena = a};
    struct table *t;
    bool more = true;

    if (db_query(db, tables, NULL, 0, add_table, &l, d) != OK)
        return ERR;
    for (int pass = 0; more && pass < PASSES; pass++) {
        more = false;
        list_each (t, &l.all) {
            if (t->filled.rows)
                continue;
            t->filled.reason = NULL;
            if (!fill(a, db, t))
                return diag_error(d, "shadow.lost", NOWHERE, "the connection to the shadow was lost");
            more = more || t->filled.rows;
        }
    }
    list_each (t, &l.all)
        list_push(a, ret, &t->filled);
    return OK;
}
