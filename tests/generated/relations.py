"""Tables, views and what is on them, in a random world."""
from kinds import (BIG, BOOL, BUILTIN, INT, LITERALS, RELATIONS, TEXT, AccessMethod, Aggregate, Collation, Configuration, Domain, Enum, Function, Mapper, Placed, Predicate, RowFunction, RowType,
                   Schema, Sequence, Server, T, TableFunction, TriggerFunction, any_type, builtin, predicate_function, value)
from world import E, Item, Lit, joined, literal, quoted

INTS = ("integer", "bigint", "smallint")


# --- columns


class Column(Item):
    prefix = "c"
    attributes = ("type", "default", "not_null", "generated", "settings", "collation")
    comment_on = "COLUMN"
    drop_weight = 2

    def __init__(self, w, table, type=None, name=None):
        super().__init__(w, name=name)
        self.table = table
        self.fixed = type is not None
        if type:
            self.a["type"] = type

    def roll_type(self, w):
        old = self.a.get("type")
        if self.fixed:
            return w.choice([INT, BIG]) if str(old) in INTS else old
        if old and w.chance(0.5):
            return any_type(w, w.choice(["num", "text"]))
        return any_type(w)

    def roll(self, w, attribute):
        super().roll(w, attribute)
        if attribute == "type" and self.a.get("default"):
            self.roll(w, "default")

    def roll_default(self, w):
        if self.fixed or w.chance(0.6):
            return None
        t = self.type
        sequence, mapper = w.pick(Sequence), w.pick(Mapper)
        if str(t) in INTS and w.chance(0.7):
            kind = w.choice(["serial", "identity", "identity", "nextval", "mapper"])
            if kind == "serial":
                return "SERIAL"
            if kind == "identity":
                return w.choice(["ALWAYS", "BY DEFAULT"]) + w.choice(["", "", " (INCREMENT 5)", " (START 10 CACHE 2)", " (MAXVALUE 30000 CYCLE)"])
            if kind == "nextval" and sequence:
                return E("nextval(¤::regclass)", Lit(sequence))
            if mapper:
                return E("¤(1)", mapper)
        fit = [f for f in w.all(Function) if str(f.returns) == str(t) and all(a[3] for a in f.args)]
        if fit and w.chance(0.7):
            return E("¤()", w.choice(fit))
        if t.fam == "text" and w.chance(0.4):
            return w.choice(["CURRENT_USER", "upper('x')", "'a' || 'b'", "md5(random()::text)"])
        return value(w, t)

    def roll_not_null(self, w):
        return w.chance(0.3)

    def roll_generated(self, w):
        if self.fixed or self.default or not w.chance(0.12):
            return None
        ints = [c for c in columns(w, self.table) if str(c.type) == "integer" and c is not self and not c.a.get("generated")]
        if not ints or self.type.fam not in ("num", "text") or self.type.base not in BUILTIN["num"] + ["text"]:
            return None
        mapper = w.pick(Mapper)
        inner = E("¤(¤)", mapper, w.choice(ints)) if mapper and w.chance(0.5) else E("(¤ + 1)", w.choice(ints))
        return E("(¤)::¤", inner, self.type)

    def roll_settings(self, w):
        return w.some(["SET STATISTICS 50", "SET (n_distinct = 5)", "SET STORAGE EXTERNAL", "SET STORAGE MAIN", "SET COMPRESSION pglz"], 1, 1) if w.chance(0.12) else []

    def roll_collation(self, w):
        return w.choice(w.all(Collation) + ['"C"', '"de-x-icu"']) if w.chance(0.12) else None

    def __str__(self):
        return quoted(self.name)

    def comment_name(self):
        return "%s.%s" % (self.table, self)

    def clause(self):
        t, default = str(self.type), self.default
        if default == "SERIAL":
            t, default = {"integer": "serial", "bigint": "bigserial", "smallint": "smallserial"}[t] if t in INTS else t, None
        text = "%s %s" % (self, t)
        if self.collation and self.type.fam == "text":
            text += " COLLATE %s" % self.collation
        if self.generated:
            return text + " GENERATED ALWAYS AS (%s) STORED" % self.generated
        if isinstance(default, str) and default.startswith(("ALWAYS", "BY DEFAULT")):
            words = default.split(" (")
            return text + " GENERATED %s AS IDENTITY%s" % (words[0], " (" + words[1] if len(words) > 1 else "")
        if default:
            text += " DEFAULT %s" % default
        return text + (" NOT NULL" if self.not_null else "")

    def after(self):
        settings = self.a.get("settings") or []
        return "".join("; ALTER TABLE %s ALTER COLUMN %s %s" % (self.table, self, s) for s in settings)

    def sql(self):
        word = "FOREIGN TABLE" if isinstance(self.table, ForeignTable) else "TABLE"
        return "ALTER %s %s ADD COLUMN %s%s" % (word, self.table, self.clause(), self.after())


