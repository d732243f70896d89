/* A table is known by its oid and a column by its number: neither changes with a name or a type. Values are compared as text, those from
 * before by way of the type that the column has now. That is the text that they get as a column of text: by the cast that the server has
 * (the "true" of a boolean), or as they are printed, but never by a cast of the user's, which may go with the change. */
#include "shadow/keep.h"

#include "sql/quote.h"
#include <string.h>

struct kept_column {
    const char *number, *name, *type;
    const char *base;   /* oid of the type, of a domain that of the type under it */
    const char *modifier; /* that a domain has */
    const char *labels; /* of an enum, or an array of one: as a JSON list */
    bool opaque;        /* computed, or of a composite type, whose text follows its attributes */
    const char *as_text; /* "::text", where the server has such a cast, of an array of its elements; else "" */
};

struct kept_table {
    const char *oid, *name;
    struct list columns; /* struct kept_column */
    struct list rows;    /* const char **: a text for each column, NULL for null */
    bool unread;         /* the role may not see its rows */
};

static const char described[] =
    "SELECT c.oid::text, pg_catalog.format('%s.%s', pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname)),"
    " a.attnum::text, pg_catalog.quote_ident(a.attname), pg_catalog.format_type(a.atttypid, a.atttypmod),"
    " coalesce(b2.oid, b1.oid, t.oid)::text, (SELECT pg_catalog.json_agg(e.enumlabel)::text FROM pg_catalog.pg_enum e"
    " WHERE e.enumtypid IN (coalesce(b2.oid, b1.oid, t.oid), coalesce(b2.typelem, b1.typelem, t.typelem))),"
    " (a.attgenerated <> '' OR 'c' IN (SELECT x.typtype FROM pg_catalog.pg_type x"
    " WHERE x.oid IN (coalesce(b2.oid, b1.oid, t.oid), coalesce(b2.typelem, b1.typelem, t.typelem), e1.typbasetype, e2.typbasetype)))::text,"
    " t.typtypmod::text,"
    " CASE WHEN EXISTS (SELECT FROM pg_catalog.pg_cast s WHERE s.castsource IN (coalesce(b2.oid, b1.oid, t.oid), e1.oid, e1.typbasetype)"
    " AND s.casttarget = 'pg_catalog.text'::pg_catalog.regtype AND s.oid < 16384)"
    " THEN CASE WHEN e1.oid IS NULL THEN '::text' ELSE '::text[]::text' END ELSE '' END"
    " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " LEFT JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
    " LEFT JOIN pg_catalog.pg_type t ON t.oid = a.atttypid"
    " LEFT JOIN pg_catalog.pg_type b1 ON b1.oid = t.typbasetype AND t.typtype = 'd'"
    " LEFT JOIN pg_catalog.pg_type b2 ON b2.oid = b1.typbasetype AND b1.typtype = 'd'"
    " LEFT JOIN pg_catalog.pg_type e1 ON e1.oid = coalesce(b2.typelem, b1.typelem, t.typelem)"
    " AND coalesce(b2.typcategory, b1.typcategory, t.typcategory) = 'A'"
    " LEFT JOIN pg_catalog.pg_type e2 ON e2.oid = e1.typbasetype AND e1.typtype = 'd'"
    " WHERE c.relkind IN ('r', 'p') AND c.oid = ANY ($1::oid[]) ORDER BY c.oid, a.attnum";

struct describing {
    struct arena *arena;
    struct list *tables;
};

static bool is_true(const char *text)
{
    return text && *text == 't';
}

