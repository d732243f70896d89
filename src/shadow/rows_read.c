/* Tables, and values for their columns: by the type of the column and the number of the row alone, so that keys differ from row to row
 * and the same schema gets the same rows. */
#include "shadow/rows_private.h"

#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>

/* typ: what stands behind a type: no domain, and of an array its elements. g.i: the number of the row. */
static const char columns_sql[] =
    "WITH under AS (SELECT t.oid, coalesce(b2.oid, b1.oid, t.oid) AS base,"
    " CASE WHEN b1.oid IS NULL THEN NULL WHEN b2.oid IS NULL THEN t.typtypmod ELSE b1.typtypmod END AS typmod"
    " FROM pg_catalog.pg_type t"
    " LEFT JOIN pg_catalog.pg_type b1 ON b1.oid = t.typbasetype AND t.typtype = 'd'"
    " LEFT JOIN pg_catalog.pg_type b2 ON b2.oid = b1.typbasetype AND b1.typtype = 'd'),"
    " col AS (SELECT a.attrelid, a.attnum, a.attname, a.attnotnull OR y.typnotnull AS wanted, a.atthasdef OR a.attidentity <> '' AS has_default,"
    " pg_catalog.format_type(a.atttypid, a.atttypmod) AS declared,"
    " b.typcategory, b.oid AS base, coalesce(nullif(b.typelem, 0), b.oid) AS element, b.typcategory = 'A' AS is_array,"
    " pg_catalog.format_type(b.oid, coalesce(u.typmod, a.atttypmod)) AS type, coalesce(u.typmod, a.atttypmod) AS typmod"
    " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type y ON y.oid = a.atttypid JOIN under u ON u.oid = a.atttypid"
    " JOIN pg_catalog.pg_type b ON b.oid = u.base"
    " WHERE a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attrelid >= 16384),"
    " val AS (SELECT c.*, CASE"
    " WHEN e.typtype = 'e' THEN pg_catalog.format('(pg_catalog.enum_range(NULL::%1$s))[1 + (g.i - 1) %%"
    " pg_catalog.cardinality(pg_catalog.enum_range(NULL::%1$s))]', e.own)"
    " WHEN e.typname IN ('int4range', 'int8range', 'numrange') THEN pg_catalog.format('pg_catalog.%s(g.i, g.i + 1)', e.typname)"
    " WHEN e.typname IN ('daterange', 'tsrange', 'tstzrange') THEN"
    " pg_catalog.format('pg_catalog.%1$s(date ''2020-01-01'' + g.i, date ''2020-01-02'' + g.i)', e.typname)"
    " WHEN e.typtype = 'r' THEN pg_catalog.format('''empty''::%s', e.own)"
    " WHEN e.typtype = 'm' THEN pg_catalog.format('''{}''::%s', e.own)"
    " WHEN e.typtype = 'c' THEN (SELECT pg_catalog.format('ROW(%s)::%s', pg_catalog.string_agg(CASE f.typcategory WHEN 'N' THEN 'g.i' WHEN 'S' THEN '''a'''"
    " WHEN 'B' THEN 'true' WHEN 'D' THEN '''2020-01-01''' ELSE 'NULL' END, ', ' ORDER BY x.attnum), e.own)"
    " FROM pg_catalog.pg_attribute x JOIN pg_catalog.pg_type f ON f.oid = x.atttypid WHERE x.attrelid = e.typrelid AND x.attnum > 0 AND NOT x.attisdropped)"
    " WHEN e.typname = 'numeric' AND c.typmod >= 4 AND ((c.typmod - 4) >> 16) - ((c.typmod - 4) & 65535) <= 0 THEN 'g.i / 100.0'"
    " WHEN e.typname = 'numeric' AND c.typmod >= 4 AND ((c.typmod - 4) >> 16) - ((c.typmod - 4) & 65535) = 1 THEN 'g.i % 10'"
    " WHEN e.typname IN ('int2', 'int4', 'int8', 'numeric', 'float4', 'float8', 'oid') THEN 'g.i'"
    " WHEN e.typname = 'money' THEN 'g.i::money'"
    " WHEN e.typname = 'bool' THEN 'g.i % 2 = 1'"
    " WHEN e.typcategory = 'S' OR e.typname IN ('char', 'citext', 'tsvector', 'tsquery') THEN"
    " 'pg_catalog.chr(97 + (g.i - 1) % 26) || CASE WHEN g.i > 26 THEN ((g.i - 1) / 26)::text ELSE '''' END'"
    " WHEN e.typname = 'uuid' THEN 'pg_catalog.md5(g.i::text)::uuid'"
    " WHEN e.typname IN ('date', 'timestamp', 'timestamptz') THEN '(date ''2020-01-01'' + g.i)'"
    " WHEN e.typname IN ('time', 'timetz') THEN '(time ''00:00'' + g.i * interval ''1 minute'')'"
    " WHEN e.typname = 'interval' THEN 'g.i * interval ''1 day'''"
    " WHEN e.typname IN ('json', 'jsonb') THEN 'pg_catalog.to_jsonb(g.i)'"
    " WHEN e.typname = 'bytea' THEN 'pg_catalog.convert_to(g.i::text, ''UTF8'')'"
    " WHEN e.typname IN ('inet', 'cidr') THEN '(inet ''10.0.0.0'' + g.i)'"
    " WHEN e.typname IN ('bit', 'varbit') THEN"
    " pg_catalog.format('pg_catalog.right(pg_catalog.repeat(''0'', 64) || g.i::int8::bit(64)::text, %s)::varbit', greatest(c.typmod, 1))"
    " WHEN e.typname IN ('macaddr', 'macaddr8') THEN"
    " '(pg_catalog.substr(pg_catalog.lpad(pg_catalog.to_hex(g.i), 12, ''0''), 1, 12))'"
    " WHEN e.typname = 'point' THEN 'pg_catalog.point(g.i, g.i)'"
    " WHEN e.typname IN ('box', 'lseg') THEN '''((0,0),(1,'' || g.i || ''))'''"
    " WHEN e.typname IN ('path', 'polygon') THEN '''((0,0),(1,0),(1,'' || g.i || ''))'''"
    " WHEN e.typname = 'circle' THEN '''<(0,0),'' || g.i || ''>'''"
    " WHEN e.typname = 'line' THEN '''{1,-1,'' || g.i || ''}'''"
    " WHEN e.typname = 'xml' THEN '''<a>'' || g.i || ''</a>'''"
    " WHEN e.typname = 'pg_lsn' THEN '''0/'' || pg_catalog.to_hex(g.i)'"
    " WHEN e.typname LIKE 'reg%' THEN 'NULL'"
    " ELSE 'g.i::text' END AS value, e.own"
    " FROM col c JOIN (SELECT t.*, pg_catalog.format_type(t.oid, NULL) AS own FROM pg_catalog.pg_type t) e"
    " ON e.oid = (SELECT u.base FROM under u WHERE u.oid = CASE WHEN c.is_array THEN c.element ELSE c.base END))"
    " SELECT c.oid::text, pg_catalog.format('%s.%s', pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname)),"
    " (c.relkind = 'r')::text, (EXISTS (SELECT FROM pg_catalog.pg_trigger g WHERE g.tgrelid = c.oid AND NOT g.tgisinternal)"
    " OR c.relhasrules)::text, v.attnum::text, pg_catalog.quote_ident(v.attname), v.type,"
    " CASE WHEN v.is_array THEN pg_catalog.format('ARRAY[(%s)::%s]::%s', v.value, v.own, v.type) ELSE pg_catalog.format('(%s)::%s', v.value, v.type) END,"
    " v.typcategory::text, v.wanted::text, v.has_default::text,"
    " EXISTS (SELECT FROM pg_catalog.pg_index i WHERE i.indrelid = c.oid AND i.indisunique AND v.attnum = ANY (i.indkey))::text, v.declared"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN val v ON v.attrelid = c.oid"
    " WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384 AND c.relpersistence <> 't'"
    " AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid = 'pg_catalog.pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')"
    " ORDER BY n.nspname, c.relname, v.attnum";

