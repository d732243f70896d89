# shellcheck shell=bash
# import: Alembic's revisions go on as ours. With its command where that is installed, and without.

# py ID PARENTS LABELS DEPENDS UPGRADE DOWNGRADE: a revision file as Alembic writes it.
py() {
    mkdir -p alembic/versions
    cat >"alembic/versions/$1_step.py" <<PY
"""step $1

Revision ID: $1
Create Date: 2024-05-06 07:08:09.123456

"""
from typing import Sequence, Union
from alembic import op
import sqlalchemy as sa

revision: str = "$1"
down_revision: Union[str, None] = $2
branch_labels = $3
depends_on: Union[str, Sequence[str], None] = $4


def upgrade() -> None:
    $5


def downgrade() -> None:
    $6
PY
}
# The shape of the history that the cases share; a1 makes a table, the others add a column each.
column() { py "$1" "$2" "$3" "$4" "op.add_column('account', sa.Column('$1', sa.Text(), server_default='it''s'))" "op.drop_column('account', '$1')"; }
alembic_project() {
    command -v alembic >/dev/null || skip 'alembic is not installed'
    "$(sed -n '1s/^#! *\([^ ]*\).*/\1/p' "$(command -v alembic)")" -c 'import psycopg2' 2>/dev/null || skip 'psycopg2 for Python is not installed'
    alembic init alembic >/dev/null 2>&1 || fail 'alembic init'
    local url=${DATABASE_URL//%/%%}
    sed -i "s|^sqlalchemy.url.*|sqlalchemy.url = ${url//&/\\&}|" alembic.ini
    py a1 None None None "op.create_table('account', sa.Column('id', sa.BigInteger, primary_key=True), sa.Column('name', sa.Text, nullable=False))" "op.drop_table('account')"
    column b1 '"a1"' '("billing",)' None
    column b2 "'b1'" None None
    column s1 '"a1"' '"shop"' None
    column s2 '"s1"' None '"b1"'
    py m1 '("b2", "s2")' None None pass pass
    py t1 None '["tools"]' None "op.execute('create table tool (id int)')" "op.execute('drop table tool')"
    column h1 '"m1"' None '("tools",)'
}
ids() { awk '{print $1}' | sort | tr '\n' ' '; }
# agree "ID ... ": kedge current prints these rows; so does alembic current, which adds what a row brings along by a
# dependency as "(effective head)".
agree() {
    local theirs ours extra
    kedge current 2>/dev/null | ids >ours
    alembic current 2>/dev/null >theirs
    ours=$(cat ours)
    theirs=$(ids <theirs)
    [ "$ours" = "$1" ] || fail "kedge is at $ours, not at $1"
    for extra in $theirs; do
        [[ " $ours" == *" $extra "* ]] || grep -q "^$extra (effective head)" theirs || fail "alembic is at $theirs, kedge at $ours"
    done
    for extra in $ours; do
        [[ " $theirs" == *" $extra "* ]] || fail "alembic is at $theirs, kedge at $ours"
    done
}
schema_of() { pg_dump --schema-only --no-owner -T kedge_history -T alembic_version "$1" | grep -v '^--\|SCHEMA public\|^\\\|^SET\|^SELECT\|^$'; }

case_import_project() {
    alembic_project
    { alembic upgrade s1 && alembic upgrade b2; } >alembic.log 2>&1 || fail "alembic upgrade: $(tail -3 alembic.log)"
    code 0 kedge import alembic
    out_has 'revisions/a1_step.sql'
    err_has '8 revisions taken over'
    err_has 'version_table: alembic_version'
    code 0 kedge heads
    out_has 'h1'
    code 0 kedge show s2
    out_has 'Also depends on: b1'
    agree 'b2 s1 '
    code 0 kedge inspect -o schema.yaml
    code 0 kedge validate
    # The same database goes on, by either.
    code 0 kedge upgrade s2
    agree 'b2 s2 '
    code 0 kedge upgrade m1
    agree 'm1 '
    alembic upgrade heads >/dev/null 2>&1 || fail 'alembic does not go on'
    agree 'h1 '
    code 0 kedge upgrade heads
    err_has 'nothing to do'
    code 0 kedge downgrade m1
    agree 'm1 t1 '
    code 0 kedge downgrade billing@b1
    alembic upgrade heads >/dev/null 2>&1 || fail 'alembic does not go on again'
    agree 'h1 '
    schema_of "$DATABASE_URL" >here.sql
    # All of it by kedge alone, and back.
    psql -X -q "$SERVER_URL" -c 'create database import_alone template template0'
    local alone=${SERVER_URL/\/postgres\?//import_alone?}
    code 0 kedge upgrade heads --url "$alone"
    schema_of "$alone" >alone.sql
    diff -u <(sort here.sql) <(sort alone.sql) || fail 'another schema'
    code 0 kedge downgrade base --url "$alone"
    [ -z "$(schema_of "$alone")" ] || fail 'something is left'
    # Again: nothing is written over.
    code 0 kedge import alembic alembic --format json
    out_json
    out_has '"kept": 8'
    no_remains
}
# What Alembic cannot say offline is a TODO that refuses to run; what stands behind it comes all the same.
# Revisions in several folders, named as Alembic allows.
case_import_several_locations() {
    alembic_project
    mkdir billing 'more shop'
    mv alembic/versions/b*.py billing
    mv alembic/versions/s*.py 'more shop'
    sed -i 's|^version_path_separator.*|version_path_separator = os|; s|^# version_locations = .*:.*|version_locations = %(here)s/billing:more shop:%(script_location)s/versions|' alembic.ini
    alembic heads >/dev/null 2>alembic.log || fail "alembic: $(tail -1 alembic.log)"
    code 0 kedge import alembic .
    err_has '8 revisions taken over'
    [ "$(kedge heads | ids)" = "$(alembic heads --resolve-dependencies 2>/dev/null | ids)" ] || fail 'other heads'
    code 0 kedge upgrade heads
    agree 'h1 '
}
# pyproject.toml instead of alembic.ini, which Alembic knows from 1.16 on; here a program that reads the same from an ini file.
case_import_pyproject() {
    alembic_project
    mkdir billing
    mv alembic/versions/b*.py billing
    sed 's|^version_path_separator.*|version_path_separator = newline|; s|^# version_locations = .*:.*|version_locations = billing alembic/versions|' alembic.ini | sed '/^version_path_separator/d' >real.ini
    rm alembic.ini
    printf '[project]\nname = "shop"\n\n[tool.alembic]\nscript_location = "%%(here)s/alembic"\nversion_locations = [\n  "billing",\n  "%%(here)s/alembic/versions", # the others\n]\n' >pyproject.toml
    printf '#!/bin/sh\nexec alembic -c real.ini "$@"\n' >program
    chmod +x program
    code 0 kedge import alembic . --alembic ./program
    err_has '8 revisions taken over'
    code 0 kedge upgrade heads
    [ "$(kedge current 2>/dev/null | ids)" = 'h1 ' ] || fail 'not at h1'
    rm pyproject.toml
    code 2 kedge import alembic .
    err_has '[tool.alembic]'
}
case_import_what_asks() {
    alembic_project
    py h1 '"m1"' None None "raise RuntimeError('only online')" "raise NotImplementedError"
    column i1 '"h1"' None None
    py j1 '"i1"' None None "rows = op.get_bind().execute(sa.text('select 1')).fetchall()" pass
    column k1 '"j1"' None None
    code 1 kedge import alembic .
    err_has 'to finish by hand'
    grep -q 'TODO: upgrade() of .*h1_step.py was not taken over: RuntimeError: only online' revisions/h1_step.sql || fail 'no word on h1'
    grep -q 'ADD COLUMN i1' revisions/i1_step.sql || fail 'no SQL of i1'
    grep -q 'TODO' revisions/j1_step.sql || fail 'no word on j1'
    grep -q 'ADD COLUMN k1' revisions/k1_step.sql || fail 'no SQL of k1'
    grep -q 'DROP COLUMN k1' revisions/k1_step.sql || fail 'no way back of k1'
    kedge -q inspect -o schema.yaml
    code 1 kedge validate
    out_has 'revisions/h1_step.sql:'
    code 2 kedge upgrade heads
    err_has 'was not taken over from Alembic yet'
    code 0 kedge current
    out_has m1
}
case_import_without_the_program() {
    py a1 None None None "op.execute('create table t (id int)')" "op.execute('drop table t')"
    py b1 '("a1",)' '"bee"' None pass pass
    printf '[alembic]\nscript_location = %%(here)s/alembic\n' >alembic.ini
    code 1 kedge import alembic . --alembic /no/such/alembic
    err_has 'without their SQL: cannot run /no/such/alembic'
    err_has 'kedge inspect -o schema.yaml'
    grep -q 'TODO: upgrade() of' revisions/a1_step.sql || fail 'no TODO'
    code 0 kedge history
    out_has 'a1 -> b1 (bee) (head), step b1'
    kedge -q stamp a1
    kedge -q inspect -o schema.yaml
    code 1 kedge validate
    # b1 does nothing, so it is whole.
    code 0 kedge upgrade b1
    code 0 kedge current
    out_is 'b1 (bee) (head)'
    [ "$(sql 'select version_num from alembic_version')" = b1 ] || fail 'not in the table of Alembic'
}
case_import_what_is_wrong() {
    code 2 kedge import flyway .
    err_has flyway
    code 2 kedge import alembic
    err_has 'no alembic.ini'
    mkdir -p alembic/versions
    printf '[alembic]\nscript_location = alembic\n' >alembic.ini
    code 2 kedge import alembic
    err_has 'no revisions'
    py a1 None None None pass pass
    py b1 'previous()' None None pass pass
    code 2 kedge import alembic --alembic false
    err_has 'b1_step.py:12:1'
    err_has 'is no plain value'
    no_file revisions/a1_step.sql
    py b1 '"lost"' None None pass pass
    code 2 kedge import alembic --alembic false
    err_has lost
}
