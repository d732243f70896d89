/* Statements as a section of a revision file, and as JSON. */
#include "base/node.h"
#include "emit/emit.h"
#include "sql/quote.h"
#include "sql/scan.h"
#include <string.h>

/* Only locks that others feel, or that are held for long. */
static bool lock_matters(const struct statement *s)
{
    return s->lock_on && (s->lock > LOCK_SHARE_UPDATE_EXCLUSIVE ||
                          (s->lock == LOCK_SHARE_UPDATE_EXCLUSIVE && s->work != WORK_NONE));
}

/* The label that ALTER TYPE ... ADD VALUE adds; NULL: another statement. */
static const char *new_label(struct arena *a, const struct statement *s)
{
    size_t n;
    const struct token *t = sql_tokens(a, s->sql, strlen(s->sql), &n);

    if (s->transaction != TRANSACTION_COMMIT_AFTER)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        if (t[i].type == TOKEN_STRING)
            return t[i].text;
    }
    return NULL;
}

/* As a literal of its own, or an element of an array literal. Texts of comments and the places of other
 * labels are no use. */
static bool statement_uses(struct arena *a, const struct statement *s, const char *label)
{
    size_t n;
    const struct token *t = sql_tokens(a, s->sql, strlen(s->sql), &n);

    if (s->transaction == TRANSACTION_COMMIT_AFTER || (n > 0 && token_is(&t[0], TOKEN_WORD, "comment")))
        return false;
    for (size_t i = 0; i < n; i++) {
        if (t[i].type != TOKEN_STRING)
            continue;
        if (strcmp(t[i].text, label) == 0 || (t[i].text[0] == '{' && strstr(t[i].text, label)))
            return true;
    }
    return false;
}

bool emit_stands_outside(const struct list *statements, size_t at)
{
    const struct statement *s = statements->at[at];
    AUTO_ARENA a = {0};
    const char *label = s->transaction == TRANSACTION_COMMIT_AFTER ? new_label(&a, s) : NULL;

    for (size_t i = at + 1; label && i < statements->n; i++) {
        if (statement_uses(&a, statements->at[i], label))
            return true;
    }
    return s->transaction == TRANSACTION_NEVER || s->transaction == TRANSACTION_OWN;
}

enum { HELD_SHOWN = 6 };

static void held_add(struct buf *out, const struct statement *s)
{
    const struct held *h;
    const char *relation;
    size_t shown = 0, more = 0;

    list_each (h, &s->held) {
        if (h->lock < LOCK_SHARE_UPDATE_EXCLUSIVE || (h->lock == LOCK_SHARE_UPDATE_EXCLUSIVE && !s->work))
            continue;
        if (shown++ >= HELD_SHOWN) {
            more++;
            continue;
        }
        buf_addf(out, "-- lock: %s on ", lock_name(h->lock));
        buf_comment(out, h->on);
        buf_addf(out, " (%s)\n", lock_effect(h->lock));
    }
    if (more)
        buf_addf(out, "-- lock: and on %zu more\n", more);
    list_each (relation, &s->rewritten) {
        if (s->work == WORK_REWRITE)
            break; /* a hazard says so */
        buf_add(out, "-- rewrites ");
        buf_comment(out, relation);
        buf_addc(out, '\n');
    }
}

/* While others wait, and nobody said that it would be: neither the statement nor a hazard. */
static bool scan_matters(const struct statement *s, const char *relation)
{
    const struct held *h;

    list_each (h, &s->held)
        if (strcmp(h->on, relation) == 0)
            return h->lock >= LOCK_SHARE_UPDATE_EXCLUSIVE && s->work == WORK_NONE && !s->hazards.n;
    return false;
}

static void scanned_add(struct buf *out, const struct statement *s)
{
    const char *relation;
    size_t shown = 0;

    list_each (relation, &s->scanned) {
        if (!scan_matters(s, relation) || shown++ >= HELD_SHOWN)
            continue;
        buf_add(out, "-- scans ");
        buf_comment(out, relation);
        buf_addc(out, '\n');
    }
}

