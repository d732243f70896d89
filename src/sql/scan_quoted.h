/* Strings and quoted identifiers; only scan.c uses this. */
#ifndef KEDGE_SQL_SCAN_QUOTED_H
#define KEDGE_SQL_SCAN_QUOTED_H

#include "sql/scan.h"

/* The scanner stands at the prefix; `skip` bytes lead to the first one inside. All return true, and make an
 * ERROR token of what does not end or does not decode. */
bool scan_string(struct scanner *s, struct token *t, char prefix, size_t skip);
bool scan_identifier(struct scanner *s, struct token *t, bool unicode, size_t skip);
/* False when no dollar quote starts here. */
bool scan_dollar_string(struct scanner *s, struct token *t);

/* From scan.c. */
bool scan_skip_space(
    struct scanner *s); /* false: the text ends in a block comment, and the position is its start */
bool scan_is_word_char(char c);
static inline bool scan_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

#endif
