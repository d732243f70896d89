/* Where the database is, what is pending, and what is in the way. Reads only, and takes no lock. */
#include "runner/lock.h"
#include "runner/segment.h"
#include "runner/state.h"

#include <string.h>

static void unknown_find(struct arena *a, const struct graph *g, struct run_status *s)
{
    const char *row;
    list_each (row, &s->rows) {
        if (!graph_get(g, row))
            list_push(a, &s->unknown, row);
    }
}

/* What is in the way of a plan is told by other fields; here it only means that nothing can be said to be
 * pending. */
static void pending_find(struct arena *a, const struct graph *g, struct run_status *s)
{
    static const char *const heads[] = {"heads"};
    struct diag quiet = {0};
    struct route *route = NULL;
    if (s->unknown.n == 0 && route_upgrade(a, g, &s->rows, heads, 1, &quiet, &route) == OK)
        s->pending = route->moves;
    diag_clear(&quiet);
}

static bool is_applied(struct arena *a, const struct graph *g, const struct list *rows, const char *id)
{
    struct list at = {0}, all = {0};
    const char *row;
    const struct vertex *v;
    list_each (row, rows) {
        if ((v = graph_get(g, row)))
            list_push(a, &at, v);
    }
    graph_ancestors(a, g, &at, true, &all);
    list_each (v, &all) {
        if (strcmp(v->id, id) == 0)
            return true;
    }
    return false;
}

static void half_locate(struct arena *a, const struct graph *g, const struct half_done *h,
                        struct run_status *s)
{
    const struct vertex *v = graph_get(g, h->row.revision);
    struct list steps = {0};
    char ran[65];
    if (!v)
        return;
    const struct section *section = h->row.direction == UPGRADE ? &v->file->upgrade : &v->file->downgrade;
    steps_choose(a, section, &steps);
    s->half_at = h->row.done < steps.n ? ((const struct step *)steps.at[h->row.done])->at : section->at;
    steps_hash(&steps, h->row.done, ran);
    s->half_edited = h->row.done > 0 && (!h->ran || strcmp(ran, h->ran) != 0);
}

static int last_step_find(struct runner *r, struct arena *a, const struct graph *g, struct diag *d,
                          struct run_status *s)
{
    struct half_done *h = NULL;
    if (history_half(r, a, d, &h) < 0)
        return ERR;
    if (!h || h->row.direction == STAMP || (s->holder && strcmp(h->row.outcome, "running") == 0))
        return OK;
    if (is_applied(a, g, &s->rows, h->row.revision) == (h->row.direction == UPGRADE))
        return OK; /* it came to its end after all */
    if (h->row.done > 0) {
        s->half = &h->row;
        half_locate(a, g, h, s);
    } else {
        s->failed = &h->row;
    }
    return OK;
}

static void advise_unknown(struct arena *a, const struct graph *g, struct run_status *s)
{
    const char *row;
    const struct vertex *into;
    s->advice = "Bring the missing files back, or set the version table right with kedge stamp --purge.";
    list_each (row, &s->unknown)
        if ((into = graph_squashed(g, row)))
            s->advice =
                arena_printf(a,
                             "%s was squashed into %s: bring the old files back and upgrade to %s with "
                             "them; or, where that is done, kedge stamp --purge %s.",
                             row, into->id, into->id, into->id);
}

static void advise(struct arena *a, const struct graph *g, struct run_status *s)
{
    if (s->holder)
        s->advice = "Another runner is at work; look again when it is done.";
    else if (s->unknown.n)
        advise_unknown(a, g, s);
    else if (s->half && s->half_edited)
        s->advice = "Put the statements that ran already back as they were; then the next run goes on.";
    else if (s->half)
        s->advice = arena_printf(
            a, "Remove the cause and run kedge %s again: it goes on at the statement that failed.",
            direction_name(s->half->direction));
    else if (s->failed)
        s->advice =
            arena_printf(a, "Remove the cause and run kedge %s again.", direction_name(s->failed->direction));
    else if (s->edited.n)
        s->advice = "Undo the changes of applied files; what they change belongs into a new revision.";
    else if (s->pending.n)
        s->advice = "Run kedge upgrade.";
}

int runner_status(struct runner *r, struct arena *a, const struct graph *g, struct diag *d,
                  struct run_status *ret)
{
    *ret = (struct run_status){.heads = g->heads};
    if (state_rows(r, a, d, &ret->rows) < 0 || run_lock_holder(r, a, d, &ret->holder) < 0)
        return ERR;
    unknown_find(a, g, ret);
    pending_find(a, g, ret);
    if (history_edited(r, a, g, &ret->rows, d, &ret->edited) < 0 || last_step_find(r, a, g, d, ret) < 0)
        return ERR;
    advise(a, g, ret);
    return OK;
}
