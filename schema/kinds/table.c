#include "schema/kinds/short.h"

extern const struct record identity_record;

static const char *const replica_identities[] = {"default", "full", "nothing", "index", NULL};

static const struct field inherit_fields[] = {
    FIELD(inherit, parent, NAME, .refers = KIND_BIT(KIND_TABLE), .flags = FIELD_REQUIRED | FIELD_MAIN,
          .change = CHANGE_ALTER, .doc = "The other table."),
};

static const struct record inherit_record = {
    .name = "inherited table", .size = sizeof(struct inherit), FIELDS(inherit_fields)};

static const struct field table_fields[] = {
    FIELD(table, partition_by, EXPR, .change = CHANGE_REBUILD, .doc = "Makes it a partitioned table: RANGE (created_at), LIST (lower(country)), HASH (id)."),
    FIELD(table, partition_of, NAME, .refers = KIND_BIT(KIND_TABLE), .change = CHANGE_ALTER,
          .doc = "The partitioned table that this is a partition of. Its columns need not be said again."),
    FIELD(table, bounds, EXPR, .change = CHANGE_ALTER,
          .doc = "Which rows of it: FOR VALUES FROM (...) TO (...), IN (...), WITH (...), or DEFAULT."),
    FIELD(table, inherits, LIST, .record = &inherit_record, .change = CHANGE_ALTER,
          .doc = "Tables whose columns and checks it has too, and whose rows include its own."),
    FIELD(table, of_type, NAME, .refers = KIND_BIT(KIND_COMPOSITE), .change = CHANGE_ALTER,
          .doc = "The composite type that gives its columns."),
    FIELD(table, unlogged, BOOL, .change = CHANGE_ALTER, .doc = "Not written to the log; emptied after a crash."),
    FIELD(table, access_method, IDENT, .refers = KIND_BIT(KIND_ACCESS_METHOD), .flags = FIELD_FOLD, .implied = "heap", .change = CHANGE_ALTER, .but = "before 15 refused", .doc = "Table access method."),
    FIELD(table, tablespace, IDENT, .change = CHANGE_ALTER, .doc = "Tablespace, if not the database's."),
    FIELD(table, with, OPTIONS, .change = CHANGE_ALTER, .doc = "Storage parameters, toast.* included."),
    FIELD(table, replica_identity, CHOICE, .choices = replica_identities, .implied = "default",
          .change = CHANGE_ALTER, .doc = "What logical replication sends of old rows."),
    FIELD(table, replica_index, IDENT, .change = CHANGE_ALTER, .doc = "The index, when replica_identity is index."),
    FIELD(table, cluster_on, IDENT, .change = CHANGE_ALTER, .doc = "The index that CLUSTER uses."),
    FIELD(table, row_security, BOOL, .change = CHANGE_ALTER, .doc = "Policies say which rows are seen and written."),
    FIELD(table, force_row_security, BOOL, .change = CHANGE_ALTER, .doc = "They bind the owner too."),
    FIELD(table, trigger_states, OPTIONS, .change = CHANGE_ALTER,
          .doc = "In which sessions triggers fire in a partition that has them from its partitioned table, where that is not as there: origin, disabled, replica or always."),
    FIELD(table, server, IDENT, .refers = KIND_BIT(KIND_SERVER), .change = CHANGE_REBUILD,
          .doc = "The server of a foreign table."),
    FIELD(table, options, OPTIONS, .change = CHANGE_ALTER, .flags = FIELD_SECRETS, .doc = "Options of a foreign table."),
};

const struct kind kind_table = {
    .id = KIND_TABLE,
    .labelled = true,
    .name = "table",
    .sql = "TABLE",
    .group = "tables",
    .place = PLACE_SCHEMA,
    .space = SPACE_RELATION | SPACE_TYPE,
    .catalog = "pg_class",
    .acl = 'r',
    .renameable = true,
    .record = {.name = "table", .size = sizeof(struct table), FIELDS(table_fields)},
    .doc = "A table.",
};

static const char *const storages[] = {"plain", "external", "extended", "main", NULL};

static const struct field column_fields[] = {
    FIELD(column, type, TYPE, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED, .doc = "Type, as in SQL."),
    FIELD(column, collation, NAME, .refers = KIND_BIT(KIND_COLLATION), .change = CHANGE_ALTER, .doc = "Collation, if not the type's."),
    FIELD(column, not_null, BOOL, .change = CHANGE_ALTER, .doc = "Whether NULL is refused."),
    FIELD(column, not_null_name, IDENT, .change = CHANGE_ALTER,
          .doc = "Name of that constraint, if not TABLE_COLUMN_not_null, or the parent table's; not kept before PostgreSQL 18."),
    FIELD(column, not_null_local, BOOL, .change = CHANGE_NONE, .flags = FIELD_KEY, .since = 180000,
          .doc = "The table's own, whatever a parent table says."),
    FIELD(column, not_null_no_inherit, BOOL, .change = CHANGE_ALTER, .since = 180000, .doc = "It is not for child tables."),
    FIELD(column, not_null_not_valid, BOOL, .change = CHANGE_ALTER, .since = 180000,
          .doc = "Rows from before were not checked."),
    FIELD(column, not_null_comment, TEXT, .change = CHANGE_ALTER, .flags = FIELD_LITERAL, .since = 180000,
          .doc = "Comment on that constraint; `comment` is the column's."),
    FIELD_AS(column, default_, "default", EXPR, .change = CHANGE_ALTER, .doc = "Default value."),
    FIELD(column, generated, EXPR, .change = CHANGE_REBUILD, .but = "taken away in place, changed in place from 17 on", .doc = "Expression of a generated column."),
    FIELD_AS(column, virtual_, "virtual", BOOL, .change = CHANGE_REBUILD, .since = 180000,
             .doc = "It is computed when it is read, not stored."),
    FIELD(column, identity, RECORD, .record = &identity_record, .change = CHANGE_ALTER,
          .doc = "An identity column."),
    FIELD(column, storage, CHOICE, .choices = storages, .change = CHANGE_ALTER,
          .doc = "Where long values go, if not as the type says."),
    FIELD(column, compression, IDENT, .flags = FIELD_FOLD, .change = CHANGE_ALTER, .since = 140000, .doc = "pglz or lz4."),
    FIELD(column, statistics, INT, .change = CHANGE_ALTER, .doc = "Statistics target."),
    FIELD(column, options, OPTIONS, .change = CHANGE_ALTER, .doc = "n_distinct and n_distinct_inherited."),
    FIELD(column, foreign_options, OPTIONS, .change = CHANGE_ALTER, .flags = FIELD_SECRETS,
          .doc = "Options of a column of a foreign table."),
    FIELD(column, inherited, BOOL, .change = CHANGE_NONE,
          .doc = "Comes from a table that is inherited from, and is here to say what is different."),
};

const struct kind kind_column = {
    .id = KIND_COLUMN,
    .labelled = true,
    .name = "column",
    .sql = "COLUMN",
    .group = "columns",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE),
    .space = SPACE_OWN,
    .catalog = "pg_class",
    .acl = 'c',
    .ordered = true,
    .renameable = true,
    .record = {.name = "column",
               .size = sizeof(struct column),
               FIELDS(column_fields),
               .read_short = column_read_short,
               .write_short = column_write_short},
    .doc = "A column of a table.",
};
