#include "shadow/prove.h"
#include "introspect/introspect.h"
#include "schema/inherit.h"
#include "shadow/build.h"
#include "shadow/keep.h"
#include "shadow/moved.h"
#include "shadow/labels.h"
#include "shadow/observe.h"
#include "shadow/rows.h"
#include "shadow/scratch.h"
#include "shadow/touched.h"
#include "sql/quote.h"
#include <string.h>


/* NULL: done; else what went wrong. */
static const char *build(struct arena *a, struct db *db, struct catalog *part, const char *what)
{
    struct diag server = {0};
    const char *wrong = NULL;

    if (shadow_build(db, part, &server) != OK)
        wrong = arena_printf(a, "%s could not be built in the shadow: %s", what, diag_first_error(a, &server));
    diag_clear(&server);
    return wrong;
}

/* The beginning of a statement, on one line. */
static const char *beginning(struct arena *a, const char *sql)
{
    char *text = arena_printf(a, "%.60s%s", sql, strlen(sql) > 60 ? " ..." : "");

    for (char *c = text; *c; c++)
        if (*c == '\n')
            *c = ' ';
    return text;
}

struct stage {
    struct arena *arena;
    struct db *db, *second;
    struct catalog *from, *to;                  /* the touched parts */
    struct catalog *start, *up, *wanted, *down; /* as read back */
    struct touched *touched;
    bool rows;          /* wanted in the tables */
    struct list filled; /* struct filled */
    struct list refilled; /* const char *: oids of tables that have rows since a table was made again */
    struct kept kept;   /* what was in them when last looked at */
    struct list unfit;  /* const char *: what fails over rows that are not as a statement wants them */
    struct list providers; /* const char *: of security labels; not loaded */
    bool lost;          /* rows or values are */
    bool certain;       /* what fails says nothing about made-up rows: it fails over any */
};

/* --- rows --- */

/* Tables and columns that a direction drops, by their addresses after the renames. */
static void find_dropped(struct map *dropped, const struct op *op)
{
    const struct op *f;

    if (op->verb == VERB_DROP && op->part == PART_SELF && (op->old->kind->id == KIND_TABLE || op->old->kind->id == KIND_COLUMN))
        map_put(dropped, op->old->address, op->old);
    list_each (f, &op->fused)
        find_dropped(dropped, f); /* parts of parts: two levels */
}

struct going {
    struct arena *arena;
    const struct touched *touched;
    struct map dropped;
    bool up;
};

/* A column becomes a computed one, or the other way round, by being made anew. */
static bool is_column_anew(const struct pair_of *p)
{
    const struct column *from = (const struct column *)p->from, *to = (const struct column *)p->to;

    return p->to->kind->id == KIND_COLUMN && !from->generated != !to->generated;
}

/* A column that a parent table drops goes without a word of its own. */
static bool was_to_go(void *ctx, const char *table, const char *column)
{
    const struct going *g = ctx;
    const char *address = column ? arena_printf(g->arena, "column %s.%s", table, column) : arena_printf(g->arena, "table %s", table);
    const struct pair_of *p = g->up ? map_get(&g->touched->as_read, address) : NULL;

    p = p ? p : map_get(&g->touched->diff->by_address, address);
    return !p || !p->from || !p->to || p->cover || is_column_anew(p) || map_get(&g->dropped, p->to->address);
}

static int add_leaf(void *ctx, const struct db_row *row)
{
    struct stage *s = ctx;

    list_push(s->arena, &s->refilled, arena_strdup(s->arena, row_text(row, 0)));
    return OK;
}

/* The tables that have the rows of those that were made again. */
static int find_refilled(struct stage *s, const struct moved *m, struct diag *d)
{
    static const char leaves[] = "SELECT c.oid::text FROM pg_catalog.pg_class c WHERE c.relkind = 'r' AND (c.oid = pg_catalog.to_regclass($1)"
                                 " OR c.oid IN (SELECT relid FROM pg_catalog.pg_partition_tree(pg_catalog.to_regclass($1))))";
    struct list names = moved_names(m);
    const char *name;

    s->refilled = (struct list){0};
    list_each (name, &names)
        if (db_query(s->db, leaves, &name, 1, add_leaf, s, d) != OK)
            return ERR;
    return OK;
}

