"""Rows for the tables of a random schema, and what became of them."""
from pq import Session, SqlError
from world import literal, quoted

COLUMNS = """
select format('"%s"."%s"', replace(n.nspname, '"', '""'), replace(c.relname, '"', '""')), c.relkind, a.attname, coalesce(b.typcategory, t.typcategory), a.attgenerated <> '' or a.attidentity = 'a', a.attnotnull or t.typnotnull,
       coalesce(b.typname, t.typname), (select enumlabel from pg_enum where enumtypid = coalesce(b.oid, t.oid) order by enumsortorder limit 1),
       format_type(a.atttypid, a.atttypmod), coalesce(b.typnamespace, t.typnamespace) = 'pg_catalog'::regnamespace and t.typtype = 'b' and a.attgenerated = ''
  from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  left join pg_type t on t.oid = a.atttypid left join pg_type b on b.oid = t.typbasetype
 where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relname !~ '^kedge_'
 order by 1, a.attnum"""


def some_value(i, category, type, label):
    if type == "uuid":
        return "'00000000-0000-0000-0000-00000000000%d'" % i
    if type in ("json", "jsonb", "xml"):
        return "'%d'" % i
    if category == "D":
        return "'2020-01-0%d'" % i if type not in ("time", "timetz") else "'0%d:00'" % i
    if category == "N":
        return str(i) if not type.startswith("reg") else "'pg_class'"
    return {"S": "'%d'" % i, "B": "true", "T": "'%d hours'" % i, "A": "'{}'", "R": "'empty'", "E": literal(label) if label else None}.get(category)


def tables(session):
    found = {}
    for row in session(COLUMNS):
        found.setdefault((row[0], row[1]), []).append(row[2:])
    return found


def inserts(table, columns):
    for i in (1, 2, 3):
        values = []
        for name, category, fixed, _, type, label, _, _ in columns:
            value = some_value(i, category, type, label) if name and fixed == "f" else None
            if value is not None:
                values.append((quoted(name), value))
        if values:
            yield "INSERT INTO %s (%s) VALUES (%s)" % (table, ", ".join(n for n, _ in values), ", ".join(v for _, v in values))


def seed_rows(session):
    """The statements that the server took. Keys are the same everywhere, so that foreign keys hold."""
    waiting = [s for (table, _), columns in tables(session).items() for s in inserts(table, columns)]
    done = []
    for _ in range(4):
        refused = []
        for statement in waiting:
            try:
                session(statement)
                done.append(statement)
            except SqlError:
                refused.append(statement)
        if not refused or len(refused) == len(waiting):
            break
        waiting = refused
    return done


def digests(live, wanted, renamed=None):
    """{what: its count or digest}, of tables that are there on both sides, and of their columns of the same plain type.

    renamed: {(table, column or None) of live: the same of wanted}.
    """
    found, renamed = {}, renamed or {}
    with Session(wanted) as other:
        second = tables(other)
    with Session(live) as session:
        for (table, kind), columns in tables(session).items():
            there = renamed.get((table, None), (table, None))[0]
            if kind != "r" or (there, kind) not in second:
                continue
            same = {(c[0], c[6]) for c in second[there, kind] if c[7] == "t"}
            named = [(c[0], renamed.get((table, c[0]), (there, c[0]))[1], c) for c in columns if c[7] == "t"]
            parts = ["'rows', count(*)::text"] + ["%s, md5(string_agg(%s::text, ',' order by %s::text))" % (literal("column " + to), quoted(of), quoted(of))
                                                  for of, to, c in named if (to, c[6]) in same]
            row = session("select %s from only %s" % (", ".join(parts), table))[0]
            found.update(zip(("%s %s" % (there, what) for what in row[::2]), row[1::2]))
    return found
