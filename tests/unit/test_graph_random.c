/* Random plans over random graphs, against an independent model: the steps are those of the reference (2.17),
 * and after each step the rows are the maximal members of what is applied. */
#include "graph_text.h"

enum { MOST = 14, PLANS_A_GRAPH = 25, PLANS = 100000, PLANS_AGAIN = 10000 };

/* --- chance --- */

static uint64_t chance_state;

static uint32_t chance(uint32_t below)
{
    chance_state ^= chance_state << 13;
    chance_state ^= chance_state >> 7;
    chance_state ^= chance_state << 17;
    return (uint32_t)((chance_state >> 20) % below);
}

/* --- the model: sets are bits by load order --- */

struct model {
    size_t n;
    size_t parents[MOST][MOST], depends[MOST][MOST], down[MOST][2 * MOST];
    size_t n_parents[MOST], n_depends[MOST], n_down[MOST];
    uint32_t below[MOST]; /* with itself, over parents and dependencies */
    uint32_t above[MOST];
    uint32_t heads, roots;
};

static bool has(uint32_t set, size_t i)
{
    return set >> i & 1;
}

static uint32_t bit(size_t i)
{
    return (uint32_t)1 << i;
}

static bool holds(const size_t *list, size_t n, size_t x)
{
    for (size_t i = 0; i < n; i++)
        if (list[i] == x)
            return true;
    return false;
}

static uint32_t below_all(const struct model *m, uint32_t set)
{
    uint32_t all = 0;
    for (size_t i = 0; i < m->n; i++)
        all |= has(set, i) ? m->below[i] : 0;
    return all;
}

static uint32_t above_all(const struct model *m, uint32_t set)
{
    uint32_t all = 0;
    for (size_t i = 0; i < m->n; i++)
        all |= has(set, i) ? m->above[i] : 0;
    return all;
}

/* Members that are below no other member. */
static uint32_t maximal(const struct model *m, uint32_t set)
{
    uint32_t top = set;
    for (size_t i = 0; i < m->n; i++)
        if (has(set, i))
            top &= ~(m->below[i] & ~bit(i));
    return top;
}

/* Ids are numbers in load order; what a vertex stands on comes before it in another, random order. */
static void model_make(struct model *m)
{
    size_t order[MOST];
    *m = (struct model){.n = 2 + chance(MOST - 2)};
    for (size_t i = 0; i < m->n; i++)
        order[i] = i;
    for (size_t i = m->n; i > 1; i--) {
        size_t k = chance((uint32_t)i), t = order[k];
        order[k] = order[i - 1];
        order[i - 1] = t;
    }
    for (size_t t = 0; t < m->n; t++) {
        size_t v = order[t], parents = t ? chance(8) : 0, depends = t ? chance(6) : 0;
        parents = parents == 0 ? 0 : parents < 6 ? 1 : parents - 4;
        depends = depends < 4 ? 0 : depends - 3;
        for (size_t i = 0; i < parents; i++) {
            size_t p = order[t - 1 - chance((uint32_t)(t < 5 ? t : 5))];
            if (!holds(m->parents[v], m->n_parents[v], p))
                m->parents[v][m->n_parents[v]++] = p;
        }
        for (size_t i = 0; i < depends; i++) {
            size_t p = order[chance((uint32_t)t)];
            if (!holds(m->depends[v], m->n_depends[v], p))
                m->depends[v][m->n_depends[v]++] = p;
        }
        m->below[v] = bit(v);
        for (size_t i = 0; i < m->n_parents[v]; i++)
            m->below[v] |= m->below[m->parents[v][i]];
        for (size_t i = 0; i < m->n_depends[v]; i++)
            m->below[v] |= m->below[m->depends[v][i]];
    }
}

static uint32_t ancestors(const struct model *m, size_t v)
{
    uint32_t all = 0, next = bit(v);
    while (next & ~all) {
        all |= next;
        for (size_t i = 0; i < m->n; i++)
            for (size_t k = 0; has(all, i) && k < m->n_parents[i]; k++)
                next |= bit(m->parents[i][k]);
    }
    return all & ~bit(v);
}

static void model_finish(struct model *m)
{
    m->heads = m->roots = bit(m->n) - 1;
    for (size_t v = 0; v < m->n; v++) {
        uint32_t repeated = 0, up = ancestors(m, v);
        for (size_t i = 0; i < m->n; i++) {
            m->above[i] |= has(m->below[v], i) ? bit(v) : 0;
            for (size_t k = 0; has(up, i) && k < m->n_depends[i]; k++)
                repeated |= bit(m->depends[i][k]);
        }
        m->heads &= ~(m->below[v] & ~bit(v));
        m->roots &= m->n_parents[v] ? ~bit(v) : ~(uint32_t)0;
        for (size_t k = 0; k < m->n_parents[v]; k++)
            m->down[v][m->n_down[v]++] = m->parents[v][k];
        for (size_t k = 0; k < m->n_depends[v]; k++)
            if (!has(repeated, m->depends[v][k]) && !holds(m->down[v], m->n_down[v], m->depends[v][k]))
                m->down[v][m->n_down[v]++] = m->depends[v][k];
    }
}

