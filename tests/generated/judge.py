"""One pair, judged; and failures made small."""
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import time

from dump import difference, dump
from generate import Pair
from harness import refusal, whole_model, with_database
from kinds import ROLES
from pq import Session, SqlError
from renames import declare
from rows import digests, seed_rows

SHRINK_SECONDS = 240
OPT_IN = ("foreign_data_wrappers", "servers", "languages", "transforms", "casts", "access_methods", "publications", "default_privileges")
SCHEMAS = "select quote_ident(nspname) from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'"


# What the server says when a row does not fit (classes 22 and 23; a text that becomes a regclass and the like must name something). The pair is
# tried again without rows: what has another cause fails again.
IN_THE_WAY = re.compile(
    "contains null values|does not allow null values|violated by some row|violates |no partition of relation|could not create (?:unique|exclusion)|duplicate key|is duplicated"
    "|could not identify a comparison function"  # an index over points in arrays, which is none as long as there is no row
    "|invalid input |invalid value|is not a valid |does not match type |out of range|value too long"
    r'|malformed (?!record literal: "\()'
    r'|(?:relation|type|role|schema|collation|function|text search \w+) "[^"]*" does not exist')


DENIED = re.compile(r"refuses materialized view [^\n]*: permission denied|permission denied[^\n]*\n[^\n]*CREATE MATERIALIZED VIEW")


class Failed(Exception):
    def __init__(self, title, text):
        super().__init__(title)
        self.title, self.text = title, text


class Verdict:
    def __init__(self, what, title="", text=""):
        self.what, self.title, self.text = what, title, text

    def sort(self):
        """What failures of one cause have in common, more or less."""
        found = re.findall(r"\[[a-z]+\.[a-z.-]+\]", self.text)
        lines = self.text.strip().splitlines() or [""]
        telling = [line[line.index(mark):] for line in lines for mark in ("error: ", "not proven: ") if mark in line]
        line = re.sub(r'"[^"]*"|\'[^\']*\'', "_", (telling or lines)[0])
        words = re.sub(r"\b\w*\d\w*\b|\S*[._]\S*", "_", line)
        return "%s: %s %s" % (self.title, " ".join(sorted(set(found))), words[:90])


class Result:
    """What was tried: the statements that the server took."""

    def __init__(self, privileges):
        self.a, self.b, self.rows, self.revision, self.privileges = [], [], [], "", privileges


