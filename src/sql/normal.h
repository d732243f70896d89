/* Lexical normal form of an expression or query: rewrites only what is certainly the same. */
#ifndef KEDGE_SQL_NORMAL_H
#define KEDGE_SQL_NORMAL_H

#include "base/arena.h"

/* Case of words outside quotes, spacing, comments, != and <>, spelling of type names after :: and in CAST(...
 * AS ...), quotes on identifiers that need none, redundant parentheses around the whole and around atoms, a
 * cast of a string literal to the same type twice, a trailing semicolon, string syntax (E'', $$, '' decoded
 * and written one way). May fail to see an equality; never invents one. Text that does not scan comes back as
 * it is. */
char *sql_normal(struct arena *a, const char *text);

#endif