def columns(w, relation, *families):
    """The columns of a relation: of a table with its parents', or the outputs of a view."""
    if isinstance(relation, ViewBase):
        found = list(relation.outs)
    else:
        found, table = [], relation
        for _ in range(8):
            found += table.inline + [c for c in w.all(Column) if c.table is table]
            table = getattr(table, "parent", None)
            if not table:
                break
    return [c for c in found if not families or c.type.fam in families]


# --- tables


class Table(Placed, RowType):
    prefix = "t"
    attributes = ("persistence", "options", "security", "method")
    comment_on = "TABLE"
    family = "row"
    parent = None
    word = "TABLE"

    def __init__(self, w, schema=None, name=None):
        super().__init__(w, schema, name)
        self.inline = self.first_columns(w)

    def first_columns(self, w):
        if w.chance(0.05):
            return []
        found = [Column(w, self, type=w.choice([INT, INT, BIG]), name=w.choice(["id", "id", "k", "Id"])).roll_all(w)]
        if w.chance(0.3):
            found.append(Column(w, self).roll_all(w))
        return found

    def roll_persistence(self, w):
        return "UNLOGGED " if w.chance(0.07) else ""

    def roll_options(self, w):
        return w.choice(["fillfactor = 70", "autovacuum_enabled = false", "fillfactor = 50, toast.autovacuum_enabled = false", "parallel_workers = 2"]) if w.chance(0.15) else None

    def roll_security(self, w):
        return w.choice(["ENABLE ROW LEVEL SECURITY", "FORCE ROW LEVEL SECURITY", "REPLICA IDENTITY FULL", "REPLICA IDENTITY NOTHING"]) if w.chance(0.12) else None

    def roll_method(self, w):
        fit = [m for m in w.all(AccessMethod) if m.of == "TABLE"]
        return w.choice(fit) if fit and w.chance(0.4) else None

    def tail(self):
        return ""

    def using(self):
        return " USING %s" % self.method if self.a.get("method") else ""

    def after(self):
        text = "".join(c.after() for c in self.inline)
        return text + ("; ALTER TABLE %s %s" % (self, self.security) if self.a.get("security") else "")

    def with_options(self):
        return " WITH (%s)" % self.options if self.a.get("options") else ""

    def sql(self):
        return "CREATE %sTABLE %s (%s)%s%s%s" % (self.persistence, self, joined(c.clause() for c in self.inline), self.tail(), self.using() + self.with_options(), self.after())


class Child(Table):
    """One that inherits."""
    attributes = ("parent", "persistence", "options", "security", "method")

    def first_columns(self, w):
        return [Column(w, self).roll_all(w)] if w.chance(0.5) else []

    def roll_parent(self, w):
        old = self.a.get("parent")
        fit = [t for t in w.all(Table) if type(t) in (Table, Child) and t is not self and t.a.get("parent") is not self]
        if old and w.chance(0.4):
            return None
        return w.choice(fit) if fit else None

    def tail(self):
        return " INHERITS (%s)" % self.parent if self.parent else ""


class Typed(Table):
    attributes = ("options",)
    persistence = ""

    def __init__(self, w, of):
        self.of = of
        super().__init__(w)

    def first_columns(self, w):
        return []

    def sql(self):
        return "CREATE TABLE %s OF %s%s" % (self, self.of, self.with_options())


