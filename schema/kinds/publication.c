#include "schema/object.h"

static const struct field table_fields[] = {
    FIELD(publication_table, table, NAME, .refers = KIND_BIT(KIND_TABLE), .change = CHANGE_ALTER,
          .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "The table."),
    FIELD(publication_table, columns, IDENTS, .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER,
          .since = 150000, .doc = "Its columns; all when left out."),
    FIELD(publication_table, where, EXPR, .change = CHANGE_ALTER, .since = 150000,
          .doc = "Which of its rows."),
};

static const struct record table_record = {
    .name = "table of a publication", .size = sizeof(struct publication_table), FIELDS(table_fields)};

static const char *const generated[] = {"none", "stored", NULL};

static const struct field publication_fields[] = {
    FIELD(publication, all_tables, BOOL, .change = CHANGE_REBUILD,
          .doc = "Every table of the database, now and later."),
    FIELD(publication, tables, LIST, .record = &table_record, .change = CHANGE_ALTER, .doc = "Tables."),
    FIELD(publication, schemas, IDENTS, .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER, .since = 150000,
          .doc = "Every table of these schemas, now and later."),
    FIELD(publication, publish, TEXTS, .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER,
          .doc = "insert, update, delete, truncate; all when left out."),
    FIELD(publication, via_root, BOOL, .change = CHANGE_ALTER,
          .doc = "Changes of partitions are sent as changes of their root."),
    FIELD(publication, generated, CHOICE, .choices = generated, .implied = "none", .change = CHANGE_ALTER,
          .since = 180000, .doc = "Whether values of generated columns are sent."),
};

const struct kind kind_publication = {
    .id = KIND_PUBLICATION,
    .labelled = true,
    .name = "publication",
    .sql = "PUBLICATION",
    .group = "publications",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_publication",
    .renameable = true,
    .opt_in = true,
    .record = {.name = "publication", .size = sizeof(struct publication), FIELDS(publication_fields)},
    .doc = "A publication for logical replication.",
};