class Judge:
    def __init__(self, kedge, name):
        self.kedge, self.name = kedge, name
        self.admin = Session(with_database("postgres"))
        self.given = self.taken = self.rows = 0
        for role in ROLES[:2]:
            try:
                self.admin("CREATE ROLE " + role)
            except SqlError:
                pass  # it is there

    def run(self, pair, rows=True):
        result = Result(pair.privileges)
        folder = pathlib.Path(tempfile.mkdtemp(prefix="generated-"))
        try:
            return self.judged(pair, rows, folder, result), result
        except Failed as failure:
            if rows and IN_THE_WAY.search(failure.text):
                verdict, without = self.without_rows(pair)
                if verdict.what != "failed":
                    why = re.sub(r'"[^"]*"', "_", IN_THE_WAY.search(failure.text).group(0))
                    return Verdict("refused", "rows are in the way of the %s: %s" % (failure.title, why)), without
            if DENIED.search(failure.text) and self.cannot_refresh():
                return Verdict("refused", "a materialized view that its owner cannot refresh: pg_dump could not bring it back either"), result
            return Verdict("failed", failure.title, failure.text), result
        except UnicodeDecodeError as broken:
            return Verdict("failed", "output", str(broken)), result
        except subprocess.TimeoutExpired as late:
            return Verdict("failed", "timeout", str(late)), result
        finally:
            shutil.rmtree(folder, ignore_errors=True)
            for end in "ab":
                self.admin('DROP DATABASE IF EXISTS "%s_%s" WITH (FORCE)' % (self.name, end))

    def cannot_refresh(self):
        """Whether there is a materialized view, on either side, that reads by way of a view what the owner of that may not."""
        for end in "ab":
            with Session(with_database("%s_%s" % (self.name, end))) as session:
                for (view,) in session("SELECT oid::regclass FROM pg_class WHERE relkind = 'm'"):
                    try:
                        session("REFRESH MATERIALIZED VIEW " + view)
                    except SqlError as refused:
                        if refused.state == "42501":
                            return True
        return False

    def without_rows(self, pair):
        """Without the rows that the proof makes up, too, where they are what is in the way: the old schema takes them."""
        verdict, result = self.run(pair, False)
        if verdict.what == "failed" and " fails: " in verdict.text and IN_THE_WAY.search(verdict.text):
            unproven = pair.of(pair.units)
            unproven.prove = False
            return self.run(unproven, False)
        return verdict, result

    def database(self, end, statements, keep):
        """A database of the statements, without those that the server refuses."""
        name = "%s_%s" % (self.name, end)
        self.admin('DROP DATABASE IF EXISTS "%s" WITH (FORCE)' % name)
        self.admin('CREATE DATABASE "%s" TEMPLATE template0' % name)
        url = with_database(name)
        with Session(url) as session:
            for statement in statements:
                if not statement:
                    continue
                self.given += 1
                try:
                    session(statement)
                    keep.append(statement)
                    self.taken += 1
                except SqlError:
                    pass
            schemas = [row[0] for row in session(SCHEMAS)]
        return url, schemas

    def run_kedge(self, folder, url, *args):
        env = dict(os.environ, DATABASE_URL=url, KEDGE_URL=url, SOURCE_DATE_EPOCH="1700000000")
        return subprocess.run([self.kedge, *args], cwd=folder, env=env, capture_output=True, text=True, timeout=120)

    def done(self, result, title):
        if result.returncode:
            text = (result.stderr + result.stdout).strip()
            raise Failed(title, "killed by signal %d\n%s" % (-result.returncode, text) if result.returncode < 0 else text)
        return result

    def equal(self, title, wanted, got):
        lines = difference(wanted, got)
        if lines:
            raise Failed(title, "\n".join(lines))

    def model(self, folder, url, privileges):
        made = self.done(self.run_kedge(folder, url, "inspect", *(["--with", "owner,privileges"] if privileges else [])), "inspect")
        lacks = [line for line in made.stderr.splitlines() if "not modelled" in line]
        if lacks:
            raise Failed("not modelled", "\n".join(lacks))
        (folder / "model.yaml").write_text(declare(whole_model(made.stdout, OPT_IN)))

    def judged(self, pair, with_rows, folder, result):
        live, schemas = self.database("a", [a for a, _ in pair.units], result.a)
        wanted, more = self.database("b", [b for _, b in pair.units], result.b)
        if with_rows:
            with Session(live) as session:
                result.rows = seed_rows(session)
                self.rows += len(result.rows)
        (folder / "kedge.yaml").write_text("model: model.yaml\nrevisions: revisions\n%sschemas: %s\n" % ("" if pair.prove else "shadow: none\n", json.dumps(sorted({*schemas, *more})).replace("$", "$$")))  # ${} is a variable there
        (folder / "revisions").mkdir()
        self.model(folder, wanted, pair.privileges)
        before, after = self.dump(live, pair), self.dump(wanted, pair)
        made = self.run_kedge(folder, live, "revision", "--autogenerate", "-m", "step", "--rev-id", "a1", *([] if pair.prove else ["--no-verify"]))
        errors = [line for line in made.stderr.splitlines() if "error: " in line]
        if made.returncode and errors and all(refusal(line) for line in errors):
            return Verdict("refused", refusal(errors[0]))
        self.done(made, "revision")
        if "not proven" in made.stderr:
            raise Failed("not proven", made.stderr)
        files = list((folder / "revisions").glob("*.sql"))
        if not files:
            self.equal("no revision", after, before)
            return Verdict("passed")
        result.revision = files[0].read_text()
        return self.there_and_back(pair, result, folder, live, wanted, before, after)

    def dump(self, url, pair):
        return dump(url, column_order=False, privileges=pair.privileges)

    def there_and_back(self, pair, result, folder, live, wanted, before, after):
        done = set(result.b)
        renamed = {of: to for why, of, to in pair.renamed if why <= done}
        kept, computed = digests(live, wanted, renamed), self.materialized(live)
        self.done(self.run_kedge(folder, live, "upgrade", "head"), "upgrade")
        self.equal("after the upgrade", after, self.dump(live, pair))
        self.survived("upgrade", kept, digests(live, wanted))
        self.fresh("upgrade", live, computed)
        self.done(self.run_kedge(folder, live, "check"), "second diff")
        computed = self.materialized(live)
        self.done(self.run_kedge(folder, live, "downgrade", "base"), "downgrade")
        self.equal("after the downgrade", before, self.dump(live, pair))
        self.survived("downgrade", kept, digests(live, wanted, renamed))
        self.fresh("downgrade", live, computed)
        return Verdict("passed")

    def materialized(self, url):
        with Session(url) as session:
            return dict(session("SELECT c.oid, c.oid::regclass FROM pg_class c WHERE relkind = 'm' AND relispopulated ORDER BY c.oid"))

    def fresh(self, direction, url, there):
        """New materialized views hold what their queries give."""
        with Session(url) as session:
            for oid, view in self.materialized(url).items():
                if oid in there:
                    continue
                rows = "SELECT count(*), md5(string_agg(r::text, ',' ORDER BY r::text)) FROM %s r" % view
                has = session(rows)
                try:
                    session("REFRESH MATERIALIZED VIEW " + view)
                except SqlError as refused:
                    if refused.state == "42501":
                        continue  # its owner may not
                    raise Failed("not refreshed after the " + direction, "%s: %s" % (view, refused))
                if has != session(rows):
                    raise Failed("stale after the " + direction, "%s: %s, its query: %s" % (view, has, session(rows)))

    def survived(self, direction, kept, now):
        lost = ["%s: %s, was %s" % (key, now.get(key), kept[key]) for key in kept if now.get(key) != kept[key]]
        if lost:
            raise Failed("rows lost in the " + direction, "\n".join(lost))


