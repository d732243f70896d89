/* Private to url.c and uri.c: a connection string taken apart. */
#ifndef KEDGE_DB_URL_PARTS_H
#define KEDGE_DB_URL_PARTS_H

#include "db/url.h"

struct url_part {
    const char *key; /* libpq's name of it */
    const char *value;
};

struct url_parts {
    struct arena *arena;
    struct list parts;        /* struct url_part, keys unique */
    const char *const *known; /* libpq's option names, NULL-terminated */
};

/* In postgres.c: the names that libpq knows, NULL-terminated. */
const char *const *conninfo_options(struct arena *a);

/* The last one wins, as in libpq. */
void part_set(struct url_parts *p, const char *key, const char *value);
const char *part_get(const struct url_parts *p, const char *key); /* NULL when absent */
bool option_known(const struct url_parts *p, const char *key);
const char *option_nearest(const struct url_parts *p, const char *key);

/* What stands after postgresql://. driver: the scheme had one (postgresql+asyncpg), so that the rules are
 * SQLAlchemy's where they differ from libpq's. */
int uri_read(struct url_parts *p, const char *rest, bool driver, struct diag *d);
/* %XX decoded (plus: + is a space); NULL when a % is not followed by two hex digits, unless lenient, or for
 * %00. */
char *uri_decode(struct arena *a, const char *s, size_t n, bool plus, bool lenient);

#endif
