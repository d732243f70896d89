/* The rows of the shadow, before and after a direction. */
#include "shadow/moved.h"
#include "shadow/rows.h"
#include "shadow/stage.h"

/* Not a table that comes again: its rows must, too. */
static bool goes_with_rows(const struct op *op)
{
    return op->verb == VERB_DROP && op->part == PART_SELF &&
           (op->old->kind->id == KIND_COLUMN || (op->old->kind->id == KIND_TABLE && !op->rebuild));
}

/* Tables and columns that a direction drops, by their addresses after the renames. */
static void find_dropped(struct map *dropped, const struct op *op)
{
    const struct op *f;

    if (goes_with_rows(op))
        map_put(dropped, op->old->address, op->old);
    list_each (f, &op->fused)
        find_dropped(dropped, f); /* parts of parts: two levels */
}

struct going {
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

/* A table whose rows are on another server from then on, or were. */
static bool is_elsewhere(const struct pair_of *p)
{
    const struct table *from = (const struct table *)p->from, *to = (const struct table *)p->to;

    return p->to->kind->id == KIND_TABLE && !from->server != !to->server;
}

/* A column that a parent table drops goes without a word of its own. */
static bool was_to_go(void *ctx, const char *table, const char *column)
{
    const struct going *g = ctx;
    const struct pair_of *p = touched_pair(g->touched, g->up, table, column);

    return !p || !p->from || !p->to || p->cover || is_column_anew(p) || is_elsewhere(p) || map_get(&g->dropped, p->to->address);
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

int stage_take_rows(struct stage *s, struct diag *d)
{
    struct arena *a = s->arena;
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

int stage_check_rows(struct stage *s, const struct list *statements, bool up, bool half_way, struct diag *d, const char **ret_wrong)
{
    struct arena *a = s->arena;
    struct going g = {.touched = s->touched, .up = up};
    struct moved m = {.arena = a, .touched = s->touched, .up = up, .failed = half_way || s->unfit.n > 0};
    const struct moves moves = {.to = moved_to, .ctx = &m};
    const struct keep_asks asks = {.values = true, .gone = was_to_go, .ctx = &g, .moves = &moves};
    const struct statement *x;
    const struct op *op;
    const char *lost;
    int result;

    list_each (x, statements) {
        if (x->op)
            find_dropped(&g.dropped, x->op);
        list_each (op, &x->also)
            find_dropped(&g.dropped, op);
    }
    moved_find(&m, statements);
    result = keep_check(a, s->db, &s->kept, &asks, d, &lost);
    map_clear(&g.dropped);
    if (result == OK && lost) {
        *ret_wrong = arena_printf(a, "after the %s %s", up ? "upgrade" : "downgrade", lost);
        s->lost = true;
    }
    if (result != OK || lost || find_refilled(s, &m, d) != OK)
        return result == OK && lost ? OK : ERR;
    return stage_take_rows(s, d);
}
