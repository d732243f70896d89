# shellcheck shell=bash
# Two sides of a comparison: model, YAML, database, revision, base, SQL; most of it without a database.

# Two revisions, and a model that has more.
sides() {
    kedge -q init
    printf 'schema: public\ntables:\n  t:\n    columns: {id: bigint primary key}\n    checks: {t_id: id between 1 and 10}\n' >schema.yaml
    kedge -q revision -m one --autogenerate --from revisions --rev-id aaaa00000001 >/dev/null || fail 'no first revision'
    sed -i 's/id: bigint primary key/id: bigint primary key, note: text/' schema.yaml
    kedge -q revision -m two --autogenerate --from revisions --rev-id aaaa00000002 >/dev/null || fail 'no second revision'
    export LIVE=$DATABASE_URL
    unset DATABASE_URL KEDGE_URL
}
case_side_revisions() {
    sides
    code 0 kedge check --from revisions
    err_has 'what the revisions lead to is as the model says'
    code 0 kedge revision -m three --autogenerate --from revisions
    err_has 'no difference between what the revisions lead to and the model'
    sed -i 's/note: text/note: text, more: integer/' schema.yaml
    code 1 kedge check --from revisions
    out_has '+ column public.t.more'
    code 1 kedge check --from aaaa00000001
    out_has '+ column public.t.note'
    code 0 kedge revision -m three --autogenerate --from revisions --rev-id aaaa00000003 -v
    err_has 'proven on a shadow, up and down'
    code 0 kedge check --from revisions
    grep -q 'kedge:revises aaaa00000002' revisions/aaaa00000003_three.sql || fail 'it follows nothing'
    # without it, a database is needed
    code 2 kedge check
    code 2 kedge check --from nothing-of-the-kind
    err_has 'nothing-of-the-kind'
    code 2 kedge check --from missing.yaml
    err_has 'there is no "missing.yaml"'
}
case_side_diff() {
    sides
    code 1 kedge diff base aaaa00000001
    out_has '+ table public.t'
    code 1 kedge diff aaaa00000001 heads --format sql
    out_has 'ALTER TABLE public.t ADD COLUMN note text;'
    code 1 kedge diff heads aaaa00000001 --format sql
    out_has 'DROP COLUMN note'
    code 0 kedge diff revisions model
    code 0 kedge diff model heads
    # two models, each in its own spelling
    sed 's/id between 1 and 10/10>=id and id>=1/; s/note: text/note: text, other: text/' schema.yaml >other.yaml
    code 1 kedge diff schema.yaml other.yaml -v
    out_has '+ column public.t.other'
    out_has '~ check public.t.t_id'
    sed 's/id between 1 and 10/(id>=1) and (id<=10)/' schema.yaml >other.yaml
    code 0 kedge diff schema.yaml other.yaml -v
    err_has ' 0 unconfirmed'
    code 1 kedge diff other.yaml base --format sql
    out_has 'DROP TABLE public.t;'
    mkdir folder
    cp other.yaml folder/
    code 0 kedge diff folder heads
    # a database, by its URL
    code 1 kedge diff "$LIVE" heads
    out_has '+ table public.t'
    kedge -q --url "$LIVE" upgrade
    code 0 kedge diff "$LIVE" heads
    code 0 kedge diff heads "$LIVE"
    code 0 kedge diff model "$LIVE"
    code 1 kedge diff "$LIVE" aaaa00000001 --format json
    out_json
}
# What pg_dump writes, with rows, owners and privileges of roles that are not there.
case_side_sql() {
    sides
    kedge -q --url "$LIVE" upgrade
    psql -X -q "$LIVE" -c 'create role "some one"; alter table t owner to "some one"; grant select on t to "some one"' -c "insert into t values (1, E'a;b\\tc'), (2, '\\.')" \
        -c "create function f() returns text language sql as 'select \$\$copy t from stdin;\$\$::text'" || fail 'not prepared'
    if ! pg_dump "$LIVE" >dump.sql 2>dump.err; then
        ! grep -q 'version mismatch' dump.err || skip 'no pg_dump of this version'
        fail "$(cat dump.err)"
    fi
    psql -X -q "$LIVE" -c 'drop owned by "some one"' -c 'drop role "some one"'
    code 1 kedge diff heads dump.sql
    out_has '+ function public.f()'
    out_lacks 'table'
    code 1 kedge diff dump.sql model
    out_has '- function public.f()'
    code 1 kedge check --from dump.sql
    err_has 'dump.sql differs from the model: 1 difference'
    printf '\\connect other\nselect 1;\n' >connect.sql
    code 2 kedge diff connect.sql model
    err_has 'connect.sql:1:1: error: "\connect" is a command of psql, not SQL'
    printf 'create table a (id int);\n\ncreate table b (id nothing);\n' >wrong.sql
    code 2 kedge diff wrong.sql model
    err_has 'wrong.sql:3:1: error: '
    err_has 'type "nothing" does not exist'
}
# A revision that grants to a role of the real server.
case_side_roles() {
    sides
    sed -i 's/^-- kedge:downgrade/GRANT SELECT ON t TO "a ""role";\nALTER TABLE t OWNER TO owner_of_all;\n\n&/' revisions/aaaa00000002_two.sql
    code 0 kedge check --from revisions
    code 1 kedge diff base heads
}
