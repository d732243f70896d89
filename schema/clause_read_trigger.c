/* Triggers: what follows the name in CREATE TRIGGER, without the table. */
#include "schema/clause_reader.h"
#include "schema/kinds/short.h"
#include <string.h>

static const char *const event_words[] = {"insert", "update", "delete", "truncate", NULL};
static const char *const trigger_words[] = {
    "before",   "after",     "instead",    "constraint", "insert",      "update",    "delete",
    "truncate", "from",      "deferrable", "initially",  "referencing", "for",       "each",
    "row",      "statement", "when",       "execute",    "function",    "procedure", NULL};

static int read_when(struct clause_reader *r, struct trigger *t)
{
    static const char *const times[] = {"before", "after", "instead of", NULL};

    for (const char *const *time = times; *time; time++) {
        if (clause_accept(r, *time)) {
            t->when = *time;
            return OK;
        }
    }
    return clause_fail(r, trigger_words, "BEFORE, AFTER or INSTEAD OF");
}

static int read_update_of(struct clause_reader *r, struct trigger *t)
{
    do {
        const char *column;

        if (clause_ident(r, &column))
            return ERR;
        list_push(r->arena, &t->update_of, column);
    } while (clause_accept(r, ","));
    return OK;
}

/* Kept in the catalog's order, whatever order they were written in. */
static int read_events(struct clause_reader *r, struct trigger *t)
{
    bool seen[4] = {false};

    do {
        size_t i = 0;

        while (event_words[i] && !clause_accept(r, event_words[i]))
            i++;
        if (!event_words[i])
            return clause_fail(r, trigger_words, "INSERT, UPDATE, DELETE or TRUNCATE");
        if (seen[i])
            return diag_error(r->diag, "clause.twice", r->at, "%s: %s is said twice", r->what,
                              event_words[i]);
        seen[i] = true;
        if (i == 1 && clause_accept(r, "of") && read_update_of(r, t))
            return ERR;
    } while (clause_accept(r, "or"));
    for (size_t i = 0; event_words[i]; i++)
        if (seen[i])
            list_push(r->arena, &t->events, event_words[i]);
    return OK;
}

static int read_transition_tables(struct clause_reader *r, struct trigger *t)
{
    do {
        const char **name = clause_accept(r, "old table")   ? &t->old_table
                            : clause_accept(r, "new table") ? &t->new_table
                                                            : NULL;

        if (!name)
            return clause_fail(r, (const char *const[]){"old", "new", "table", NULL},
                               "OLD TABLE or NEW TABLE");
        clause_accept(r, "as");
        if (clause_ident(r, name))
            return ERR;
    } while (clause_sees(r, "old") || clause_sees(r, "new"));
    return OK;
}

static int read_level(struct clause_reader *r, struct trigger *t)
{
    clause_accept(r, "each");
    if (clause_accept(r, "row"))
        t->for_ = "row";
    else if (clause_accept(r, "statement"))
        t->for_ = "statement";
    else
        return clause_fail(r, trigger_words, "ROW or STATEMENT");
    return OK;
}

/* Arguments of a trigger are texts, whatever they look like. */
static int read_arguments(struct clause_reader *r, struct trigger *t)
{
    if (clause_expect(r, "("))
        return ERR;
    if (clause_accept(r, ")"))
        return OK;
    do {
        const struct token *arg = clause_peek(r, 0);

        if (arg->type != TOKEN_STRING && arg->type != TOKEN_NUMBER && arg->type != TOKEN_WORD &&
            arg->type != TOKEN_QUOTED)
            return clause_fail(r, NULL, "an argument in quotes");
        list_push(r->arena, &t->args, arg->text);
        r->pos++;
    } while (clause_accept(r, ","));
    return clause_expect(r, ")");
}

static int read_function(struct clause_reader *r, struct trigger *t)
{
    if (!clause_accept(r, "function") && !clause_accept(r, "procedure"))
        return clause_fail(r, trigger_words, "FUNCTION");
    if (clause_name(r, &t->function) || read_arguments(r, t))
        return ERR;
    return clause_end(r, NULL, "nothing after the function");
}

static int read_clauses(struct clause_reader *r, struct trigger *t)
{
    int err = OK;

    while (!err) {
        if (clause_accept(r, "from"))
            err = clause_name(r, &t->from);
        else if (clause_accept(r, "referencing"))
            err = read_transition_tables(r, t);
        else if (clause_accept(r, "for"))
            err = read_level(r, t);
        else if (clause_accept(r, "when"))
            err = clause_parenthesised(r, &t->condition);
        else if (clause_accept(r, "execute"))
            return read_function(r, t);
        else if (!clause_deferrable_read(r, &t->deferrable, &t->initially_deferred))
            return clause_fail(r, trigger_words, "FROM, REFERENCING, FOR EACH, WHEN or EXECUTE FUNCTION");
    }
    return ERR;
}

int trigger_read_short(struct arena *a, void *into, const char *text, struct loc at, struct diag *d)
{
    struct trigger *t = into;
    struct clause_reader r;

    if (clause_open(&r, a, "trigger", text, at, d))
        return ERR;
    t->constraint = clause_accept(&r, "constraint");
    clause_accept(&r, "trigger");
    if (read_when(&r, t) || read_events(&r, t))
        return ERR;
    return read_clauses(&r, t);
}
