/* Functions and procedures. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <ctype.h>
#include <string.h>

static bool is(const char *text, const char *what)
{
    return text && strcmp(text, what) == 0;
}

static const char *language_of(const struct routine *r)
{
    return r->language ? r->language : "sql";
}

/* Settings that are lists of names: each element is quoted by itself, or the whole would be one name. */
static bool setting_is_list(const char *name)
{
    static const char *const names[] = {"search_path",
                                        "temp_tablespaces",
                                        "local_preload_libraries",
                                        "session_preload_libraries",
                                        "shared_preload_libraries",
                                        "unix_socket_directories"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (is(name, names[i]))
            return true;
    }
    return false;
}

static void setting_add(struct emitter *e, struct buf *b, const struct option *o)
{
    const char *value = o->value ? o->value : "";
    struct token *t;
    size_t n;
    bool first = true;

    buf_addf(b, "\n    SET %s TO ", emit_ident(e, o->name));
    if (!setting_is_list(o->name)) {
        buf_literal(b, value);
        return;
    }
    t = sql_tokens(e->arena, value, strlen(value), &n);
    for (size_t i = 0; i < n; i++) {
        if (t[i].type != TOKEN_WORD && t[i].type != TOKEN_QUOTED && t[i].type != TOKEN_STRING)
            continue;
        buf_sep(b, &first, ", ");
        buf_literal(b, t[i].text);
    }
    if (first)
        buf_literal(b, "");
}

/* What stands after the language, where it is not what is implied. */
static void properties_add(struct buf *b, const struct routine *r)
{
    if (r->window)
        buf_add(b, " WINDOW");
    if (is(r->volatility, "stable"))
        buf_add(b, " STABLE");
    if (is(r->volatility, "immutable"))
        buf_add(b, " IMMUTABLE");
    if (r->strict)
        buf_add(b, " STRICT");
    if (r->security_definer)
        buf_add(b, " SECURITY DEFINER");
    if (r->leakproof)
        buf_add(b, " LEAKPROOF");
    if (is(r->parallel, "restricted"))
        buf_add(b, " PARALLEL RESTRICTED");
    if (is(r->parallel, "safe"))
        buf_add(b, " PARALLEL SAFE");
    if (r->cost)
        buf_addf(b, " COST %s", r->cost);
    if (r->rows)
        buf_addf(b, " ROWS %s", r->rows);
    if (r->support)
        buf_addf(b, " SUPPORT %s", r->support);
}

static void head_add(struct emitter *e, struct buf *b, const struct routine *r, bool replace)
{
    buf_addf(b, "CREATE %s%s %s(", replace ? "OR REPLACE " : "", r->base.kind->sql,
             sql_qualified(e->arena, r->base.schema, r->base.name));
    clause_arguments(b, r);
    buf_addc(b, ')');
    if (r->returns)
        buf_addf(b, " RETURNS %s", r->returns);
}

static bool body_is_text(const struct routine *r)
{
    return !r->sql_body && !is(language_of(r), "c") && !is(language_of(r), "internal");
}

static void body_add(struct emitter *e, struct buf *b, const struct routine *r)
{
    if (r->sql_body) {
        buf_addf(b, "\n%s", emit_text(e, r->sql_body));
        return;
    }
    buf_add(b, "\n    AS ");
    if (r->library) {
        buf_literal(b, r->library);
        buf_add(b, r->body ? ", " : "");
    }
    if (body_is_text(r))
        buf_dollar(b, r->body ? r->body : "");
    else if (r->body)
        buf_literal(b, r->body);
}

static void transforms_add(struct buf *b, const struct routine *r)
{
    const struct transformed *t;
    bool first = true;

    list_each (t, &r->transforms) {
        buf_add(b, first ? " TRANSFORM " : "");
        buf_sep(b, &first, ", ");
        buf_addf(b, "FOR TYPE %s", t->type);
    }
}

static void routine_put(struct emitter *e, const struct routine *r, bool replace)
{
    const struct option *o;
    struct statement *s;
    AUTO_BUF b = {0};

    head_add(e, &b, r, replace);
    buf_addf(&b, "\n    LANGUAGE %s", emit_ident(e, language_of(r)));
    transforms_add(&b, r);
    properties_add(&b, r);
    list_each (o, &r->set)
        setting_add(e, &b, o);
    body_add(e, &b, r);
    s = emit_add(e, "%s", buf_str(&b));
    if (body_is_text(r))
        list_push(e->arena, &e->unchecked, s);
}

static void routine_create(struct emitter *e, const struct op *op)
{
    routine_put(e, (const struct routine *)op->new, op->replace);
}

static void routine_drop(struct emitter *e, const struct op *op)
{
    emit_add(e, "DROP %s %s", op->old->kind->sql, emit_path(e, op->old));
}

/* CREATE OR REPLACE sets everything, keeps identity, owner, privileges and comment. */
static void routine_alter(struct emitter *e, const struct op *op)
{
    if (!(op->changed & ~FACETS))
        return;
    routine_put(e, (const struct routine *)op->new, true);
    emit_extensions_again(e, op);
}

/* A body that waits for what it uses. */
static void routine_part(struct emitter *e, const struct op *op)
{
    if (op->verb != VERB_DROP)
        routine_put(e, (const struct routine *)op->new, true);
}

/* The same signature with a body that needs nothing; never meant to run. */
static void routine_stub(struct emitter *e, const struct op *op)
{
    struct routine r = *(const struct routine *)op_object(op);
    struct statement *s;

    if (!is(language_of(&r), "sql") && !is(language_of(&r), "plpgsql")) {
        emit_error(e, "a function in %s cannot stand in for itself: %s", language_of(&r),
                   emit_path(e, &r.base));
        return;
    }
    r.body = is(language_of(&r), "sql") ? "SELECT NULL" : "BEGIN RAISE 'not there yet'; END";
    r.sql_body = NULL;
    r.set = (struct list){0};
    routine_put(e, &r, op->old != NULL);
    s = e->last;
    emit_note(e, s, op->new ? "stands in until what the body uses is there" : "stands in until what needs the function is gone");
}

#define ROUTINE                                                                                                \
    {.create = routine_create,                                                                                 \
     .drop = routine_drop,                                                                                     \
     .alter = routine_alter,                                                                                   \
     .part = routine_part,                                                                                     \
     .aside = routine_stub}
const struct emit_kind emit_function = ROUTINE;
const struct emit_kind emit_procedure = ROUTINE;
