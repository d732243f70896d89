#ifndef KEDGE_SCHEMA_KINDS_TEXT_SEARCH_H
#define KEDGE_SCHEMA_KINDS_TEXT_SEARCH_H

struct ts_parser {
    struct object base;
    const char *start, *gettoken, *end, *headline, *lextypes; /* functions */
};

struct ts_template {
    struct object base;
    const char *init, *lexize; /* functions */
};

struct ts_dictionary {
    struct object base;
    const char *template_;
    struct list options; /* struct option */
};

struct ts_dictionary_name {
    const char *dictionary;
};

struct ts_mapping {
    const char *token;
    struct list dictionaries; /* struct ts_dictionary_name, in the order in which they are asked */
};

struct ts_configuration {
    struct object base;
    const char *parser;
    struct list mappings; /* struct ts_mapping, by token */
};

#endif
