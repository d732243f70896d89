#include "schema/object.h"

#define FUNCTION_FIELD(struct_, member, flags_, doc_)                                                        \
    FIELD(struct_, member, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_REBUILD,                \
          .flags = (flags_), .doc = doc_)

static const struct field parser_fields[] = {
    FUNCTION_FIELD(ts_parser, start, FIELD_REQUIRED, "Function that starts."),
    FUNCTION_FIELD(ts_parser, gettoken, FIELD_REQUIRED, "Function that gives the next token."),
    FUNCTION_FIELD(ts_parser, end, FIELD_REQUIRED, "Function that ends."),
    FUNCTION_FIELD(ts_parser, headline, 0, "Function that makes headlines."),
    FUNCTION_FIELD(ts_parser, lextypes, FIELD_REQUIRED, "Function that tells the types of tokens."),
};

const struct kind kind_ts_parser = {
    .id = KIND_TS_PARSER,
    .name = "text search parser",
    .sql = "TEXT SEARCH PARSER",
    .group = "text_search_parsers",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_ts_parser",
    .ownerless = true,
    .renameable = true,
    .record = {.name = "text search parser", .size = sizeof(struct ts_parser), FIELDS(parser_fields)},
    .doc = "A text search parser.",
};

static const struct field template_fields[] = {
    FUNCTION_FIELD(ts_template, init, 0, "Function that reads the options of a dictionary."),
    FUNCTION_FIELD(ts_template, lexize, FIELD_REQUIRED, "Function that looks a token up."),
};

const struct kind kind_ts_template = {
    .id = KIND_TS_TEMPLATE,
    .name = "text search template",
    .sql = "TEXT SEARCH TEMPLATE",
    .group = "text_search_templates",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_ts_template",
    .ownerless = true,
    .renameable = true,
    .record = {.name = "text search template", .size = sizeof(struct ts_template), FIELDS(template_fields)},
    .doc = "A text search template.",
};

static const struct field dictionary_fields[] = {
    FIELD_AS(ts_dictionary, template_, "template", NAME, .refers = KIND_BIT(KIND_TS_TEMPLATE),
             .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "Its template."),
    FIELD(ts_dictionary, options, OPTIONS, .change = CHANGE_ALTER,
          .doc = "Options, as the template understands them."),
};

const struct kind kind_ts_dictionary = {
    .id = KIND_TS_DICTIONARY,
    .name = "text search dictionary",
    .sql = "TEXT SEARCH DICTIONARY",
    .group = "text_search_dictionaries",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_ts_dict",
    .renameable = true,
    .record = {.name = "text search dictionary",
               .size = sizeof(struct ts_dictionary),
               FIELDS(dictionary_fields)},
    .doc = "A text search dictionary.",
};

static const struct field name_fields[] = {
    FIELD(ts_dictionary_name, dictionary, NAME, .refers = KIND_BIT(KIND_TS_DICTIONARY),
          .change = CHANGE_ALTER, .flags = FIELD_REQUIRED | FIELD_MAIN, .doc = "The dictionary."),
};

static const struct record name_record = {
    .name = "dictionary", .size = sizeof(struct ts_dictionary_name), FIELDS(name_fields)};

static const struct field mapping_fields[] = {
    FIELD(ts_mapping, token, IDENT, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED,
          .doc = "The type of the tokens: asciiword."),
    FIELD(ts_mapping, dictionaries, LIST, .record = &name_record, .change = CHANGE_ALTER,
          .flags = FIELD_REQUIRED, .doc = "Dictionaries, in the order in which they are asked."),
};

static const struct record mapping_record = {
    .name = "mapping", .size = sizeof(struct ts_mapping), FIELDS(mapping_fields)};

static const struct field configuration_fields[] = {
    FIELD(ts_configuration, parser, NAME, .refers = KIND_BIT(KIND_TS_PARSER), .change = CHANGE_REBUILD,
          .implied = "\"default\"", .doc = "Its parser; the server's own when left out."),
    FIELD(ts_configuration, mappings, LIST, .record = &mapping_record, .change = CHANGE_ALTER,
          .doc = "Which dictionaries are asked for which type of token."),
};

const struct kind kind_ts_configuration = {
    .id = KIND_TS_CONFIGURATION,
    .name = "text search configuration",
    .sql = "TEXT SEARCH CONFIGURATION",
    .group = "text_search_configurations",
    .place = PLACE_SCHEMA,
    .space = SPACE_OWN,
    .catalog = "pg_ts_config",
    .renameable = true,
    .record = {.name = "text search configuration",
               .size = sizeof(struct ts_configuration),
               FIELDS(configuration_fields)},
    .doc = "A text search configuration.",
};
