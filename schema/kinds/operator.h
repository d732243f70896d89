#ifndef KEDGE_SCHEMA_KINDS_OPERATOR_H
#define KEDGE_SCHEMA_KINDS_OPERATOR_H

struct operator_ {
    struct object base;
    const char *left; /* NULL: a prefix operator */
    const char *right;
    const char *function;
    const char *commutator, *negator; /* without operands: these follow */
    const char *restrict_, *join;     /* selectivity estimators */
    bool hashes, merges;
};

struct cast {
    struct object base; /* the name is empty: source and target identify it */
    const char *source, *target;
    const char *function; /* with argument types; NULL: by the text form, or none at all */
    bool inout;
    const char *context; /* explicit, assignment, implicit */
};

#endif
