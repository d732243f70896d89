#include "schema/kinds/short.h"

static const struct field check_fields[] = {
    FIELD(check, expression, EXPR, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN,
          .doc = "The condition."),
    FIELD(check, no_inherit, BOOL, .change = CHANGE_REBUILD, .doc = "Not for child tables."),
    FIELD(check, not_valid, BOOL, .change = CHANGE_ALTER, .doc = "Rows from before were not checked."),
    FIELD(check, not_enforced, BOOL, .change = CHANGE_REBUILD, .since = 180000, .doc = "No row is checked."),
    FIELD(check, inherited, BOOL, .change = CHANGE_NONE,
          .doc = "Comes from a table that is inherited from, and is here for its comment."),
};

const struct kind kind_check = {
    .id = KIND_CHECK,
    .name = "check",
    .sql = "CONSTRAINT",
    .group = "checks",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE) | KIND_BIT(KIND_DOMAIN),
    .space = SPACE_CONSTRAINT,
    .catalog = "pg_constraint",
    .renameable = true,
    .record = {.name = "check",
               .size = sizeof(struct check),
               FIELDS(check_fields),
               .read_short = check_read_short,
               .write_short = check_write_short},
    .doc = "A check constraint of a table or a domain.",
};

#define KEY_FIELDS                                                                                            \
    FIELD(key, columns, IDENTS, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_COLUMNS, \
          .doc = "Its columns, in order."),                                                                   \
        FIELD(key, without_overlaps, BOOL, .change = CHANGE_REBUILD, .since = 180000,                         \
              .doc = "Of the last column, a range: its values may not overlap."),                             \
        FIELD(key, include, IDENTS, .flags = FIELD_COLUMNS, .change = CHANGE_REBUILD, .doc = "Further columns kept in the index.")

#define DEFERRABLE_FIELDS(struct_, change_)                                                                   \
    FIELD(struct_, deferrable, BOOL, .change = (change_), .doc = "Whether it can wait for the commit."),      \
        FIELD(struct_, initially_deferred, BOOL, .change = (change_), .doc = "Whether it does so by default.")

#define STORAGE_FIELDS(struct_)                                                                               \
    FIELD(struct_, with, OPTIONS, .change = CHANGE_ALTER, .doc = "Storage parameters of the index."),         \
        FIELD(struct_, tablespace, IDENT, .change = CHANGE_ALTER, .doc = "Tablespace of the index."),         \
        FIELD(struct_, index_comment, TEXT, .change = CHANGE_ALTER, .flags = FIELD_LITERAL,                   \
              .doc = "Comment on the index; `comment` is the constraint's.")

#define ATTACHED_FIELD(struct_)                                                                               \
    FIELD(struct_, attached_to, IDENT, .change = CHANGE_NONE,                                                  \
          .doc = "Of a partition: the one of the partitioned table that it is a part of, where several could be."), \
        FIELD(struct_, only, BOOL, .change = CHANGE_REBUILD,                                                   \
              .doc = "Of the partitioned table only; some of its partitions are without it.")

static const struct field primary_key_fields[] = {
    KEY_FIELDS,
    DEFERRABLE_FIELDS(key, CHANGE_REBUILD),
    STORAGE_FIELDS(key),
    ATTACHED_FIELD(key),
};

const struct kind kind_primary_key = {
    .id = KIND_PRIMARY_KEY,
    .name = "primary key",
    .sql = "CONSTRAINT",
    .group = "primary_key",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE),
    .space = SPACE_CONSTRAINT | SPACE_RELATION,
    .catalog = "pg_constraint",
    .single = true,
    .renameable = true,
    .record = {.name = "primary key",
               .size = sizeof(struct key),
               FIELDS(primary_key_fields),
               .read_short = key_read_short,
               .write_short = key_write_short},
    .doc = "The primary key.",
};

static const struct field unique_fields[] = {
    KEY_FIELDS,
    FIELD(key, nulls_not_distinct, BOOL, .change = CHANGE_REBUILD, .since = 150000, .doc = "NULLs are equal."),
    DEFERRABLE_FIELDS(key, CHANGE_REBUILD),
    STORAGE_FIELDS(key),
    ATTACHED_FIELD(key),
};

const struct kind kind_unique = {
    .id = KIND_UNIQUE,
    .name = "unique",
    .sql = "CONSTRAINT",
    .group = "uniques",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE),
    .space = SPACE_CONSTRAINT | SPACE_RELATION,
    .catalog = "pg_constraint",
    .renameable = true,
    .record = {.name = "unique",
               .size = sizeof(struct key),
               FIELDS(unique_fields),
               .read_short = key_read_short,
               .write_short = key_write_short},
    .doc = "A unique constraint.",
};

static const char *const matches[] = {"simple", "full", NULL};
static const char *const actions[] = {"no action", "restrict", "cascade", "set null", "set default", NULL};

