#ifndef KEDGE_SCHEMA_KINDS_RANGE_H
#define KEDGE_SCHEMA_KINDS_RANGE_H

struct range {
    struct object base;
    const char *subtype;
    const char *opclass, *collation;      /* NULL: the subtype's own */
    const char *canonical, *subtype_diff; /* functions */
    const char *multirange;               /* name of its multirange type, 14; always set after completion */
};

/* The name that the server gives to the multirange type of a range type. */
char *multirange_name(struct arena *a, const char *range);

#endif
