/* config, schema: what kedge believes, and what editors need to know. */
#include "cli/cli.h"
#include "cli/commands.h"

#include "base/node.h"
#include "db/url.h"
#include "schema/model.h"
#include <stdlib.h>
#include <string.h>

/* Every setting with its effective value. */
static struct node *fields_node(struct arena *a, const struct record *r, const void *from)
{
    struct node *n = node_map(a);
    for (size_t i = 0; i < r->n_fields; i++) {
        const struct field *f = &r->fields[i];
        if (strcmp(f->name, "url") == 0 || strcmp(f->name, "model") == 0 || strcmp(f->name, "revisions") == 0)
            continue;
        if (f->type == FIELD_BOOL) {
            node_set(a, n, f->name, node_bool(a, field_bool(from, f)));
        } else if (f->type == FIELD_TEXTS || f->type == FIELD_IDENTS) {
            const struct list *texts = field_list(from, f);
            if (texts->n)
                node_set(a, n, f->name, node_texts(a, texts));
        } else if (f->type == FIELD_RECORD) {
            const void *inner = *(void *const *)field_at(from, f);
            const struct settings none = {0}; /* larger than any record in it */
            struct node *fields = fields_node(a, f->record, inner ? inner : &none);
            if (fields->items.n)
                node_set(a, n, f->name, fields);
        } else if (f->type == FIELD_INT && field_text(from, f)) {
            node_set(a, n, f->name, node_number(a, atoll(field_text(from, f))));
        } else if (field_text(from, f)) {
            node_set(a, n, f->name, node_text(a, url_hide_password(a, field_text(from, f))));
        }
    }
    return n;
}

static int run_config(struct cli *c)
{
    struct arena *a = &c->arena;
    struct node *n = node_map(a);
    const char *url, *from;
    node_set(a, n, "file", node_text(a, c->config.path));
    node_set(a, n, "environment", node_text(a, c->config.environment));
    if (config_url(a, &c->config, NULL, &url, &from) == OK) {
        node_set(a, n, "url", node_text(a, url_hide_password(a, url)));
        node_set(a, n, "url_from", node_text(a, from));
    } else {
        node_set(a, n, "url", node_text(a, NULL));
    }
    node_set(a, n, "model", node_text(a, c->config.model));
    node_set(a, n, "revisions", node_texts(a, &c->config.revisions));
    const struct node *rest = fields_node(a, &config_record, &c->config.settings);
    struct pair *pair;
    list_each (pair, &rest->items)
        node_set(a, n, pair->key, pair->value);
    if (cli_format_is(c, "json")) {
        cli_json(c, n);
        return EXIT_DONE;
    }
    AUTO_BUF out = {0};
    yaml_write(&out, n);
    cli_write(c, &out);
    return EXIT_DONE;
}

static const char *const json_formats[] = {"json", NULL};
static const struct example config_examples[] = {
    {"kedge config", "the settings that hold here, and where they come from"},
    {"kedge config --env production", "those of an environment"},
    {0},
};
const struct command command_config = {
    .name = "config",
    .summary = "Show the effective configuration, passwords hidden",
    .formats = json_formats,
    .examples = config_examples,
    .run = run_config,
};

static int run_schema(struct cli *c)
{
    cli_json(c, model_json_schema(&c->arena));
    return EXIT_DONE;
}

static const struct example schema_examples[] = {
    {"kedge schema > .kedge-schema.json", "for editors that check YAML while you type"},
    {0},
};
const struct command command_schema = {
    .name = "schema",
    .summary = "Print the JSON Schema of the model language",
    .examples = schema_examples,
    .formats = json_formats,
    .flags = COMMAND_NO_CONFIG,
    .run = run_schema,
};
