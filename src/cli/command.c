/* Parsing the command line by the tables. */
#include "cli/command.h"

#include <string.h>

static const char *const colour_choices[] = {"auto", "always", "never", NULL};

const struct option_spec global_options[] = {
    {'c', "config", "FILE", "Configuration file; default: kedge.yaml in this folder or one above", NULL,
     false},
    {0, "env", "NAME", "Environment of the configuration to work in", NULL, false},
    {0, "url", "URL", "Database; default: KEDGE_URL, the configuration, DATABASE_URL", NULL, false},
    {0, "model", "PATH", "Model file or folder, instead of the configured one", NULL, false},
    {0, "revisions", "FOLDER", "Folder of revision files, instead of the configured one", NULL, false},
    {'q', "quiet", NULL, "Say nothing but the result and errors", NULL, false},
    {'v', "verbose", NULL, "Say more", NULL, false},
    {0, "color", "WHEN", "Colours: auto (on a terminal), always or never", colour_choices, false},
    {0, "format", "FORMAT", "Form of the result: text, json or what the command offers", NULL, false},
    {'h', "help", NULL, "Show help, also of a command", NULL, false},
    {0, "version", NULL, "Show the version", NULL, false},
    {0},
};

const struct command *command_find(const struct program *p, const char *name)
{
    for (size_t i = 0; p->commands[i]; i++)
        if (strcmp(p->commands[i]->name, name) == 0)
            return p->commands[i];
    return NULL;
}

struct parser {
    struct arena *arena;
    const struct program *program;
    const struct command *command; /* NULL in the first walk, which only looks for the command */
    struct diag *diag;
    char **argv;
    int argc, next;
    struct args *args;
    const char
        *stray; /* an unknown option before the command: what follows may be its argument, and no command */
};

/* The option tables that hold here: the global one, then the command's; in the first walk those of all
 * commands, so that an option of a command may stand before it. */
static const struct option_spec *option_table(const struct parser *p, size_t index)
{
    if (index == 0)
        return global_options;
    if (p->command)
        return index == 1 ? p->command->options : NULL;
    for (size_t i = 0; p->program->commands[i]; i++)
        if (p->program->commands[i]->options && --index == 0)
            return p->program->commands[i]->options;
    return NULL;
}

static const struct option_spec *find_letter(const struct parser *p, char letter)
{
    const struct option_spec *table;
    for (size_t t = 0; (table = option_table(p, t)); t++)
        for (const struct option_spec *o = table; o->name; o++)
            if (o->letter == letter)
                return o;
    return NULL;
}

/* Exact, or the only one that begins so. *ret_other: a second one that begins so. */
static const struct option_spec *find_name(const struct parser *p, const char *name, size_t len,
                                           const struct option_spec **ret_other)
{
    const struct option_spec *table, *found = NULL;
    *ret_other = NULL;
    for (size_t t = 0; (table = option_table(p, t)); t++)
        for (const struct option_spec *o = table; o->name; o++) {
            if (strncmp(o->name, name, len) != 0)
                continue;
            if (o->name[len] == '\0') {
                *ret_other = NULL;
                return o;
            }
            if (found && strcmp(found->name, o->name) != 0)
                *ret_other = o;
            else
                found = o;
        }
    return found;
}

/* Habits from Alembic. */
static const char *habit_hint(const char *option)
{
    static const char *const habits[][2] = {
        {"-n", "Alembic's -n NAME is --env NAME here."},
        {"--name", "Alembic's --name NAME is --env NAME here."},
        {"-x", "Alembic's -x NAME=VALUE is a variable of the environment here: ${NAME} in kedge.yaml."},
    };
    for (size_t i = 0; i < sizeof(habits) / sizeof(*habits); i++)
        if (strcmp(habits[i][0], option) == 0)
            return habits[i][1];
    return NULL;
}

