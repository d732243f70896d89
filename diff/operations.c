/* Operations of each item. Parts are separate from the start and fused after the sort, not split under
 * duress. */
#include "diff/plan_private.h"
#include "schema/inherit.h"
#include <string.h>

static bool has_part(const struct object *o, enum part part)
{
    if (part == PART_EXTENSION)
        return object_extensions(o)->n > 0;
    switch ((int)o->kind->id) {
    case KIND_COLUMN:
        return part == PART_DEFAULT && ((const struct column *)o)->default_;
    case KIND_SEQUENCE:
        return part == PART_OWNED_BY && ((const struct sequence *)o)->owned_by;
    case KIND_TABLE:
        if (part == PART_ATTACH)
            return table_attached(o);
        return (part == PART_LATE &&
                (((const struct table *)o)->replica_identity || ((const struct table *)o)->cluster_on)) ||
               (part == PART_SECURITY &&
                (((const struct table *)o)->row_security || ((const struct table *)o)->force_row_security)) ||
               (part == PART_STATES && ((const struct table *)o)->trigger_states.n);
    case KIND_OPERATOR_FAMILY:
        return part == PART_MEMBERS && (((const struct operator_family *)o)->operators.n || ((const struct operator_family *)o)->functions.n);
    case KIND_MATVIEW:
        return part == PART_LATE && ((const struct matview *)o)->cluster_on;
    default:
        return false;
    }
}

/* The fields that a part carries; PART_SELF carries the rest. */
static uint64_t part_bits(const struct kind *k, enum part part)
{
    switch (part) {
    case PART_DEFAULT:
        return k->id == KIND_COLUMN ? field_bit(k, "default") : 0;
    case PART_OWNED_BY:
        return k->id == KIND_SEQUENCE ? field_bit(k, "owned_by") : 0;
    case PART_LATE:
        return (k->id == KIND_TABLE ? field_bit(k, "replica_identity") | field_bit(k, "replica_index") : 0) | field_bit(k, "cluster_on");
    case PART_SECURITY:
        return field_bit(k, "row_security") | field_bit(k, "force_row_security");
    case PART_MEMBERS:
        return k->id == KIND_OPERATOR_FAMILY ? field_bit(k, "operators") | field_bit(k, "functions") : 0;
    case PART_EXTENSION:
        return field_bit(k, "depends_on_extensions");
    case PART_STATES:
        return k->id == KIND_TABLE ? field_bit(k, "trigger_states") : 0;
    case PART_ATTACH:
        return k->id == KIND_TABLE ? field_bit(k, "partition_of") | field_bit(k, "bounds") |
                                         field_bit(k, "inherits") | field_bit(k, "of_type")
                                   : field_bit(k, "attached_to") | field_bit(k, "only");
    case PART_SELF:
    case PART_BODY:
    case PART_ROWS:
    case PART_STORAGE:
    case PART_COUNT:
        break;
    }
    return 0;
}

static const enum part parts[] = {PART_DEFAULT, PART_OWNED_BY, PART_LATE, PART_SECURITY, PART_MEMBERS, PART_EXTENSION, PART_STATES, PART_ATTACH};
enum { N_PARTS = sizeof(parts) / sizeof(parts[0]) };

enum phase { PHASE_FIRST, PHASE_RENAME, PHASE_TAKE_DOWN, PHASE_BUILD, PHASE_DROP, PHASE_LAST };

/* Event triggers would see the very commands of the plan: they go first and come last. */
static enum phase event_trigger_phase(const struct item *i, enum verb verb)
{
    const struct event_trigger *to = (const struct event_trigger *)i->pair->to;

    if (verb == VERB_RENAME)
        return PHASE_RENAME;
    if (verb == VERB_DROP || (verb == VERB_ALTER && to->enabled && strcmp(to->enabled, "disabled") == 0))
        return PHASE_FIRST;
    return PHASE_LAST;
}

/* Renames, then what must be taken down for others' sake, then everything that is made or changed, drops of
 * what goes for good last: expand, then contract. Within a phase by root object (a table and its parts stay
 * together), drops in reverse. */
static unsigned priority(const struct planner *p, const struct item *i, enum verb verb, bool for_good)
{
    unsigned n = (unsigned)p->items.n + 1;
    enum phase phase = verb == VERB_RENAME             ? PHASE_RENAME
                       : verb == VERB_DROP && for_good ? PHASE_DROP
                       : verb == VERB_DROP             ? PHASE_TAKE_DOWN
                                                       : PHASE_BUILD;

    enum kind_id id = (i->pair->to ? i->pair->to : i->pair->from)->kind->id;
    if (id == KIND_EVENT_TRIGGER)
        phase = event_trigger_phase(i, verb);
    if (id == KIND_DEFAULT_PRIVILEGES && verb != VERB_DROP) /* what the plan makes is made under the old ones */
        phase = PHASE_LAST;
    return (unsigned)phase * n + (verb == VERB_DROP ? n - 1 - i->order : i->order);
}

