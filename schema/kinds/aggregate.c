#include "schema/kinds/routine_fields.h"

static const char *const modes[] = {"in", "variadic", NULL};
static const char *const modifications[] = {"read only", "shareable", "read write", NULL};

static const struct field argument_fields[] = {
    ARGUMENT_FIELDS(modes),
    FIELD(argument, order_by, BOOL, .change = CHANGE_REBUILD, .doc = "Stands after ORDER BY: of an ordered-set aggregate."),
};

static const struct record argument_record = {.name = "aggregate argument",
                                              .size = sizeof(struct argument),
                                              FIELDS(argument_fields),
                                              .read_short = aggregate_argument_read_short,
                                              .write_short = aggregate_argument_write_short};

#define ROUTINES KIND_BIT(KIND_FUNCTION)

/* CREATE OR REPLACE sets everything but the arguments and the type of the result; what that is follows from the state and the final
 * function, and the planner looks at it. */
static const struct field aggregate_fields[] = {
    ROUTINE_ARGS(aggregate, routine.args, &argument_record),
    FIELD(aggregate, hypothetical, BOOL, .change = CHANGE_REBUILD, .doc = "A hypothetical-set aggregate."),
    FIELD(aggregate, sfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED,
          .doc = "Function that takes the next row into the state."),
    FIELD(aggregate, stype, TYPE, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED | FIELD_BARE, .but = "made again where the type of the result changes with it", .doc = "Type of the state."),
    FIELD(aggregate, sspace, INT, .change = CHANGE_ALTER, .doc = "Bytes that the state is thought to take."),
    FIELD(aggregate, finalfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .but = "made again where the type of the result changes with it", .doc = "Function that makes the result of the state."),
    FIELD(aggregate, finalfunc_extra, BOOL, .change = CHANGE_ALTER, .doc = "It is given NULLs for the arguments too."),
    FIELD(aggregate, finalfunc_modify, CHOICE, .choices = modifications, .change = CHANGE_ALTER,
          .doc = "What it does to the state; `read only` when left out, `read write` of ordered-set aggregates."),
    FIELD(aggregate, combinefunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .doc = "Function that makes one of two states."),
    FIELD(aggregate, serialfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .doc = "Function from the state to bytea."),
    FIELD(aggregate, deserialfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .doc = "Function from bytea to the state."),
    FIELD(aggregate, initcond, TEXT, .change = CHANGE_ALTER, .doc = "State before the first row; NULL when left out."),
    FIELD(aggregate, msfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .doc = "As a moving aggregate: takes the next row into the state."),
    FIELD(aggregate, minvfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .doc = "Takes a row out of the moving state."),
    FIELD(aggregate, mstype, TYPE, .change = CHANGE_ALTER, .flags = FIELD_BARE, .doc = "Type of the moving state."),
    FIELD(aggregate, msspace, INT, .change = CHANGE_ALTER, .doc = "Bytes that the moving state is thought to take."),
    FIELD(aggregate, mfinalfunc, NAME, .refers = ROUTINES, .change = CHANGE_ALTER, .doc = "Makes the result of the moving state."),
    FIELD(aggregate, mfinalfunc_extra, BOOL, .change = CHANGE_ALTER, .doc = "It is given NULLs for the arguments too."),
    FIELD(aggregate, mfinalfunc_modify, CHOICE, .choices = modifications, .change = CHANGE_ALTER,
          .doc = "What it does to the moving state; as `finalfunc_modify`."),
    FIELD(aggregate, minitcond, TEXT, .change = CHANGE_ALTER, .doc = "Moving state before the first row."),
    FIELD(aggregate, sortop, NAME, .refers = KIND_BIT(KIND_OPERATOR), .change = CHANGE_ALTER,
          .doc = "Operator whose first in order is the result, as of MIN and MAX: `<`."),
    ROUTINE_PARALLEL(aggregate),
    FIELD_AS(aggregate, routine.depends_on_extensions, "depends_on_extensions", IDENTS, .refers = KIND_BIT(KIND_EXTENSION), .change = CHANGE_ALTER,
             .flags = FIELD_ANY_ORDER, .doc = "Extensions that take it with them when they are dropped."),
};

const struct kind kind_aggregate = {
    .id = KIND_AGGREGATE,
    .labelled = true,
    .name = "aggregate",
    .sql = "AGGREGATE",
    .group = "aggregates",
    ROUTINE_KIND,
    .record = {.name = "aggregate", .size = sizeof(struct aggregate), FIELDS(aggregate_fields)},
    .doc = "An aggregate. Its key is its declaration: `first(anyelement)`, `rows(*)`, `middle(real order by anyelement)`.",
};
