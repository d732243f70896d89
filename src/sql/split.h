/* Cuts a script into statements, as psql does, and better inside bodies: only BEGIN ATOMIC opens one. */
#ifndef KEDGE_SQL_SPLIT_H
#define KEDGE_SQL_SPLIT_H

#include "base/diag.h"

struct sql_statement {
    size_t start, end;   /* byte offsets in the source, of text: from the first token to behind the last */
    struct loc at;       /* of the first token */
    const char *text;    /* without the semicolon, trailing white space and trailing comments */
    struct list comments; /* line comments (const char *, without "--" and the first space) that stand on lines of their own since
                             the end of the statement before */
};

/* source text from `from` to `to` (bytes). Refuses, with locations: psql meta commands, COPY ... FROM STDIN with data,
 * unterminated strings and comments, unbalanced parentheses, SET standard_conforming_strings (but to on). Empty statements are left out. */
int sql_split(struct arena *a, const struct source *s, size_t from, size_t to, struct diag *d, struct list *ret);

/* What the runner must know of a statement, from its first words. */
enum sql_class {
    SQL_ORDINARY,
    SQL_TRANSACTION,  /* BEGIN, COMMIT, ROLLBACK, SAVEPOINT, ...: not allowed in a revision */
    SQL_AUTOCOMMIT,   /* cannot run in a transaction: CREATE/DROP INDEX CONCURRENTLY, REINDEX CONCURRENTLY, VACUUM,
                         CREATE/DROP DATABASE, CREATE/DROP TABLESPACE, ALTER SYSTEM, DETACH ... CONCURRENTLY,
                         CREATE/DROP SUBSCRIPTION (with a slot), ... */
};
enum sql_class sql_classify(const char *statement);

#endif