static struct op *op_new(struct planner *p, struct item *i, enum verb verb, enum part part)
{
    struct op *op = arena_new(p->arena, struct op);
    bool for_good = verb == VERB_DROP && i->state == STATE_DROP;

    op->verb = verb;
    op->part = part;
    op->old = verb == VERB_CREATE && part == PART_SELF ? NULL : i->pair->from;
    op->new = verb == VERB_DROP &&part == PART_SELF ? NULL : i->pair->to;
    op->because = i->because;
    op->priority = priority(p, i, verb, for_good);
    op->item = i;
    list_push(p->arena, &p->ops, op);
    return op;
}

struct op *op_make(struct planner *p, struct item *i, enum verb verb, enum part part)
{
    return op_new(p, i, verb, part);
}

static struct op *make(struct planner *p, struct item *i, enum verb verb, enum part part)
{
    return i->make[part] = op_new(p, i, verb, part);
}

static struct op *unmake(struct planner *p, struct item *i, enum part part)
{
    return i->unmake[part] = op_new(p, i, VERB_DROP, part);
}

bool sequence_follows(const struct item *i)
{
    const struct object *from = i->pair->from ? sequence_owner(i->pair->from) : NULL, *to = i->pair->to ? sequence_owner(i->pair->to) : NULL;

    return from && to && item_of(from) && item_of(from) == item_of(to) && i->pair->from->was_schema && from->parent->was_schema;
}

/* The server takes a sequence along with its table, and lets it go nowhere without. */
static bool leaves_owner(const struct item *i)
{
    const struct object *from = sequence_owner(i->pair->from);

    return from && (i->pair->from->was_schema || from->parent->was_schema) && !sequence_follows(i);
}

static struct op *unmake_early(struct planner *p, struct item *i, enum part part)
{
    struct op *op = unmake(p, i, part);

    op->early = part == PART_OWNED_BY && leaves_owner(i);
    op->separate = op->early;
    return op;
}

static void create(struct planner *p, struct item *i, bool again)
{
    make(p, i, VERB_CREATE, PART_SELF)->rebuild = again;
    for (int n = 0; n < N_PARTS; n++)
        if (has_part(i->pair->to, parts[n]))
            make(p, i, VERB_CREATE, parts[n])->rebuild = again;
}

static void drop(struct planner *p, struct item *i, bool again)
{
    struct op *op = unmake(p, i, PART_SELF);

    op->rebuild = again;
    op->only = i->only;
    for (int n = 0; n < N_PARTS; n++)
        if (has_part(i->pair->from, parts[n]) && parts[n] != PART_STATES)
            unmake_early(p, i, parts[n])->rebuild = again;
}

/* The old type gets out of the way and the new one is made in one op, where it is the same; the old one is dropped at the end. */
static void put_aside(struct planner *p, struct item *i)
{
    struct op *away = i->pair->to ? make(p, i, VERB_ASIDE, PART_SELF) : op_new(p, i, VERB_ASIDE, PART_SELF), *gone;

    away->old = i->pair->from;
    away->new = i->pair->to;
    i->aside_op = away;
    gone = unmake(p, i, PART_SELF);
    gone->aside = true;
    gone->rebuild = i->state == STATE_REBUILD;
    gone->new = i->pair->to;
    gone->priority = priority(p, i, VERB_DROP, true);
}

/* The default of a domain is one only where it must be off for a while. */
static bool has_part_now(const struct item *i, const struct object *o, enum part part)
{
    if (part == PART_DEFAULT && o->kind->id == KIND_DOMAIN)
        return i->off[part] && ((const struct domain *)o)->default_;
    return has_part(o, part);
}

static uint64_t part_bits_now(const struct item *i, enum part part)
{
    const struct kind *k = i->pair->to->kind;

    return part == PART_DEFAULT && k->id == KIND_DOMAIN && i->off[part] ? field_bit(k, "default") : part_bits(k, part);
}

static void alter_part(struct planner *p, struct item *i, enum part part)
{
    bool differs = (i->changed & part_bits_now(i, part)) != 0;
    bool had = has_part_now(i, i->pair->from, part), has = has_part_now(i, i->pair->to, part);
    bool early = had && part == PART_OWNED_BY && leaves_owner(i);

    if (!differs && !i->off[part] && !early)
        return;
    if (part == PART_STATES) { /* one op sets and takes back */
        has = had || has;
        had = false;
    }
    if (had && (i->off[part] || !has || part == PART_ATTACH || early)) {
        struct op *op = unmake_early(p, i, part);

        op->rebuild = has;
        op->again = i->off[part];
    }
    if (has)
        make(p, i, VERB_CREATE, part)->again = i->off[part];
    if (has && !i->unmake[part] && part != PART_STATES)
        i->unmake[part] = i->make[part]; /* setting the new one is what lets go of the old */
}

