/* Finding and reading kedge.yaml, and what overrides it. */
#include "cli/config.h"

#include "base/file.h"
#include "base/node.h"
#include "db/url.h"
#include "runner/runner.h"
#include "schema/model.h"
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CONFIG_LARGEST = 1024 * 1024 };

/* In this folder, or in one above: "../../kedge.yaml". */
static const char *find_file(struct arena *a)
{
    char here[PATH_MAX];
    if (!getcwd(here, sizeof(here)))
        return NULL;
    AUTO_BUF path = {0};
    buf_add(&path, "kedge.yaml");
    for (const char *s = here; s; s = strchr(s + 1, '/')) {
        if (file_exists(buf_str(&path)) && !file_is_folder(buf_str(&path)))
            return arena_strdup(a, buf_str(&path));
        struct buf up = {0};
        buf_addf(&up, "../%s", buf_str(&path));
        buf_free(&path);
        path = up;
    }
    return NULL;
}

static const char *get_variable(void *ctx, const char *name)
{
    const struct config *c = ctx;
    const char *value = getenv(name);
    return value ? value : map_get(&c->dotenv, name);
}

/* A copy of the tree with its variables expanded. */
static struct node *expand(struct arena *a, struct config *c, const struct node *n, struct diag *d)
{
    struct node *copy = arena_new(a, struct node);
    *copy = *n;
    copy->items = (struct list){0};
    if (n->type == NODE_SCALAR && strchr(n->text, '$')) {
        if (variables_expand(a, n->text, n->at, get_variable, c, d, &copy->text) < 0)
            copy->text = "";
    } else if (n->type == NODE_LIST) {
        struct node *item;
        list_each (item, &n->items)
            list_push(a, &copy->items, expand(a, c, item, d));
    } else if (n->type == NODE_MAP) {
        struct pair *pair;
        list_each (pair, &n->items) {
            struct pair *p = arena_new(a, struct pair);
            *p = *pair;
            p->value = expand(a, c, pair->value, d);
            list_push(a, &copy->items, p);
        }
    }
    return copy;
}

static const struct field *find_field(const char *name)
{
    for (size_t i = 0; i < config_record.n_fields; i++)
        if (strcmp(config_record.fields[i].name, name) == 0)
            return &config_record.fields[i];
    return NULL;
}

/* A list of one may be written without the list. */
static struct node *as_list(struct arena *a, struct node *n)
{
    if (n->type != NODE_SCALAR)
        return n;
    struct node *list = node_list(a);
    list->at = n->at;
    node_add(a, list, n);
    return list;
}

/* A list of schemas may stand without its key. */
static struct node *tenants_node(struct arena *a, struct node *n)
{
    if (n->type != NODE_LIST)
        return n;
    struct node *map = node_map(a);
    map->at = n->at;
    node_set(a, map, "schemas", n);
    return map;
}

/* The part of a mapping that holds settings, expanded. url is taken out: its variables may be missing where
 * no database is wanted. */
static struct node *settings_node(struct arena *a, struct config *c, const struct node *map, struct diag *d,
                                  struct node **ret_url)
{
    struct node *out = node_map(a);
    out->at = map->at;
    struct pair *pair;
    list_each (pair, &map->items) {
        if (strcmp(pair->key, "environments") == 0 && map == c->tree)
            continue;
        if (strcmp(pair->key, "url") == 0) {
            if (pair->value->type == NODE_SCALAR)
                *ret_url = pair->value;
            else if (pair->value->type != NODE_NULL)
                diag_error(d, "config.type", pair->value->at, "url is a text");
            continue;
        }
        struct pair *p = arena_new(a, struct pair);
        *p = *pair;
        p->value = expand(a, c, pair->value, d);
        const struct field *f = find_field(pair->key);
        if (f && (f->type == FIELD_TEXTS || f->type == FIELD_IDENTS))
            p->value = as_list(a, p->value);
        if (f && strcmp(f->name, "tenants") == 0)
            p->value = tenants_node(a, p->value);
        list_push(a, &out->items, p);
    }
    return out;
}

/* What the environment says goes before what stands at the top. */
static void override(struct settings *into, const struct settings *from, const struct node *said)
{
    struct pair *pair;
    list_each (pair, &said->items) {
        const struct field *f = find_field(pair->key);
        if (!f)
            continue;
        size_t size = f->type == FIELD_BOOL                               ? sizeof(bool)
                      : f->type == FIELD_TEXTS || f->type == FIELD_IDENTS ? sizeof(struct list)
                                                                          : sizeof(void *);
        memcpy((char *)into + f->offset, (const char *)from + f->offset, size);
    }
}

