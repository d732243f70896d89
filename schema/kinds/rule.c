#include "schema/object.h"

static const char *const events[] = {"insert", "update", "delete", "select", NULL};
static const char *const states[] = {"origin", "disabled", "replica", "always", NULL};

/* CREATE OR REPLACE RULE changes all but the name and, with a clause of its own, whether it is enabled. */
static const struct field rule_fields[] = {
    FIELD(rule, event, CHOICE, .choices = events, .change = CHANGE_ALTER, .flags = FIELD_REQUIRED,
          .doc = "The command it rewrites."),
    FIELD(rule, instead, BOOL, .change = CHANGE_ALTER, .doc = "In place of the command, not beside it."),
    FIELD(rule, condition, EXPR, .change = CHANGE_ALTER, .doc = "Only where this holds: WHERE ..."),
    FIELD(rule, action, QUERY, .change = CHANGE_ALTER, .flags = FIELD_LITERAL,
          .doc = "The statement that is run, or several in parentheses; nothing when left out."),
    FIELD(rule, enabled, CHOICE, .choices = states, .implied = "origin", .change = CHANGE_ALTER,
          .doc = "In which sessions it works."),
};

const struct kind kind_rule = {
    .id = KIND_RULE,
    .name = "rule",
    .sql = "RULE",
    .group = "rules",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE) | KIND_BIT(KIND_VIEW),
    .space = SPACE_OWN,
    .catalog = "pg_rewrite",
    .renameable = true,
    .record = {.name = "rule", .size = sizeof(struct rule), FIELDS(rule_fields)},
    .doc = "A rewrite rule of a table or a view; not the one that makes a view.",
};