class Partitioned(Table):
    attributes = ("security", "strategy")

    def first_columns(self, w):
        return [Column(w, self, type=INT, name="id").roll_all(w), Column(w, self, type=w.choice([INT, TEXT]), name=w.choice(["k", "Key \"2\""])).roll_all(w)]

    def roll_strategy(self, w):
        if "strategy" in self.a:
            return self.strategy
        return w.choice(["RANGE", "RANGE", "LIST", "HASH"])

    def key(self):
        return self.inline[0]

    def tail(self):
        return " PARTITION BY %s (%s)" % (self.strategy, self.key())

    persistence = ""


class Partition(Table):
    """Of a partitioned table; may itself be partitioned by hash of the same column."""
    prefix = "part"
    attributes = ("bounds", "options")
    persistence = ""
    drop_weight = 2

    def __init__(self, w, parent):
        self.parent_ = parent
        super().__init__(w)
        self.sub = isinstance(parent, Partitioned) and w.chance(0.2)
        self.number = len([p for p in w.all(Partition) if p.parent_ is parent])

    @property
    def parent(self):
        return self.parent_

    @property
    def strategy(self):
        return "HASH"

    def key(self):
        return self.parent.key()

    def first_columns(self, w):
        return []

    def roll_bounds(self, w):
        if self.parent.strategy == "HASH":
            return "FOR VALUES WITH (MODULUS 4, REMAINDER %d)" % (self.number if hasattr(self, "number") else 0)
        return w.choice(["wide", "wide", "narrow", "default"])

    def bound_text(self):
        n = self.number
        if self.parent.strategy == "HASH":
            return "FOR VALUES WITH (MODULUS 4, REMAINDER %d)" % (n % 4)
        if self.bounds == "default":
            return "DEFAULT"
        wide = self.bounds == "wide"
        if self.parent.strategy == "LIST":
            return "FOR VALUES IN (%s)" % joined(range(n * 3 + 1, n * 3 + (4 if wide else 3)))
        return "FOR VALUES FROM (%d) TO (%d)" % (n * 3 + 1, n * 3 + (4 if wide else 3))

    def sql(self):
        return "CREATE TABLE %s PARTITION OF %s %s%s%s%s" % (self, self.parent, self.bound_text(), " PARTITION BY HASH (%s)" % self.key() if self.sub else "",
                                                          "" if self.sub else self.with_options(), self.after())


class Attached(Table):
    """A table that is made by itself and then attached."""
    attributes = ("bounds", "attached", "options")
    persistence = ""
    prefix = "att"
    roll_bounds, bound_text, strategy = Partition.roll_bounds, Partition.bound_text, Partition.strategy
    sub = False

    def __init__(self, w, parent):
        self.parent_ = parent
        super().__init__(w)
        self.number = len([p for p in w.all(Partition, Attached) if p.parent_ is parent])

    @property
    def parent(self):
        return self.parent_

    def first_columns(self, w):
        return []

    def roll_attached(self, w):
        return w.chance(0.7)

    def sql(self):
        text = "CREATE TABLE %s (LIKE %s INCLUDING DEFAULTS)%s" % (self, self.parent, self.with_options())
        return text + ("; ALTER TABLE %s ATTACH PARTITION %s %s" % (self.parent, self, self.bound_text()) if self.attached else "")


class ForeignTable(Table):
    prefix = "ft"
    attributes = ("options",)
    comment_on = "FOREIGN TABLE"

    def __init__(self, w, server):
        self.server = server
        super().__init__(w)

    def roll_options(self, w):
        return w.choice(["", " OPTIONS (table_name 'x')", " OPTIONS (table_name 'it''s', \"A\" 'b')"])

    def sql(self):
        return "CREATE FOREIGN TABLE %s (%s) SERVER %s%s" % (self, joined(c.clause() for c in self.inline), self.server, self.options)


# --- what is on tables