/* Environments that are not chosen are not read, but their keys are looked at. */
static void check_keys(const struct node *map, struct diag *d)
{
    struct pair *pair;
    list_each (pair, &map->items) {
        if (find_field(pair->key))
            continue;
        diag_error(d, "config.unknown-key", pair->at, "unknown key \"%s\"", pair->key);
        const char *names[64];
        size_t n = 0;
        for (; n < config_record.n_fields && n < 64; n++)
            names[n] = config_record.fields[n].name;
        const char *near = diag_nearest(pair->key, names, n);
        if (near)
            diag_hint(d, "Did you mean \"%s\"?", near);
    }
}

static int unknown_environment(const struct config *c, const struct node *environments, struct diag *d)
{
    if (!environments || environments->items.n == 0) {
        diag_error(d, "config.environment", NOWHERE, "there is no environment \"%s\"", c->environment);
        diag_hint(d, "%s.", c->path ? "environments: in kedge.yaml holds them" : "There is no kedge.yaml");
        return ERR;
    }
    diag_error(d, "config.environment", environments->at, "there is no environment \"%s\"", c->environment);
    AUTO_BUF names = {0};
    bool first = true;
    struct pair *pair;
    list_each (pair, &environments->items) {
        buf_sep(&names, &first, ", ");
        buf_add(&names, pair->key);
    }
    diag_hint(d, "There is %s.", buf_str(&names));
    return ERR;
}

static int read_environment(struct arena *a, struct config *c, struct diag *d)
{
    const struct node *environments = c->tree ? node_get(c->tree, "environments") : NULL;
    if (environments && environments->type == NODE_NULL)
        environments = NULL;
    if (environments && environments->type != NODE_MAP)
        return diag_error(d, "config.type", environments->at, "environments is a mapping of names");
    const struct node *chosen = NULL;
    struct pair *pair;
    if (environments)
        list_each (pair, &environments->items) {
            if (pair->value->type != NODE_MAP)
                diag_error(d, "config.type", pair->value->at, "an environment is a mapping, {url: ...}");
            else if (c->environment && strcmp(pair->key, c->environment) == 0)
                chosen = pair->value;
            else
                check_keys(pair->value, d);
        }
    if (!c->environment)
        return OK;
    if (!chosen)
        return unknown_environment(c, environments, d);
    struct settings own = {0};
    struct node *said = settings_node(a, c, chosen, d, &c->environment_url);
    record_read(a, &config_record, &own, said, d);
    override(&c->settings, &own, said);
    return OK;
}

static int read_file(struct arena *a, struct config *c, struct diag *d)
{
    struct source *source;
    struct node *tree;
    if (file_read(a, c->path, CONFIG_LARGEST, d, &source) < 0 || yaml_read(a, source, d, &tree) < 0)
        return ERR;
    if (!tree || tree->type == NODE_NULL) /* an empty file */
        return OK;
    if (tree->type != NODE_MAP)
        return diag_error(d, "config.type", tree->at, "the configuration is a mapping of keys");
    c->tree = tree;
    struct node *said = settings_node(a, c, tree, d, &c->url);
    record_read(a, &config_record, &c->settings, said, d);
    return OK;
}

/* Paths of the configuration start from its folder, those of options from here. */
static void settle_paths(struct arena *a, const struct args *args, struct config *c)
{
    const char *model = args_value(args, "model");
    if (model) {
        c->model = model;
    } else if (c->settings.model) {
        c->model = path_join(a, c->folder, c->settings.model);
    } else {
        c->model = path_join(a, c->folder, "schema.yaml");
        const char *folder = path_join(a, c->folder, "schema");
        if (!file_exists(c->model) && file_is_folder(folder))
            c->model = folder;
    }
    args_values(args, "revisions", a, &c->revisions);
    if (c->revisions.n)
        return;
    const char *folder;
    list_each (folder, &c->settings.revisions)
        list_push(a, &c->revisions, path_join(a, c->folder, folder));
    if (c->revisions.n == 0)
        list_push(a, &c->revisions, path_join(a, c->folder, "revisions"));
}

