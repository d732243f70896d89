"""The system catalogs as a set of objects: the judge where pg_dump is older than the server.

Each row of each catalog that a user's object has, with every reference to another row spelled as that one's name, and every
expression as the server's own deparser prints it. Which columns are references the server says (pg_get_catalog_foreign_keys),
so that what a new version brings is compared without a word here.
"""
import json
import os
import re
import subprocess

OURS = re.compile(r"\bkedge_(version|history)")
# Counters, addresses of storage, hints that are brought up to date later; what is derived from the rest.
LEFT_OUT = {
    "pg_class": "relpages reltuples relallvisible relallfrozen relfilenode reltoastrelid relfrozenxid relminmxid relhasindex relhasrules"
                " relhastriggers relhassubclass relnatts relrewrite relispopulated",
    "pg_attribute": "attnum attcacheoff atthasmissing attmissingval attndims",
    "pg_index": "indcheckxmin indkey indcollation indclass indoption",
    "pg_enum": "enumsortorder",
    "pg_extension": "extconfig extcondition",
    "pg_type": "typarray",
    "pg_trigger": "tgargs",
    "pg_inherits": "inhseqno",
}
# Texts instead of parse trees.
DEFINITIONS = {
    "pg_class": "pg_get_expr(t.relpartbound, t.oid)",
    "pg_attrdef": "pg_get_expr(t.adbin, t.adrelid)",
    "pg_constraint": "pg_get_constraintdef(t.oid)",
    "pg_index": "pg_get_indexdef(t.indexrelid)",
    "pg_proc": "case when t.prokind <> 'a' then pg_get_functiondef(t.oid) end",
    "pg_rewrite": "pg_get_ruledef(t.oid)",
    "pg_trigger": "pg_get_triggerdef(t.oid)",
    "pg_policy": "concat_ws(' with check ', pg_get_expr(t.polqual, t.polrelid), pg_get_expr(t.polwithcheck, t.polrelid))",
    "pg_statistic_ext": "pg_get_statisticsobjdef(t.oid)",
    "pg_partitioned_table": "pg_get_partkeydef(t.partrelid)",
    "pg_type": "pg_get_expr(t.typdefaultbin, 0)",
    "pg_publication_rel": "pg_get_expr(t.prqual, t.prrelid)",
    "pg_enum": "rank() over (partition by t.enumtypid order by t.enumsortorder)::text",
}
# Types and owners for acldefault().
ACL_DEFAULTS = {
    "pg_class": ("case t.relkind when 'S' then 's' else 'r' end::\"char\"", "relowner"),
    "pg_proc": ("'f'", "proowner"),
    "pg_type": ("'T'", "typowner"),
    "pg_namespace": ("'n'", "nspowner"),
    "pg_language": ("'l'", "lanowner"),
    "pg_foreign_data_wrapper": ("'F'", "fdwowner"),
    "pg_foreign_server": ("'S'", "srvowner"),
}
# Dropped columns and system ones; rows that the server makes by itself, under names of its own.
ONLY = {
    "pg_attribute": "t.attnum > 0 and not t.attisdropped and exists (select from pg_class c where c.oid = t.attrelid and (c.relkind in"
                    " ('r', 'p', 'f', 'v', 'm', 'c') or c.relkind in ('i', 'I') and t.attstattarget <> -1))",
    "pg_class": "t.relnamespace <> 99",
    "pg_index": "(select c.relnamespace from pg_class c where c.oid = t.indrelid) <> 99",
    "pg_constraint": "not (t.contype = 'f' and t.conparentid <> 0)",
    "pg_operator": "t.oprcode <> 0",  # shells
    "pg_trigger": "not t.tgisinternal",
    "pg_type": "not (t.typcategory = 'A' and exists (select from pg_type e where e.typarray = t.oid))"
               " and not exists (select from pg_class c where c.oid = t.typrelid and c.relkind <> 'c')",
    "pg_namespace": "t.nspname !~ '^pg_'",
}
NOT_COMPARED = {"pg_depend", "pg_shdepend", "pg_description", "pg_shdescription", "pg_seclabel", "pg_statistic", "pg_statistic_ext_data",
                "pg_init_privs", "pg_largeobject", "pg_largeobject_metadata", "pg_subscription", "pg_subscription_rel"}

CATALOGS = """
select json_agg(json_build_object('name', c.relname, 'columns', (select json_agg(json_build_array(a.attname, a.atttypid::regtype) order by a.attnum)
         from pg_attribute a where a.attrelid = c.oid and a.attnum > 0)))
from pg_class c where c.relnamespace = 11 and c.relkind = 'r' and not c.relisshared"""
REFERENCES = "select json_agg(json_build_object('t', fktable::text, 'c', fkcols, 'p', pktable::text, 'a', is_array)) from pg_get_catalog_foreign_keys()"

queries = {}


def ask(url, sql):
    env = dict(os.environ, PGOPTIONS="-c search_path= -c row_security=off -c jit=off")
    return subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", url], input=sql, env=env, check=True, capture_output=True,
                          text=True).stdout


def version(url):
    """Of the server; there is one in a run."""
    if "version" not in queries:
        queries["version"] = int(ask(url, "show server_version_num"))
    return queries["version"]