static int add_described(void *ctx, const struct db_row *row)
{
    struct describing *x = ctx;
    struct arena *a = x->arena;
    struct kept_table *t = x->tables->n ? x->tables->at[x->tables->n - 1] : NULL;
    struct kept_column *c;

    if (!t || strcmp(t->oid, row_text(row, 0)) != 0) {
        t = arena_new(a, struct kept_table);
        t->oid = arena_strdup(a, row_text(row, 0));
        t->name = arena_strdup(a, row_text(row, 1));
        list_push(a, x->tables, t);
    }
    if (!row_text(row, 2))
        return OK;
    c = arena_new(a, struct kept_column);
    c->number = arena_strdup(a, row_text(row, 2));
    c->name = arena_strdup(a, row_text(row, 3));
    c->type = arena_strdup(a, row_text(row, 4));
    c->base = arena_strdup(a, row_text(row, 5));
    c->labels = arena_strdup(a, row_text(row, 6));
    c->opaque = is_true(row_text(row, 7));
    c->modifier = arena_strdup(a, row_text(row, 8));
    c->as_text = arena_strdup(a, row_text(row, 9));
    list_push(a, &t->columns, c);
    return OK;
}

static int describe(struct arena *a, struct db *db, const struct list *oids, struct diag *d, struct list *ret)
{
    AUTO_BUF array = {0};
    const char *params[1], *oid;
    struct describing x = {.arena = a, .tables = ret};

    buf_addc(&array, '{');
    list_each (oid, oids)
        buf_addf(&array, "%s%s", oid_i ? "," : "", oid);
    buf_addc(&array, '}');
    params[0] = buf_str(&array);
    return oids->n ? db_query(db, described, params, 1, add_described, &x, d) : OK;
}

/* --- rows --- */

struct reading {
    struct arena *arena;
    struct list *rows;
};

static int add_row(void *ctx, const struct db_row *row)
{
    struct reading *x = ctx;
    size_t n = row_count(row);
    const char **cells = arena_alloc(x->arena, n * sizeof(*cells));

    for (size_t i = 0; i < n; i++)
        cells[i] = arena_strdup(x->arena, row_text(row, i));
    list_push(x->arena, x->rows, cells);
    return OK;
}

/* Where the connection stands, what the server refuses is none of our business. */
static int quietly(struct db *db, int result, struct diag *quiet, struct diag *d)
{
    bool lost = result != OK && (!db_alive(db) || db_interrupted());

    diag_clear(quiet);
    return lost ? diag_error(d, "shadow.lost", NOWHERE, "the connection to the shadow was lost") : OK;
}

/* Columns: struct kept_column. Not through the eyes of policies: where they would hide rows, the table is not judged. */
static int read_rows(struct arena *a, struct db *db, struct kept_table *t, const struct list *columns, bool only, struct diag *d)
{
    AUTO_BUF sql = {0};
    struct reading x = {.arena = a, .rows = &t->rows};
    const struct kept_column *c;
    struct diag quiet = {0};

    buf_add(&sql, "SELECT ");
    list_each (c, columns)
        buf_addf(&sql, "%s%s%s", c_i ? ", " : "", c->name, c->as_text);
    buf_addf(&sql, " FROM %s%s", only ? "ONLY " : "", t->name);
    t->unread = db_query(db, buf_str(&sql), NULL, 0, add_row, &x, &quiet) != OK;
    return quietly(db, t->unread ? ERR : OK, &quiet, d);
}

static int see_all(struct db *db, bool all, struct diag *d)
{
    return db_exec(db, all ? "SET row_security = off" : "SET row_security = on", d);
}

int keep_take(struct arena *a, struct db *db, const struct list *oids, struct diag *d, struct kept *ret)
{
    struct kept_table *t;
    int result;

    *ret = (struct kept){0};
    result = oids->n ? see_all(db, true, d) : OK;
    if (result == OK)
        result = describe(a, db, oids, d, &ret->tables);
    list_each (t, &ret->tables)
        if (result == OK)
            result = read_rows(a, db, t, &t->columns, true, d);
    return result == OK && oids->n ? see_all(db, false, d) : result;
}

/* --- comparing --- */

/* The columns that both have and that can be compared, and where they stand in the rows from before. */
struct common {
    struct list columns; /* struct kept_column: as they are now */
    size_t *at;
    const bool *changed; /* not printed as it was */
};

/* An enum: every label of before is there, so that none was given another name. */
static const char castable[] =
    "SELECT 1 FROM pg_catalog.pg_cast WHERE castsource = $1::oid AND casttarget = $2::oid AND castcontext = 'i'";
