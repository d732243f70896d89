/* Type names. */
#ifndef KEDGE_SQL_TYPE_H
#define KEDGE_SQL_TYPE_H

#include "base/diag.h"

/* A type name as format_type() prints it with an empty search_path: "int" -> "integer", "varchar(20)" ->
 * "character varying(20)", "timestamptz(3)" -> "timestamp(3) with time zone", "decimal" -> "numeric", "float(20)" -> "real",
 * "char" -> "character(1)", "int[3][]" and "int array" -> "integer[]", pg_catalog. taken off, "bit" -> "bit(1)",
 * interval fields, "national character varying", identifiers quoted only where needed, spaces as the server's.
 * Names it does not know keep their spelling (folded and requoted), qualified or not.
 * ret_end: offset after the type within text (so that it can be read at the start of a clause); NULL: all of text must be
 * the type. NULL with an error in d when text does not start with a type name. */
char *sql_type_read(struct arena *a, const char *text, size_t *ret_end, struct loc at, struct diag *d);

/* Of a canonical name: schema and name of the base type, without array bounds and modifiers (decoded identifiers).
 * *ret_schema is NULL when unqualified. Built-in types come back with schema "pg_catalog" and the name in pg_type:
 * "character varying(20)" is pg_catalog, varchar. */
void sql_type_parts(struct arena *a, const char *type, const char **ret_schema, const char **ret_name, bool *ret_array);
/* The canonical name with its base name replaced (modifiers and brackets kept). */
char *sql_type_with_base(struct arena *a, const char *type, const char *schema, const char *name);

#endif
