/* import: the history of another tool goes on as ours. */
#include "cli/alembic_sql.h"
#include "cli/commands.h"
#include "cli/project.h"

#include "base/file.h"
#include "base/node.h"
#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { INI_LARGEST = 1024 * 1024 };

/* --- finding and reading the project --- */

/* Its table [tool.alembic], or NULL. */
static int read_toml(struct cli *c, const char *path, struct source **ret)
{
    struct source *s;
    *ret = NULL;
    if (!file_exists(path))
        return OK;
    if (file_read(&c->arena, path, INI_LARGEST, &c->diag, &s) < 0)
        return ERR;
    *ret = alembic_in_toml(s) ? s : NULL;
    return OK;
}

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n >= m && strcmp(text + n - m, end) == 0;
}

/* alembic.ini or pyproject.toml; the other one beside it counts, too. */
static int use_ini(struct cli *c, const char *path, struct alembic_project *p)
{
    struct source *ini = NULL, *toml = NULL;
    const char *here = path_folder(&c->arena, path);
    char *real = realpath(path, NULL);
    const char *absolute = arena_strdup(&c->arena, real ? real : path);
    free(real);
    p->ini_folder = path_folder(&c->arena, absolute);
    p->ini = absolute;
    if (read_toml(c, ends_with(path, ".toml") ? path : path_join(&c->arena, here, "pyproject.toml"), &toml) <
        0)
        return ERR;
    if (!ends_with(path, ".toml") && file_read(&c->arena, path, INI_LARGEST, &c->diag, &ini) < 0)
        return ERR;
    if (!ini && !toml)
        return diag_error(&c->diag, "alembic.none", NOWHERE, "there is no table [tool.alembic] in %s", path);
    return alembic_ini_read(&c->arena, ini, toml, here, &c->diag, &p->settings);
}

/* alembic.ini, or a pyproject.toml with its table; NULL: neither is there. */
static int find_ini(struct cli *c, const char *dir, const char **ret)
{
    const char *ini = path_join(&c->arena, dir, "alembic.ini"),
               *toml = path_join(&c->arena, dir, "pyproject.toml");
    struct source *table;
    *ret = ini;
    if (file_exists(ini))
        return OK;
    if (read_toml(c, toml, &table) < 0)
        return ERR;
    *ret = table ? toml : NULL;
    return OK;
}

/* DIR: alembic.ini, pyproject.toml, their folder, or a folder with env.py or versions. */
static int find_project(struct cli *c, const char *dir, struct alembic_project *p)
{
    struct arena *a = &c->arena;
    const char *ini = NULL, *versions = path_join(a, dir, "versions");
    if (file_exists(dir) && !file_is_folder(dir))
        return use_ini(c, dir, p);
    if (find_ini(c, dir, &ini) < 0)
        return ERR;
    if (!ini && file_exists(path_join(a, dir, "env.py")) && find_ini(c, path_join(a, dir, ".."), &ini) < 0)
        return ERR;
    if (ini)
        return use_ini(c, ini, p);
    if (file_is_folder(versions)) {
        p->settings.script = dir;
        list_push(a, &p->settings.locations, versions);
        return OK;
    }
    diag_error(
        &c->diag, "alembic.none", NOWHERE,
        "there is no alembic.ini, no [tool.alembic] in a pyproject.toml and no folder versions in \"%s\"",
        dir);
    diag_hint(&c->diag, "kedge import alembic DIR: DIR is the folder with one of them.");
    return ERR;
}

static int read_file(struct cli *c, const char *path, struct alembic_project *p)
{
    struct source *s;
    struct alembic_file *f = arena_new(&c->arena, struct alembic_file);
    if (file_read(&c->arena, path, 0, &c->diag, &s) < 0)
        return ERR;
    int rc = alembic_read(&c->arena, s, &c->diag, f);
    if (!f->revision)
        return rc;
    if (!map_put(&p->by_id, f->revision, f))
        return diag_error(&c->diag, "alembic.duplicate", (struct loc){.source = s, .line = 1, .column = 1},
                          "a second file with the revision \"%s\"", f->revision);
    list_push(&c->arena, &p->files, f);
    list_push(&c->arena, &p->paths, path);
    return rc;
}

static int read_folder(struct cli *c, const char *folder, bool recursive, struct alembic_project *p)
{
    struct list folders = {0}, names = {0};
    const char *path, *name;
    int rc = OK;
    list_push(&c->arena, &folders, folder);
    for (size_t i = 0; i < folders.n && i < 10000; i++) {
        path = folders.at[i];
        names = (struct list){0};
        if (folder_list(&c->arena, path, "", &c->diag, &names) < 0)
            return ERR;
        list_each (name, &names) {
            const char *inner = path_join(&c->arena, path, name);
            size_t n = strlen(name);
            if (file_is_folder(inner)) {
                if (recursive && strcmp(name, "__pycache__") != 0)
                    list_push(&c->arena, &folders, inner);
            } else if (n > 3 && strcmp(name + n - 3, ".py") == 0 && read_file(c, inner, p) < 0) {
                rc = ERR;
            }
        }
    }
    return rc;
}

