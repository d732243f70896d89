/* What the differences of a pair come to for itself: nothing, a change in place, or that it has to be made anew. */
#include "diff/plan_private.h"
#include "sql/cast.h"
#include "sql/quote.h"
#include "sql/type.h"
#include <string.h>

struct item *item_of(const struct object *o)
{
    return o->user;
}

/* Labels that went away or changed places: only a new type can do that. Renamed ones stay where they are. */
static bool enum_needs_rebuild(const struct pair_of *p)
{
    const struct list *from = &((const struct enum_type *)p->from)->labels;
    const struct list *to = &((const struct enum_type *)p->to)->labels;
    size_t next = 0;

    for (size_t i = 0; i < from->n; i++) {
        const struct enum_label *old = from->at[i], *l = NULL;

        for (; next < to->n; next++) {
            l = to->at[next];
            if (strcmp(l->label, old->label) == 0 || list_has_text(&l->renamed_from, old->label))
                break;
        }
        if (next++ >= to->n)
            return true;
    }
    return false;
}

/* CREATE OR REPLACE FUNCTION cannot take a default away. */
static bool defaults_removed(const struct pair_of *p)
{
    const struct list *from = &((const struct routine *)p->from)->args;
    const struct list *to = &((const struct routine *)p->to)->args;

    for (size_t i = 0; i < from->n && i < to->n; i++)
        if (((const struct argument *)from->at[i])->default_ &&
            !((const struct argument *)to->at[i])->default_)
            return true;
    return false;
}

/* ALTER POLICY can change an expression, not take it away. */
static bool expression_removed(const struct pair_of *p)
{
    const struct policy *from = (const struct policy *)p->from, *to = (const struct policy *)p->to;

    return (from->using && !to->using) || (from->check && !to->check);
}

/* The type of an aggregate's result; NULL: not known, or it follows from the arguments. */
static const char *aggregate_result(const struct object *o)
{
    const struct aggregate *g = (const struct aggregate *)o;
    const char *result = g->finalfunc ? NULL : g->stype;
    const struct depend *d;
    AUTO_ARENA a = {0};

    list_each (d, &o->depends) {
        if (g->finalfunc && d->on->kind->id == KIND_FUNCTION &&
            strcmp(sql_qualified(&a, d->on->schema, d->on->name), g->finalfunc) == 0)
            result = ((const struct routine *)d->on)->returns;
    }
    return result && !strncmp(result, "any", 3) ? NULL : result;
}

/* CREATE OR REPLACE keeps the type of the result. */
static bool aggregate_result_changes(const struct pair_of *p)
{
    const struct aggregate *from = (const struct aggregate *)p->from, *to = (const struct aggregate *)p->to;
    const char *before = aggregate_result(p->from), *after = aggregate_result(p->to);
    const char *x = from->finalfunc ? from->finalfunc : "", *y = to->finalfunc ? to->finalfunc : "";

    if (strcmp(from->stype, to->stype) == 0 && strcmp(x, y) == 0)
        return false;
    return !before || !after || strcmp(before, after) != 0;
}

static bool has_member(const struct record *r, const struct list *l, const void *item)
{
    for (size_t i = 0; i < l->n; i++) {
        bool same = true;

        for (size_t k = 0; k < r->n_fields; k++)
            same = same && field_equal(&r->fields[k], l->at[i], item);
        if (same)
            return true;
    }
    return false;
}

int server_version(const struct planner *p)
{
    int from = p->diff->from->version, to = p->diff->to->version;

    return from > to ? from : to;
}

/* What is added to the family of such a class is the class's, where the access method says so: since 14. */
static bool class_only_grows(const struct planner *planner, const struct pair_of *p)
{
    const struct operator_class *to = (const struct operator_class *)p->to;
    const struct kind *k = p->to->kind;
    uint64_t members = field_bit(k, "operators") | field_bit(k, "functions");
    int version = server_version(planner);

    if ((p->changed & ~members & ~(FACET_COMMENT | FACET_OWNER | FACET_LABELS)) || (version && version < 140000) ||
        (strcmp(to->method, "btree") != 0 && strcmp(to->method, "hash") != 0))
        return false;
    for (size_t n = 0; n < k->record.n_fields; n++) {
        const struct field *f = &k->record.fields[n];
        const struct list *from = field_list(p->from, f), *into = field_list(p->to, f);

        for (size_t i = 0; members >> n & 1 && i < from->n; i++)
            if (!has_member(f->record, into, from->at[i]))
                return false;
    }
    return true;
}

/* Filling a shell is a change in place, and so is all that ALTER TYPE SET can say; but not to store plain what may have been packed. */
static enum state base_type_state(const struct pair_of *p, enum state state)
{
    const struct base_type *from = (const struct base_type *)p->from, *to = (const struct base_type *)p->to;

