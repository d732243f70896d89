#include "schema/privilege.h"
#include "sql/quote.h"
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
    case 'L':
        return "SELECT, UPDATE";
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

static void add(struct arena *a, struct list *to, const struct privilege *p)
{
    const char *at = p->privileges;

    while (*at) {
        size_t n = strcspn(at, ",");
        struct grant *g = arena_new(a, struct grant);

        while (n > 0 && *at == ' ')
            at++, n--;
        *g = (struct grant){p->grantee, arena_strndup(a, at, n), p->grantable, p->grantor};
        if (n > 0)
            list_push(a, to, g);
        at += n;
        at += *at == ',';
    }
}

void grants_add(struct arena *a, struct list *to, const char *grantee, const char *privileges, bool grantable)
{
    add(a, to, &(struct privilege){grantee, privileges, grantable, NULL});
}

char *default_privileges_name(struct arena *a, const struct default_privileges *d)
{
    return arena_printf(a, "for role %s%s%s on %s", sql_ident(a, d->role), d->schema ? " in schema " : "",
                        d->schema ? sql_ident(a, d->schema) : "", d->objects);
}

char acl_letter(const struct object *o)
{
    const struct default_privileges *d = (const struct default_privileges *)o;

    if (o->kind->acl != 'D')
        return o->kind->acl;
    switch (d->objects[0]) {
    case 't':
        return d->objects[1] == 'a' ? 'r' : 'T';
    case 's':
        return d->objects[1] == 'e' ? 's' : 'n';
    case 'l':
        return 'L';
    default:
        return 'f';
    }
}

/* Whether its list adds to another. */
static bool adds(const struct object *o)
{
    return o->kind->acl == 'c' || (o->kind->acl == 'D' && ((const struct default_privileges *)o)->schema);
}

void grants_default(struct arena *a, const struct object *o, const char *owner, int version, struct list *ret)
{
    if (adds(o))
        return;
    grants_add(a, ret, GRANTEE_PUBLIC, privileges_public(acl_letter(o)), false);
    if (owner)
        grants_add(a, ret, owner, privileges_all(acl_letter(o), version), false);
}

void grants_of(struct arena *a, const struct object *o, const char *owner, int version, struct list *ret)
{
    const char *all = privileges_all(acl_letter(o), version);
    const struct privilege *p;
    bool owner_named = false;

    if (!o->has_privileges) {
        grants_default(a, o, owner, version, ret);
        return;
    }
    list_each (p, &o->privileges) {
        bool by_owner = !p->grantor || (owner && strcmp(p->grantor, owner) == 0);

        add(a, ret, &(struct privilege){p->grantee, strcmp(p->privileges, "ALL") == 0 ? all : p->privileges, p->grantable,
                                        by_owner ? NULL : p->grantor});
        owner_named |= owner && by_owner && strcmp(p->grantee, owner) == 0;
    }
    if (owner && !owner_named && !adds(o))
        grants_add(a, ret, owner, all, false);
}

bool grant_same(const struct grant *x, const struct grant *y)
{
    return strcmp(x->grantee, y->grantee) == 0 && strcmp(x->privilege, y->privilege) == 0 &&
           (x->grantor == y->grantor || (x->grantor && y->grantor && strcmp(x->grantor, y->grantor) == 0));
}

const struct grant *grant_find(const struct list *in, const struct grant *like)
{
    const struct grant *g, *found = NULL;

    list_each (g, in) { /* what is said twice counts for the more */
        if (grant_same(g, like) && (!found || g->grantable))
            found = g;
    }
    return found;
}

void grants_owner_changed(struct arena *a, struct list *grants, const char *was, const char *owner)
{
    struct list now = {0};
    const struct grant *g;

    if (!was || !owner || strcmp(was, owner) == 0)
        return;
    list_each (g, grants) {
        struct grant *same = arena_new(a, struct grant), *there;

        *same = *g;
        if (strcmp(g->grantee, was) == 0)
            same->grantee = owner;
        if (g->grantor && strcmp(g->grantor, owner) == 0)
            same->grantor = NULL;
        there = (struct grant *)(uintptr_t)grant_find(&now, same);
        if (there)
            there->grantable |= g->grantable;
        else
            list_push(a, &now, same);
    }
    *grants = now;
}

struct privilege *privilege_owner_changed(struct arena *a, const struct privilege *p, const char *was, const char *owner)
{
    struct privilege *same = arena_new(a, struct privilege);

    *same = *p;
    if (strcmp(p->grantee, was) == 0)
        same->grantee = owner;
    if (p->grantor && strcmp(p->grantor, owner) == 0)
        same->grantor = NULL;
    return same;
}

bool grant_of_sequence(const struct grant *g)
{
    return strncmp(g->privilege, PRIVILEGE_SEQUENCE, strlen(PRIVILEGE_SEQUENCE)) == 0;
}

static bool has_sequence(const struct object *o)
{
    return o->kind->id == KIND_COLUMN && ((const struct column *)o)->identity;
}

/* Nobody says what the owner may do with the sequence of an identity column, unless it is less than all. */
static void owner_of_sequence(struct arena *a, const char *owner, struct list *grants)
{
    const struct grant *g;

    list_each (g, grants)
        if (grant_of_sequence(g) && !g->grantor && strcmp(g->grantee, owner) == 0)
            return;
    grants_add(a, grants, owner, "SEQUENCE USAGE, SEQUENCE SELECT, SEQUENCE UPDATE", false);
}

void grants_compared(struct arena *a, const struct object *from, const struct object *to, int version, struct list *x, struct list *y)
{
    const char *was = object_owner(from), *owner = object_owner(to);

    owner = owner ? owner : was;
    was = was ? was : owner;
    grants_of(a, from, was, version, x);
    grants_of(a, to, owner, version, y);
    if (was && has_sequence(from) && has_sequence(to)) {
        owner_of_sequence(a, was, x);
        owner_of_sequence(a, owner, y);
    }
    grants_owner_changed(a, x, was, owner);
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
    if (o->kind->acl == 'D')
        return ((const struct default_privileges *)o)->role;
    return o->parent ? o->parent->owner : o->owner;
}

bool privileges_stated(const struct object *o)
{
    return o->has_privileges || (o->parent && o->kind->acl == 'c' && o->parent->has_privileges);
}