static bool is_true(const char *text)
{
    return text && *text == 't';
}

static struct rows_column *add_column(struct arena *a, const struct db_row *row)
{
    struct rows_column *c = arena_new(a, struct rows_column);

    c->number = arena_strdup(a, row_text(row, 4));
    c->name = arena_strdup(a, row_text(row, 5));
    c->type = arena_strdup(a, row_text(row, 6));
    c->value = arena_strdup(a, row_text(row, 7));
    c->category = *row_text(row, 8);
    c->not_null = is_true(row_text(row, 9));
    c->has_default = is_true(row_text(row, 10));
    c->in_key = is_true(row_text(row, 11));
    c->full = arena_strdup(a, row_text(row, 12));
    return c;
}

static int add_table(void *ctx, const struct db_row *row)
{
    struct rows_side *s = ctx;
    struct arena *a = s->arena;
    struct rows_table *t = s->tables.n ? s->tables.at[s->tables.n - 1] : NULL;

    if (!t || strcmp(t->oid, row_text(row, 0)) != 0) {
        t = arena_new(a, struct rows_table);
        t->oid = arena_strdup(a, row_text(row, 0));
        t->name = arena_strdup(a, row_text(row, 1));
        t->holds = is_true(row_text(row, 2));
        t->triggers = is_true(row_text(row, 3));
        t->filled = (struct filled){.oid = t->oid, .name = t->name};
        list_push(a, &s->tables, t);
        map_put(&s->by_oid, t->oid, t);
        map_put(&s->by_name, t->name, t);
    }
    if (row_text(row, 4))
        list_push(a, &t->columns, add_column(a, row));
    return OK;
}

