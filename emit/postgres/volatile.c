/* Whether a default gives each row its own value, so that adding the column writes the table anew. Only the
 * text is here, not pg_proc: what is called is looked up among the built-in functions that are known not to,
 * then in the model; anything else counts as volatile. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <stdlib.h>
#include <string.h>

/* Sorted. Types are here as well: numeric(10,2) looks like a call. */
static const char *const steady[] = {
    "abs",
    "age",
    "array",
    "array_append",
    "array_cat",
    "array_fill",
    "array_length",
    "array_position",
    "array_prepend",
    "array_remove",
    "array_replace",
    "array_to_string",
    "ascii",
    "atan",
    "bit",
    "box",
    "bpchar",
    "btrim",
    "bytea",
    "cardinality",
    "cbrt",
    "ceil",
    "ceiling",
    "char_length",
    "character_length",
    "chr",
    "cidr",
    "circle",
    "concat",
    "concat_ws",
    "convert",
    "convert_from",
    "convert_to",
    "cos",
    "current_database",
    "current_schema",
    "current_schemas",
    "current_setting",
    "current_user",
    "date",
    "date_bin",
    "date_part",
    "date_trunc",
    "datemultirange",
    "daterange",
    "decode",
    "degrees",
    "div",
    "encode",
    "enum_first",
    "enum_last",
    "enum_range",
    "exp",
    "extract",
    "factorial",
    "float4",
    "float8",
    "floor",
    "format",
    "gcd",
    "generate_series",
    "inet",
    "inet_client_addr",
    "inet_server_addr",
    "initcap",
    "int2",
    "int4",
    "int4multirange",
    "int4range",
    "int8",
    "int8multirange",
    "int8range",
    "interval",
    "isempty",
    "isfinite",
    "json",
    "json_array_length",
    "json_build_array",
    "json_build_object",
    "json_object",
    "json_typeof",
    "jsonb",
    "jsonb_array_length",
    "jsonb_build_array",
    "jsonb_build_object",
    "jsonb_insert",
    "jsonb_object",
    "jsonb_path_query_first",
    "jsonb_set",
    "jsonb_strip_nulls",
    "jsonb_typeof",
    "justify_days",
    "justify_hours",
    "justify_interval",
    "lcm",
    "left",
    "length",
    "ln",
    "log",
    "log10",
    "lower",
    "lpad",
    "lseg",
    "ltrim",
    "macaddr",
    "macaddr8",
    "make_date",
    "make_interval",
    "make_time",
    "make_timestamp",
    "make_timestamptz",
    "masklen",
    "md5",
    "mod",
    "money",
    "name",
    "netmask",
    "network",
    "normalize",
    "now",
    "num_nonnulls",
    "num_nulls",
    "numeric",
    "nummultirange",
    "numrange",
    "octet_length",
    "overlay",
    "pg_backend_pid",
    "pg_current_xact_id",
    "pg_get_userbyid",
    "pg_typeof",
    "phraseto_tsquery",
    "pi",
    "plainto_tsquery",
    "point",
    "polygon",
    "position",
    "pow",
    "power",
    "quote_ident",
    "quote_literal",
    "quote_nullable",
    "radians",
    "regclass",
    "regexp_match",
    "regexp_replace",
    "regexp_split_to_array",
    "repeat",
    "replace",
    "reverse",
    "right",
    "round",
    "row_to_json",
    "rpad",
    "rtrim",
    "scale",
    "session_user",
    "setweight",
    "sha224",
    "sha256",
    "sha384",
    "sha512",
    "sign",
    "sin",
    "split_part",
    "sqrt",
    "statement_timestamp",
    "string_to_array",
    "strpos",
    "substr",
    "substring",
    "tan",
    "text",
    "time",
    "timestamp",
    "timestamptz",
    "timetz",
    "timezone",
    "to_char",
    "to_date",
    "to_hex",
    "to_json",
    "to_jsonb",
    "to_number",
    "to_regclass",
    "to_timestamp",
    "to_tsquery",
    "to_tsvector",
    "transaction_timestamp",
    "translate",
    "trim",
    "trim_array",
    "trim_scale",
    "trunc",
    "tsrange",
    "tstzrange",
    "txid_current",
    "unistr",
    "unnest",
    "upper",
    "uuid",
    "varbit",
    "varchar",
    "varying",
    "version",
    "websearch_to_tsquery",
    "width_bucket",
    "xml",
    "xpath",
    "zone",
};

static int name_compare(const void *x, const void *y)
{
    return strcmp(x, *(const char *const *)y);
}

static bool is_steady(const char *name)
{
    return bsearch(name, steady, sizeof(steady) / sizeof(*steady), sizeof(*steady), name_compare) != NULL;
}

/* Keywords that cannot name a function by themselves: COALESCE(, CAST(, AND (, ... */
static bool is_syntax(const struct token *t)
{
    enum keyword_class k = t->type == TOKEN_WORD ? sql_keyword(t->text, strlen(t->text)) : KEYWORD_NONE;

    return k == KEYWORD_RESERVED || k == KEYWORD_COL_NAME;
}

/* Every function of the name that the catalog knows is stable or immutable, and there is one. */
static bool model_says_steady(const struct emitter *e, const char *schema, const char *name)
{
    const struct diff *diff = e->plan->diff;
    const struct routine *r;
    struct list found = {0};

    if (!diff || !diff->to)
        return false;
    catalog_routines(diff->to, schema, name, e->arena, &found);
    list_each (r, &found) {
        if (!r->volatility || strcmp(r->volatility, "volatile") == 0)
            return false;
    }
    return found.n > 0;
}

static bool call_is_volatile(const struct emitter *e, const struct token *t, size_t at)
{
    bool qualified = at >= 2 && token_is(&t[at - 1], TOKEN_PUNCT, ".");
    const char *schema = qualified ? t[at - 2].text : NULL;

    if (!qualified && is_syntax(&t[at]))
        return false;
    if ((!schema || strcmp(schema, "pg_catalog") == 0) && is_steady(t[at].text))
        return false;
    return !model_says_steady(e, schema, t[at].text);
}

bool expression_is_volatile(const struct emitter *e, const char *expression)
{
    size_t n;
    const struct token *t = sql_tokens(e->arena, expression, strlen(expression), &n);

    for (size_t i = 0; i + 1 < n; i++) {
        if (token_is_name(&t[i]) && token_is(&t[i + 1], TOKEN_PUNCT, "(") &&
            call_is_volatile(e, t, i))
            return true;
    }
    return false;
}
