/* The one quoting module: every identifier, literal and comment in generated SQL goes through here. */
#ifndef KEDGE_SQL_QUOTE_H
#define KEDGE_SQL_QUOTE_H

#include "base/buf.h"

/* PostgreSQL's keyword classes (src/include/parser/kwlist.h, versions 13 to 18). */
enum keyword_class {
    KEYWORD_NONE,
    KEYWORD_UNRESERVED,
    KEYWORD_COL_NAME,       /* cannot be a function or type name */
    KEYWORD_TYPE_FUNC_NAME, /* can be a function or type name */
    KEYWORD_RESERVED,
};
enum keyword_class sql_keyword(const char *lower, size_t len);

/* An identifier as quote_ident() prints it: bare if lower case letters, digits, underscore and no keyword but an
 * unreserved one; else in double quotes. */
void buf_ident(struct buf *b, const char *name);
/* schema.name; schema NULL: name alone. */
void buf_qualified(struct buf *b, const char *schema, const char *name);
/* 'text' with quotes doubled; with a backslash in it E'...' with both doubled, so that the meaning does not depend on
 * standard_conforming_strings. */
void buf_literal(struct buf *b, const char *text);
/* $tag$text$tag$ with a tag that does not occur in text; for bodies. */
void buf_dollar(struct buf *b, const char *text);
/* Text for inside a line comment: control characters (newlines too) and Unicode line separators and bidirectional
 * controls are written as \uXXXX, so that no object name can leave the comment. */
void buf_comment(struct buf *b, const char *text);

/* The same as fresh arena strings. */
char *sql_ident(struct arena *a, const char *name);
char *sql_qualified(struct arena *a, const char *schema, const char *name);
char *sql_literal(struct arena *a, const char *text);

#endif
