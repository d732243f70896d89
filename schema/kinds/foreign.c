#include "schema/object.h"

static const struct field wrapper_fields[] = {
    FIELD(wrapper, handler, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_ALTER,
          .doc = "Function that reads and writes."),
    FIELD(wrapper, validator, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_ALTER,
          .doc = "Function that checks options."),
    FIELD(wrapper, options, OPTIONS, .change = CHANGE_ALTER, .flags = FIELD_SECRETS, .doc = "Options."),
};

const struct kind kind_wrapper = {
    .id = KIND_WRAPPER,
    .name = "foreign data wrapper",
    .sql = "FOREIGN DATA WRAPPER",
    .group = "foreign_data_wrappers",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_foreign_data_wrapper",
    .acl = 'F',
    .renameable = true,
    .opt_in = true,
    .record = {.name = "foreign data wrapper", .size = sizeof(struct wrapper), FIELDS(wrapper_fields)},
    .doc = "A foreign-data wrapper that is of no extension.",
};

static const struct field server_fields[] = {
    FIELD(server, wrapper, IDENT, .refers = KIND_BIT(KIND_WRAPPER), .change = CHANGE_REBUILD,
          .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "Its foreign-data wrapper."),
    FIELD(server, type, TEXT, .change = CHANGE_REBUILD, .doc = "Its type, as the wrapper understands it."),
    FIELD(server, version, TEXT, .change = CHANGE_ALTER,
          .doc = "Its version, as the wrapper understands it."),
    FIELD(server, options, OPTIONS, .change = CHANGE_ALTER, .flags = FIELD_SECRETS,
          .doc = "Options: host, port, dbname, ..."),
};

const struct kind kind_server = {
    .id = KIND_SERVER,
    .name = "server",
    .sql = "SERVER",
    .group = "servers",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_foreign_server",
    .acl = 'S',
    .renameable = true,
    .opt_in = true,
    .record = {.name = "server", .size = sizeof(struct server), FIELDS(server_fields)},
    .doc = "A foreign server.",
};

static const struct field user_mapping_fields[] = {
    FIELD(user_mapping, options, OPTIONS, .change = CHANGE_ALTER, .flags = FIELD_SECRETS,
          .doc = "Options. Passwords and other secrets are set when the mapping is made, and not "
                 "compared."),
};

const struct kind kind_user_mapping = {
    .id = KIND_USER_MAPPING,
    .name = "user mapping",
    .sql = "USER MAPPING",
    .group = "user_mappings",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_SERVER),
    .space = SPACE_OWN,
    .catalog = "pg_user_mapping",
    .opt_in = true,
    .record = {.name = "user mapping", .size = sizeof(struct user_mapping), FIELDS(user_mapping_fields)},
    .doc = "Who a role is on a foreign server. Its key is the role, or public. They are managed where a server of the model has this group, be it "
           "empty: `user_mappings: {}` says that there are to be none.",
};
