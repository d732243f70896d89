/* What the clause printers and readers must know of an expression's text, found by its tokens, never by first and last character. */
#ifndef KEDGE_SCHEMA_CLAUSE_TEXT_H
#define KEDGE_SCHEMA_CLAUSE_TEXT_H

#include "base/buf.h"

/* The expression as it stands, without white space and comments around it: a line comment at the end would swallow what follows. */
void buf_expression(struct buf *b, const char *text);
/* In exactly one pair of parentheses: CHECK, WHERE, WHEN, GENERATED. */
void buf_parenthesised(struct buf *b, const char *text);
/* As DEFAULT takes it: the grammar allows there only expressions without AND, IS NULL, COLLATE, AT TIME ZONE and the like, so those are parenthesised. */
void buf_default(struct buf *b, const char *text);
/* As a key of an index: a function call stands by itself, all else in parentheses. */
void buf_key_expression(struct buf *b, const char *text);
/* Without white space, comments and one pair of parentheses around it. */
char *expression_bare(struct arena *a, const char *text);

#endif
