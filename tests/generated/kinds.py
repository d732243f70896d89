"""Schemas, types and code of a random world. Tables and what is on them: relations.py."""
from world import E, Item, Lit, joined, literal, quoted

BUILTIN = {
    "num": ["integer", "bigint", "smallint", "numeric", "numeric(10,2)", "real", "double precision"],
    "text": ["text", "varchar", "varchar(20)", "char(5)", "name"],
    "bool": ["boolean"],
    "time": ["date", "timestamp", "timestamptz(3)", "timestamptz"],
    "other": ["time", "timetz(0)", "interval", "interval hour to minute", "uuid", "jsonb", "json", "bytea", "inet", "bit(4)", "bit varying(8)", "point", "tsvector", "int4range",
              "tstzrange", "xml", '"char"', "oid", "macaddr", "int4multirange", "regclass", "money"],
}
LITERALS = {"num": ["0", "1", "'7'", "-1"], "text": ["''", "'a'", "'o''neil'", "E'a\\\\b'", "'100%'", "'--'", "'$$'"], "bool": ["true", "false"],
            "time": ["now()", "'2020-01-01'", "CURRENT_DATE"]}


class T:
    """A type as it is used: of a column, an argument."""

    def __init__(self, base, family, array=False):
        self.base, self.family, self.array = base, family, array

    def __str__(self):
        return str(self.base) + ("[]" if self.array else "")

    @property
    def fam(self):
        return "array" if self.array else self.family


INT, TEXT, BOOL, BIG = T("integer", "num"), T("text", "text"), T("boolean", "bool"), T("bigint", "num")


def builtin(w, family=None):
    family = family or w.r.choices(["num", "text", "bool", "time", "other"], [5, 5, 1, 2, 4])[0]
    return T(w.choice(BUILTIN[family]), family)


def any_type(w, family=None, user=0.35):
    if family or not w.chance(user):
        t = builtin(w, family)
    else:
        item = w.pick(Enum, Domain, Composite, Range) if w.chance(0.97) else w.pick(RowType)
        if not item:
            return builtin(w)
        t = T(item, item.family)
    if not family and w.chance(0.15) and str(t) not in ('"char"',):
        t = T(t.base, t.family, True)
    return t


def value(w, t):
    """A constant of the type, for a default or a comparison."""
    if t.array:
        return E("'{}'::¤", t)
    if isinstance(t.base, Enum):
        return E("¤::¤", Lit(w.choice(t.base.labels)), t.base)
    if t.family in LITERALS:
        literal = w.choice(LITERALS[t.family])
        return "'long'" if str(t) == "char(5)" and len(literal) > len("'12345'") else literal  # ADD COLUMN looks at its default
    return E("NULL::¤", t)


class Schema(Item):
    prefix = "s"

    def sql(self):
        return "CREATE SCHEMA %s" % self if self.name != "public" else ""

    comment_on = "SCHEMA"


class Placed(Item):
    """Something that is in a schema."""

    def __init__(self, w, schema=None, name=None):
        super().__init__(w, schema or w.choice(w.all(Schema)), name)


class Extension(Item):
    comment_on = None

    def __init__(self, w):
        super().__init__(w, name=w.choice(["hstore", "citext", "pg_trgm", "btree_gist"]))

    def sql(self):
        return "CREATE EXTENSION %s" % self


class Enum(Placed):
    prefix = "e"
    attributes = ("labels",)
    comment_on = "TYPE"
    family = "enum"

    def roll_labels(self, w):
        old = list(self.a.get("labels", []))
        if not old:
            return w.some(["a", "b", "c d", "E", "o'x", "--", "ß"], 1, 5)
        what = w.choice(["add", "add", "add", "remove", "shuffle"])
        if what == "add" or len(old) < 2:
            old.insert(w.r.randint(0, len(old)), w.choice(["new", "n'w", "Ä", "%d", "z\\"]) + str(len(old)))
        elif what == "remove":
            old.remove(w.choice(old))
        else:
            w.r.shuffle(old)
        return old

    def sql(self):
        return "CREATE TYPE %s AS ENUM (%s)" % (self, joined(literal(x) for x in self.labels))


