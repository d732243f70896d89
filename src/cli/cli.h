/* One run of the program. Only the files of this room print or exit: payload on stdout, everything else on
 * stderr. */
#ifndef KEDGE_CLI_CLI_H
#define KEDGE_CLI_CLI_H

#include "cli/command.h"
#include "cli/config.h"

enum exit_code {
    EXIT_DONE = 0,      /* done, or no difference */
    EXIT_DIFFERENT = 1, /* difference or drift */
    EXIT_ERROR = 2,
    EXIT_REFUSED = 3, /* for safety */
};

struct node;

struct cli {
    const struct program *program;
    struct args args;
    struct arena arena;
    struct diag diag;
    size_t shown; /* entries of diag that are on stderr already */
    struct config config;
    int verbosity; /* -1: quiet */
    bool colour_out, colour_err;
    bool live; /* stderr is a terminal: one line may be drawn over again */
    const char *format;
    int output_error; /* errno of the first write to stdout that failed */
};

/* The whole program: parse, run, diagnostics, exit code. */
int cli_main(const struct program *p, int argc, char **argv);

/* Payload. */
void cli_print(struct cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void cli_write(struct cli *c, const struct buf *b);
void cli_json(struct cli *c, const struct node *n);
/* What a person wants to know, on stderr; nothing with -q. cli_detail only with -v. */
void cli_say(struct cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
void cli_detail(struct cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* What must not go unseen, also with -q. */
void cli_insist(struct cli *c, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
/* What was collected since the last call, on stderr; done at the end of every run. */
void cli_show_diagnostics(struct cli *c);

bool cli_format_is(const struct cli *c, const char *format);

#endif