/* --- constraints --- */

/* Of a foreign key on or to a partitioned table, what the server adds for the partitions on the other side is left out. */
static const char constraints_sql[] =
    "SELECT c.conrelid::text, pg_catalog.array_to_string(c.conkey, ' '), c.confrelid::text, pg_catalog.array_to_string(c.confkey, ' '),"
    " CASE WHEN c.contype <> 'f' THEN pg_catalog.pg_get_expr(c.conbin, c.conrelid) END, pg_catalog.cardinality(c.conkey) = 1"
    " FROM pg_catalog.pg_constraint c"
    " WHERE c.contype IN ('f', 'c') AND c.conrelid >= 16384"
    " AND NOT EXISTS (SELECT FROM pg_catalog.pg_constraint p WHERE p.oid = c.conparentid AND p.conrelid = c.conrelid)"
    " UNION ALL SELECT a.attrelid::text, a.attnum::text, NULL, NULL, pg_catalog.pg_get_constraintdef(c.oid), false"
    " FROM pg_catalog.pg_attribute a JOIN pg_catalog.pg_type t ON t.oid = a.atttypid AND t.typtype = 'd'"
    " JOIN pg_catalog.pg_constraint c ON c.contypid IN (t.oid, t.typbasetype) AND c.contype = 'c'"
    " WHERE a.attnum > 0 AND NOT a.attisdropped ORDER BY 1, 2, 3, 5";

static struct rows_column *by_number(const struct rows_table *t, const char *number, size_t length)
{
    struct rows_column *c;

    list_each (c, &t->columns)
        if (strlen(c->number) == length && strncmp(c->number, number, length) == 0)
            return c;
    return NULL;
}

/* "1 3" -> columns. false: there is one that takes no value. */
static bool numbered(struct arena *a, const struct rows_table *t, const char *numbers, struct list *ret)
{
    bool all = true;

    for (const char *p = numbers; p && *p; p += strspn(p, " ")) {
        size_t length = strcspn(p, " ");
        struct rows_column *c = by_number(t, p, length);

        all = all && c;
        if (c)
            list_push(a, ret, c);
        p += length;
    }
    return all;
}