    if (!from->input)
        return STATE_ALTER;
    if (from->storage && strcmp(from->storage, "plain") != 0 && (!to->storage || strcmp(to->storage, "plain") == 0))
        return STATE_REBUILD;
    return state;
}

static bool has_check(const struct object *table)
{
    const struct object *o;

    list_each (o, &table->children)
        if (o->kind->id == KIND_CHECK)
            return true;
    return false;
}

/* An expression can be dropped and the values stay; it cannot be added, and be changed from 17 on: that of a virtual column only where
 * the table has no checks. */
static bool expression_in_place(const struct planner *planner, const struct pair_of *p)
{
    const struct column *from = (const struct column *)p->from, *to = (const struct column *)p->to;

    if (to->base.kind->id != KIND_COLUMN)
        return false;
    if (!to->generated)
        return !from->virtual_;
    return from->generated && from->virtual_ == to->virtual_ && server_version(planner) >= 170000 &&
           !(to->virtual_ && (has_check(p->from->parent) || has_check(p->to->parent)));
}

/* A generated column takes no USING: it is computed again where its type has no way to the other. */
static bool computed_again(const struct pair_of *p)
{
    const struct column *from = (const struct column *)p->from, *to = (const struct column *)p->to;
    const char *schemas[2], *names[2];
    bool arrays[2];
    struct type_shape x, y;
    AUTO_ARENA a = {0};

    if (to->base.kind->id != KIND_COLUMN || !from->generated || !to->generated || !(p->changed & field_bit(to->base.kind, "type")))
        return false;
    sql_type_parts(&a, from->type, &schemas[0], &names[0], &arrays[0]);
    sql_type_parts(&a, to->type, &schemas[1], &names[1], &arrays[1]);
    if (!schemas[0] || !schemas[1] || strcmp(schemas[0], schemas[1]) != 0)
        return true;
    if (strcmp(schemas[0], "pg_catalog") != 0)
        return arrays[0] != arrays[1] || strcmp(names[0], names[1]) != 0;
    x = sql_type_shape(&a, from->type);
    y = sql_type_shape(&a, to->type);
    return sql_cast(&x, &y) != CAST_ASSIGNED;
}

/* The operator that a link of another names, on one side. */
static const struct pair_of *linked(const struct planner *p, const struct operator_ *o, const char *link, bool swapped)
{
    AUTO_ARENA a = {0};
    const char *left = swapped ? o->right : o->left, *right = swapped ? o->left : o->right;

    return map_get(&p->diff->by_address, arena_printf(&a, "operator %s(%s, %s)", link, left ? left : "none",
                                                      right ? right : "none"));
}

/* DROP OPERATOR takes the links to it away, and CREATE OPERATOR makes those that are not there yet. */
static bool link_follows(const struct planner *p, const struct pair_of *pair, const char *from, const char *to, bool swapped)
{
    const struct pair_of *other;

    if ((from && to && strcmp(from, to) == 0) || (!from && !to))
        return true;
    if (from && to)
        return false;
    other = linked(p, (const struct operator_ *)(from ? pair->from : pair->to), from ? from : to, swapped);
    return other && other != pair && (from ? !other->to : !other->from);
}

/* Since 17 ALTER OPERATOR can say what was not said before; it takes nothing back. */
static uint64_t operator_in_place(const struct planner *p, const struct pair_of *pair)
{
    const struct operator_ *from = (const struct operator_ *)pair->from, *to = (const struct operator_ *)pair->to;
    const struct kind *k = pair->to->kind;
    bool can_set = server_version(p) >= 170000;
    uint64_t bits = 0;

    if (link_follows(p, pair, from->commutator, to->commutator, true) || (can_set && !from->commutator))
        bits |= field_bit(k, "commutator");
    if (link_follows(p, pair, from->negator, to->negator, false) || (can_set && !from->negator))
        bits |= field_bit(k, "negator");
    if (can_set && !from->hashes)
        bits |= field_bit(k, "hashes");
    if (can_set && !from->merges)
        bits |= field_bit(k, "merges");
    return bits;
}

/* CREATE OR REPLACE keeps the columns that are there, and can add others behind them. */
static bool view_keeps_shape(const struct pair_of *p)
{
    const char *from, *to;
    size_t n;

    if (p->to->kind->id != KIND_VIEW)
        return false;
    from = ((const struct view *)p->from)->shape;
    to = ((const struct view *)p->to)->shape;
    n = from ? strlen(from) : 0;
    return n && to && strncmp(from, to, n) == 0 && (to[n] == '\0' || to[n] == '\n');
}