class OnTable(Item):
    drop_weight = 2

    def __init__(self, w, table, name=None):
        super().__init__(w, name=name)
        self.table = table

    def comment_name(self):
        return "%s ON %s" % (quoted(self.name), self.table)

    def key_columns(self, w, least=1, most=2, *families):
        fit = [c for c in columns(w, self.table, *families) if c.type.fam not in ("user", "row", "array", "other")]
        found = w.some(fit, least, most) if fit else []
        if isinstance(self.table, (Partitioned, Partition)) and self.table.key() not in found:
            found.insert(0, self.table.key())
        return found


class Key(OnTable):
    prefix = "key"
    attributes = ("what", "columns", "include", "deferrable", "with_")
    comment_on = "CONSTRAINT"

    def roll_what(self, w):
        old = self.a.get("what")
        if old:
            return w.choice([x for x in ("PRIMARY KEY", "UNIQUE", "UNIQUE NULLS NOT DISTINCT", "INDEX") if x != old])
        return "PRIMARY KEY" if not [k for k in w.all(Key) if k.table is self.table and k.what == "PRIMARY KEY"] else w.choice(["UNIQUE", "UNIQUE", "UNIQUE NULLS NOT DISTINCT"])

    def roll_columns(self, w):
        return self.table.inline[:1] if self.table.inline and w.chance(0.6) and not self.a.get("columns") else self.key_columns(w)

    def roll_include(self, w):
        return w.some([c for c in columns(w, self.table) if c not in self.columns], 1, 1) if w.chance(0.1) else []

    def roll_deferrable(self, w):
        return w.choice([" DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED"]) if w.chance(0.1) else ""

    def roll_with_(self, w):
        return " WITH (fillfactor = 60)" if w.chance(0.1) else ""

    def sql(self):
        rest = "(%s)%s%s" % (joined(self.columns), " INCLUDE (%s)" % joined(self.include) if self.include else "", self.with_)
        if self.what == "INDEX":
            return "CREATE UNIQUE INDEX %s ON %s %s" % (quoted(self.name), self.table, rest)
        return "ALTER TABLE %s ADD CONSTRAINT %s %s %s%s" % (self.table, quoted(self.name), self.what, rest, self.deferrable)


class KeyMark(Item):
    """What a table does with one of its keys."""
    drop_weight = 2
    attributes = ("what",)

    def __init__(self, w, key):
        super().__init__(w)
        self.key = key

    def roll_what(self, w):
        return w.choice(["REPLICA IDENTITY USING INDEX", "CLUSTER ON"])

    def sql(self):
        return "ALTER TABLE %s %s %s" % (self.key.table, self.what, quoted(self.key.name))


class Check(OnTable):
    prefix = "chk"
    attributes = ("expression", "tail", "named")
    comment_on = "CONSTRAINT"

    def roll_expression(self, w):
        return condition(w, self.table)

    def roll_tail(self, w):
        # Whether the check of a child is valid is not compared.
        alone = not w.all(Child) and not isinstance(self.table, (Partitioned, Partition, Attached))
        return w.choice(["", "", "", " NOT VALID" if alone else "", " NO INHERIT"])

    def roll_named(self, w):
        return w.chance(0.8)

    def sql(self):
        return "ALTER TABLE %s ADD %sCHECK (%s)%s" % (self.table, "CONSTRAINT %s " % quoted(self.name) if self.named else "", self.expression, self.tail)


class ForeignKey(OnTable):
    prefix = "fk"
    attributes = ("target", "actions", "named", "valid")
    comment_on = "CONSTRAINT"

    def roll_target(self, w):
        """The key of another table and the columns here that point at it."""
        keys = [k for k in w.all(Key) if len(k.columns) == 1 and str(k.columns[0].type) in INTS]
        mine = [c for c in columns(w, self.table) if str(c.type) in INTS]
        return (w.choice(keys), w.choice(mine)) if keys and mine else None

    def roll_actions(self, w):
        return joined(w.some(["ON DELETE CASCADE", "ON UPDATE SET NULL", "DEFERRABLE INITIALLY DEFERRED", "MATCH FULL", "ON DELETE SET DEFAULT"], 0, 1))

    def roll_named(self, w):
        return w.chance(0.7)

    def roll_valid(self, w):
        return not w.chance(0.1)

    def sql(self):
        key, column = self.target
        return "ALTER TABLE %s ADD %sFOREIGN KEY (%s) REFERENCES %s (%s) %s%s" % (self.table, "CONSTRAINT %s " % quoted(self.name) if self.named else "", column, key.table,
                                                                               key.columns[0], self.actions, "" if self.valid else " NOT VALID")