class Collation(Placed):
    prefix = "coll"
    attributes = ("definition",)
    comment_on = "COLLATION"

    def roll_definition(self, w):
        return w.choice(["locale = 'C'", "provider = icu, locale = 'de'", "provider = icu, locale = 'und-u-ks-level2', deterministic = false", "locale = 'POSIX'"])

    def sql(self):
        return "CREATE COLLATION %s (%s)" % (self, self.definition)


class Domain(Placed):
    prefix = "dom"
    attributes = ("type", "default", "not_null", "collation")
    comment_on = "DOMAIN"
    drop_weight = 0.5

    @property
    def family(self):
        return self.type.fam if self.type.fam in ("num", "text") else "user"

    def roll_type(self, w):
        if "type" in self.a and w.chance(0.5):
            return any_type(w, w.choice(["num", "text"]))
        return any_type(w)

    def roll_default(self, w):
        return value(w, self.type) if w.chance(0.3) else None

    def roll_not_null(self, w):
        return w.chance(0.15)

    def roll_collation(self, w):
        return w.choice(w.all(Collation) + ['"C"']) if w.chance(0.15) and self.type.fam == "text" else None

    def sql(self):
        return "CREATE DOMAIN %s AS %s%s%s%s" % (self, self.type, " COLLATE %s" % self.collation if self.collation and self.type.fam == "text" else "",
                                                " DEFAULT %s" % self.default if self.default else "", " NOT NULL" if self.not_null else "")


class DomainCheck(Item):
    prefix = "dchk"
    attributes = ("expression", "valid")
    drop_weight = 2

    def __init__(self, w, domain):
        super().__init__(w)
        self.domain = domain

    def roll_expression(self, w):
        f = predicate_function(w, self.domain.type)
        if f and w.chance(0.4):
            return E("¤(VALUE)", f)
        return {"num": w.choice(["VALUE > -100", "VALUE <> 13 OR VALUE IS NULL", "VALUE BETWEEN -5 AND 5000"]), "text": w.choice(["length(VALUE) < 100", "VALUE ~ '^.*$'", "VALUE <> 'it''s'"])}.get(
            self.domain.type.fam, "VALUE IS NOT DISTINCT FROM VALUE" if w.chance(0.1) else "VALUE IS NULL OR VALUE IS NOT NULL")

    def roll_valid(self, w):
        return not w.chance(0.2)

    comment_on = "CONSTRAINT"

    def comment_name(self):
        return "%s ON DOMAIN %s" % (quoted(self.name), self.domain)

    def sql(self):
        return "ALTER DOMAIN %s ADD CONSTRAINT %s CHECK (%s)%s" % (self.domain, quoted(self.name), self.expression, "" if self.valid else " NOT VALID")


class Composite(Placed):
    prefix = "comp"
    attributes = ("fields",)
    comment_on = "TYPE"
    family = "user"

    def roll_fields(self, w):
        old = list(self.a.get("fields", []))
        if not old:
            return [(w.new_name("f"), any_type(w)) for _ in range(w.r.randint(1, 3))]
        what = w.choice(["add", "remove", "type", "rename"])
        at = w.r.randrange(len(old))
        if what == "remove" and len(old) > 1:
            del old[at]
        elif what == "type":
            old[at] = (old[at][0], any_type(w))
        elif what == "rename":
            old[at] = (w.new_name("f"), old[at][1])
        else:
            old.append((w.new_name("f"), any_type(w)))
        return old

    def sql(self):
        return "CREATE TYPE %s AS (%s)" % (self, joined("%s %s" % (quoted(n), t) for n, t in self.fields))


class Range(Placed):
    prefix = "rng"
    attributes = ("subtype", "multirange")
    comment_on = "TYPE"
    family = "user"

    def roll_subtype(self, w):
        own = w.all(Enum, Domain)
        return T(w.choice(own), "user") if own and w.chance(0.4) else T(w.choice(["float8", "text", "time", "inet", "uuid"]), "other")

    def roll_multirange(self, w):
        return w.new_name("mr") if w.chance(0.3) else None

    def sql(self):
        extra = ""
        if str(self.subtype) == "float8":
            extra = ", subtype_diff = float8mi"
        if self.multirange:
            extra += ", multirange_type_name = %s.%s" % (self.schema, quoted(self.multirange))
        return "CREATE TYPE %s AS RANGE (subtype = %s%s)" % (self, self.subtype, extra)


