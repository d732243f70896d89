/* inspect: a live database as a model. */
#include "cli/commands.h"
#include "cli/compare.h"

#include "base/file.h"
#include "base/node.h"
#include "introspect/introspect.h"
#include "schema/model.h"
#include <string.h>

static struct node *catalog_node(struct arena *a, const struct catalog *catalog)
{
    struct node *n = node_map(a), *objects = node_list(a), *unmodelled = node_list(a);
    const struct object *o;
    list_each (o, &catalog->objects) {
        struct node *item = node_map(a);
        node_set(a, item, "address", node_text(a, o->address));
        node_set(a, item, "kind", node_text(a, o->kind->name));
        node_set(a, item, "definition", object_node(a, o));
        node_add(a, objects, item);
    }
    const struct unmodelled *u;
    list_each (u, &catalog->unmodelled)
        node_add(a, unmodelled, node_text(a, u->address));
    node_set(a, n, "objects", objects);
    node_set(a, n, "not_modelled", unmodelled);
    return n;
}

struct with {
    bool owners, privileges, secrets;
};

/* --with owner,privileges */
static int read_with(struct cli *c, struct with *ret)
{
    const struct {
        const char *name;
        bool *wanted;
    } parts[] = {{"owner", &ret->owners}, {"privileges", &ret->privileges}, {"secrets", &ret->secrets}};
    struct list values = {0};
    const char *value;
    args_values(&c->args, "with", &c->arena, &values);
    list_each (value, &values) {
        for (const char *at = value; *at; at += strcspn(at, ","), at += *at == ',') {
            size_t n = strcspn(at, ","), i = 0;
            while (i < sizeof(parts) / sizeof(*parts) && (strlen(parts[i].name) != n || strncmp(at, parts[i].name, n) != 0))
                i++;
            if (i == sizeof(parts) / sizeof(*parts))
                return diag_error(&c->diag, "cli.value", NOWHERE, "--with takes owner, privileges and secrets, not \"%.*s\"",
                                  (int)n, at);
            *parts[i].wanted = true;
        }
    }
    return OK;
}

static int run_inspect(struct cli *c)
{
    AUTO_DB db = NULL;
    AUTO_BUF out = {0};
    struct filter *filter = NULL;
    struct catalog *live = NULL, *visible = NULL;
    struct list schemas = {0};
    const struct settings *s = &c->config.settings;
    args_values(&c->args, "schema", &c->arena, &schemas);
    struct with with = {0};
    int rc = read_with(c, &with);
    if (rc == OK)
        rc = filter_make(&c->arena, &s->ignore, &s->only, &c->diag, &filter);
    if (rc == OK)
        rc = project_database(c, &db);
    if (rc == OK)
        rc = compare_read_live(c, db, schemas.n ? &schemas : &s->schemas, with.secrets ? INTROSPECT_SECRETS : 0, &live);
    if (rc == OK) {
        compare_unmanage(live, with.owners, with.privileges);
        visible = filter_apply(filter, live);
        const struct catalog *shown = visible ? visible : live;
        compare_say_unmodelled(c, shown);
        if (cli_format_is(c, "json"))
            json_write(&out, catalog_node(&c->arena, shown), true);
        else
            model_write(&out, shown, schemas.n == 1 ? schemas.at[0] : "public");
        const char *path = args_value(&c->args, "output");
        if (path && strcmp(path, "-") != 0)
            rc = file_write(path, buf_str(&out), out.len, true, &c->diag);
        else
            cli_write(c, &out);
    }
    catalog_free(visible);
    catalog_free(live);
    filter_free(filter);
    return rc < 0 ? EXIT_ERROR : EXIT_DONE;
}

static const char *const inspect_formats[] = {"json", NULL};
static const struct option_spec inspect_options[] = {
    {'o', "output", "FILE", "Write to a file instead of stdout; it is replaced as a whole", NULL, false},
    {0, "with", "LIST", "Write these too: owner, privileges (which are managed then), secrets (passwords of user mappings and the like)", NULL, false},
    {0, "schema", "NAME", "Only this schema; may be given several times", NULL, false},
    {0},
};
static const struct example inspect_examples[] = {
    {"kedge inspect", "the model of the live database"},
    {"kedge inspect --schema billing -o billing.yaml", "one schema, into a file"},
    {"kedge inspect --with owner,privileges", "with who owns what and who may do what"},
    {"kedge inspect --with secrets -o model.yaml", "with the passwords that the role may see, to build the same anew"},
    {0},
};
const struct command command_inspect = {
    .name = "inspect",
    .summary = "Write the model of a live database",
    .details = "What the database holds and kedge does not model is named on stderr, always.",
    .options = inspect_options,
    .formats = inspect_formats,
    .examples = inspect_examples,
    .run = run_inspect,
};
