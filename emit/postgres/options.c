/* Storage parameters and sequence options: what leads from one set to another. */
#include "emit/postgres/emit.h"
#include "schema/clause.h"
#include "sql/quote.h"
#include <stdlib.h>
#include <string.h>

/* The server locks for the strongest parameter of the statement (reloptions.c): these want ACCESS EXCLUSIVE,
 * all others SHARE UPDATE EXCLUSIVE. */
static bool option_locks_all(const char *name)
{
    static const char *const names[] = {"user_catalog_table", "fastupdate",       "gin_pending_list_limit",
                                        "buffering",          "pages_per_range",  "autosummarize",
                                        "security_barrier",   "security_invoker", "check_option"};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (strcmp(names[i], name) == 0)
            return true;
    }
    return false;
}

static bool same_text(const char *x, const char *y)
{
    return strcmp(x ? x : "", y ? y : "") == 0;
}

static enum lock options_lock(const struct list *options)
{
    const struct option *o;

    list_each (o, options) {
        if (option_locks_all(o->name))
            return LOCK_ACCESS_EXCLUSIVE;
    }
    return LOCK_SHARE_UPDATE_EXCLUSIVE;
}

void emit_options(struct emitter *e, const struct object *on, const struct list *from, const struct list *to,
                  options_fn *each)
{
    struct list set = {0}, reset = {0};
    const struct option *o, *other;

    list_each (o, to) {
        other = option_find(from, o->name);
        if (!other || !same_text(other->value, o->value))
            list_push(e->arena, &set, o);
    }
    list_each (o, from) {
        if (!option_find(to, o->name)) {
            struct option *bare = arena_new(e->arena, struct option);

            bare->name = o->name;
            list_push(e->arena, &reset, bare);
        }
    }
    if (set.n > 0) {
        AUTO_BUF b = {0};

        buf_add(&b, "SET ");
        clause_options(&b, &set);
        each(e, on, options_lock(&set), buf_str(&b));
    }
    if (reset.n > 0) {
        AUTO_BUF b = {0};

        buf_add(&b, "RESET ");
        clause_options(&b, &reset);
        each(e, on, options_lock(&reset), buf_str(&b));
    }
}

static bool goes_down(const struct sequence_options *o)
{
    return o->increment && o->increment[0] == '-';
}

/* The first value: what is said, or the end it starts from. NULL: the type's own least or greatest value. */
static const char *first_value(const struct sequence_options *o)
{
    if (o->start)
        return o->start;
    if (goes_down(o))
        return o->max ? o->max : "-1";
    return o->min ? o->min : "1";
}

/* min and max are implied by the direction too: when that turns, they must be said again. */
void emit_sequence_options(struct buf *b, const struct sequence_options *from,
                           const struct sequence_options *to, const char *prefix)
{
    bool turns = goes_down(from) != goes_down(to);

    if (!same_text(from->increment ? from->increment : "1", to->increment ? to->increment : "1"))
        buf_addf(b, "%sINCREMENT BY %s", prefix, to->increment ? to->increment : "1");
    if (to->min && !same_text(from->min, to->min))
        buf_addf(b, "%sMINVALUE %s", prefix, to->min);
    else if (!to->min && (from->min || turns))
        buf_addf(b, "%sNO MINVALUE", prefix);
    if (to->max && !same_text(from->max, to->max))
        buf_addf(b, "%sMAXVALUE %s", prefix, to->max);
    else if (!to->max && (from->max || turns))
        buf_addf(b, "%sNO MAXVALUE", prefix);
    if (!same_text(first_value(from), first_value(to)))
        buf_addf(b, "%sSTART WITH %s", prefix, first_value(to));
    if (!same_text(from->cache ? from->cache : "1", to->cache ? to->cache : "1"))
        buf_addf(b, "%sCACHE %s", prefix, to->cache ? to->cache : "1");
    if (from->cycle != to->cycle)
        buf_addf(b, "%s%s", prefix, to->cycle ? "CYCLE" : "NO CYCLE");
}

static long long number(const char *text)
{
    return strtoll(text, NULL, 10);
}

/* No value of the one is a value of the other. */
static bool ranges_part(const struct sequence_options *x, const struct sequence_options *y)
{
    return (x->max && y->min && number(x->max) < number(y->min)) ||
           (x->min && y->max && number(x->min) > number(y->max)) ||
           (!goes_down(x) && !x->min && y->max && number(y->max) < 1);
}

/* The server refuses bounds that the current value lies outside of, as that of a sequence that was never used
 * may. It is moved to the first value then; one that has got past the new bound stays where it is. */
void emit_sequence_bounds(struct emitter *e, struct buf *clause, const char *path,
                          const struct sequence_options *from, const struct sequence_options *to)
{
    bool down = goes_down(to);
    const char *said = down ? to->max : to->min, *bound = said ? said : down ? "-1" : "1";
    struct statement *s;

    if (ranges_part(from, to)) {
        buf_addf(clause, " RESTART WITH %s", first_value(to));
        return;
    }
    if ((down ? number(first_value(from)) <= number(bound) : number(first_value(from)) >= number(bound)))
        return;
    s = emit_add(e, "SELECT pg_catalog.setval(%s, %s, false) FROM %s WHERE last_value %c %s",
                 sql_literal(e->arena, path), first_value(to), path, down ? '>' : '<', bound);
    emit_note(e, s, "the current value must lie within the new bounds");
}

static bool counts(const char *type)
{
    return strcmp(type, "integer") == 0 || strcmp(type, "bigint") == 0 || strcmp(type, "smallint") == 0;
}

bool emit_sequence_continue(struct emitter *e, const char *path, const struct object *column,
                            const struct sequence_options *options)
{
    if (!path || emit_is_new(e, column) || map_get(&e->created, column->address))
        return false;
    return emit_sequence_follow(e, path, column, options);
}

bool emit_sequence_follow(struct emitter *e, const char *path, const struct object *column, const struct sequence_options *options)
{
    bool down = goes_down(options);
    struct statement *s;

    if (!counts(((const struct column *)column)->type))
        return false;
    s = emit_behind(e, "SELECT pg_catalog.setval(%s, x.last) FROM (SELECT %s(%s) AS last FROM %s) x WHERE x.last %s %s",
                    sql_literal(e->arena, path), down ? "min" : "max", emit_ident(e, column->name), emit_path(e, column->parent),
                    down ? "<=" : ">=", first_value(options));
    emit_note(e, s, "goes on from the values that are there");
    emit_work(e, s, column->parent, WORK_SCAN);
    return true;
}
