# shellcheck shell=bash
# squash: a closed range becomes one revision, and a sandbox proves it.

# step ID PARENTS UP DOWN [HEADER...]
step() {
    {
        printf -- '-- step %s\n--\n-- kedge:revision %s\n' "$1" "$1"
        [ -z "$2" ] || printf -- '-- kedge:revises %s\n' "$2"
        [ $# -lt 5 ] || printf -- '-- kedge:%s\n' "${@:5}"
        printf -- '\n-- kedge:upgrade\n%s\n\n-- kedge:downgrade\n%s\n' "$3" "$4"
    } >"revisions/$1.sql"
}
# a - b - (c1, c2) - m - e; x beside them, before c1.
long_history() {
    kedge -q init
    step x '' 'CREATE TABLE x (id int);' 'DROP TABLE x;'
    step a '' 'CREATE TABLE t (id int PRIMARY KEY)' 'DROP TABLE t -- gone'
    step b a 'ALTER TABLE t ADD COLUMN b text; -- why not
INSERT INTO t VALUES (1);' 'ALTER TABLE t DROP COLUMN b;'
    step c1 b 'CREATE INDEX CONCURRENTLY t_b ON t (b);' 'DROP INDEX t_b;' 'depends x' 'labels see'
    step c2 b 'CREATE TYPE mood AS ENUM (1);' 'DROP TYPE mood;'
    sed -i "s/ENUM (1)/ENUM ('ok')/" revisions/c2.sql
    step m 'c1, c2' '' ''
    step e m "ALTER TABLE t ADD COLUMN e mood DEFAULT 'ok';" 'ALTER TABLE t DROP COLUMN e;'
}
case_squash_middle() {
    long_history
    kedge -q upgrade heads
    code 0 kedge squash b:m -m 'one of four'
    out_is revisions/m_one_of_four.sql
    err_has '4 revisions are one now, and a sandbox shows the same schema'
    err_has 'A database at m or above goes on as it is'
    [ "$(echo revisions/*)" = 'revisions/a.sql revisions/e.sql revisions/m_one_of_four.sql revisions/x.sql' ] || fail "files: $(echo revisions/*)"
    grep -q '^-- kedge:squashes b, c1, c2$\|^-- kedge:squashes b, c2, c1$' revisions/m_*.sql || fail 'what it squashes is not said'
    grep -q '^-- kedge:depends x$' revisions/m_*.sql || fail 'the dependency is lost'
    grep -q '^-- kedge:labels see$' revisions/m_*.sql || fail 'the label is lost'
    code 0 kedge status
    out_has 'up to date'
    code 0 kedge downgrade base
    [ "$(sql "select count(*) from pg_tables where schemaname = 'public' and tablename !~ 'kedge'")" = 0 ] || fail 'something is left'
    code 0 kedge upgrade heads
    [ "$(sql 'select count(*) from t')" = 1 ] || fail 'the row is not there'
    no_remains
}
case_squash_inside() {
    long_history
    kedge -q upgrade c1
    kedge -q squash base:e --format json >out.json
    grep -q '"proven": true' out.json || fail 'not proven'
    code 1 kedge status
    out_has 'c1 was squashed into e: bring the old files back and upgrade to e with them'
    code 2 kedge upgrade heads
    err_has 'c1 was squashed into e'
    code 2 kedge current
    err_has 'c1 was squashed into e'
}
case_squash_autogenerate() {
    long_history
    code 0 kedge squash a:e --autogenerate
    grep -q 'INSERT' revisions/e_*.sql && fail 'a data statement is in it'
    grep -q 'CREATE TABLE public.t' revisions/e_*.sql || fail 'no table'
    code 0 kedge upgrade heads
    code 0 kedge downgrade base
}
case_squash_open() {
    long_history
    step side c2 'SELECT 1;' ''
    code 2 kedge squash b:m
    err_has 'revisions/side.sql'
    err_has 'the range is not closed: side, outside of it, follows or depends on c2'
    code 2 kedge squash c1:m
    err_has 'not closed'
    code 2 kedge squash e:b
    code 2 kedge squash a:a
    code 2 kedge squash a
    code 2 kedge squash :b
    code 2 kedge squash a:base
    is_file revisions/b.sql
    code 0 kedge squash a:b
}
# What does not lead to the same is not written.
case_squash_differs() {
    kedge -q init
    step a '' "CREATE TYPE mood AS ENUM ('ok');" 'DROP TYPE mood;'
    step b a "ALTER TYPE mood ADD VALUE 'bad';" ''
    step c b "CREATE TABLE t (m mood DEFAULT 'bad');" 'DROP TABLE t;'
    code 2 kedge squash b:c
    err_has 'nothing was written'
    is_file revisions/b.sql
    [ "$(echo revisions/*)" = 'revisions/a.sql revisions/b.sql revisions/c.sql' ] || fail "files: $(echo revisions/*)"
    code 0 kedge squash b:c --no-verify
    err_has 'nothing was proven'
}
case_squash_way_back_differs() {
    kedge -q init
    step a '' 'CREATE TABLE t (a int);' 'DROP TABLE t;'
    step b a 'ALTER TABLE t ADD COLUMN b int;' 'SELECT 1;'
    step c b 'ALTER TABLE t ADD COLUMN c int;' 'ALTER TABLE t DROP COLUMN c;'
    code 2 kedge squash b:c
    err_has 'the downgrade of the one revision leads to another schema'
    is_file revisions/b.sql
}
case_squash_irreversible() {
    kedge -q init
    step a '' 'CREATE TABLE t (a int);' 'DROP TABLE t;'
    step b a 'ALTER TABLE t ADD COLUMN b int;' ''
    sed -i '/^-- kedge:downgrade/,$d' revisions/b.sql
    code 0 kedge squash base:b
    grep -q 'kedge:downgrade' revisions/b_*.sql && fail 'a way back that is none'
    code 0 kedge upgrade
}
