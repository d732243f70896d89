"""What random schemas are made of: a world is a list of items, each a statement of its own, in an order in which they can be made.

An item refers to other items as objects, so a renamed one is named anew wherever it is used. A statement that the server refuses
falls out when the schema is loaded: the generator may be bold.
"""
import random

NASTY = ['Mixed Case', 'quo"te', "o'neil", 'select', 'user', 'Ünï çødé', '日本語', 'a--b', 'a/*b', '*/x', '$$', '$1', 'back\\slash', '100%', '%s', 'dot.ted',
         ' lead', 'trail ', 'new\nline', 'semi;colon', '1st', 'x' * 63, 'é' * 31, 'y' * 62, 'table', 'a,b', '(p)', '[0]', ':v', '"', "''", 'tab\t', '{x}', '#c',
         'null', 'true', 'a: b', '- l', 'x=1', 'order', 'group', 'default', 'check', 'primary', 'values', 'Value', 'interval', 'COLUMN', 'a\'b"c', '\\', 'key']


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def literal(text):
    text = str(text)
    return ("E" if "\\" in text else "") + "'" + text.replace("\\", "\\\\").replace("'", "''") + "'"


class E:
    """A text with items in it, in the places of ¤."""

    def __init__(self, text, *items):
        self.text, self.items = text, items
        assert text.count("¤") == len(items), text

    def __str__(self):
        parts = self.text.split("¤")
        return parts[0] + "".join(str(item) + part for item, part in zip(self.items, parts[1:]))


class Lit:
    """The name of an item, or another text, as a string literal."""

    def __init__(self, of):
        self.of = of

    def __str__(self):
        return literal(self.of)


def joined(items, by=", "):
    return by.join(str(i) for i in items)


class Item:
    prefix = "x"
    drop_weight = 1
    attributes = ()  # those that a mutation may roll anew

    def __init__(self, w, schema=None, name=None):
        self.id = w.next_id()
        self.schema = schema
        self.name = name or w.new_name(self.prefix)
        self.a = {}

    def roll_all(self, w):
        for attribute in self.attributes:
            self.roll(w, attribute)
        return self

    def roll(self, w, attribute):
        self.a[attribute] = getattr(self, "roll_" + attribute)(w)

    def __getattr__(self, name):
        # Only for what is not found otherwise: an attribute that was rolled.
        a = self.__dict__.get("a")
        if a is not None and name in a:
            return a[name]
        raise AttributeError(name)

    def __str__(self):
        return quoted(self.name) if not self.schema else "%s.%s" % (self.schema, quoted(self.name))

    @property
    def comment_on(self):
        return None

    def sql(self):
        raise NotImplementedError


class World:
    def __init__(self, seed, nasty=0.2):
        self.r = random.Random(seed)
        self.nasty = nasty
        self.items = []
        self.ids = 0
        self.names = 0
        self.taken = set()

    def next_id(self):
        self.ids += 1
        return self.ids

    def new_name(self, prefix):
        if self.chance(self.nasty):
            name = self.r.choice(NASTY)
            if name not in self.taken:
                self.taken.add(name)
                return name
        self.names += 1
        return "%s%d" % (prefix, self.names)

    def chance(self, p):
        return self.r.random() < p

    def choice(self, of):
        return self.r.choice(of)

    def some(self, of, least=1, most=3):
        of = list(of)
        return self.r.sample(of, min(len(of), self.r.randint(least, most)))

    def all(self, *classes):
        return [i for i in self.items if isinstance(i, classes)]

    def pick(self, *classes):
        found = self.all(*classes)
        return self.r.choice(found) if found else None

    def add(self, item):
        if item is not None:
            self.items.append(item)
        return item
