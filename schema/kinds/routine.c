#include "schema/clause.h"
#include "schema/kinds/routine_fields.h"

static const char *const modes[] = {"in", "out", "inout", "variadic", NULL};
static const char *const volatilities[] = {"volatile", "stable", "immutable", NULL};
const char *const routine_parallels[] = {"unsafe", "restricted", "safe", NULL};

static const struct field argument_fields[] = {
    ARGUMENT_FIELDS(modes),
    FIELD_AS(argument, default_, "default", EXPR, .change = CHANGE_ALTER, .but = "one that is taken away: made again", .doc = "Default value."),
};

static const struct record argument_record = {.name = "argument",
                                              .size = sizeof(struct argument),
                                              FIELDS(argument_fields),
                                              .read_short = argument_read_short,
                                              .write_short = argument_write_short};

static const struct field transformed_fields[] = {
    FIELD(transformed, type, TYPE, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED | FIELD_MAIN | FIELD_BARE, .doc = "The type."),
};

static const struct record transformed_record = {.name = "type", .size = sizeof(struct transformed), FIELDS(transformed_fields)};

/* Everything but the signature, the names of arguments and the result is replaced in place by CREATE OR REPLACE: the differ looks into `args`
 * to tell a changed default (ALTER) from a changed name (REBUILD). */
#define ROUTINE_FIELDS                                                                                        \
    FIELD(routine, language, IDENT, .refers = KIND_BIT(KIND_LANGUAGE) | KIND_BIT(KIND_EXTENSION), .flags = FIELD_FOLD, .implied = "sql", .change = CHANGE_ALTER, .doc = "Language."),        \
        FIELD(routine, body, BODY, .change = CHANGE_ALTER, .flags = FIELD_LITERAL, .doc = "Text of the body; for C, the symbol."), \
        FIELD(routine, library, TEXT, .change = CHANGE_ALTER, .doc = "For C, the object file."),              \
        FIELD(routine, sql_body, QUERY, .change = CHANGE_ALTER, .since = 140000, .flags = FIELD_LITERAL,                       \
              .doc = "SQL-standard body: BEGIN ATOMIC ... END, or RETURN ..."),                               \
        FIELD(routine, transforms, LIST, .record = &transformed_record, .change = CHANGE_ALTER,               \
              .doc = "Types whose values reach the language through a transform."),                           \
        FIELD(routine, security_definer, BOOL, .change = CHANGE_ALTER, .doc = "Runs with its owner's rights."), \
        FIELD(routine, set, OPTIONS, .change = CHANGE_ALTER, .doc = "Settings while it runs."), DEPENDS_ON_EXTENSIONS(routine)

char *routine_sign(struct arena *a, const void *of)
{
    return routine_signature(a, &((const struct routine *)of)->args);
}

static const struct field function_fields[] = {
    ROUTINE_ARGS(routine, args, &argument_record),
    FIELD(routine, returns, TYPE, .change = CHANGE_REBUILD, .doc = "Result type, SETOF and TABLE(...) too."),
    ROUTINE_FIELDS,
    FIELD(routine, volatility, CHOICE, .choices = volatilities, .implied = "volatile", .change = CHANGE_ALTER,
          .doc = "What the planner may assume."),
    FIELD(routine, strict, BOOL, .change = CHANGE_ALTER, .doc = "NULL in, NULL out."),
    FIELD(routine, leakproof, BOOL, .change = CHANGE_ALTER, .doc = "Tells nothing of its arguments."),
    FIELD(routine, window, BOOL, .change = CHANGE_REBUILD, .doc = "A window function."),
    ROUTINE_PARALLEL(routine),
    FIELD(routine, cost, INT, .change = CHANGE_ALTER, .flags = FIELD_FRACTION, .doc = "Cost of a call, if not 100 (1 for C)."),
    FIELD(routine, rows, INT, .change = CHANGE_ALTER, .flags = FIELD_FRACTION, .doc = "Rows it is thought to give, if not 1000."),
    FIELD(routine, support, NAME, .refers = KIND_BIT(KIND_FUNCTION), .change = CHANGE_ALTER, .doc = "Planner support function."),
};

const struct kind kind_function = {
    .id = KIND_FUNCTION,
    .labelled = true,
    .name = "function",
    .sql = "FUNCTION",
    .group = "functions",
    ROUTINE_KIND,
    .record = {.name = "function", .size = sizeof(struct routine), FIELDS(function_fields)},
    .doc = "A function. Its key is its declaration: touch(a integer, b text default 'x').",
};

static const struct field procedure_fields[] = {ROUTINE_ARGS(routine, args, &argument_record), ROUTINE_FIELDS};

const struct kind kind_procedure = {
    .id = KIND_PROCEDURE,
    .labelled = true,
    .name = "procedure",
    .sql = "PROCEDURE",
    .group = "procedures",
    ROUTINE_KIND,
    .record = {.name = "procedure", .size = sizeof(struct routine), FIELDS(procedure_fields)},
    .doc = "A procedure. Its key is its declaration.",
};
