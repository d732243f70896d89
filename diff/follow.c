/* What PostgreSQL makes anew by itself when a column changes its type, and what it forgets then. */
#include "schema/inherit.h"
#include "diff/plan_private.h"
#include <string.h>

enum { DEPTH_LIMIT = 100 }; /* of partitions in partitions */

static bool integer_type(const char *t)
{
    return strcmp(t, "integer") == 0 || strcmp(t, "bigint") == 0 || strcmp(t, "smallint") == 0;
}

static bool text_type(const char *t)
{
    return strcmp(t, "text") == 0 || strncmp(t, "character varying", 17) == 0;
}

static const struct object *whole_of(const struct catalog *c, const struct object *o)
{
    const struct object *origin;

    for (int depth = 0; depth < DEPTH_LIMIT && attached_to(o); depth++) {
        origin = object_origin(c, o);
        if (!origin)
            break;
        o = origin;
    }
    return o;
}

static bool has_comment(const struct object *o)
{
    if (o->kind->id == KIND_EXCLUSION)
        return o->comment || ((const struct exclusion *)o)->index_comment;
    return o->comment || (o->kind->id != KIND_INDEX && ((const struct key *)o)->index_comment);
}

/* Those of the partitions are made for that of the partitioned table, with the names that the server gives and its
 * comment. */
static bool parts_follow(const struct planner *p, const struct object *o)
{
    const struct catalog *c = p->diff->from;
    const struct object *whole = whole_of(c, o), *part;

    if (!((const struct table *)whole->parent)->partition_by)
        return true;
    list_each (part, &c->objects) {
        if (attached_to(part) && whole_of(c, part) == whole && (has_comment(whole) || !index_is_usual_part(c, part)))
            return false;
    }
    return true;
}

/* It rebuilds a key whose own column changes together with the foreign keys that refer to it; for a column that the key only
 * includes it forgets them, and they are in its way. */
static bool referred_to_by_others(const struct item *key, const struct object *column)
{
    const struct dependent *x;

    if (!list_has_text(&((const struct key *)key->pair->from)->include, column->name))
        return false;
    list_each (x, &key->dependents) {
        if (x->item->pair->from->kind->id == KIND_FOREIGN_KEY)
            return true;
    }
    return false;
}

static bool keys_say_more(const struct list *keys)
{
    const struct index_key *k;

    list_each (k, keys) {
        if (!k->column)
            return true;
    }
    return false;
}

static bool has_expression(const struct object *o)
{
    switch ((int)o->kind->id) {
    case KIND_CHECK:
        return true;
    case KIND_INDEX:
        return ((const struct index *)o)->where || keys_say_more(&((const struct index *)o)->keys);
    case KIND_EXCLUSION:
        return ((const struct exclusion *)o)->where || keys_say_more(&((const struct exclusion *)o)->elements);
    case KIND_STATISTICS:
        return ((const struct statistics *)o)->expressions.n > 0;
    default:
        return false;
    }
}

/* The server reads an expression again as it has printed it, with the casts that the types of before wanted (total > 0::numeric). Those are
 * not known of a model's: then it must be said anew. */
static bool may_gather_casts(const struct planner *p, const struct object *o)
{
    return p->diff->stated == SIDE_FROM && has_expression(o);
}

/* PostgreSQL rebuilds keys, indexes and checks on a retyped column itself; a foreign key only while both its
 * columns still compare, which is not so between the two statements when both change to another family of
 * types. */
bool follows_type_change(const struct planner *p, const struct item *column, const struct item *dependent)
{
    const struct column *from = (const struct column *)column->pair->from;
    const struct column *to = (const struct column *)column->pair->to;

    if (may_gather_casts(p, dependent->pair->from))
        return false;
    switch ((int)dependent->pair->from->kind->id) {
    case KIND_PRIMARY_KEY:
    case KIND_UNIQUE:
        return parts_follow(p, dependent->pair->from) && !referred_to_by_others(dependent, &from->base);
    case KIND_INDEX:
        return parts_follow(p, dependent->pair->from);
    case KIND_CHECK:
    case KIND_EXCLUSION:
    case KIND_STATISTICS:
        return true;
    case KIND_FOREIGN_KEY:
        return (integer_type(from->type) && integer_type(to->type)) ||
               (text_type(from->type) && text_type(to->type));
    default:
        return false;
    }
}

static bool has_targets(const struct list *keys)
{
    const struct index_key *k;

    list_each (k, keys) {
        if (k->statistics)
            return true;
    }
    return false;
}

/* The field with statistics targets, if any is said; it is forgotten, and with an index the extensions that it goes with. */
static const char *targets(const struct object *o)
{
    switch ((int)o->kind->id) {
    case KIND_INDEX:
        return has_targets(&((const struct index *)o)->keys) || object_extensions(o)->n ? "keys" : NULL;
    case KIND_EXCLUSION:
        return has_targets(&((const struct exclusion *)o)->elements) ? "elements" : NULL;
    case KIND_STATISTICS:
        return ((const struct statistics *)o)->target ? "target" : NULL;
    default:
        return NULL;
    }
}

void keeps_targets(struct item *i)
{
    const char *field = targets(i->pair->to);

    if (!field || !item_settled(i))
        return;
    i->changed |= field_bit(i->pair->to->kind, field);
    i->again = true;
    i->state = STATE_ALTER;
}

/* Columns keep the storage that their type had when they were made: those that say none of their own follow it, and those of its
 * domains. */
void storage_follows(struct planner *p, struct item *type)
{
    struct list todo = {0};
    struct item *i;
    struct dependent *x;

    list_push(p->arena, &todo, type);
    for (size_t n = 0; n < todo.n; n++) { /* grows while it is walked */
        i = todo.at[n];
        list_each (x, &i->dependents) {
            const struct object *o = x->item->pair->from;
            const struct column *from = (const struct column *)o, *to = (const struct column *)x->item->pair->to;

            if (o->kind->id == KIND_DOMAIN && ((const struct domain *)o)->type[strlen(((const struct domain *)o)->type) - 1] != ']')
                list_push(p->arena, &todo, x->item);
            if (o->kind->id != KIND_COLUMN || o->parent->kind->id != KIND_TABLE || !to || from->storage || to->storage ||
                strcmp(from->type, to->type) != 0 || from->type[strlen(from->type) - 1] == ']' || x->part != PART_SELF)
                continue;
            x->item->changed |= field_bit(o->kind, "storage");
            if (x->item->state == STATE_SAME)
                x->item->state = STATE_ALTER;
        }
    }
}
