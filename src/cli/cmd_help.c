/* help, completion: the command tables themselves. */
#include "cli/cli.h"
#include "cli/commands.h"
#include "cli/coverage.h"

#include "schema/model.h"
#include <string.h>

/* docs/configuration.md holds this table. */
static void configuration_markdown(struct buf *out, const struct record *r, const char *prefix)
{
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        if (f->record) {
            configuration_markdown(out, f->record, f->name);
            continue;
        }
        const char *type = f->type == FIELD_BOOL                               ? "true or false"
                           : f->type == FIELD_TEXTS || f->type == FIELD_IDENTS ? "list"
                           : f->type == FIELD_INT                              ? "number"
                                                                               : "text";
        buf_addf(out, "| `%s%s%s` | %s | ", prefix ? prefix : "", prefix ? "." : "", f->name, type);
        if (f->implied)
            buf_addf(out, "`%s`", f->implied);
        buf_addf(out, " | %s |\n", f->doc);
    }
}

static int run_help(struct cli *c)
{
    AUTO_BUF out = {0};
    const char *name = args_at(&c->args, 0), *markdown = args_value(&c->args, "markdown");
    if (markdown && strcmp(markdown, "configuration") == 0) {
        buf_add(&out, "| key | type | default | meaning |\n|---|---|---|---|\n");
        configuration_markdown(&out, &config_record, NULL);
    } else if (markdown && strcmp(markdown, "model") == 0) {
        model_reference(&out);
    } else if (markdown && strcmp(markdown, "coverage") == 0) {
        coverage_markdown(&out);
    } else if (markdown) {
        help_markdown(&out, c->program);
    } else if (name) {
        const struct command *command = command_find(c->program, name);
        if (!command)
            return diag_error(&c->diag, "usage.unknown-command", NOWHERE, "there is no command \"%s\"", name),
                   EXIT_ERROR;
        help_command(&out, c->program, command, c->colour_out);
    } else {
        help_program(&out, c->program, c->colour_out);
    }
    cli_write(c, &out);
    return EXIT_DONE;
}

static const char *const markdown_choices[] = {"commands", "configuration", "coverage", "model", NULL};
static const struct option_spec help_options[] = {
    {0, "markdown", "WHAT", "The reference pages of docs/", markdown_choices, true},
    {0},
};
const struct command command_help = {
    .name = "help",
    .summary = "Show help",
    .usage = "[COMMAND]",
    .max_args = 1,
    .options = help_options,
    .flags = COMMAND_HIDDEN | COMMAND_NO_CONFIG,
    .run = run_help,
};

static int run_completion(struct cli *c)
{
    AUTO_BUF out = {0};
    if (completion_write(&out, c->program, args_at(&c->args, 0), &c->diag) < 0)
        return EXIT_ERROR;
    cli_write(c, &out);
    return EXIT_DONE;
}

static const struct example completion_examples[] = {
    {"eval \"$(kedge completion bash)\"", "complete in this bash; put the line into ~/.bashrc"},
    {"kedge completion zsh > ~/.zfunc/_kedge", "for zsh, with ~/.zfunc in $fpath"},
    {"kedge completion fish | source", "for fish"},
    {0},
};
const struct command command_completion = {
    .name = "completion",
    .summary = "Print the completion script of a shell",
    .usage = "bash|zsh|fish",
    .min_args = 1,
    .max_args = 1,
    .examples = completion_examples,
    .flags = COMMAND_NO_CONFIG,
    .run = run_completion,
};