static void unknown_option(struct parser *p, const char *text, const char *name)
{
    if (!p->command && !p->stray)
        p->stray = text;
    if (p->command)
        diag_error(p->diag, "usage.unknown-option", NOWHERE, "%s does not take the option %s",
                   p->command->name, text);
    else
        diag_error(p->diag, "usage.unknown-option", NOWHERE, "there is no option %s", text);

    struct list names = {0};
    const struct option_spec *table;
    for (size_t t = 0; name && (table = option_table(p, t)); t++)
        for (const struct option_spec *o = table; o->name; o++)
            if (!o->hidden)
                list_push(p->arena, &names, o->name);
    const char *near = name ? diag_nearest(name, (const char *const *)names.at, names.n) : NULL;
    const char *habit = habit_hint(text);
    if (habit)
        diag_hint(p->diag, "%s", habit);
    else if (near)
        diag_hint(p->diag, "Did you mean --%s?", near);
    else
        diag_hint(p->diag, "%s %s%s--help lists the options.", p->program->name,
                  p->command && p->command->summary ? p->command->name : "",
                  p->command && p->command->summary ? " " : "");
}

static void check_choice(struct parser *p, const struct option_spec *o, const char *value)
{
    size_t n = 0;
    AUTO_BUF list = {0};
    for (; o->choices[n]; n++) {
        if (strcmp(o->choices[n], value) == 0)
            return;
        buf_addf(&list, "%s%s", n ? ", " : "", o->choices[n]);
    }
    diag_error(p->diag, "usage.choice", NOWHERE, "--%s is one of %s, not \"%s\"", o->name, buf_str(&list),
               value);
    const char *near = diag_nearest(value, o->choices, n);
    if (near)
        diag_hint(p->diag, "Did you mean %s?", near);
}

/* value: what stands in the same word, or NULL: the next word is taken where the option needs one. */
static void take_option(struct parser *p, const struct option_spec *o, const char *value)
{
    if (!o->arg && value) {
        diag_error(p->diag, "usage.no-argument", NOWHERE, "--%s takes no argument", o->name);
        return;
    }
    if (o->arg && !value) {
        if (p->next >= p->argc) {
            diag_error(p->diag, "usage.argument", NOWHERE, "--%s needs %s", o->name, o->arg);
            return;
        }
        value = p->argv[p->next++];
    }
    if (o->choices)
        check_choice(p, o, value);
    struct given *g = arena_new(p->arena, struct given);
    g->option = o;
    g->value = value;
    list_push(p->arena, &p->args->given, g);
}

static void take_long(struct parser *p, const char *word)
{
    const char *name = word + 2, *equals = strchr(name, '=');
    size_t len = equals ? (size_t)(equals - name) : strlen(name);
    const struct option_spec *other, *o = find_name(p, name, len, &other);
    if (other && p->command)
        diag_error(p->diag, "usage.ambiguous-option", NOWHERE, "--%.*s may be --%s or --%s", (int)len, name,
                   o->name, other->name);
    else if (!o)
        unknown_option(p, word, arena_strndup(p->arena, name, len));
    else
        take_option(p, o, equals ? equals + 1 : NULL);
}

static void take_letters(struct parser *p, const char *word)
{
    for (const char *s = word + 1; *s; s++) {
        const struct option_spec *o = find_letter(p, *s);
        if (!o) {
            unknown_option(p, arena_printf(p->arena, "-%c", *s), NULL);
            return;
        }
        if (!o->arg) {
            take_option(p, o, NULL);
            continue;
        }
        take_option(p, o, s[1] ? s + 1 : NULL);
        return;
    }
}

/* "-1", "-2:" are steps, "-" is a file. */
static bool is_option(const char *word)
{
    return word[0] == '-' && word[1] != '\0' && !(word[1] >= '0' && word[1] <= '9');
}

