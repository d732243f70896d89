/* Commands and options as tables. One table gives the parser, the help, the completion of three shells and
 * docs/commands.md. */
#ifndef KEDGE_CLI_COMMAND_H
#define KEDGE_CLI_COMMAND_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/list.h"

struct cli;

/* A table of options ends with a row whose name is NULL. */
struct option_spec {
    char letter;      /* 0: none */
    const char *name; /* without the dashes */
    const char *arg;  /* what help calls its argument: FILE and FOLDER complete to files; NULL: a switch */
    const char *help; /* a sentence without a full stop */
    const char *const *choices; /* ends with NULL; NULL: any text */
    bool hidden;
};

struct example {
    const char *command; /* as typed, without the prompt */
    const char *what;
};

enum command_flags {
    COMMAND_HIDDEN = 1,
    COMMAND_REST = 2,      /* the first positional ends the options: the rest belongs to another program */
    COMMAND_NO_CONFIG = 4, /* runs without reading the configuration */
};

struct command {
    const char *name;
    const char *summary; /* one line */
    const char *usage;   /* positionals: "[TARGET]"; NULL: none */
    size_t min_args, max_args;
    const char *details;               /* further paragraphs for help, or NULL */
    const struct option_spec *options; /* or NULL */
    const char *const *formats;        /* what --format takes besides text, ends with NULL; NULL: text only */
    const struct example *examples;    /* ends with a NULL command */
    unsigned flags;
    int (*run)(struct cli *c); /* the exit code */
};

/* kedge, or the smaller kedge-runner. */
struct program {
    const char *name, *summary;
    const struct command *const *commands; /* ends with NULL */
    /* What validate reads besides the revisions; NULL in a program without a model. */
    int (*read_model)(struct cli *c);
};

struct given {
    const struct option_spec *option;
    const char *value; /* NULL for a switch */
};

struct args {
    const struct command *command; /* NULL: none was named */
    struct list given;             /* struct given, in order */
    struct list positional;        /* const char * */
};

extern const struct option_spec global_options[];
/* Row of every command that compares. */
#define OPTION_STRICT                                                                                        \
    {                                                                                                        \
        0, "strict", NULL, "Objects that kedge does not model are an error", NULL, false                     \
    }
#define OPTION_SHADOW                                                                                        \
    {                                                                                                        \
        0, "shadow", "MODE", "Scratch database for what texts mean: auto, create, sandbox, none or a URL",   \
            NULL, false                                                                                      \
    }

/* Row of every command that writes statements. */
#define OPTION_ONLINE                                                                                        \
    {                                                                                                        \
        0, "online", NULL, "Statements that lock existing tables as little as PostgreSQL can", NULL, false   \
    }

/* Options may stand anywhere, before or after the command; "--" ends them; "-1" is no option; a long name may
 * be cut as long as it is clear. All mistakes are collected. */
int args_parse(struct arena *a, const struct program *p, int argc, char **argv, struct diag *d,
               struct args *ret);
bool args_has(const struct args *args, const char *name);
const char *args_value(const struct args *args,
                       const char *name); /* of the last one given; NULL: not given */
void args_values(const struct args *args, const char *name, struct arena *a, struct list *ret);
const char *args_at(const struct args *args, size_t index); /* positional, NULL when absent */

const struct command *command_find(const struct program *p, const char *name);

void help_program(struct buf *out, const struct program *p, bool colour);
void help_command(struct buf *out, const struct program *p, const struct command *command, bool colour);
void help_markdown(struct buf *out, const struct program *p);
/* shell: bash, zsh or fish. */
int completion_write(struct buf *out, const struct program *p, const char *shell, struct diag *d);

#endif
