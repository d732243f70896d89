#include "schema/kinds/short.h"

static const char *const times[] = {"before", "after", "instead of", NULL};
static const char *const levels[] = {"row", "statement", NULL};
static const char *const states[] = {"origin", "disabled", "replica", "always", NULL};

#define REPLACED .change = CHANGE_REBUILD, .but = "in place from 14 on, but for constraint triggers"

static const struct field trigger_fields[] = {
    FIELD(trigger, when, CHOICE, .choices = times, .implied = "before", REPLACED, .doc = "When it fires."),
    FIELD(trigger, events, TEXTS, REPLACED, .flags = FIELD_REQUIRED,
          .doc = "insert, update, delete, truncate."),
    FIELD(trigger, update_of, IDENTS, REPLACED, .flags = FIELD_COLUMNS, .doc = "Only when one of these columns is named."),
    FIELD_AS(trigger, for_, "for", CHOICE, .choices = levels, .implied = "statement", REPLACED,
             .doc = "Once a row or once a statement."),
    FIELD(trigger, condition, EXPR, REPLACED, .doc = "Only when this holds: WHEN (...)."),
    FIELD(trigger, function, NAME, REPLACED, .flags = FIELD_REQUIRED, .doc = "The function it calls."),
    FIELD(trigger, args, TEXTS, REPLACED, .doc = "Arguments for it."),
    FIELD(trigger, constraint, BOOL, .change = CHANGE_REBUILD, .doc = "A constraint trigger."),
    FIELD(trigger, deferrable, BOOL, .change = CHANGE_REBUILD, .doc = "Whether it can wait for the commit."),
    FIELD(trigger, initially_deferred, BOOL, .change = CHANGE_REBUILD, .doc = "Whether it does so by default."),
    FIELD(trigger, from, NAME, .change = CHANGE_REBUILD, .doc = "The other table of a constraint trigger."),
    FIELD(trigger, old_table, IDENT, REPLACED, .doc = "Name of the transition table of old rows."),
    FIELD(trigger, new_table, IDENT, REPLACED, .doc = "Name of the transition table of new rows."),
    FIELD(trigger, enabled, CHOICE, .choices = states, .implied = "origin", .change = CHANGE_ALTER,
          .doc = "In which sessions it fires."),
    DEPENDS_ON_EXTENSIONS(trigger),
    FIELD(trigger, constraint_comment, TEXT, .change = CHANGE_ALTER, .doc = "Comment on the constraint that a constraint trigger is, too."),
};

const struct kind kind_trigger = {
    .id = KIND_TRIGGER,
    .name = "trigger",
    .sql = "TRIGGER",
    .group = "triggers",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE) | KIND_BIT(KIND_VIEW),
    .space = SPACE_OWN,
    .catalog = "pg_trigger",
    .renameable = true,
    .record = {.name = "trigger",
               .size = sizeof(struct trigger),
               FIELDS(trigger_fields),
               .read_short = trigger_read_short,
               .write_short = trigger_write_short},
    .doc = "A trigger.",
};

static const struct field event_trigger_fields[] = {
    FIELD(event_trigger, event, IDENT, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED | FIELD_FOLD,
          .doc = "ddl_command_start, ddl_command_end, sql_drop, table_rewrite; login from PostgreSQL 17 on."),
    FIELD(event_trigger, tags, TEXTS, .change = CHANGE_REBUILD, .doc = "Only for these commands: CREATE TABLE."),
    FIELD(event_trigger, function, NAME, .change = CHANGE_REBUILD, .flags = FIELD_REQUIRED,
          .doc = "The function it calls."),
    FIELD(event_trigger, enabled, CHOICE, .choices = states, .implied = "origin", .change = CHANGE_ALTER,
          .doc = "In which sessions it fires."),
};

const struct kind kind_event_trigger = {
    .id = KIND_EVENT_TRIGGER,
    .labelled = true,
    .name = "event trigger",
    .sql = "EVENT TRIGGER",
    .group = "event_triggers",
    .place = PLACE_TOP,
    .space = SPACE_OWN,
    .catalog = "pg_event_trigger",
    .renameable = true,
    .record = {.name = "event trigger", .size = sizeof(struct event_trigger), FIELDS(event_trigger_fields)},
    .doc = "An event trigger. It is managed with the schema of its function.",
};
