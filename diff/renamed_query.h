/* Queries of views of the old side, as the server prints them once columns of tables have their new names. */
#ifndef KEDGE_DIFF_RENAMED_QUERY_H
#define KEDGE_DIFF_RENAMED_QUERY_H

#include "diff/renamed_text.h"

/* Relations are still under their old names. The text itself where nothing in it changes, or where it is not certain what: then the
 * view counts as changed, and is made again. */
const char *renamed_query(const struct name_changes *c, const struct catalog *clone, const char *text);

#endif
