# shellcheck shell=bash
# Several databases and tenants in one call.

url_of() { printf '%s' "${DATABASE_URL/\/case_*\?//$1?}"; }

fleet_project() { # two databases of their own, and four tenants
    mkdir revisions
    cat >revisions/a1.sql <<'SQL'
-- first
-- kedge:revision a1
-- kedge:upgrade
CREATE TABLE t (id integer);
-- kedge:downgrade
DROP TABLE t;
SQL
    cat >revisions/a2.sql <<'SQL'
-- second
-- kedge:revision a2
-- kedge:revises a1
-- kedge:upgrade
INSERT INTO t VALUES (1);
ALTER TABLE t ADD COLUMN b integer;
-- kedge:downgrade
ALTER TABLE t DROP COLUMN b;
SQL
    sql "create database $1_eu" && sql "create database $1_us" || fail 'no databases'
    cat >kedge.yaml <<YAML
environments:
  eu: {url: "$(url_of "$1_eu")"}
  us: {url: "$(url_of "$1_us")"}
  shared:
    url: "$DATABASE_URL"
    tenants: {query: "select 'tenant_' || i from generate_series(1, 4) i"}
YAML
}
at() { psql -X -q -At "$(url_of "$1")" -c "select string_agg(version_num, ',') from $2.kedge_version"; }

