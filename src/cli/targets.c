/* Which databases --all goes through. */
#include "cli/fleet.h"

#include "cli/project.h"
#include "db/url.h"
#include <string.h>

static struct target *target_add(struct cli *c, struct list *ret, const struct target *base, const char *name)
{
    struct target *t = arena_new(&c->arena, struct target);
    *t = *base;
    t->name = base->environment && name ? arena_printf(&c->arena, "%s/%s", base->environment, name)
              : name                    ? name
              : base->environment       ? base->environment
                                        : "database";
    list_push(&c->arena, ret, t);
    return t;
}

struct names {
    struct arena *arena;
    struct list list;
};

static int name_take(void *ctx, const struct db_row *row)
{
    struct names *n = ctx;
    if (row_text(row, 0))
        list_push(n->arena, &n->list, arena_strdup(n->arena, row_text(row, 0)));
    return OK;
}

/* The tenants that the database itself knows. */
static int tenants_ask(struct cli *c, const struct config *config, const char *query, struct diag *d,
                       struct list *ret)
{
    const char *url, *from;
    AUTO_DB db = NULL;
    struct names names = {.arena = &c->arena};
    const struct db_options options = {.application_name = "kedge", .script = true};
    if (config_url(&c->arena, config, d, &url, &from) < 0 || db_open(url, &options, d, &db) < 0 ||
        db_query(db, query, NULL, 0, name_take, &names, d) < 0)
        return ERR;
    *ret = names.list;
    return OK;
}

/* One environment, or the project without any: its databases or tenants. */
static void environment_add(struct cli *c, const char *environment, struct list *ret)
{
    struct diag d = {0};
    struct config config = {0};
    struct target base = {.environment = environment};
    struct list tenants = {0};
    const char *name;
    int rc = config_load_environment(&c->arena, &c->args, environment, &d, &config);
    const struct tenants none = {0},
                         *t = rc == OK && config.settings.tenants ? config.settings.tenants : &none;
    if (rc == OK && t->query)
        rc = tenants_ask(c, &config, t->query, &d, &tenants);
    if (rc < 0) {
        struct target *failed = target_add(c, ret, &base, NULL);
        failed->failed = true;
        failed->error = d.entries.n ? arena_strdup(&c->arena, ((struct diag_entry *)d.entries.at[0])->message)
                                    : "its configuration cannot be read";
    }
    list_each (name, &t->databases) {
        base.database = name;
        target_add(c, ret, &base, name);
    }
    base.database = NULL;
    list_each (name, &t->schemas)
        list_push(&c->arena, &tenants, name);
    list_each (name, &tenants) {
        base.tenant = name;
        target_add(c, ret, &base, name);
    }
    bool whole = rc == OK && !t->query && !t->schemas.n && !t->databases.n;
    base.tenant = NULL;
    if (whole)
        target_add(c, ret, &base, NULL);
    config_clear(&config);
    diag_clear(&d);
}

static const struct node *environments_of(const struct cli *c)
{
    const struct node *n = c->config.tree ? node_get(c->config.tree, "environments") : NULL;
    return n && n->type == NODE_MAP && n->items.n ? n : NULL;
}

int targets_find(struct cli *c, struct list *ret)
{
    const struct node *environments = environments_of(c);
    const char *name;
    if (args_has(&c->args, "url") || args_has(&c->args, "sql"))
        return diag_error(&c->diag, "usage.conflict", NOWHERE, "--all does not go with --url or --sql");
    if (c->config.environment) {
        environment_add(c, c->config.environment, ret);
    } else if (c->config.settings.targets.n) {
        list_each (name, &c->config.settings.targets)
            environment_add(c, name, ret);
    } else if (environments) {
        const struct pair *pair;
        list_each (pair, &environments->items)
            environment_add(c, pair->key, ret);
    } else if (c->config.settings.tenants) {
        environment_add(c, NULL, ret);
    } else {
        diag_error(&c->diag, "config.targets", NOWHERE, "there is nothing that --all could go through");
        diag_hint(&c->diag, "kedge.yaml names databases in environments:, tenants in tenants:.");
        return ERR;
    }
    return OK;
}

int target_settle(struct cli *c, struct target *ret)
{
    *ret = (struct target){.environment = c->config.environment, .tenant = args_value(&c->args, "tenant")};
    ret->name = ret->tenant ? ret->tenant : ret->environment ? ret->environment : "database";
    return OK;
}

int target_options(struct cli *c, const struct target *t, struct runner_options *o)
{
    if (!t->tenant)
        return OK;
    if (o->version_table && strchr(o->version_table, '.')) {
        diag_error(&c->diag, "config.tenants", NOWHERE,
                   "version_table \"%s\" names a schema, and every tenant needs a table of its own",
                   o->version_table);
        diag_hint(&c->diag, "Write its name alone.");
        return ERR;
    }
    struct list path = {0};
    const char *schema;
    list_push(&c->arena, &path, t->tenant);
    if (!o->search_path.n)
        list_push(&c->arena, &path, "public");
    list_each (schema, &o->search_path)
        list_push(&c->arena, &path, schema);
    o->search_path = path;
    o->schema = t->tenant;
    return OK;
}
