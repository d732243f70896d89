"""Old and new schemas from the tests of other tools, with rows: a -> b by a revision, and back by its downgrade."""
import fnmatch
import hashlib
import json
import re

from dump import dump
from harness import Failed, autogenerate, configure, databases, drop, equal, inspect, kedge, psql, refusal, unmodelled, whole_model

# Managed where the model has their group: a model without says nothing of them, these pairs mean that there are none.
GROUPS = ("access_methods", "casts", "default_privileges", "event_triggers", "foreign_data_wrappers", "languages", "publications", "servers",
          "subscriptions", "transforms")
ACCESS = re.compile(r"\b(grant|revoke|owner\s+to|authorization|default\s+privileges)\b", re.I)

# One line a table: name, types of its columns, rows. Generated columns are not data.
ROWS = r"""
set search_path = '';
select format('select %L || E''\t'' || %L || E''\t'' || coalesce(jsonb_agg(t)::text, ''[]'') from only %I.%I t',
    c.oid::regclass::text,
    (select coalesce(jsonb_object_agg(a.attname, pg_catalog.format_type(a.atttypid, a.atttypmod)), '{}')
     from pg_catalog.pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '')::text,
    n.nspname, c.relname)
from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relname !~ '^kedge_'
order by 1 \gexec
"""


def rows(url):
    """{table: (types, rows)}"""
    result = psql(url, "-A", "-t", stdin=ROWS)
    lines = [line.split("\t", 2) for line in result.stdout.splitlines() if line.count("\t") >= 2]
    return {name: (json.loads(types), json.loads(data)) for name, types, data in lines}


def survived(when, kept, now, between=None):
    """Every table that is still there has its rows; columns of the same name and type have their values."""
    for table, (types, data) in kept.items():
        if not data or table not in now or (between is not None and table not in between):
            continue
        columns = [c for c in types if now[table][0].get(c) == types[c] and (between is None or between[table][0].get(c) == types[c])]
        values = [sorted(json.dumps([row[c] for c in columns]) for row in some) for some in (data, now[table][1])]
        if values[0] != values[1]:
            raise Failed("rows of %s did not survive %s\n      %s\n      %s" % (table, when, values[0][:3], values[1][:3]))


def schemas(*urls):
    """The schemas of databases, for kedge.yaml: a schema that goes must be managed too."""
    sql = "select quote_ident(nspname) from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"
    return sorted({name for url in urls for name in psql(url, "-A", "-t", "-c", sql).stdout.splitlines()})


class NotLoaded(Exception):
    pass


def load(url, *texts):
    for text in filter(None, texts):
        result = psql(url, stdin=text, stop=True)
        if "pg_authid_rolname_index" in result.stderr:  # another job has just made the role, before all else
            result = psql(url, stdin=text, stop=True)
        if result.returncode:
            raise NotLoaded(result.stderr.strip().splitlines()[0])


def whole(folder, groups):
    path = folder / "model.yaml"
    path.write_text(whole_model(path.read_text(), groups))


# What PostgreSQL has no way for, or kedge does not do on purpose, and yet goes on with: docs/pairs.md.
KEPT = "a column or check that a child table said itself once stays its own"
SECRETS = "values of secret options are not compared"
SECRET = re.compile(r"^\s*\S*(passw|passfile|secret|token|credential|private_?key|access_?key|api_?key)\S* '", re.I)


def lines_of(texts):
    return [line.rstrip(",") for text in texts for line in text.splitlines()]


def kept_own(key, wanted, got):
    """Only more of what a table that inherits says itself."""
    if wanted is None or got is None or key[0] != "TABLE" or "INHERITS (" not in "".join(got):
        return False
    return not set(lines_of(wanted)) - set(lines_of(got))


def default_kept(key, got, all_got):
    """A default of its own stands in the table then."""
    table = all_got.get(("TABLE", key[1], key[2].split(" ")[0]))
    return key[0] == "DEFAULT" and got is None and table is not None and "INHERITS (" in "".join(table)


