/* Foreign keys and checks. */
#include "schema/clause_reader.h"
#include "schema/kinds/short.h"
#include <string.h>

static const char *const reference_words[] = {"references", "match",     "on",  "delete", "update",
                                              "cascade",    "restrict",  "set", "no",     "full",
                                              "deferrable", "initially", "not", NULL};

static int read_action(struct clause_reader *r, const char **ret, struct list *columns)
{
    static const char *const actions[] = {"no action", "restrict",    "cascade",
                                          "set null",  "set default", NULL};

    for (const char *const *action = actions; *action; action++) {
        if (!clause_accept(r, *action))
            continue;
        *ret = *action;
        if (columns && strncmp(*action, "set", 3) == 0 && clause_sees(r, "("))
            return clause_idents_read(r, columns);
        return OK;
    }
    return clause_fail(r, actions, "NO ACTION, RESTRICT, CASCADE, SET NULL or SET DEFAULT");
}

static int read_match(struct clause_reader *r, const char **ret)
{
    static const char *const matches[] = {"simple", "full", NULL};

    for (const char *const *match = matches; *match; match++) {
        if (clause_accept(r, *match)) {
            *ret = *match;
            return OK;
        }
    }
    return clause_fail(r, matches, "SIMPLE or FULL");
}

/* "on delete cascade", "deferrable" and the like: 1 when one was read, 0 when none stands here, ERR. */
static int read_reference_option(struct clause_reader *r, struct foreign_key *f)
{
    int err;

    if (clause_accept(r, "match"))
        err = read_match(r, &f->match);
    else if (clause_accept(r, "on delete"))
        err = read_action(r, &f->on_delete, &f->on_delete_columns);
    else if (clause_accept(r, "on update"))
        err = read_action(r, &f->on_update, NULL);
    else if (clause_sees(r, "on"))
        r->pos++, err = clause_fail(r, reference_words, "DELETE or UPDATE");
    else if (clause_accept(r, "not enforced"))
        f->not_enforced = true, err = OK;
    else
        return clause_deferrable_read(r, &f->deferrable, &f->initially_deferred) ? 1 : 0;
    return err ? ERR : 1;
}

/* (id, PERIOD valid_at); a column may be called period. */
static int read_period_columns(struct clause_reader *r, struct list *ret, bool *period)
{
    if (clause_expect(r, "("))
        return ERR;
    do {
        const char *name;

        if (clause_sees(r, "period") && !clause_sees(r, "period ,") && !clause_sees(r, "period )"))
            *period = clause_accept(r, "period");
        if (clause_ident(r, &name))
            return ERR;
        list_push(r->arena, ret, name);
    } while (!*period && clause_accept(r, ","));
    return clause_expect(r, ")");
}

int clause_references(struct clause_reader *r, struct foreign_key *f)
{
    bool period = false;
    int more;

    if (clause_name(r, &f->references))
        return ERR;
    if (clause_sees(r, "(") && read_period_columns(r, &f->referenced, &period))
        return ERR;
    f->period |= period;
    while ((more = read_reference_option(r, f)) > 0)
        continue;
    return more;
}

int foreign_key_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct foreign_key *f = into;
    struct clause_reader r;

    if (clause_open(&r, a, "foreign key", text, at, d))
        return ERR;
    clause_accept(&r, "foreign key");
    if (read_period_columns(&r, &f->columns, &f->period))
        return ERR;
    if (!clause_accept(&r, "references"))
        return clause_fail(&r, reference_words, "REFERENCES");
    if (clause_references(&r, f))
        return ERR;
    if (clause_accept(&r, "not valid"))
        f->not_valid = true;
    return clause_end(&r, reference_words, "MATCH, ON DELETE, ON UPDATE, DEFERRABLE, NOT VALID or NOT ENFORCED");
}

int check_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    static const char *const stops[] = {"no inherit", "not valid", "not enforced", NULL};
    struct check *c = into;
    struct clause_reader r;
    int err;

    if (clause_open(&r, a, "check", text, at, d))
        return ERR;
    if (clause_accept(&r, "check"))
        err = clause_parenthesised(&r, &c->expression);
    else
        err = clause_expression(&r, stops, &c->expression);
    if (err)
        return ERR;
    for (;;) {
        if (clause_accept(&r, "no inherit"))
            c->no_inherit = true;
        else if (clause_accept(&r, "not valid"))
            c->not_valid = true;
        else if (clause_accept(&r, "not enforced"))
            c->not_enforced = true;
        else
            return clause_end(&r, stops, "NO INHERIT, NOT VALID or NOT ENFORCED");
    }
}
