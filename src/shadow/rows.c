/* A row is a text for each column, tried on the table and, where there is one, on what the table shall become: only what both take is of
 * use. References take values of rows that are there; partitions those of their bounds; checks those that lie near their own literals.
 * What no constraint asks about depends on the type and the number of the row alone. */
#include "shadow/rows_private.h"

#include "sql/quote.h"
#include <stdint.h>
#include <string.h>

enum { ROWS = 3, ENOUGH = 24 /* tries for three, where there is one */, LEVELS = 100 /* of partitions in partitions */ };

enum trying {
    TRY_PLAIN, /* the last of them with only what it must have */
    TRY_MORE,
    TRY_POOL, /* with what checks may want */
};
static const struct {
    enum trying how;
    unsigned tries, tries_trying; /* the second: where nothing says what a partition takes */
} attempts[] = {{TRY_PLAIN, ROWS, ROWS}, {TRY_MORE, 8, 64}, {TRY_POOL, 160, 240}};

struct making {
    struct arena *arena;
    struct rows_side own, other;
    const struct rows_wanted *wanted;
    struct diag *diag;
};

/* --- what a row says --- */

static size_t place_of(const struct rows_table *t, const struct rows_column *c)
{
    size_t at = 0;

    while (at < t->columns.n && t->columns.at[at] != c)
        at++;
    return at;
}

static bool is_under(const struct rows_table *t, const struct rows_table *root)
{
    for (int levels = 0; t && t != root && levels < LEVELS; levels++)
        t = t->parent;
    return t == root;
}

/* The values that a row of the table referred to, or of its partitions, has; in turn. false: there is none. */
static bool refer(const struct making *m, const struct rows_table *t, const struct rows_reference *r, unsigned k, struct rows_row *into)
{
    const struct rows_table *x;
    const struct rows_row *row;
    struct list rows = {0}, of = {0};
    const struct rows_column *c, *to;

    list_each (x, &r->to->holders)
        list_each (row, &x->rows) {
            list_push(m->arena, &rows, row);
            list_push(m->arena, &of, x);
        }
    if (!rows.n)
        return false;
    row = rows.at[(k - 1) % rows.n];
    x = of.at[(k - 1) % rows.n];
    list_each (c, &r->columns) {
        size_t at = place_of(t, c);

        to = rows_column_by_name(x, ((const struct rows_column *)r->to_columns.at[c_i])->name);
        if (!to)
            return false;
        into->cells[at] = row->cells[place_of(x, to)];
        into->defaults[at] = false;
    }
    return true;
}

/* To itself: its own row. To what is empty: null where that may be. */
static void refer_otherwise(const struct rows_table *t, const struct rows_reference *r, struct rows_row *into)
{
    const struct rows_column *c;

    list_each (c, &r->columns) {
        size_t at = place_of(t, c);

        if (is_under(t, r->to)) {
            const struct rows_column *to = rows_column_by_name(t, ((const struct rows_column *)r->to_columns.at[c_i])->name);

            if (to)
                into->cells[at] = into->cells[place_of(t, to)];
        } else if (!c->not_null) {
            into->cells[at] = NULL;
            into->defaults[at] = false;
        }
    }
}

/* A number that looks like chance and is none. */
static size_t scatter(unsigned k, size_t column)
{
    uint64_t x = ((uint64_t)k << 32 | column) * UINT64_C(0x9E3779B97F4A7C15);

    return (size_t)(x >> 40);
}

static void say(const struct rows_table *t, size_t at, enum trying how, unsigned k, struct rows_row *into)
{
    const struct rows_column *c = t->columns.at[at];
    bool sparse = how == TRY_PLAIN && k == ROWS && !c->not_null && !c->in_key;

    if (how == TRY_POOL && c->pool.n)
        into->cells[at] = c->pool.at[(k <= c->pool.n ? k - 1 : scatter(k, at)) % c->pool.n];
    else if (c->bounds.n)
        into->cells[at] = c->bounds.at[(k - 1) % c->bounds.n];
    else if (sparse)
        into->defaults[at] = c->has_default;
    else if (c->base.n)
        into->cells[at] = c->base.at[(k - 1) % c->base.n];
}

static struct rows_row *row_of(const struct making *m, const struct rows_table *t, enum trying how, unsigned k)
{
    struct rows_row *row = arena_new(m->arena, struct rows_row);
    const struct rows_reference *r;