# --- shrinking


def reduced(units, test, change, of):
    """units with as many of their members changed by change as test allows; of: the numbers that come in question."""
    size = max(1, len(of) // 2)
    while of:
        at, progress = 0, False
        while at < len(of):
            part = of[at:at + size]
            trial = change(units, set(part))
            if test(trial):
                units, of, progress = trial, of[:at] + of[at + size:], True
            else:
                at += size
        if size == 1 and not progress:
            break
        size = max(1, size // 2)
    return units


def undone(units, part):
    return [(a, a) if i in part else (a, b) for i, (a, b) in enumerate(units)]


def removed(units, part):
    return [(None, None) if i in part else pair for i, pair in enumerate(units)]


def shrink(judge, pair, sort, verdict, result):
    """The fewest mutations, then the fewest objects, for which the failure stays of its sort."""
    best, until = [verdict, result], time.time() + SHRINK_SECONDS
    rows, units = False, pair.units

    def fails(trial):
        if time.time() > until:
            return False
        v, r = judge.run(pair.of(trial), rows)
        if v.what != "failed" or v.sort().split(":")[0] != sort.split(":")[0] or not similar(v.sort(), sort):
            return False
        best[:] = [v, r]
        return True

    before = pair.prove
    pair = Pair(units, pair.privileges, verdict.title == "not proven", pair.renamed)
    if not fails(units):
        rows, pair.prove = True, before
    for _ in range(2):
        units = reduced(units, fails, undone, [i for i, (a, b) in enumerate(units) if a != b])
        units = reduced(units, fails, removed, [i for i, (a, b) in enumerate(units) if a or b])
    return best


def similar(one, other):
    """The same words, but for two."""
    one, other = set(one.split()), set(other.split())
    return len(one ^ other) <= 2
