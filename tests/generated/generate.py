"""Pairs of random schemas: A, and B that is A after random mutations, or another one.

A pair is a list of units (text in A, text in B), None where it is not there; in the order in which they can be made.
"""
import copy

import kinds as k
import relations as t
from renames import marks, translations
from world import World


def on_table(cls, *tables):
    def make(w):
        table = w.pick(*(tables or (t.Table,)))
        return cls(w, table).roll_all(w) if table else None
    return make


def of(cls, *needed):
    """cls(w, an item of needed): none where there is none."""
    def make(w):
        item = w.pick(*needed)
        return cls(w, item).roll_all(w) if item else None
    return make


def plain(cls):
    return lambda w: cls(w).roll_all(w)


def foreign_key(w):
    fk = on_table(t.ForeignKey)(w)
    return fk if fk and fk.target else None


def exclusion(w):
    e = on_table(t.Exclusion)(w)
    return e if e and e.column else None


def index(w):
    table = w.pick(t.Table, t.Table, t.View)
    if not table or (isinstance(table, t.View) and not table.materialized):
        table = w.pick(t.Table)
    made = t.Index(w, table).roll_all(w) if table else None
    return made if made and made.keys else None


def trigger(w):
    table = w.pick(t.Table, t.View)
    return t.Trigger(w, table).roll_all(w) if table and w.pick(k.TriggerFunction) else None


def needs(cls, needed):
    return lambda w: cls(w).roll_all(w) if w.pick(needed) else None


def owned_by(w):
    sequence, column = w.pick(k.Sequence), w.pick(t.Column)
    return t.OwnedBy(w, sequence, column) if sequence and column and sequence.schema is column.table.schema else None


def comment(w):
    target = w.choice(w.items)
    return k.Comment(w, target).roll_all(w) if target.comment_on else None


def cast(w):
    item = w.pick(k.Enum, k.Composite, k.Domain)
    if not item:
        return None
    f = k.CastFunction(w, item).roll_all(w)
    w.add(f)
    return k.Cast(w, f).roll_all(w)


def operator(w):
    f = k.OperatorFunction(w).roll_all(w)
    w.add(f)
    return k.Operator(w, f).roll_all(w)


def event_trigger(w):
    w.pick(k.EventFunction) or w.add(k.EventFunction(w).roll_all(w))
    return k.EventTrigger(w).roll_all(w)


def server(w):
    w.pick(k.Wrapper) or w.add(k.Wrapper(w).roll_all(w))
    return k.Server(w).roll_all(w)


def partitions(w):
    parent = w.pick(t.Partitioned)
    if not parent:
        return w.add(t.Partitioned(w).roll_all(w)) and None
    subs = [p for p in w.all(t.Partition) if p.sub]
    if subs and w.chance(0.4):
        parent = w.choice(subs)
    return (t.Partition if w.chance(0.75) else t.Attached)(w, parent).roll_all(w)


def view_default(w):
    view = w.pick(t.View)
    return t.ViewDefault(w, view).roll_all(w) if view and not view.materialized else None


def grant(w):
    kind = w.choice([k.Grant, k.Grant, k.Owner, k.ColumnGrant, k.DefaultPrivileges])
    if kind is k.DefaultPrivileges:
        return kind(w).roll_all(w) if w.chance(0.3) else None
    if kind is k.ColumnGrant:
        return of(kind, t.Column)(w)
    target = w.choice(w.items)
    found = k.grant_target(target)
    return kind(w, target).roll_all(w) if found and found[0 if kind is k.Grant else 2] else None


# (weight, maker)
MAKERS = [
    (2, plain(k.Schema)), (3, plain(k.Enum)), (1, plain(k.Collation)), (3, plain(k.Domain)), (2, of(k.DomainCheck, k.Domain)), (3, plain(k.Composite)),
    (1, plain(k.Range)), (2, plain(k.Sequence)), (4, plain(k.Function)), (2, plain(k.Predicate)), (2, plain(k.Mapper)), (1, plain(k.TableFunction)),
    (1, of(k.RowFunction, t.Table)), (2, plain(k.TriggerFunction)), (0.5, event_trigger), (1, plain(k.Procedure)), (1, plain(k.Aggregate)), (0.7, operator),
    (0.7, cast), (0.7, plain(k.Dictionary)), (0.7, plain(k.Configuration)), (0.3, plain(k.Wrapper)), (0.7, server), (0.4, of(k.UserMapping, k.Server)),
    (0.15, plain(k.Language)), (0.3, plain(k.AccessMethod)), (0.15, plain(k.Conversion)), (0.3, plain(k.Extension)),
    (9, plain(t.Table)), (1.5, plain(t.Child)), (0.7, of(t.Typed, k.Composite)), (3, partitions), (0.8, of(t.ForeignTable, k.Server)),
    (22, on_table(t.Column)), (7, on_table(t.Key)), (1.5, of(t.KeyMark, t.Key)), (4, on_table(t.Check)), (6, foreign_key), (7, index), (0.7, exclusion), (1.5, on_table(t.Statistics)),
    (4, trigger), (0.5, on_table(t.ConstraintTrigger)), (2, on_table(t.Policy)), (1, on_table(t.Rule, t.Table, t.View)), (1, owned_by), (1, of(t.AddDefault, t.Column)),
    (0.8, plain(t.Publication)), (8, plain(t.View)), (0.8, view_default), (4, comment),
]


