/* Completion scripts of bash, zsh and fish, from the same tables as the parser. */
#include "cli/command.h"

#include <string.h>

/* Text inside single quotes of a shell. */
static void add_quoted(struct buf *out, const char *text)
{
    buf_addc(out, '\'');
    for (; *text; text++) {
        if (*text == '\'')
            buf_add(out, "'\\''");
        else
            buf_addc(out, *text);
    }
    buf_addc(out, '\'');
}

static bool takes_path(const struct option_spec *o)
{
    return o->arg &&
           (strcmp(o->arg, "FILE") == 0 || strcmp(o->arg, "FOLDER") == 0 || strcmp(o->arg, "PATH") == 0);
}

/* A symbol for names of shell functions: kedge-runner -> kedge_runner. */
static char *shell_symbol(struct arena *a, const char *name)
{
    char *s = arena_strdup(a, name);
    for (char *p = s; *p; p++)
        if (*p == '-')
            *p = '_';
    return s;
}

static void bash_words(struct buf *out, const struct option_spec *options)
{
    for (const struct option_spec *o = options; o && o->name; o++) {
        if (o->hidden)
            continue;
        buf_addf(out, " --%s", o->name);
        if (o->letter)
            buf_addf(out, " -%c", o->letter);
    }
}

/* Arms of a case on the word before: what an option's argument may be. */
static void bash_arguments(struct buf *out, const struct option_spec *options)
{
    for (const struct option_spec *o = options; o && o->name; o++) {
        if (!o->arg || o->hidden)
            continue;
        buf_add(out, "        ");
        if (o->letter)
            buf_addf(out, "-%c|", o->letter);
        buf_addf(out, "--%s) ", o->name);
        if (o->choices) {
            buf_add(out, "COMPREPLY=($(compgen -W '");
            for (size_t i = 0; o->choices[i]; i++)
                buf_addf(out, "%s%s", i ? " " : "", o->choices[i]);
            buf_add(out, "' -- \"$word\")); return ;;\n");
        } else if (takes_path(o)) {
            buf_add(out, "COMPREPLY=($(compgen -f -- \"$word\")); return ;;\n");
        } else {
            buf_add(out, "return ;;\n");
        }
    }
}

static void bash_formats(struct buf *out, const struct command *c)
{
    buf_addf(out, "        %s) formats='text", c->name);
    for (size_t i = 0; c->formats && c->formats[i]; i++)
        buf_addf(out, " %s", c->formats[i]);
    buf_add(out, "' words='");
    bash_words(out, c->options);
    buf_add(out, "' ;;\n");
}

static void write_bash(struct buf *out, const struct program *p)
{
    AUTO_ARENA a = {0};
    const char *symbol = shell_symbol(&a, p->name);
    buf_addf(out, "# %s completion for bash: eval \"$(%s completion bash)\"\n", p->name, p->name);
    buf_addf(out, "_%s()\n{\n", symbol);
    buf_add(out, "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
                 "    local command='' words='' formats='text json' i\n"
                 "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
                 "        case ${COMP_WORDS[i]} in\n        ");
    for (size_t i = 0; p->commands[i]; i++)
        buf_addf(out, "%s%s", i ? "|" : "", p->commands[i]->name);
    buf_add(out, ") command=${COMP_WORDS[i]}; break ;;\n        esac\n    done\n    case $command in\n");
    for (size_t i = 0; p->commands[i]; i++)
        bash_formats(out, p->commands[i]);
    buf_add(out, "    esac\n    case $before in\n"
                 "        --format) COMPREPLY=($(compgen -W \"$formats\" -- \"$word\")); return ;;\n");
    bash_arguments(out, global_options);
    for (size_t i = 0; p->commands[i]; i++)
        bash_arguments(out, p->commands[i]->options);
    buf_add(out, "    esac\n    if [[ $word == -* ]]; then\n        COMPREPLY=($(compgen -W \"$words");
    bash_words(out, global_options);
    buf_add(out, "\" -- \"$word\"))\n    elif [[ -z $command ]]; then\n        COMPREPLY=($(compgen -W '");
    for (size_t i = 0; p->commands[i]; i++)
        if (!(p->commands[i]->flags & COMMAND_HIDDEN))
            buf_addf(out, " %s", p->commands[i]->name);
    buf_add(out, "' -- \"$word\"))\n    else\n        COMPREPLY=($(compgen -f -- \"$word\"))\n    fi\n}\n");
    buf_addf(out, "complete -o filenames -F _%s %s\n", symbol, p->name);
}