    row->cells = arena_alloc(m->arena, (t->columns.n + 1) * sizeof(*row->cells));
    row->defaults = arena_alloc(m->arena, (t->columns.n + 1) * sizeof(*row->defaults));
    for (size_t at = 0; at < t->columns.n; at++)
        say(t, at, how, k, row);
    list_each (r, &t->references)
        if (is_under(t, r->to) || !refer(m, t, r, k, row))
            refer_otherwise(t, r, row);
    return row;
}

/* --- putting it in --- */

static void value_add(struct buf *out, const char *text, bool by_default)
{
    if (by_default)
        buf_add(out, "DEFAULT");
    else if (text)
        buf_literal(out, text);
    else
        buf_add(out, "NULL");
}

static void names_and_values(struct buf *out, const char *table, const struct buf *names, const struct buf *values)
{
    if (names->len)
        buf_addf(out, "INSERT INTO %s (%s) OVERRIDING SYSTEM VALUE VALUES (%s)", table, buf_str(names), buf_str(values));
    else
        buf_addf(out, "INSERT INTO %s DEFAULT VALUES", table);
}

static void insert_text(struct buf *out, const struct rows_table *t, const struct rows_row *row)
{
    AUTO_BUF names = {0};
    AUTO_BUF values = {0};
    const struct rows_column *c;

    list_each (c, &t->columns) {
        buf_addf(&names, "%s%s", c_i ? ", " : "", c->name);
        buf_add(&values, c_i ? ", " : "");
        value_add(&values, row->cells[c_i], row->defaults[c_i]);
    }
    names_and_values(out, t->name, &names, &values);
}

/* What the row will be after the upgrade: columns that go are not said, new ones have what they have, or if they must have something, any. */
static void insert_twin_text(struct buf *out, const struct rows_table *t, const struct rows_row *row)
{
    AUTO_BUF names = {0};
    AUTO_BUF values = {0};
    const struct rows_column *c, *own;

    list_each (own, &t->columns) {
        if (!own->twin)
            continue;
        buf_addf(&names, "%s%s", names.len ? ", " : "", own->twin->name);
        buf_add(&values, values.len ? ", " : "");
        value_add(&values, row->cells[own_i], row->defaults[own_i]);
    }
    list_each (c, &t->twin->columns) {
        if (c->twin || !c->not_null || c->has_default)
            continue;
        buf_addf(&names, "%s%s", names.len ? ", " : "", c->name);
        buf_add(&values, values.len ? ", " : "");
        value_add(&values, c->base.n ? c->base.at[t->rows.n % c->base.n] : NULL, false);
    }
    names_and_values(out, t->twin->name, &names, &values);
}

/* *ret_reason NULL: it is in. */
static int insert(struct making *m, struct db *db, const char *sql, bool and_wait, const char **ret_reason)
{
    struct diag server = {0};

    *ret_reason = NULL;
    if (db_exec(db, and_wait ? arena_printf(m->arena, "BEGIN; SET CONSTRAINTS ALL IMMEDIATE; %s", sql) : sql, &server) != OK)
        *ret_reason = server.entries.n ? arena_strdup(m->arena, ((struct diag_entry *)server.entries.at[0])->message) : "it is refused";
    else if (!and_wait && db_affected(db) == 0)
        *ret_reason = "a rule or a trigger takes the row away";
    return rows_quietly(db, &server, m->diag);
}

/* Into both or neither; wanted: into the twin too. */
static int put(struct making *m, struct rows_table *t, struct rows_row *row, bool wanted, const char **ret_reason)
{
    AUTO_BUF own = {0};
    AUTO_BUF twin = {0};
    const char *reason = NULL;
    bool both = wanted && t->twin;

    insert_text(&own, t, row);
    if (both) {
        insert_twin_text(&twin, t, row);
        if (insert(m, m->other.db, buf_str(&twin), true, &reason) != OK)
            return ERR;
    }
    if (!reason && insert(m, m->own.db, buf_str(&own), false, &reason) != OK)
        return ERR;
    if (both) {
        struct diag quiet = {0};

        db_exec(m->other.db, reason ? "ROLLBACK" : "COMMIT", &quiet);
        if (rows_quietly(m->other.db, &quiet, m->diag) != OK)
            return ERR;
    }
    if (!reason)
        list_push(m->arena, &t->rows, row);
    *ret_reason = reason;
    return OK;
}