class RowType:
    """What has a row type: tables; relations.py makes them so."""


class Sequence(Placed):
    prefix = "seq"
    attributes = ("options", "type", "unlogged")
    comment_on = "SEQUENCE"

    def roll_options(self, w):
        return joined(w.some(["INCREMENT 2", "MINVALUE -5", "MAXVALUE 30000", "CACHE 3", "CYCLE", "START 5"], 0, 3), " ")

    def roll_type(self, w):
        return w.choice([" AS integer", "", " AS smallint"])

    def roll_unlogged(self, w):
        return w.chance(0.1)

    def sql(self):
        return "CREATE %sSEQUENCE %s%s %s" % ("UNLOGGED " if self.unlogged else "", self, self.type, self.options)


# --- routines


class Routine(Placed):
    attributes = ("options", "body")
    returns = INT
    args = ()  # (mode, name, type, default)
    language = "sql"
    word = "FUNCTION"

    @property
    def comment_on(self):
        return self.word

    def signature(self):
        return joined(t for mode, _, t, _ in self.args if mode != "OUT")

    def comment_name(self):
        return "%s(%s)" % (self, self.signature())

    def roll_options(self, w):
        return joined(w.some(["STABLE", "STRICT", "SECURITY DEFINER", "COST 7", "PARALLEL SAFE", "LEAKPROOF", "SET work_mem TO '8MB'", "SET search_path TO public, \"$user\""], 0, 3), " ")

    def roll_body(self, w):
        return " AS %s" % literal(w.choice(["", "\n  ", "-- $$ it's\n", "/* \\ */ "]) + "select null::%s" % self.returns)

    def arguments(self):
        return joined("%s %s %s%s" % (mode, quoted(name) if name else "", t, " DEFAULT %s" % d if d else "") for mode, name, t, d in self.args)

    def result(self):
        return " RETURNS %s" % self.returns

    def sql(self):
        return "CREATE %s %s(%s)%s LANGUAGE %s %s%s" % (self.word, self, self.arguments(), self.result(), self.language, self.options, self.body)


class Function(Routine):
    """Arguments and a result of any type; a textual body, or one the server keeps apart and knows what it uses."""
    prefix = "f"
    attributes = ("returns", "args", "options", "body")

    def roll_returns(self, w):
        return any_type(w)

    def roll_args(self, w):
        args = [("", w.new_name("p") if w.chance(0.7) else "", any_type(w), None) for _ in range(w.r.choice([0, 0, 1, 1, 2]))]
        if args and w.chance(0.3):
            mode, name, t, _ = args[-1]
            args[-1] = (mode, name, t, value(w, t))
        return args

    def roll_body(self, w):
        table = w.pick(*RELATIONS)
        what = w.choice(["text", "text", "return", "atomic", "plpgsql"])
        if what == "return":
            return E(" RETURN NULL::¤", self.returns)
        if what == "atomic" and table:
            return E(" BEGIN ATOMIC SELECT NULL::¤ FROM ¤; END", self.returns, table)
        if what == "plpgsql":
            return " AS $q$ begin return null; end $q$"
        return E(" AS ¤", Lit(E("select null::¤", self.returns)))

    def sql(self):
        self.language = "plpgsql" if "begin" in str(self.body) else "sql"
        return super().sql()


class Predicate(Routine):
    """Immutable, from one argument to boolean: for checks, indexes, policies."""
    prefix = "ok"
    returns = BOOL

    def __init__(self, w):
        super().__init__(w)
        self.args = [("", w.choice(["", "v"]), any_type(w, w.choice(["num", "text"])) if w.chance(0.7) else any_type(w), None)]

    def roll_options(self, w):
        return "IMMUTABLE " + w.choice(["", "STRICT", "PARALLEL SAFE"])

    def roll_body(self, w):
        return w.choice([" AS 'select true'", " AS 'select $1 is not distinct from $1'", " RETURN true", " AS $$ select\n true $$"])


