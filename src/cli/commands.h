/* Every command, one file or section each; commands.c lists them for the two programs. */
#ifndef KEDGE_CLI_COMMANDS_H
#define KEDGE_CLI_COMMANDS_H

#include "cli/command.h"

extern const struct program program_kedge, program_runner;

extern const struct command command_init, command_inspect, command_schema, command_config, command_completion,
    command_help, command_sandbox;
extern const struct command command_diff, command_check, command_revision;
extern const struct command command_upgrade, command_downgrade, command_stamp, command_ensure_version,
    command_reset;
extern const struct command command_branches, command_graph, command_merge, command_edit, command_import,
    command_squash, command_verify;
extern const struct command command_current, command_history, command_heads, command_show, command_status,
    command_validate;

/* Of validate: reads the model, says what is in it. */
int validate_model(struct cli *c);

#endif