static const char labelled[] =
    "SELECT 1 WHERE NOT EXISTS (SELECT FROM pg_catalog.json_array_elements_text($1::json) x(was)"
    " WHERE was NOT IN (SELECT pg_catalog.json_array_elements_text($2::json)))";

static int comparable(struct arena *a, struct db *db, const struct kept_column *was, const struct kept_column *is, struct diag *d, bool *ret)
{
    bool renamed = was->labels && is->labels; /* perhaps */
    const char *const types[] = {was->base, is->base}, *const labels[] = {was->labels, is->labels};
    bool same = strcmp(was->type, is->type) == 0 || strcmp(was->base, is->base) == 0;
    const char *found = NULL;

    *ret = !was->opaque && !is->opaque && !renamed && (same || was->labels || is->labels);
    if (was->opaque || is->opaque || *ret)
        return OK;
    if (db_value(db, a, renamed ? labelled : castable, renamed ? labels : types, 2, d, &found) != OK)
        return ERR;
    *ret = found != NULL;
    return OK;
}

/* A domain keeps its name while it becomes one of another type. */
static bool printed_alike(const struct kept_column *was, const struct kept_column *is)
{
    return strcmp(was->type, is->type) == 0 && strcmp(was->base, is->base) == 0 && strcmp(was->modifier, is->modifier) == 0;
}

/* By its number, or where the rows have moved to another table, by its name there. */
static bool same_column(const struct kept_table *was, const struct kept_column *x, const struct kept_column *y, const struct moves *moves)
{
    const char *name;

    if (!moves)
        return strcmp(x->number, y->number) == 0;
    name = moves->to(moves->ctx, was->name, x->name);
    return name && strcmp(name, y->name) == 0;
}

static int find_common(struct arena *a, struct db *db, const struct kept_table *was, const struct kept_table *is, const struct moves *moves,
                       struct diag *d, struct common *ret)
{
    const struct kept_column *x, *y;
    bool *changed = arena_alloc(a, (is->columns.n + 1) * sizeof(*changed));

    *ret = (struct common){.at = arena_alloc(a, (is->columns.n + 1) * sizeof(*ret->at)), .changed = changed};
    list_each (y, &is->columns)
        list_each (x, &was->columns) {
            bool both = false;

            if (!same_column(was, x, y, moves))
                continue;
            if (comparable(a, db, x, y, d, &both) != OK)
                return ERR;
            if (!both)
                continue;
            ret->at[ret->columns.n] = x_i;
            changed[ret->columns.n] = !printed_alike(x, y);
            list_push(a, &ret->columns, y);
        }
    return OK;
}

/* A value from before as the type of today prints it; as it was where it has no such form. */
static int convert(struct arena *a, struct db *db, const char *value, const struct kept_column *to, struct diag *d, const char **ret)
{
    struct diag quiet = {0};
    const char *sql = arena_printf(a, "SELECT (%s::%s)%s", sql_literal(a, value), to->type, to->as_text);
    int result = db_value(db, a, sql, NULL, 0, &quiet, ret);

    if (result != OK)
        *ret = value;
    return quietly(db, result, &quiet, d);
}

static void value_add(struct buf *out, const char *text)
{
    if (text)
        buf_literal(out, text);
    else
        buf_add(out, "null");
}

static const char *row_line(struct arena *a, const char *const *cells, const struct common *c, bool before)
{
    AUTO_BUF text = {0};

    for (size_t i = 0; i < c->columns.n; i++) {
        const char *cell = cells[before ? c->at[i] : i];

        buf_add(&text, i ? ", " : "");
        value_add(&text, cell);
    }
    return buf_take(&text, a);
}

static int by_text(const void *x, const void *y)
{
    return strcmp(x, y);
}

/* One line a row, sorted. */
static int lines_before(struct arena *a, struct db *db, const struct kept_table *was, const struct common *c, struct diag *d, struct list *ret)
{
    const char **cells;

    list_each (cells, &was->rows) {
        for (size_t i = 0; i < c->columns.n; i++) {
            size_t at = c->at[i];

            if (c->changed[i] && cells[at] && convert(a, db, cells[at], c->columns.at[i], d, &cells[at]) != OK)
                return ERR;
        }
        list_push(a, ret, row_line(a, cells, c, true));
    }
    list_sort(ret, by_text);
    return OK;
}

