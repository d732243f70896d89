/* The table of kinds. A new kind is a row here and its three places. */
#include "schema/object.h"
#include <string.h>

#define KINDS(X) \
    X(SCHEMA, schema) \
    X(EXTENSION, extension) \
    X(COLLATION, collation) \
    X(ENUM, enum) \
    X(DOMAIN, domain) \
    X(RANGE, range) \
    X(COMPOSITE, composite) \
    X(ATTRIBUTE, attribute) \
    X(WRAPPER, wrapper) \
    X(SERVER, server) \
    X(USER_MAPPING, user_mapping) \
    X(SEQUENCE, sequence) \
    X(FUNCTION, function) \
    X(PROCEDURE, procedure) \
    X(AGGREGATE, aggregate) \
    X(TS_PARSER, ts_parser) \
    X(TS_TEMPLATE, ts_template) \
    X(TS_DICTIONARY, ts_dictionary) \
    X(TS_CONFIGURATION, ts_configuration) \
    X(LANGUAGE, language) \
    X(TRANSFORM, transform) \
    X(OPERATOR, operator) \
    X(CAST, cast) \
    X(ACCESS_METHOD, access_method) \
    X(CONVERSION, conversion) \
    X(TABLE, table) \
    X(COLUMN, column) \
    X(CHECK, check) \
    X(PRIMARY_KEY, primary_key) \
    X(UNIQUE, unique) \
    X(EXCLUSION, exclusion) \
    X(INDEX, index) \
    X(STATISTICS, statistics) \
    X(VIEW, view) \
    X(MATVIEW, matview) \
    X(VIEW_COLUMN, view_column) \
    X(FOREIGN_KEY, foreign_key) \
    X(TRIGGER, trigger) \
    X(POLICY, policy) \
    X(RULE, rule) \
    X(DEFAULT_PRIVILEGES, default_privileges) \
    X(EVENT_TRIGGER, event_trigger) \
    X(PUBLICATION, publication)

#define DECLARE(id, name) extern const struct kind kind_##name;
KINDS(DECLARE)

#define ROW(id, name) [KIND_##id] = &kind_##name,
const struct kind *const kinds[KIND_COUNT] = {KINDS(ROW)};

#define ONE(id, name) +1
_Static_assert(0 KINDS(ONE) == KIND_COUNT, "every kind has a row");

const struct kind *kind_by_group(const char *group, const struct kind *parent)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        const struct kind *k = kinds[i];
        bool here = parent ? k->place == PLACE_CHILD && (k->parents >> parent->id & 1) : k->place != PLACE_CHILD;

        if (here && strcmp(k->group, group) == 0)
            return k;
    }
    return NULL;
}
