"""Other texts for an expression: some mean the same, some do not. The server says which."""
import re

TOKEN = re.compile(r"""
    (?P<string>(?:[eEbBxX]|[uU]&)?'(?:[^'\\]|''|\\.)*'|\$\$.*?\$\$)
  | (?P<quoted>"(?:[^"]|"")*")
  | (?P<comment>--[^\n]*|/\*.*?\*/)
  | (?P<number>\d+(?:\.\d+)?(?:e\d+)?)
  | (?P<word>[a-zA-Z_][a-zA-Z_0-9]*)
  | (?P<cast>::)
  | (?P<op>[-+*/<>=~!@\#%^&|?]+)
  | (?P<space>\s+)
  | (?P<punct>.)""", re.X | re.S)

SWAPS = [("<", "<="), (">", ">="), ("=", "<>"), ("!=", "="), ("+", "-"), ("*", "/"), ("and", "or"), ("~", "~*"), ("!~", "~"),
         ("like", "ilike"), ("->", "->>"), ("true", "false"), ("lower", "upper"), ("min", "max"), ("asc", "desc"),
         ("sum", "max"), ("union", "except"), ("rows", "range"), ("@>", "<@"), ("&&", "@>"), ("<<", ">>"),
         ("greatest", "least"), ("old", "new"), ("is", "is not"), ("not", ""), ("distinct", ""), ("all", ""),
         ("left", ""), ("recursive", ""), ("symmetric", ""), ("n", "id"), ("txt", "vc"), ("m", "n"), ("num", "d"), ("ts", "tz"),
         ("vc", "txt"), ("b", "not b"), ("dt", "ts"), ("arr", "array[1]"), ("value", "(value || '')"), ("desc", ""),
         ("first", "last"), ("both", "leading"), ("year", "month"), ("day", "hour"), ("materialized", ""), ("exists", "not exists"),
         ("current_user", "session_user"), ("now", "clock_timestamp"), ("int", "bigint"), ("integer", "bigint"), ("text", "varchar"),
         ("maxvalue", "1000"), ("minvalue", "-1000"), ("id", "id + 1"), ("coalesce", "nullif"), ("in", "not in"), ("any", "all")]
SWAP = {}
for left, right in SWAPS:
    SWAP.setdefault(left, []).append(right)
    if right:
        SWAP.setdefault(right, []).append(left)


def tokens(text):
    return [(m.lastgroup, m.group()) for m in TOKEN.finditer(text)]


def joined(parts):
    return "".join(text for _, text in parts)


def pairs_of_parentheses(parts):
    opened = []
    for i, (_, text) in enumerate(parts):
        if text == "(":
            opened.append(i)
        elif text == ")" and opened:
            yield opened.pop(), i


def bumped(text):
    return text[:-1] + str((int(text[-1]) + 1) % 10)


def mutants(text):
    """Texts that are one edit away and most often mean something else."""
    parts = tokens(text)
    found = []

    def put(i, new, end=None):
        found.append(joined(parts[:i]) + new + joined(parts[(i if end is None else end) + 1:]))

    for i, (kind, token) in enumerate(parts):
        if kind == "number":
            put(i, bumped(token))
            put(i, token + "0")
        elif kind == "string":
            put(i, token[:-1] + "z" + token[-1])
            put(i, token.swapcase() if not token.startswith(tuple("eEbBxXuU")) else token)
            digit = re.search(r"\d", token)
            if digit:
                put(i, token[:digit.start()] + bumped(digit.group()) + token[digit.end():])
            put(i, "'" + token[1:] if token[0] in "eE" else token[:1] + " " + token[1:])
        elif kind in ("word", "op"):
            for other in SWAP.get(token.lower(), []):
                put(i, other)
        elif kind == "cast" and i + 1 < len(parts):
            put(i, "", i + 1)
        elif kind == "quoted":
            put(i, token.upper())
    for opened, closed in pairs_of_parentheses(parts):
        inner = joined(parts[opened + 1:closed])
        put(opened, " " + inner + " ", closed)
        for word in re.finditer(r"(?i)\b(and|or)\b|[-+*/=<>]", inner):  # the border of a pair moved
            put(opened, inner[:word.start()] + word.group() + " (" + inner[word.end():] + ")", closed)
    return [m for m in dict.fromkeys(found) if m != text]


def quoted_column(text, columns):
    return '"%s"' % text.lower() if text.lower() in columns else text


def respelled(text, columns):
    """Texts that people could have written for the same."""
    parts = [p for p in tokens(text)]

    def each(change):
        return "".join(change(kind, token) for kind, token in parts)

    found = [
        each(lambda k, t: t.upper() if k == "word" else t),
        each(lambda k, t: t.swapcase() if k == "word" else t),
        each(lambda k, t: quoted_column(t, columns) if k == "word" else t),
        each(lambda k, t: "  \t " if k == "space" else t),
        each(lambda k, t: " %s " % t if k in ("op", "cast") or t in "(),[]" else t),
        each(lambda k, t: "" if k == "comment" else t),
        each(lambda k, t: t + " /* why; \" ' */" if k == "word" else t),
        each(lambda k, t: t + "\n-- why '\n" if t in "(," else t),
        each(lambda k, t: {"!=": "<>", "<>": "!="}.get(t, t)),
        each(lambda k, t: "$x$%s$x$" % t[1:-1].replace("''", "'") if k == "string" and t[0] == "'" else t),
        each(lambda k, t: "E'%s" % t[1:].replace("\\", "\\\\") if k == "string" and t[0] == "'" else t),
        re.sub(r"(?i)\b(\w+)::(\w+(?:\(\d+(?:,\d+)?\))?)(?![\w(\[:])", r"CAST(\1 AS \2)", text),
        re.sub(r"(?i)('[^']*')::(\w+)(?![\w(\[:])", r"CAST(\1 AS \2)", text),
        re.sub(r"(?i)('[^']*')::(\w+)(?![\w(\[:])", r"\1::\2::\2", text),
        re.sub(r"(?i)\bcast\s*\((\w+) as ([^()]+)\)", r"\1::\2", text),
        re.sub(r"(?i)\bin \((\d[\d, ]*)\)", r"= ANY (ARRAY[\1])", text),
        re.sub(r"(?i)::(int|integer|int4)\b", "::pg_catalog.int4", text),
        re.sub(r"(?i)::varchar\b", "::character varying", text),
        re.sub(r"(?i)\b(date|interval|timestamp) ('[^']*')", r"\2::\1", text),
        re.sub(r"(?<![\w.:\"'])(\d+)(?![\w.:\"'])", r"(\1)", text),
        re.sub(r"(?i)(?<![\w.\"'])(n|m|txt|vc|value)(?![\w.\"'(:])", r"(\1)", text),
        "(%s)" % text, "((%s\n))" % text, text + " -- why",
    ]
    if text.lower().startswith(("select", "with", "values")):
        found.append(text + " ;")
    return [f for f in dict.fromkeys(found) if f != text]
