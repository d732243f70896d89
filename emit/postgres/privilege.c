/* Privileges: what leads from one access list to another, in GRANT and REVOKE. */
#include "emit/postgres/emit.h"
#include "emit/postgres/grants.h"
#include "schema/privilege.h"
#include "sql/quote.h"
#include <ctype.h>
#include <string.h>

static const char *upper_case(struct arena *a, const char *text)
{
    char *upper = arena_strdup(a, text);

    for (char *c = upper; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    return upper;
}

static const char *grant_target(struct emitter *e, const struct object *o)
{
    const char *sql = o->kind->sql;

    if (o->kind->acl == 'D')
        return upper_case(e->arena, ((const struct default_privileges *)o)->objects);
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

/* What stands before GRANT and REVOKE, and what they are ON. */
static const char *default_head(struct emitter *e, const struct object *o)
{
    const struct default_privileges *d = (const struct default_privileges *)o;

    if (o->kind->acl != 'D')
        return "";
    return arena_printf(e->arena, "ALTER DEFAULT PRIVILEGES FOR ROLE %s%s%s ", emit_ident(e, d->role),
                        d->schema ? " IN SCHEMA " : "", d->schema ? emit_ident(e, d->schema) : "");
}

/* Whether the op at work makes the object, or all that it is a part of. */
static bool made_here(const struct emitter *e, const struct object *o)
{
    return (e->op && e->op->verb == VERB_CREATE) || emit_is_new(e, o);
}

static const char *identity_sequence(const struct object *o)
{
    const struct column *c = (const struct column *)o;

    return o->kind->id == KIND_COLUMN && c->identity ? c->identity->sequence : NULL;
}

/* The sequence of a column that was no identity before, or is none now, has nothing that could be revoked. */
static void sequence_grants_drop(struct emitter *e, struct list *from)
{
    struct list left = {0};
    const struct grant *g;

    list_each (g, from) {
        if (!grant_of_sequence(g))
            list_push(e->arena, &left, g);
    }
    *from = left;
}

/* One statement a role: all of `grants` that are `wanted`. */
static void grants_say_on(struct emitter *e, const struct object *o, const struct list *grants,
                          enum direction direction, const char *target)
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
            buf_add(&b, other->privilege + (grant_of_sequence(other) ? strlen(PRIVILEGE_SEQUENCE) : 0));
            if (o->parent && !grant_of_sequence(other))
                buf_addf(&b, " (%s)", emit_ident(e, o->name));
        }
        s = emit_behind(e, "%s%s %s ON %s %s %s%s", default_head(e, o), words[direction], buf_str(&b), target,
                        grant ? "TO" : "FROM",
                        strcmp(g->grantee, GRANTEE_PUBLIC) == 0 ? "PUBLIC" : emit_ident(e, g->grantee),
                        direction == GRANT_OPTION ? " WITH GRANT OPTION" : "");
        if (!made_here(e, o) && e->authorized != o)
            emit_hazard(e, s, NULL, HAZARD_AUTHORIZATION, "what others may do with %s changes",
                        o->kind->phrase ? o->address : emit_path(e, o));
        e->authorized = o;
    }
}

static void grants_say(struct emitter *e, const struct object *o, const struct list *grants,
                       enum direction direction)
{
    const char *sequence = identity_sequence(o);
    struct list own = {0}, of = {0};
    const struct grant *g;

    list_each (g, grants) {
        list_push(e->arena, grant_of_sequence(g) ? &of : &own, g);
    }
    grants_say_on(e, o, &own, direction, grant_target(e, o));
    if (sequence)
        grants_say_on(e, o, &of, direction,
                      arena_printf(e->arena, "SEQUENCE %s", sql_qualified(e->arena, o->schema, sequence)));
}

/* Whether a role may use what is in a schema, as far as its list says. */
static bool may_look_into(struct emitter *e, const char *schema, const char *role)
{
    const struct diff *d = e->plan->diff;
    const char *address = arena_printf(e->arena, "schema %s", sql_ident(e->arena, schema));
    const struct object *o = d ? catalog_get(d->to, address) : NULL;
    struct list grants = {0};
    const struct grant *g;

    if (!o || (o->owner && strcmp(o->owner, role) == 0))
        return true;
    grants_of(e->arena, o, o->owner, e->version, &grants);
    list_each (g, &grants)
        if (strcmp(g->privilege, "USAGE") == 0 && (strcmp(g->grantee, role) == 0 || strcmp(g->grantee, GRANTEE_PUBLIC) == 0))
            return true;
    return false;
}

/* Another than the owner does it by himself: GRANTED BY takes nobody but the current role. Where the schema is closed to him, it is open for that
 * long. */