int config_load(struct arena *a, const struct args *args, struct diag *d, struct config *ret)
{
    return config_load_environment(a, args, args_value(args, "env"), d, ret);
}

int config_load_environment(struct arena *a, const struct args *args, const char *environment, struct diag *d,
                            struct config *ret)
{
    size_t before = d->errors;
    const char *given = args_value(args, "config");
    ret->path = given ? given : find_file(a);
    ret->folder = ret->path ? path_folder(a, ret->path) : ".";
    ret->environment = environment;
    ret->option_url = args_value(args, "url");
    const char *dotenv = path_join(a, ret->folder, ".env");
    if (file_exists(dotenv))
        env_read(a, dotenv, d, &ret->dotenv);
    if (!ret->path || read_file(a, ret, d) == OK)
        read_environment(a, ret, d);
    settle_paths(a, args, ret);
    return d->errors > before ? ERR : OK;
}

void config_clear(struct config *c)
{
    map_clear(&c->dotenv);
}

static bool take_variable(const struct config *c, const char *name, struct arena *a, const char **ret,
                          const char **ret_from)
{
    const char *value = getenv(name);
    if (value && *value) {
        *ret = value;
        *ret_from = name;
        return true;
    }
    value = map_get(&c->dotenv, name);
    if (!value || !*value)
        return false;
    *ret = value;
    *ret_from = arena_printf(a, "%s in %s", name, path_join(a, c->folder, ".env"));
    return true;
}

int config_url(struct arena *a, const struct config *c, struct diag *d, const char **ret,
               const char **ret_from)
{
    struct config copy = *c;
    const struct node *url = c->environment_url;
    if (c->option_url) {
        *ret = c->option_url;
        *ret_from = "--url";
        return OK;
    }
    /* An environment named on the command line is a clearer word than a variable that happens to be set. */
    if (!url) {
        if (take_variable(c, "KEDGE_URL", a, ret, ret_from))
            return OK;
        url = c->url;
    }
    if (url) {
        *ret_from = arena_printf(a, "%s:%u", c->path, url->at.line);
        return variables_expand(a, url->text, url->at, get_variable, &copy, d, ret);
    }
    if (take_variable(c, "DATABASE_URL", a, ret, ret_from))
        return OK;
    diag_error(d, "config.no-url", NOWHERE, "which database?");
    diag_hint(
        d, "Give --url, set DATABASE_URL (also in .env), or write url: into kedge.yaml; to try things out: "
           "kedge sandbox.");
    return ERR;
}

static const char *either(const struct args *args, const char *name, const char *setting)
{
    const char *value = args_value(args, name);
    return value ? value : setting;
}

static int count_read(const char *text, const char *what, struct diag *d, int *ret)
{
    char *end;
    long n = strtol(text, &end, 10);
    if (*text == '\0' || *end || n < 0 || n > 1000000000)
        return diag_error(d, "config.number", NOWHERE, "%s: \"%s\" is no count", what, text);
    *ret = (int)n;
    return OK;
}

int config_runner(struct arena *a, const struct config *c, const struct args *args, struct diag *d,
                  struct runner_options *ret)
{
    (void)a;
    runner_defaults(ret);
    const struct settings *s = &c->settings;
    const struct timeouts none = {0}, *t = s->timeouts ? s->timeouts : &none;
    ret->version_table = s->version_table;
    ret->search_path = s->search_path;
    struct loc at = NOWHERE;
    int rc = OK;
    const char *text;
    if ((text = either(args, "lock-timeout", t->lock)) &&
        duration_read(text, "lock timeout", at, d, &ret->lock_timeout) < 0)
        rc = ERR;
    if ((text = either(args, "statement-timeout", t->statement)) &&
        duration_read(text, "statement timeout", at, d, &ret->statement_timeout) < 0)
        rc = ERR;
    if ((text = either(args, "wait", t->wait)) && duration_read(text, "wait", at, d, &ret->wait_timeout) < 0)
        rc = ERR;
    if ((text = either(args, "retries", s->retries)) && count_read(text, "retries", d, &ret->retries) < 0)
        rc = ERR;
    if ((text = either(args, "batch-limit", s->batch_limit)) &&
        count_read(text, "batch limit", d, &ret->batch_limit) < 0)
        rc = ERR;
    text = either(args, "transaction", s->transaction);
    ret->tag = args_value(args, "tag");
    ret->one_transaction = text && strcmp(text, "all") == 0;
    return rc;
}
