#include "schema/object.h"

static const char *const objects[] = {"tables", "sequences", "functions", "types", "schemas", "large objects", NULL};

static const struct field default_privileges_fields[] = {
    FIELD(default_privileges, role, IDENT, .change = CHANGE_NONE, .flags = FIELD_KEY, .doc = "Who makes the objects."),
    FIELD(default_privileges, schema, IDENT, .change = CHANGE_NONE, .flags = FIELD_KEY, .doc = "Where; everywhere when left out."),
    FIELD(default_privileges, objects, CHOICE, .choices = objects, .change = CHANGE_NONE, .flags = FIELD_KEY, .doc = "What they are."),
};

const struct kind kind_default_privileges = {
    .id = KIND_DEFAULT_PRIVILEGES,
    .name = "default privileges",
    .sql = "DEFAULT PRIVILEGES",
    .group = "default_privileges",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_default_acl",
    .acl = 'D',
    .ownerless = true,
    .phrase = true,
    .opt_in = true,
    .record = {.name = "default privileges",
               .size = sizeof(struct default_privileges),
               FIELDS(default_privileges_fields)},
    .doc = "What is granted on objects that a role will make. Its key is what ALTER DEFAULT PRIVILEGES says: for role app [in schema public] on "
           "tables (or sequences, functions, types, schemas; large objects from PostgreSQL 18 on). Its `privileges` in a schema come on top of the others. They are managed where "
           "the model has this group, be it empty.",
};
