/* Views and functions that need each other, themselves, or what needs them: PostgreSQL comes to them by replacing one, and leaves them the
 * same way. What stands in meanwhile is a view of the same columns, without rows, or a function of the same signature. */
#include "diff/plan_private.h"
#include "sql/type.h"

static bool is_view(const struct object *o)
{
    return o && o->kind->id == KIND_VIEW;
}

static bool changes_query(const struct op *op)
{
    return (op->changed & field_bit(op->new->kind, "query")) != 0;
}

static bool follows(const struct op *op, const struct op *from, const unsigned *component)
{
    return op != from && component[op->index] == component[from->index] && comes_after(op, from);
}

static bool has_follower(const struct planner *p, const struct op *from, const unsigned *component)
{
    const struct op *op;

    list_each (op, &p->ops)
        if (follows(op, from, component))
            return true;
    return false;
}

void loop_redirect(struct planner *p, const struct op *from, struct op *to, const unsigned *component)
{
    struct op *op;
    struct edge *e;

    list_each (op, &p->ops) {
        struct list kept = {0};

        if (op == to || !follows(op, from, component))
            continue;
        list_each (e, &op->after) {
            if (e->from != from || !edge_hard(e))
                list_push(p->arena, &kept, e);
        }
        op->after = kept;
        edge_add(p, op, to);
    }
}

/* The types of its columns: the query need not name them. */
static void after_types(struct planner *p, struct op *stub, const struct view *v, const struct catalog *c)
{
    AUTO_ARENA a = {0};
    struct list columns = {0};
    const struct shape_column *k;

    view_columns(&a, v, &columns);
    list_each (k, &columns) {
        const char *schema, *name;
        struct object *type;
        bool array;

        sql_type_parts(&a, k->type, &schema, &name, &array);
        type = catalog_type(c, schema, name);
        if (type && item_of(type))
            edge_add(p, stub, item_of(type)->make[PART_SELF]);
    }
}

/* Comes where the op would, but for the loop. */
static struct op *stand_in(struct planner *p, struct op *op, const unsigned *component)
{
    struct op *stub = arena_new(p->arena, struct op);
    const struct edge *e;

    *stub = *op;
    stub->verb = VERB_STUB;
    stub->rebuild = false;
    stub->after = (struct list){0};
    stub->because = is_view(op->new ? op->new : op->old) ? "loop: view stub" : "loop: function stub";
    op->replace = true;
    list_each (e, &op->after) {
        if (edge_hard(e) && (!component || component[e->from->index] != component[op->index]))
            edge_add(p, stub, e->from);
    }
    if (is_view(op->new))
        after_types(p, stub, (const struct view *)op->new, p->diff->to);
    edge_add(p, op, stub);
    list_push(p->arena, &p->ops, stub);
    return stub;
}

/* Which of them, in the order in which they are tried. */
enum stub { STUB_STATED, STUB_FUNCTION, STUB_VIEW, STUBS };

static bool has_stub(const struct object *o, enum stub which)
{
    const struct view *v = (const struct view *)o;

    if (which == STUB_FUNCTION)
        return (o->kind->space & SPACE_ROUTINE) && o->kind->id != KIND_AGGREGATE && ((const struct routine *)o)->sql_body;
    return is_view(o) && (v->stub.n || (which == STUB_VIEW && v->shape));
}

static bool stand_in_for(struct planner *p, struct op *op, enum stub which, const unsigned *component)
{
    const struct object *o = op->new ? op->new : op->old;

    if (op->part != PART_SELF || op->replace || op->aside || (op->verb != VERB_CREATE && op->verb != VERB_DROP && op->verb != VERB_ALTER))
        return false;
    if (!has_follower(p, op, component))
        return false;
    if (op->verb == VERB_ALTER && is_view(o) && !changes_query(op)) /* it is there all the time */
        loop_redirect(p, op, NULL, component);
    else if (has_stub(o, which))
        loop_redirect(p, op, stand_in(p, op, component), component);
    else
        return false;
    return true;
}

/* A function or view is replaced under what uses it, so that this need not be gone; it is where nothing speaks against it. */
static bool loop_replace(struct planner *p, const unsigned *component, unsigned which)
{
    struct op *op;
    struct edge *e;

    list_each (op, &p->ops) {
        struct list kept = {0};

        if (component[op->index] != which || op->verb != VERB_ALTER || !(is_view(op->new) || (op->new->kind->space & SPACE_ROUTINE)))
            continue;
        list_each (e, &op->after)
            if (!edge_hard(e) || component[e->from->index] != which || e->from->verb != VERB_DROP || !object_needs(e->from->old, op->old))
                list_push(p->arena, &kept, e);
        if (kept.n == op->after.n)
            continue;
        op->after = kept;
        return true;
    }
    return false;
}

bool loop_stub(struct planner *p, const unsigned *component, unsigned which)
{
    struct op *op;

    if (loop_replace(p, component, which))
        return true;
    for (enum stub stub = 0; stub < STUBS; stub++)
        list_each (op, &p->ops) {
            if (component[op->index] == which && stand_in_for(p, op, stub, component))
                return true;
        }
    return false;
}

/* Views of themselves are in no loop: what an object needs of itself is no dependency. */
int loop_view_of_itself(struct planner *p)
{
    struct op *op;
    int result = OK;

    for (size_t i = 0, n = p->ops.n; i < n; i++) {
        op = p->ops.at[i];
        if (op->verb != VERB_CREATE || op->part != PART_SELF || op->replace || !is_view(op->new))
            continue;
        if (((const struct view *)op->new)->stub.n) {
            stand_in(p, op, NULL);
        } else if (op->new->of_itself) {
            result = diag_error(p->diag, "plan.view-of-itself", op->new->at, "%s selects from itself, and what its columns are is not said", op->new->address);
            diag_hint(p->diag, "Say it: stub: [id integer, name text], as `kedge inspect` does.");
        }
    }
    return result;
}
