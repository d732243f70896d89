#include "schema/kinds/short.h"
#include "sql/quote.h"

static const struct field operator_fields[] = {
    FIELD(family_operator, strategy, INT, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "Number that the access method knows it by."),
    FIELD_AS(family_operator, operator_, "operator", NAME, .refers = KIND_BIT(KIND_OPERATOR), .change = CHANGE_REBUILD,
             .flags = FIELD_REQUIRED | FIELD_SIGNED, .doc = "The operator, with the types of its operands."),
    FIELD(family_operator, order_by, NAME, .refers = KIND_BIT(KIND_OPERATOR_FAMILY), .change = CHANGE_REBUILD,
          .doc = "It orders: the btree family that its results are sorted by."),
};

static const struct record operator_record = {.name = "operator of a family",
                                              .size = sizeof(struct family_operator),
                                              FIELDS(operator_fields),
                                              .read_short = family_operator_read_short,
                                              .write_short = family_operator_write_short};

static const struct field function_fields[] = {
    FIELD(family_function, support, INT, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "Number that the access method knows it by."),
    FIELD(family_function, left, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_BARE, .doc = "Type of the left operand that it is for."),
    FIELD(family_function, right, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_BARE, .doc = "Type of the right operand."),
    FIELD(family_function, function, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_REBUILD,
          .flags = FIELD_REQUIRED | FIELD_SIGNED, .doc = "The function, with its argument types."),
};

static const struct record function_record = {.name = "function of a family",
                                              .size = sizeof(struct family_function),
                                              FIELDS(function_fields),
                                              .read_short = family_function_read_short,
                                              .write_short = family_function_write_short};

/* "USING btree" */
static char *family_sign(struct arena *a, const void *of)
{
    return arena_printf(a, "USING %s", sql_ident(a, ((const struct operator_family *)of)->method));
}

static char *class_sign(struct arena *a, const void *of)
{
    return arena_printf(a, "USING %s", sql_ident(a, ((const struct operator_class *)of)->method));
}

#define METHOD(struct_)                                                                                      \
    FIELD(struct_, method, IDENT, .refers = KIND_BIT(KIND_ACCESS_METHOD), .change = CHANGE_REBUILD, .flags = FIELD_KEY, \
          .doc = "The access method: it is in the key.")

static const struct field family_fields[] = {
    METHOD(operator_family),
    FIELD(operator_family, operators, LIST, .record = &operator_record, .change = CHANGE_ALTER,
          .doc = "Operators in it that are of none of its classes, as in ALTER OPERATOR FAMILY: `1 <(integer, bigint)`."),
    FIELD(operator_family, functions, LIST, .record = &function_record, .change = CHANGE_ALTER,
          .doc = "Functions in it that are of none of its classes: `1 (integer, bigint) btint48cmp(integer, bigint)`."),
};

const struct kind kind_operator_family = {
    .id = KIND_OPERATOR_FAMILY,
    .name = "operator family",
    .sql = "OPERATOR FAMILY",
    .group = "operator_families",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_opfamily",
    .renameable = true,
    .worded = true,
    .sign = family_sign,
    .key = &operator_family_key,
    .record = {.name = "operator family", .size = sizeof(struct operator_family), FIELDS(family_fields)},
    .doc = "An operator family. Its key says the access method, too: `public.numbers using btree`. That of a class that names none is "
           "there without being said.",
};

static const struct field class_fields[] = {
    METHOD(operator_class),
    FIELD(operator_class, type, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_BARE, .doc = "The type that it is for."),
    FIELD_AS(operator_class, default_, "default", BOOL, .change = CHANGE_REBUILD, .doc = "Used for its type without being named."),
    FIELD(operator_class, family, NAME, .refers = KIND_BIT(KIND_OPERATOR_FAMILY), .change = CHANGE_REBUILD,
          .doc = "Its family; one of its own name when left out."),
    FIELD(operator_class, storage, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_BARE, .doc = "The type that is kept in the index, if not its own."),
    FIELD(operator_class, operators, LIST, .record = &operator_record, .change = CHANGE_REBUILD,
          .but = "in place where some are added to a class of btree or hash (14)", .doc = "Its operators: `1 <`, `15 <->(point, point) for order by float_ops`."),
    FIELD(operator_class, functions, LIST, .record = &function_record, .change = CHANGE_REBUILD,
          .but = "in place where some are added to a class of btree or hash (14)", .doc = "Its functions: `1 compare(point, point)`."),
};

const struct kind kind_operator_class = {
    .id = KIND_OPERATOR_CLASS,
    .name = "operator class",
    .sql = "OPERATOR CLASS",
    .group = "operator_classes",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_opclass",
    .renameable = true,
    .worded = true,
    .sign = class_sign,
    .key = &operator_class_key,
    .record = {.name = "operator class", .size = sizeof(struct operator_class), FIELDS(class_fields)},
    .doc = "An operator class. Its key says the access method, too: `public.by_length using btree`. The server counts members that "
           "its access method can do without to the family, and `inspect` says them there.",
};
