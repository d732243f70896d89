#include "cli/side.h"

#include "base/file.h"
#include "db/url.h"
#include "schema/model.h"
#include <string.h>

static bool ends_with(const char *text, const char *end)
{
    size_t n = strlen(text), m = strlen(end);
    return n > m && strcmp(text + n - m, end) == 0;
}

static bool is_url(const char *text)
{
    return strstr(text, "://") || (strchr(text, '=') && !file_exists(text));
}

int side_find(struct cli *c, const char *text, struct side *ret)
{
    *ret = (struct side){.text = text};
    if (strcmp(text, "model") == 0) {
        ret->kind = ORIGIN_MODEL;
        ret->path = c->config.model;
    } else if (strcmp(text, "database") == 0) {
        ret->kind = ORIGIN_DATABASE;
    } else if (strcmp(text, "base") == 0) {
        ret->kind = ORIGIN_REVISIONS;
    } else if (strcmp(text, "revisions") == 0) {
        ret->kind = ORIGIN_REVISIONS;
        list_push(&c->arena, &ret->targets, "heads");
    } else if (is_url(text)) {
        ret->kind = ORIGIN_DATABASE;
        ret->url = text;
    } else if (ends_with(text, ".yaml") || ends_with(text, ".yml") || file_is_folder(text)) {
        ret->kind = ORIGIN_MODEL;
        ret->path = text;
    } else if (ends_with(text, ".sql")) {
        ret->kind = ORIGIN_SQL;
        ret->path = text;
    } else {
        ret->kind = ORIGIN_REVISIONS;
        list_push(&c->arena, &ret->targets, text);
    }
    if (ret->path && !file_exists(ret->path)) {
        diag_error(&c->diag, "side.missing", NOWHERE, "there is no \"%s\"", ret->path);
        diag_hint(&c->diag, "A side is: model, database, revisions, base, a revision, a URL, a .yaml file or folder, a "
                            ".sql file.");
        return ERR;
    }
    return OK;
}

const char *side_name(struct cli *c, const struct side *s)
{
    if (strcmp(s->text, "database") == 0 || strcmp(s->text, "model") == 0)
        return arena_printf(&c->arena, "the %s", s->text);
    if (s->kind == ORIGIN_DATABASE)
        return url_hide_password(&c->arena, s->url);
    if (strcmp(s->text, "revisions") == 0)
        return "what the revisions lead to";
    if (s->kind == ORIGIN_REVISIONS)
        return s->targets.n ? arena_printf(&c->arena, "revision %s", s->text) : "an empty database";
    return s->text;
}

int side_read_model(struct cli *c, const struct side *s, struct catalog **ret)
{
    return model_read(s->path, &c->config.settings.schemas, &c->diag, ret);
}

int side_replay(struct cli *c, const struct side *s, struct replay *r, const char *name,
                const struct list *schemas, bool depends, struct catalog **ret)
{
    AUTO_GRAPH graph = NULL;
    if (replay_begin(r, name) < 0)
        return ERR;
    if (s->kind == ORIGIN_SQL && replay_load(r, s->path) < 0)
        return ERR;
    if (s->targets.n && (project_graph(c, &graph) < 0 || replay_up(r, graph, &s->targets) < 0))
        return ERR;
    return replay_read(r, schemas, depends, ret);
}
