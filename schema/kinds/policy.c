#include "schema/object.h"

static const char *const commands[] = {"all", "select", "insert", "update", "delete", NULL};

static const struct field policy_fields[] = {
    FIELD(policy, restrictive, BOOL, .change = CHANGE_REBUILD,
          .doc = "Must hold beside the others; without it, one of them is enough."),
    FIELD(policy, command, CHOICE, .choices = commands, .implied = "all", .change = CHANGE_REBUILD,
          .doc = "The command it is for."),
    FIELD(policy, roles, IDENTS, .change = CHANGE_ALTER, .doc = "The roles it is for; everybody when left out."),
    FIELD(policy, using, EXPR, .change = CHANGE_ALTER, .but = "one that is taken away: made again", .doc = "Which rows are seen."),
    FIELD(policy, check, EXPR, .change = CHANGE_ALTER, .but = "one that is taken away: made again", .doc = "Which rows may be written, if not those that are seen."),
};

const struct kind kind_policy = {
    .id = KIND_POLICY,
    .name = "policy",
    .sql = "POLICY",
    .group = "policies",
    .place = PLACE_CHILD,
    .parents = KIND_BIT(KIND_TABLE),
    .space = SPACE_OWN,
    .catalog = "pg_policy",
    .renameable = true,
    .record = {.name = "policy", .size = sizeof(struct policy), FIELDS(policy_fields)},
    .doc = "A policy of row-level security. The roles in it are not managed.",
};
