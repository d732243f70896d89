/* Privileges: what leads from one access list to another, in GRANT and REVOKE. */
#include "emit/postgres/emit.h"
#include "sql/quote.h"
#include <string.h>

/* One privilege of one role. */
struct grant {
    const char *grantee, *privilege;
    bool grantable;
};

static void grants_add(struct emitter *e, struct list *to, const char *grantee, const char *privileges,
                       bool grantable)
{
    const char *at = privileges;

    while (*at) {
        size_t n = strcspn(at, ",");
        struct grant *g = arena_new(e->arena, struct grant);

        while (n > 0 && *at == ' ')
            at++, n--;
        *g = (struct grant){grantee, arena_strndup(e->arena, at, n), grantable};
        if (n > 0)
            list_push(e->arena, to, g);
        at += n;
        at += *at == ',';
    }
}

/* What PUBLIC has when nothing was ever granted. */
static const char *public_default(const struct object *o)
{
    if (o->kind->space & SPACE_ROUTINE)
        return "EXECUTE";
    if (o->kind->id == KIND_ENUM || o->kind->id == KIND_DOMAIN || o->kind->id == KIND_COMPOSITE ||
        o->kind->id == KIND_RANGE)
        return "USAGE";
    return "";
}

/* What an owner has when nothing was ever granted. */
static const char *owner_default(const struct emitter *e, const struct object *o)
{
    switch ((int)o->kind->id) { /* the others have none */
    case KIND_TABLE:
    case KIND_VIEW:
    case KIND_MATVIEW:
        return e->version >= 170000
                   ? "INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN"
                   : "INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER";
    case KIND_WRAPPER:
    case KIND_SERVER:
        return "USAGE";
    case KIND_SEQUENCE:
        return "SELECT, UPDATE, USAGE";
    case KIND_SCHEMA:
        return "USAGE, CREATE";
    case KIND_FUNCTION:
    case KIND_PROCEDURE:
    case KIND_AGGREGATE:
    case KIND_ENUM:
    case KIND_DOMAIN:
    case KIND_COMPOSITE:
    case KIND_RANGE:
        return public_default(o);
    default:
        break;
    }
    return "";
}

/* The access list of an object. An owner that the list does not name has what owners have. */
static void grants_of(struct emitter *e, const struct object *o, const char *owner, struct list *ret)
{
    const struct privilege *p;
    bool owner_named = false;

    if (!o->has_privileges)
        grants_add(e, ret, "PUBLIC", public_default(o), false);
    list_each (p, &o->privileges) {
        if (!o->has_privileges)
            break;
        grants_add(e, ret, p->grantee, p->privileges, p->grantable);
        owner_named |= owner && strcmp(p->grantee, owner) == 0;
    }
    if (owner && !owner_named)
        grants_add(e, ret, owner, owner_default(e, o), false);
}

static const struct grant *grant_find(const struct list *in, const struct grant *like)
{
    const struct grant *g;

    list_each (g, in) {
        if (strcmp(g->grantee, like->grantee) == 0 && strcmp(g->privilege, like->privilege) == 0)
            return g;
    }
    return NULL;
}

static const char *grant_target(struct emitter *e, const struct object *o)
{
    bool table = o->parent || o->kind->id == KIND_VIEW || o->kind->id == KIND_MATVIEW;
    const char *sql = table ? "TABLE" : o->kind->id == KIND_DOMAIN   ? "TYPE"
                      : o->kind->id == KIND_SERVER ? "FOREIGN SERVER"
                                                   : o->kind->sql;

    if (o->kind->id == KIND_AGGREGATE) /* a function to GRANT */
        return arena_printf(e->arena, "FUNCTION %s", object_path(e->arena, o));
    return arena_printf(e->arena, "%s %s", sql, emit_path(e, o->parent ? o->parent : o));
}

enum direction { REVOKE, REVOKE_OPTION, GRANT, GRANT_OPTION };

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
        emit_behind(e, "%s %s ON %s %s %s%s", words[direction], buf_str(&b), grant_target(e, o),
                    grant ? "TO" : "FROM",
                    strcmp(g->grantee, "PUBLIC") == 0 ? "PUBLIC" : emit_ident(e, g->grantee),
                    direction == GRANT_OPTION ? " WITH GRANT OPTION" : "");
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

void emit_privileges_alter(struct emitter *e, const struct object *old, const struct object *new)
{
    const char *owner = new->owner ? new->owner : old->owner;
    struct list from = {0}, to = {0};

    grants_of(e, old, old->owner ? old->owner : owner, &from);
    grants_of(e, new, owner, &to);
    grants_change(e, new, &from, &to);
}

void emit_privileges(struct emitter *e, const struct object *o)
{
    struct object fresh = *o;
    struct list from = {0}, to = {0};

    fresh.has_privileges = false;
    grants_of(e, &fresh, o->owner, &from);
    grants_of(e, o, o->owner, &to);
    grants_change(e, o, &from, &to);
}
