#ifndef KEDGE_SCHEMA_KINDS_COLLATION_H
#define KEDGE_SCHEMA_KINDS_COLLATION_H

struct collation {
    struct object base;
    const char *provider; /* libc, icu, builtin */
    const char *locale;   /* libc: both of the next, where they are the same */
    const char *lc_collate, *lc_ctype;
    bool nondeterministic;
    const char *rules; /* icu, 16 */
};

#endif