def add(w):
    maker = grant if w.privileges and w.chance(0.2) else w.r.choices([m for _, m in MAKERS], [n for n, _ in MAKERS])[0]
    try:
        return w.add(maker(w))
    except (AttributeError, IndexError, TypeError):
        return None  # it needed what is not there


def make_world(seed, size, nasty, privileges):
    w = World(seed, nasty)
    w.privileges = privileges
    w.add(k.Schema(w, name="public"))
    while len(w.items) < size:
        add(w)
    return w


# --- mutations: each changes the world


def drop(w):
    items = w.items[1:]
    w.items.remove(w.r.choices(items, [i.drop_weight for i in items])[0])


def change(w):
    item = w.choice([i for i in w.items if i.attributes])
    if isinstance(item, t.Table) and item.inline and w.chance(0.4):
        item = w.choice(item.inline)
    item.roll(w, w.choice(item.attributes))


def rename(w):
    item = w.choice(w.items[1:])
    if isinstance(item, t.Table) and item.inline and w.chance(0.3):
        item = w.choice(item.inline)
    if not isinstance(item, (k.Extension, k.Operator, k.Cast, k.UserMapping)):
        item.name = w.new_name(item.prefix)


def rename_stored(w):
    item = w.choice(w.all(t.Table, t.Column))
    if isinstance(item, t.Table) and item.inline and w.chance(0.5):
        item = w.choice(item.inline)
    item.name = w.new_name(item.prefix)


def move(w):
    items = [i for i in w.items if isinstance(i, k.Placed)]
    if items:
        item = w.choice(items)
        item.schema = w.choice([s for s in w.all(k.Schema) if s.id < item.id])  # which is there by then


def add_some(w):
    add(w)


MUTATIONS = [(3, drop), (8, change), (1, rename), (0.7, move), (4, add_some)]


def mutate(w):
    try:
        w.r.choices([m for _, m in MUTATIONS], [n for n, _ in MUTATIONS])[0](w)
    except (AttributeError, IndexError, TypeError, ValueError):
        pass  # nothing to change in this way


def texts(w):
    found = {}
    for item in w.items:
        try:
            found[item.id] = item.sql()
        except (AttributeError, IndexError, TypeError):
            pass  # it lost what it needs
    return found


class Pair:
    def __init__(self, units, privileges, prove, renamed=()):
        self.units, self.privileges, self.prove, self.renamed = units, privileges, prove, renamed

    def of(self, units):
        return Pair(units, self.privileges, self.prove, self.renamed)


def units_of(first, second):
    order = list(first) + [key for key in second if key not in first]
    return [(first.get(key), second.get(key)) for key in order]


def declared(a, b, privileges, prove):
    """B says what it has renamed."""
    for _ in range(b.choice([1, 3, 8])):
        try:
            b.choice([rename, rename_stored, rename_stored, move])(b)
        except (AttributeError, IndexError, TypeError, ValueError):
            pass  # nothing of that sort
    marked = marks(a, b)
    return Pair(units_of(texts(a), texts(b)) + [(None, text) for text in marked.values()], privileges, prove, translations(a, b, marked))


def make_pair(seed):
    """Units: (text in A or None, text in B or None); and whether owners and privileges are managed."""
    base = World(seed)
    size, nasty = base.choice([15, 30, 60]), base.choice([0, 0.1, 0.5])
    privileges = base.chance(0.2)
    a = make_world(seed, size, nasty, privileges)
    if base.chance(0.08):
        b, shift = make_world(seed + 1_000_003, size, nasty, privileges), 1_000_000
    else:
        b, shift = copy.deepcopy(a), 0
        b.r.seed(seed + 77)
        for _ in range(base.choice([2, 5, 10, 20])):
            mutate(b)
        if seed % 4 == 1:
            return declared(a, b, privileges, True)
    first, second = texts(a), {key + shift: text for key, text in texts(b).items()}
    return Pair(units_of(first, second), privileges, True)


if __name__ == "__main__":
    import sys
    for number, (before, after) in enumerate(make_pair(int(sys.argv[1])).units):
        print("-- %d\n%s" % (number, before if before == after else "A: %s\nB: %s" % (before, after)))
