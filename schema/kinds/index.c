#include "schema/kinds/short.h"

extern const struct record index_key_record;

static const struct field index_fields[] = {
    FIELD(index, method, IDENT, .refers = KIND_BIT(KIND_ACCESS_METHOD), .flags = FIELD_FOLD, .implied = "btree", .change = CHANGE_REBUILD, .doc = "Access method."),
    FIELD(index, unique, BOOL, .change = CHANGE_REBUILD, .doc = "Whether equal keys are refused."),
    FIELD(index, keys, LIST, .record = &index_key_record, .change = CHANGE_REBUILD,
          .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "What is indexed, in order."),
    FIELD(index, include, IDENTS, .flags = FIELD_COLUMNS, .change = CHANGE_REBUILD, .doc = "Further columns kept in the index."),
    FIELD(index, nulls_not_distinct, BOOL, .change = CHANGE_REBUILD, .since = 150000, .doc = "NULLs are equal."),
    FIELD(index, where, EXPR, .change = CHANGE_REBUILD, .doc = "Only rows for which this holds."),
    FIELD(index, with, OPTIONS, .change = CHANGE_ALTER, .doc = "Storage parameters."),
    FIELD(index, tablespace, IDENT, .change = CHANGE_ALTER, .doc = "Tablespace, if not the database's."),
    FIELD(index, only, BOOL, .change = CHANGE_REBUILD,
          .doc = "Of the partitioned table only; PostgreSQL does not use it while partitions are without it."),
    DEPENDS_ON_EXTENSIONS(index),
    FIELD(index, attached_to, IDENT, .change = CHANGE_NONE,
          .doc = "Of a partition: the one of the partitioned table that it is a part of, where several could be."),
};

const struct kind kind_index = {
    .id = KIND_INDEX,
    .name = "index",
    .sql = "INDEX",
    .group = "indexes",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE) | KIND_BIT(KIND_MATVIEW),
    .space = SPACE_RELATION,
    .of_schema = true,
    .catalog = "pg_class",
    .renameable = true,
    .record = {.name = "index",
               .size = sizeof(struct index),
               FIELDS(index_fields),
               .read_short = index_read_short,
               .write_short = index_write_short},
    .doc = "An index of a table or materialized view.",
};
