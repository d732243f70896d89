"""The texts of a model in other words that are certainly the same: the file is kept but for them."""
import json
import re

import yaml

from rewrite import tokens

# group: {object: {field: expression}} and group: {object: short form}, with or without a table's group: {table: {…}} around them.
FIELDS = {"expression", "using", "check", "where", "default", "generated", "query", "condition", "bounds", "partition_by"}
GROUPS = {"columns", "checks", "indexes", "exclusions", "triggers", "rules", "views", "materialized_views", "domains"}


def each(change):
    return lambda text: "".join(change(kind, token) for kind, token in tokens(text))


def cast_literals(text):
    parts, out, i = tokens(text), [], 0
    while i < len(parts):
        ahead = [token for _, token in parts[i:i + 4]] + ["", ""]
        if parts[i][0] == "string" and ahead[1] == "::" and re.fullmatch(r"\w+", ahead[2]) and not re.match(r"[\s\[(.:]", ahead[3]):
            out.append("CAST(%s AS %s)" % (ahead[0], ahead[2]))
            i += 3
        else:
            out.append(ahead[0])
            i += 1
    return "".join(out)


WAYS = [
    each(lambda k, t: t.upper() if k == "word" else t),
    each(lambda k, t: t.swapcase() if k == "word" else t),
    each(lambda k, t: "  \n " if k == "space" else t),
    each(lambda k, t: " %s " % t if k in ("op", "cast") or t in "()," else t),
    each(lambda k, t: "/* it's */ " + t if k in ("word", "op") else t),
    each(lambda k, t: t + " -- \"why\n" if t == "," else t),
    each(lambda k, t: {"<>": "!="}.get(t, t)),
    each(lambda k, t: "E'%s" % t[1:].replace("\\", "\\\\") if k == "string" and t[0] == "'" else t),
    cast_literals,
    lambda text: re.sub(r"::(integer|bigint|boolean)\b(?!\[)", lambda m: {"integer": "::int4", "bigint": ":: Int8", "boolean": "::BOOL"}[m.group(1)], text),
]
IN_PARENTHESES = FIELDS - {"query", "bounds", "partition_by"}


def scalars(node, path=()):
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from scalars(value, path + (key.value,))
    elif isinstance(node, yaml.ScalarNode):
        yield path, node
    else:
        for value in node.value:
            yield from scalars(value, path)


def is_expression(path):
    """Objects have odd depths: a table can be named like a field, and a column like a group."""
    if len(path) in (3, 5):
        return path[-1] in FIELDS
    return len(path) in (2, 4) and path[-2] in GROUPS


def respell(text, random):
    """The model's text, re-spelled, and how many of its texts are other ones now."""
    out, done, changed = [], 0, 0
    for path, node in scalars(yaml.compose(text, Loader=yaml.BaseLoader)):
        if not is_expression(path) or node.value in ("", "true", "false"):
            continue
        other = node.value
        for way in random.sample(WAYS, 3):
            other = way(other)
        if len(path) % 2 and path[-1] in IN_PARENTHESES and random.random() < 0.3:
            other = "(%s)" % other
        if other == node.value:
            continue
        changed += 1
        out += [text[done:node.start_mark.index], json.dumps(other)]
        done = node.end_mark.index
        if text[done - 1:done] == "\n":
            out.append("\n")
    return "".join(out) + text[done:], changed
