/* Privileges: what leads from one access list to another, in GRANT and REVOKE. */
#include "emit/postgres/emit.h"
#include "schema/privilege.h"
#include "sql/quote.h"
#include <string.h>

static const char *grant_target(struct emitter *e, const struct object *o)
{
    const char *sql = o->kind->sql;

    if (o->kind->id == KIND_AGGREGATE) /* a function to GRANT */
        return arena_printf(e->arena, "FUNCTION %s", object_path(e->arena, o));
    switch (o->kind->acl) {
    case 'r':
    case 'c':
        sql = "TABLE";
        break;
    case 'T':
        sql = "TYPE";
        break;
    case 'F':
        sql = "FOREIGN DATA WRAPPER";
        break;
    case 'S':
        sql = "FOREIGN SERVER";
        break;
    default:
        break;
    }
    return arena_printf(e->arena, "%s %s", sql, emit_path(e, o->parent ? o->parent : o));
}

enum direction { REVOKE, REVOKE_OPTION, GRANT, GRANT_OPTION };

/* Whether the op at work makes the object, or all that it is a part of. */
static bool made_here(const struct emitter *e, const struct object *o)
{
    return (e->op && e->op->verb == VERB_CREATE) || emit_is_new(e, o);
}

/* One statement a role: all of `grants` that are `wanted`. */
static void grants_say(struct emitter *e, const struct object *o, const struct list *grants,
                       enum direction direction)
{
    static const char *const words[] = {"REVOKE", "REVOKE GRANT OPTION FOR", "GRANT", "GRANT"};
    bool grant = direction >= GRANT;
    const struct grant *g, *other;
    struct list done = {0};

    list_each (g, grants) {
        AUTO_BUF b = {0};
        struct statement *s;
        bool first = true;

        if (list_has_text(&done, g->grantee))
            continue;
        list_push(e->arena, &done, g->grantee);
        list_each (other, grants) {
            if (strcmp(other->grantee, g->grantee) != 0)
                continue;
            buf_sep(&b, &first, ", ");
            buf_add(&b, other->privilege);
            if (o->parent)
                buf_addf(&b, " (%s)", emit_ident(e, o->name));
        }
        s = emit_behind(e, "%s %s ON %s %s %s%s", words[direction], buf_str(&b), grant_target(e, o),
                        grant ? "TO" : "FROM",
                        strcmp(g->grantee, GRANTEE_PUBLIC) == 0 ? "PUBLIC" : emit_ident(e, g->grantee),
                        direction == GRANT_OPTION ? " WITH GRANT OPTION" : "");
        if (!made_here(e, o) && e->authorized != o)
            emit_hazard(e, s, NULL, HAZARD_AUTHORIZATION, "what others may do with %s changes", emit_path(e, o));
        e->authorized = o;
    }
}

static void grants_change(struct emitter *e, const struct object *o, const struct list *from,
                          const struct list *to)
{
    struct list say[4] = {{0}};
    const struct grant *g, *other;

    list_each (g, from) {
        if (!grant_find(to, g))
            list_push(e->arena, &say[REVOKE], g);
    }
    list_each (g, to) {
        other = grant_find(from, g);
        if (other && other->grantable && !g->grantable)
            list_push(e->arena, &say[REVOKE_OPTION], g);
        else if (!other || (!other->grantable && g->grantable))
            list_push(e->arena, &say[g->grantable ? GRANT_OPTION : GRANT], g);
    }
    for (enum direction d = REVOKE; d <= GRANT_OPTION; d++)
        grants_say(e, o, &say[d], d);
}

/* What is taken from a role on a whole table goes from its columns too: those that keep it are given it
 * again. */
static void columns_again(struct emitter *e, const struct object *o, const struct list *from,
                          const struct list *to)
{
    const struct object *column;
    const struct grant *g;

    list_each (column, &o->children) {
        struct list had = {0}, again = {0};

        if (column->kind->acl != 'c' || !column->has_privileges)
            continue;
        grants_of(e->arena, column, NULL, e->version, &had);
        list_each (g, &had) {
            if (grant_find(from, g) && !grant_find(to, g))
                list_push(e->arena, &again, g);
        }
        for (int option = 0; option <= 1; option++) {
            struct list say = {0};

            list_each (g, &again) {
                if (g->grantable == option)
                    list_push(e->arena, &say, g);
            }
            grants_say(e, column, &say, option ? GRANT_OPTION : GRANT);
        }
    }
}

/* ALTER ... OWNER has the server write the new owner for the old one everywhere: what the new one was granted before is now his as owner. */
static void owner_changed(struct emitter *e, struct list *from, const char *old, const char *new)
{
    const struct grant *g;
    struct list left = {0};

    list_each (g, from) {
        struct grant *same;

        if (strcmp(g->grantee, new) == 0)
            continue;
        same = arena_new(e->arena, struct grant);
        *same = *g;
        if (strcmp(g->grantee, old) == 0)
            same->grantee = new;
        list_push(e->arena, &left, same);
    }
    *from = left;
}

void emit_privileges_alter(struct emitter *e, const struct object *old, const struct object *new)
{
    const char *was = object_owner(old), *owner = object_owner(new);
    struct list from = {0}, to = {0};

    owner = owner ? owner : was;
    was = was ? was : owner;
    grants_of(e->arena, old, was, e->version, &from);
    grants_of(e->arena, new, owner, e->version, &to);
    if (was && strcmp(was, owner) != 0)
        owner_changed(e, &from, was, owner);
    grants_change(e, new, &from, &to);
    columns_again(e, new, &from, &to);
}

void emit_privileges(struct emitter *e, const struct object *o)
{
    struct object fresh = *o;
    const char *owner = object_owner(o);
    struct list from = {0}, to = {0};

    fresh.has_privileges = false;
    grants_of(e->arena, &fresh, owner, e->version, &from);
    grants_of(e->arena, o, owner, e->version, &to);
    grants_change(e, o, &from, &to);
}