class Index(OnTable):
    prefix = "idx"
    attributes = ("keys", "method", "tail", "where", "unique", "named")
    comment_on = "INDEX"
    drop_weight = 3

    def comment_name(self):
        return "%s.%s" % (self.table.schema, quoted(self.name))

    def roll_method(self, w):
        return w.choice(["btree"] * 6 + ["hash", "brin", "gin", "gist"])

    def roll_keys(self, w):
        found = [E("¤¤", c, w.choice(["", "", "", " DESC", " NULLS FIRST", " COLLATE \"C\"" if c.type.fam == "text" else ""])) for c in self.key_columns(w)]
        mapper, ints = w.pick(Mapper), [c for c in columns(w, self.table) if str(c.type) == "integer"]
        if ints and w.chance(0.2):
            found.append(E("¤(¤)", mapper, w.choice(ints)) if mapper else E("((¤ + 1))", w.choice(ints)))
        return found

    def roll_tail(self, w):
        other = columns(w, self.table)
        return w.choice([" WITH (fillfactor = 80)", E(" INCLUDE (¤)", w.choice(other)) if other else ""]) if w.chance(0.15) else ""

    def roll_where(self, w):
        return condition(w, self.table, True) if w.chance(0.2) else None

    def roll_unique(self, w):
        return w.chance(0.15)

    def roll_named(self, w):
        return w.chance(0.8)

    def sql(self):
        return "CREATE %sINDEX %s ON %s USING %s (%s)%s%s" % ("UNIQUE " if self.unique and self.method == "btree" else "", quoted(self.name) if self.named else "", self.table, self.method,
                                                              joined(self.keys), self.tail, " WHERE %s" % self.where if self.where else "")


class Exclusion(OnTable):
    prefix = "excl"
    attributes = ("column", "tail")
    comment_on = "CONSTRAINT"

    def roll_column(self, w):
        fit = [c for c in columns(w, self.table) if str(c.type) in INTS + ("int4range", "tstzrange", "text")]
        return w.choice(fit) if fit else None

    def roll_tail(self, w):
        return w.choice(["", "", " WHERE (true)", " DEFERRABLE"])

    def sql(self):
        method, operator = ("gist", "&&") if "range" in str(self.column.type) else ("btree", "=")
        return "ALTER TABLE %s ADD CONSTRAINT %s EXCLUDE USING %s (%s WITH %s)%s" % (self.table, quoted(self.name), method, self.column, operator, self.tail)


class Statistics(OnTable):
    prefix = "stat"
    attributes = ("columns", "kinds", "target")
    comment_on = "STATISTICS"

    def comment_name(self):
        return "%s.%s" % (self.table.schema, quoted(self.name))

    def roll_columns(self, w):
        found = [E("¤", c) for c in self.key_columns(w, 2, 3)]
        ints = columns(w, self.table, "num")
        if ints and w.chance(0.3):
            found.append(E("(¤ + 1)", w.choice(ints)))
        return found

    def roll_kinds(self, w):
        return w.choice(["", " (ndistinct)", " (mcv, dependencies)"])

    def roll_target(self, w):
        return w.choice([-1, -1, 100])

    def sql(self):
        name = self.comment_name()
        return "CREATE STATISTICS %s%s ON %s FROM %s; ALTER STATISTICS %s SET STATISTICS %s" % (name, self.kinds, joined(self.columns), self.table, name, self.target)