case_fleet_all() {
    fleet_project "$FUNCNAME"
    code 0 kedge upgrade --all -j 3
    out_has 'shared/tenant_4'
    err_has 'shared/tenant_2: a1 -> a2  second'
    err_has '6 of 6 done'
    [ "$(at "$FUNCNAME"_us public)" = a2 ] || fail 'us'
    [ "$(at "$FUNCNAME" tenant_3)" = a2 ] || fail 'tenant_3'
    [ "$(sql 'select count(*) from tenant_3.t')" = 1 ] || fail 'the rows of tenant_3'
    code 0 kedge downgrade -1 --env shared --all
    out_lacks eu
    [ "$(at "$FUNCNAME" tenant_1)" = a1 ] || fail 'tenant_1 is not at a1'
    code 0 kedge upgrade --env shared --tenant tenant_1
    [ "$(at "$FUNCNAME" tenant_1) $(at "$FUNCNAME" tenant_2)" = 'a2 a1' ] || fail 'only one tenant'
}
case_fleet_status() {
    fleet_project "$FUNCNAME"
    code 1 kedge status --all -j 3
    out_has 'what to do'
    err_has '0 of 6 up to date'
    code 0 kedge upgrade --all -j 3
    code 0 kedge status --all -j 3
    err_has '6 of 6 up to date'
    code 0 kedge downgrade -1 --env shared --tenant tenant_2
    code 1 kedge status --all -j 3
    grep -Eq '^shared/tenant_2 +behind +1 +a1 .*Run kedge upgrade\.$' "$work/out" || fail 'tenant_2'
    err_has '5 of 6 up to date'
    code 1 kedge status --env shared --tenant tenant_2
    out_has 'at: a1'
    code 0 kedge current --env shared --tenant tenant_1
    out_is 'a2 (head)'
    code 0 kedge history --runs --env shared --tenant tenant_2
    out_has downgrade
    sql "insert into tenant_3.kedge_version values ('zz')"
    printf '  gone: {url: "%s"}\n' "$(url_of no_such)" >>kedge.yaml
    code 2 kedge status --all --format json
    python3 - "$work/out" <<'PY' || fail 'the report'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
states = {t["target"]: t["state"] for t in lines[-1]["targets"]}
assert states == {"eu": "up to date", "us": "up to date", "gone": "failed", "shared/tenant_1": "up to date",
    "shared/tenant_2": "behind", "shared/tenant_3": "unknown revision", "shared/tenant_4": "up to date"}, states
assert [l["pending"] for l in lines if l["event"] == "status" and l["target"] == "shared/tenant_2"] == [["a2"]]
PY
}
# One fails, the others are done; the next run goes on.
case_fleet_failure_and_again() {
    fleet_project "$FUNCNAME"
    code 0 kedge upgrade a1 --all
    sql 'insert into tenant_2.t values (1); create unique index on tenant_2.t (id)'
    code 2 kedge upgrade --all -j 2
    err_has 'shared/tenant_2: revisions/a2.sql:5:1: error: duplicate key'
    err_has '5 of 6 done; run again to go on with the others'
    [ "$(at "$FUNCNAME" tenant_2)" = a1 ] || fail 'tenant_2 moved'
    [ "$(at "$FUNCNAME" tenant_4)" = a2 ] || fail 'tenant_4 did not'
    sql 'delete from tenant_2.t'
    code 0 kedge upgrade --all -j 2
    [ "$(at "$FUNCNAME" tenant_2)" = a2 ] || fail 'tenant_2 did not move'
}
case_fleet_stop_on_error() {
    fleet_project "$FUNCNAME"
    code 0 kedge upgrade a1 --all
    sql 'insert into tenant_1.t values (1); create unique index on tenant_1.t (id)'
    code 2 kedge upgrade --all --stop-on-error
    out_has 'not begun'
    [ "$(at "$FUNCNAME" tenant_4)" = a1 ] || fail 'tenant_4 was run'
}
case_fleet_json() {
    fleet_project "$FUNCNAME"
    code 0 kedge upgrade --all -j 4 --format json
    err_empty
    python3 - "$work/out" <<'PY' || fail 'the report'
import json, sys
lines = [json.loads(line) for line in open(sys.argv[1])]
report = lines[-1]
assert report["event"] == "report" and report["failed"] == 0, report
assert [t["rows"] for t in report["targets"]] == [["a2"]] * 6, report
assert all("target" in line for line in lines[:-1])
assert sum(line["event"] == "step_end" for line in lines) == 12
PY
}
case_fleet_targets_in_order() {
    fleet_project "$FUNCNAME"
    sed -i '1i targets: [us, eu]' kedge.yaml
    code 0 kedge upgrade --all
    [ "$(awk 'NR > 1 {print $1}' "$work/out" | tr '\n' ' ')" = 'us eu ' ] || fail "$(cat "$work/out")"
}
case_fleet_databases() {
    fleet_project "$FUNCNAME"
    cat >kedge.yaml <<YAML
url: "$DATABASE_URL"
tenants:
  schemas: [one]
  databases: [${FUNCNAME}_eu, ${FUNCNAME}_us]
YAML
    code 0 kedge upgrade --all -j 3
    err_has '3 of 3 done'
    [ "$(at "$FUNCNAME"_eu public)$(at "$FUNCNAME" one)" = a2a2 ] || fail 'not all'
}
# What cannot be reached is a failure of its own.
case_fleet_unreachable() {
    fleet_project "$FUNCNAME"
    cat >>kedge.yaml <<YAML
  gone: {url: "$(url_of no_such)"}
  broken: {url: "$(url_of no_such)", tenants: {query: select 1}}
  wrong: {url: "\${NO_SUCH_VARIABLE}"}
YAML
    code 2 kedge upgrade --all
    err_has '6 of 9 done'
    out_has 'cannot connect'
    out_has 'NO_SUCH_VARIABLE'
}
case_fleet_nothing_to_go_through() {
    project
    code 2 kedge upgrade --all
    err_has 'nothing that --all could go through'
    code 2 kedge upgrade --all --url "$DATABASE_URL"
    err_has '--all does not go with'
}
case_fleet_needs_a_table_each() {
    fleet_project "$FUNCNAME"
    sed -i '1i version_table: public.kedge_version' kedge.yaml
    code 2 kedge upgrade --env shared --all
    err_has 'every tenant needs a table of its own'
}
case_fleet_interrupted() {
    fleet_project "$FUNCNAME"
    sed -i 's/INSERT INTO t VALUES (1);/INSERT INTO t SELECT 1 FROM pg_sleep(20);/' revisions/a2.sql
    kedge upgrade --all -j 2 >"$work/out" 2>"$work/err" </dev/null &
    local pid=$!
    for _ in $(seq 100); do
        [ "$(sql "select count(*) from pg_stat_activity where query like '%pg_sleep(20)%' and pid <> pg_backend_pid()")" = 2 ] && break
        sleep 0.1
    done
    kill -TERM "$pid"
    wait "$pid"
    [ $? = 2 ] || fail 'exit code'
    out_has 'interrupted'
    out_has 'not begun'
    [ "$(at "$FUNCNAME"_eu public)" = a1 ] || fail 'eu'
}
