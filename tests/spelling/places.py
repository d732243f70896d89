"""Where an expression can stand: how the model says it, and how plain SQL makes it and reads it back."""
import json
import pathlib
import re
import subprocess

COLUMNS = {
    "id": "integer", "n": "integer", "m": "bigint", "s": "smallint", "num": "numeric(10,2)", "r": "real",
    "d": "double precision", "txt": "text", "vc": "character varying(40)", "ch": "character(3)", "b": "boolean",
    "dt": "date", "ts": "timestamp without time zone", "tz": "timestamp with time zone", "tm": "time without time zone",
    "iv": "interval", "j": "json", "jb": "jsonb", "u": "uuid", "arr": "integer[]", "tarr": "text[]", "ip": "inet",
    "by": "bytea", "mood": "public.mood", "rng": "int4range", "pt": "point"}

# What all of them may use. The model has the same.
GROUND = """
create type mood as enum ('sad', 'ok', 'happy');
create function positive(n integer) returns boolean language sql immutable return n > 0;
create function one() returns integer language sql stable return 1;
create function touch() returns trigger language plpgsql as 'begin return new; end';
create table parent (id integer primary key, name text);
create table parent_of (n integer);
create table t (%s);
""" % ", ".join("%s %s" % c for c in COLUMNS.items())
GROUND_BEFORE_14 = GROUND.replace("return n > 0", "as 'select n > 0'").replace("return 1", "as 'select 1'")


def in_parentheses(text):
    """A line comment at the end must not take the parenthesis along."""
    return "(" + text + ("\n)" if "--" in text else ")")


def of_index(text):
    return text if text.startswith("using ") else in_parentheses(text)


def from_pg(catalog, expression, where):
    return "select %s from %s where %s" % (expression, catalog, where)


class Place:
    """One section of spellings.txt: its role, and the argument after it (a type, a partition key)."""

    def __init__(self, heading):
        self.role, _, self.argument = heading.partition(" ")

    def sql(self, text):
        """Statements that make the thing, on the GROUND, and the query that reads it back as the server prints it."""
        constraint = from_pg("pg_constraint", "pg_get_constraintdef(oid)", "conname = 'x_x'")
        default = from_pg("pg_attrdef", "pg_get_expr(adbin, adrelid)", "adrelid = 'x'::regclass")
        index = from_pg("pg_index", "pg_get_indexdef(indexrelid)", "indexrelid = 'x'::regclass")
        like = "create table x (%s" % ", ".join("%s %s" % c for c in COLUMNS.items())
        return {
            "check": ("alter table t add constraint x_x check %s" % in_parentheses(text), constraint),
            "default": ("create table x (x %s default %s)" % (self.argument, in_parentheses(text)), default),
            "generated": (like + ", x %s generated always as %s stored)" % (self.argument, in_parentheses(text)), default),
            "predicate": ("create index x on t (m) where " + text, index),
            "index": ("create index x on t %s" % of_index(text), index),
            "policy": ("create policy x on t using " + in_parentheses(text),
                       from_pg("pg_policy", "pg_get_expr(polqual, polrelid)", "polname = 'x'")),
            "trigger": ("create trigger x before update on t for each row when %s execute function touch()" % in_parentheses(text),
                        from_pg("pg_trigger", "pg_get_triggerdef(oid)", "tgname = 'x'")),
            "domain": ("create domain x as %s constraint x_x check %s" % (self.argument, in_parentheses(text)), constraint),
            "bounds": (like + ") partition by %s; create table x_p partition of x %s" % (self.argument, of_bounds(text)),
                       from_pg("pg_class", "pg_get_expr(relpartbound, oid)", "oid = 'x_p'::regclass")),
            "view": ("create view x as " + text, from_pg("pg_class", "pg_get_viewdef(oid)", "oid = 'x'::regclass")),
        }[self.role]

    def into_model(self, model, name, text):
        """Adds the thing to the model, as or under an object of that name."""
        columns = dict(COLUMNS)
        table = {"columns": columns}
        if self.role == "domain":
            model["domains"][name] = {"type": self.argument, "checks": {name + "_c": text}}
        elif self.role == "view":
            model["views"][name] = text
        elif self.role == "bounds":
            model["tables"][name] = {"partition_by": self.argument, "columns": columns}
            model["tables"][name + "_p"] = {"partition_of": name, "bounds": of_bounds(text)}
        else:
            model["tables"][name] = table
        if self.role == "check":
            table["checks"] = {name + "_c": text}
        elif self.role == "default":
            table["columns"] = {"x": {"type": self.argument, "default": text}}
        elif self.role == "generated":
            columns["x"] = {"type": self.argument, "generated": text}
        elif self.role == "predicate":
            table["indexes"] = {name + "_i": "(m) where " + text}
        elif self.role == "index":
            table["indexes"] = {name + "_i": of_index(text)}
        elif self.role == "policy":
            table["policies"] = {name: {"using": text}}
        elif self.role == "trigger":
            table["triggers"] = {name: "before update for each row when %s execute function touch()" % in_parentheses(text)}


