/* What Alembic's files say: headers of its Python revisions, its ini file, its offline scripts. Read as text:
 * no Python is needed. */
#ifndef KEDGE_REVISION_ALEMBIC_H
#define KEDGE_REVISION_ALEMBIC_H

#include "revision/file.h"
#include <time.h>

struct alembic_file {
    const char *revision;                 /* NULL: the file declares none, it is no revision */
    const char *message;                  /* first line of the docstring; "" when there is none */
    time_t created;                       /* Create Date of the docstring, taken as UTC; 0: none */
    struct list parents, labels, depends; /* const char * */
    bool empty_upgrade, empty_downgrade;  /* the function does nothing, or is missing */
    bool asks; /* looks at the database or at the mode: its offline SQL may be only a part of what it does */
    size_t wrong; /* assignments that are no plain text, tuple, list or None: an error each, with the line */
};
int alembic_read(struct arena *a, const struct source *s, struct diag *d, struct alembic_file *ret);

struct alembic_ini {
    const char *script;    /* folder of env.py */
    struct list locations; /* const char *: folders of revisions */
    bool recursive;
};
/* alembic.ini and pyproject.toml, either may be NULL; what the ini file says goes first. here: their folder,
 * as a path from where we are; relative paths in them start there. */
int alembic_ini_read(struct arena *a, const struct source *ini, const struct source *toml, const char *here,
                     struct diag *d, struct alembic_ini *ret);
bool alembic_in_toml(const struct source *s); /* whether it has a table [tool.alembic] */

/* The part of an offline script (`upgrade --sql`, `downgrade --sql`) that belongs to one revision. */
struct alembic_step {
    const char *revision;
    const char
        *sql; /* statements with their semicolons and directives; without transactions and version rows */
    const char *wrong; /* why not all of it could be taken over, or NULL */
};
/* Steps (struct alembic_step) in order. *version_table: as the script names it ("schema.table"), when it
 * creates it; else what it was before. */
void alembic_steps(struct arena *a, const char *script, bool downgrade, const char **version_table,
                   struct list *ret);
/* version_table="..." of env.py, with its schema; NULL: not said in plain text. */
const char *alembic_version_table(struct arena *a, const struct source *env);

#endif
