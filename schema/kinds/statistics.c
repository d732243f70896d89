#include "schema/object.h"

static const struct field expression_fields[] = {
    FIELD(statistics_expression, expression, EXPR, .change = CHANGE_REBUILD,
          .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "The expression."),
};

static const struct record expression_record = {
    .name = "expression", .size = sizeof(struct statistics_expression), FIELDS(expression_fields)};

static const struct field statistics_fields[] = {
    FIELD(statistics, kinds, TEXTS, .change = CHANGE_REBUILD, .flags = FIELD_ANY_ORDER,
          .doc = "ndistinct, dependencies, mcv; all when left out."),
    FIELD(statistics, columns, IDENTS, .change = CHANGE_REBUILD, .flags = FIELD_MAIN | FIELD_ANY_ORDER | FIELD_COLUMNS,
          .doc = "Columns, in whatever order."),
    FIELD(statistics, expressions, LIST, .record = &expression_record, .change = CHANGE_REBUILD,
          .since = 140000, .doc = "Expressions."),
    FIELD(statistics, in_schema, IDENT, .refers = KIND_BIT(KIND_SCHEMA), .change = CHANGE_ALTER,
          .doc = "Its schema, if not that of the table."),
    FIELD(statistics, target, INT, .change = CHANGE_ALTER,
          .doc = "Statistics target, if not that of the columns."),
};

const struct kind kind_statistics = {
    .id = KIND_STATISTICS,
    .name = "statistics",
    .sql = "STATISTICS",
    .group = "statistics",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE) | KIND_BIT(KIND_MATVIEW),
    .space = SPACE_OWN,
    .of_schema = true,
    .owned = true,
    .catalog = "pg_statistic_ext",
    .renameable = true,
    .record = {.name = "statistics", .size = sizeof(struct statistics), FIELDS(statistics_fields)},
    .doc = "Extended statistics.",
};