def of_bounds(text):
    return text if text.lower().startswith("for values") else "for values " + text


def read_spellings(version):
    """[(place, text)] of the lines that hold on this server."""
    place, found = None, []
    for line in (pathlib.Path(__file__).parent / "spellings.txt").read_text().splitlines():
        if line.startswith("= "):
            place = Place(line[2:])
        elif line and not line.startswith("#"):
            only = re.match(r"(\d+)(?:\+|-(\d+)): ", line)
            if only and not int(only.group(1)) <= version <= int(only.group(2) or 99):
                continue
            found.append((place, line[only.end():] if only else line))
    return found


def ground_model():
    return {
        "schema": "public",
        "enums": {"mood": ["sad", "ok", "happy"]},
        "functions": {
            "positive(n integer)": {"returns": "boolean", "language": "sql", "volatility": "immutable", "body": "select n > 0"},
            "one()": {"returns": "integer", "language": "sql", "volatility": "stable", "body": "select 1"},
            "touch()": {"returns": "trigger", "language": "plpgsql", "body": "begin return new; end"}},
        "domains": {},
        "tables": {
            "parent": {"columns": {"id": "integer", "name": "text"}, "primary_key": "(id)"},
            "parent_of": {"columns": {"n": "integer"}},
            "t": {"columns": dict(COLUMNS)}},
        "views": {}}


def write_model(path, items):
    """items: [(name, place, text)]. JSON is YAML too, and needs no quoting rules."""
    model = ground_model()
    for name, place, text in items:
        place.into_model(model, name, text)
    path.write_text(json.dumps(model, indent=1))


# Makes a thing, reads it back and undoes it; NULL when the server refuses.
TRY = """
set client_min_messages = error;
create function pg_temp.try(make text, read text) returns text language plpgsql as $try$
declare printed text;
begin
    execute make;
    execute read into printed;
    raise exception using errcode = 'KEDGE', message = coalesce(printed, '');
exception
    when sqlstate 'KEDGE' then return translate(encode(convert_to(sqlerrm, 'UTF8'), 'base64'), E'\\n', '');
    when others then return null;
end $try$;
"""


def server_prints(url, items, version):
    """{name: what the server prints, encoded} for items [(name, place, text)]; those that it refuses are not in it."""
    script = [GROUND if version >= 14 else GROUND_BEFORE_14, TRY]
    for name, place, text in items:
        make, read = place.sql(text)
        script.append("select '%s ' || pg_temp.try($k%s$%s$k%s$, $k$%s$k$);" % (name, name, make, name, read))
    result = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url], input="\n".join(script),
                            capture_output=True, text=True, check=True)
    return dict(line.split(" ", 1) for line in result.stdout.splitlines() if line)
