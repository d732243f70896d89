/* A whole history is two runs of Alembic when all goes well. A revision that cannot run offline ends a
 * script; then the next one begins behind it, and what is still missing is asked for one by one. */
#include "cli/alembic_sql.h"

#include "cli/child.h"
#include <string.h>

struct asking {
    struct cli *cli;
    struct alembic_project *project;
    const char *program;
    bool downgrade;
    struct map *steps;
    const char *failed; /* the revision at which the last script ended, or NULL */
    const char *reason;
};

/* The last line that says something: of a traceback, the exception. */
static const char *last_line(struct arena *a, const char *text)
{
    size_t len = strlen(text);
    while (len && strchr(" \t\r\n", text[len - 1]))
        len--;
    size_t start = len;
    while (start && text[start - 1] != '\n')
        start--;
    return arena_strndup(a, text + start, len - start);
}

static void step_keep(struct asking *k, const struct alembic_step *step)
{
    const struct alembic_step *known = map_get(k->steps, step->revision);
    if (!known || (!known->sql && step->sql))
        (void)map_put(k->steps, step->revision, step);
}

/* One script. ERR: the program cannot be run at all. */
static int ask(struct asking *k, const char *range)
{
    struct arena *a = &k->cli->arena;
    /* Under their own names it finds both files by itself. */
    const char *ini = k->project->ini, *slash = strrchr(ini, '/'), *name = slash ? slash + 1 : ini;
    bool usual = strcmp(name, "alembic.ini") == 0 || strcmp(name, "pyproject.toml") == 0;
    const char *const direction = k->downgrade ? "downgrade" : "upgrade";
    const char *const argv[] = {k->program, "-c", ini, direction, range, "--sql", NULL};
    const char *const plain[] = {k->program, direction, range, "--sql", NULL};
    AUTO_BUF out = {0};
    AUTO_BUF err = {0};
    struct list steps = {0};
    int status = 0;
    k->failed = k->reason = NULL;
    if (child_capture(usual ? plain : argv, k->project->ini_folder, &out, &err, &k->cli->diag, &status) < 0)
        return ERR;
    cli_detail(k->cli, "%s %s %s --sql: exit code %d\n", k->program, direction, range, status);
    alembic_steps(a, arena_strdup(a, buf_str(&out)), k->downgrade, &k->project->version_table, &steps);
    for (size_t i = 0; i < steps.n; i++) {
        struct alembic_step *step = steps.at[i];
        if (status == 0 || i + 1 < steps.n) {
            step_keep(k, step);
            continue;
        }
        k->failed = step->revision;
        k->reason = last_line(a, buf_str(&err));
        step->sql = NULL;
        step->wrong = k->reason;
        step_keep(k, step);
    }
    if (status != 0 && !k->failed)
        k->reason = last_line(a, err.len ? buf_str(&err) : buf_str(&out));
    return OK;
}

static bool is_known(const struct asking *k, const char *id)
{
    return map_get(k->steps, id) != NULL;
}

static int ask_up(struct asking *k)
{
    struct arena *a = &k->cli->arena;
    AUTO_MAP begun = {0};
    const char *start = "base";
    while (start && map_put(&begun, start, start)) {
        if (ask(k, arena_printf(a, "%s:heads", start)) < 0)
            return ERR;
        start = k->failed;
    }
    return OK;
}

/* From every head; behind a revision that fails, from its parents. */
static int ask_down(struct asking *k)
{
    struct arena *a = &k->cli->arena;
    AUTO_MAP begun = {0};
    AUTO_MAP has_children = {0};
    struct list starts = {0};
    const struct alembic_file *f;
    const char *parent;
    list_each (f, &k->project->files)
        list_each (parent, &f->parents)
            (void)map_put(&has_children, parent, f);
    list_each (f, &k->project->files)
        if (!map_get(&has_children, f->revision))
            list_push(a, &starts, f->revision);
    for (size_t i = 0; i < starts.n; i++) {
        const char *start = starts.at[i];
        if (is_known(k, start) || !map_put(&begun, start, start))
            continue;
        if (ask(k, arena_printf(a, "%s:base", start)) < 0)
            return ERR;
        f = k->failed ? map_get(&k->project->by_id, k->failed) : NULL;
        if (f)
            list_each (parent, &f->parents)
                list_push(a, &starts, parent);
    }
    return OK;
}

static int ask_rest(struct asking *k)
{
    struct arena *a = &k->cli->arena;
    const struct alembic_file *f;
    list_each (f, &k->project->files) {
        if (is_known(k, f->revision) || (k->downgrade ? f->empty_downgrade : f->empty_upgrade))
            continue;
        const char *parent = f->parents.n ? f->parents.at[0] : "base";
        const char *range = k->downgrade ? arena_printf(a, "%s:%s", f->revision, parent)
                                         : arena_printf(a, "%s:%s", parent, f->revision);
        if (ask(k, range) < 0)
            return ERR;
        if (is_known(k, f->revision))
            continue;
        struct alembic_step *none = arena_new(a, struct alembic_step);
        *none = (struct alembic_step){.revision = f->revision,
                                      .wrong = k->reason ? k->reason : "its script could not be made"};
        (void)map_put(k->steps, f->revision, none);
    }
    return OK;
}

int alembic_sql_get(struct cli *c, struct alembic_project *p, const char *program, struct alembic_sql *ret)
{
    struct asking up = {.cli = c, .project = p, .program = program, .steps = &ret->up},
                  down = {.cli = c, .project = p, .program = program, .downgrade = true, .steps = &ret->down};
    if (!p->ini) {
        ret->why = "there is no alembic.ini";
        return OK;
    }
    if (ask_up(&up) < 0)
        return ERR;
    if (map_count(&ret->up) == 0 && up.reason) {
        /* Nothing at all: the environment itself does not load. Once is enough. */
        ret->why = up.reason;
        return OK;
    }
    if (ask_rest(&up) < 0 || ask_down(&down) < 0 || ask_rest(&down) < 0)
        return ERR;
    ret->ran = true;
    return OK;
}
