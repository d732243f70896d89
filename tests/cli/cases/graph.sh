# shellcheck shell=bash
# revision with its arguments, merge, branches, heads, graph, edit, reset, tags: the shape of the history.

# one ID [OPTION...]: an empty revision of that id and message.
one() { kedge -q revision -m "$1" --rev-id "$@" >/dev/null || fail "no revision $1"; }
# a - b - c1 - d1; b - c2 - d2 (after c1); s beside it all.
branched() {
    kedge -q init
    one a
    one b
    one c1 --branch-label one
    one d1
    one c2 --head b --splice --branch-label two
    one d2 --head c2 --depends-on c1
    one s --head base
}
case_graph_revision_arguments() {
    branched
    code 2 kedge revision -m x
    err_has 'there are 3 heads'
    code 2 kedge revision -m x --head b
    err_has 'is not a head'
    err_has '--splice'
    code 2 kedge revision -m x --head one@head --rev-id c1
    err_has 'is taken by revision c1'
    code 2 kedge revision -m x --head one@head --rev-id 'a-b'
    code 2 kedge revision -m x --head one@head --branch-label two
    code 2 kedge revision -m x --head one@head --depends-on nonsense
    err_has 'nonsense'
    code 0 kedge revision -m x --head one@head --rev-id e1 --depends-on two --format json
    out_json
    grep -q '^-- kedge:depends two$' revisions/e1_x.sql || fail 'the label is not kept'
    grep -q '^-- kedge:revises d1$' revisions/e1_x.sql || fail 'not on the branch'
    no_remains
}
case_graph_partial_dependency() {
    kedge -q init
    one aaaa1111
    one bbbb2222 --head base --depends-on aaaa
    grep -q '^-- kedge:depends aaaa1111$' revisions/bbbb2222*.sql || fail 'the id is not completed'
}
case_graph_version_path() {
    kedge -q init
    mkdir core plugin
    printf 'model: schema.yaml\nrevisions: [core, plugin]\n' >kedge.yaml
    code 2 kedge revision -m first
    err_has '--version-path'
    code 2 kedge revision -m first --version-path elsewhere
    err_has 'core, plugin'
    one a --version-path core
    one p --head base --version-path ./plugin/
    is_file core/a_a.sql
    is_file plugin/p_p.sql
    one q --head p
    is_file plugin/q_q.sql
}
case_graph_merge() {
    branched
    code 2 kedge merge d1
    err_has 'nothing to merge'
    code 2 kedge merge d1 d1
    err_has 'twice'
    code 2 kedge merge b d2
    err_has 'is not a head'
    code 0 kedge merge d1 d2 -m 'join them' --rev-id m
    out_is revisions/m_join_them.sql
    code 0 kedge show m
    out_has 'Rev: m (one, two) (head) (mergepoint)'
    out_has 'Merges: d1, d2'
    code 0 kedge merge --format json
    out_json
    code 0 kedge heads --format json
    out_json
    [ "$(kedge heads | wc -l)" = 1 ] || fail 'more than one head'
    code 2 kedge merge
    code 0 kedge merge --splice c1 c2 --rev-id early
}
case_graph_branches() {
    branched
    code 0 kedge branches
    out_is 'b (one, two) (branchpoint)
  -> c1 (one)
  -> c2 (two)'
    code 0 kedge branches -v
    out_has 'Path: revisions/b_b.sql'
    code 0 kedge branches --format json
    out_json
    out_has '"children"'
    code 0 kedge heads --resolve-dependencies
    out_is 'd1 (one) (head)
d2 (two) (head)
s (head)'
}
case_graph_drawing() {
    kedge -q init
    one a
    one b1
    one b2 --head a --splice
    kedge -q merge --rev-id m -m 'both "ends"' >/dev/null
    code 0 kedge graph
    out_is '* m (head) (mergepoint)  both "ends"
|\
* | b1  b1
| * b2  b2
|/
* a (branchpoint)  a'
    code 0 kedge graph b1:
    out_lacks 'b2'
    code 0 kedge graph --format dot
    out_has 'label = "m (head) (mergepoint)\nboth \"ends\""'
    out_has 'r1 -> '
    code 0 kedge graph --format mermaid
    out_has 'both #34;ends#34;'
    code 0 kedge graph --format json
    out_json
    code 2 kedge graph --format svgg
}
case_graph_lines_and_colours() {
    branched
    code 0 kedge history
    out_has '     a -> b (one, two) (branchpoint), b'
    out_has '<base> -> a (one, two), a'
    out_has 'c2 (c1) -> d2 (two) (head), d2'
    out_lacks $'\033['
    code 0 kedge history --color always
    out_has $'\033[33mb\033[0m'
    code 0 kedge heads -v
    out_has 'Also depends on: c1'
}
case_graph_edit() {
    branched
    code 2 env EDITOR=true kedge edit head
    code 0 env VISUAL= EDITOR='cp kedge.yaml' kedge edit s
    cmp -s kedge.yaml revisions/s_s.sql || fail 'the editor did not get the file'
    code 0 env EDITOR=true kedge edit a
    code 2 env EDITOR=false kedge edit a
    err_has 'exit code 1'
    code 2 env EDITOR=/no/such/editor kedge edit a
    err_has '/no/such/editor'
    code 2 env EDITOR=true kedge edit base
    # No shell reads it.
    code 2 env EDITOR='true; touch pwned' kedge edit a
    no_file pwned
}
case_graph_edit_current() {
    branched
    code 2 env EDITOR=true kedge edit current
    err_has 'means no revision'
    kedge -q upgrade b
    code 0 env EDITOR='cp kedge.yaml' kedge edit current
    cmp -s kedge.yaml revisions/b_b.sql || fail 'not the current one'
}
case_graph_reset() {
    project_with_revision
    kedge -q upgrade
    code 3 kedge reset
    err_has '--confirm'
    [ "$(sql "select count(*) from pg_tables where tablename = 'users'")" = 1 ] || fail 'the table is gone'
    code 0 kedge reset --confirm
    [ "$(sql "select count(*) from pg_tables where tablename = 'users'")" = 0 ] || fail 'the table is there'
    code 0 kedge current
    out_empty
}
case_graph_tags() {
    project_with_revision
    code 0 kedge history --runs
    out_empty
    err_has 'nothing was run'
    code 0 kedge upgrade --tag 'release 7'
    code 0 kedge downgrade base
    code 0 kedge history --runs
    out_has 'release 7'
    out_has 'downgrade'
    code 0 kedge history --runs --format json
    out_json
    out_has '"tag": "release 7"'
    code 0 kedge upgrade --sql head --tag "it's"
    cp "$work/out" up.sql
    psql -X -q "$DATABASE_URL" -f up.sql >/dev/null || fail 'the script does not run'
    code 0 kedge history --runs
    out_has "it's"
}
# A history table from before there were tags.
case_graph_tags_later() {
    project_with_revision
    kedge -q ensure-version
    sql 'alter table kedge_history drop column tag'
    code 1 kedge status
    code 0 kedge upgrade --tag new
    code 0 kedge history --runs
    out_has new
}
case_graph_stamp() {
    branched
    code 0 kedge stamp d1 s
    code 0 kedge current
    out_is 'd1 (one) (head)
s (head)'
    sql "insert into kedge_version values ('lost')"
    code 2 kedge stamp d2
    err_has lost
    code 0 kedge stamp --purge d1 d2 --format json
    code 0 kedge current
    out_is 'd1 (one) (head)
d2 (two) (head)'
    code 2 kedge stamp --purge --sql a
    code 0 kedge stamp --sql base:heads
    [ "$(grep -c 'INSERT INTO public.kedge_version' "$work/out")" = 3 ] || fail 'not three rows'
    code 0 kedge stamp --sql a:b
    out_has "UPDATE public.kedge_version SET version_num = 'b'"
    code 0 kedge stamp --sql a:d1,s
    [ "$(grep -c "UPDATE public.kedge_version SET\|INSERT INTO public.kedge_version" "$work/out")" = 2 ] || fail 'not two rows'
    code 0 kedge stamp --sql a:base
    out_has 'DELETE FROM public.kedge_version'
    out_lacks 'DROP'
}
case_graph_current_check_heads() {
    branched
    code 1 kedge current --check-heads
    out_empty
    kedge -q upgrade d1
    code 1 kedge current --check-heads
    kedge -q upgrade heads
    code 0 kedge current --check-heads
    # c1 is implied by d1: no row of its own.
    [ "$(sql 'select string_agg(version_num, $$,$$ order by version_num) from kedge_version')" = d1,d2,s ] || fail 'rows'
    code 0 kedge current --format json
    out_json
}
case_graph_ranges() {
    branched
    code 0 kedge history -r a:b
    [ "$(wc -l <"$work/out")" = 2 ] || fail 'not two'
    code 0 kedge history -r :b
    code 0 kedge history -r d1:
    [ "$(wc -l <"$work/out")" = 1 ] || fail 'not one'
    code 0 kedge history -r a:+1
    [ "$(wc -l <"$work/out")" = 2 ] || fail 'not two'
    code 0 kedge history -r -9:b
    [ "$(wc -l <"$work/out")" = 2 ] || fail 'too far below is the base'
    code 2 kedge history -r a:b:c
    code 2 kedge history -r d1:d2
    kedge -q upgrade b
    code 0 kedge history -r current:
    out_lacks '-> a'
    code 0 kedge history -r base:current -i
    out_has 'b (one, two) (current) (branchpoint)'
}
case_graph_todo() {
    project_with_revision
    code 0 kedge validate
    code 0 kedge validate --format json
    out_json
    sed -i 's/^-- kedge:downgrade/-- TODO: by hand\n&/' revisions/aaaa00000001_first.sql
    code 1 kedge validate
    out_has 'revisions/aaaa00000001_first.sql:'
    out_has 'TODO: by hand'
    code 1 kedge validate --format json
    out_json
    out_has 'by hand'
}
case_graph_several_targets() {
    branched
    code 0 kedge show d1 s
    out_has 'Rev: d1'
    out_has 'Rev: s'
    code 2 kedge upgrade d1 b
    err_has 'd1 contains b'
    code 0 kedge upgrade d1 s
    code 0 kedge current
    out_is 'd1 (one) (head)
s (head)'
    code 0 kedge upgrade d2 s
    [ "$(kedge current | wc -l)" = 3 ] || fail 'not three rows'
}
# The version table as other hands left it.
case_graph_odd_rows() {
    branched
    sql 'create table kedge_version (version_num varchar(64) not null)'
    sql "insert into kedge_version values ('a'), ('a')"
    code 2 kedge upgrade b
    err_has 'met 2 times instead of once'
    [ "$(sql 'select count(*) from kedge_version')" = 2 ] || fail 'the rows are touched'
    sql 'truncate kedge_version'
    sql "insert into kedge_version values ('zzz')"
    code 2 kedge upgrade b
    err_has 'zzz'
    err_has 'stamp --purge'
    code 0 kedge stamp --purge a
    code 0 kedge current
    out_is 'a (one, two)'
}
# A row that goes away under the run, and a table with more columns than ours.
case_graph_rows_move_alone() {
    project
    sql 'create table kedge_version (version_num varchar(64) primary key, since timestamptz default now())'
    printf -- '-- one\n-- kedge:revision a1\n-- kedge:upgrade\nCREATE TABLE t ();\n' >revisions/a1.sql
    printf -- '-- two\n-- kedge:revision a2\n-- kedge:revises a1\n-- kedge:upgrade\nDELETE FROM kedge_version;\n' >revisions/a2.sql
    code 2 kedge upgrade
    err_has 'met 0 times instead of once'
    code 0 kedge current
    out_is a1
    [ "$(sql 'select count(since) from kedge_version')" = 1 ] || fail 'the other column'
}
case_graph_ensure_version() {
    branched
    code 0 kedge current
    out_empty
    [ "$(sql "select count(*) from pg_tables where tablename ~ '^kedge_'")" = 0 ] || fail 'reading creates tables'
    code 0 kedge ensure-version
    code 0 kedge ensure-version
    [ "$(sql "select count(*) from pg_tables where tablename ~ '^kedge_'")" = 2 ] || fail 'the tables are not there'
}
case_graph_revision_while_behind() {
    project_with_revision
    code 0 kedge revision -m 'by hand' --rev-id bbbb00000002
    code 2 kedge revision -m auto --autogenerate
    err_has 'not up to date'
    [ "$(ls revisions | wc -l)" = 2 ] || fail 'a file was written'
}
