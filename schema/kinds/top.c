#include "schema/object.h"

const struct kind kind_schema = {
    .id = KIND_SCHEMA,
    .name = "schema",
    .sql = "SCHEMA",
    .group = "schemas",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_namespace",
    .acl = 'n',
    .renameable = true,
    .record = {.name = "schema", .size = sizeof(struct schema)},
    .doc = "A schema. Schemas that other objects name need not be listed.",
};

static const struct field extension_fields[] = {
    FIELD(extension, schema, IDENT, .change = CHANGE_ALTER, .flags = FIELD_IF_STATED,
          .doc = "The schema its objects are in; the first in the search path when left out."),
    FIELD(extension, version, TEXT, .change = CHANGE_ALTER, .flags = FIELD_IF_STATED,
          .but = "the extension must have the way; back there is mostly none", .doc = "Its version; not looked at when left out."),
};

const struct kind kind_extension = {
    .id = KIND_EXTENSION,
    .name = "extension",
    .sql = "EXTENSION",
    .group = "extensions",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_extension",
    .ownerless = true,
    .record = {.name = "extension", .size = sizeof(struct extension), FIELDS(extension_fields)},
    .doc = "An extension. What it owns is not managed.",
};
