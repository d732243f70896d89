#include "shadow/prove.h"
#include "introspect/introspect.h"
#include "schema/inherit.h"
#include "shadow/build.h"
#include "shadow/keep.h"
#include "shadow/observe.h"
#include "shadow/rows.h"
#include "shadow/scratch.h"
#include <string.h>

/* --- what is touched, and what that needs
 * --------------------------------------------------------------------------- */

struct touched {
    struct arena *arena;
    const struct diff *diff;
    struct map needed; /* address -> struct pair_of */
    struct list queue;
    struct map from;    /* address on the old side as it was read -> object: of what is needed */
    struct map as_read; /* the same address -> struct pair_of, of everything */
};

/* o: of either side, under the names of either direction. */
static void need(struct touched *t, const struct object *o)
{
    struct pair_of *p = o ? map_get(&t->diff->by_address, o->address) : NULL;

    if (o && !p)
        p = map_get(&t->as_read, o->address);
    if (p && map_put(&t->needed, (p->to ? p->to : p->from)->address, p))
        list_push(t->arena, &t->queue, p);
}

/* A table without keys and indexes is a table; without its columns, and what it has from its parent, it is not. Statistics are told to
 * follow their table to another schema. */
static bool part_of_whole(const struct object *o)
{
    return o->kind->ordered || o->kind->id == KIND_STATISTICS || (o->parent && o->parent->kind->id == KIND_DOMAIN) || object_inherited(o) ||
           (o->parent && o->kind->id == KIND_CHECK && table_inherits(o->parent));
}

static void need_around(struct touched *t, const struct object *o, const struct catalog *c)
{
    const struct object *child;
    const struct depend *d;

    if (!o)
        return;
    need(t, o->parent);
    if (object_inherited(o))
        need(t, object_origin(c, o));
    list_each (child, &o->children)
        if (part_of_whole(child))
            need(t, child);
    list_each (d, &o->depends)
        need(t, d->on);
}

static void need_op(struct touched *t, const struct op *op)
{
    const struct op *f;

    need(t, op->old);
    need(t, op->new);
    list_each (f, &op->fused)
        need_op(t, f); /* parts of parts: two levels */
}

/* The old side may be a copy with other names: both have the same order. */
static const struct object *as_read(const struct touched *t, size_t i)
{
    return t->diff->read_from->objects.at[i];
}

static void need_statements(struct touched *t, const struct list *statements)
{
    const struct statement *s;

    list_each (s, statements)
        if (s->op)
            need_op(t, s->op);
}

static void find_touched(struct touched *t, const struct list *up, const struct list *down)
{
    const struct pair_of *p;
    const struct object *o;

    list_each (o, &t->diff->from->objects)
        map_put(&t->as_read, as_read(t, o_i)->address, map_get(&t->diff->by_address, o->address));
    need_statements(t, up);
    need_statements(t, down);
    list_each (p, &t->diff->pairs) {
        o = p->to ? p->to : p->from;
        if (pair_verdict(p) || o->kind->id == KIND_SCHEMA || o->kind->id == KIND_EXTENSION)
            need(t, o);
    }
    for (size_t i = 0; i < t->queue.n; i++) { /* grows while it is walked */
        p = t->queue.at[i];
        need_around(t, p->from, t->diff->from);
        need_around(t, p->to, t->diff->to);
    }
    list_each (o, &t->diff->from->objects)
        if (map_get(&t->needed, o->address))
            map_put(&t->from, as_read(t, o_i)->address, o);
}

/* Never in a shadow: it would be one more subscriber of the real publisher. */
static bool stays_out(const struct object *o)
{
    return o->kind->id == KIND_SUBSCRIPTION;
}

static bool in_from(void *ctx, const struct object *o)
{
    return !stays_out(o) && map_get(&((const struct touched *)ctx)->from, o->address) != NULL;
}

static bool in_to(void *ctx, const struct object *o)
{
    return !stays_out(o) && map_get(&((const struct touched *)ctx)->needed, o->address) != NULL;
}

/* --- running and judging
 * ---------------------------------------------------------------------------------------------- */

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

static const char *run(struct arena *a, struct db *db, const struct list *statements, const char *what)
{
    struct statement *s;
    const char *wrong = NULL;
    struct diag server = {0};
    struct observer observer = {0};

    if (db_exec(db, "SET search_path = public", &server) != OK ||
        observer_open(a, db, &server, &observer) != OK)
        wrong = "the shadow does not answer";
    list_each (s, statements) {
        if (wrong)
            break;
        if (s->op && stays_out(s->op->new ? s->op->new : s->op->old))
            continue;
        if (observer_run(&observer, db, s, &server) != OK)
            wrong = arena_printf(a, "the %s fails: %s (%s)", what, diag_first_error(a, &server),
                                 beginning(a, s->sql));
    }
    observer_close(&observer);
    diag_clear(&server);
    return wrong;
}

