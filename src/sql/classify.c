/* sql_classify(): which statements the server runs in no transaction block (its calls of
 * PreventInTransactionBlock), and which ones end or begin one. */
#include "sql/split.h"

#include "sql/scan.h"

/* The words of a statement; what is no word (or a quoted one) never matches. */
struct words {
    const struct token *at;
    size_t n;
};

static bool is(const struct words *w, size_t i, const char *word)
{
    return i < w->n && token_is(&w->at[i], TOKEN_WORD, word);
}

static bool has(const struct words *w, size_t from, const char *word)
{
    for (size_t i = from; i < w->n; i++) {
        if (is(w, i, word))
            return true;
    }
    return false;
}

static bool is_any(const struct words *w, size_t i, const char *const *words)
{
    for (; *words; words++) {
        if (is(w, i, *words))
            return true;
    }
    return false;
}

static bool is_false(const struct words *w, size_t i)
{
    static const char *const names[] = {"false", "off", NULL};
    if (i >= w->n)
        return false;
    const struct token *t = &w->at[i];
    bool quoted = t->type == TOKEN_STRING && (strcmp(t->text, "false") == 0 || strcmp(t->text, "off") == 0);
    return quoted || is_any(w, i, names) || token_is(t, TOKEN_NUMBER, "0");
}

/* WITH (..., option = false, ...) */
static bool option_is_off(const struct words *w, const char *option)
{
    for (size_t i = 0; i < w->n; i++) {
        if (is(w, i, option) && i + 1 < w->n && token_is(&w->at[i + 1], TOKEN_OP, "=") && is_false(w, i + 2))
            return true;
    }
    return false;
}

static bool is_transaction(const struct words *w)
{
    static const char *const first[] = {"begin", "commit",    "end",     "rollback",
                                        "abort", "savepoint", "release", NULL};
    return is_any(w, 0, first) || ((is(w, 0, "start") || is(w, 0, "prepare")) && is(w, 1, "transaction"));
}

static bool create_is_autocommit(const struct words *w)
{
    static const char *const kinds[] = {"database", "tablespace", NULL};
    if (is_any(w, 1, kinds))
        return true;
    if (is(w, 1, "subscription")) /* only without a replication slot on the other side */
        return !option_is_off(w, "create_slot") && !option_is_off(w, "connect");
    size_t i = is(w, 1, "unique") ? 2 : 1;
    return is(w, i, "index") && is(w, i + 1, "concurrently");
}

static bool drop_is_autocommit(const struct words *w)
{
    static const char *const kinds[] = {"database", "tablespace", "subscription", NULL};
    return is_any(w, 1, kinds) || (is(w, 1, "index") && is(w, 2, "concurrently"));
}

static bool alter_subscription_is_autocommit(const struct words *w)
{
    static const char *const publication[] = {"set", "add", "drop", "refresh", NULL};
    for (size_t i = 3; i + 1 < w->n; i++) {
        if (is_any(w, i, publication) && is(w, i + 1, "publication"))
            return !option_is_off(w, "refresh");
    }
    return is(w, 3, "set") && (has(w, 4, "failover") || has(w, 4, "two_phase"));
}

static bool alter_is_autocommit(const struct words *w)
{
    if (is(w, 1, "system"))
        return true;
    if (is(w, 1, "database"))
        return is(w, 3, "set") && is(w, 4, "tablespace");
    if (is(w, 1, "subscription"))
        return alter_subscription_is_autocommit(w);
    if (!is(w, 1, "table"))
        return false;
    return has(w, 2, "detach") && has(w, 2, "partition") && is(w, w->n - 1, "concurrently");
}

/* REINDEX [(options)] {INDEX | TABLE | SCHEMA | DATABASE | SYSTEM} [CONCURRENTLY] name */
static bool reindex_is_autocommit(const struct words *w)
{
    static const char *const many[] = {"schema", "database", "system", NULL};
    size_t i = 1;
    bool concurrently = false;
    if (w->n > 1 && token_is(&w->at[1], TOKEN_PUNCT, "(")) {
        for (; i < w->n && !token_is(&w->at[i], TOKEN_PUNCT, ")"); i++)
            concurrently = concurrently || (is(w, i, "concurrently") && !is_false(w, i + 1));
        i++;
    }
    return concurrently || is_any(w, i, many) || is(w, i + 1, "concurrently");
}

/* CLUSTER of all tables; of one it can run in a transaction. */
static bool cluster_is_autocommit(const struct words *w)
{
    size_t i = 1;
    if (w->n > 1 && token_is(&w->at[1], TOKEN_PUNCT, "(")) {
        while (i < w->n && !token_is(&w->at[i], TOKEN_PUNCT, ")"))
            i++;
        i++;
    } else if (is(w, 1, "verbose")) {
        i = 2;
    }
    return i >= w->n;
}

enum sql_class sql_classify(const char *statement)
{
    AUTO_ARENA scratch = {0};
    struct words w;
    w.at = sql_tokens(&scratch, statement, strlen(statement), &w.n);
    while (w.n > 0 && token_is(&w.at[w.n - 1], TOKEN_PUNCT, ";"))
        w.n--;

    bool autocommit = false;
    if (is_transaction(&w))
        return SQL_TRANSACTION;
    if (is(&w, 0, "create"))
        autocommit = create_is_autocommit(&w);
    else if (is(&w, 0, "drop"))
        autocommit = drop_is_autocommit(&w);
    else if (is(&w, 0, "alter"))
        autocommit = alter_is_autocommit(&w);
    else if (is(&w, 0, "reindex"))
        autocommit = reindex_is_autocommit(&w);
    else if (is(&w, 0, "cluster"))
        autocommit = cluster_is_autocommit(&w);
    else
        autocommit = is(&w, 0, "vacuum") || (is(&w, 0, "discard") && is(&w, 1, "all"));
    return autocommit ? SQL_AUTOCOMMIT : SQL_ORDINARY;
}
