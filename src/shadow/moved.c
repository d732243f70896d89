#include "shadow/moved.h"
#include "schema/inherit.h"

void moved_find(struct moved *m, const struct list *statements)
{
    const struct statement *s;
    struct map seen = {0};

    list_each (s, statements) {
        const char *address = s->op && s->op->part == PART_ROWS ? s->op->new->address : NULL;
        struct pair_of *p = address && !m->up ? map_get(&m->touched->as_read, address) : NULL;

        if (address && !p)
            p = map_get(&m->touched->diff->by_address, address);
        if (p && map_put(&seen, address, p))
            list_push(m->arena, &m->remade, p);
    }
    map_clear(&seen);
}

static const struct object *before(const struct moved *m, const struct pair_of *p)
{
    return m->up ? p->from : p->to;
}

static const struct object *after(const struct moved *m, const struct pair_of *p)
{
    return m->up ? p->to : p->from;
}

/* The old side bears its own names again after the downgrade. */
static const char *name_after(const struct moved *m, const struct pair_of *p)
{
    const struct object *o = after(m, p), *x;
    const struct diff *diff = m->touched->diff;

    if (o && !m->up)
        list_each (x, &diff->from->objects)
            if (x == p->from)
                o = diff->read_from->objects.at[x_i];
    return o ? touched_name(m->arena, o) : NULL;
}

/* A partition that is there afterwards and not of the table has taken its rows along, and one that joins brings them. */
static const struct pair_of *whole_of(const struct moved *m, const struct pair_of *table)
{
    const struct diff *diff = m->touched->diff;
    const struct catalog *was = m->up ? diff->from : diff->to, *is = m->up ? diff->to : diff->from;
    const struct pair_of *p;

    list_each (p, &m->remade) {
        if (after(m, table) ? table_is_below(is, after(m, table), after(m, p)) : table_is_below(was, before(m, table), before(m, p)))
            return p;
    }
    return NULL;
}

const char *moved_to(void *ctx, const char *table, const char *column)
{
    const struct moved *m = ctx;
    const struct pair_of *p = touched_pair(m->touched, m->up, table, NULL);
    const struct pair_of *whole = p && before(m, p) ? whole_of(m, p) : NULL;

    if (!whole || !column)
        return !whole ? NULL : m->failed ? "" : name_after(m, whole);
    p = touched_pair(m->touched, m->up, table, column);
    return p && before(m, p) ? name_after(m, p) : NULL;
}

struct list moved_names(const struct moved *m)
{
    struct list names = {0};
    const struct pair_of *p;

    list_each (p, &m->remade)
        list_push(m->arena, &names, name_after(m, p));
    return names;
}
