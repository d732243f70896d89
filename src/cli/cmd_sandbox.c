/* sandbox: a throw-away PostgreSQL for the time of one command. */
#include "cli/cli.h"
#include "cli/commands.h"
#include "db/sandbox.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static volatile sig_atomic_t child; /* 0: none */
static volatile sig_atomic_t caught;

/* The terminal sends SIGINT and SIGQUIT to the child itself; what comes to us alone is passed on. */
static void pass_on(int number)
{
    caught = number;
    if (child && number != SIGINT && number != SIGQUIT)
        (void)kill((pid_t)child, number);
}

static const int passed[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP};

static void set_handlers(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler};
    (void)sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof(passed) / sizeof(passed[0]); i++)
        (void)sigaction(passed[i], &action, NULL);
}

/* psql and pg_dump of this server, where it has them, before any others (Debian's are scripts that choose one). */
static const char *path_with(struct arena *a, const char *programs)
{
    const char *path = getenv("PATH");
    return path && *path ? arena_printf(a, "%s:%s", programs, path) : programs;
}

static void run_child(char **argv, const char *url, const char *path)
{
    set_handlers(SIG_DFL);
    (void)signal(SIGPIPE, SIG_DFL);
    /* Both, so that a kedge in there does not find another database: KEDGE_URL goes before a url in
     * kedge.yaml. */
    (void)setenv("DATABASE_URL", url, 1);
    (void)setenv("KEDGE_URL", url, 1);
    (void)setenv("PATH", path, 1);
    (void)execvp(argv[0], argv);
    int why = errno;
    (void)fprintf(stderr, "error: cannot run \"%s\": %s [sandbox.exec]\n", argv[0], strerror(why));
    _exit(why == ENOENT ? 127 : 126);
}

static int wait_for(pid_t pid)
{
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return EXIT_ERROR;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static char **command_line(struct cli *c)
{
    size_t n = c->args.positional.n;
    char **argv = arena_alloc(&c->arena, (n + 2) * sizeof(*argv));
    for (size_t i = 0; i < n; i++)
        argv[i] = c->args.positional.at[i];
    if (n == 0) {
        const char *shell = getenv("SHELL");
        argv[0] = arena_strdup(&c->arena, shell && *shell ? shell : "/bin/sh");
    }
    return argv;
}

static int run_sandbox(struct cli *c)
{
    const char *major = args_value(&c->args, "server");
    char *end = NULL;
    long version = major ? strtol(major, &end, 10) : 0;
    if (major && (end == major || *end || version < 1 || version > 1000)) {
        diag_error(&c->diag, "usage.argument", NOWHERE, "--server takes a major version, not \"%s\"", major);
        return EXIT_ERROR;
    }
    sandbox_sweep();
    set_handlers(pass_on);
    struct sandbox *sandbox = NULL;
    if (sandbox_start((int)version, &c->diag, &sandbox) < 0)
        return EXIT_ERROR;
    int code = 128 + caught;
    if (!caught) {
        const char *url = sandbox_url(sandbox);
        const char *path = path_with(&c->arena, sandbox_programs(&c->arena, sandbox));
        char **argv = command_line(c);
        if (c->args.positional.n == 0)
            cli_say(c, "PostgreSQL runs at %s (DATABASE_URL); it goes when you leave this shell\n", url);
        else
            cli_detail(c, "PostgreSQL runs at %s\n", url);
        (void)fflush(NULL);
        pid_t pid = fork();
        if (pid == 0)
            run_child(argv, url, path);
        child = (sig_atomic_t)pid;
        if (pid < 0)
            diag_error(&c->diag, "sandbox.fork", NOWHERE, "cannot start \"%s\": %s", argv[0],
                       strerror(errno));
        code = pid < 0 ? EXIT_ERROR : wait_for(pid);
        child = 0;
    }
    sandbox_stop(sandbox);
    return code;
}

static const struct option_spec sandbox_options[] = {
    {0, "server", "MAJOR",
     "Major version of PostgreSQL; default: that of KEDGE_PG_BIN, or the newest that is installed", NULL,
     false},
    {0},
};
static const struct example sandbox_examples[] = {
    {"kedge sandbox", "a shell with DATABASE_URL set"},
    {"kedge sandbox -- kedge upgrade", "try the revisions on an empty database"},
    {"kedge sandbox -- sh -c 'kedge upgrade && kedge check'", "prove that the revisions lead to the model"},
    {0},
};
const struct command command_sandbox = {
    .name = "sandbox",
    .summary = "Run a command beside a throw-away PostgreSQL",
    .usage = "[-- COMMAND [ARGUMENT...]]",
    .max_args = (size_t)-1,
    .details =
        "Starts a private server (unix socket only), sets DATABASE_URL and KEDGE_URL, runs the "
        "command or $SHELL, "
        "removes the server at the end or on a signal, and passes on the exit code. The server programs are "
        "looked for in the folder KEDGE_PG_BIN, beside pg_config, in PATH and in the usual places.",
    .options = sandbox_options,
    .examples = sandbox_examples,
    .flags = COMMAND_REST | COMMAND_NO_CONFIG,
    .run = run_sandbox,
};