def column_sql(table, name, kind, references, privileges):
    """The column as text that means the same in another database, or None."""
    column = "t." + name
    if kind in ("pg_node_tree", "pg_ndistinct", "pg_dependencies", "pg_mcv_list") or name in LEFT_OUT.get(table, "").split():
        return None
    if (table, name) == ("pg_publication_rel", "prattrs"):
        return "(select array_agg(a.attname order by a.attnum) from pg_attribute a where a.attrelid = t.prrelid and a.attnum = any (t.prattrs))::text"
    if kind == "aclitem[]":
        # Not stated is the same as the default stated.
        stated = "coalesce(%s, acldefault(%s, t.%s))" % (column, *ACL_DEFAULTS[table]) if table in ACL_DEFAULTS else column
        return "(select array_agg(x::text order by x::text) from unnest(%s) x)::text" % stated if privileges else None
    whole, last = references.get((table, (name,))), references.get((table, name))
    if whole:
        to, array = whole
        if to == "pg_authid" and not array and not privileges:
            return None
        one = "pg_describe_object('%s'::regclass, %%s, 0)" % to
        if not array:
            return one % column
        ordered = " order by 1" if name == "polroles" else ""
        return "(select array_agg(y) from (select %s as y from unnest(%s::oid[]) x%s) z)::text" % (one % "x", column, ordered)
    if last:
        relation, array = last
        one = "(select a.attname from pg_attribute a where a.attrelid = t.%s and a.attnum = %%s)" % relation
        return "(select array_agg(%s) from unnest(%s::int2[]) x)::text" % (one % "x", column) if array else one % column
    if name == "reloptions":
        return "(select array_agg(x order by x) from unnest(%s) x)::text" % column
    if (table, name) == ("pg_constraint", "connoinherit"):  # of keys, foreign ones too, it says how they came, not what they are
        return "case when t.contype in ('c', 'n') then t.connoinherit end"
    if (table, name) == ("pg_attribute", "attstorage"):  # of a view it says what the type was when it was made
        return "case when (select c.relkind from pg_class c where c.oid = t.attrelid) not in ('v', 'c') then t.attstorage end"
    if (table, name) == ("pg_constraint", "conislocal"):  # of a NOT NULL the column says it
        return "case when t.contype <> 'n' then t.conislocal end"
    return column + "::text"


def catalog_sql(table, columns, references, privileges):
    first = columns[0][0]
    key = "pg_describe_object('%s'::regclass, t.oid, 0)" % table
    if first != "oid":
        key = "pg_describe_object('%s'::regclass, t.%s, 0)" % (references.get((table, (first,)), ("pg_class",))[0], first)
        if table == "pg_attribute":
            key = "pg_describe_object('pg_class'::regclass, t.attrelid, t.attnum)"
    elif table == "pg_enum":
        key = "concat(t.enumtypid::regtype, ' ', t.enumlabel)"
    elif table == "pg_default_acl":
        key = "concat(t.defaclrole::regrole, ' ', t.defaclobjtype)"
    values = ["'%s', %s" % (name, sql) for name, sql in
              ((name, column_sql(table, name, kind, references, privileges)) for name, kind in columns if name != "oid") if sql]
    if table in DEFINITIONS:
        values.append("'definition', " + DEFINITIONS[table])
    member = "" if first != "oid" else (" and not exists (select from pg_depend d where d.classid = '%s'::regclass and d.objid = t.oid"
                                        " and d.deptype = 'e')" % table)
    theirs = "(t.%s >= 16384%s)" % (first, " or t.oid = 2200" if table == "pg_namespace" else "")
    return "select json_build_array('%s', %s, json_strip_nulls(json_build_object(%s))) from pg_catalog.%s t where %s and %s%s" % (
        table, key, ", ".join(values), table, theirs, ONLY.get(table, "true"), member)


# What is left of dropped objects is not compared: DROP SUBSCRIPTION leaves the comment.
DESCRIPTIONS = """select json_build_array('%s', pg_describe_object(t.classoid, t.objoid, t.objsubid), json_build_object('text', %s))
 from pg_catalog.%s t where t.objoid >= 16384 and not exists (select from pg_depend d where d.classid = t.classoid and d.objid = t.objoid and d.deptype = 'e')
 and pg_describe_object(t.classoid, t.objoid, t.objsubid) is not null"""


def query(url, privileges):
    key = (version(url) // 10000, privileges)
    if key not in queries:
        references = {}
        for r in json.loads(ask(url, REFERENCES)):
            if len(r["c"]) == 1:
                references[r["t"], (r["c"][0],)] = r["p"], r["a"]
            else:
                references[r["t"], r["c"][1]] = r["c"][0], r["a"]
        skipped = NOT_COMPARED | (set() if privileges else {"pg_default_acl"})
        parts = [catalog_sql(c["name"], c["columns"], references, privileges) for c in json.loads(ask(url, CATALOGS)) if c["name"] not in skipped]
        parts.append(DESCRIPTIONS % ("pg_description", "t.description", "pg_description"))
        parts.append(DESCRIPTIONS % ("pg_seclabel", "t.provider || ' ' || t.label", "pg_seclabel"))
        queries[key] = "\nunion all\n".join(p.replace("json_build_array", "jsonb_build_array") for p in parts)
    return queries[key]


def order(url):
    """Columns of tables in order."""
    return ask(url, "select jsonb_build_array('column order', attrelid::regclass, jsonb_build_object('columns', json_agg(attname order by attnum)))"
                    " from pg_attribute join pg_class c on c.oid = attrelid and c.relkind in ('r', 'p', 'f', 'c') where attrelid >= 16384 and attnum > 0"
                    " and not attisdropped group by attrelid")


def catalog(url, column_order=True, privileges=False):
    """{(catalog, '-', name): [text]}, in the form of dump()."""
    objects = {}
    for line in (ask(url, query(url, privileges)) + (order(url) if column_order else "")).splitlines():
        table, name, row = json.loads(line)
        if not OURS.search(line):
            text = "\n".join("%s = %s" % item for item in sorted(row.items()))
            objects.setdefault((table, "-", str(name)), []).append(text)
    return {k: sorted(v) for k, v in objects.items()}