/* CREATE OR REPLACE TRIGGER, since 14; there is none for constraint triggers. */
static bool trigger_in_place(const struct planner *p, const struct pair_of *pair)
{
    return server_version(p) >= 140000 && !((const struct trigger *)pair->from)->constraint &&
           !((const struct trigger *)pair->to)->constraint;
}

/* What the slot at the publisher has too: where there is one, the server alters it there. */
static uint64_t slot_in_place(const struct planner *p, const struct pair_of *pair)
{
    const struct kind *k = pair->to->kind;
    int version = server_version(p);

    if (!subscription_has_slot(pair->from) || !subscription_has_slot(pair->to))
        return 0;
    return (version >= 170000 ? field_bit(k, "failover") : 0) | (version >= 180000 ? field_bit(k, "two_phase") : 0);
}

/* The fields that need no rebuild here: carried by what happens to other objects, or set for the first time. */
static uint64_t fields_in_place(const struct planner *p, const struct pair_of *pair)
{
    const struct kind *k = pair->to->kind;

    if (pair->changed & field_bit(k, "only") && inherit_index_completes(p->diff, pair))
        return field_bit(k, "only");
    if (k->id == KIND_TRIGGER && trigger_in_place(p, pair))
        return ~(uint64_t)0;
    if (k->id == KIND_SUBSCRIPTION)
        return slot_in_place(p, pair);
    return k->id == KIND_OPERATOR ? operator_in_place(p, pair) : 0;
}

/* ALTER TRIGGER leaves the constraint its name, by which its comment is said. */
static bool named_by_constraint(const struct pair_of *p)
{
    return p->to->kind->id == KIND_TRIGGER && p->renamed && p->from->was &&
           (((const struct trigger *)p->from)->constraint_comment || ((const struct trigger *)p->to)->constraint_comment);
}

/* ALTER INDEX does not set storage parameters of an index that has no storage. */
static bool settings_of_partitioned(const struct pair_of *p)
{
    const struct object *table = p->to->parent;

    return table && table->kind->id == KIND_TABLE && ((const struct table *)table)->partition_by &&
           (p->to->kind->space & SPACE_RELATION) && (p->changed & field_bit(p->to->kind, "with"));
}

/* What is checked stays so: only a constraint made anew can have rows that were not. */
static bool validity_removed(const struct pair_of *p)
{
    enum kind_id id = p->to->kind->id;

    if (!(id == KIND_CHECK || id == KIND_FOREIGN_KEY) || !(p->changed & field_bit(p->to->kind, "not_valid")))
        return false;
    return id == KIND_CHECK ? ((const struct check *)p->to)->not_valid : ((const struct foreign_key *)p->to)->not_valid;
}

enum state own_state(const struct planner *planner, const struct item *i)
{
    const struct pair_of *p = i->pair;
    const struct record *r;
    enum state state = STATE_SAME;
    uint64_t in_place;

    if (p->cover == COVER_SAME)
        return STATE_SAME;
    if (!p->from)
        return STATE_CREATE;
    if (!p->to)
        return STATE_DROP;
    r = &p->to->kind->record;
    in_place = fields_in_place(planner, p);
    if (p->to->kind->id == KIND_OPERATOR_CLASS && p->changed && class_only_grows(planner, p))
        return STATE_ALTER;
    if (p->to->kind->id == KIND_BASE_TYPE && p->changed && base_type_state(p, STATE_SAME) != STATE_SAME)
        return base_type_state(p, STATE_SAME);
    for (size_t n = 0; n < r->n_fields; n++) {
        if (!(p->changed >> n & 1))
            continue;
        state = STATE_ALTER;
        if (in_place >> n & 1)
            continue;
        if (field_change(&r->fields[n], p->from, p->to) == CHANGE_REBUILD && !expression_in_place(planner, p) &&
            !view_keeps_shape(p))
            return STATE_REBUILD;
    }
    if (computed_again(p) || settings_of_partitioned(p) || named_by_constraint(p) || validity_removed(p))
        return STATE_REBUILD;
    if ((p->to->kind->space & SPACE_ROUTINE) && state == STATE_ALTER && defaults_removed(p))
        return STATE_REBUILD;
    if (p->to->kind->id == KIND_POLICY && state == STATE_ALTER && expression_removed(p))
        return STATE_REBUILD;
    if (p->to->kind->id == KIND_AGGREGATE && state == STATE_ALTER && aggregate_result_changes(p))
        return STATE_REBUILD;
    if (p->to->kind->id == KIND_ENUM && state == STATE_ALTER && enum_needs_rebuild(p))
        return STATE_REBUILD;
    return p->changed ? STATE_ALTER : STATE_SAME;
}
