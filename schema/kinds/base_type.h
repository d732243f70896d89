#ifndef KEDGE_SCHEMA_KINDS_BASE_TYPE_H
#define KEDGE_SCHEMA_KINDS_BASE_TYPE_H

/* Without input and output: a shell, that is a name only. */
struct base_type {
    struct object base;
    const char *input, *output; /* functions */
    const char *receive, *send, *typmod_in, *typmod_out, *analyze, *subscript;
    const char *length; /* NULL: variable */
    bool by_value;
    const char *alignment; /* char, int2, int4, double */
    const char *storage;   /* plain, external, extended, main */
    const char *category;
    bool preferred;
    const char *default_;
    const char *element, *delimiter;
    bool collatable;
};

#endif
