#ifndef KEDGE_SCHEMA_KINDS_PUBLICATION_H
#define KEDGE_SCHEMA_KINDS_PUBLICATION_H

struct publication_table {
    const char *table;
    struct list columns; /* const char *; empty: all; 15 */
    const char *where;   /* 15 */
};

struct publication {
    struct object base;
    bool all_tables;
    struct list tables;  /* struct publication_table, by table */
    struct list schemas; /* const char *; 15 */
    struct list publish; /* const char *; empty: all */
    bool via_root;
    const char *generated; /* stored; 18 */
};

#endif
