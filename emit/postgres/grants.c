#include "emit/postgres/grants.h"
#include <string.h>

/* One grant of the old list, and what is left of it when all was taken away that is to go. */
struct entry {
    const struct grant *was;
    bool stays, option;            /* it; its grant option */
    bool lost, option_lost;        /* without a statement of its own */
    bool supported;                /* by one that stays */
};

static const char *grantor(const struct grant *g)
{
    return g->grantor ? g->grantor : "";
}

/* Whether one lets the grantor of the other grant it. */
static bool supports(const struct grant *x, const struct grant *of)
{
    return x->grantable && of->grantor && strcmp(x->grantee, of->grantor) == 0 && strcmp(x->privilege, of->privilege) == 0;
}

static bool may_grant(const struct list *in, const struct grant *g)
{
    const struct grant *x;

    list_each (x, in)
        if (supports(x, g))
            return true;
    return false;
}

static void entries_make(struct arena *a, const struct list *from, const struct list *lost, const struct list *to, struct list *ret)
{
    const struct grant *g;

    list_each (g, from) {
        const struct grant *wanted = grant_find(to, g), *gone = lost ? grant_find(lost, g) : NULL;
        struct entry *e = arena_new(a, struct entry);

        if (grant_find(from, g) != g) /* said twice: the more counts */
            continue;
        *e = (struct entry){.was = g, .lost = gone && !gone->grantable, .option_lost = gone && g->grantable};
        e->stays = wanted && !e->lost;
        e->option = e->stays && g->grantable && wanted->grantable && !gone;
        list_push(a, ret, e);
    }
}

static bool is_supported(const struct list *entries, const struct list *from, const struct entry *of)
{
    const struct entry *e;

    if (!of->was->grantor || !may_grant(from, of->was)) /* what its grantor may do on the whole table is not in this list */
        return true;
    list_each (e, entries)
        if (e->stays && e->option && e->supported && supports(e->was, of->was))
            return true;
    return false;
}

/* What rests on something that goes, goes too, to be given again. */
static void entries_fall(const struct list *entries, const struct list *from)
{
    struct entry *e;
    bool more = true;

    while (more) {
        more = false;
        list_each (e, entries) {
            if (!e->supported && e->stays && is_supported(entries, from, e))
                e->supported = more = true;
        }
    }
    list_each (e, entries)
        if (!e->supported)
            e->stays = e->option = false;
}

/* How many grants away from the owner. */
static size_t depth(const struct list *in, const struct grant *g)
{
    size_t n = 0;

    for (const struct grant *x = g; x && x->grantor && n <= in->n; n++) {
        const struct grant *y, *by = NULL;

        list_each (y, in) /* the owner's before others' */
            if (supports(y, x) && (!by || !y->grantor))
                by = y;
        x = by;
    }
    return n;
}

static struct grants_step *step_of(struct arena *a, struct list *steps, const struct grant *g, enum direction direction)
{
    struct grants_step *s;

    list_each (s, steps)
        if (s->direction == direction && strcmp(s->grantor ? s->grantor : "", grantor(g)) == 0)
            return s;
    s = arena_new(a, struct grants_step);
    *s = (struct grants_step){.grantor = g->grantor, .direction = direction};
    list_push(a, steps, s);
    return s;
}

/* Of those of a depth: role by role, the one direction before the other. */
static void steps_add(struct arena *a, const struct list *less, const struct list *more, enum direction first, const struct list *in, size_t at,
                      struct list *ret)
{
    const struct list *both[] = {less, more};
    struct list steps = {0};
    struct grants_step *s;
    const struct grant *g;

    for (int i = 0; i < 2; i++)
        list_each (g, both[i])
            if (depth(in, g) == at)
                list_push(a, &step_of(a, &steps, g, first + (enum direction)i)->grants, g);
    list_each (s, &steps)
        list_push(a, ret, s);
}

void grants_steps(struct arena *a, const struct list *from, const struct list *lost, const struct list *to, struct list *revokes,
                  struct list *grants)
{
    struct list entries = {0}, say[4] = {{0}};
    const struct grant *g;
    const struct entry *e;

    entries_make(a, from, lost, to, &entries);
    entries_fall(&entries, from);
    list_each (e, &entries) {
        if (!e->stays && !e->lost)
            list_push(a, &say[REVOKE], e->was);
        else if (e->stays && e->was->grantable && !e->option && !e->option_lost)
            list_push(a, &say[REVOKE_OPTION], e->was);
    }
    list_each (g, to) {
        bool stays = false, option = false;

        if (grant_find(to, g) != g)
            continue;
        list_each (e, &entries) {
            if (grant_same(e->was, g))
                stays = e->stays, option = e->option;
        }
        if (!stays || (g->grantable && !option))
            list_push(a, &say[g->grantable ? GRANT_OPTION : GRANT], g);
    }
    for (size_t at = from->n + 2; at > 0; at--)
        steps_add(a, &say[REVOKE], &say[REVOKE_OPTION], REVOKE, from, at - 1, revokes);
    for (size_t at = 0; at < to->n + 2; at++)
        steps_add(a, &say[GRANT], &say[GRANT_OPTION], GRANT, to, at, grants);
}
