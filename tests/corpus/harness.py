"""What the suites of the corpus share: databases, kedge, dumps, refusals."""
import collections
import os
import re
import subprocess
import time
import urllib.parse

from dump import difference, dump

ARGS = None  # of the run, set by it


class Failed(Exception):
    pass


def configure_run(args):
    global ARGS
    ARGS = args


def with_database(name):
    url = urllib.parse.urlsplit(os.environ["DATABASE_URL"])
    return urllib.parse.urlunsplit(url._replace(path="/" + name))


def psql(url, *args, stdin=None, stop=False):
    return subprocess.run(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=%d" % stop, url, *args], input=stdin, capture_output=True, text=True)


def drop(*names):
    psql(with_database("postgres"), *(x for n in names for x in ("-c", 'drop database if exists "%s" with (force)' % n)))


def databases(*names):
    """New databases, one process for all."""
    made = psql(with_database("postgres"), *(x for n in names for x in (
        "-c", 'drop database if exists "%s" with (force)' % n, "-c", "create database \"%s\" template template0 encoding 'UTF8'" % n)))
    if "ERROR" in made.stderr:
        raise Failed(made.stderr)
    return [with_database(name) for name in names]


def kedge(folder, url, *args, expect=0):
    env = dict(os.environ, DATABASE_URL=url, KEDGE_URL=url, SOURCE_DATE_EPOCH="1700000000")
    started = time.time()
    result = subprocess.run([ARGS.kedge, *args], cwd=folder, env=env, capture_output=True, text=True, timeout=1200)
    result.seconds = time.time() - started
    if result.returncode != expect:
        lines = (result.stderr or result.stdout).strip().splitlines()
        raise Failed("kedge %s: exit %d\n      %s" % (" ".join(args), result.returncode, "\n      ".join(lines[:14])))
    return result


def configure(folder, *lines):
    (folder / "kedge.yaml").write_text("\n".join(["model: model.yaml", "revisions: revisions", "shadow: none", *lines]) + "\n")
    (folder / "revisions").mkdir(exist_ok=True)


# Revisions by how far they were proven; those that were not, or not over rows, with the reason.
PROOFS = collections.Counter()
UNPROVEN = []

# Why a revision may be left unproven. Anything else is a failure.
UNPROVABLE = {
    r'role "[^"]*" does not exist': "a role that the server of the proof does not have",
}
# What is said of a proof that holds: rows that were not as it wants them, none that could be made.
SAID = ("proven, but for rows", "proven on empty tables", "not proven with rows in")


def autogenerate(folder, url, message, revision):
    """Generates a revision, which must be proven in both directions."""
    made = kedge(folder, url, "--shadow", "create", "revision", "--autogenerate", "-m", message, "--rev-id", revision)
    files = list((folder / "revisions").glob(revision + "*"))
    why = next((line.split("not proven: ", 1)[1] for line in made.stderr.splitlines() if "not proven: " in line), None)
    if not files:
        return made
    if not why:
        text = files[0].read_text()
        said = next((s for s in SAID if "-- " + s in text), None)
        PROOFS[said or "proven over rows"] += 1
        if said in SAID[1:]:
            UNPROVEN.append("%s: %s" % (urllib.parse.urlsplit(url).path[1:], next(line[3:] for line in text.splitlines() if line.startswith("-- " + said))))
        return made
    reason = next((r for pattern, r in UNPROVABLE.items() if re.search(pattern, why)), None)
    if not reason:
        raise Failed("not proven: " + why)
    PROOFS["not proven"] += 1
    UNPROVEN.append("%s: %s (%s)" % (urllib.parse.urlsplit(url).path[1:], reason, why))
    return made


def proofs():
    """Lines for the summary."""
    return ["%d of %d revisions proven up and down: %s" % (sum(n for k, n in PROOFS.items() if k != "not proven"), sum(PROOFS.values()),
            ", ".join("%d %s" % (n, k) for k, n in PROOFS.most_common()))] + ["      " + line for line in UNPROVEN]


def unmodelled(stderr):
    return [line.split("not modelled: ", 1)[1] for line in stderr.splitlines() if "not modelled: " in line]


def inspect(folder, url, privileges):
    result = kedge(folder, url, "inspect", *(["--with", "owner,privileges"] if privileges else []))
    (folder / "model.yaml").write_text(result.stdout)
    return unmodelled(result.stderr)


SHORT_SERVER = r"""^(servers:\n  (?:'(?:[^'\n]|'')*'|"(?:[^"\\\n]|\\.)*"|[^\s'"][^\n]*?):) ([^\s{][^\n]*(?:\n {4,}[^\n]*)*)\n"""  # name: wrapper, perhaps in several lines


def whole_model(text, groups):
    """The model, which says of every group that it leaves out that there is nothing of it."""
    if "user_mappings:" not in text:  # of a server, and one that says so speaks for all
        text = re.sub(SHORT_SERVER, lambda m: "%s\n    wrapper: %s\n" % (m.group(1), m.group(2).replace("\n", "\n    ")), text, flags=re.M)
        text = re.sub(r"^(servers:\n  [^\n]*:\n)", r"\1    user_mappings: {}\n", text, flags=re.M)
    return text + "".join("%s: {}\n" % g for g in groups if not re.search("^%s:" % g, text, re.M))


def equal(what, wanted, got):
    lines = difference(wanted, got)
    if lines:
        raise Failed("%s\n      %s" % (what, "\n      ".join(lines)))


# What PostgreSQL itself has no way for; kedge's error says what to do. Anything else is a failure.
REFUSALS = {
    "[plan.partition-key]": "a table with children of its own, or foreign partitions, gets another partition key",
    "[plan.view-of-itself]": "a view selects from itself",
    "[plan.type-in-use]": "two types that need each other's columns change together",
}


def refusal(failure):
    """Why kedge refused, None when this is no refusal."""
    return next((why for code, why in REFUSALS.items() if code in str(failure)), None)
