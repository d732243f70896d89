#ifndef KEDGE_SCHEMA_KINDS_TYPE_H
#define KEDGE_SCHEMA_KINDS_TYPE_H

struct enum_label {
    const char *label;
    struct list renamed_from; /* const char * */
};

struct enum_type {
    struct object base;
    struct list labels; /* struct enum_label */
};

/* Its checks are children. */
struct domain {
    struct object base;
    const char *type, *collation, *default_;
    bool not_null;
    const char *not_null_name, *not_null_comment; /* of the constraint; 17 */
};

/* Its attributes are children. */
struct composite {
    struct object base;
};

struct attribute {
    struct object base;
    const char *type, *collation;
};

#endif