/* Walks over the words once. The command itself is the first positional; it is left out of the result. */
static void walk(struct parser *p)
{
    bool options = true, seen_command = false;
    for (p->next = 1; p->next < p->argc;) {
        const char *word = p->argv[p->next++];
        if (options && strcmp(word, "--") == 0)
            options = false;
        else if (options && strncmp(word, "--", 2) == 0)
            take_long(p, word);
        else if (options && is_option(word))
            take_letters(p, word);
        else if (!seen_command) {
            seen_command = true;
            if (!p->command) {
                list_push(p->arena, &p->args->positional, word);
                return;
            }
        } else {
            list_push(p->arena, &p->args->positional, word);
            if (p->command->flags & COMMAND_REST)
                options = false;
        }
    }
}

static void unknown_command(struct parser *p, const char *name)
{
    diag_error(p->diag, "usage.unknown-command", NOWHERE, "there is no command \"%s\"", name);
    struct list names = {0};
    for (size_t i = 0; p->program->commands[i]; i++)
        if (!(p->program->commands[i]->flags & COMMAND_HIDDEN))
            list_push(p->arena, &names, p->program->commands[i]->name);
    const char *near = diag_nearest(name, (const char *const *)names.at, names.n);
    if (near)
        diag_hint(p->diag, "Did you mean %s?", near);
    else
        diag_hint(p->diag, "%s --help lists the commands.", p->program->name);
}

static void check_count(struct parser *p)
{
    const struct command *c = p->command;
    size_t n = p->args->positional.n;
    if (n < c->min_args) {
        diag_error(p->diag, "usage.argument", NOWHERE, "%s needs %s", c->name, c->usage);
        diag_hint(p->diag, "%s %s --help shows examples.", p->program->name, c->name);
    } else if (n > c->max_args) {
        diag_error(p->diag, "usage.argument", NOWHERE, "%s does not take \"%s\"", c->name,
                   (const char *)p->args->positional.at[c->max_args]);
        diag_hint(p->diag, "%s %s --help shows examples.", p->program->name, c->name);
    }
}

int args_parse(struct arena *a, const struct program *program, int argc, char **argv, struct diag *d,
               struct args *ret)
{
    struct args first = {0};
    struct parser p = {.arena = a, .program = program, .argv = argv, .argc = argc, .args = &first};
    walk(&p);
    const struct command none = {.name = program->name, .max_args = (size_t)-1};
    *ret = (struct args){0};
    if (first.positional.n == 0) {
        /* Nothing but options: again, now with their mistakes. */
        p.command = &none;
        p.args = ret;
        p.diag = d;
        walk(&p);
        return d->errors ? ERR : OK;
    }
    p.diag = d;
    p.command = command_find(program, first.positional.at[0]);
    if (!p.command) {
        if (p.stray)
            unknown_option(&p, p.stray, strncmp(p.stray, "--", 2) == 0 ? p.stray + 2 : NULL);
        else
            unknown_command(&p, first.positional.at[0]);
        /* --color and the like hold for the message, too. */
        p.command = &none;
        p.args = ret;
        p.diag = NULL;
        walk(&p);
        return ERR;
    }
    ret->command = p.command;
    p.args = ret;
    size_t before = d->errors;
    walk(&p);
    if (!args_has(ret, "help"))
        check_count(&p);
    return d->errors > before ? ERR : OK;
}

static const struct given *find_given(const struct args *args, const char *name)
{
    for (size_t i = args->given.n; i > 0; i--) {
        const struct given *g = args->given.at[i - 1];
        if (strcmp(g->option->name, name) == 0)
            return g;
    }
    return NULL;
}

bool args_has(const struct args *args, const char *name)
{
    return find_given(args, name) != NULL;
}

const char *args_value(const struct args *args, const char *name)
{
    const struct given *g = find_given(args, name);
    return g ? g->value : NULL;
}

void args_values(const struct args *args, const char *name, struct arena *a, struct list *ret)
{
    const struct given *g;
    list_each (g, &args->given)
        if (strcmp(g->option->name, name) == 0)
            list_push(a, ret, g->value);
}

const char *args_at(const struct args *args, size_t index)
{
    return index < args->positional.n ? args->positional.at[index] : NULL;
}
