#include "schema/privilege.h"
#include <string.h>

const char *privileges_all(char acl, int version)
{
    switch (acl) {
    case 'r':
        return version >= 170000 ? "INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN"
                                 : "INSERT, SELECT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER";
    case 'c':
        return "INSERT, SELECT, UPDATE, REFERENCES";
    case 's':
        return "SELECT, UPDATE, USAGE";
    case 'n':
        return "USAGE, CREATE";
    case 'f':
        return "EXECUTE";
    case 'T':
    case 'l':
    case 'F':
    case 'S':
        return "USAGE";
    default:
        return "";
    }
}

const char *privileges_public(char acl)
{
    return acl == 'f' || acl == 'T' || acl == 'l' ? privileges_all(acl, 0) : "";
}

void grants_add(struct arena *a, struct list *to, const char *grantee, const char *privileges, bool grantable)
{
    const char *at = privileges;

    while (*at) {
        size_t n = strcspn(at, ",");
        struct grant *g = arena_new(a, struct grant);

        while (n > 0 && *at == ' ')
            at++, n--;
        *g = (struct grant){grantee, arena_strndup(a, at, n), grantable};
        if (n > 0)
            list_push(a, to, g);
        at += n;
        at += *at == ',';
    }
}

void grants_of(struct arena *a, const struct object *o, const char *owner, int version, struct list *ret)
{
    const char *all = privileges_all(o->kind->acl, version);
    const struct privilege *p;
    bool owner_named = false;

    if (!o->has_privileges)
        grants_add(a, ret, GRANTEE_PUBLIC, privileges_public(o->kind->acl), false);
    list_each (p, &o->privileges) {
        if (!o->has_privileges)
            break;
        grants_add(a, ret, p->grantee, strcmp(p->privileges, "ALL") == 0 ? all : p->privileges, p->grantable);
        owner_named |= owner && strcmp(p->grantee, owner) == 0;
    }
    if (owner && !owner_named && o->kind->acl != 'c')
        grants_add(a, ret, owner, all, false);
}

const struct grant *grant_find(const struct list *in, const struct grant *like)
{
    const struct grant *g, *found = NULL;

    list_each (g, in) { /* what is said twice counts for the more */
        if (strcmp(g->grantee, like->grantee) == 0 && strcmp(g->privilege, like->privilege) == 0 &&
            (!found || g->grantable))
            found = g;
    }
    return found;
}

static bool grants_within(const struct list *x, const struct list *y)
{
    const struct grant *g;

    list_each (g, x) {
        const struct grant *most = grant_find(x, g), *other = grant_find(y, g);

        if (!other || other->grantable != most->grantable)
            return false;
    }
    return true;
}

bool grants_same(const struct list *x, const struct list *y)
{
    return grants_within(x, y) && grants_within(y, x);
}

const char *object_owner(const struct object *o)
{
    return o->parent ? o->parent->owner : o->owner;
}

bool privileges_stated(const struct object *o)
{
    return o->has_privileges || (o->parent && o->kind->acl == 'c' && o->parent->has_privileges);
}