struct stage {
    struct db *db, *second;
    struct catalog *from, *to;                  /* the touched parts */
    struct catalog *start, *up, *wanted, *down; /* as read back */
    struct touched *touched;
    bool rows;          /* wanted in the tables */
    struct list filled; /* struct filled */
    struct kept kept;   /* what was in them when last looked at */
    bool lost;          /* rows or values are */
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
    const struct pair_of *p = map_get(g->up ? &g->touched->as_read : &g->touched->diff->by_address, address);

    return !p || !p->from || !p->to || p->cover || is_column_anew(p) || map_get(&g->dropped, p->to->address);
}

static int take_rows(struct arena *a, struct stage *s, struct diag *d)
{
    struct list oids = {0};
    const struct filled *f;

    list_each (f, &s->filled)
        if (f->rows)
            list_push(a, &oids, f->oid);
    return keep_take(a, s->db, &oids, d, &s->kept);
}

/* Tables that are not dropped keep their rows, and these their values. */
static int check_rows(struct arena *a, struct stage *s, const struct list *statements, bool up, struct diag *d, const char **ret_wrong)
{
    struct going g = {.arena = a, .touched = s->touched, .up = up};
    const struct statement *x;
    const char *lost;
    int result;

    list_each (x, statements)
        if (x->op)
            find_dropped(&g.dropped, x->op);
    result = keep_check(a, s->db, &s->kept, was_to_go, &g, d, &lost);
    map_clear(&g.dropped);
    if (result == OK && lost) {
        *ret_wrong = arena_printf(a, "after the %s %s", up ? "upgrade" : "downgrade", lost);
        s->lost = true;
    }
    return result == OK && !lost ? take_rows(a, s, d) : result;
}

static int read_back(struct db *db, const struct list *schemas, struct diag *d, struct catalog **ret)
{
    static const struct list none;

    return introspect_objects(db, schemas, &none, d, ret);
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
            wrong = arena_printf(a, "after the %s %s is not as it should be (%zu difference%s)", what,
                                 (p->to ? p->to : p->from)->address, diff->differences,
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

static int prove_up(struct arena *a, struct stage *s, const struct list *up, const struct list *schemas,
                    struct diag *d, const char **ret_wrong)
{
    *ret_wrong = build(a, s->db, s->from, "the present state");
    if (!*ret_wrong && read_back(s->db, schemas, d, &s->start) != OK)
        return ERR;
    if (!*ret_wrong && s->rows && (rows_make(a, s->db, d, &s->filled) != OK || take_rows(a, s, d) != OK))
        return ERR;
    if (!*ret_wrong)
        *ret_wrong = run(a, s->db, up, "upgrade");
    if (!*ret_wrong && check_rows(a, s, up, true, d, ret_wrong) != OK)
        return ERR;
    if (!*ret_wrong)
        *ret_wrong = build(a, s->second, s->to, "the model");
    if (*ret_wrong)
        return OK;
    if (read_back(s->db, schemas, d, &s->up) != OK || read_back(s->second, schemas, d, &s->wanted) != OK)
        return ERR;
    carry_implied(s->to, s->wanted);
    *ret_wrong = compare(a, s->up, s->wanted, "upgrade", d);
    return OK;
}

static int prove_down(struct arena *a, struct stage *s, const struct list *down, const struct list *schemas,
                      struct diag *d, const char **ret_wrong)
{
    *ret_wrong = run(a, s->db, down, "downgrade");
    if (!*ret_wrong && check_rows(a, s, down, false, d, ret_wrong) != OK)
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
    struct stage s = {.db = scratch_db(scratch), .touched = t, .rows = rows};
    const struct list every = {0};
    int result = scratch_second(scratch, d, &s.second);

    if (result == OK && !s.second) {
        ret->reason = "the shadow is one database, and a proof needs two (shadow: create or sandbox)";
        return OK;
    }
    s.from = catalog_subset(t->diff->read_from, in_from, t);
    s.to = catalog_subset(t->diff->to, in_to, t);
    if (result == OK)
        ret->reason = build_left_alone(a, &s, t);
    if (result == OK && !ret->reason)
        result = prove_up(a, &s, up, &every, d, &ret->reason);
    if (result == OK && !ret->reason)
        result = prove_down(a, &s, down, &every, d, &ret->reason);
    ret->proven = result == OK && !ret->reason;
    ret->filled = s.filled;
    ret->lost = s.lost;
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

    if (result != OK || ret->proven || ret->lost || !any_rows(&ret->filled))
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
    find_touched(&t, up, down);
    ret->objects = t.queue.n;
    result = prove(a, &t, up, down, o, d, ret);
    map_clear(&t.needed);
    map_clear(&t.from);
    map_clear(&t.as_read);
    return result == OK && db_interrupted() ? ERR : result;
}
