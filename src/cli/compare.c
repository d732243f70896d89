#include "cli/compare.h"

#include "base/utf8.h"
#include "introspect/introspect.h"
#include "schema/clause.h"
#include "schema/privilege.h"
#include <string.h>

/* kedge's own tables are no part of anyone's schema. */
void compare_own_tables(struct cli *c, struct list *ret)
{
    struct runner_options options = {0};
    runner_defaults(&options);
    const char *table = c->config.settings.version_table;
    if (!table)
        table = options.version_table ? options.version_table : "kedge_version";
    const char *schema = options.schema ? options.schema : "public", *dot = strchr(table, '.');
    if (dot)
        schema = arena_strndup(&c->arena, table, (size_t)(dot - table));
    list_push(&c->arena, ret, arena_printf(&c->arena, "%s.%s", schema, dot ? dot + 1 : table));
    list_push(&c->arena, ret, arena_printf(&c->arena, "%s.kedge_history", schema));
}

int compare_read_live(struct cli *c, struct db *db, const struct list *schemas, unsigned what, struct catalog **ret)
{
    struct list skip = {0};
    compare_own_tables(c, &skip);
    return introspect_run(db, schemas, &skip, what, &c->diag, ret);
}

/* What an object has by default is said as well, or it would not be managed. */
static void state_privileges(struct catalog *live, struct object *o)
{
    const char *all = privileges_public(o->kind->acl);
    struct privilege *p;

    if (o->has_privileges || o->parent || !o->kind->acl)
        return;
    o->has_privileges = true;
    if (!*all)
        return;
    p = arena_new(&live->arena, struct privilege);
    *p = (struct privilege){.grantee = GRANTEE_PUBLIC, .privileges = all};
    list_push(&live->arena, &o->privileges, p);
}

void compare_unmanage(struct catalog *live, bool owners, bool privileges)
{
    struct object *o;

    if (privileges) /* having none is said too */
        live->groups |= KIND_BIT(KIND_DEFAULT_PRIVILEGES);
    list_each (o, &live->objects) {
        if (!owners)
            o->owner = NULL;
        if (privileges && o->kind->id == KIND_DEFAULT_PRIVILEGES)
            continue;
        if (privileges) {
            state_privileges(live, o);
        } else {
            o->privileges = (struct list){0};
            o->has_privileges = false;
        }
        if (o->kind->id == KIND_EXTENSION) {
            struct extension *x = (struct extension *)o;

            x->version = NULL;
            if (!privileges)
                x->grants = NULL;
            if (x->schema && strcmp(x->schema, "public") == 0)
                x->schema = NULL;
        }
    }
}

int compare_strict(struct cli *c, const struct compare *compare)
{
    if (!compare->unmodelled || !args_has(&c->args, "strict"))
        return OK;
    diag_error(&c->diag, "check.not-modelled", NOWHERE, "the database holds objects that kedge does not model");
    diag_hint(&c->diag, "ignore: in kedge.yaml takes patterns for those that do not matter; "
                        "docs/coverage.md says what is not modelled, and why.");
    return ERR;
}

void compare_say_unmodelled(struct cli *c, const struct catalog *catalog)
{
    const struct unmodelled *u;
    list_each (u, &catalog->unmodelled) {
        AUTO_BUF line = {0};
        buf_visible(&line, u->address);
        if (strncmp(u->address, u->what, strlen(u->what)) == 0) /* "policy public.users.own" says it all */
            cli_insist(c, "not modelled: %s\n", buf_str(&line));
        else
            cli_insist(c, "not modelled: %s: %s\n", u->what, buf_str(&line));
    }
}

int compare_statements(struct cli *c, const struct diff *diff, int version, struct plan **ret_plan,
                       struct list *ret)
{
    if (plan_make(diff, &c->diag, ret_plan) < 0)
        return ERR;
    struct emit_options options = {.version = version,
                                   .online = c->config.settings.online || args_has(&c->args, "online")};
    return emit_postgres(&c->arena, *ret_plan, &options, &c->diag, ret);
}

bool pair_stands_alone(const struct diff *diff, const struct pair_of *pair)
{
    const struct object *o = pair->from ? pair->from : pair->to;
    const struct pair_of *parent = o->parent ? map_get(&diff->by_address, o->parent->address) : NULL;
    return !parent || !((!parent->from && !pair->from) || (!parent->to && !pair->to));
}

static void add_changes(struct buf *out, const struct pair_of *pair)
{
    static const struct {
        uint64_t bit;
        const char *name;
    } facets[] = {{FACET_COMMENT, "comment"}, {FACET_OWNER, "owner"}, {FACET_ACL, "privileges"}, {FACET_LABELS, "security labels"}};
    const struct record *r = &pair->to->kind->record;
    bool first = true;
    for (size_t i = 0; i < r->n_fields; i++)
        if (pair->changed & (uint64_t)1 << i) {
            buf_sep(out, &first, ", ");
            buf_add(out, r->fields[i].name);
        }
    for (size_t i = 0; i < sizeof(facets) / sizeof(facets[0]); i++)
        if (pair->changed & facets[i].bit) {
            buf_sep(out, &first, ", ");
            buf_add(out, facets[i].name);
        }
    if (pair->moved) {
        buf_sep(out, &first, ", ");
        buf_add(out, "position");
    }
}

void pair_describe(struct buf *out, const struct pair_of *pair)
{
    buf_visible(out, (pair->to ? pair->to : pair->from)->address);
    if (!pair->from) {
        buf_add(out, " is missing in the database");
    } else if (!pair->to) {
        buf_add(out, " is not in the model");
    } else if (pair->renamed && !pair->changed && !pair->moved) {
        buf_add(out, " has another name in the database: ");
        buf_visible(out, pair->from->was ? pair->from->was : pair->from->name);
    } else {
        buf_add(out, pair->unconfirmed ? " may differ: " : " differs: ");
        add_changes(out, pair);
    }
}

void compare_say_suggestions(struct cli *c, const struct diff *diff)
{
    const struct suggestion *s;
    list_each (s, &diff->suggestions) {
        AUTO_BUF from = {0};
        AUTO_BUF to = {0};
        buf_visible(&from, s->from->address);
        buf_visible(&to, s->to->address);
        AUTO_BUF name = {0};
        buf_visible(&name, s->from->name);
        cli_say(c, "suggestion: %s looks like %s (%d %%); if it was renamed, say renamed_from: %s\n",
                buf_str(&to), buf_str(&from), s->percent, buf_str(&name));
    }
}
