#include "cli/commands.h"

/* Only these: a program that links this table does not link the others. */
static const struct command *const commands[] = {
    &command_upgrade, &command_downgrade, &command_current, &command_history,  &command_heads,
    &command_show,    &command_stamp,     &command_status,  &command_validate, NULL,
};

const struct program program_runner = {
    .name = "kedge-runner",
    .summary = "applies and inspects kedge revisions",
    .commands = commands,
};
