/* init: a project to begin with. Nothing that exists is touched, and nothing is written before all is known.
 */
#include "cli/commands.h"
#include "cli/compare.h"

#include "base/file.h"
#include "schema/model.h"
#include <string.h>

static const char configuration_text[] =
    "# Settings of kedge; docs/configuration.md lists them all.\n"
    "model: schema.yaml\n"
    "revisions: revisions\n"
    "\n"
    "# The database is taken from DATABASE_URL, also from a file .env beside this one, or:\n"
    "# url: postgresql://localhost/shop\n"
    "#\n"
    "# environments:\n"
    "#   production: {url: \"${PRODUCTION_URL}\"}\n"
    "\n"
    "# Objects that kedge must not see; regular expressions on whole addresses:\n"
    "# ignore: ['table public\\.tmp_.*']\n";

static const char model_text[] =
    "# The schema as it should be. `kedge schema` prints a JSON Schema for editors.\n"
    "schema: public\n"
    "\n"
    "tables: {}\n"
    "# tables:\n"
    "#   users:\n"
    "#     columns:\n"
    "#       id: bigint generated always as identity primary key\n"
    "#       email: text not null unique\n"
    "#       created_at: timestamptz not null default now()\n";

static int read_database(struct cli *c, struct buf *out)
{
    AUTO_DB db = NULL;
    struct catalog *live = NULL;
    const struct list all = {0};
    if (project_database(c, &db) < 0 || compare_read_live(c, db, &all, 0, &live) < 0)
        return ERR;
    compare_say_unmodelled(c, live);
    compare_unmanage(live, false, false);
    model_write(out, live, "public");
    catalog_free(live);
    return OK;
}

/* *ret_new: whether it was written. */
static int write_new(struct cli *c, const char *path, const char *text, size_t len, bool *ret_new)
{
    *ret_new = !file_exists(path);
    if (!*ret_new) {
        cli_say(c, "kept     %s\n", path);
        return OK;
    }
    if (file_write(path, text, len, false, &c->diag) < 0)
        return ERR;
    cli_say(c, "created  %s\n", path);
    return OK;
}

static void say_next(struct cli *c, bool from_database, bool has_url)
{
    cli_say(c, "\nWhat to do next:\n");
    if (!has_url)
        cli_say(c,
                "  export DATABASE_URL=postgresql://...      or put it into .env; to try: kedge sandbox\n");
    if (from_database)
        cli_say(c, "  kedge check                               the model and the database agree\n"
                   "  edit schema.yaml, then\n");
    else
        cli_say(c, "  edit schema.yaml: the schema as it should be, then\n");
    cli_say(c, "  kedge revision -m \"what changes\" --autogenerate\n"
               "  kedge upgrade\n");
}

static int run_init(struct cli *c)
{
    struct arena *a = &c->arena;
    AUTO_BUF model = {0};
    const char *folder = args_at(&c->args, 0) ? args_at(&c->args, 0) : ".";
    const char *configuration = path_join(a, folder, "kedge.yaml"),
               *schema = path_join(a, folder, "schema.yaml");
    const char *revisions = path_join(a, folder, "revisions"), *url, *from;
    bool from_database = args_has(&c->args, "from-db"), is_new, changed = false;
    if (from_database && file_exists(schema)) {
        diag_error(&c->diag, "init.exists", NOWHERE, "\"%s\" exists already, and init never overwrites",
                   schema);
        diag_hint(&c->diag, "kedge inspect -o FILE writes the model of the database to another file.");
        return EXIT_ERROR;
    }
    if (from_database && read_database(c, &model) < 0)
        return EXIT_ERROR;
    if (!from_database)
        buf_add(&model, model_text);
    if (folder_make(folder, &c->diag) < 0 ||
        write_new(c, configuration, configuration_text, strlen(configuration_text), &is_new) < 0)
        return EXIT_ERROR;
    changed |= is_new;
    if (write_new(c, schema, buf_str(&model), model.len, &is_new) < 0)
        return EXIT_ERROR;
    changed |= is_new;
    if (file_is_folder(revisions)) {
        cli_say(c, "kept     %s\n", revisions);
    } else {
        if (folder_make(revisions, &c->diag) < 0)
            return EXIT_ERROR;
        cli_say(c, "created  %s\n", revisions);
        changed = true;
    }
    if (changed)
        say_next(c, from_database, config_url(a, &c->config, NULL, &url, &from) == OK);
    return EXIT_DONE;
}

static const struct option_spec init_options[] = {
    {0, "from-db", NULL, "Begin with the model of the live database", NULL, false},
    {0},
};
static const struct example init_examples[] = {
    {"kedge init", "kedge.yaml, schema.yaml and the folder revisions, here"},
    {"kedge init db", "the same in the folder db"},
    {"kedge init --from-db --url postgresql://localhost/shop", "for a database that exists"},
    {0},
};
const struct command command_init = {
    .name = "init",
    .summary = "Start a project",
    .usage = "[FOLDER]",
    .max_args = 1,
    .details = "What exists is kept as it is.",
    .options = init_options,
    .examples = init_examples,
    .run = run_init,
};