class Mapper(Routine):
    """Immutable, integer to integer: for generated columns and index expressions, aggregates."""
    prefix = "map"
    args = [("", "a", INT, None)]

    def roll_options(self, w):
        return "IMMUTABLE " + w.choice(["", "STRICT", "COST 3"])

    def roll_body(self, w):
        return w.choice([" AS 'select $1'", " RETURN a + 1", " AS 'select $1 * 2'"])


class TableFunction(Routine):
    prefix = "rows"
    attributes = ("args", "columns", "options", "body")

    def roll_columns(self, w):
        if w.chance(0.3):
            table = w.pick(RowType)
            if table:
                return table
        return [(w.new_name("o"), any_type(w)) for _ in range(w.r.randint(1, 3))]

    def roll_args(self, w):
        return [("", w.new_name("p"), any_type(w), None)] if w.chance(0.3) else []

    def roll_options(self, w):
        return w.choice(["", "ROWS 10", "STABLE", "STABLE ROWS 5"])

    def roll_body(self, w):
        return ""

    def result(self):
        if not isinstance(self.columns, list):
            return " RETURNS SETOF %s" % self.columns
        return " RETURNS TABLE(%s)" % joined("%s %s" % (quoted(n), t) for n, t in self.columns)

    def sql(self):
        selected = "* from %s" % self.columns if not isinstance(self.columns, list) else joined("null::%s" % t for _, t in self.columns)
        return Routine.sql(self) + " AS %s" % literal("select %s" % selected)


class RowFunction(Routine):
    """Of a row of a table."""
    prefix = "row"

    def __init__(self, w, table):
        super().__init__(w)
        self.args = [("", "r", T(table, "row"), None)]
        self.returns = TEXT

    def roll_body(self, w):
        return w.choice([" AS 'select ''x''::text'", " AS 'select $1::text'", " RETURN 'y'::text"])


class TriggerFunction(Routine):
    prefix = "trg"
    returns = "trigger"
    language = "plpgsql"

    def roll_options(self, w):
        return w.choice(["", "SECURITY DEFINER", "SET search_path TO ''"])

    def roll_body(self, w):
        return " AS %s" % literal(w.choice(["begin return new; end", "\nbegin\n  -- it's %\n  return coalesce(new, old);\nend\n", "begin return null; end"]))


class EventFunction(TriggerFunction):
    prefix = "evf"
    returns = "event_trigger"

    def roll_body(self, w):
        return " AS %s" % literal(w.choice(["begin end", "begin null; end", "begin perform 1; end"]))


class EventTrigger(Item):
    prefix = "evt"
    attributes = ("event", "tags", "enabled", "function")
    comment_on = "EVENT TRIGGER"

    def roll_function(self, w):
        return w.pick(EventFunction)

    def roll_event(self, w):
        return w.choice(["ddl_command_start", "ddl_command_end", "sql_drop"])

    def roll_tags(self, w):
        return w.some(["CREATE TABLE", "DROP TABLE", "ALTER TABLE"], 1, 2) if w.chance(0.3) else None

    def roll_enabled(self, w):
        return w.choice(["ENABLE", "ENABLE", "DISABLE", "ENABLE ALWAYS", "ENABLE REPLICA"])

    def sql(self):
        tags = " WHEN TAG IN (%s)" % joined(literal(t) for t in self.tags) if self.tags else ""
        return "CREATE EVENT TRIGGER %s ON %s%s EXECUTE FUNCTION %s(); ALTER EVENT TRIGGER %s %s" % (self, self.event, tags, self.function, self, self.enabled)