static const char *names(struct arena *a, const struct common *c)
{
    AUTO_BUF text = {0};
    const struct kept_column *column;

    list_each (column, &c->columns)
        buf_addf(&text, "%s%s", column_i ? ", " : "", column->name);
    return buf_take(&text, a);
}

/* before: lines, sorted. */
static const char *compare_lines(struct arena *a, const struct kept_table *is, const struct common *c, const struct list *before)
{
    struct list after = {0};
    const char *const *cells;

    list_each (cells, &is->rows)
        list_push(a, &after, row_line(a, cells, c, false));
    list_sort(&after, by_text);
    for (size_t i = 0; i < before->n; i++)
        if (strcmp(before->at[i], after.at[i]) != 0)
            return arena_printf(a, "table %s has other values: (%s) was (%s) and is (%s)", is->name, names(a, c), (const char *)before->at[i],
                                (const char *)after.at[i]);
    return NULL;
}

static int compare_rows(struct arena *a, struct db *db, const struct kept_table *was, struct kept_table *is, bool values, struct diag *d,
                        const char **ret_wrong)
{
    struct common c;
    struct list before = {0};

    if (find_common(a, db, was, is, NULL, d, &c) != OK || read_rows(a, db, is, &c.columns, true, d) != OK)
        return ERR;
    if (is->unread)
        return OK;
    if (is->rows.n != was->rows.n) {
        *ret_wrong = arena_printf(a, "table %s has %zu of %zu rows", is->name, is->rows.n, was->rows.n);
        return OK;
    }
    if (!values)
        return OK;
    if (lines_before(a, db, was, &c, d, &before) != OK)
        return ERR;
    *ret_wrong = compare_lines(a, is, &c, &before);
    return OK;
}

/* --- rows that may be in other tables --- */

/* A table that was made again, and those whose rows are in it by now. */
struct whole {
    const char *name;
    struct list parts; /* struct kept_table */
    size_t rows;
};

static void add_part(struct arena *a, struct list *wholes, const char *name, struct kept_table *part)
{
    struct whole *w, *found = NULL;

    list_each (w, wholes)
        found = strcmp(w->name, name) == 0 ? w : found;
    if (!found) {
        found = arena_new(a, struct whole);
        found->name = name;
        list_push(a, wholes, found);
    }
    list_push(a, &found->parts, part);
    found->rows += part->rows.n;
}

static int describe_one(struct arena *a, struct db *db, const char *name, struct diag *d, struct kept_table **ret)
{
    const char *const params[] = {name};
    struct list oids = {0}, tables = {0};
    const char *oid = NULL;

    *ret = NULL;
    if (db_value(db, a, "SELECT pg_catalog.to_regclass($1)::oid::text", params, 1, d, &oid) != OK)
        return ERR;
    if (!oid)
        return OK;
    list_push(a, &oids, oid);
    if (describe(a, db, &oids, d, &tables) != OK)
        return ERR;
    *ret = tables.n ? tables.at[0] : NULL;
    return OK;
}

static int check_whole(struct arena *a, struct db *db, const struct whole *w, const struct moves *moves, struct diag *d, const char **ret_wrong)
{
    struct kept_table *is, *part;
    struct list before = {0};
    struct common c = {0};

    if (describe_one(a, db, w->name, d, &is) != OK)
        return ERR;
    if (!is) {
        *ret_wrong = arena_printf(a, "table %s is gone with its %zu rows", w->name, w->rows);
        return OK;
    }
    list_each (part, &w->parts) { /* the columns that are in all of them */
        if (find_common(a, db, part, is, moves, d, &c) != OK)
            return ERR;
        is->columns = c.columns;
    }
    if (read_rows(a, db, is, &is->columns, false, d) != OK)
        return ERR;
    if (is->unread)
        return OK;
    if (is->rows.n != w->rows) {
        *ret_wrong = arena_printf(a, "table %s has %zu of %zu rows", is->name, is->rows.n, w->rows);
        return OK;
    }
    list_each (part, &w->parts)
        if (find_common(a, db, part, is, moves, d, &c) != OK || lines_before(a, db, part, &c, d, &before) != OK)
            return ERR;
    *ret_wrong = compare_lines(a, is, &c, &before);
    return OK;
}

