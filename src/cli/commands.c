#include "cli/commands.h"

static const struct command *const commands[] = {
    &command_init,     &command_inspect,        &command_diff,      &command_check,
    &command_revision, &command_upgrade,        &command_downgrade, &command_current,
    &command_history,  &command_heads,          &command_branches,  &command_graph,
    &command_show,     &command_edit,           &command_merge,     &command_reset,
    &command_import,   &command_squash,         &command_verify,         &command_stamp,     &command_status,
    &command_validate, &command_ensure_version, &command_sandbox,   &command_schema,
    &command_config,   &command_completion,     &command_help,      NULL,
};

const struct program program_kedge = {
    .name = "kedge",
    .summary = "declarative schema changes for PostgreSQL",
    .commands = commands,
    .read_model = validate_model,
};
