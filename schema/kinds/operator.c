#include "schema/kinds/short.h"

#define FUNCTIONS KIND_BIT(KIND_FUNCTION)

/* "integer, text"; a prefix operator: "none, text". */
static char *operator_sign(struct arena *a, const void *of)
{
    const struct operator_ *o = of;

    return arena_printf(a, "%s, %s", o->left ? o->left : "none", o->right ? o->right : "none");
}

static const struct field operator_fields[] = {
    FIELD(operator_, left, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_KEY, .doc = "Type of the left operand: it is in the key."),
    FIELD(operator_, right, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_KEY, .doc = "Type of the right operand: it is in the key."),
    FIELD(operator_, function, NAME, .refers = FUNCTIONS, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN,
          .doc = "The function that it calls."),
    FIELD(operator_, commutator, NAME, .refers = KIND_BIT(KIND_OPERATOR), .change = CHANGE_REBUILD, .flags = FIELD_LOOSE,
          .but = "in place where it comes or goes with the other operator, or is said for the first time (17)", .doc = "The operator that does the same with its operands exchanged."),
    FIELD(operator_, negator, NAME, .refers = KIND_BIT(KIND_OPERATOR), .change = CHANGE_REBUILD, .flags = FIELD_LOOSE,
          .but = "in place where it comes or goes with the other operator, or is said for the first time (17)", .doc = "The operator that says the opposite."),
    FIELD_AS(operator_, restrict_, "restrict", NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER,
             .doc = "Function that estimates how many rows it selects: `eqsel`."),
    FIELD(operator_, join, NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER, .doc = "The same for joins: `eqjoinsel`."),
    FIELD(operator_, hashes, BOOL, .change = CHANGE_REBUILD, .but = "in place where it comes (17)", .doc = "Can serve a hash join."),
    FIELD(operator_, merges, BOOL, .change = CHANGE_REBUILD, .but = "in place where it comes (17)", .doc = "Can serve a merge join."),
};

const struct kind kind_operator = {
    .id = KIND_OPERATOR,
    .name = "operator",
    .sql = "OPERATOR",
    .group = "operators",
    .place = PLACE_SCHEMA,
    .space = SPACE_OPERATOR,
    .catalog = "pg_operator",
    .sign = operator_sign,
    .key = &operator_key,
    .record = {.name = "operator", .size = sizeof(struct operator_), FIELDS(operator_fields)},
    .doc = "An operator. Its key is the operator with the types of its operands: `~~(text, text)`, `public.@(none, integer)` for one "
           "that stands before its operand.",
};

static const char *const contexts[] = {"explicit", "assignment", "implicit", NULL};

static char *cast_sign(struct arena *a, const void *of)
{
    const struct cast *c = of;

    return arena_printf(a, "%s AS %s", c->source, c->target);
}

static const struct field cast_fields[] = {
    FIELD(cast, source, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_KEY, .doc = "Type to cast from: it is in the key."),
    FIELD(cast, target, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_KEY, .doc = "Type to cast to: it is in the key."),
    FIELD(cast, function, NAME, .refers = FUNCTIONS, .change = CHANGE_REBUILD, .flags = FIELD_SIGNED,
          .doc = "Function that casts, with its argument types where it has overloads: `to_shape(integer)`. Without it and `inout` the "
                 "value is taken as it is."),
    FIELD(cast, inout, BOOL, .change = CHANGE_REBUILD, .doc = "Casts through the text form of the value."),
    FIELD(cast, context, CHOICE, .choices = contexts, .implied = "explicit", .change = CHANGE_REBUILD,
          .doc = "When it happens by itself: never, when a column is assigned to, or anywhere."),
};

const struct kind kind_cast = {
    .id = KIND_CAST,
    .name = "cast",
    .sql = "CAST",
    .group = "casts",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_cast",
    .ownerless = true,
    .opt_in = true,
    .sign = cast_sign,
    .key = &cast_key,
    .record = {.name = "cast", .size = sizeof(struct cast), FIELDS(cast_fields)},
    .doc = "A cast. Its key says from which type to which: `integer as shape`.",
};
