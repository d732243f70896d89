/* Schemas and extensions. */
#include "emit/postgres/emit.h"
#include "schema/privilege.h"
#include "sql/quote.h"
#include <ctype.h>
#include <string.h>

static void schema_create(struct emitter *e, const struct op *op)
{
    emit_add(e, "CREATE SCHEMA %s", emit_path(e, op->new));
}

static void schema_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP SCHEMA %s", emit_path(e, op->old));

    emit_hazard(e, s, op->old, HAZARD_DROP_SCHEMA, "schema %s goes", emit_path(e, op->old));
}

const struct emit_kind emit_schema = {.create = schema_create, .drop = schema_drop};

static const char *role_of(struct emitter *e, const struct member_grant *g)
{
    return strcmp(g->role, GRANTEE_PUBLIC) == 0 ? "PUBLIC" : emit_ident(e, g->role);
}

/* "TABLE public.a", of "table public.a": the words before the name. */
static const char *target_of(struct emitter *e, const struct member_grant *g)
{
    static const char *const kinds_[] = {"table ", "sequence ", "function ", "procedure ", "type ", "schema ", "language ",
                                         "foreign data wrapper ", "foreign server "};

    for (size_t i = 0; i < sizeof(kinds_) / sizeof(kinds_[0]); i++) {
        size_t n = strlen(kinds_[i]);

        if (strncasecmp(g->member, kinds_[i], n) == 0) {
            char *target = arena_strdup(e->arena, g->member);

            for (size_t k = 0; k < n; k++)
                target[k] = (char)toupper((unsigned char)target[k]);
            return target;
        }
    }
    emit_error(e, "\"%s\" does not begin with what it is: function, table, type, ...", g->member);
    return g->member;
}

static const char option_for[] = "GRANT OPTION FOR ", with_option[] = " WITH GRANT OPTION";

static void member_say(struct emitter *e, const struct object *o, const struct member_grant *g, const char *word, bool grant)
{
    bool option = strncmp(word, option_for, strlen(option_for)) == 0;
    size_t n = strlen(word), tail = strlen(with_option);
    bool with = n > tail && strcmp(word + n - tail, with_option) == 0;
    const char *privilege = option ? word + strlen(option_for) : with ? arena_strndup(e->arena, word, n - tail) : word;
    struct statement *s;
    AUTO_BUF column = {0};

    if (g->column)
        buf_addf(&column, " (%s)", emit_ident(e, g->column));
    if (grant)
        s = emit_add(e, "GRANT %s%s ON %s TO %s%s", privilege, buf_str(&column), target_of(e, g), role_of(e, g), option || with ? with_option : "");
    else
        s = emit_add(e, "REVOKE %s%s%s ON %s FROM %s", option ? option_for : "", privilege, buf_str(&column), target_of(e, g), role_of(e, g));
    if (e->op->verb != VERB_CREATE)
        emit_hazard(e, s, NULL, HAZARD_AUTHORIZATION, "what others may do with what extension %s has changes", emit_path(e, o));
}

static const struct member_grant *same_member(const struct member_grants *in, const struct member_grant *like)
{
    const struct member_grant *g;

    for (size_t i = 0; in && i < in->changes.n; i++) {
        g = in->changes.at[i];
        if (strcmp(g->member, like->member) == 0 && strcmp(g->role, like->role) == 0 &&
            strcmp(g->column ? g->column : "", like->column ? like->column : "") == 0)
            return g;
    }
    return NULL;
}

/* What `from` changed and `to` does not is taken back; with `back` false the other way: what is new in `from` is done. */
static void members_say(struct emitter *e, const struct object *o, const struct member_grants *from, const struct member_grants *to, bool back)
{
    const struct member_grant *g;
    const char *word;

    for (size_t i = 0; from && i < from->changes.n; i++) {
        const struct member_grant *other = same_member(to, g = from->changes.at[i]);

        list_each (word, &g->granted) {
            if (!other || !list_has_text(&other->granted, word))
                member_say(e, o, g, word, !back);
        }
        list_each (word, &g->revoked) {
            if (!other || !list_has_text(&other->revoked, word))
                member_say(e, o, g, word, back);
        }
    }
}

static void extension_create(struct emitter *e, const struct op *op)
{
    const struct extension *x = (const struct extension *)op->new;
    AUTO_BUF b = {0};

    if (x->schema)
        buf_addf(&b, " SCHEMA %s", emit_ident(e, x->schema));
    if (x->version)
        buf_addf(&b, " VERSION %s", sql_literal(e->arena, x->version));
    emit_add(e, "CREATE EXTENSION %s%s%s", emit_path(e, op->new), b.len ? " WITH" : "", buf_str(&b));
    members_say(e, op->new, x->grants, NULL, false);
}

static void extension_drop(struct emitter *e, const struct op *op)
{
    struct statement *s = emit_add(e, "DROP EXTENSION %s", emit_path(e, op->old));

    emit_hazard(e, s, op->old, HAZARD_DROP_EXTENSION, "the objects of extension %s go, and the data in them",
                emit_path(e, op->old));
}

static void extension_alter(struct emitter *e, const struct op *op)
{
    const struct extension *x = (const struct extension *)op->new;
    const char *name = emit_path(e, op->new);
    const struct member_grants *was = ((const struct extension *)op->old)->grants;
    struct statement *s;

    if (op_changed(op, "grants")) /* by the names of before */
        members_say(e, op->new, was, x->grants, true);
    if (op_changed(op, "schema") && x->schema)
        emit_add(e, "ALTER EXTENSION %s SET SCHEMA %s", name, emit_ident(e, x->schema));
    if (op_changed(op, "version") && x->version) {
        s = emit_add(e, "ALTER EXTENSION %s UPDATE TO %s", name, sql_literal(e->arena, x->version));
        emit_hazard(e, s, op->new, HAZARD_UPDATE_EXTENSION, "the extension's own script runs");
    }
    if (op_changed(op, "grants"))
        members_say(e, op->new, x->grants, was, false);
}

const struct emit_kind emit_extension = {
    .create = extension_create, .drop = extension_drop, .alter = extension_alter};