static int take_rows(struct arena *a, struct stage *s, struct diag *d)
{
    struct list oids = {0};
    const struct filled *f;
    const char *oid;

    list_each (f, &s->filled)
        if (f->rows)
            list_push(a, &oids, f->oid);
    list_each (oid, &s->refilled)
        if (!list_has_text(&oids, oid))
            list_push(a, &oids, oid);
    return keep_take(a, s->db, &oids, d, &s->kept);
}

/* Tables that are not dropped keep their rows, and these their values. Half way, rows that move are nowhere. */
static int check_rows(struct arena *a, struct stage *s, const struct list *statements, bool up, bool half_way, struct diag *d, const char **ret_wrong)
{
    struct going g = {.arena = a, .touched = s->touched, .up = up};
    struct moved m = {.arena = a, .touched = s->touched, .up = up, .failed = half_way || s->unfit.n > 0};
    const struct moves moves = {.to = moved_to, .ctx = &m};
    const struct keep_asks asks = {.values = true, .gone = was_to_go, .ctx = &g, .moves = &moves};
    const struct statement *x;
    const char *lost;
    int result;

    list_each (x, statements)
        if (x->op)
            find_dropped(&g.dropped, x->op);
    moved_find(&m, statements);
    result = keep_check(a, s->db, &s->kept, &asks, d, &lost);
    map_clear(&g.dropped);
    if (result == OK && lost) {
        *ret_wrong = arena_printf(a, "after the %s %s", up ? "upgrade" : "downgrade", lost);
        s->lost = true;
    }
    if (result != OK || lost || find_refilled(s, &m, d) != OK)
        return result == OK && lost ? OK : ERR;
    return take_rows(a, s, d);
}

/* --- running --- */

/* What a statement says of the rows that are there: data exceptions, and constraints that they violate. */
static bool is_about_rows(const struct diag_entry *e)
{
    return e && e->sqlstate && (strncmp(e->sqlstate, "22", 2) == 0 || strncmp(e->sqlstate, "23", 2) == 0);
}

static const struct object *table_of(const struct op *op)
{
    const struct object *o = op ? (op->new ? op->new : op->old) : NULL;

    while (o && o->kind->id != KIND_TABLE)
        o = o->parent;
    return o;
}

/* One of the rows that were made, for where the server names none. */
static const char *which_row(struct arena *a, const struct stage *s, const char *table, const struct diag_entry *e)
{
    static const char label[] = "DETAIL: ";
    const char *row = keep_example(a, &s->kept, table), *detail = e->detail;

    if (detail && strncmp(detail, label, strlen(label)) == 0)
        detail += strlen(label) + strspn(detail + strlen(label), " ");
    if (detail && *detail)
        return arena_printf(a, "%.*s", (int)strcspn(detail, "\n"), detail);
    return row ? arena_printf(a, "a row was %s", row) : "";
}

/* A table, and all that refers to it, or to what refers to it. */
static const char referring[] =
    "WITH RECURSIVE r AS (SELECT $1::pg_catalog.regclass::oid AS oid UNION SELECT c.conrelid FROM r JOIN pg_catalog.pg_constraint c"
    " ON c.confrelid = r.oid AND c.contype = 'f')"
    " SELECT pg_catalog.format('%s.%s', pg_catalog.quote_ident(n.nspname), pg_catalog.quote_ident(c.relname))"
    " FROM r JOIN pg_catalog.pg_class c ON c.oid = r.oid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
    " WHERE c.oid <> $1::pg_catalog.regclass ORDER BY 1";

struct naming {
    struct arena *arena;
    struct list names;
};

static int add_name(void *ctx, const struct db_row *row)
{
    struct naming *n = ctx;

    list_push(n->arena, &n->names, arena_strdup(n->arena, row_text(row, 0)));
    return OK;
}

/* In one statement, so that those that refer to each other can go. */
static bool empty(struct arena *a, struct db *db, const char *table)
{
    AUTO_BUF sql = {0};
    const char *const params[] = {table};
    struct naming n = {.arena = a};
    struct diag quiet = {0};
    const char *name;
    bool done = db_query(db, referring, params, 1, add_name, &n, &quiet) == OK;

    list_each (name, &n.names)
        buf_addf(&sql, "%s d%zu AS (DELETE FROM %s)", name_i ? "," : "WITH", name_i, name);
    buf_addf(&sql, " DELETE FROM %s", table);
    done = done && db_exec(db, buf_str(&sql), &quiet) == OK && db_affected(db) > 0;
    diag_clear(&quiet);
    return done;
}

