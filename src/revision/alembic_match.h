/* Private to reading Alembic's files: one pattern, one match. */
#ifndef KEDGE_REVISION_ALEMBIC_MATCH_H
#define KEDGE_REVISION_ALEMBIC_MATCH_H

#include "base/arena.h"
#include <pcre2.h>
#include <stdbool.h>

enum { MATCH_GROUPS = 6 };
struct match {
    size_t start[MATCH_GROUPS], end[MATCH_GROUPS];
    bool has[MATCH_GROUPS];
};
/* The first one at or behind `from`; anchored: exactly there. ^ and $ stand at every line. */
bool text_match(const char *pattern, const char *text, size_t len, size_t from, bool anchored,
                struct match *ret);
char *match_text(struct arena *a, const char *text, const struct match *m,
                 int group); /* "" when it has none */

#endif
