#ifndef KEDGE_SCHEMA_KINDS_LANGUAGE_H
#define KEDGE_SCHEMA_KINDS_LANGUAGE_H

struct language {
    struct object base;
    bool trusted;
    const char *handler, *inline_, *validator;
};

struct transform {
    struct object base; /* the name is empty: type and language identify it */
    const char *type, *language;
    const char *from_sql, *to_sql; /* with argument types */
};

struct access_method {
    struct object base;
    const char *type; /* index, table */
    const char *handler;
};

struct conversion {
    struct object base;
    const char *from, *to; /* encodings */
    const char *function;
    bool default_;
};

#endif