class Procedure(Routine):
    prefix = "proc"
    word = "PROCEDURE"
    attributes = ("args", "options", "body")

    def roll_args(self, w):
        return [(w.choice(["", "INOUT", "IN"]), w.new_name("p"), any_type(w), None) for _ in range(w.r.choice([0, 1, 2]))]

    def roll_options(self, w):
        return w.choice(["", "SECURITY DEFINER", "SET work_mem TO '9MB'"])

    def roll_body(self, w):
        return " AS %s" % literal(w.choice(["begin end", "begin null; end", "begin\n-- x\nend"]))

    language = "plpgsql"

    def result(self):
        return ""


class Aggregate(Placed):
    prefix = "agg"
    attributes = ("definition",)
    comment_on = "AGGREGATE"

    def comment_name(self):
        return "%s(integer)" % self

    def roll_definition(self, w):
        mapper = w.pick(Mapper)
        return w.choice([E("sfunc = int4pl, stype = integer, initcond = '0'"), E("sfunc = int4larger, stype = integer, sortop = >"),
                         E("sfunc = int4pl, stype = integer, parallel = safe, combinefunc = int4pl"),
                         E("sfunc = int4pl, stype = integer, finalfunc = ¤", mapper) if mapper else E("sfunc = int4smaller, stype = integer")])

    def sql(self):
        return "CREATE AGGREGATE %s(integer) (%s)" % (self, self.definition)


class OperatorFunction(Routine):
    prefix = "opf"

    def __init__(self, w):
        super().__init__(w)
        t = w.pick(Enum, Composite, Domain)
        t = T(t, "user") if t else INT
        self.args = [("", "a", t, None), ("", "b", t, None)]
        self.returns = BOOL

    def roll_options(self, w):
        return "IMMUTABLE"

    def roll_body(self, w):
        return w.choice([" AS 'select true'", " AS 'select $1 is null'", " RETURN false"])


class Operator(Item):
    prefix = "op"
    attributes = ("function", "options")
    comment_on = "OPERATOR"

    def __init__(self, w, function):
        super().__init__(w, schema=w.choice(w.all(Schema)), name=w.choice(["===", "<~>", "@#@", "%%%", "#~", "~!@"]))
        self.a["function"] = function

    def roll_function(self, w):
        return self.function

    def roll_options(self, w):
        return w.choice(["", ", restrict = eqsel", ", restrict = eqsel, join = eqjoinsel", ", commutator = OPERATOR(%s)" % self])

    def __str__(self):
        return "%s.%s" % (self.schema, self.name)

    def comment_name(self):
        return "%s (%s)" % (self, joined(t for _, _, t, _ in self.function.args))

    def sql(self):
        left, right = (t for _, _, t, _ in self.function.args)
        return "CREATE OPERATOR %s (function = %s, leftarg = %s, rightarg = %s%s)" % (self, self.function, left, right, self.options)


class CastFunction(Routine):
    prefix = "castf"

    def __init__(self, w, t):
        super().__init__(w)
        self.args, self.returns = [("", "a", T(t, "user"), None)], w.choice([INT, TEXT])

    def roll_options(self, w):
        return w.choice(["IMMUTABLE", "STABLE"])


class Cast(Item):
    attributes = ("context",)
    comment_on = "CAST"

    def __init__(self, w, function):
        super().__init__(w)
        self.function = function

    def __str__(self):
        return "(%s AS %s)" % (self.function.args[0][2], self.function.returns)

    def roll_context(self, w):
        return w.choice(["", " AS ASSIGNMENT"])  # AS IMPLICIT leaves no operator of the type unique: not even pg_dump comes to a check again

    def sql(self):
        return "CREATE CAST %s WITH FUNCTION %s%s" % (self, self.function.comment_name(), self.context)


# --- text search, foreign data, the rest


class Dictionary(Placed):
    prefix = "dict"
    attributes = ("options",)
    comment_on = "TEXT SEARCH DICTIONARY"

    def roll_options(self, w):
        return w.choice(["template = simple", "template = simple, accept = false", "template = simple, stopwords = english", "template = snowball, language = english"])

    def sql(self):
        return "CREATE TEXT SEARCH DICTIONARY %s (%s)" % (self, self.options)