static int add_constraint(void *ctx, const struct db_row *row)
{
    struct rows_side *s = ctx;
    struct rows_table *t = map_get(&s->by_oid, row_text(row, 0));
    struct rows_table *to = row_text(row, 2) ? map_get(&s->by_oid, row_text(row, 2)) : NULL;
    struct rows_reference *r;
    struct list columns = {0};

    if (!t)
        return OK;
    if (row_text(row, 4)) {
        numbered(s->arena, t, row_text(row, 1), &columns);
        rows_pool_check(s->arena, &columns, row_text(row, 4));
        if (columns.n == 1 && is_true(row_text(row, 5)))
            list_push(s->arena, &((struct rows_column *)columns.at[0])->checks, arena_strdup(s->arena, row_text(row, 4)));
    } else if (to) {
        r = arena_new(s->arena, struct rows_reference);
        r->to = to;
        if (numbered(s->arena, t, row_text(row, 1), &r->columns) && numbered(s->arena, to, row_text(row, 3), &r->to_columns))
            list_push(s->arena, &t->references, r);
    }
    return OK;
}

/* --- partitions: those nearest to the rows first --- */

static const char bounds_sql[] =
    "WITH RECURSIVE up AS (SELECT i.inhrelid AS leaf, i.inhrelid AS child, i.inhparent AS parent, 1 AS level"
    " FROM pg_catalog.pg_inherits i JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid WHERE c.relispartition"
    " UNION ALL SELECT u.leaf, i.inhrelid, i.inhparent, u.level + 1 FROM up u JOIN pg_catalog.pg_inherits i ON i.inhrelid = u.parent"
    " JOIN pg_catalog.pg_class c ON c.oid = i.inhrelid WHERE c.relispartition AND u.level < 100)"
    " SELECT u.leaf::text, CASE WHEN u.level = 1 THEN u.parent::text END, pg_catalog.pg_get_expr(c.relpartbound, c.oid),"
    " k.name FROM up u JOIN pg_catalog.pg_class c ON c.oid = u.child"
    " JOIN pg_catalog.pg_partitioned_table p ON p.partrelid = u.parent"
    " LEFT JOIN LATERAL (SELECT pg_catalog.string_agg(coalesce(pg_catalog.quote_ident(a.attname), ''), pg_catalog.chr(1) ORDER BY x.n) AS name"
    " FROM pg_catalog.unnest(p.partattrs) WITH ORDINALITY x(number, n)"
    " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = u.parent AND a.attnum = x.number AND x.number <> 0) k ON true"
    " ORDER BY u.leaf, u.level";

struct rows_column *rows_column_by_name(const struct rows_table *t, const char *name)
{
    struct rows_column *c;

    list_each (c, &t->columns)
        if (strcmp(c->name, name) == 0)
            return c;
    return NULL;
}

static int add_bounds(void *ctx, const struct db_row *row)
{
    struct rows_side *s = ctx;
    struct arena *a = s->arena;
    struct rows_table *t = map_get(&s->by_oid, row_text(row, 0));
    struct list keys = {0};
    const char *names = row_text(row, 3);

    if (!t)
        return OK;
    if (row_text(row, 1))
        t->parent = map_get(&s->by_oid, row_text(row, 1));
    for (const char *p = names; p; p = *p ? p + 1 : NULL) {
        size_t length = strcspn(p, "\1");

        list_push(a, &keys, rows_column_by_name(t, arena_strndup(a, p, length)));
        p += length;
    }
    rows_pool_bounds(a, t, &keys, row_text(row, 2));
    return OK;
}

