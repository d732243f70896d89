/* Two sides are read, as they are wanted, and compared. */
#include "cli/compare.h"

#include "base/file.h"
#include "introspect/introspect.h"
#include "schema/clause.h"
#include <string.h>

/* --- where the shadow is --- */

/* On the server of a side that is no model: the throw-away one, if there is one, needs no asking. */
static int find_shadow(struct cli *c, struct compare *x, int version, const char *url)
{
    const char *mode = args_value(&c->args, "shadow"), *from;
    mode = mode ? mode : c->config.settings.shadow ? c->config.settings.shadow : "auto";
    x->shadow = (struct shadow_options){.version = version, .mode = mode, .url = url};
    x->shadow.cache = path_join(&c->arena, c->config.folder, ".kedge");
    if (x->replay.sandbox && strcmp(mode, "auto") == 0) {
        x->shadow.mode = "create";
        x->shadow.url = sandbox_url(x->replay.sandbox);
    } else if (!url && strcmp(mode, "create") == 0) {
        return config_url(&c->arena, &c->config, &c->diag, &x->shadow.url, &from);
    }
    return OK;
}

/* --- canonical forms --- */

static void add_counts(struct shadow_counts *to, const struct shadow_counts *more)
{
    to->equal += more->equal;
    to->normal += more->normal;
    to->cached += more->cached;
    to->asked += more->asked;
    to->unconfirmed += more->unconfirmed;
    to->built += more->built;
    to->open = more->open;
}

/* Texts that people wrote against texts that the server printed; of two that people wrote, first the one, then
 * what still differs of the other. Before the filter: what is visible may need what is not. */
static int settle_canonical_forms(struct cli *c, struct compare *x)
{
    struct shadow_counts first = {0}, counts = {0};
    bool from = side_is_model(&x->from_side), to = side_is_model(&x->to_side);
    if (from && to)
        x->shadow.cache = NULL; /* there is no live database that would say what its answers hold for */
    if (from && shadow_canonicalise(x->from, x->to, &x->shadow, &c->diag, to ? &first : &counts) < 0)
        return ERR;
    if (to && shadow_canonicalise(x->to, x->from, &x->shadow, &c->diag, &counts) < 0)
        return ERR;
    add_counts(&x->counts, &counts);
    x->counts.cached += first.cached;
    x->counts.asked += first.asked;
    x->counts.built += first.built;
    if (from || to)
        cli_detail(c,
                   "expressions: %zu equal as written, %zu in normal form, %zu by the cache, %zu by the server, "
                   "%zu unconfirmed\n",
                   x->counts.equal, x->counts.normal, x->counts.cached, x->counts.asked,
                   x->counts.unconfirmed);
    if (x->counts.built)
        cli_detail(c, "shadow: %zu object%s built to ask\n", x->counts.built, x->counts.built == 1 ? "" : "s");
    return OK;
}

/* Told apart from drift: what only its spelling makes different, and nobody could be asked about. */
static void mark_unconfirmed(struct diff *diff, const struct list *open)
{
    AUTO_MAP addresses = {0};
    const struct object *o;
    struct pair_of *p;
    list_each (o, open)
        map_put(&addresses, o->address, o);
    list_each (p, &diff->pairs)
        if (open->n && p->from && p->to && p->changed && !p->moved && !p->renamed &&
            map_get(&addresses, p->to->address))
            p->unconfirmed = shadow_only_texts(p->from, p->to, p->changed);
}

/* --- reading --- */

static void hide(struct filter *f, struct catalog **visible, struct catalog **whole)
{
    struct catalog *part = filter_apply(f, *visible);
    if (!part)
        return;
    *whole = *visible;
    *visible = part;
}

/* The managed schemas: the configured ones, or those the model names; and where it says that things were
 * before. */
static void managed_schemas(struct cli *c, const struct catalog *model, struct list *ret)
{
    const struct settings *s = &c->config.settings;
    const struct list *base = s->schemas.n ? &s->schemas : &model->schemas;
    const struct object *o;
    const char *name;

    list_each (name, base)
        list_push(&c->arena, ret, name);
    list_each (o, &model->objects) {
        list_each (name, &o->renamed_from) {
            const char *schema, *bare;

            if (o->parent || name_read(&c->arena, name, o->at, NULL, &schema, &bare) < 0)
                continue;
            schema = o->kind->id == KIND_SCHEMA ? bare : schema;
            if (schema && !list_has_text(ret, schema))
                list_push(&c->arena, ret, schema);
        }
    }
}

static int read_database(struct cli *c, struct compare *x, const struct side *s, const struct list *schemas,
                         bool depends, struct catalog **ret)
{
    AUTO_DB db = NULL;
    const struct db_options options = {.application_name = "kedge"};
    if ((s->url ? db_open(s->url, &options, &c->diag, &db) : project_database(c, &db)) < 0 ||
        compare_read_live(c, db, schemas, depends ? INTROSPECT_DEPENDS : 0, ret) < 0)
        return ERR;
    x->statements += db_statement_count(db);
    return OK;
}

