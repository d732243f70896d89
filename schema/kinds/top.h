#ifndef KEDGE_SCHEMA_KINDS_TOP_H
#define KEDGE_SCHEMA_KINDS_TOP_H

struct schema {
    struct object base;
};

struct extension {
    struct object base;
    const char *schema;  /* where its objects are; NULL: not managed */
    const char *version; /* NULL: not managed */
};

#endif