class Trigger(OnTable):
    prefix = "trig"
    attributes = ("events", "function", "when", "enabled", "args")
    comment_on = "TRIGGER"

    def roll_function(self, w):
        return w.pick(TriggerFunction)

    def roll_events(self, w):
        if isinstance(self.table, ViewBase):
            return ("INSTEAD OF", joined(w.some(["INSERT", "UPDATE", "DELETE"]), " OR "), "ROW")
        found = columns(w, self.table)
        update = E("UPDATE OF ¤", w.choice(found)) if found and w.chance(0.3) else "UPDATE"
        return (w.choice(["BEFORE", "AFTER"]), joined(w.some(["INSERT", update, "DELETE"]), " OR "), w.choice(["ROW", "ROW", "STATEMENT"]))

    def roll_when(self, w):
        found = columns(w, self.table, "num", "text")
        if not found or isinstance(self.table, ViewBase) or self.events[2] != "ROW" or not w.chance(0.3):
            return ""
        side = "new" if "DELETE" not in str(self.events[1]) else "old"
        return E(" WHEN (" + side + ".¤ IS NOT NULL)", w.choice(found)) if w.chance(0.7) else " WHEN (%s IS NOT NULL)" % side

    def roll_enabled(self, w):
        return w.choice(["DISABLE", "ENABLE ALWAYS", "ENABLE REPLICA"]) if w.chance(0.15) else None

    def roll_args(self, w):
        return w.choice(["", "", "'a'", "'it''s', 1"])

    def sql(self):
        timing, events, each = self.events
        tail = "; ALTER TABLE %s %s TRIGGER %s" % (self.table, self.enabled, quoted(self.name)) if self.enabled and timing != "INSTEAD OF" else ""
        return "CREATE TRIGGER %s %s %s ON %s FOR EACH %s%s EXECUTE FUNCTION %s(%s)%s" % (quoted(self.name), timing, events, self.table, each, self.when, self.function, self.args, tail)


class ConstraintTrigger(OnTable):
    prefix = "ctrig"
    attributes = ("deferrable", "function")
    comment_on = "TRIGGER"
    roll_function = Trigger.roll_function

    def roll_deferrable(self, w):
        return w.choice(["", " DEFERRABLE", " DEFERRABLE INITIALLY DEFERRED"])

    def sql(self):
        return "CREATE CONSTRAINT TRIGGER %s AFTER INSERT OR UPDATE ON %s%s FOR EACH ROW EXECUTE FUNCTION %s()" % (quoted(self.name), self.table, self.deferrable, self.function)


class Policy(OnTable):
    prefix = "pol"
    attributes = ("command", "using", "kind")
    comment_on = "POLICY"

    def roll_command(self, w):
        return w.choice(["ALL", "SELECT", "UPDATE", "DELETE"])

    def roll_using(self, w):
        return condition(w, self.table)

    def roll_kind(self, w):
        return w.choice(["PERMISSIVE", "RESTRICTIVE"])

    def sql(self):
        return "CREATE POLICY %s ON %s AS %s FOR %s USING (%s)" % (quoted(self.name), self.table, self.kind, self.command, self.using)


class Rule(OnTable):
    prefix = "rule"
    attributes = ("event", "action")
    comment_on = "RULE"

    def roll_event(self, w):
        return w.choice(["INSERT", "UPDATE", "DELETE"])

    def roll_action(self, w):
        other = w.pick(Table)
        found = columns(w, other, "num") if other else []
        return w.choice(["INSTEAD NOTHING", "ALSO NOTIFY x", E("ALSO DELETE FROM ¤ WHERE ¤ IS NULL", other, w.choice(found)) if found else "INSTEAD NOTHING"])

    def sql(self):
        return "CREATE RULE %s AS ON %s TO %s DO %s" % (quoted(self.name), self.event, self.table, self.action)


class OwnedBy(Item):
    drop_weight = 2

    def __init__(self, w, sequence, column):
        super().__init__(w)
        self.sequence, self.column = sequence, column

    def sql(self):
        return "ALTER SEQUENCE %s OWNED BY %s.%s" % (self.sequence, self.column.table, self.column)


class AddDefault(Item):
    """A default that is added later: of a function that needs the table."""
    drop_weight = 2
    attributes = ("default",)

    def __init__(self, w, column):
        super().__init__(w)
        self.column = column

    def roll_default(self, w):
        row = [f for f in w.all(RowFunction) if f.args[0][2].base is self.column.table]
        if row:
            return E("¤(NULL::¤)", w.choice(row), self.column.table)
        return value(w, self.column.type)

    def sql(self):
        return "ALTER TABLE %s ALTER COLUMN %s SET DEFAULT %s" % (self.column.table, self.column, self.default)


