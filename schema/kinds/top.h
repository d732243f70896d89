#ifndef KEDGE_SCHEMA_KINDS_TOP_H
#define KEDGE_SCHEMA_KINDS_TOP_H

struct schema {
    struct object base;
};

/* What was granted to a role on a member of an extension, and revoked, besides what the extension's own script says. */
struct member_grant {
    const char *member; /* function public.hstore(text, text) */
    const char *column; /* NULL: the whole */
    const char *role;   /* "public": all */
    struct list granted, revoked; /* const char *: SELECT, SELECT WITH GRANT OPTION, GRANT OPTION FOR SELECT */
};

struct member_grants {
    struct list changes; /* struct member_grant, sorted */
};

struct extension {
    struct object base;
    const char *schema;  /* where its objects are; NULL: not managed */
    const char *version; /* NULL: not managed */
    struct member_grants *grants; /* NULL: not managed */
};

#endif
