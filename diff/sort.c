/* The order: loops broken by named rules, a deterministic topological sort, then fusing. */
#include "diff/plan_private.h"
#include <stdlib.h>
#include <string.h>

/* --- loops
 * ------------------------------------------------------------------------------------------------------------
 */

/* A rule names which ops may be taken out of their carrier (columns, defaults, checks out of CREATE TABLE;
 * foreign keys out of DROP TABLE) to break a loop; tried in this order, the gentlest first. docs/decisions.md
 * has the example behind each. */
struct loop_rule {
    const char *name;
    bool (*fits)(const struct op *op);
};

static bool is_default(const struct op *op)
{
    return op->part == PART_DEFAULT;
}

static enum kind_id kind_of(const struct op *op)
{
    return (op->new ? op->new : op->old)->kind->id;
}

static bool is_foreign_key(const struct op *op)
{
    return kind_of(op) == KIND_FOREIGN_KEY;
}

static bool is_check(const struct op *op)
{
    return kind_of(op) == KIND_CHECK;
}

static bool is_sequence(const struct op *op)
{
    return kind_of(op) == KIND_SEQUENCE;
}

static bool is_key_or_index(const struct op *op)
{
    enum kind_id k = kind_of(op);

    return k == KIND_PRIMARY_KEY || k == KIND_UNIQUE || k == KIND_EXCLUSION || k == KIND_INDEX;
}

static bool is_anything(const struct op *op)
{
    (void)op;
    return true;
}

static const struct loop_rule rules[] = {
    {"default apart from its column", is_default}, {"foreign key dropped before its table", is_foreign_key},
    {"check apart from its table", is_check},      {"sequence apart from its column", is_sequence},
    {"key apart from its table", is_key_or_index}, {"part apart from the whole", is_anything},
};
enum { N_RULES = sizeof(rules) / sizeof(rules[0]) };

/* Strongly connected components (Tarjan), without recursion. */
struct component_finder {
    struct list *ops;
    unsigned *number, *low, *component;
    size_t *next; /* edge to look at */
    bool *on_stack;
    struct op **stack, **path;
    size_t stack_n, path_n;
    unsigned count, components;
};

static void enter(struct component_finder *f, struct op *op)
{
    f->number[op->index] = f->low[op->index] = ++f->count;
    f->stack[f->stack_n++] = op;
    f->on_stack[op->index] = true;
    f->path[f->path_n++] = op;
}

static void leave(struct component_finder *f, struct op *op)
{
    f->path_n--;
    if (f->path_n) {
        const struct op *above = f->path[f->path_n - 1];

        if (f->low[op->index] < f->low[above->index])
            f->low[above->index] = f->low[op->index];
    }
    if (f->low[op->index] != f->number[op->index])
        return;
    f->components++;
    for (struct op *member = NULL; member != op;) {
        member = f->stack[--f->stack_n];
        f->on_stack[member->index] = false;
        f->component[member->index] = f->components;
    }
}

static void visit(struct component_finder *f, struct op *start)
{
    enter(f, start);
    while (f->path_n) {
        struct op *op = f->path[f->path_n - 1];

        if (f->next[op->index] >= op->after.n) {
            leave(f, op);
            continue;
        }
        const struct edge *e = op->after.at[f->next[op->index]++];

        if (!edge_holds(e))
            continue;
        if (!f->number[e->from->index])
            enter(f, e->from);
        else if (f->on_stack[e->from->index] && f->number[e->from->index] < f->low[op->index])
            f->low[op->index] = f->number[e->from->index];
    }
}

/* Sets component[] by op index; components with one op are no loop. */
static void find_components(struct planner *p, struct arena *a, unsigned **ret_component, unsigned **ret_size)
{
    size_t n = p->ops.n + 1;
    struct component_finder f = {
        .ops = &p->ops,
        .number = arena_alloc(a, n * sizeof(unsigned)),
        .low = arena_alloc(a, n * sizeof(unsigned)),
        .component = arena_alloc(a, n * sizeof(unsigned)),
        .next = arena_alloc(a, n * sizeof(size_t)),
        .on_stack = arena_alloc(a, n * sizeof(bool)),
        .stack = arena_alloc(a, n * sizeof(struct op *)),
        .path = arena_alloc(a, n * sizeof(struct op *)),
    };
    struct op *op;

    list_each (op, &p->ops) {
        if (!f.number[op->index])
            visit(&f, op);
    }
    *ret_component = f.component;
    *ret_size = arena_alloc(a, (f.components + 1) * sizeof(unsigned));
    list_each (op, &p->ops) {
        (*ret_size)[f.component[op->index]]++;
    }
}

/* The first rule that fits an op, N_RULES when there is none to ask. */
static int rule_for(const struct op *op)
{
    for (int r = 0; op && r < N_RULES; r++)
        if (rules[r].fits(op))
            return r;
    return N_RULES;
}

/* The op that the gentlest rule takes out of its carrier in one component. */
static struct op *pick(struct planner *p, const unsigned *component, unsigned which,
                       const struct loop_rule **ret_rule)
{
    struct op *op, *best = NULL;
    const struct edge *e;
    int best_rule = N_RULES;

    list_each (op, &p->ops) {
        if (component[op->index] != which)
            continue;
        list_each (e, &op->after) {
            struct op *carried[] = {e->carried_to, e->carried_from};

            if (!edge_holds(e) || component[e->from->index] != which)
                continue;
            for (int i = 0; i < 2; i++) {
                int r = rule_for(carried[i]);

                if (r < best_rule ||
                    (r < N_RULES && r == best_rule && carried[i]->priority < best->priority)) {
                    best = carried[i];
                    best_rule = r;
                }
            }
        }
    }
    if (best)
        *ret_rule = &rules[best_rule];
    return best;
}

