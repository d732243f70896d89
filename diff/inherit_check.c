/* What PostgreSQL has no way for: another partition key, by itself or since a column of it gets another type. */
#include "diff/plan_private.h"
#include "sql/scan.h"
#include <string.h>

static int check_table(struct planner *p, const struct pair_of *pair)
{
    const struct table *from = (const struct table *)pair->from, *to = (const struct table *)pair->to;

    if (!(pair->changed & field_bit(pair->to->kind, "partition_by")))
        return OK;
    if (from->partition_by && to->partition_by)
        diag_error(p->diag, "plan.partition-key", pair->to->at,
                   "the partition key of %s cannot be changed: PostgreSQL has no way", pair->to->address);
    else
        diag_error(p->diag, "plan.partition-key", pair->to->at, "%s cannot be made %s: PostgreSQL has no way",
                   pair->to->address, to->partition_by ? "a partitioned table" : "an ordinary table");
    diag_detail(p->diag, "%s -> %s", from->partition_by ? from->partition_by : "not partitioned",
                to->partition_by ? to->partition_by : "not partitioned");
    diag_hint(p->diag, "Give the new table another name, move the rows in a revision of your own, then rename. An "
                       "ordinary table can become a partition of the new one.");
    return ERR;
}

int inherit_check(struct planner *p)
{
    const struct pair_of *pair;
    int result = OK;

    list_each (pair, &p->diff->pairs) {
        if (pair->from && pair->to && pair->to->kind->id == KIND_TABLE && check_table(p, pair) != OK)
            result = ERR;
    }
    return result;
}

static bool key_uses(const char *partition_by, const char *column)
{
    AUTO_ARENA a = {0};
    size_t n;
    const struct token *t = sql_tokens(&a, partition_by, strlen(partition_by), &n);

    for (size_t i = 0; i < n; i++)
        if ((t[i].type == TOKEN_WORD || t[i].type == TOKEN_QUOTED) && strcmp(t[i].text, column) == 0 && !token_is(&t[i + 1], TOKEN_PUNCT, "(") &&
            !token_is(&t[i + 1], TOKEN_PUNCT, ".") && !(i > 0 && (token_is(&t[i - 1], TOKEN_PUNCT, ".") || token_is(&t[i - 1], TOKEN_PUNCT, "::"))))
            return true;
    return false;
}

/* Neither by its own difference nor since its type is made anew. */
int inherit_check_types(struct planner *p)
{
    const struct item *i;
    int result = OK;

    list_each (i, &p->items) {
        const struct object *o = i->pair->to;
        const struct table *table = o && o->kind->id == KIND_COLUMN ? (const struct table *)o->parent : NULL;

        if (!table || table->base.kind->id != KIND_TABLE || !table->partition_by || !i->pair->from || !item_of(o->parent)->pair->from ||
            !column_retyped(i) || !key_uses(table->partition_by, o->name))
            continue;
        result = diag_error(p->diag, "plan.partition-key", o->at, "%s cannot get another type: it is in the partition key, and PostgreSQL has no way",
                            o->address);
        if (i->because && strcmp(i->because, o->address) != 0)
            diag_detail(p->diag, "because of %s", i->because);
        diag_hint(p->diag, "Give the table another name, and make one with the type that is wanted: its rows are moved in a revision of your own.");
    }
    return result;
}
