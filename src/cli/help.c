/* Help for people, and docs/commands.md, from the tables. */
#include "cli/command.h"

#include "base/table.h"
#include <string.h>

static void add_heading(struct buf *out, const char *text, bool colour)
{
    buf_addf(out, colour ? "\n\033[1m%s\033[0m\n" : "\n%s\n", text);
}

static bool has_visible(const struct option_spec *options)
{
    for (const struct option_spec *o = options; o && o->name; o++)
        if (!o->hidden)
            return true;
    return false;
}

static void add_options(struct buf *out, const struct option_spec *options)
{
    AUTO_ARENA a = {0};
    struct table *t = table_new(&a, NULL, 2);
    for (const struct option_spec *o = options; o && o->name; o++) {
        if (o->hidden)
            continue;
        struct buf left = {0};
        if (o->letter)
            buf_addf(&left, "  -%c, --%s", o->letter, o->name);
        else
            buf_addf(&left, "      --%s", o->name);
        if (o->arg)
            buf_addf(&left, " %s", o->arg);
        table_row(t, (const char *[]){buf_take(&left, &a), o->help});
    }
    table_render(t, out, false);
}

void help_program(struct buf *out, const struct program *p, bool colour)
{
    buf_addf(out, "%s: %s\n", p->name, p->summary);
    buf_addf(out, "\nusage: %s [OPTIONS] COMMAND [ARGUMENTS]\n", p->name);
    add_heading(out, "commands", colour);
    AUTO_ARENA a = {0};
    struct table *t = table_new(&a, NULL, 2);
    for (size_t i = 0; p->commands[i]; i++)
        if (!(p->commands[i]->flags & COMMAND_HIDDEN))
            table_row(
                t, (const char *[]){arena_printf(&a, "  %s", p->commands[i]->name), p->commands[i]->summary});
    table_render(t, out, false);
    add_heading(out, "options of every command, before or after it", colour);
    add_options(out, global_options);
    buf_addf(out, "\n%s COMMAND --help shows its options and examples.\n", p->name);
    buf_add(out, "exit codes: 0 done, no difference; 1 difference; 2 error; 3 refused for safety\n");
}

static void add_usage(struct buf *out, const struct program *p, const struct command *c)
{
    buf_addf(out, "%s %s", p->name, c->name);
    if (has_visible(c->options))
        buf_add(out, " [OPTIONS]");
    if (c->usage)
        buf_addf(out, " %s", c->usage);
}

static void add_formats(struct buf *out, const struct command *c, const char *mark)
{
    buf_addf(out, "%stext%s", mark, mark);
    for (size_t i = 0; c->formats[i]; i++)
        buf_addf(out, ", %s%s%s", mark, c->formats[i], mark);
}

/* A paragraph broken into lines at spaces. */
static void add_wrapped(struct buf *out, const char *text)
{
    enum { WIDTH = 96 };
    for (size_t used = 0; *text;) {
        size_t n = strcspn(text, " ");
        if (used && used + 1 + n > WIDTH) {
            buf_addc(out, '\n');
            used = 0;
        } else if (used) {
            buf_addc(out, ' ');
            used++;
        }
        buf_addn(out, text, n);
        used += n;
        text += n;
        text += *text == ' ';
    }
    buf_addc(out, '\n');
}

/* Examples are written for kedge; the smaller program has the same ones under its own name. */
static char *example_text(struct arena *a, const struct program *p, const char *command)
{
    if (strncmp(command, "kedge ", 6) == 0)
        return arena_printf(a, "%s %s", p->name, command + 6);
    return arena_strdup(a, command);
}

void help_command(struct buf *out, const struct program *p, const struct command *c, bool colour)
{
    buf_addf(out, "%s\n\nusage: ", c->summary);
    add_usage(out, p, c);
    buf_addc(out, '\n');
    if (c->details) {
        buf_addc(out, '\n');
        add_wrapped(out, c->details);
    }
    if (has_visible(c->options)) {
        add_heading(out, "options", colour);
        add_options(out, c->options);
    }
    if (c->formats) {
        buf_add(out, "\n--format takes ");
        add_formats(out, c, "");
        buf_addc(out, '\n');
    }
    if (c->examples) {
        add_heading(out, "examples", colour);
        AUTO_ARENA a = {0};
        struct table *t = table_new(&a, NULL, 2);
        for (const struct example *e = c->examples; e->command; e++)
            table_row(t,
                      (const char *[]){arena_printf(&a, "  %s", example_text(&a, p, e->command)), e->what});
        table_render(t, out, false);
    }
    buf_addf(out, "\n%s --help lists the options of every command.\n", p->name);
}

/* A cell of a Markdown table: a bar would end it. */
static void add_cell(struct buf *out, const char *text)
{
    for (; *text; text++) {
        if (*text == '|')
            buf_addc(out, '\\');
        buf_addc(out, *text);
    }
}

static void markdown_options(struct buf *out, const struct option_spec *options)
{
    buf_add(out, "| option | meaning |\n|---|---|\n");
    for (const struct option_spec *o = options; o->name; o++) {
        if (o->hidden)
            continue;
        buf_add(out, "| ");
        if (o->letter)
            buf_addf(out, "`-%c`, ", o->letter);
        buf_addf(out, "`--%s%s%s` | ", o->name, o->arg ? " " : "", o->arg ? o->arg : "");
        add_cell(out, o->help);
        buf_add(out, " |\n");
    }
    buf_addc(out, '\n');
}

static void markdown_command(struct buf *out, const struct program *p, const struct command *c)
{
    buf_addf(out, "## %s\n\n%s.\n\n```text\n", c->name, c->summary);
    add_usage(out, p, c);
    buf_add(out, "\n```\n\n");
    if (c->details)
        buf_addf(out, "%s\n\n", c->details);
    if (has_visible(c->options))
        markdown_options(out, c->options);
    if (c->formats) {
        buf_add(out, "`--format` takes ");
        add_formats(out, c, "`");
        buf_add(out, ".\n\n");
    }
    if (c->examples) {
        buf_add(out, "| example | what it does |\n|---|---|\n");
        for (const struct example *e = c->examples; e->command; e++) {
            buf_add(out, "| `");
            add_cell(out, e->command);
            buf_add(out, "` | ");
            add_cell(out, e->what);
            buf_add(out, " |\n");
        }
        buf_addc(out, '\n');
    }
}

void help_markdown(struct buf *out, const struct program *p)
{
    buf_addf(out,
             "# Commands\n\n<!-- Made by `%s help --markdown` from the command tables; do not edit. -->\n\n",
             p->name);
    buf_add(out,
            "Payload goes to stdout, everything else to stderr. Exit codes: 0 done or no difference, 1 "
            "difference\n"
            "or drift, 2 error, 3 refused for safety.\n\n"
            "Options stand before or after the command, and may be cut short as long as they are clear.\n\n"
            "## Options of every command\n\n");
    markdown_options(out, global_options);
    for (size_t i = 0; p->commands[i]; i++)
        if (!(p->commands[i]->flags & COMMAND_HIDDEN))
            markdown_command(out, p, p->commands[i]);
    buf_truncate(out, out->len - 1);
}