static int unknown_loop(struct planner *p, const unsigned *component, unsigned which)
{
    struct op *op;
    AUTO_BUF members = {0};
    bool first = true;

    list_each (op, &p->ops) {
        if (component[op->index] != which)
            continue;
        buf_sep(&members, &first, "\n");
        buf_add(&members, (op->new ? op->new : op->old)->address);
    }
    diag_error(p->diag, "plan.loop", NOWHERE,
               "these objects need each other in a circle that no rule can break");
    diag_detail(p->diag, "%s", buf_str(&members));
    diag_hint(p->diag, "Make one of them in a revision of its own, without what it needs of the others.");
    return ERR;
}

static void number_ops(struct planner *p)
{
    struct op *op;
    unsigned n = 0;

    list_each (op, &p->ops) {
        op->index = ++n;
    }
}

/* What the same carrier would make comes with it where it comes after it: a key of a column that is added later; and what it would drop,
 * where it comes before it. */
static void take_out(struct planner *p, struct op *first, const char *because)
{
    AUTO_ARENA scratch = {0};
    struct list out = {0};
    struct op *op, *other;

    first->separate = true;
    list_push(&scratch, &out, first);
    for (size_t n = 0; n < out.n; n++) { /* grows while it is walked */
        op = out.at[n];
        op->because = because;
        list_each (other, &p->ops) {
            if (other->carrier != op->carrier || other->verb != op->verb || other->separate ||
                !(op->verb == VERB_DROP ? comes_after(op, other) : comes_after(other, op)))
                continue;
            other->separate = true;
            list_push(&scratch, &out, other);
        }
    }
}

/* One round: every loop loses one op from its carrier. *ret_loops: loops seen. */
static int break_loops(struct planner *p, size_t *ret_loops)
{
    AUTO_ARENA scratch = {0};
    unsigned *component, *size;
    struct op *op;
    int result = OK;
    size_t n = p->ops.n;

    *ret_loops = 0;
    number_ops(p);
    find_components(p, &scratch, &component, &size);
    for (size_t i = 0; i < n; i++) {
        unsigned which = component[((struct op *)p->ops.at[i])->index];
        const struct loop_rule *rule;

        if (size[which] < 2)
            continue;
        size[which] = 0; /* once */
        (*ret_loops)++;
        if (loop_type(p, component, which))
            break; /* a shell is not in component[] */
        op = pick(p, component, which, &rule);
        if (op) {
            take_out(p, op, rule->name);
        } else if (!loop_rename(p, component, which) && !loop_stub(p, component, which)) {
            result = unknown_loop(p, component, which);
        } else {
            break; /* the stub is not in component[] */
        }
    }
    return result;
}

/* --- sort
 * -------------------------------------------------------------------------------------------------------------
 */

static bool earlier(const struct op *x, const struct op *y)
{
    return x->priority != y->priority ? x->priority < y->priority : x->index < y->index;
}

struct heap {
    struct op **at;
    size_t n;
};

static void heap_push(struct heap *h, struct op *op)
{
    size_t i = h->n++;

    for (; i > 0 && earlier(op, h->at[(i - 1) / 2]); i = (i - 1) / 2)
        h->at[i] = h->at[(i - 1) / 2];
    h->at[i] = op;
}

static struct op *heap_pop(struct heap *h)
{
    struct op *top = h->at[0], *last = h->at[--h->n];
    size_t i = 0;

    for (;;) {
        size_t child = 2 * i + 1;

        if (child >= h->n)
            break;
        if (child + 1 < h->n && earlier(h->at[child + 1], h->at[child]))
            child++;
        if (!earlier(h->at[child], last))
            break;
        h->at[i] = h->at[child];
        i = child;
    }
    h->at[i] = last;
    return top;
}

/* Kahn's algorithm, always taking the ready op of the best priority. */
static void sort_ops(struct planner *p, struct arena *a, struct list *ret)
{
    size_t n = p->ops.n + 1;
    unsigned *waiting = arena_alloc(a, n * sizeof(unsigned));
    struct list *followers = arena_alloc(a, n * sizeof(struct list));
    struct heap ready = {.at = arena_alloc(a, n * sizeof(struct op *))};
    struct op *op, *next;
    const struct edge *e;

    list_each (op, &p->ops) {
        list_each (e, &op->after) {
            if (!edge_holds(e))
                continue;
            waiting[op->index]++;
            list_push(a, &followers[e->from->index], op);
        }
    }
    list_each (op, &p->ops) {
        if (!waiting[op->index])
            heap_push(&ready, op);
    }
    while (ready.n) {
        op = heap_pop(&ready);
        list_push(a, ret, op);
        list_each (next, &followers[op->index]) {
            if (--waiting[next->index] == 0)
                heap_push(&ready, next);
        }
    }
}

int plan_sort(struct planner *p, struct list *ret)
{
    AUTO_ARENA scratch = {0};
    struct list sorted = {0};
    struct op *op;
    size_t loops = 1;

    while (loops) {
        if (break_loops(p, &loops) != OK)
            return ERR;
    }
    if (loop_view_of_itself(p) != OK)
        return ERR;
    number_ops(p);
    evaluation_edges(p);
    sort_ops(p, &scratch, &sorted);
    list_each (op, &sorted) {
        if (op->carrier && !op->separate) {
            op->is_fused = true;
            list_push(p->arena, &op->carrier->fused, op);
        } else {
            list_push(p->arena, ret, op);
        }
    }
    return OK;
}
