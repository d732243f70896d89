#ifndef KEDGE_SCHEMA_KINDS_POLICY_H
#define KEDGE_SCHEMA_KINDS_POLICY_H

struct policy {
    struct object base;
    bool restrictive;
    const char *command; /* all, select, insert, update, delete */
    struct list roles;   /* const char *, sorted; none: everybody */
    const char *using;
    const char *check;
};

#endif