static void statement_add(struct buf *out, const struct statement *s, bool autocommit)
{
    const struct hazard *h;

    if (lock_matters(s)) {
        buf_addf(out, "-- lock: %s on ", lock_name(s->lock));
        buf_comment(out, s->lock_on);
        buf_addf(out, " (%s)\n", lock_effect(s->lock));
    }
    held_add(out, s);
    scanned_add(out, s);
    if (s->note) {
        buf_add(out, "-- ");
        buf_comment(out, s->note);
        buf_addc(out, '\n');
    }
    list_each (h, &s->hazards) {
        buf_addf(out, "-- hazard %s: ", hazard_infos[h->id].name);
        buf_comment(out, h->text);
        buf_addc(out, '\n');
    }
    if (autocommit)
        buf_add(out, "-- kedge:autocommit\n");
    buf_add(out, s->sql);
    buf_add(out, ";\n");
}

void emit_script(struct buf *out, const struct list *statements)
{
    const struct op *before = NULL;
    const struct statement *s;

    list_each (s, statements) {
        if (s_i > 0 && (s->op != before || !s->op))
            buf_addc(out, '\n');
        statement_add(out, s, emit_stands_outside(statements, s_i));
        before = s->op;
    }
}

static const char *const verbs[] = {
    [VERB_RENAME] = "rename", [VERB_ASIDE] = "put aside", [VERB_DROP] = "drop",
    [VERB_CREATE] = "create", [VERB_ALTER] = "alter",     [VERB_STUB] = "stub",
};
static const char *const works[] = {
    [WORK_NONE] = "none", [WORK_SCAN] = "scan", [WORK_REWRITE] = "rewrite", [WORK_BUILD] = "build"};
static const char *const transactions[] = {
    [TRANSACTION_ANY] = "any", [TRANSACTION_NEVER] = "never", [TRANSACTION_COMMIT_AFTER] = "commit after",
    [TRANSACTION_OWN] = "own"};
static const char *const severities[] = {
    [SEVERITY_NOTE] = "note", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};

static struct node *hazard_node(struct arena *a, const struct hazard *h)
{
    const struct hazard_info *info = &hazard_infos[h->id];
    struct node *n = node_map(a);

    node_set(a, n, "id", node_text(a, info->name));
    node_set(a, n, "severity", node_text(a, severities[info->severity]));
    node_set(a, n, "text", node_text(a, h->text));
    if (*info->safe)
        node_set(a, n, "safe", node_text(a, info->safe));
    return n;
}

static struct node *statement_node(struct arena *a, const struct list *statements, size_t at)
{
    const struct statement *s = statements->at[at];
    const struct hazard *h;
    struct node *n = node_map(a), *hazards = node_list(a);

    node_set(a, n, "sql", node_text(a, s->sql));
    if (s->op) {
        node_set(a, n, "verb", node_text(a, verbs[s->op->verb]));
        node_set(a, n, "object", node_text(a, (s->op->new ? s->op->new : s->op->old)->address));
    }
    if (s->note)
        node_set(a, n, "note", node_text(a, s->note));
    if (s->lock_on) {
        node_set(a, n, "lock", node_text(a, lock_name(s->lock)));
        node_set(a, n, "lock_on", node_text(a, s->lock_on));
    }
    if (s->work != WORK_NONE)
        node_set(a, n, "work", node_text(a, works[s->work]));
    if (s->transaction != TRANSACTION_ANY)
        node_set(a, n, "transaction", node_text(a, transactions[s->transaction]));
    if (emit_stands_outside(statements, at))
        node_set(a, n, "autocommit", node_bool(a, true));
    list_each (h, &s->hazards)
        node_add(a, hazards, hazard_node(a, h));
    if (s->hazards.n > 0)
        node_set(a, n, "hazards", hazards);
    return n;
}

struct node *emit_node(struct arena *a, const struct list *statements)
{
    struct node *n = node_list(a);

    for (size_t i = 0; i < statements->n; i++)
        node_add(a, n, statement_node(a, statements, i));
    return n;
}
