#include "schema/object.h"

static const char *const providers[] = {"libc", "icu", "builtin", NULL};

static const struct field collation_fields[] = {
    FIELD(collation, provider, CHOICE, .choices = providers, .implied = "libc", .change = CHANGE_REBUILD,
          .doc = "Whose rules these are: of the system, of ICU, or of PostgreSQL itself (17)."),
    FIELD(collation, locale, TEXT, .change = CHANGE_REBUILD, .flags = FIELD_MAIN, .doc = "The locale."),
    FIELD(collation, lc_collate, TEXT, .change = CHANGE_REBUILD,
          .doc = "libc: the locale of the order, where it is another than that of the characters."),
    FIELD(collation, lc_ctype, TEXT, .change = CHANGE_REBUILD, .doc = "libc: the locale of the characters."),
    FIELD(collation, nondeterministic, BOOL, .change = CHANGE_REBUILD,
          .doc = "Texts of different bytes may be equal (deterministic = false)."),
    FIELD(collation, rules, TEXT, .change = CHANGE_REBUILD, .since = 160000,
          .doc = "icu: rules beyond those of the locale."),
};

const struct kind kind_collation = {
    .id = KIND_COLLATION,
    .name = "collation",
    .sql = "COLLATION",
    .group = "collations",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_collation",
    .renameable = true,
    .record = {.name = "collation", .size = sizeof(struct collation), FIELDS(collation_fields)},
    .doc = "A collation. Its version is the server's own business. When it changes it is made anew, and "
           "columns with it are converted.",
};
