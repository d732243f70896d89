#include "schema/kinds/short.h"
#include "sql/quote.h"

#define FUNCTIONS KIND_BIT(KIND_FUNCTION)

static const struct field language_fields[] = {
    FIELD(language, trusted, BOOL, .change = CHANGE_ALTER, .doc = "Whoever may use it can do no more than in SQL."),
    FIELD(language, handler, NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED, .doc = "Function that calls its functions."),
    FIELD_AS(language, inline_, "inline", NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER, .doc = "Function that runs DO blocks."),
    FIELD(language, validator, NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER, .doc = "Function that checks new functions."),
};

const struct kind kind_language = {
    .id = KIND_LANGUAGE,
    .labelled = true,
    .name = "language",
    .sql = "LANGUAGE",
    .group = "languages",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_language",
    .renameable = true,
    .opt_in = true,
    .acl = 'l',
    .record = {.name = "language", .size = sizeof(struct language), FIELDS(language_fields)},
    .doc = "A procedural language that is of no extension.",
};

static char *transform_sign(struct arena *a, const void *of)
{
    const struct transform *t = of;

    return arena_printf(a, "FOR %s LANGUAGE %s", t->type, sql_ident(a, t->language));
}

static const struct field transform_fields[] = {
    FIELD(transform, type, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_KEY, .doc = "The type: it is in the key."),
    FIELD(transform, language, IDENT, .refers = KIND_BIT(KIND_LANGUAGE) | KIND_BIT(KIND_EXTENSION), .change = CHANGE_REBUILD,
          .flags = FIELD_KEY, .doc = "The language: it is in the key."),
    FIELD(transform, from_sql, NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER, .flags = FIELD_SIGNED,
          .doc = "Function that makes a value of the language: `to_python(internal)`."),
    FIELD(transform, to_sql, NAME, .refers = FUNCTIONS, .change = CHANGE_ALTER, .flags = FIELD_SIGNED,
          .doc = "Function that makes a value of the type."),
};

const struct kind kind_transform = {
    .id = KIND_TRANSFORM,
    .name = "transform",
    .sql = "TRANSFORM",
    .group = "transforms",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_transform",
    .ownerless = true,
    .opt_in = true,
    .worded = true,
    .sign = transform_sign,
    .key = &transform_key,
    .record = {.name = "transform", .size = sizeof(struct transform), FIELDS(transform_fields)},
    .doc = "How values of a type are handed to a language. Its key says which: `for hstore language plpython3u`.",
};

static const char *const method_types[] = {"index", "table", NULL};

static const struct field access_method_fields[] = {
    FIELD(access_method, type, CHOICE, .choices = method_types, .implied = "index", .change = CHANGE_REBUILD, .doc = "Of indexes or tables."),
    FIELD(access_method, handler, NAME, .refers = FUNCTIONS, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "Function that tells how it works."),
};

const struct kind kind_access_method = {
    .id = KIND_ACCESS_METHOD,
    .name = "access method",
    .sql = "ACCESS METHOD",
    .group = "access_methods",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_am",
    .ownerless = true,
    .opt_in = true,
    .record = {.name = "access method", .size = sizeof(struct access_method), FIELDS(access_method_fields)},
    .doc = "An access method that is of no extension.",
};

static const struct field conversion_fields[] = {
    FIELD(conversion, from, TEXT, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "Encoding to convert from, as the server spells it: UTF8."),
    FIELD(conversion, to, TEXT, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "Encoding to convert to."),
    FIELD(conversion, function, NAME, .refers = FUNCTIONS, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "Function that converts."),
    FIELD_AS(conversion, default_, "default", BOOL, .change = CHANGE_REBUILD, .doc = "Used for these encodings without being named."),
};

const struct kind kind_conversion = {
    .id = KIND_CONVERSION,
    .name = "conversion",
    .sql = "CONVERSION",
    .group = "conversions",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_conversion",
    .renameable = true,
    .record = {.name = "conversion", .size = sizeof(struct conversion), FIELDS(conversion_fields)},
    .doc = "A conversion between encodings.",
};
