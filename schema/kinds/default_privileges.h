#ifndef KEDGE_SCHEMA_KINDS_DEFAULT_PRIVILEGES_H
#define KEDGE_SCHEMA_KINDS_DEFAULT_PRIVILEGES_H

/* Its name is made of its fields, as ALTER DEFAULT PRIVILEGES says them: for role app in schema public on tables. */
struct default_privileges {
    struct object base;
    const char *role;
    const char *schema;  /* NULL: all */
    const char *objects; /* tables, sequences, functions, types, schemas */
};

#endif
