#include "schema/kinds/short.h"

static const struct field label_fields[] = {
    FIELD(enum_label, label, TEXT, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "The label."),
    FIELD(enum_label, renamed_from, TEXTS, .change = CHANGE_NONE, .doc = "Labels it had before."),
};

static const struct record label_record = {.name = "enum label",
                                           .size = sizeof(struct enum_label),
                                           FIELDS(label_fields),
                                           .read_short = enum_label_read_short,
                                           .write_short = enum_label_write_short};

static const struct field enum_fields[] = {
    FIELD(enum_type, labels, LIST, .record = &label_record, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED | FIELD_EMPTY | FIELD_MAIN,
          .but = "where labels go or change places made again, its columns converted", .doc = "The labels in their order."),
};

const struct kind kind_enum = {
    .id = KIND_ENUM,
    .labelled = true,
    .name = "enum",
    .sql = "TYPE",
    .group = "enums",
    .place = PLACE_SCHEMA,
    .space = SPACE_TYPE,
    .catalog = "pg_type",
    .acl = 'T',
    .renameable = true,
    .record = {.name = "enum", .size = sizeof(struct enum_type), FIELDS(enum_fields)},
    .doc = "An enumerated type. Labels are added in place; when labels go or move, the type is built anew.",
};

static const struct field domain_fields[] = {
    FIELD(domain, type, TYPE, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED, .doc = "The type under it."),
    FIELD(domain, collation, NAME, .refers = KIND_BIT(KIND_COLLATION), .change = CHANGE_REBUILD, .doc = "Collation, if not the type's."),
    FIELD_AS(domain, default_, "default", EXPR, .change = CHANGE_ALTER, .doc = "Default value."),
    FIELD(domain, not_null, BOOL, .change = CHANGE_ALTER, .doc = "Whether NULL is refused."),
    FIELD(domain, not_null_name, IDENT, .change = CHANGE_ALTER, .since = 170000,
          .doc = "Name of that constraint, if not DOMAIN_not_null."),
    FIELD(domain, not_null_comment, TEXT, .change = CHANGE_ALTER, .flags = FIELD_LITERAL, .since = 170000,
          .doc = "Comment on that constraint; `comment` is the domain's."),
};

const struct kind kind_domain = {
    .id = KIND_DOMAIN,
    .labelled = true,
    .name = "domain",
    .sql = "DOMAIN",
    .group = "domains",
    .place = PLACE_SCHEMA,
    .space = SPACE_TYPE,
    .catalog = "pg_type",
    .acl = 'T',
    .renameable = true,
    .record = {.name = "domain",
               .size = sizeof(struct domain),
               FIELDS(domain_fields),
               .read_short = domain_read_short,
               .write_short = domain_write_short},
    .doc = "A domain: a type with a default and checks.",
};

const struct kind kind_composite = {
    .id = KIND_COMPOSITE,
    .labelled = true,
    .name = "composite",
    .sql = "TYPE",
    .group = "composites",
    .place = PLACE_SCHEMA,
    .space = SPACE_RELATION | SPACE_TYPE,
    .catalog = "pg_class",
    .acl = 'T',
    .renameable = true,
    .record = {.name = "composite", .size = sizeof(struct composite)},
    .doc = "A stand-alone composite type.",
};

static const struct field attribute_fields[] = {
    FIELD(attribute, type, TYPE, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED, .doc = "Type of the attribute."),
    FIELD(attribute, collation, NAME, .refers = KIND_BIT(KIND_COLLATION), .change = CHANGE_ALTER, .doc = "Collation, if not the type's."),
};

const struct kind kind_attribute = {
    .id = KIND_ATTRIBUTE,
    .labelled = true,
    .name = "attribute",
    .sql = "COLUMN",
    .group = "attributes",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_COMPOSITE),
    .space = SPACE_OWN,
    .catalog = "pg_class",
    .ordered = true,
    .renameable = true,
    .record = {.name = "attribute",
               .size = sizeof(struct attribute),
               FIELDS(attribute_fields),
               .read_short = attribute_read_short,
               .write_short = attribute_write_short},
    .doc = "An attribute of a composite type.",
};
