/* Access lists: what is in them, what an object has when nothing was ever granted, when two mean the same. */
#ifndef KEDGE_SCHEMA_PRIVILEGE_H
#define KEDGE_SCHEMA_PRIVILEGE_H

#include "schema/object.h"

/* Who "PUBLIC" is in struct privilege: no role can have this name. */
#define GRANTEE_PUBLIC "public"

/* Before the privileges of an identity column that are its sequence's. */
#define PRIVILEGE_SEQUENCE "SEQUENCE "

/* One privilege of one role, from one other. */
struct grant {
    const char *grantee, *privilege;
    bool grantable;
    const char *grantor; /* NULL: the owner */
};

/* "SELECT, INSERT": every privilege that objects of a letter of acldefault() (struct kind: acl) can have; what PUBLIC has of them when
 * nothing was ever granted. */
const char *privileges_all(char acl, int version);
const char *privileges_public(char acl);

void grants_add(struct arena *a, struct list *to, const char *grantee, const char *privileges, bool grantable);
/* What an object has when nothing was ever granted. */
void grants_default(struct arena *a, const struct object *o, const char *owner, int version, struct list *ret);
/* The access list of an object, as struct grant. Default privileges in a schema have nothing by default. An owner (NULL: not known) that the list does not name has all of it. */
void grants_of(struct arena *a, const struct object *o, const char *owner, int version, struct list *ret);
/* The access lists of both sides of a pair; of the old one, what it is when the object has its new owner. */
void grants_compared(struct arena *a, const struct object *from, const struct object *to, int version, struct list *x, struct list *y);
/* What ALTER ... OWNER makes of an access list: the server writes the new owner for the old one everywhere. What the new one was granted before
 * stays, together with what is his as owner: a grant option, or a privilege on a column, that an owner needs not be given. */
void grants_owner_changed(struct arena *a, struct list *grants, const char *was, const char *owner);
/* Likewise of what is kept of it unread: struct privilege. */
struct privilege *privilege_owner_changed(struct arena *a, const struct privilege *p, const char *was, const char *owner);
/* Of an identity column: whether it is one on its sequence. */
bool grant_of_sequence(const struct grant *g);
/* The same privilege, of the same role, from the same; with the grant option or without. */
bool grant_same(const struct grant *x, const struct grant *y);
const struct grant *grant_find(const struct list *in, const struct grant *like);
/* Whether each role can do the same. */
bool grants_same(const struct list *x, const struct list *y);
/* The name of default privileges, made of what they are of. */
char *default_privileges_name(struct arena *a, const struct default_privileges *d);
/* The letter of acldefault() for what its access list is of. */
char acl_letter(const struct object *o);
/* The owner of an object, or of what it is a part of. */
const char *object_owner(const struct object *o);
/* Whether the model manages the privileges of an object; those of columns go with their relation. */
bool privileges_stated(const struct object *o);

#endif