class Configuration(Placed):
    prefix = "conf"
    attributes = ("mappings",)
    comment_on = "TEXT SEARCH CONFIGURATION"

    def roll_mappings(self, w):
        return [(token, w.choice(w.all(Dictionary) + ["simple", "english_stem"])) for token in w.some(["asciiword", "word", "numword", "email", "url"], 0, 3)]

    def sql(self):
        return "CREATE TEXT SEARCH CONFIGURATION %s (parser = \"default\")" % self + "".join(
            "; ALTER TEXT SEARCH CONFIGURATION %s ADD MAPPING FOR %s WITH %s" % (self, token, d) for token, d in self.mappings)


class Wrapper(Item):
    prefix = "fdw"
    attributes = ("options",)
    comment_on = "FOREIGN DATA WRAPPER"

    def roll_options(self, w):
        return w.choice(["", " OPTIONS (debug 'true')", " OPTIONS (\"A b\" 'it''s')"])

    def sql(self):
        return "CREATE FOREIGN DATA WRAPPER %s%s" % (self, self.options)


class Server(Item):
    prefix = "srv"
    attributes = ("options", "wrapper")
    comment_on = "SERVER"

    def roll_wrapper(self, w):
        return w.pick(Wrapper)

    def roll_options(self, w):
        return w.choice(["", " OPTIONS (host 'h', dbname 'x y')", " OPTIONS (host 'other')"])

    def sql(self):
        return "CREATE SERVER %s FOREIGN DATA WRAPPER %s%s" % (self, self.wrapper, self.options)


class UserMapping(Item):
    attributes = ("options",)

    def __init__(self, w, server):
        super().__init__(w)
        self.server = server

    def roll_options(self, w):
        return w.choice(["", " OPTIONS (\"user\" 'joe')", " OPTIONS (\"user\" 'jim')"])

    def sql(self):
        return "CREATE USER MAPPING FOR PUBLIC SERVER %s%s" % (self.server, self.options)


class Language(Item):
    prefix = "lang"
    attributes = ("trusted",)
    comment_on = "LANGUAGE"

    def roll_trusted(self, w):
        return w.choice(["TRUSTED ", ""])

    def sql(self):
        return "CREATE %sLANGUAGE %s HANDLER plpgsql_call_handler" % (self.trusted, self)


class AccessMethod(Item):
    prefix = "am"
    comment_on = "ACCESS METHOD"

    def __init__(self, w):
        super().__init__(w)
        self.of = w.choice(["INDEX", "TABLE", "TABLE"])

    def sql(self):
        return "CREATE ACCESS METHOD %s TYPE %s HANDLER %s" % (self, self.of, "bthandler" if self.of == "INDEX" else "heap_tableam_handler")


class Conversion(Placed):
    prefix = "conv"
    comment_on = "CONVERSION"

    def sql(self):
        return "CREATE CONVERSION %s FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8" % self


class Comment(Item):
    """On another item."""
    attributes = ("text",)
    drop_weight = 2

    def __init__(self, w, target):
        super().__init__(w)
        self.target = target

    def roll_text(self, w):
        return w.choice(["plain", "it's", "two\nlines -- x", "100% $$ \\ \"q\"", "ünï", "a: b #c"])

    def sql(self):
        name = self.target.comment_name() if hasattr(self.target, "comment_name") else str(self.target)
        return "COMMENT ON %s %s IS %s" % (self.target.comment_on, name, literal(self.text))


# --- owners and privileges, in pairs that manage them

ROLES = ["kedge_gen_a", '"kedge gen B"', "PUBLIC"]


