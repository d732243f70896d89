#ifndef KEDGE_SCHEMA_KINDS_OPCLASS_H
#define KEDGE_SCHEMA_KINDS_OPCLASS_H

struct family_operator {
    const char *strategy;
    const char *operator_; /* with operand types */
    const char *order_by;  /* btree family that orders its results; NULL: it searches */
};

struct family_function {
    const char *support;
    const char *left, *right; /* NULL: the type of the class */
    const char *function;     /* with argument types */
};

/* Its own members are those that are of no class. */
struct operator_family {
    struct object base;
    const char *method;
    struct list operators, functions; /* struct family_operator, struct family_function */
};

struct operator_class {
    struct object base;
    const char *method;
    const char *type;
    bool default_;
    const char *family;  /* always set after completion */
    const char *storage; /* NULL: the type itself is kept */
    struct list operators, functions;
};

/* Both sides of a comparison hold each member where a server of this version does, and in one order; see opclass_settle.c. 0: the newest. */
void opclass_settle(struct catalog *c, int version);
void opclass_sort(struct object *family_or_class);

#endif