/* Newest first; how many. */
static size_t model_sort(const struct model *m, uint32_t todo, uint32_t heads, size_t *out)
{
    size_t line[4 * MOST], n = 0, at = 0, count = 0;
    for (size_t i = 0; i < m->n; i++)
        if (has(heads & todo, i))
            line[n++] = i;
    while (n) {
        size_t c = line[at], j = 0, fresh = 0;
        while (j < n && (j == at || !has(m->below[line[j]], c)))
            j++;
        if (j < n) {
            at = j;
            continue;
        }
        if (has(todo, c))
            out[count++] = c;
        todo &= ~bit(c);
        for (size_t k = 0; k < m->n_down[c]; k++) {
            size_t x = m->down[c][k];
            if (!has(todo, x) || holds(line, n, x))
                continue;
            if (fresh++)
                line[n++] = x;
            else
                line[at] = x;
        }
        if (fresh == 0) {
            memmove(line + at, line + at + 1, (n - at - 1) * sizeof(*line));
            n--;
            at -= at > 0;
        }
    }
    return count;
}

/* --- the same graph for kedge --- */

static const char *id_of(struct arena *a, size_t v)
{
    return arena_printf(a, "v%02zu", v);
}

static const char *model_text(struct arena *a, const struct model *m)
{
    AUTO_BUF out = {0};
    for (size_t v = 0; v < m->n; v++) {
        buf_addf(&out, "%sv%02zu", v ? "; " : "", v);
        for (size_t k = 0; k < m->n_parents[v]; k++)
            buf_addf(&out, "%cv%02zu", k ? ',' : '<', m->parents[v][k]);
        for (size_t k = 0; k < m->n_depends[v]; k++)
            buf_addf(&out, " ~v%02zu", m->depends[v][k]);
    }
    return buf_take(&out, a);
}

static uint32_t set_of(const struct list *rows)
{
    uint32_t set = 0;
    const char *row;
    list_each (row, rows)
        set |= bit(strtoul(row + 1, NULL, 10));
    return set;
}

/* In a random order: the result must not depend on how the database returns its rows. */
static void rows_of(struct arena *a, const struct model *m, uint32_t set, struct list *ret)
{
    size_t start = chance((uint32_t)m->n);
    bool backwards = chance(2);
    for (size_t i = 0; i < m->n; i++) {
        size_t v = (start + (backwards ? m->n - i : i)) % m->n;
        if (has(set, v))
            list_push(a, ret, id_of(a, v));
    }
}

/* --- one plan --- */

struct run {
    struct model model;
    const char *text; /* of the graph */
    struct graph *graph;
    uint32_t applied;
    uint64_t sum; /* over all steps */
    size_t steps, refused;
};

static void changes_apply(const struct run *r, const struct list *changes, uint32_t *rows)
{
    const struct row_change *c;
    list_each (c, changes) {
        uint32_t from = c->from ? bit(strtoul(c->from + 1, NULL, 10)) : 0,
                 to = c->to ? bit(strtoul(c->to + 1, NULL, 10)) : 0;
        if ((*rows & from) != from || (*rows & to))
            fail_msg("%s: a row change meets no row, or one that is there", r->text);
        *rows = (*rows & ~from) | to;
    }
}

static void moves_check(struct run *r, const struct route *route, const size_t *want, size_t n, bool up)
{
    const struct model *m = &r->model;
    const struct move *move;
    uint32_t rows = maximal(m, r->applied);
    size_t i = 0;
    if (route->moves.n != n)
        fail_msg("%s: %zu steps, not %zu", r->text, route->moves.n, n);
    list_each (move, &route->moves) {
        size_t v = want[up ? n - 1 - i : i];
        if (strtoul(move->vertex->id + 1, NULL, 10) != v)
            fail_msg("%s: step %zu is %s, not v%02zu", r->text, i, move->vertex->id, v);
        i++;
        r->applied = up ? r->applied | bit(v) : r->applied & ~bit(v);
        changes_apply(r, &move->changes, &rows);
        if (below_all(m, r->applied) != r->applied)
            fail_msg("%s: v%02zu came too early", r->text, v);
        if (rows != maximal(m, r->applied))
            fail_msg("%s: after v%02zu the rows are %x, not %x", r->text, v, rows, maximal(m, r->applied));
        r->sum = (r->sum ^ (v + 1 + (up ? 100 : 0))) * 1099511628211u;
        r->steps++;
    }
    if (set_of(&route->to) != rows)
        fail_msg("%s: the route does not end where its steps end", r->text);
}

/* target MOST: heads. */
static void plan_up(struct run *r, size_t target)
{
    AUTO_ARENA a = {0};
    const struct model *m = &r->model;
    struct diag d = {0};
    struct route *route;
    struct list rows = {0};
    size_t want[MOST];
    const char *text = target == MOST ? "heads" : id_of(&a, target);
    uint32_t targets = target == MOST ? m->heads : bit(target);
    rows_of(&a, m, maximal(m, r->applied), &rows);
    if (route_upgrade(&a, r->graph, &rows, &text, 1, &d, &route) < 0)
        fail_msg("%s: upgrade %s: %s", r->text, text, diag_text(&a, &d));
    size_t n = model_sort(m, below_all(m, targets) & ~r->applied, targets, want);
    moves_check(r, route, want, n, true);
    diag_clear(&d);
}