/* The rows that are in the way go, so that the rest is proven over those of all the other tables. */
static int stand_aside(struct arena *a, struct stage *s, const struct list *statements, const struct statement *at, bool up,
                       const struct diag *server, struct diag *d, bool *ret_again, const char **ret_wrong)
{
    const struct object *table = table_of(at->op);
    const struct diag_entry *e = server->entries.n ? server->entries.at[0] : NULL;
    const char *name, *row;

    *ret_again = false;
    if (!table || !s->kept.tables.n || !is_about_rows(e) || at->transaction == TRANSACTION_NEVER)
        return OK;
    name = sql_qualified(a, table->schema, table->name);
    row = which_row(a, s, name, e);
    if (check_rows(a, s, statements, up, true, d, ret_wrong) != OK)
        return ERR;
    if (*ret_wrong)
        return OK;
    *ret_again = empty(a, s->db, name);
    /* a reference may only miss what went before */
    if (*ret_again && !(s->unfit.n && strcmp(e->sqlstate, "23503") == 0))
        list_push(a, &s->unfit,
                  arena_printf(a, "the %s fails over rows in %s: %s%s%s (%s)", up ? "upgrade" : "downgrade", name, e->message,
                               *row ? "; " : "", row, beginning(a, at->sql)));
    return take_rows(a, s, d);
}

/* A statement that could not see its own rows changed: "pending trigger events". */
static bool is_certain(const struct diag *server)
{
    const struct diag_entry *e = server->entries.n ? server->entries.at[0] : NULL;

    return e && e->sqlstate && strcmp(e->sqlstate, "55006") == 0;
}

static int run_one(struct arena *a, struct stage *s, struct observer *observer, const struct list *statements, struct statement *x, bool up,
                   struct diag *d, const char **ret_wrong)
{
    bool again = true;

    for (int tries = 0; again && !*ret_wrong && tries < 2; tries++) {
        struct diag server = {0};

        again = false;
        if (observer_run(observer, s->db, x, &server) != OK) {
            if (tries == 0 && stand_aside(a, s, statements, x, up, &server, d, &again, ret_wrong) != OK)
                *ret_wrong = "the shadow does not answer";
            if (!again && !*ret_wrong) {
                s->certain = is_certain(&server);
                *ret_wrong = arena_printf(a, "the %s fails: %s (%s)", up ? "upgrade" : "downgrade", diag_first_error(a, &server),
                                          beginning(a, x->sql));
            }
        }
        diag_clear(&server);
    }
    return db_alive(s->db) && !db_interrupted() ? OK : ERR;
}

static int run(struct arena *a, struct stage *s, const struct list *statements, bool up, struct diag *d, const char **ret_wrong)
{
    struct statement *x;
    struct diag server = {0};
    struct observer observer = {0};
    int result = OK;

    if (db_exec(s->db, "SET search_path = public", &server) != OK || observer_open(a, s->db, &server, &observer) != OK)
        *ret_wrong = "the shadow does not answer";
    list_each (x, statements) {
        if (*ret_wrong || result != OK)
            break;
        if (x->provider && list_has_text(&s->providers, x->provider))
            continue;
        if (!x->op || !stays_out(x->op->new ? x->op->new : x->op->old))
            result = run_one(a, s, &observer, statements, x, up, d, ret_wrong);
    }
    observer_close(&observer);
    diag_clear(&server);
    return result;
}

/* --- judging --- */

static int read_back(struct db *db, const struct list *schemas, struct diag *d, struct catalog **ret)
{
    static const struct list none;

    return introspect_objects(db, schemas, &none, d, ret);
}

/* Of what is there (from) against what should be. */
static const char *what_differs(struct arena *a, const struct pair_of *p)
{
    const struct record *r = p->to ? &p->to->kind->record : NULL;

    if (!p->from)
        return "is missing";
    if (!p->to)
        return "should not be there";
    for (size_t i = 0; i < r->n_fields; i++)
        if (p->changed >> i & 1)
            return arena_printf(a, "is not as it should be in \"%s\"", r->fields[i].name);
    return p->changed & FACET_COMMENT ? "has another comment than it should"
           : p->changed & FACET_OWNER ? "has another owner than it should"
                                      : "has other privileges than it should";
}

