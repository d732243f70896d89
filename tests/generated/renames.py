"""Renames that the model declares: B says of what has another name than in A, or is in another schema, what it was.

The model comes from `kedge inspect`, which knows of no renames: in B the renamed objects bear a comment that says it, beside which renamed_from is put.
"""
import json
import re

import kinds as k
import relations as t
from world import quoted

# the constructors of a range type keep their names, so it is made anew; and there is no ALTER ACCESS METHOD
MADE_ANEW = (k.Range, k.AccessMethod)
MARK = re.compile(r"comment: was ([0-9a-f]+)$|comment: was ([0-9a-f]+)(?=[,}])", re.M)


def every(world):
    for item in world.items:
        yield item
        yield from getattr(item, "inline", ())


def former(old, new):
    """What renamed_from has to say, or None."""
    schema, was = new.schema, old.schema
    if isinstance(old, k.Schema):
        return None if "public" in (old.name, new.name) or old.name == new.name else quoted(old.name)
    if schema is not None and schema.id != was.id:
        return "%s.%s" % (was, quoted(old.name))
    return quoted(old.name) if old.name != new.name else None


def mark(item, text):
    name = item.comment_name() if hasattr(item, "comment_name") else str(item)
    return "COMMENT ON %s %s IS 'was %s'" % (item.comment_on, name, text.encode().hex())


def marks(a, b):
    """{id: statement} of all that B calls otherwise."""
    old = {item.id: item for item in every(a)}
    found = {}
    for item in every(b):
        was = old.get(item.id)
        if type(was) is not type(item) or item.comment_on is None or isinstance(item, MADE_ANEW):
            continue
        try:
            text = former(was, item)
            if text:
                found[item.id] = mark(item, text)
        except (AttributeError, IndexError, TypeError):
            pass  # it lost what it needs
    return found


def declare(model):
    """The model with renamed_from beside each mark."""
    def put(found):
        start = model.rfind("\n", 0, found.start()) + 1
        before = model[start:found.start()]
        text = json.dumps(bytes.fromhex(found.group(1) or found.group(2)).decode(), ensure_ascii=False)
        return found.group(0) + ("\n%srenamed_from: %s" if not before.strip() else "%s, renamed_from: %s") % (before if not before.strip() else "", text)
    return MARK.sub(put, model)


def translations(a, b, marked):
    """[(statements without which it is not so, (table, column or None) of A, the same of B)]."""
    old = {item.id: item for item in every(a)}
    found = []

    def needed(item):
        return {marked[item.id]} if item.id in marked else set()

    for item in every(b):
        was = old.get(item.id)
        table = item.table if isinstance(item, t.Column) else item
        if type(was) is not type(item) or not isinstance(table, t.Table):
            continue
        why = needed(table.schema) | needed(table) | needed(item)
        column = isinstance(item, t.Column)
        if why:
            found.append((why, (str(was.table if column else was), was.name if column else None), (str(table), item.name if column else None)))
    return found