static const char *column_lost(struct arena *a, const struct kept_table *was, const struct kept_table *is, keep_gone_fn *gone, void *ctx)
{
    const struct kept_column *x, *y;

    list_each (x, &was->columns) {
        bool there = x->opaque;

        list_each (y, &is->columns)
            there = there || strcmp(x->number, y->number) == 0;
        if (!there && !gone(ctx, was->name, x->name))
            return arena_printf(a, "column %s.%s is gone with its values", was->name, x->name);
    }
    return NULL;
}

static int check_tables(struct arena *a, struct db *db, const struct kept *k, const struct map *now, const struct keep_asks *asks, struct diag *d,
                        const char **ret_wrong)
{
    struct list wholes = {0};
    struct kept_table *t;
    struct whole *w;
    int result = OK;

    list_each (t, &k->tables) {
        struct kept_table *is = map_get(now, t->oid);
        const char *whole = asks->moves ? asks->moves->to(asks->moves->ctx, t->name, NULL) : NULL;

        if (result != OK || *ret_wrong)
            break;
        if (t->unread || !t->rows.n)
            continue;
        if (whole && *whole)
            add_part(a, &wholes, whole, t);
        if (whole)
            continue;
        if (is)
            *ret_wrong = column_lost(a, t, is, asks->gone, asks->ctx);
        if (is && !*ret_wrong)
            result = compare_rows(a, db, t, is, asks->values, d, ret_wrong);
        else if (!is && !asks->gone(asks->ctx, t->name, NULL))
            *ret_wrong = arena_printf(a, "table %s is gone with its %zu rows", t->name, t->rows.n);
    }
    list_each (w, &wholes)
        if (result == OK && !*ret_wrong)
            result = check_whole(a, db, w, asks->moves, d, ret_wrong);
    return result;
}

int keep_check(struct arena *a, struct db *db, const struct kept *k, const struct keep_asks *asks, struct diag *d, const char **ret_wrong)
{
    struct list oids = {0}, now = {0};
    struct map by_oid = {0};
    struct kept_table *t;
    int result;

    *ret_wrong = NULL;
    list_each (t, &k->tables)
        if (!t->unread && t->rows.n)
            list_push(a, &oids, t->oid);
    result = oids.n ? see_all(db, true, d) : OK;
    if (result == OK)
        result = describe(a, db, &oids, d, &now);
    list_each (t, &now)
        map_put(&by_oid, t->oid, t);
    if (result == OK)
        result = check_tables(a, db, k, &by_oid, asks, d, ret_wrong);
    map_clear(&by_oid);
    return result == OK && oids.n ? see_all(db, false, d) : result;
}

/* A row of NULLs hardly ever is what does not fit. */
static const char *const *fullest_row(const struct kept_table *t)
{
    const char *const *cells, *const *fullest = NULL;
    size_t most = 0;

    list_each (cells, &t->rows) {
        size_t n = 0;

        for (size_t i = 0; i < t->columns.n; i++)
            n += cells[i] != NULL;
        if (!fullest || n > most) {
            fullest = cells;
            most = n;
        }
    }
    return fullest;
}

const char *keep_example(struct arena *a, const struct kept *k, const char *table)
{
    const struct kept_table *t;
    const struct kept_column *c;

    list_each (t, &k->tables) {
        AUTO_BUF names = {0};
        AUTO_BUF values = {0};
        const char *const *cells = strcmp(t->name, table) == 0 ? fullest_row(t) : NULL;

        if (!cells)
            continue;
        list_each (c, &t->columns) {
            buf_addf(&names, "%s%s", c_i ? ", " : "", c->name);
            buf_add(&values, c_i ? ", " : "");
            value_add(&values, cells[c_i]);
        }
        return arena_printf(a, "(%s) = (%s)", buf_str(&names), buf_str(&values));
    }
    return NULL;
}