static int read_side(struct cli *c, struct compare *x, const struct side *s, const char *name,
                     const struct list *schemas, bool depends, struct catalog **ret)
{
    if (side_is_model(s))
        return OK; /* was read first */
    if (side_is_replayed(s))
        return side_replay(c, s, &x->replay, name, schemas, depends, ret);
    return read_database(c, x, s, schemas, depends, ret);
}

static int read_models(struct cli *c, struct compare *x)
{
    int rc = OK;
    if (side_is_model(&x->from_side))
        rc = side_read_model(c, &x->from_side, &x->from);
    if (side_is_model(&x->to_side) && side_read_model(c, &x->to_side, &x->to) < 0)
        rc = ERR;
    return rc;
}

static int database_url(struct cli *c, const struct side *s, const char **ret)
{
    const char *from;
    if (s->url)
        *ret = s->url;
    return s->url ? OK : config_url(&c->arena, &c->config, &c->diag, ret, &from);
}

/* Two models need a server to ask what they mean, and one that the SQL is for; without PostgreSQL's programs they
 * are compared as far as they can be. */
static int start_replay(struct cli *c, struct compare *x)
{
    bool models = side_is_model(&x->from_side) && side_is_model(&x->to_side);
    if (!models)
        return side_is_replayed(&x->from_side) || side_is_replayed(&x->to_side) ? replay_start(c, 0, &x->replay)
                                                                                  : OK;
    size_t entries = c->diag.entries.n, errors = c->diag.errors;
    if (replay_start(c, 0, &x->replay) < 0) {
        c->diag.entries.n = entries;
        c->diag.errors = errors;
    }
    return OK;
}

enum { VERSION_WITHOUT_SERVER = 180000 };

static int read_all(struct cli *c, struct compare *x, bool depends)
{
    struct list schemas = {0};
    const struct side *from = &x->from_side, *to = &x->to_side;
    const char *url = NULL;
    if (read_models(c, x) < 0 || start_replay(c, x) < 0)
        return ERR;
    if (x->from)
        managed_schemas(c, x->from, &schemas);
    if (x->to)
        managed_schemas(c, x->to, &schemas);
    if (!x->from && !x->to)
        schemas = c->config.settings.schemas;
    if (read_side(c, x, from, "kedge_from", &schemas, depends, &x->from) < 0 ||
        read_side(c, x, to, "kedge_to", &schemas, depends, &x->to) < 0)
        return ERR;
    x->version = x->from->version ? x->from->version : x->to->version;
    if (!x->version && x->replay.sandbox && replay_version(&x->replay, &x->version) < 0)
        return ERR;
    if (!x->version)
        x->version = VERSION_WITHOUT_SERVER;
    if ((from->kind == ORIGIN_DATABASE || to->kind == ORIGIN_DATABASE) &&
        database_url(c, from->kind == ORIGIN_DATABASE ? from : to, &url) < 0)
        return ERR;
    return find_shadow(c, x, x->version, url);
}

/* --- comparing --- */

/* Owners and privileges are compared where a model states them; two servers have roles of their own. */
static void leave_out_roles(struct compare *x)
{
    if (side_is_model(&x->from_side) || side_is_model(&x->to_side))
        return;
    compare_unmanage(x->from, false, false);
    compare_unmanage(x->to, false, false);
}

static void say_unmodelled(struct cli *c, struct compare *x)
{
    const struct catalog *const all[] = {x->from, x->to};
    for (size_t i = 0; i < 2; i++) {
        x->unmodelled = x->unmodelled || all[i]->unmodelled.n;
        compare_say_unmodelled(c, all[i]);
    }
}

int compare_open(struct cli *c, const char *from, const char *to, bool depends, struct compare *ret)
{
    const struct settings *s = &c->config.settings;
    const struct catalog *stated;
    int rc = filter_make(&c->arena, &s->ignore, &s->only, &c->diag, &ret->filter);
    if (side_find(c, from, &ret->from_side) < 0 || side_find(c, to, &ret->to_side) < 0 || rc < 0 ||
        read_all(c, ret, depends) < 0 || settle_canonical_forms(c, ret) < 0)
        return ERR;
    leave_out_roles(ret);
    hide(ret->filter, &ret->to, &ret->whole_to);
    hide(ret->filter, &ret->from, &ret->whole_from);
    say_unmodelled(c, ret);
    stated = side_is_model(&ret->to_side) ? ret->to : side_is_model(&ret->from_side) ? ret->from : NULL;
    if (diff_make(ret->from, ret->to, stated, &c->diag, &ret->diff) < 0)
        return ERR;
    mark_unconfirmed(ret->diff, &ret->counts.open);
    return OK;
}

void compare_close(struct compare *compare)
{
    if (compare->diff)
        diff_free(compare->diff);
    catalog_free(compare->from);
    catalog_free(compare->to);
    catalog_free(compare->whole_from);
    catalog_free(compare->whole_to);
    filter_free(compare->filter);
    replay_stop(&compare->replay);
}
