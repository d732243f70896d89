/* privileges: who may do what with an object.
 *
 *     privileges: {reader: [select], writer: [select, insert with grant option], public: usage, friend: insert granted by writer}
 */
#include "schema/model_reading.h"

#include "schema/clause_reader.h"
#include "schema/privilege.h"
#include <ctype.h>
#include <string.h>

enum { NEWEST = 990000 }; /* a model is of no version */

static const char option[] = " with grant option";
static const char by[] = " granted by ";

/* "select granted by writer" -> "select" and writer; NULL: it says nothing of a grantor. */
static int read_grantor(struct model *m, const struct node *n, char *text, const char **ret)
{
    *ret = NULL;
    for (char *at = text; *at; at++) {
        size_t white = strspn(at, " \t\n\r");

        if (white == 0 || strncasecmp(at + white - 1, by, strlen(by)) != 0)
            continue;
        *at = '\0';
        at += white - 1 + strlen(by);
        return ident_text_read(m->arena, at + strspn(at, " \t\n\r"), n->at, m->diag, ret);
    }
    return OK;
}

/* "insert with grant option" in capitals and with one space between words, and whether it ends so. */
static char *read_words(struct arena *a, const char *text, bool *ret_option)
{
    AUTO_BUF b = {0};
    size_t tail = strlen(option);
    char *word;

    for (; *text; text++) {
        if (!isspace((unsigned char)*text))
            buf_addc(&b, (char)toupper((unsigned char)*text));
        else if (b.len && !isspace((unsigned char)text[1]) && text[1])
            buf_addc(&b, ' ');
    }
    word = arena_strdup(a, buf_str(&b));
    *ret_option = b.len > tail && strcasecmp(word + b.len - tail, option) == 0;
    if (*ret_option)
        word[b.len - tail] = '\0';
    return strcmp(word, "ALL PRIVILEGES") == 0 ? arena_strdup(a, "ALL") : word;
}

/* Every privilege on the object: of an identity column, those of its sequence too. */
static const char *known_privileges(struct arena *a, const struct object *o)
{
    const char *all = privileges_all(acl_letter(o), NEWEST);

    return o->kind->id == KIND_COLUMN
               ? arena_printf(a, "%s, SEQUENCE USAGE, SEQUENCE SELECT, SEQUENCE UPDATE", all)
               : all;
}

static int unknown_privilege(struct model *m, const struct object *o, const struct node *n, const char *word)
{
    struct list known = {0}, names = {0};
    const struct grant *g;

    grants_add(m->arena, &known, "", known_privileges(m->arena, o), false);
    list_each (g, &known)
        list_push(m->arena, &names, g->privilege);
    diag_error(m->diag, "model.choice", n->at, "\"%s\" is no privilege on a %s", word, o->kind->name);
    const char *near = diag_nearest(word, (const char *const *)names.at, names.n);
    if (near)
        diag_hint(m->diag, "Did you mean \"%s\"?", near);
    else
        diag_hint(m->diag, "They are %s, and ALL.", known_privileges(m->arena, o));
    return ERR;
}

static bool same_text(const char *x, const char *y)
{
    return x == y || (x && y && strcmp(x, y) == 0);
}

static int read_privilege(struct model *m, struct object *o, const char *grantee, const struct node *n,
                          char *text)
{
    bool grantable;
    const char *grantor;
    char *word;
    struct list known = {0};
    struct privilege *p;

    if (read_grantor(m, n, text, &grantor) < 0)
        return ERR;
    word = read_words(m->arena, text, &grantable);
    grants_add(m->arena, &known, grantee, known_privileges(m->arena, o), false);
    if (strcmp(word, "ALL") != 0 && !grant_find(&known, &(struct grant){.grantee = grantee, .privilege = word}))
        return unknown_privilege(m, o, n, word);
    list_each (p, &o->privileges) { /* one for each grantee, option and grantor */
        if (strcmp(p->grantee, grantee) == 0 && p->grantable == grantable && same_text(p->grantor, grantor) &&
            strcmp(p->privileges, "ALL") != 0 && strcmp(word, "ALL") != 0) {
            p->privileges = arena_printf(m->arena, "%s, %s", p->privileges, word);
            return OK;
        }
    }
    p = arena_new(m->arena, struct privilege);
    *p = (struct privilege){grantee, word, grantable, grantor};
    list_push(m->arena, &o->privileges, p);
    return OK;
}

/* Up to the next comma that is not in a name. */
static size_t word_length(const char *text)
{
    bool quoted = false;
    size_t n = 0;

    for (; text[n] && (quoted || text[n] != ','); n++)
        quoted ^= text[n] == '"';
    return n;
}

/* "select, insert" in one text is what GRANT says. */
static int read_scalar(struct model *m, struct object *o, const char *grantee, const struct node *n)
{
    int rc = OK;

    for (const char *at = n->text; *at;) {
        size_t len = word_length(at);

        if (read_privilege(m, o, grantee, n, arena_strndup(m->arena, at, len)) < 0)
            rc = ERR;
        at += len;
        at += *at == ',';
    }
    return rc;
}

