/* cli_main(): from argv to the exit code. */
#include "cli/cli.h"

#include "base/node.h"
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void cli_write(struct cli *c, const struct buf *b)
{
    errno = 0;
    if (b->len && fwrite(b->data, 1, b->len, stdout) < b->len && !c->output_error)
        c->output_error = errno ? errno : EIO;
}

void cli_print(struct cli *c, const char *fmt, ...)
{
    AUTO_BUF out = {0};
    va_list ap;
    va_start(ap, fmt);
    buf_vaddf(&out, fmt, ap);
    va_end(ap);
    cli_write(c, &out);
}

void cli_json(struct cli *c, const struct node *n)
{
    AUTO_BUF out = {0};
    json_write(&out, n, true);
    if (out.len == 0 || out.data[out.len - 1] != '\n')
        buf_addc(&out, '\n');
    cli_write(c, &out);
}

/* What was printed comes before what is said, also when both go to one place. */
static void say(int wanted, struct cli *c, const char *fmt, va_list ap) __attribute__((format(printf, 3, 0)));

static void flush_stdout(struct cli *c)
{
    errno = 0;
    if (fflush(stdout) != 0 && !c->output_error)
        c->output_error = errno ? errno : EIO;
}

static void say(int wanted, struct cli *c, const char *fmt, va_list ap)
{
    if (c->verbosity < wanted)
        return;
    flush_stdout(c);
    (void)vfprintf(stderr, fmt, ap);
}

void cli_say(struct cli *c, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    say(0, c, fmt, ap);
    va_end(ap);
}

void cli_detail(struct cli *c, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    say(1, c, fmt, ap);
    va_end(ap);
}

void cli_insist(struct cli *c, const char *fmt, ...)
{
    va_list ap;
    va_start(ap, fmt);
    say(-1, c, fmt, ap);
    va_end(ap);
}

bool cli_format_is(const struct cli *c, const char *format)
{
    return strcmp(c->format, format) == 0;
}

void cli_show_diagnostics(struct cli *c)
{
    AUTO_BUF out = {0};
    size_t errors = 0, warnings = 0;
    for (; c->shown < c->diag.entries.n; c->shown++) {
        const struct diag_entry *e = c->diag.entries.at[c->shown];
        errors += e->severity == SEVERITY_ERROR;
        warnings += e->severity == SEVERITY_WARNING;
        if (c->verbosity >= 0 || e->severity == SEVERITY_ERROR)
            diag_render(&out, e, c->colour_err);
    }
    if (c->verbosity < 0)
        warnings = 0;
    if (errors)
        buf_addf(&out, "%zu error%s", errors, errors == 1 ? "" : "s");
    if (warnings)
        buf_addf(&out, "%s%zu warning%s", errors ? ", " : "", warnings, warnings == 1 ? "" : "s");
    if (errors || warnings)
        buf_addc(&out, '\n');
    if (out.len == 0)
        return;
    flush_stdout(c);
    (void)fwrite(out.data, 1, out.len, stderr);
}

static bool wants_colour(const char *when, int fd)
{
    if (when && strcmp(when, "always") == 0)
        return true;
    if (when && strcmp(when, "never") == 0)
        return false;
    const char *no = getenv("NO_COLOR"), *term = getenv("TERM");
    return !(no && *no) && isatty(fd) && !(term && strcmp(term, "dumb") == 0);
}

static void settle_streams(struct cli *c)
{
    const char *when = args_value(&c->args, "color");
    c->colour_out = wants_colour(when, STDOUT_FILENO);
    c->colour_err = wants_colour(when, STDERR_FILENO);
    const char *term = getenv("TERM");
    c->live = isatty(STDERR_FILENO) && !(term && strcmp(term, "dumb") == 0);
    const struct given *g;
    list_each (g, &c->args.given) {
        if (strcmp(g->option->name, "verbose") == 0)
            c->verbosity++;
        if (strcmp(g->option->name, "quiet") == 0)
            c->verbosity = -1;
    }
}

static int settle_format(struct cli *c)
{
    const struct command *command = c->args.command;
    c->format = args_value(&c->args, "format");
    if (!c->format)
        c->format = "text";
    if (strcmp(c->format, "text") == 0)
        return OK;
    struct list known = {0};
    list_push(&c->arena, &known, "text");
    AUTO_BUF names = {0};
    buf_add(&names, "text");
    for (size_t i = 0; command->formats && command->formats[i]; i++) {
        if (strcmp(command->formats[i], c->format) == 0)
            return OK;
        list_push(&c->arena, &known, command->formats[i]);
        buf_addf(&names, ", %s", command->formats[i]);
    }
    diag_error(&c->diag, "usage.choice", NOWHERE, "%s has no format \"%s\"", command->name, c->format);
    const char *near = diag_nearest(c->format, (const char *const *)known.at, known.n);
    if (near)
        diag_hint(&c->diag, "Did you mean %s?", near);
    else
        diag_hint(&c->diag, "It knows %s.", buf_str(&names));
    return ERR;
}

static int show_help(struct cli *c)
{
    AUTO_BUF out = {0};
    if (c->args.command)
        help_command(&out, c->program, c->args.command, c->colour_out);
    else
        help_program(&out, c->program, c->colour_out);
    cli_write(c, &out);
    return EXIT_DONE;
}

static int run(struct cli *c, int argc, char **argv)
{
    int rc = args_parse(&c->arena, c->program, argc, argv, &c->diag, &c->args);
    settle_streams(c);
    if (rc < 0)
        return EXIT_ERROR;
    if (args_has(&c->args, "help"))
        return show_help(c);
    if (args_has(&c->args, "version")) {
        cli_print(c, "%s %s\n", c->program->name, KEDGE_VERSION);
        return EXIT_DONE;
    }
    if (!c->args.command) {
        diag_error(&c->diag, "usage.no-command", NOWHERE, "which command?");
        diag_hint(&c->diag, "%s --help lists them.", c->program->name);
        return EXIT_ERROR;
    }
    if (settle_format(c) < 0)
        return EXIT_ERROR;
    if (!(c->args.command->flags & COMMAND_NO_CONFIG) &&
        config_load(&c->arena, &c->args, &c->diag, &c->config) < 0)
        return EXIT_ERROR;
    rc = c->args.command->run(c);
    return rc == EXIT_DONE && c->diag.errors ? EXIT_ERROR : rc;
}

/* A full disk must not look like success. A reader that has seen enough (a closed pipe) is no error. */
static int close_stdout(struct cli *c, int code)
{
    flush_stdout(c);
    if (!c->output_error || c->output_error == EPIPE)
        return code;
    (void)fprintf(stderr, "error: cannot write to stdout: %s [output.write]\n", strerror(c->output_error));
    return EXIT_ERROR;
}

int cli_main(const struct program *p, int argc, char **argv)
{
    /* A run must not die in the middle of a migration because nobody reads its messages any more. */
    (void)signal(SIGPIPE, SIG_IGN);
    struct cli c = {.program = p, .format = "text"};
    int code = run(&c, argc, argv);
    cli_show_diagnostics(&c);
    code = close_stdout(&c, code);
    config_clear(&c.config);
    diag_clear(&c.diag);
    arena_clear(&c.arena);
    return code;
}
