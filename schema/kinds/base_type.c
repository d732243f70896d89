#include "schema/object.h"

#define FUNCTION(member, change_, doc_)                                                                      \
    FIELD(base_type, member, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = (change_), .doc = doc_)

static const char *const alignments[] = {"char", "int2", "int4", "double", NULL};
static const char *const storages[] = {"plain", "external", "extended", "main", NULL};

static const struct field base_type_fields[] = {
    FUNCTION(input, CHANGE_REBUILD, "Function that reads a value: `shape_in`, which takes cstring. Without it and `output` the type is a shell."),
    FUNCTION(output, CHANGE_REBUILD, "Function that writes a value."),
    FUNCTION(receive, CHANGE_ALTER, "Function that reads the binary form."),
    FUNCTION(send, CHANGE_ALTER, "Function that writes the binary form."),
    FUNCTION(typmod_in, CHANGE_ALTER, "Function that reads the type's modifiers."),
    FUNCTION(typmod_out, CHANGE_ALTER, "Function that writes them."),
    FUNCTION(analyze, CHANGE_ALTER, "Function that gathers statistics."),
    FIELD(base_type, subscript, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_ALTER, .flags = FIELD_IF_STATED, .since = 140000,
          .doc = "Function that says what subscripts mean."),
    FIELD(base_type, length, INT, .change = CHANGE_REBUILD, .doc = "Bytes of a value; variable when left out."),
    FIELD(base_type, by_value, BOOL, .change = CHANGE_REBUILD, .doc = "Passed by value."),
    FIELD(base_type, alignment, CHOICE, .choices = alignments, .implied = "int4", .change = CHANGE_REBUILD, .doc = "How it is aligned."),
    FIELD(base_type, storage, CHOICE, .choices = storages, .implied = "plain", .change = CHANGE_ALTER,
          .doc = "How columns of it are stored, if these do not say otherwise. It cannot become plain in place."),
    FIELD(base_type, category, TEXT, .implied = "U", .change = CHANGE_REBUILD, .doc = "One letter, for the choice among casts."),
    FIELD(base_type, preferred, BOOL, .change = CHANGE_REBUILD, .doc = "Preferred in its category."),
    FIELD_AS(base_type, default_, "default", TEXT, .change = CHANGE_REBUILD, .doc = "Default value, as `input` reads it."),
    FIELD(base_type, element, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_BARE, .doc = "It is an array of these."),
    FIELD(base_type, delimiter, TEXT, .implied = ",", .change = CHANGE_REBUILD, .doc = "What stands between the values of an array of it."),
    FIELD(base_type, collatable, BOOL, .change = CHANGE_REBUILD, .doc = "Has a collation."),
};

const struct kind kind_base_type = {
    .id = KIND_BASE_TYPE,
    .labelled = true,
    .name = "base type",
    .sql = "TYPE",
    .group = "base_types",
    .place = PLACE_SCHEMA,
    .space = SPACE_TYPE,
    .catalog = "pg_type",
    .acl = 'T',
    .renameable = true,
    .record = {.name = "base type", .size = sizeof(struct base_type), FIELDS(base_type_fields)},
    .doc = "A base type, or a shell type: `shape: {}`. Its functions are made between the two. PostgreSQL drops it only together with "
           "these; when it has to be made anew no column may be of it.",
};