/* NULL: the same; else the first differences. */
static const char *compare(struct arena *a, struct catalog *got, struct catalog *wanted, const char *what,
                           struct diag *d)
{
    struct diff *diff;
    const struct pair_of *p;
    const char *wrong = NULL;

    if (diff_make(got, wanted, NULL, d, &diff) != OK)
        return "the shadow could not be compared";
    list_each (p, &diff->pairs)
        if (pair_verdict(p)) {
            wrong = arena_printf(a, "after the %s %s %s (%zu difference%s)", what,
                                 (p->to ? p->to : p->from)->address, what_differs(a, p), diff->differences,
                                 diff->differences == 1 ? "" : "s");
            break;
        }
    diff_free(diff);
    return wrong;
}

/* Names of indexes that the model does not say mean nothing: what was built from it keeps knowing which those are. */
static void carry_implied(const struct catalog *model, const struct catalog *built)
{
    const struct object *o;

    list_each (o, &model->objects) {
        struct object *same = o->implied && attached_to(o) ? catalog_get(built, o->address) : NULL;

        if (same)
            same->implied = true;
    }
}

/* What counts only where the model says it is as it came to be: the version of an extension that was there. */
static void carry_unsaid(const struct catalog *model, const struct catalog *got, const struct catalog *built)
{
    const struct object *o;

    list_each (o, &model->objects) {
        const struct object *is = catalog_get(got, o->address);
        struct object *same = catalog_get(built, o->address);

        if (is && same)
            record_take_unstated(&o->kind->record, same, is, o);
    }
}

static const char *name_of(struct arena *a, const struct object *o)
{
    return o->parent ? sql_ident(a, o->name) : sql_qualified(a, o->schema, o->name);
}

/* The start's name -> the model's. */
static const char *twin_of(void *ctx, const char *table, const char *column)
{
    const struct stage *s = ctx;
    const char *address = column ? arena_printf(s->arena, "column %s.%s", table, column) : arena_printf(s->arena, "table %s", table);
    const struct pair_of *p = map_get(&s->touched->as_read, address);

    return p && p->to ? name_of(s->arena, p->to) : NULL;
}

static int make_rows(struct arena *a, struct stage *s, struct diag *d)
{
    const struct rows_wanted wanted = {.db = s->second, .twin = twin_of, .ctx = s};

    return rows_make(a, s->db, &wanted, NULL, d, &s->filled) == OK ? take_rows(a, s, d) : ERR;
}

static int prove_up(struct arena *a, struct stage *s, const struct list *up, const struct list *schemas,
                    struct diag *d, const char **ret_wrong)
{
    *ret_wrong = build(a, s->db, s->from, "the present state");
    if (!*ret_wrong && read_back(s->db, schemas, d, &s->start) != OK)
        return ERR;
    if (!*ret_wrong)
        *ret_wrong = build(a, s->second, s->to, "the model");
    if (!*ret_wrong && s->rows && make_rows(a, s, d) != OK)
        return ERR;
    if (!*ret_wrong && run(a, s, up, true, d, ret_wrong) != OK)
        return ERR;
    if (!*ret_wrong && check_rows(a, s, up, true, false, d, ret_wrong) != OK)
        return ERR;
    if (*ret_wrong)
        return OK;
    if (read_back(s->db, schemas, d, &s->up) != OK || read_back(s->second, schemas, d, &s->wanted) != OK)
        return ERR;
    carry_implied(s->to, s->wanted);
    carry_unsaid(s->to, s->up, s->wanted);
    *ret_wrong = compare(a, s->up, s->wanted, "upgrade", d);
    return OK;
}

static int prove_down(struct arena *a, struct stage *s, const struct list *down, const struct list *schemas,
                      struct diag *d, const char **ret_wrong)
{
    if (run(a, s, down, false, d, ret_wrong) != OK)
        return ERR;
    if (!*ret_wrong && check_rows(a, s, down, false, false, d, ret_wrong) != OK)
        return ERR;
    if (*ret_wrong)
        return OK;
    if (read_back(s->db, schemas, d, &s->down) != OK)
        return ERR;
    *ret_wrong = compare(a, s->down, s->start, "downgrade", d);
    return OK;
}

