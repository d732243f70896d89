# shellcheck shell=bash
# upgrade, downgrade, current, history, status, stamp, check: with a database.

two_revisions() {
    project_with_revision
    cat >revisions/bbbb00000002_phone.sql <<'SQL'
-- add phone
--
-- kedge:revision bbbb00000002
-- kedge:revises aaaa00000001

-- kedge:upgrade
ALTER TABLE public.users ADD COLUMN phone text;

-- kedge:downgrade
ALTER TABLE public.users DROP COLUMN phone;
SQL
}

case_run_up_and_down() {
    two_revisions
    code 0 kedge upgrade
    out_empty
    err_has '<base> -> aaaa00000001  first'
    err_has 'aaaa00000001 -> bbbb00000002  add phone  (1 statement, '
    code 0 kedge current
    out_is 'bbbb00000002 (head)'
    code 0 kedge downgrade -1
    err_has 'bbbb00000002 -> aaaa00000001'
    code 0 kedge upgrade +1
    code 0 kedge downgrade base
    code 0 kedge current
    out_empty
    err_has 'at base'
    [ "$(sql "select count(*) from pg_tables where tablename = 'users'")" = 0 ] || fail 'the table is still there'
}
case_run_nothing_to_do() {
    project_with_revision
    kedge -q upgrade
    code 0 kedge upgrade
    err_has 'nothing to do: the database is at aaaa00000001'
}
case_run_partial_id() {
    two_revisions
    code 0 kedge upgrade aaaa
    code 0 kedge current
    out_is aaaa00000001
}
case_run_unknown_target() {
    project_with_revision
    code 2 kedge upgrade nonsense
    err_has nonsense
}
case_run_quiet() {
    project_with_revision
    code 0 kedge upgrade -q
    out_empty
    err_empty
}
case_run_events_as_json() {
    two_revisions
    code 0 kedge upgrade --format json
    err_empty
    while read -r line; do
        python3 -c 'import json, sys; json.loads(sys.argv[1])' "$line" || fail "no JSON: $line"
    done <"$work/out"
    out_has '"event"'
}
case_run_failure() {
    project
    cat >revisions/b1_bad.sql <<'SQL'
-- bad
--
-- kedge:revision b1

-- kedge:upgrade
CREATE TABLE public.left_behind (a integer);
SELECT no_such_function();

-- kedge:downgrade
DROP TABLE public.left_behind;
SQL
    code 2 kedge upgrade
    out_empty
    err_has 'revisions/b1_bad.sql:7'
    err_has 'no_such_function'
    [ "$(sql "select count(*) from pg_tables where tablename = 'left_behind'")" = 0 ] || fail 'the table is there'
    code 1 kedge status
    out_has 'failed'
    code 0 kedge current
    out_empty
}
case_run_history() {
    two_revisions
    code 0 kedge history
    out_has 'aaaa00000001 -> bbbb00000002 (head), add phone'
    out_has '<base> -> aaaa00000001, first'
    code 0 kedge history -v
    out_has 'Rev: bbbb00000002 (head)'
    out_has 'Path: revisions/bbbb00000002_phone.sql'
    kedge -q upgrade +1
    code 0 kedge history -i
    out_has 'aaaa00000001 (current)'
    code 0 kedge history -r current:head
    out_has 'add phone'
    code 0 kedge history -r -1:
    code 0 kedge history --format json
    out_json
}
case_run_history_creates_nothing() {
    project_with_revision
    code 0 kedge history -i
    [ "$(sql 'select count(*) from pg_tables where schemaname = $$public$$')" = 0 ] || fail 'a table was created'
}
case_run_heads_and_show() {
    two_revisions
    code 0 kedge heads
    out_is 'bbbb00000002 (head)'
    code 0 kedge show aaaa
    out_has 'Rev: aaaa00000001'
    out_has 'Parent: <base>'
    code 0 kedge show head --content
    out_has 'ADD COLUMN phone'
    code 2 kedge show nonsense
    out_empty
}
case_run_status() {
    two_revisions
    code 1 kedge status
    out_has 'pending: '
    kedge -q upgrade
    code 0 kedge status
    out_has 'up to date'
    code 0 kedge status --format json
    out_json
    sed -i 's/phone text/phone varchar/' revisions/bbbb00000002_phone.sql
    code 1 kedge status
    out_has 'edited: bbbb00000002'
}
case_run_current_check_heads() {
    two_revisions
    code 1 kedge current --check-heads
    kedge -q upgrade
    code 0 kedge current --check-heads
    code 0 kedge current -v
    out_has 'Path: '
}
case_run_stamp() {
    two_revisions
    code 0 kedge stamp head
    err_has 'nothing was run'
    code 0 kedge current
    out_is 'bbbb00000002 (head)'
    code 0 kedge stamp base
    code 0 kedge current
    out_empty
}
case_run_unknown_row() {
    two_revisions
    kedge -q upgrade
    rm revisions/bbbb00000002_phone.sql
    code 2 kedge current
    err_has 'bbbb00000002'
    code 2 kedge current -v
    err_has 'it came by an upgrade of '
    err_has 'before it that has a file: aaaa00000001'
    err_has "git log --all -- '*bbbb00000002*'"
    sql "insert into kedge_version values ('ffff')"
    code 2 kedge current -v
    err_has 'kedge did not bring it here'
    code 2 kedge upgrade
    err_has 'bbbb00000002, ffff'
    code 0 kedge stamp --purge head
    code 0 kedge upgrade
}
case_run_ensure_version() {
    project
    code 0 kedge ensure-version
    code 0 kedge ensure-version
    [ "$(sql 'select count(*) from kedge_version')" = 0 ] || fail 'no version table'
}
case_run_version_table_of_alembic() {
    project
    echo 'version_table: alembic_version' >>kedge.yaml
    code 0 kedge revision -m first --autogenerate --rev-id a1
    code 0 kedge upgrade
    [ "$(sql 'select version_num from alembic_version')" = a1 ] || fail 'not in alembic_version'
    code 0 kedge check
}
case_run_offline() {
    two_revisions
    unset DATABASE_URL
    code 0 kedge upgrade --sql head
    err_empty
    out_has 'ON_ERROR_STOP'
    out_has 'ADD COLUMN phone'
    code 0 kedge downgrade --sql head:base
    out_has 'DROP COLUMN phone'
    code 2 kedge downgrade --sql base
    out_empty
}
# Whatever there is to say, the script is a script.
case_run_offline_no_word_in_the_script() {
    two_revisions
    kedge upgrade --sql base:head >plain.sql || fail 'no script'
    code 0 kedge -v upgrade --sql base:head
    cmp -s "$work/out" plain.sql || fail 'the script differs with -v'
    printf 'revisions: [revisions, revisions]\n' >twice.yaml
    kedge -c twice.yaml upgrade --sql base:head >"$work/out" 2>"$work/err"
    [ ! -s "$work/out" ] || cmp -s "$work/out" plain.sql || fail 'a warning is in the script'
    printf -- '-- kedge:revision c3\n-- kedge:revises nowhere\n-- kedge:upgrade\n' >revisions/c3.sql
    code 2 kedge upgrade --sql base:aaaa00000001
    out_empty
    err_has nowhere
}
case_run_offline_several() {
    two_revisions
    printf -- '-- other\n-- kedge:revision c1\n-- kedge:upgrade\nCREATE TABLE c1 ();\n-- kedge:downgrade\nDROP TABLE c1;\n' >revisions/c1.sql
    kedge upgrade --sql bbbb c1 >up.sql || fail 'no script'
    psql -X -q "$DATABASE_URL" -f up.sql >"$work/out" 2>"$work/err" || fail 'psql does not run it'
    code 0 kedge status
    psql -X -q "$DATABASE_URL" -f up.sql >"$work/out" 2>"$work/err" && fail 'it runs twice'
    err_has 'this script starts at {}, and the database is at {bbbb00000002,c1}'
    kedge downgrade --sql heads:aaaa >down.sql || fail 'no script'
    psql -X -q "$DATABASE_URL" -f down.sql >"$work/out" 2>"$work/err" || fail 'psql does not run it'
    code 0 kedge current
    out_has aaaa00000001
}
case_run_offline_script_runs_in_psql() {
    two_revisions
    kedge upgrade --sql head >up.sql || fail 'no script'
    psql -X -q "$DATABASE_URL" -f up.sql >"$work/out" 2>"$work/err" || fail 'psql does not run it'
    code 0 kedge current
    out_is 'bbbb00000002 (head)'
    code 0 kedge downgrade base
}
case_run_no_server() {
    project
    code 2 kedge upgrade --url 'postgresql://u:secret@/x?host=/nowhere'
    err_has '/nowhere'
    err_lacks secret
    code 2 kedge check --url 'postgresql://u:secret@/x?host=/nowhere'
    out_empty
    err_lacks secret
}
case_run_no_database() {
    project
    code 2 kedge upgrade --url "${DATABASE_URL/case_/nowhere_}"
    err_has 'nowhere_'
}
case_run_role_without_rights() {
    project_with_revision
    sql 'drop role if exists nobody_at_all'
    sql 'create role nobody_at_all login'
    sql 'revoke create on schema public from public' # everybody may before 15
    code 2 kedge upgrade --url "${DATABASE_URL/postgres@/nobody_at_all@}"
    err_has 'permission denied'
    [ "$(sql "select count(*) from pg_tables where tablename = 'users'")" = 0 ] || fail 'the table is there'
    sql 'drop role nobody_at_all'
}
case_check_clean_and_drift() {
    project_with_revision
    kedge -q upgrade
    code 0 kedge check
    out_empty
    sql 'create index by_hand on users (email)'
    code 1 kedge check
    out_has 'by_hand'
    err_has ': 1 difference'
    sql 'create table another (a int, b int)'
    code 1 kedge check
    err_has ': 2 differences'
    sql 'drop table another'
    code 1 kedge check --format json
    out_json
    code 1 kedge check --format github
    out_has '::error file=schema.yaml'
    code 1 kedge diff
    out_has 'by_hand'
    code 1 kedge diff --format sql
    out_has 'DROP INDEX'
    code 1 kedge diff --format json
    out_json
}
case_check_strict() {
    project_with_revision
    kedge -q upgrade
    sql "create table counted (id int generated always as identity); comment on sequence counted_id_seq is 'x'"
    kedge -q inspect -o schema.yaml
    code 0 kedge check
    err_has 'not modelled: '
    code 2 kedge check --strict
    code 0 kedge diff
    code 2 kedge diff --strict
    err_has 'docs/coverage.md'
    code 2 kedge revision -m none --autogenerate --strict
    echo "ignore: ['sequence .*']" >>kedge.yaml
    code 0 kedge check --strict
    err_lacks 'not modelled: '
    code 0 kedge diff --strict
    code 0 kedge revision -m none --autogenerate --strict
}
case_check_ignore() {
    project_with_revision
    kedge -q upgrade
    sql 'create table tmp_one (a int primary key)'
    code 1 kedge check
    echo "ignore: ['table public\\.tmp_.*']" >>kedge.yaml
    code 0 kedge check
    sql 'create table other (a int)'
    code 1 kedge check
    echo "only: ['table public\\.users']" >>kedge.yaml
    code 0 kedge check
    sql 'create index by_hand on users (email)'
    code 1 kedge check
}
case_sandbox_exit_code() {
    code 7 kedge sandbox -- sh -c 'exit 7'
    code 0 kedge sandbox -- sh -c 'psql -X "$DATABASE_URL" -c "select 1"'
    code 127 kedge sandbox -- /nowhere/no-such-program
    err_has 'no-such-program'
}
case_sandbox_signal() {
    local before
    sandboxes() { find "$TMPDIR" -maxdepth 1 -name 'kedge-sandbox-*' | wc -l; }
    before=$(sandboxes)
    kedge sandbox -- sleep 60 >"$work/out" 2>"$work/err" &
    local pid=$!
    for _ in $(seq 100); do
        ! pgrep -P "$pid" -x sleep >/dev/null || break
        sleep 0.1
    done
    kill "$pid"
    wait "$pid" && fail 'exit code 0 after a signal'
    [ "$(sandboxes)" -eq "$before" ] || fail 'the sandbox is still there'
}
case_run_strange_names() {
    project
    local names='"a""b; drop table x --"' newline=$'"two\nlines"' long
    long="\"$(printf 'ü%.0s' $(seq 31))\""
    sql "create table $names (\"c'd\" int primary key, $newline text); create table $long (\"-- kedge:downgrade\" int primary key)"
    kedge inspect -o schema.yaml || fail 'inspect'
    code 0 kedge check
    sql 'create database copy_of_strange_names'
    local copy=${DATABASE_URL/$(sql 'select current_database()')/copy_of_strange_names}
    code 0 kedge --url "$copy" revision -m $'strange\n-- kedge:upgrade' --autogenerate --rev-id s1
    code 0 kedge --url "$copy" upgrade
    code 0 kedge --url "$copy" check
    psql -X -q "$copy" -c "alter table $names add column $(printf '"\033[31mred"') int" || fail 'no red column'
    code 1 kedge --url "$copy" check
    out_lacks $'\033'
    code 0 kedge --url "$copy" downgrade base
    sql 'drop database copy_of_strange_names'
}