static void grants_as(struct emitter *e, const struct object *o, const struct list *steps, const char *role)
{
    const char *schema = o->parent ? o->parent->schema : o->schema, *name = emit_ident(e, role);
    bool closed = schema && !may_look_into(e, schema, role);
    const struct op *op = e->op;
    const struct grants_step *s;

    e->op = NULL;
    if (closed)
        emit_note(e, emit_behind(e, "GRANT USAGE ON SCHEMA %s TO %s", emit_ident(e, schema), name), "only for what follows");
    emit_note(e, emit_behind(e, "SET ROLE %s", name), "granted by %s, not by the owner: whoever runs this must be allowed to become that role", name);
    e->op = op;
    list_each (s, steps)
        grants_say(e, o, &s->grants, s->direction);
    e->op = NULL;
    emit_behind(e, "RESET ROLE");
    if (closed)
        emit_behind(e, "REVOKE USAGE ON SCHEMA %s FROM %s", emit_ident(e, schema), name);
    e->op = op;
}

static void steps_say(struct emitter *e, const struct object *o, const struct list *steps)
{
    const struct grants_step *s, *next;

    for (size_t i = 0; i < steps->n;) {
        struct list same = {0};

        for (s = steps->at[i]; i < steps->n; i++) {
            next = steps->at[i];
            if (next->grantor != s->grantor && !(next->grantor && s->grantor && strcmp(next->grantor, s->grantor) == 0))
                break;
            list_push(e->arena, &same, (void *)(uintptr_t)next);
        }
        if (s->grantor) {
            grants_as(e, o, &same, s->grantor);
            continue;
        }
        list_each (next, &same)
            grants_say(e, o, &next->grants, next->direction);
    }
}

static void grants_change(struct emitter *e, const struct object *o, const struct list *from,
                          const struct list *to)
{
    struct list revokes = {0}, grants = {0};

    grants_steps(e->arena, from, NULL, to, &revokes, &grants);
    steps_say(e, o, &revokes);
    steps_say(e, o, &grants);
}

/* ---- relations and their columns ----
 *
 * What is taken from a role on a whole table goes from its columns too, and what another passed on with what he may do on the table he takes back
 * while he may. So a table of which anything is taken brings the lists of its columns to where they are to be, and their own changes leave that
 * alone. */

/* What grants_steps() calls lost, of what is revoked: in whole, or (grantable) the grant option. */
static void find_lost(struct emitter *e, const struct list *revokes, struct list *ret)
{
    const struct grants_step *s;
    const struct grant *g;

    list_each (s, revokes) {
        list_each (g, &s->grants) {
            struct grant *lost = arena_new(e->arena, struct grant);

            *lost = *g;
            lost->grantable = s->direction == REVOKE_OPTION;
            list_push(e->arena, ret, lost);
        }
    }
}

static const struct pair_of *pair_of_object(const struct emitter *e, const struct object *o)
{
    const struct diff *d = e->plan->diff;

    return d ? map_get(&d->by_address, o->address) : NULL;
}

static bool is_dropped(const struct list *ops, const struct object *old)
{
    const struct op *op;

    list_each (op, ops)
        if ((op->verb == VERB_DROP && op->part == PART_SELF && op->old == old) || is_dropped(&op->fused, old))
            return true; /* parts of parts: two levels */
    return false;
}

/* The new side of a column that is there all the time; NULL: it is not. */
static const struct object *column_stays(struct emitter *e, const struct object *old)
{
    const struct pair_of *p = pair_of_object(e, old);
    struct object *bare;

    if (!p || p->from != old)
        return NULL;
    if (old->kind->id != KIND_VIEW_COLUMN)
        return p->to && !is_dropped(&e->plan->ops, old) ? p->to : NULL;
    if (p->to)
        return p->to;
    bare = arena_new(e->arena, struct object); /* nothing is said of it any more */
    *bare = *old;
    bare->has_privileges = false;
    return bare;
}

/* Those on the column itself, not on its sequence. */
static void own_grants(struct emitter *e, struct list *grants, bool own)
{
    struct list found = {0};
    const struct grant *g;

    list_each (g, grants)
        if (grant_of_sequence(g) != own)
            list_push(e->arena, &found, g);
    *grants = found;
}

struct column_steps {
    const struct object *column;
    struct list revokes, grants;
};

static void columns_steps(struct emitter *e, const struct object *relation, const struct list *lost, struct list *ret)
{
    const struct object *old;

    list_each (old, &relation->children) {
        const struct object *new = old->kind->acl == 'c' && old->has_privileges ? column_stays(e, old) : NULL;
        struct list from = {0}, to = {0};
        struct column_steps *c;

        if (!new)
            continue;
        c = arena_new(e->arena, struct column_steps);
        *c = (struct column_steps){.column = new};
        grants_compared(e->arena, old, new, e->version, &from, &to);
        own_grants(e, &from, true);
        own_grants(e, &to, true);
        grants_steps(e->arena, &from, lost, &to, &c->revokes, &c->grants);
        list_push(e->arena, ret, c);
    }
}