static int read_project(struct cli *c, const char *dir, struct alembic_project *p)
{
    const char *folder;
    struct source *env;
    int rc = OK;
    if (find_project(c, dir, p) < 0)
        return ERR;
    list_each (folder, &p->settings.locations)
        if (read_folder(c, folder, p->settings.recursive, p) < 0)
            rc = ERR;
    const char *path = path_join(&c->arena, p->settings.script, "env.py");
    if (file_exists(path) && file_read(&c->arena, path, 0, &c->diag, &env) == OK)
        p->version_table = alembic_version_table(&c->arena, env);
    if (!p->version_table)
        p->version_table = "alembic_version";
    if (rc == OK && p->files.n == 0)
        return diag_error(&c->diag, "alembic.none", NOWHERE, "no revisions in \"%s\"",
                          p->settings.locations.n ? (const char *)p->settings.locations.at[0] : dir);
    return rc;
}

/* --- writing revisions --- */

struct import {
    struct cli *cli;
    struct alembic_project *project;
    struct alembic_sql *sql;
    size_t written, kept, todo;
    struct node *paths;
};

/* What a database must not run: it would record as done what was not done. */
static void add_refusal(struct buf *out, const char *revision)
{
    AUTO_BUF body = {0};
    AUTO_BUF message = {0};
    buf_addf(&message, "revision %s was not taken over from Alembic yet", revision);
    buf_add(&body, "\nBEGIN\n    RAISE EXCEPTION USING MESSAGE = ");
    buf_literal(&body, buf_str(&message));
    buf_add(&body, ";\nEND\n");
    buf_add(out, "DO ");
    buf_dollar(out, buf_str(&body));
    buf_add(out, ";\n");
}

static char *section(struct import *m, const struct alembic_file *f, const char *path, bool downgrade)
{
    const struct alembic_step *step = map_get(downgrade ? &m->sql->down : &m->sql->up, f->revision);
    const char *function = downgrade ? "downgrade()" : "upgrade()";
    bool empty = downgrade ? f->empty_downgrade : f->empty_upgrade;
    AUTO_BUF out = {0};
    if (step && step->sql && !step->wrong) {
        if (f->asks && !empty) {
            m->todo++;
            buf_addf(&out, "-- TODO: %s of ", function);
            buf_comment(&out, path);
            buf_add(&out, " asks the database or looks at the mode: check that this is all of it\n");
        }
        buf_add(&out, step->sql);
    } else if (!empty) {
        m->todo++;
        const char *why = step && step->wrong ? step->wrong : m->sql->why;
        buf_addf(&out, "-- TODO: %s of ", function);
        buf_comment(&out, path);
        buf_add(&out, " was not taken over: ");
        buf_comment(&out, why && *why ? why : "Alembic's script does not have it");
        buf_addc(&out, '\n');
        if (step && step->sql)
            buf_add(&out, step->sql);
        add_refusal(&out, f->revision);
    }
    return buf_take(&out, &m->cli->arena);
}

/* The name the file had, as a template that yields itself. */
static const char *name_template(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    AUTO_BUF out = {0};
    for (size_t n = strlen(name) - 3; n > 0; n--, name++) {
        if (*name == '%')
            buf_addc(&out, '%');
        buf_addc(&out, *name);
    }
    return buf_take(&out, a);
}

static int write_revision(struct import *m, const struct graph *g, const struct alembic_file *f,
                          const char *path)
{
    struct cli *c = m->cli;
    char *written = NULL;
    if (graph_get(g, f->revision)) {
        m->kept++;
        return OK;
    }
    struct revision_draft draft = {.id = f->revision,
                                   .message = f->message,
                                   .created = f->created,
                                   .parents = f->parents,
                                   .depends = f->depends,
                                   .labels = f->labels,
                                   .upgrade = section(m, f, path, false),
                                   .downgrade = section(m, f, path, true),
                                   .folder = c->config.revisions.at[0],
                                   .file_template = name_template(&c->arena, path)};
    if (revision_write(&c->arena, &draft, &c->diag, &written) < 0)
        return ERR;
    m->written++;
    node_add(&c->arena, m->paths, node_text(&c->arena, written));
    return OK;
}

/* --- the configuration --- */

static int write_settings(struct cli *c, const char *table)
{
    const struct settings *s = &c->config.settings;
    const char *path = c->config.path ? c->config.path : "kedge.yaml";
    AUTO_BUF text = {0};
    struct source *old;
    if (s->version_table) {
        if (strcmp(s->version_table, table) != 0)
            diag_warning(&c->diag, "alembic.version-table", NOWHERE,
                         "the configuration has version_table: %s, and Alembic's is %s", s->version_table,
                         table);
        return OK;
    }
    if (c->config.path) {
        if (file_read(&c->arena, path, 0, &c->diag, &old) < 0)
            return ERR;
        buf_addn(&text, old->text, old->len);
        if (text.len && text.data[text.len - 1] != '\n')
            buf_addc(&text, '\n');
    } else {
        buf_add(&text, "model: schema.yaml\nrevisions: ");
        buf_addf(&text, "%s\n", (const char *)c->config.revisions.at[0]);
    }
    buf_addf(&text, "version_table: %s\n", table);
    if (file_write(path, buf_str(&text), text.len, true, &c->diag) < 0)
        return ERR;
    cli_say(c, "%s: version_table: %s\n", path, table);
    return OK;
}