/* What checks may want, as far as the columns by themselves take it. */
static int fill_pools(struct making *m, struct rows_table *t, bool *ret_any)
{
    struct rows_column *c;

    *ret_any = false;
    list_each (c, &t->columns) {
        if (c->checked && !c->pooled) {
            c->pooled = true;
            rows_pool_rest(m->arena, c);
            if (rows_pool_filter(&m->own, c, &c->pool, m->diag) != OK ||
                (c->twin && rows_pool_filter(&m->other, c->twin, &c->pool, m->diag) != OK))
                return ERR;
        }
        *ret_any = *ret_any || c->pool.n;
    }
    return OK;
}

static int try_some(struct making *m, struct rows_table *t, enum trying how, unsigned tries, bool wanted)
{
    const char *reason;

    for (unsigned k = 1; k <= tries && t->rows.n < ROWS; k++) {
        if (put(m, t, row_of(m, t, how, k), wanted, &reason) != OK)
            return ERR;
        if (reason && !t->filled.reason)
            t->filled.reason = reason;
    }
    return OK;
}

static int try_rows(struct making *m, struct rows_table *t, bool wanted)
{
    for (size_t i = 0; i < sizeof(attempts) / sizeof(attempts[0]) && t->rows.n < ROWS; i++) {
        unsigned tries = t->by_trying ? attempts[i].tries_trying : attempts[i].tries;
        bool any = true;

        if (attempts[i].how == TRY_POOL && fill_pools(m, t, &any) != OK)
            return ERR;
        if (any && try_some(m, t, attempts[i].how, tries > ENOUGH && t->rows.n && !t->by_trying ? ENOUGH : tries, wanted) != OK)
            return ERR;
    }
    return OK;
}

/* Triggers and rules may want anything: where the role may, without them. */
static int try_without_triggers(struct making *m, struct rows_table *t)
{
    struct diag quiet = {0};
    int result = db_exec(m->own.db, "SET session_replication_role = replica", &quiet);

    if (result != OK)
        return rows_quietly(m->own.db, &quiet, m->diag);
    result = try_rows(m, t, true);
    return db_exec(m->own.db, "RESET session_replication_role", m->diag) == OK ? result : ERR;
}

static int fill(struct making *m, struct rows_table *t)
{
    struct rows_column *c;

    t->done = true;
    if (!t->holds)
        return OK;
    if (rows_base_read(&m->own, t, m->diag) != OK || (t->twin && rows_base_read(&m->other, t->twin, m->diag) != OK))
        return ERR;
    list_each (c, &t->columns)
        if (c->twin && strcmp(c->twin->type, c->type) != 0) {
            c->checked = true;
            for (size_t i = 0; i < c->twin->base.n && i < ROWS; i++)
                list_push(m->arena, &c->pool, c->twin->base.at[i]);
        }
    if (try_rows(m, t, true) != OK || (!t->rows.n && t->triggers && try_without_triggers(m, t) != OK))
        return ERR;
    if (!t->rows.n && t->twin && try_rows(m, t, false) != OK) /* what they cannot become is said where it fails */
        return ERR;
    t->filled.rows = (long long)t->rows.n;
    return OK;
}

/* --- in which order --- */

static void find_holders(struct making *m)
{
    struct rows_table *t, *up;

    list_each (t, &m->own.tables) {
        up = t;
        for (int levels = 0; t->holds && up && levels < LEVELS; levels++) {
            list_push(m->arena, &up->holders, t);
            up = up->parent;
        }
    }
}

static bool is_ready(const struct rows_table *t)
{
    const struct rows_reference *r;
    const struct rows_table *x;

    list_each (r, &t->references)
        list_each (x, &r->to->holders)
            if (!x->done && !is_under(t, r->to))
                return false;
    return true;
}

/* What others refer to comes first; of those that refer to each other, one has to begin. */
static int fill_all(struct making *m)
{
    struct list *tables = &m->own.tables;
    struct rows_table *t;

    for (size_t left = tables->n; left;) {
        size_t before = left;

        list_each (t, tables) {
            if (t->done || !is_ready(t))
                continue;
            if (fill(m, t) != OK)
                return ERR;
            left--;
        }
        list_each (t, tables)
            if (left == before && !t->done) {
                if (fill(m, t) != OK)
                    return ERR;
                left--;
            }
    }
    return OK;
}

