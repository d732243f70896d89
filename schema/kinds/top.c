#include "schema/object.h"

const struct kind kind_schema = {
    .id = KIND_SCHEMA,
    .labelled = true,
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

static const struct field member_grant_fields[] = {
    FIELD(member_grant, member, TEXT, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED,
          .doc = "What it is on, as the server spells it: `function public.hstore(text, text)`, `table`, `sequence`, `procedure`, `type`, `schema`, `language`, `foreign data wrapper` or `foreign server`."),
    FIELD(member_grant, column, IDENT, .change = CHANGE_ALTER, .doc = "The column, where it is not on the whole table."),
    FIELD(member_grant, role, IDENT, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED, .doc = "To or from whom; `public` is all."),
    FIELD(member_grant, granted, TEXTS, .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER,
          .doc = "`select`, `select with grant option`, `grant option for select`."),
    FIELD(member_grant, revoked, TEXTS, .change = CHANGE_ALTER, .flags = FIELD_ANY_ORDER, .doc = "Likewise: what the extension had granted."),
};

static const struct record member_grant_record = {.name = "privileges on a member", .size = sizeof(struct member_grant), FIELDS(member_grant_fields)};

static const struct field member_grants_fields[] = {
    FIELD(member_grants, changes, LIST, .record = &member_grant_record, .change = CHANGE_ALTER, .flags = FIELD_MAIN | FIELD_REQUIRED,
          .doc = "Each member and role; none: []."),
};

static const struct record member_grants_record = {.name = "privileges on members", .size = sizeof(struct member_grants), FIELDS(member_grants_fields)};

static const struct field extension_fields[] = {
    FIELD(extension, schema, IDENT, .change = CHANGE_ALTER, .flags = FIELD_IF_STATED,
          .doc = "The schema its objects are in; the first in the search path when left out."),
    FIELD(extension, version, TEXT, .change = CHANGE_ALTER, .flags = FIELD_IF_STATED,
          .but = "the extension must have the way; back there is mostly none", .doc = "Its version; not looked at when left out."),
    FIELD(extension, grants, RECORD, .record = &member_grants_record, .change = CHANGE_ALTER, .flags = FIELD_IF_STATED,
          .doc = "What is granted and revoked on its members besides what it says itself; not looked at when left out."),
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
