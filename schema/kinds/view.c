#include "schema/kinds/short.h"

static const char *const check_options[] = {"local", "cascaded", NULL};

static const struct field view_fields[] = {
    FIELD(view, query, QUERY, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_LITERAL,
          .but = "in place where its columns stay", .doc = "The query."),
    FIELD(view, security_barrier, BOOL, .change = CHANGE_ALTER,
          .doc = "Conditions of the view come before those of the user."),
    FIELD(view, security_invoker, BOOL, .change = CHANGE_ALTER, .since = 150000,
          .doc = "Rights of the user count, not those of the owner."),
    FIELD(view, check_option, CHOICE, .choices = check_options, .change = CHANGE_ALTER,
          .doc = "Rows written through the view must be seen by it."),
    FIELD(view, shape, TEXT, .change = CHANGE_NONE, .flags = FIELD_KEY | FIELD_LEARNED, .doc = "Its columns with their types."),
    FIELD(view, stub, TEXTS, .change = CHANGE_NONE,
          .doc = "Its columns with their types, for a view that selects from itself, or that needs something which needs it: `[id integer, "
                 "'name text collate \"C\"']`. It is made with these and no rows, and replaced when everything is there."),
};

const struct kind kind_view = {
    .id = KIND_VIEW,
    .labelled = true,
    .name = "view",
    .sql = "VIEW",
    .group = "views",
    .place = PLACE_SCHEMA,
    .space = SPACE_RELATION | SPACE_TYPE,
    .catalog = "pg_class",
    .acl = 'r',
    .renameable = true,
    .record = {.name = "view", .size = sizeof(struct view), FIELDS(view_fields)},
    .doc = "A view.",
};

static const char *const replica_identities[] = {"default", "full", "nothing", NULL};

static const struct field matview_fields[] = {
    FIELD(matview, query, QUERY, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_LITERAL,
          .doc = "The query."),
    FIELD(matview, unpopulated, BOOL, .change = CHANGE_NONE, .doc = "Made without data."),
    FIELD(matview, access_method, IDENT, .refers = KIND_BIT(KIND_ACCESS_METHOD), .flags = FIELD_FOLD, .implied = "heap", .change = CHANGE_ALTER, .but = "before 15 refused", .doc = "Table access method."),
    FIELD(matview, tablespace, IDENT, .change = CHANGE_ALTER, .doc = "Tablespace, if not the database's."),
    FIELD(matview, with, OPTIONS, .change = CHANGE_ALTER, .doc = "Storage parameters."),
    FIELD(matview, replica_identity, CHOICE, .choices = replica_identities, .implied = "default", .change = CHANGE_ALTER,
          .doc = "What logical replication would send of old rows."),
    FIELD(matview, cluster_on, IDENT, .change = CHANGE_ALTER, .doc = "The index that CLUSTER uses."),
    DEPENDS_ON_EXTENSIONS(matview),
    FIELD(matview, shape, TEXT, .change = CHANGE_NONE, .flags = FIELD_KEY | FIELD_LEARNED, .doc = "Its columns with their types."),
};

const struct kind kind_matview = {
    .id = KIND_MATVIEW,
    .labelled = true,
    .name = "materialized view",
    .sql = "MATERIALIZED VIEW",
    .group = "materialized_views",
    .place = PLACE_SCHEMA,
    .space = SPACE_RELATION | SPACE_TYPE,
    .catalog = "pg_class",
    .acl = 'r',
    .renameable = true,
    .record = {.name = "materialized view", .size = sizeof(struct matview), FIELDS(matview_fields)},
    .doc = "A materialized view.",
};

static const char *const storages[] = {"plain", "external", "extended", "main", NULL};

static const struct field view_column_fields[] = {
    FIELD_AS(view_column, default_, "default", EXPR, .change = CHANGE_ALTER,
             .doc = "Default value of a row that is inserted through the view."),
    FIELD(view_column, storage, CHOICE, .choices = storages, .change = CHANGE_ALTER,
          .doc = "Where long values of a materialized view go, if not as the type says."),
    FIELD(view_column, compression, IDENT, .flags = FIELD_FOLD, .change = CHANGE_ALTER, .since = 140000,
          .doc = "pglz or lz4; of a materialized view."),
    FIELD(view_column, statistics, INT, .change = CHANGE_ALTER, .doc = "Statistics target; of a materialized view."),
    FIELD(view_column, options, OPTIONS, .change = CHANGE_ALTER, .doc = "n_distinct; of a materialized view."),
};

const struct kind kind_view_column = {
    .id = KIND_VIEW_COLUMN,
    .labelled = true,
    .name = "view column",
    .sql = "COLUMN",
    .group = "columns",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_VIEW) | KIND_BIT(KIND_MATVIEW),
    .space = SPACE_OWN,
    .catalog = "pg_class",
    .acl = 'c',
    .record = {.name = "view column", .size = sizeof(struct view_column), FIELDS(view_column_fields)},
    .doc = "What is said of a column of a view.",
};