static int read_grantee(struct model *m, struct object *o, const struct pair *pair)
{
    const struct node *n = pair->value;
    struct node *item;
    const char *grantee;
    int rc = OK;

    if (ident_text_read(m->arena, strcasecmp(pair->key, GRANTEE_PUBLIC) == 0 ? GRANTEE_PUBLIC : pair->key,
                        pair->at, m->diag, &grantee) < 0)
        return ERR;
    if (n->type == NODE_SCALAR)
        return read_scalar(m, o, grantee, n);
    if (n->type == NODE_MAP)
        return diag_error(m->diag, "model.type", n->at, "the privileges of a role are a list, not a mapping");
    if (n->type == NODE_NULL || n->items.n == 0) { /* of an owner: he gave all up */
        struct privilege *p = arena_new(m->arena, struct privilege);

        *p = (struct privilege){.grantee = grantee, .privileges = ""};
        list_push(m->arena, &o->privileges, p);
        return OK;
    }
    list_each (item, &n->items) {
        if (item->type != NODE_SCALAR)
            rc = diag_error(m->diag, "model.type", item->at, "a privilege must be a text, not %s",
                            node_what(item));
        else if (read_scalar(m, o, grantee, item) < 0)
            rc = ERR;
    }
    return rc;
}

int privileges_read(struct model *m, struct object *o, const struct node *n)
{
    struct pair *pair;
    int rc = OK;

    if (n->type == NODE_NULL)
        return OK;
    if (n->type != NODE_MAP)
        return diag_error(m->diag, "model.type", n->at, "\"privileges\" must be a mapping of roles, not %s",
                          node_what(n));
    o->has_privileges = true;
    list_each (pair, &n->items) {
        if (read_grantee(m, o, pair) < 0)
            rc = ERR;
    }
    return rc;
}

static bool has_option(const struct list *grants, const struct grant *of)
{
    const struct grant *g;

    list_each (g, grants)
        if (g->grantable && strcmp(g->grantee, of->grantor) == 0 && strcmp(g->privilege, of->privilege) == 0)
            return true;
    return false;
}

/* Who grants must have it with the option, on a column or on its table. Where nobody says who the owner is, it may be him. */
void privileges_check(struct model *m, const struct object *o)
{
    const char *owner = object_owner(o);
    struct list own = {0}, of_table = {0};
    const struct grant *g;

    if (!o->has_privileges || !owner)
        return;
    grants_of(m->arena, o, owner, NEWEST, &own);
    if (o->kind->acl == 'c')
        grants_of(m->arena, o->parent, owner, NEWEST, &of_table);
    list_each (g, &own) {
        if (!g->grantor || has_option(&own, g) || has_option(&of_table, g))
            continue;
        diag_error(m->diag, "model.grantor", o->at, "\"%s\" grants %s to \"%s\" and may not", g->grantor, g->privilege, g->grantee);
        diag_hint(m->diag, "Give it to \"%s\" \"with grant option\", or take \"granted by\" away.", g->grantor);
        return;
    }
}

/* ---- default privileges ---- */

static int read_default_key(struct model *m, const struct pair *pair, struct default_privileges *ret)
{
    static const char *const objects[] = {"tables", "sequences", "functions", "routines", "types", "schemas", "large objects", NULL};
    struct clause_reader r;

    if (clause_open(&r, m->arena, "default privileges", pair->key, pair->at, m->diag) < 0)
        return ERR;
    if (clause_expect(&r, "for role") < 0 || clause_ident(&r, &ret->role) < 0)
        return ERR;
    if (clause_accept(&r, "in schema") && clause_ident(&r, &ret->schema) < 0)
        return ERR;
    if (clause_expect(&r, "on") < 0)
        return ERR;
    for (size_t i = 0; objects[i] && !ret->objects; i++) {
        if (clause_accept(&r, objects[i]))
            ret->objects = strcmp(objects[i], "routines") == 0 ? "functions" : objects[i];
    }
    if (!ret->objects)
        return clause_fail(&r, objects, "TABLES, SEQUENCES, FUNCTIONS, TYPES, SCHEMAS or LARGE OBJECTS");
    return clause_end(&r, NULL, "the end");
}

int model_default_privileges(struct model *m, const struct kind *kind, const struct pair *pair,
                             const char *file_schema)
{
    struct default_privileges key = {.role = NULL};

    if (read_default_key(m, pair, &key) < 0)
        return ERR;
    struct object *o =
        model_object(m, kind, NULL, default_privileges_name(m->arena, &key), NULL, pair->at, file_schema);
    struct default_privileges *d = (struct default_privileges *)o;
    d->role = key.role;
    d->schema = key.schema;
    d->objects = key.objects;
    o->has_privileges = true;
    return model_object_read(m, o, pair->value, false);
}