/* One spec of _arguments: '(-q --quiet)'{-q,--quiet}'[help]'. */
static void zsh_option(struct buf *out, const struct option_spec *o)
{
    AUTO_BUF text = {0};
    buf_addc(&text, '[');
    for (const char *s = o->help; *s; s++) {
        if (*s == '[' || *s == ']' || *s == ':')
            buf_addc(&text, '\\');
        buf_addc(&text, *s);
    }
    buf_addc(&text, ']');
    if (o->arg) {
        buf_addf(&text, ":%s:", o->arg);
        if (o->choices) {
            buf_addc(&text, '(');
            for (size_t i = 0; o->choices[i]; i++)
                buf_addf(&text, "%s%s", i ? " " : "", o->choices[i]);
            buf_addc(&text, ')');
        } else if (takes_path(o)) {
            buf_add(&text, "_files");
        }
    }
    buf_add(out, " \\\n            ");
    if (o->letter)
        buf_addf(out, "'*'{-%c,--%s}", o->letter, o->name);
    else
        buf_addf(out, "'*--%s'", o->name);
    add_quoted(out, buf_str(&text));
}

static void zsh_options(struct buf *out, const struct option_spec *options)
{
    for (const struct option_spec *o = options; o && o->name; o++)
        if (!o->hidden)
            zsh_option(out, o);
}

static void write_zsh(struct buf *out, const struct program *p)
{
    AUTO_ARENA a = {0};
    const char *symbol = shell_symbol(&a, p->name);
    buf_addf(out, "#compdef %s\n# %s completion for zsh: a file _%s in a folder of $fpath\n", p->name,
             p->name, p->name);
    buf_addf(out, "_%s()\n{\n    local context state line\n    _arguments -C", symbol);
    zsh_options(out, global_options);
    buf_add(
        out,
        " \\\n            '1:command:->command' '*::argument:->argument'\n    case $state in\n    command)\n"
        "        local -a commands=(\n");
    for (size_t i = 0; p->commands[i]; i++) {
        if (p->commands[i]->flags & COMMAND_HIDDEN)
            continue;
        buf_add(out, "            ");
        add_quoted(out, arena_printf(&a, "%s:%s", p->commands[i]->name, p->commands[i]->summary));
        buf_addc(out, '\n');
    }
    buf_add(out, "        )\n        _describe command commands\n        ;;\n    argument)\n        case "
                 "$line[1] in\n");
    for (size_t i = 0; p->commands[i]; i++) {
        buf_addf(out, "        %s) _arguments", p->commands[i]->name);
        zsh_options(out, p->commands[i]->options);
        zsh_options(out, global_options);
        buf_add(out, " '*:argument:_files' ;;\n");
    }
    buf_addf(out, "        esac\n        ;;\n    esac\n}\n_%s \"$@\"\n", symbol);
}

static void fish_option(struct buf *out, const struct program *p, const char *condition,
                        const struct option_spec *o)
{
    buf_addf(out, "complete -c %s", p->name);
    if (condition)
        buf_addf(out, " -n '__fish_seen_subcommand_from %s'", condition);
    if (o->letter)
        buf_addf(out, " -s %c", o->letter);
    buf_addf(out, " -l %s", o->name);
    if (o->arg)
        buf_add(out, takes_path(o) ? " -r -F" : " -x");
    if (o->choices) {
        buf_add(out, " -a '");
        for (size_t i = 0; o->choices[i]; i++)
            buf_addf(out, "%s%s", i ? " " : "", o->choices[i]);
        buf_addc(out, '\'');
    }
    buf_add(out, " -d ");
    add_quoted(out, o->help);
    buf_addc(out, '\n');
}

static void write_fish(struct buf *out, const struct program *p)
{
    buf_addf(out, "# %s completion for fish: %s completion fish | source\n", p->name, p->name);
    for (const struct option_spec *o = global_options; o->name; o++)
        fish_option(out, p, NULL, o);
    for (size_t i = 0; p->commands[i]; i++) {
        const struct command *c = p->commands[i];
        if (c->flags & COMMAND_HIDDEN)
            continue;
        buf_addf(out, "complete -c %s -f -n __fish_use_subcommand -a %s -d ", p->name, c->name);
        add_quoted(out, c->summary);
        buf_addc(out, '\n');
        for (const struct option_spec *o = c->options; o && o->name; o++)
            if (!o->hidden)
                fish_option(out, p, c->name, o);
    }
}

int completion_write(struct buf *out, const struct program *p, const char *shell, struct diag *d)
{
    static const struct {
        const char *name;
        void (*write)(struct buf *, const struct program *);
    } shells[] = {{"bash", write_bash}, {"zsh", write_zsh}, {"fish", write_fish}};
    for (size_t i = 0; i < sizeof(shells) / sizeof(shells[0]); i++)
        if (strcmp(shells[i].name, shell) == 0) {
            shells[i].write(out, p);
            return OK;
        }
    diag_error(d, "usage.choice", NOWHERE, "there is no completion for \"%s\"", shell);
    diag_hint(d, "bash, zsh and fish are known.");
    return ERR;
}
