/* Files compiled into the program (cmake/embed.cmake). A table ends with a row whose name is NULL. */
#ifndef KEDGE_BASE_EMBED_H
#define KEDGE_BASE_EMBED_H

struct embedded {
    const char *name; /* file name without folder and ending */
    const char *text;
};

extern const struct embedded introspect_postgres_sql[];

#endif
