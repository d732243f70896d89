/* Where the database is: URLs, conninfo strings, SQLAlchemy spellings, .env files. */
#ifndef KEDGE_DB_URL_H
#define KEDGE_DB_URL_H

#include "base/diag.h"
#include "base/map.h"

enum url_kind { URL_POSTGRES, URL_SQLITE };

/* Anything psql accepts (postgres://, postgresql://, "host=... dbname=...", service=...), a bare database
 * name, SQLAlchemy's postgresql+driver://, sqlite:///relative, sqlite:////absolute. *ret_conninfo: what libpq
 * takes (SQLite: the path). */
int url_read(struct arena *a, const char *url, struct diag *d, enum url_kind *ret_kind,
             const char **ret_conninfo);
/* For messages: password (also in the query part and in conninfo) shown as ***. Never fails. */
char *url_hide_password(struct arena *a, const char *url);
/* The same server, another database. */
int url_with_database(struct arena *a, const char *url, const char *database, struct diag *d,
                      const char **ret);

/* KEY=value lines as docker and python-dotenv read them: export, comments, single and double quotes, ${VAR}
 * and $VAR interpolation from the file and the environment (pcre2). Values by name (const char *). */
int env_read(struct arena *a, const char *path, struct diag *d, struct map *ret);

#endif
