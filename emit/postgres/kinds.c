/* Which emitter a kind has. A new kind is a row here. */
#include "emit/postgres/emit.h"

/* clang-format off */
#define EMITTERS(X) \
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
    X(FUNCTION, routine) \
    X(PROCEDURE, routine) \
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
    X(PRIMARY_KEY, key) \
    X(UNIQUE, key) \
    X(EXCLUSION, key) \
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
/* clang-format on */

#define ROW(id, name) [KIND_##id] = &emit_##name,
const struct emit_kind *const emit_kinds[KIND_COUNT] = {EMITTERS(ROW)};

#define ONE(id, name) +1
_Static_assert(0 EMITTERS(ONE) == KIND_COUNT, "every kind has an emitter");