static void relation_change(struct emitter *e, const struct object *old, const struct object *new)
{
    struct list from = {0}, to = {0}, revokes = {0}, grants = {0}, lost = {0}, columns = {0};
    const struct column_steps *c;

    grants_compared(e->arena, old, new, e->version, &from, &to);
    grants_steps(e->arena, &from, NULL, &to, &revokes, &grants);
    find_lost(e, &revokes, &lost);
    if (lost.n)
        columns_steps(e, old, &lost, &columns);
    list_each (c, &columns)
        steps_say(e, c->column, &c->revokes);
    steps_say(e, new, &revokes);
    steps_say(e, new, &grants);
    list_each (c, &columns)
        steps_say(e, c->column, &c->grants);
}

/* Whether the op of the relation has brought the list of the column to where it is to be. */
static bool done_by_relation(struct emitter *e, const struct object *old)
{
    const struct pair_of *p = old->parent && old->kind->acl == 'c' ? pair_of_object(e, old->parent) : NULL;
    struct list from = {0}, to = {0}, revokes = {0}, grants = {0};

    if (!p || p->from != old->parent || !p->to || !(p->changed & FACET_ACL) || !old->has_privileges || !column_stays(e, old))
        return false;
    grants_compared(e->arena, p->from, p->to, e->version, &from, &to);
    grants_steps(e->arena, &from, NULL, &to, &revokes, &grants);
    return revokes.n > 0;
}

void emit_privileges_alter(struct emitter *e, const struct object *old, const struct object *new)
{
    struct list from = {0}, to = {0};

    if (new->kind->acl == 'r') {
        relation_change(e, old, new);
        return;
    }
    grants_compared(e->arena, old, new, e->version, &from, &to);
    if (!identity_sequence(old) || !identity_sequence(new))
        sequence_grants_drop(e, &from);
    if (done_by_relation(e, old)) {
        own_grants(e, &from, false);
        own_grants(e, &to, false);
    }
    grants_change(e, new, &from, &to);
}

/* The default privileges that hold while the plan runs: those of the database. */
static const struct catalog *defaults_in_force(const struct emitter *e)
{
    const struct diff *d = e->plan->diff;
    bool unmanaged = d && d->stated == SIDE_FROM && !(d->from->groups & KIND_BIT(KIND_DEFAULT_PRIVILEGES));

    return !d ? NULL : unmanaged ? d->to : d->from;
}

/* The same on the sequence of an identity column. The owner has all in any case. */
static void initial_sequence_grants(struct emitter *e, const struct object *global, const struct object *local,
                                    struct list *ret)
{
    const struct object *both[] = {global, local};
    struct list found = {0};
    const struct grant *g;

    for (int i = 0; i < 2; i++)
        if (both[i])
            grants_of(e->arena, both[i], NULL, e->version, &found);
    list_each (g, &found) {
        struct grant *same = arena_new(e->arena, struct grant);

        *same = *g;
        same->privilege = arena_printf(e->arena, PRIVILEGE_SEQUENCE "%s", g->privilege);
        list_push(e->arena, ret, same);
    }
}

/* What the server grants by itself on what this role makes. */
static void initial_grants(struct emitter *e, const struct object *o, const char *role, struct list *ret)
{
    const struct catalog *c = defaults_in_force(e);
    const char *schema = o->schema;
    const struct object *x, *global = NULL, *local = NULL;

    for (size_t i = 0; c && role && (!o->parent || identity_sequence(o)) && i < c->objects.n; i++) {
        const struct default_privileges *d = c->objects.at[i];

        x = c->objects.at[i];
        if (x->kind->id != KIND_DEFAULT_PRIVILEGES || strcmp(d->role, role) != 0 || acl_letter(x) != (o->parent ? 's' : o->kind->acl))
            continue;
        if (!d->schema)
            global = x;
        else if (schema && strcmp(d->schema, schema) == 0)
            local = x;
    }
    if (o->parent) {
        initial_sequence_grants(e, global, local, ret);
        return;
    }
    if (global)
        grants_of(e->arena, global, role, e->version, ret);
    else
        grants_default(e->arena, o, role ? role : object_owner(o), e->version, ret);
    if (local)
        grants_of(e->arena, local, NULL, e->version, ret);
}

static const char *maker(const struct emitter *e)
{
    const struct diff *d = e->plan->diff;

    return !d ? NULL : d->from->role ? d->from->role : d->to->role;
}

void emit_privileges(struct emitter *e, const struct object *o)
{
    const char *owner = object_owner(o), *role = o->kind->acl == 'D' || !maker(e) ? owner : maker(e);
    struct list from = {0}, to = {0};

    owner = owner ? owner : role;
    initial_grants(e, o, role, &from);
    grants_of(e->arena, o, owner, e->version, &to);
    grants_owner_changed(e->arena, &from, role, owner);
    grants_change(e, o, &from, &to);
}

static void default_privileges_drop(struct emitter *e, const struct op *op)
{
    struct default_privileges bare = *(const struct default_privileges *)op->old;

    bare.base.has_privileges = false;
    emit_privileges_alter(e, op->old, &bare.base);
}

const struct emit_kind emit_default_privileges = {.drop = default_privileges_drop};