def grant_target(item):
    """(what GRANT calls it, its privileges, what ALTER ... OWNER TO calls it); None: nothing."""
    word = item.comment_on
    routine = (word, ["EXECUTE"], word)
    return {"SCHEMA": (word, ["USAGE", "CREATE"], word), "TABLE": (word, ["SELECT", "INSERT", "UPDATE, DELETE", "ALL"], word), "VIEW": ("TABLE", ["SELECT", "ALL"], word),
            "MATERIALIZED VIEW": ("TABLE", ["SELECT", "ALL"], word), "SEQUENCE": (word, ["USAGE", "SELECT", "ALL"], word), "FUNCTION": routine, "PROCEDURE": routine,
            "AGGREGATE": ("FUNCTION", ["EXECUTE"], word), "TYPE": (word, ["USAGE"], word), "DOMAIN": (word, ["USAGE"], word), "FOREIGN TABLE": ("TABLE", ["SELECT", "ALL"], word),
            "FOREIGN DATA WRAPPER": (word, ["USAGE"], None), "SERVER": ("FOREIGN SERVER", ["USAGE"], word), "COLLATION": (None, [], word), "OPERATOR": (None, [], word),
            "PUBLICATION": (None, [], word), "TEXT SEARCH DICTIONARY": (None, [], word)}.get(word)


def full_name(item):
    return item.comment_name() if hasattr(item, "comment_name") else str(item)


def passed_on(item, on):
    """What a role may grant it often grants to the next, who may be able to grant it too."""
    if item.role == "PUBLIC" or item.id % 2:
        return ""
    other = [role for role in ROLES if role != item.role][item.id // 2 % 2]
    option = " WITH GRANT OPTION" if item.id % 3 == 0 and other != "PUBLIC" else ""
    return "; SET ROLE %s; GRANT %s TO %s%s; RESET ROLE" % (item.role, on, other, option)


class Grant(Item):
    attributes = ("what", "role")
    comment_on = None
    drop_weight = 3

    def __init__(self, w, target):
        super().__init__(w)
        self.target = target

    def roll_what(self, w):
        return w.choice(["GRANT", "GRANT", "GRANT", "REVOKE"]), w.choice(grant_target(self.target)[1]), w.choice(["", "", " WITH GRANT OPTION"])

    def roll_role(self, w):
        return w.choice(ROLES)

    def sql(self):
        verb, privilege, option = self.what
        on = "%s ON %s %s" % (privilege, grant_target(self.target)[0], full_name(self.target))
        return "REVOKE %s FROM %s" % (on, self.role) if verb == "REVOKE" else "GRANT %s TO %s%s%s" % (on, self.role, option, passed_on(self, on) if option else "")


class ColumnGrant(Item):
    attributes = ("role", "what")
    comment_on = None
    drop_weight = 3

    def __init__(self, w, column):
        super().__init__(w)
        self.column = column

    roll_role = Grant.roll_role

    def roll_what(self, w):
        return w.choice(["SELECT", "UPDATE", "REFERENCES"])

    def sql(self):
        on = "%s (%s) ON %s" % (self.what, self.column, self.column.table)
        option = " WITH GRANT OPTION" if self.id % 4 == 0 and self.role != "PUBLIC" else ""
        return "GRANT %s TO %s%s%s" % (on, self.role, option, passed_on(self, on) if option else "")


class Owner(Item):
    attributes = ("role",)
    comment_on = None
    drop_weight = 3

    def __init__(self, w, target):
        super().__init__(w)
        self.target = target

    def roll_role(self, w):
        return w.choice(ROLES[:2])

    def sql(self):
        return "ALTER %s %s OWNER TO %s" % (grant_target(self.target)[2], full_name(self.target), self.role)


class DefaultPrivileges(Item):
    attributes = ("what", "role", "schema_")
    comment_on = None
    roll_role = Grant.roll_role

    def roll_what(self, w):
        return w.choice(["GRANT SELECT ON TABLES TO", "GRANT USAGE ON SEQUENCES TO", "REVOKE EXECUTE ON FUNCTIONS FROM", "GRANT USAGE ON TYPES TO"])

    def roll_schema_(self, w):
        return w.choice(w.all(Schema)) if w.chance(0.5) else None

    def sql(self):
        return "ALTER DEFAULT PRIVILEGES FOR ROLE kedge_gen_a%s %s %s" % (" IN SCHEMA %s" % self.schema_ if self.schema_ else "", self.what, self.role)


def predicate_function(w, t):
    fit = [f for f in w.all(Predicate) if str(f.args[0][2]) == str(t)]
    return w.choice(fit) if fit else None


RELATIONS = []  # classes that can be selected from; relations.py fills it
