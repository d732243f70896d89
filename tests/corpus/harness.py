"""What the suites of the corpus share: databases, kedge, dumps, refusals."""
import os
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


def unmodelled(stderr):
    return [line.split("not modelled: ", 1)[1] for line in stderr.splitlines() if "not modelled: " in line]


def inspect(folder, url, privileges):
    result = kedge(folder, url, "inspect", *(["--with", "owner,privileges"] if privileges else []))
    (folder / "model.yaml").write_text(result.stdout)
    return unmodelled(result.stderr)


def equal(what, wanted, got):
    lines = difference(wanted, got)
    if lines:
        raise Failed("%s\n      %s" % (what, "\n      ".join(lines)))


# What PostgreSQL itself has no way for; kedge's error says what to do. Anything else is a failure.
REFUSALS = {
    "[plan.partition-key]": "a table becomes partitioned, or ordinary, or gets another partition key",
    "[plan.view-of-itself]": "a view selects from itself",
}


def refusal(failure):
    """Why kedge refused, None when this is no refusal."""
    return next((why for code, why in REFUSALS.items() if code in str(failure)), None)