class Publication(Item):
    prefix = "pub"
    attributes = ("what", "options")
    comment_on = "PUBLICATION"

    def roll_what(self, w):
        table = w.pick(Table)
        found = columns(w, table, "num") if table else []
        return w.choice(["", "FOR ALL TABLES", E("FOR TABLES IN SCHEMA ¤", w.pick(Schema)), E("FOR TABLE ¤", table) if table else "",
                         E("FOR TABLE ¤ (¤)", table, found[0]) if found else "", E("FOR TABLE ¤ WHERE (¤ > 0)", table, found[0]) if found else ""])

    def roll_options(self, w):
        return w.choice(["", "", " WITH (publish = 'insert')", " WITH (publish = 'insert, delete', publish_via_partition_root = true)"])

    def sql(self):
        return "CREATE PUBLICATION %s %s%s" % (self, self.what, self.options)


# --- conditions and queries


def condition(w, relation, immutable=False):
    """Something that holds for the rows that are put in."""
    found = columns(w, relation)
    if not found:
        return "true"
    if isinstance(relation, Table) and w.chance(0.03):
        return E("NULL::¤ IS NULL", relation)
    c = w.choice(found)
    f = predicate_function(w, c.type)
    if f and w.chance(0.6):
        return E("¤(¤) IS NOT FALSE", f, c)
    if isinstance(c.type.base, Enum) and not c.type.array and w.chance(0.6):
        return E("¤ <> ¤ OR ¤ IS NOT NULL", c, value(w, c.type), c)
    if c.type.fam == "num":
        return w.choice([E("¤ <> 13", c), E("¤ IN (1, 2, 3) OR ¤ IS NOT NULL OR ¤ IS NULL", c, c, c), E("¤ BETWEEN -1000 AND 1000", c), E("(¤ > 0) IS NOT NULL OR true", c)])
    if c.type.fam == "text" and str(c.type) != "name":
        return w.choice([E("length(¤) < 1000", c), E("¤ <> 'it''s -- $$'", c), E("¤ !~ '^\\s*%$'", c), E("lower(¤) <> 'zz' OR ¤ = ANY (ARRAY['a', 'b'])", c, c)])
    return E("¤ IS NOT NULL OR ¤ IS NULL", c, c)


class Out:
    """A column of a view."""

    def __init__(self, name, type, expression):
        self.name, self.type, self.expression = name, type, expression

    def __str__(self):
        return quoted(self.name)

    def sql(self):
        return "%s AS %s" % (self.expression, quoted(self.name))


