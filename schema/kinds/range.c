#include "schema/object.h"
#include <string.h>

static const struct field range_fields[] = {
    FIELD(range, subtype, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_BARE,
          .doc = "The type of the values in it."),
    FIELD(range, opclass, NAME, .refers = KIND_BIT(KIND_OPERATOR_CLASS), .change = CHANGE_REBUILD,
          .doc = "Operator class of the order, if not the type's default."),
    FIELD(range, collation, NAME, .refers = KIND_BIT(KIND_COLLATION), .change = CHANGE_REBUILD,
          .doc = "Collation of the order, if not the type's."),
    FIELD(range, canonical, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_REBUILD,
          .doc = "Function that gives equal ranges one form."),
    FIELD(range, subtype_diff, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_REBUILD,
          .doc = "Function that gives the distance of two values, for indexes."),
    FIELD(range, multirange, IDENT, .change = CHANGE_REBUILD, .flags = FIELD_IF_STATED, .since = 140000,
          .doc = "Name of its multirange type, in the same schema; made from its own when left out."),
};

const struct kind kind_range = {
    .id = KIND_RANGE,
    .labelled = true,
    .name = "range",
    .sql = "TYPE",
    .group = "ranges",
    .place = PLACE_SCHEMA,
    .space = SPACE_TYPE,
    .catalog = "pg_type",
    .acl = 'T',
    .record = {.name = "range", .size = sizeof(struct range), FIELDS(range_fields)},
    .doc = "A range type, with its multirange type. When it changes it is made anew, and columns of it are "
           "converted.",
};

/* makeMultirangeTypeName(): the first "range" becomes "multirange", else it is added at the end. */
char *multirange_name(struct arena *a, const char *range)
{
    enum { LONGEST = 63 };
    const char *found = strstr(range, "range");
    char *name = found ? arena_printf(a, "%.*smulti%s", (int)(found - range), range, found) : NULL;
    size_t n;

    if (!name) {
        n = strlen(range) < LONGEST - 11 ? strlen(range) : LONGEST - 11;
        while (n > 0 && ((unsigned char)range[n] & 0xC0) == 0x80)
            n--;
        return arena_printf(a, "%.*s_multirange", (int)n, range);
    }
    n = strlen(name);
    if (n > LONGEST) {
        n = LONGEST;
        while (n > 0 && ((unsigned char)name[n] & 0xC0) == 0x80)
            n--;
        name[n] = '\0';
    }
    return name;
}
