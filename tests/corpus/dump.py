"""pg_dump --schema-only as a set of objects, so that two databases can be compared without regard to order; the system catalogs
themselves where pg_dump is older than the server."""
import re
import subprocess

import catalog

HEAD = re.compile(r"^-- Name: (.*); Type: (.*); Schema: (.*); Owner: .*$")
# The server prints what it made of IN ('a', 'b') so that it reads it back as another spelling of the same.
LIST = re.compile(r"\(ARRAY\[((?:'(?:[^']|'')*'::character varying(?:, )?)+)\]\)::text\[\]")
ITEM = re.compile(r"('(?:[^']|'')*'::character varying)")
# A boolean of a view as somebody spelled it.
SWITCH = re.compile(r"(security_(?:barrier|invoker))='(?:on|yes|1)'")
# Extended statistics keep the numbers of their columns, ascending, so that pg_dump prints them in the order of the table's columns, whatever
# CREATE STATISTICS said; expressions come after them, in an order of their own.
STATISTICS = re.compile(r'^(CREATE STATISTICS .*? ON )((?:(?:[a-z_][a-z0-9_$]*|"(?:[^"]|"")*")(?:, (?!\()|(?=, \(| FROM )))+)', re.DOTALL)
COLUMN = re.compile(r'[a-z_][a-z0-9_$]*|"(?:[^"]|"")*"')
# Said once for the tables that follow, if it is another than before.
METHOD = re.compile(r'^SET default_table_access_method = ("(?:[^"]|"")*"|[^;"]*);$', re.MULTILINE)
PARTITIONED = re.compile(r"^PARTITION BY ", re.MULTILINE)  # has none of its own; since 17 pg_dump says it
OURS = re.compile(r"\bkedge_(version|history)")
client = None


def client_major():
    """Of pg_dump, which refuses servers that are newer than itself."""
    global client
    if client is None:
        client = int(re.search(r"\) (\d+)", subprocess.run(["pg_dump", "-V"], check=True, capture_output=True, text=True).stdout).group(1))
    return client


def major(url):
    """Of the server."""
    return catalog.version(url) // 10000


def judge(url):
    """What tells whether two databases are equal."""
    return "pg_dump" if major(url) <= client_major() else "catalogs"


def dump(url, column_order=True, privileges=False):
    """What judge() says, of kedge's own tables nothing. column_order=False: columns of a table as a set. privileges: with owners and
    privileges."""
    return (pg_dump if judge(url) == "pg_dump" else catalog.catalog)(url, column_order, privileges)


def pg_dump(url, column_order, privileges):
    """{(type, schema, name): [text]}."""
    text = subprocess.run(["pg_dump", "--schema-only", *([] if privileges else ["--no-owner", "--no-privileges"]), url],
                          check=True, capture_output=True, text=True).stdout
    objects, key, body, method = {}, None, [], None

    def keep():
        if key and not OURS.search(key[2]):
            lines = [line for line in body if line and not line.startswith(("--", "SET default_t", "\\"))]
            if key[0] in ("ACL", "DEFAULT ACL", "SECURITY LABEL"):
                lines = sorted(lines)
            if not column_order and key[0] in ("TABLE", "TYPE", "FOREIGN TABLE"):
                lines = sorted(line.rstrip(",") for line in lines)
            if not column_order and key[0] == "STATISTICS":
                lines = [STATISTICS.sub(lambda m: m.group(1) + ", ".join(sorted(COLUMN.findall(m.group(2)))), "\n".join(lines))]
            if key[0] in ("TABLE", "MATERIALIZED VIEW") and not PARTITIONED.search("\n".join(body)):
                lines.append("USING %s" % of_method)
            objects.setdefault(key, []).append("\n".join(lines))

    text = SWITCH.sub(r"\1='true'", text)
    text = LIST.sub(lambda m: "ARRAY[%s]" % ITEM.sub(r"(\1)::text", m.group(1)), text)
    text = METHOD.sub(lambda m: m.group(0).replace("\n", "\\n"), text)
    of_method = None  # of the object at hand
    for line in text.splitlines():
        said = METHOD.match(line)
        method = said.group(1) if said else method
        match = HEAD.match(line)
        if match:
            keep()
            of_method = method
            key, body = (match.group(2), match.group(3), match.group(1)), []
        elif key:
            body.append(line)
    keep()
    # The schema public is there or not said of, depending on the server's version and its comment.
    objects.pop(("SCHEMA", "-", "public"), None)
    return {k: sorted(v) for k, v in objects.items()}


def difference(wanted, got, limit=12):
    """Lines that tell the difference, none when equal."""
    lines = []
    for key in sorted(set(wanted) | set(got)):
        w, g = wanted.get(key), got.get(key)
        if w == g:
            continue
        name = "%s %s.%s" % key
        if g is None:
            lines.append("missing   " + name)
        elif w is None:
            lines.append("too much  " + name)
        else:
            lines.append("differs   " + name)
            a, b = "\n".join(w).splitlines(), "\n".join(g).splitlines()
            lines += ["    - " + x for x in a if x not in b][:4] + ["    + " + x for x in b if x not in a][:4]
            if sorted(a) == sorted(b):
                lines.append("    (same lines in another order)")
    return lines[:limit] + (["... %d more lines" % (len(lines) - limit)] if len(lines) > limit else [])
