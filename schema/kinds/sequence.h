#ifndef KEDGE_SCHEMA_KINDS_SEQUENCE_H
#define KEDGE_SCHEMA_KINDS_SEQUENCE_H

/* Shared by sequences and identity columns. NULL is what the type and the sign of increment imply (the readers of both
 * sides put NULL for that). */
struct sequence_options {
    const char *start, *increment, *min, *max, *cache;
    bool cycle;
};

struct sequence {
    struct object base;
    const char *type; /* bigint implied */
    struct sequence_options options;
    const char *owned_by; /* public.users.id, canonical spelling */
    bool unlogged;        /* 15 */
};

#endif