static void stage_clear(struct stage *s)
{
    struct catalog *all[] = {s->from, s->to, s->start, s->up, s->wanted, s->down};

    for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
        catalog_free(all[i]);
}

/* Servers that the model leaves alone, on which foreign tables of it may hang. */
static bool is_left_alone(void *ctx, const struct object *o)
{
    return (o->kind->id == KIND_WRAPPER || o->kind->id == KIND_SERVER) &&
           !map_get(&((const struct touched *)ctx)->as_read, o->address);
}

static const char *build_left_alone(struct arena *a, struct stage *s, struct touched *t)
{
    struct catalog *alone = catalog_subset(t->diff->read_from, is_left_alone, t);
    const char *wrong = NULL;

    if (alone->objects.n)
        wrong = build(a, s->db, alone, "the servers that the model leaves alone");
    if (alone->objects.n && !wrong)
        wrong = build(a, s->second, alone, "the servers that the model leaves alone");
    catalog_free(alone);
    return wrong;
}

static int prove_on(struct arena *a, struct scratch *scratch, struct touched *t, bool rows,
                    const struct list *up, const struct list *down, struct diag *d, struct proof *ret)
{
    struct stage s = {.arena = a, .db = scratch_db(scratch), .touched = t, .rows = rows};
    const struct list every = {0};
    int result = scratch_second(scratch, d, &s.second);

    if (result == OK && !s.second) {
        ret->reason = "the shadow is one database, and a proof needs two (shadow: create or sandbox)";
        return OK;
    }
    s.from = catalog_subset(t->diff->read_from, touched_in_from, t);
    s.to = catalog_subset(t->diff->to, touched_in_to, t);
    if (result == OK && (labels_leave_out(a, s.db, s.from, d, &s.providers) != OK || labels_leave_out(a, s.db, s.to, d, &s.providers) != OK))
        result = ERR;
    if (result == OK)
        ret->reason = build_left_alone(a, &s, t);
    if (result == OK && !ret->reason)
        result = prove_up(a, &s, up, &every, d, &ret->reason);
    if (result == OK && !ret->reason)
        result = prove_down(a, &s, down, &every, d, &ret->reason);
    ret->proven = result == OK && !ret->reason;
    ret->filled = s.filled;
    ret->lost = s.lost;
    ret->certain = s.certain;
    ret->unfit = s.unfit;
    ret->providers = s.providers;
    stage_clear(&s);
    return result;
}

static bool any_rows(const struct list *filled)
{
    const struct filled *f;

    list_each (f, filled)
        if (f->rows)
            return true;
    return false;
}

static int prove_once(struct arena *a, struct touched *t, bool rows, const struct list *up,
                      const struct list *down, const struct shadow_options *o, struct diag *d,
                      struct proof *ret)
{
    struct scratch *scratch = NULL;
    int result = scratch_open(o, d, &scratch);

    if (result == OK && !scratch)
        ret->reason = "there is no shadow";
    else if (result == OK)
        result = prove_on(a, scratch, t, rows, up, down, d, ret);
    scratch_close(scratch, d);
    return result;
}

/* Made-up rows may stand in the way of what real ones allow, and the other way round: then the schema is proven
 * without them, and what happened with them is said. */
static int prove(struct arena *a, struct touched *t, const struct list *up, const struct list *down,
                 const struct shadow_options *o, struct diag *d, struct proof *ret)
{
    struct proof first;
    int result = prove_once(a, t, true, up, down, o, d, ret);

    if (result != OK || ret->proven || ret->lost || ret->certain || !any_rows(&ret->filled))
        return result;
    first = *ret;
    ret->reason = NULL;
    result = prove_once(a, t, false, up, down, o, d, ret);
    if (result != OK || !ret->proven) {
        ret->reason = first.reason;
        return result;
    }
    ret->filled = first.filled;
    ret->rows_reason = first.reason;
    return OK;
}

int shadow_prove(struct arena *a, const struct diff *forward, const struct list *up, const struct list *down,
                 const struct shadow_options *o, struct diag *d, struct proof *ret)
{
    struct touched t = {.arena = a, .diff = forward};
    int result;

    *ret = (struct proof){0};
    touched_find(&t, up, down);
    ret->objects = t.queue.n;
    result = prove(a, &t, up, down, o, d, ret);
    touched_clear(&t);
    return result == OK && db_interrupted() ? ERR : result;
}