static void report(const struct import *m)
{
    struct cli *c = m->cli;
    const struct node *path;
    if (cli_format_is(c, "json")) {
        struct node *n = node_map(&c->arena);
        node_set(&c->arena, n, "written", m->paths);
        node_set(&c->arena, n, "kept", node_number(&c->arena, (long long)m->kept));
        node_set(&c->arena, n, "todo", node_number(&c->arena, (long long)m->todo));
        node_set(&c->arena, n, "version_table", node_text(&c->arena, m->project->version_table));
        cli_json(c, n);
    } else {
        list_each (path, &m->paths->items)
            cli_print(c, "%s\n", path->text);
    }
    cli_say(c, "%zu revision%s taken over", m->written, m->written == 1 ? "" : "s");
    if (m->kept)
        cli_say(c, ", %zu that %s here already kept", m->kept, m->kept == 1 ? "was" : "were");
    cli_say(c, "\n");
    if (m->sql->why)
        cli_say(c, "without their SQL: %s\n", m->sql->why);
    if (m->todo)
        cli_say(c, "%zu section%s to finish by hand: kedge validate lists them\n", m->todo,
                m->todo == 1 ? " is" : "s are");
    if (c->config.model && !file_exists(c->config.model))
        cli_say(c, "next: kedge inspect -o %s, for the model of the database as it is\n", c->config.model);
}

static int import_alembic(struct cli *c, struct alembic_project *p, struct alembic_sql *sql)
{
    AUTO_GRAPH before = NULL;
    AUTO_GRAPH after = NULL;
    struct import m = {.cli = c, .project = p, .sql = sql, .paths = node_list(&c->arena)};
    const char *program = args_value(&c->args, "alembic");
    const struct alembic_file *f;
    size_t i = 0;
    if (read_project(c, args_at(&c->args, 1) ? args_at(&c->args, 1) : ".", p) < 0)
        return EXIT_ERROR;
    if (folder_make(c->config.revisions.at[0], &c->diag) < 0 || project_graph(c, &before) < 0)
        return EXIT_ERROR;
    struct diag quiet = {0};
    struct diag kept = c->diag;
    c->diag = quiet;
    int rc = alembic_sql_get(c, p, program ? program : "alembic", sql);
    quiet = c->diag;
    c->diag = kept;
    if (rc < 0) /* without the program there is no SQL, and the rest can be had all the same */
        sql->why = quiet.entries.n
                       ? arena_strdup(&c->arena, ((const struct diag_entry *)quiet.entries.at[0])->message)
                       : "Alembic cannot be run";
    diag_clear(&quiet);
    list_each (f, &p->files)
        if (write_revision(&m, before, f, p->paths.at[i++]) < 0)
            return EXIT_ERROR;
    if (write_settings(c, p->version_table) < 0)
        return EXIT_ERROR;
    report(&m);
    /* Says what does not fit together. */
    return project_graph(c, &after) < 0 ? EXIT_ERROR : m.todo ? EXIT_DIFFERENT : EXIT_DONE;
}

static int run_import(struct cli *c)
{
    struct alembic_project project = {0};
    struct alembic_sql sql = {0};
    if (strcmp(args_at(&c->args, 0), "alembic") != 0) {
        diag_error(&c->diag, "usage.argument", NOWHERE, "import knows alembic, not \"%s\"",
                   args_at(&c->args, 0));
        return EXIT_ERROR;
    }
    int code = import_alembic(c, &project, &sql);
    map_clear(&project.by_id);
    map_clear(&sql.up);
    map_clear(&sql.down);
    return code;
}

static const char *const json_formats[] = {"json", NULL};
static const struct option_spec import_options[] = {
    {0, "alembic", "PROGRAM", "The alembic command, such as .venv/bin/alembic; default: the one in PATH",
     NULL, false},
    {0},
};
static const struct example import_examples[] = {
    {"kedge import alembic .", "the project whose alembic.ini is here"},
    {"kedge import alembic backend --alembic backend/.venv/bin/alembic",
     "with the command of its environment"},
    {0},
};
const struct command command_import = {
    .name = "import",
    .summary = "Take over the revisions of Alembic",
    .usage = "alembic [DIR]",
    .min_args = 1,
    .max_args = 2,
    .details =
        "Ids, parents, labels, dependencies and messages are read from the Python files; the SQL comes from "
        "Alembic's offline mode. What cannot be had so stands in the files as -- TODO, which kedge validate "
        "lists, and refuses to run; the exit code is then 1. Revisions that are here already are kept. The "
        "version table goes on: it is written to kedge.yaml.",
    .options = import_options,
    .formats = json_formats,
    .examples = import_examples,
    .run = run_import,
};