/* --- both sides --- */

static void pair_columns(struct making *m, struct rows_table *t)
{
    struct rows_column *c;
    const char *name, *text;

    list_each (c, &t->columns) {
        name = m->wanted->twin(m->wanted->ctx, t->name, c->name);
        c->twin = name ? rows_column_by_name(t->twin, name) : NULL;
        if (!c->twin)
            continue;
        c->twin->twin = c;
        c->checked = c->checked || c->twin->checked;
        list_each (text, &c->twin->pool)
            list_push(m->arena, &c->pool, text);
        if (!c->bounds.n && !t->parent)
            c->bounds = c->twin->bounds;
    }
    t->by_trying = t->by_trying || t->twin->by_trying;
}

/* References that will be. */
static void pair_references(struct making *m, struct rows_table *t)
{
    const struct rows_reference *r;

    list_each (r, &t->twin->references) {
        struct rows_reference *own = arena_new(m->arena, struct rows_reference);
        const struct rows_column *c;

        own->to = r->to->twin;
        list_each (c, &r->columns) {
            const struct rows_column *to = r->to_columns.at[c_i];

            if (c->twin && to->twin) {
                list_push(m->arena, &own->columns, c->twin);
                list_push(m->arena, &own->to_columns, to->twin);
            }
        }
        if (own->to && own->columns.n == r->columns.n)
            list_push(m->arena, &t->references, own);
    }
}

static struct rows_table *root_of(struct rows_table *t)
{
    for (int depth = 0; t->parent && depth < LEVELS; depth++)
        t = t->parent;
    return t;
}

static bool says_values(struct rows_table *t, const struct rows_table *root)
{
    return t && t != root && t->holds && !t->by_trying && root_of(t) == root;
}

/* A partition under the root whose bounds say which values it takes: what the table itself will be, if it is one. */
static const struct rows_table *partition_for(const struct rows_side *s, const struct rows_table *table, const struct rows_table *root)
{
    struct rows_table *t;

    if (says_values(table->twin, root))
        return table->twin;
    list_each (t, &s->tables)
        if (says_values(t, root))
            return t;
    return NULL;
}

/* Where the whole is partitioned otherwise on the other side, its rows are to find a place there. */
static void pair_partitions(struct making *m, struct rows_table *t)
{
    const struct rows_table *root = root_of(t);
    const struct rows_table *partition = root->twin && !root->twin->holds ? partition_for(&m->other, t, root->twin) : NULL;
    const struct rows_column *there;
    struct rows_column *c;
    const char *name;

    list_each (c, &t->columns) {
        name = partition && !c->bounds.n ? m->wanted->twin(m->wanted->ctx, root->name, c->name) : NULL;
        there = name ? rows_column_by_name(partition, name) : NULL;
        if (there)
            c->bounds = there->bounds;
    }
}

static int pair_sides(struct making *m)
{
    struct rows_table *t;

    if (!m->wanted)
        return OK;
    if (rows_side_read(m->arena, m->wanted->db, m->diag, &m->other) != OK)
        return ERR;
    list_each (t, &m->own.tables) {
        const char *name = m->wanted->twin(m->wanted->ctx, t->name, NULL);

        t->twin = name ? map_get(&m->other.by_name, name) : NULL;
        if (t->twin)
            t->twin->twin = t;
        if (t->twin)
            pair_columns(m, t);
    }
    list_each (t, &m->own.tables) {
        if (t->twin)
            pair_references(m, t);
        if (t->holds)
            pair_partitions(m, t);
    }
    return OK;
}

int rows_make(struct arena *a, struct db *db, const struct rows_wanted *wanted, const struct list *skip, struct diag *d, struct list *ret)
{
    struct making m = {.arena = a, .wanted = wanted, .diag = d};
    struct rows_table *t;
    int result = rows_side_read(a, db, d, &m.own);

    list_each (t, &m.own.tables)
        t->holds = t->holds && !(skip && list_has_text(skip, t->name));
    find_holders(&m);
    if (result == OK)
        result = pair_sides(&m);
    if (result == OK)
        result = fill_all(&m);
    list_each (t, &m.own.tables)
        if (t->holds)
            list_push(a, ret, &t->filled);
    rows_side_clear(&m.own);
    rows_side_clear(&m.other);
    return result;
}