int rows_side_read(struct arena *a, struct db *db, struct diag *d, struct rows_side *ret)
{
    *ret = (struct rows_side){.arena = a, .db = db};
    if (db_query(db, columns_sql, NULL, 0, add_table, ret, d) != OK || db_query(db, constraints_sql, NULL, 0, add_constraint, ret, d) != OK ||
        db_query(db, bounds_sql, NULL, 0, add_bounds, ret, d) != OK)
        return ERR;
    return OK;
}

void rows_side_clear(struct rows_side *s)
{
    map_clear(&s->by_oid);
    map_clear(&s->by_name);
}

/* --- base values --- */

enum { BASE = 12, BASE_TRYING = 64 };

int rows_quietly(struct db *db, struct diag *quiet, struct diag *d)
{
    bool lost = !db_alive(db) || db_interrupted();

    diag_clear(quiet);
    return lost ? diag_error(d, "shadow.lost", NOWHERE, "the connection to the shadow was lost") : OK;
}

struct base {
    struct arena *arena;
    const struct list *columns;
};

static int add_base(void *ctx, const struct db_row *row)
{
    struct base *b = ctx;
    struct rows_column *c;

    list_each (c, b->columns)
        if (row_text(row, c_i))
            list_push(b->arena, &c->base, arena_strdup(b->arena, row_text(row, c_i)));
    return OK;
}

static int read_base(struct rows_side *s, const struct list *columns, int rows, struct diag *d, bool *ret_done)
{
    AUTO_BUF sql = {0};
    struct base b = {.arena = s->arena, .columns = columns};
    struct rows_column *c;
    struct diag quiet = {0};
    bool first = true;

    list_each (c, columns) {
        buf_add(&sql, first ? "SELECT " : ", ");
        buf_addf(&sql, "(%s)::text", c->value);
        first = false;
        c->base = (struct list){0};
    }
    buf_addf(&sql, " FROM pg_catalog.generate_series(1, %d) AS g(i)", rows);
    *ret_done = db_query(s->db, buf_str(&sql), NULL, 0, add_base, &b, &quiet) == OK;
    return rows_quietly(s->db, &quiet, d);
}

/* A type for which the expression is none costs only its own column. */
int rows_base_read(struct rows_side *s, struct rows_table *t, struct diag *d)
{
    int rows = t->by_trying ? BASE_TRYING : BASE;
    struct rows_column *c;
    bool done = true;

    if (!t->columns.n)
        return OK;
    if (read_base(s, &t->columns, rows, d, &done) != OK)
        return ERR;
    list_each (c, &t->columns) {
        struct list one = {0};

        if (done)
            break;
        list_push(s->arena, &one, c);
        bool known;
        if (read_base(s, &one, rows, d, &known) != OK)
            return ERR;
        if (!known)
            c->base = (struct list){0};
    }
    return OK;
}

/* --- what a column takes by itself --- */

static int takes(struct rows_side *s, const struct rows_column *c, const char *value, struct diag *d, bool *ret)
{
    AUTO_BUF sql = {0};
    struct diag quiet = {0};
    const char *check, *found = NULL;

    buf_add(&sql, "SELECT 1 FROM (SELECT CAST(");
    if (value)
        buf_literal(&sql, value);
    else
        buf_add(&sql, "NULL");
    buf_addf(&sql, " AS %s) AS %s) AS x WHERE true", c->full, c->name);
    list_each (check, &c->checks)
        buf_addf(&sql, " AND (%s) IS NOT FALSE", check);
    *ret = db_value(s->db, s->arena, buf_str(&sql), NULL, 0, &quiet, &found) == OK && found;
    return rows_quietly(s->db, &quiet, d);
}

int rows_pool_filter(struct rows_side *s, struct rows_column *c, struct list *pool, struct diag *d)
{
    struct list left = {0};
    const char *value;
    bool taken;

    list_each (value, pool) {
        if (takes(s, c, value, d, &taken) != OK)
            return ERR;
        if (taken)
            list_push(s->arena, &left, value);
    }
    *pool = left;
    return OK;
}
