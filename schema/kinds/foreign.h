#ifndef KEDGE_SCHEMA_KINDS_FOREIGN_H
#define KEDGE_SCHEMA_KINDS_FOREIGN_H

struct wrapper {
    struct object base;
    const char *handler, *validator; /* functions */
    struct list options;             /* struct option */
};

/* Its user mappings are children. */
struct server {
    struct object base;
    const char *wrapper, *type, *version;
    struct list options;
};

/* Named after its role; "public" for all. */
struct user_mapping {
    struct object base;
    struct list options;
};

#endif
