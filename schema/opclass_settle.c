/* Where the members of operator classes are. Since 14 the access method says which of them a class cannot be without; the others
 * are the family's, in whatever statement they were said (amadjustmembers: nbtvalidate.c, hashvalidate.c, ginvalidate.c,
 * gistvalidate.c, spgvalidate.c). */
#include "schema/mention.h"
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *method;
    bool operators;        /* are a class's own, where both operands are of its type */
    const int functions[6]; /* that are; ends with 0 */
} rules[] = {
    {"btree", true, {1}},
    {"hash", true, {1}},
    {"gist", false, {1, 2, 5, 6, 7}},
    {"gin", false, {2, 3}},
    {"spgist", false, {1, 2, 3, 4, 5}},
};
enum { RULES = sizeof(rules) / sizeof(rules[0]) };

static bool same_operands(struct arena *a, const char *operator_)
{
    struct mention m;
    const char *comma;
    size_t n;

    if (mention_read(a, operator_, NOWHERE, NULL, &m) != OK || !m.types)
        return true;
    n = strlen(m.types);
    comma = m.types + n / 2 - (n > 1); /* "x, x" */
    return n % 2 == 0 && n > 3 && comma[0] == ',' && strncmp(m.types, comma + 2, n / 2 - 1) == 0;
}

static bool own_function(int rule, const struct family_function *f)
{
    if (f->left && strcmp(f->left, f->right) != 0)
        return false;
    for (const int *own = rules[rule].functions; *own; own++)
        if (atoi(f->support) == *own)
            return true;
    return false;
}

static void move_operators(struct arena *a, int rule, struct operator_class *c, struct operator_family *f)
{
    struct list stay = {0};
    struct family_operator *o;

    list_each (o, &c->operators)
        list_push(a, rules[rule].operators && same_operands(a, o->operator_) ? &stay : &f->operators, o);
    c->operators = stay;
}

static void move_functions(struct arena *a, int rule, struct operator_class *c, struct operator_family *f)
{
    struct list stay = {0};
    struct family_function *x;

    list_each (x, &c->functions) {
        bool own = own_function(rule, x);

        if (!own && !x->left)
            x->left = x->right = c->type;
        list_push(a, own ? &stay : &f->functions, x);
    }
    c->functions = stay;
}

/* The family's members need what the class said; a live catalog has that from pg_depend. */
static void take_dependencies(struct catalog *c, const struct operator_class *from, struct operator_family *f)
{
    struct depend *d;

    list_each (d, &from->base.depends)
        if (d->on->kind->id == KIND_FUNCTION || d->on->kind->id == KIND_OPERATOR)
            object_depends(c, &f->base, d->on, PART_MEMBERS);
}

static struct operator_family *family_of(const struct catalog *c, const struct operator_class *x)
{
    AUTO_ARENA a = {0};
    struct mention m;
    struct object *o;

    if (mention_read(&a, x->family, NOWHERE, NULL, &m) != OK || !m.schema)
        return NULL;
    o = catalog_find(c, KIND_OPERATOR_FAMILY, m.schema, NULL, m.name, x->base.signature);
    return (struct operator_family *)o;
}

static int by_strategy(const void *vx, const void *vy)
{
    const struct family_operator *x = vx, *y = vy;
    int order = atoi(x->strategy) - atoi(y->strategy);

    return order ? order : strcmp(x->operator_, y->operator_);
}

static int by_support(const void *vx, const void *vy)
{
    const struct family_function *x = vx, *y = vy;
    int order = atoi(x->support) - atoi(y->support);

    if (!order && x->left && y->left)
        order = strcmp(x->left, y->left);
    if (!order && x->right && y->right)
        order = strcmp(x->right, y->right);
    return order ? order : strcmp(x->function, y->function);
}

void opclass_sort(struct object *o)
{
    struct operator_family *f = (struct operator_family *)o;
    struct operator_class *c = (struct operator_class *)o;

    if (o->kind->id == KIND_OPERATOR_FAMILY) {
        list_sort(&f->operators, by_strategy);
        list_sort(&f->functions, by_support);
    } else if (o->kind->id == KIND_OPERATOR_CLASS) {
        list_sort(&c->operators, by_strategy);
        list_sort(&c->functions, by_support);
    }
}

static void by_method(struct catalog *c)
{
    struct object *o;

    list_each (o, &c->objects) {
        struct operator_class *x = (struct operator_class *)o;
        struct operator_family *f = o->kind->id == KIND_OPERATOR_CLASS ? family_of(c, x) : NULL;

        for (int rule = 0; f && rule < RULES; rule++) {
            if (strcmp(rules[rule].method, x->method) != 0)
                continue;
            size_t before = x->operators.n + x->functions.n;

            move_operators(&c->arena, rule, x, f);
            move_functions(&c->arena, rule, x, f);
            if (x->operators.n + x->functions.n < before)
                take_dependencies(c, x, f);
        }
    }
}

void opclass_settle(struct catalog *c, int version)
{
    struct object *o;

    if (version == 0 || version >= 140000)
        by_method(c);
    list_each (o, &c->objects)
        opclass_sort(o);
}