static const struct field foreign_key_fields[] = {
    FIELD(foreign_key, columns, IDENTS, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_COLUMNS, .doc = "Its columns."),
    FIELD(foreign_key, references, NAME, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "The other table."),
    FIELD(foreign_key, referenced, IDENTS, .change = CHANGE_REBUILD,
          .doc = "Columns of the other table; its primary key when left out."),
    FIELD(foreign_key, period, BOOL, .change = CHANGE_REBUILD, .since = 180000,
          .doc = "The last column, a range, is covered by those of the other rows."),
    FIELD(foreign_key, match, CHOICE, .choices = matches, .implied = "simple", .change = CHANGE_REBUILD,
          .doc = "How NULLs in some of the columns count."),
    FIELD(foreign_key, on_update, CHOICE, .choices = actions, .implied = "no action", .change = CHANGE_REBUILD,
          .doc = "What happens when the other row's key changes."),
    FIELD(foreign_key, on_delete, CHOICE, .choices = actions, .implied = "no action", .change = CHANGE_REBUILD,
          .doc = "What happens when the other row goes."),
    FIELD(foreign_key, on_delete_columns, IDENTS, .flags = FIELD_COLUMNS, .change = CHANGE_REBUILD, .since = 150000,
          .doc = "The columns that set null and set default mean."),
    DEFERRABLE_FIELDS(foreign_key, CHANGE_ALTER),
    FIELD(foreign_key, not_valid, BOOL, .change = CHANGE_ALTER, .doc = "Rows from before were not checked."),
    FIELD(foreign_key, not_enforced, BOOL, .change = CHANGE_ALTER, .since = 180000, .doc = "No row is checked."),
    FIELD(foreign_key, inherited, BOOL, .change = CHANGE_NONE, .doc = "The partitioned table's, here for its comment."),
};

const struct kind kind_foreign_key = {
    .id = KIND_FOREIGN_KEY,
    .name = "foreign key",
    .sql = "CONSTRAINT",
    .group = "foreign_keys",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE),
    .space = SPACE_CONSTRAINT,
    .catalog = "pg_constraint",
    .renameable = true,
    .record = {.name = "foreign key",
               .size = sizeof(struct foreign_key),
               FIELDS(foreign_key_fields),
               .read_short = foreign_key_read_short,
               .write_short = foreign_key_write_short},
    .doc = "A foreign key.",
};

static const char *const nulls_places[] = {"first", "last", NULL};

#define INDEX_KEY_FIELDS                                                                                      \
    FIELD(index_key, column, IDENT, .flags = FIELD_COLUMNS, .change = CHANGE_REBUILD, .doc = "A column, or"),  \
        FIELD(index_key, expression, EXPR, .change = CHANGE_REBUILD, .doc = "an expression."),                \
        FIELD(index_key, collation, NAME, .refers = KIND_BIT(KIND_COLLATION), .change = CHANGE_REBUILD, .doc = "Collation, if not the column's."), \
        FIELD(index_key, opclass, NAME, .refers = KIND_BIT(KIND_OPERATOR_CLASS), .change = CHANGE_REBUILD, .doc = "Operator class, if not the default."), \
        FIELD(index_key, opclass_options, OPTIONS, .change = CHANGE_REBUILD, .doc = "Its parameters."),       \
        FIELD(index_key, descending, BOOL, .change = CHANGE_REBUILD, .doc = "Greatest first."),               \
        FIELD(index_key, nulls, CHOICE, .choices = nulls_places, .change = CHANGE_REBUILD,                    \
              .doc = "Where NULLs go, if not last (first when descending).")

static const struct field index_key_fields[] = {
    INDEX_KEY_FIELDS,
    FIELD(index_key, statistics, INT, .change = CHANGE_ALTER, .doc = "Statistics target of an expression."),
};

const struct record index_key_record = {.name = "index key",
                                        .size = sizeof(struct index_key),
                                        FIELDS(index_key_fields),
                                        .read_short = index_key_read_short,
                                        .write_short = index_key_write_short};

static const struct field element_fields[] = {
    INDEX_KEY_FIELDS,
    FIELD_AS(index_key, operator_, "operator", TEXT, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED,
             .doc = "The operator that must not hold for two rows."),
    FIELD(index_key, statistics, INT, .change = CHANGE_ALTER, .doc = "Statistics target of an expression."),
};

static const struct record element_record = {
    .name = "exclusion element", .size = sizeof(struct index_key), FIELDS(element_fields)};

static const struct field exclusion_fields[] = {
    FIELD(exclusion, method, IDENT, .refers = KIND_BIT(KIND_ACCESS_METHOD), .flags = FIELD_FOLD, .implied = "btree", .change = CHANGE_REBUILD, .doc = "Access method."),
    FIELD(exclusion, elements, LIST, .record = &element_record, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED,
          .doc = "What is compared, and how."),
    FIELD(exclusion, include, IDENTS, .flags = FIELD_COLUMNS, .change = CHANGE_REBUILD, .doc = "Further columns kept in the index."),
    FIELD(exclusion, where, EXPR, .change = CHANGE_REBUILD, .doc = "Only rows for which this holds."),
    DEFERRABLE_FIELDS(exclusion, CHANGE_REBUILD),
    STORAGE_FIELDS(exclusion),
    FIELD(exclusion, attached_to, IDENT, .change = CHANGE_NONE, .since = 170000,
          .doc = "Of a partition: the one of the partitioned table that the server made it with."),
};

const struct kind kind_exclusion = {
    .id = KIND_EXCLUSION,
    .name = "exclusion",
    .sql = "CONSTRAINT",
    .group = "exclusions",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE),
    .space = SPACE_CONSTRAINT | SPACE_RELATION,
    .catalog = "pg_constraint",
    .renameable = true,
    .record = {.name = "exclusion",
               .size = sizeof(struct exclusion),
               FIELDS(exclusion_fields),
               .read_short = exclusion_read_short,
               .write_short = exclusion_write_short},
    .doc = "An exclusion constraint.",
};