/* target MOST: base. */
static void plan_down(struct run *r, size_t target)
{
    AUTO_ARENA a = {0};
    const struct model *m = &r->model;
    struct diag d = {0};
    struct route *route;
    struct list rows = {0};
    size_t want[MOST];
    const char *text = target == MOST ? "base" : id_of(&a, target);
    uint32_t at = maximal(m, r->applied), roots = target == MOST ? m->roots : 0;
    for (size_t v = 0; target != MOST && v < m->n; v++)
        roots |= holds(m->parents[v], m->n_parents[v], target) ? bit(v) : 0;
    uint32_t drop = above_all(m, roots) & r->applied;
    rows_of(&a, m, at, &rows);
    int rc = route_downgrade(&a, r->graph, &rows, text, &d, &route);
    if ((rc < 0) != (drop == 0 && target != MOST && !has(at, target)))
        fail_msg("%s: downgrade %s from %x: %s", r->text, text, at, diag_text(&a, &d));
    if (rc == OK)
        moves_check(r, route, want, model_sort(m, drop, at, want), false);
    else
        r->refused++;
    diag_clear(&d);
}

/* Set arithmetic: nothing above the target, all below it. */
static void plan_stamp(struct run *r, size_t target)
{
    AUTO_ARENA a = {0};
    const struct model *m = &r->model;
    struct diag d = {0};
    struct route *route;
    struct list rows = {0};
    const struct move *move;
    const char *text = target == MOST ? "base" : id_of(&a, target);
    uint32_t at = maximal(m, r->applied);
    rows_of(&a, m, at, &rows);
    if (route_stamp(&a, r->graph, &rows, &text, 1, false, &d, &route) < 0)
        fail_msg("%s: stamp %s: %s", r->text, text, diag_text(&a, &d));
    r->applied = target == MOST ? 0 : (r->applied & ~(m->above[target] & ~bit(target))) | m->below[target];
    list_each (move, &route->moves)
        changes_apply(r, &move->changes, &at);
    if (at != maximal(m, r->applied) || set_of(&route->to) != at)
        fail_msg("%s: stamp %s leads to %x, not %x", r->text, text, at, maximal(m, r->applied));
    diag_clear(&d);
}

/* --- many --- */

static void graph_plans(struct run *r)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    model_make(&r->model);
    model_finish(&r->model);
    r->text = model_text(&a, &r->model);
    r->applied = 0;
    if (graph_from_text(&a, r->text, &d, &r->graph) < 0)
        fail_msg("%s: %s", r->text, diag_text(&a, &d));
    for (size_t i = 0; i < PLANS_A_GRAPH - 2; i++) {
        uint32_t what = chance(20);
        size_t target = chance((uint32_t)r->model.n);
        if (what < 9)
            plan_up(r, target);
        else if (what < 11)
            plan_up(r, MOST);
        else if (what < 17)
            plan_down(r, target);
        else if (what < 18)
            plan_down(r, MOST);
        else
            plan_stamp(r, what == 18 ? target : MOST);
    }
    plan_up(r, MOST);
    plan_down(r, MOST);
    assert_int_equal(r->applied, 0);
    graph_free(r->graph);
    diag_clear(&d);
}

static struct run plans_run(uint64_t seed, size_t plans)
{
    struct run r = {.sum = 1469598103934665603u};
    chance_state = seed;
    for (size_t i = 0; i < plans / PLANS_A_GRAPH; i++)
        graph_plans(&r);
    return r;
}

static uint64_t seed_get(void)
{
    const char *text = getenv("KEDGE_TESTS_SEED");
    return text ? strtoull(text, NULL, 10) | 1 : 20261121;
}

static void test_plans(void **state)
{
    (void)state;
    struct run r = plans_run(seed_get(), PLANS);
    print_message("%d plans over %d graphs: %zu steps, %zu plans refused; seed %llu (KEDGE_TESTS_SEED)\n",
                  PLANS, PLANS / PLANS_A_GRAPH, r.steps, r.refused, (unsigned long long)seed_get());
    assert_true(r.steps > PLANS / 2);
}

static void test_same_seed(void **state)
{
    (void)state;
    struct run first = plans_run(seed_get(), PLANS_AGAIN), second = plans_run(seed_get(), PLANS_AGAIN);
    assert_true(first.sum == second.sum);
    assert_int_equal(first.steps, second.steps);
    assert_true(plans_run(seed_get() + 2, PLANS_AGAIN).sum != first.sum);
}

int main(void)
{
    struct cases c = {0};
    add_case(&c, "rows are the maximal members of what is applied", test_plans);
    add_case(&c, "the same seed gives the same steps", test_same_seed);
    return run_cases(&c, "graph_random");
}
