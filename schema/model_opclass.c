/* What operator classes of a model leave unsaid: the types of their members, and their family. */
#include "schema/mention.h"
#include "schema/model_reading.h"
#include "sql/quote.h"
#include "sql/type.h"
#include <string.h>

/* Operators are for the type of the class, if nothing else is said. */
static void type_operators(struct model *m, struct operator_class *c)
{
    struct family_operator *o;
    struct mention name;

    list_each (o, &c->operators) {
        if (mention_read(m->arena, o->operator_, c->base.at, m->diag, &name) != OK || name.types)
            continue;
        name.types = arena_printf(m->arena, "%s, %s", c->type, c->type);
        o->operator_ = mention_text(m->arena, &name);
    }
}

/* The argument at `at`, or the last there is. */
static const char *argument_type(struct model *m, const char *types, int at)
{
    const char *type = NULL;
    size_t end = 0;

    for (int i = 0; i <= at && *types; i++) {
        const char *next = sql_type_read(m->arena, types, &end, NOWHERE, NULL);

        if (!next)
            break;
        type = next;
        types += end;
        types += strspn(types, ", ");
    }
    return type;
}

/* Comparison and hash functions are for the types of their arguments (assignProcTypes()). */
static void types_by_arguments(struct model *m, const struct operator_class *c, struct family_function *f)
{
    bool btree = strcmp(c->method, "btree") == 0, in_range = btree && strcmp(f->support, "3") == 0;
    struct mention name;

    if (f->left || (!in_range && strcmp(f->support, "1") != 0) || (!btree && strcmp(c->method, "hash") != 0) ||
        mention_read(m->arena, f->function, NOWHERE, NULL, &name) != OK || !name.types || !*name.types)
        return;
    f->left = argument_type(m, name.types, 0);
    f->right = f->left ? argument_type(m, name.types, in_range ? 2 : btree) : NULL;
}

/* What stands for the type of the class is not said. */
void model_complete_class(struct model *m, struct object *o)
{
    struct operator_class *c = (struct operator_class *)o;
    struct family_function *f;

    list_each (f, &c->functions) {
        types_by_arguments(m, c, f);
        if (f->left && strcmp(f->left, c->type) == 0 && strcmp(f->right, c->type) == 0)
            f->left = f->right = NULL;
    }
}

/* CREATE OPERATOR CLASS without FAMILY makes one of the same name, if there is none. */
static void imply_family(struct model *m, struct operator_class *c)
{
    struct object *o;

    c->family = sql_qualified(m->arena, c->base.schema, c->base.name);
    if (catalog_find(m->catalog, KIND_OPERATOR_FAMILY, c->base.schema, NULL, c->base.name, c->base.signature))
        return;
    o = object_new(m->catalog, kinds[KIND_OPERATOR_FAMILY], c->base.schema, c->base.name, NULL);
    ((struct operator_family *)o)->method = c->method;
    o->signature = c->base.signature;
    o->owner = c->base.owner;
    o->at = c->base.at;
    o->implied = true;
    catalog_add(m->catalog, o);
}

void model_class_types(struct model *m, struct object *o)
{
    struct operator_class *c = (struct operator_class *)o;

    type_operators(m, c);
    if (c->storage && strcmp(c->storage, c->type) == 0)
        c->storage = NULL;
    if (!c->family)
        imply_family(m, c);
}

/* Only a class has a type to go by. */
void model_family_check(struct model *m, const struct object *o)
{
    const struct operator_family *f = (const struct operator_family *)o;
    const struct family_operator *x;
    const struct family_function *y;
    struct mention name;
    const char *untyped = NULL;

    list_each (x, &f->operators) {
        if (mention_read(m->arena, x->operator_, o->at, m->diag, &name) == OK && !name.types)
            untyped = x->operator_;
    }
    list_each (y, &f->functions) {
        if (!y->left || !y->right)
            untyped = y->function;
    }
    if (!untyped)
        return;
    diag_error(m->diag, "model.family", o->at, "it is not said for which types \"%s\" is", untyped);
    diag_hint(m->diag, "Write them: 1 <(integer, bigint) for an operator, 1 (integer, bigint) compare(integer, bigint) for a function.");
}