static bool has_toast_options(const struct object *o)
{
    const struct option *x;

    list_each (x, &((const struct table *)o)->with) {
        if (strncmp(x->name, "toast.", strlen("toast.")) == 0)
            return true;
    }
    return false;
}

/* A TOAST table that is not there takes no options, without a word. */
static uint64_t storage_apart(const struct item *i)
{
    const struct object *from = i->pair->from, *to = i->pair->to;

    return to->kind->id == KIND_TABLE && (has_toast_options(from) || has_toast_options(to)) ? i->changed & field_bit(to->kind, "with") : 0;
}

/* Its values are text from the one op to the other. */
static void alter_parked(struct planner *p, struct item *i, uint64_t changed)
{
    struct op *away = op_new(p, i, VERB_ALTER, PART_SELF), *back = make(p, i, VERB_ALTER, PART_SELF);
    struct column *text = arena_new(p->arena, struct column);
    uint64_t type = field_bit(kinds[KIND_COLUMN], "type");

    *text = *(const struct column *)i->pair->from;
    text->type = "text";
    text->collation = text->storage = text->compression = NULL;
    away->new = &text->base;
    away->changed = type;
    away->parked = true;
    away->priority = priority(p, i, VERB_DROP, false);
    back->old = &text->base;
    back->changed = changed | type;
    away->default_back = back->default_back = i->unmake[PART_DEFAULT] != NULL;
    i->unmake[PART_SELF] = away;
}

static void alter(struct planner *p, struct item *i)
{
    uint64_t apart = storage_apart(i), self = i->changed & ~apart;

    for (int n = 0; n < N_PARTS; n++) {
        self &= ~part_bits_now(i, parts[n]);
        alter_part(p, i, parts[n]);
    }
    if (apart)
        make(p, i, VERB_ALTER, PART_STORAGE)->changed = apart;
    if (i->parked) {
        alter_parked(p, i, self);
    } else if (self || i->retype) {
        struct op *op = make(p, i, VERB_ALTER, PART_SELF);

        op->changed = self;
        op->retype = i->retype;
        op->again = i->again;
        op->default_back = i->unmake[PART_DEFAULT] != NULL;
        i->unmake[PART_SELF] = op;
    }
}

/* The checks of a domain and the attributes of a composite type that is made anew are made with it. */
static bool made_with_parent(const struct item *i)
{
    const struct object *o = i->pair->to ? i->pair->to : i->pair->from;

    return o->parent && item_of(o->parent) && item_of(o->parent)->aside;
}

/* A check that calls what goes, which is named by its types: by those before they are put aside. The domain holds values without it. */
static bool lets_go_first(const struct item *i)
{
    const struct depend *d;

    if (!i->pair->from || i->pair->from->kind->id != KIND_CHECK)
        return false;
    list_each (d, &i->pair->from->depends) {
        const struct item *on = item_of(d->on);

        if (on && d->on->signature && !on->aside && (on->state == STATE_DROP || on->state == STATE_REBUILD))
            return true;
    }
    return false;
}

static void item_operations(struct planner *p, struct item *i)
{
    if (made_with_parent(i)) {
        if (lets_go_first(i))
            (i->unmake[PART_SELF] = op_new(p, i, VERB_DROP, PART_SELF))->separate = true;
        return;
    }
    if (inherit_operations(p, i))
        return;
    if (i->pair->from && i->pair->to && i->pair->renamed)
        (i->rename = op_new(p, i, VERB_RENAME, PART_SELF))->follows = sequence_follows(i);
    switch (i->state) {
    case STATE_CREATE:
        create(p, i, false);
        break;
    case STATE_DROP:
        if (i->aside)
            put_aside(p, i);
        else
            drop(p, i, false);
        break;
    case STATE_REBUILD:
        if (i->aside) {
            put_aside(p, i);
        } else {
            drop(p, i, true);
            create(p, i, true);
            remake_operations(p, i);
        }
        break;
    case STATE_ALTER:
    case STATE_SAME:
        alter(p, i);
        break;
    }
}

/* What they need is there before it is made, and what they needed goes after it. */
static void use_parents(struct item *i)
{
    const struct object *o = i->pair->to ? i->pair->to : i->pair->from;

    if (i->pair->to)
        i->make[PART_SELF] = item_of(o->parent)->make[PART_SELF];
    if (i->pair->from && !i->unmake[PART_SELF])
        i->unmake[PART_SELF] = item_of(o->parent)->unmake[PART_SELF];
}

void plan_operations(struct planner *p)
{
    struct item *i;

    list_each (i, &p->items) {
        item_operations(p, i);
    }
    take_over(p);
    list_each (i, &p->items) {
        if (made_with_parent(i))
            use_parents(i);
    }
    inherit_aliases(p);
    inherit_index_operations(p);
}