class ViewBase(Placed):
    attributes = ("sources", "outs", "where", "form")
    family = "row"
    extra = ()

    def roll_sources(self, w):
        fit = [r for r in w.items if isinstance(r, tuple(RELATIONS)) and r is not self and r.id < self.id]
        if not fit or w.chance(0.05):
            return []
        return [w.choice(fit) for _ in range(w.r.choice([1, 1, 1, 2]))]

    def roll_outs(self, w):
        old = list(self.a.get("outs", []))
        if old and w.chance(0.3):
            old.pop()
        if not old or w.chance(0.8):
            old += [Out(w.new_name("v"), *self.expression(w)) for _ in range(w.r.randint(1, 3))]
        return old

    def expression(self, w):
        choices = [(INT, "1"), (TEXT, "'x'::text")]
        for source, alias in zip(self.sources, "ab"):
            for c in columns(w, source):
                choices.append((c.type, E(alias + ".¤", c)))
                if c.type.fam == "num" and w.chance(0.4):
                    choices.append((T(BIG.base, "num"), E("(" + alias + ".¤ + 1)::bigint", c)))
                if str(c.type) == "integer" and w.pick(Mapper) and w.chance(0.5):
                    choices.append((INT, E("¤(" + alias + ".¤)", w.pick(Mapper), c)))
                f = predicate_function(w, c.type)
                if f:
                    choices.append((BOOL, E("¤(" + alias + ".¤)", f, c)))
            if isinstance(source, Table):
                row = [f for f in w.all(RowFunction) if f.args[0][2].base is source]
                if row:
                    choices.append((TEXT, E("¤(" + alias + ")", w.choice(row))))
                if w.chance(0.1):
                    choices.append((T(source, "row"), alias))
                if w.chance(0.05):
                    choices.append((BOOL, E("(NULL::¤ IS NULL)", source)))
        return w.choice(choices[2:] or choices)

    def roll_where(self, w):
        return condition_on(w, self.sources[0]) if self.sources and w.chance(0.3) else None

    def roll_form(self, w):
        return w.choice(["plain"] * 6 + ["group", "group", "cte", "union", "window", "distinct", "lateral", "sub"])

    def query(self):
        outs = joined(o.sql() for o in self.outs)
        if not self.sources:
            return "SELECT " + joined("%s::%s AS %s" % ("NULL", o.type, o) for o in self.outs)
        source = "%s a" % self.sources[0] + (" LEFT JOIN %s b ON true" % self.sources[1] if len(self.sources) > 1 else "")
        where = " WHERE %s" % self.where if self.where else ""
        # Rows that were once compared may have columns later that cannot be: then nobody can make the view again.
        form = self.form if not any(o.type.fam == "row" for o in self.outs) else "plain"
        if form == "group":
            return "SELECT %s FROM %s%s GROUP BY %s" % (outs + ", count(*) AS n%s" % ("" if not self.aggregate else ", %s(1) AS agg" % self.aggregate), source, where,
                                                        joined(o.expression for o in self.outs if str(o.expression) not in ("1", "'x'::text")) or "()")
        if form == "cte":
            return "WITH q AS (SELECT %s FROM %s%s) SELECT * FROM q" % (outs, source, where)
        if form == "union":
            return "SELECT %s FROM %s%s UNION ALL SELECT %s FROM %s" % (outs, source, where, outs, source)
        if form == "window":
            return "SELECT %s, row_number() OVER (ORDER BY 1) AS rn FROM %s%s" % (outs, source, where)
        if form == "distinct":
            return "SELECT DISTINCT ON (1) %s FROM %s%s ORDER BY 1 DESC LIMIT 10" % (outs, source, where)
        if form == "lateral":
            return "SELECT %s FROM %s, LATERAL (SELECT 1 AS one) l%s" % (outs, source, where)
        if form == "sub":
            return "SELECT %s FROM %s WHERE EXISTS (SELECT 1 FROM %s z)" % (outs, source, self.sources[0])
        return "SELECT %s FROM %s%s" % (outs, source, where)

    def roll_all(self, w):
        self.a["aggregate"] = w.pick(Aggregate) if w.chance(0.3) else None
        return super().roll_all(w)


def condition_on(w, source):
    found = columns(w, source, "num", "text", "bool")
    return E("a.¤ IS NOT NULL", w.choice(found)) if found else None


class View(ViewBase, RowType):
    prefix = "v"
    attributes = ViewBase.attributes + ("options", "materialized")
    word = "VIEW"

    @property
    def comment_on(self):
        return "MATERIALIZED VIEW" if self.materialized else "VIEW"

    def roll_options(self, w):
        return w.choice([" WITH (security_barrier)", " WITH (security_invoker = true)", " WITH (check_option = local)"]) if w.chance(0.15) else ""

    def roll_materialized(self, w):
        return w.chance(0.25) if "materialized" not in self.a else not self.materialized

    def sql(self):
        if self.materialized:
            return "CREATE MATERIALIZED VIEW %s AS %s" % (self, self.query())
        return "CREATE VIEW %s%s AS %s" % (self, self.options, self.query())


class ViewDefault(Item):
    attributes = ("default",)

    def __init__(self, w, view):
        super().__init__(w)
        self.view, self.out = view, w.choice(view.outs)

    def roll_default(self, w):
        return value(w, self.out.type)

    def sql(self):
        return "ALTER VIEW %s ALTER COLUMN %s SET DEFAULT %s" % (self.view, self.out, self.default)




RELATIONS += [Table, View]