def excuses(wanted, got):
    """Why two dumps differ, where there is a good reason for each difference; raises where there is none."""
    reasons, left = set(), {}
    for key in set(wanted) | set(got):
        w, g = wanted.get(key), got.get(key)
        if w == g:
            continue
        if kept_own(key, w, g) or default_kept(key, g, got):
            reasons.add(KEPT)
        elif w and g and [x for x in lines_of(w) if not SECRET.match(x)] == [x for x in lines_of(g) if not SECRET.match(x)]:
            reasons.add(SECRETS)
        else:
            left[key] = (w, g)
    return reasons, {k: w for k, (w, g) in left.items() if w}, {k: g for k, (w, g) in left.items() if g}


def check(folder, live):
    """Texts that the server spells otherwise each time are proven equal by a shadow."""
    try:
        kedge(folder, live, "check")
    except Failed as failure:
        if "shadow.unconfirmed" not in str(failure):
            raise
        kedge(folder, live, "--shadow", "create", "check")


def forth_and_back(folder, live, wanted, access, groups):
    """What is not modelled does not end it: the rest is run and compared all the same, and so more is seen."""
    configure(folder, "schemas: " + json.dumps(schemas(live, wanted)))
    lacks = inspect(folder, wanted, access)
    whole(folder, groups)
    reasons = set()

    def same(when, old, new):
        why, old, new = excuses(old, new)
        reasons.update(why)
        equal(when, old, new)

    before, after, data = (dump(live, column_order=False, privileges=access), dump(wanted, column_order=False, privileges=access), rows(live))
    try:
        made = autogenerate(folder, live, "step", "a1")
        lacks += unmodelled(made.stderr)
        kedge(folder, live, "upgrade", "head")
        same("after the upgrade", after, dump(live, column_order=False, privileges=access))
        now = rows(live)
        survived("the upgrade", data, now)
        check(folder, live)
        kedge(folder, live, "downgrade", "base")
        same("after the downgrade", before, dump(live, column_order=False, privileges=access))
        survived("the downgrade", data, rows(live), now)
    except Failed as failure:
        why = refusal(failure)
        if why:
            return "refused", [why]
        if lacks:
            return "outside", sorted(set(lacks)) + str(failure).splitlines()
        raise
    verdict = "outside" if lacks else "refused" if reasons else "passed"
    return verdict, sorted(set(lacks)) + sorted(reasons) + ["the rest is equal"]


def pair(subject, folder):
    case, back, groups = subject
    old, new, seed = ("b", "a", "seed_b") if back else ("a", "b", "seed")
    name = "pair_" + hashlib.sha256((case["meta"]["source"] + case["case"]).encode()).hexdigest()[:12] + "_b" * back
    live, wanted = databases(name, name + "_w")
    try:
        if "event trigger" in case[old].lower(): # it may forbid what makes kedge's own tables
            kedge(folder, live, "ensure-version")
        load(live, case[old], case[seed])
        load(wanted, case[new])
        return forth_and_back(folder, live, wanted, bool(ACCESS.search(case["a"] + case["b"])), groups)
    except NotLoaded as why:
        return "unloaded", [str(why)]
    finally:
        drop(name, name + "_w")


def pairs(corpus, reference, names, every):
    groups = [g for g in GROUPS if "## `%s`" % g in reference]
    cases = []
    for path in sorted((corpus / "pairs").glob("*.jsonl")):
        for line in path.read_text().splitlines():
            case = json.loads(line)
            if not names or any(fnmatch.fnmatch(x, n) for x in (path.stem, case["case"]) for n in names):
                cases.append((path.stem, "%s %s" % (path.stem, case["case"]), pair, (case, False, groups)))
                if case.get("seed_b"):
                    cases.append((path.stem, "%s %s (b to a)" % (path.stem, case["case"]), pair, (case, True, groups)))
    return cases[::every]
