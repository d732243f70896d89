# shellcheck shell=bash
# verify: revisions run up, down and up again on a throw-away server.

# step ID PARENTS UP [DOWN]
verify_step() {
    {
        printf -- '-- step %s\n--\n-- kedge:revision %s\n' "$1" "$1"
        [ -z "$2" ] || printf -- '-- kedge:revises %s\n' "$2"
        printf -- '\n-- kedge:upgrade\n%s\n' "$3"
        [ $# -lt 4 ] || printf -- '\n-- kedge:downgrade\n%s\n' "$4"
    } >"revisions/$1.sql"
}
verify_history() {
    unset DATABASE_URL
    kedge -q init
    verify_step a '' 'CREATE TABLE t (id int PRIMARY KEY);' 'DROP TABLE t;'
    verify_step b1 a 'ALTER TABLE t ADD COLUMN b text;' 'ALTER TABLE t DROP COLUMN b;'
    verify_step b2 a 'CREATE INDEX CONCURRENTLY t_i ON t (id); GRANT SELECT ON t TO nobody_here;' 'REVOKE SELECT ON t FROM nobody_here; DROP INDEX t_i;'
    verify_step m 'b1, b2' 'CREATE VIEW v AS SELECT id, b FROM t;' 'DROP VIEW v;'
    printf 'schema: public\ntables:\n  t:\n    columns: {id: integer primary key, b: text}\n    indexes: {t_i: (id)}\nviews:\n  v: {query: "select id, b from t"}\n' >schema.yaml
}
case_verify_all() {
    verify_history
    code 0 kedge verify --all
    out_is 'a  step a: proven, up and down
b2  step b2: proven, up and down
b1  step b1: proven, up and down
m  step m: proven, up and down
heads are as the model says: proven
from heads back to base: proven'
    err_has '4 revisions proven'
    code 0 kedge verify
    out_is 'm  step m: proven, up and down'
    code 0 kedge verify b1:m --format json
    out_json
    out_has '"proven": true'
    code 0 kedge verify b2
    out_is 'b2  step b2: proven, up and down'
    code 2 kedge verify nothing
    code 2 kedge verify --all a
    # the model goes on
    sed -i 's/b: text/b: text, c: text/' schema.yaml
    code 1 kedge verify --all
    out_has 'heads are as the model says: the revisions lead to another schema than the model'
    out_has '+ column public.t.c'
}
case_verify_wrong() {
    verify_history
    verify_step b1 a 'ALTER TABLE t ADD COLUMN b text; ALTER TABLE t ADD COLUMN left_over text;' 'ALTER TABLE t DROP COLUMN b;'
    code 1 kedge verify a:b1
    out_has 'b1  step b1: the downgrade does not lead back to what was there before'
    out_has '- column public.t.left_over'
    verify_step b1 a 'ALTER TABLE t ADD COLUMN b text;' 'ALTER TABLE t DROP COLUMN nothing;'
    code 1 kedge verify --all --format json
    out_json
    out_has '"reason": "the downgrade fails"'
    err_has 'column "nothing" of relation "t" does not exist'
    verify_step b1 a 'ALTER TABLE t ADD COLUMN b nothing;' ''
    code 1 kedge verify --all
    out_has 'b1  step b1: the upgrade fails'
    out_has 'm  step m: not reached'
    verify_step b1 a 'ALTER TABLE t ADD COLUMN b text;'
    code 0 kedge verify --all
    out_has 'b1  step b1: up only, there is no way down'
    out_has 'from heads back to base: up only'
}
# On empty tables each holds; over rows one does not, and one loses them without a word.
case_verify_rows() {
    unset DATABASE_URL
    kedge -q init
    verify_step a '' "CREATE TABLE t (id int PRIMARY KEY, a text CHECK (a IN ('x', 'y')));" 'DROP TABLE t;'
    verify_step b a 'ALTER TABLE t ADD COLUMN b text NOT NULL;' 'ALTER TABLE t DROP COLUMN b;'
    verify_step c b "ALTER TABLE t ADD CHECK (id < 5000), ALTER COLUMN id TYPE bigint; DELETE FROM t;" 'ALTER TABLE t DROP CONSTRAINT t_id_check, ALTER COLUMN id TYPE int;'
    verify_step d c "CREATE FUNCTION e() RETURNS event_trigger LANGUAGE plpgsql AS \$\$BEGIN DELETE FROM public.t; END\$\$; CREATE EVENT TRIGGER e ON ddl_command_end EXECUTE FUNCTION e(); COMMENT ON TABLE t IS 'x';" 'DROP EVENT TRIGGER e; DROP FUNCTION e(); COMMENT ON TABLE t IS NULL;'
    code 1 kedge verify --all
    out_has 'a  step a: proven, up and down'
    out_has 'b  step b: proven, up and down; over made-up rows the upgrade fails: '
    out_has 'contains null values'
    out_has 'c  step c: proven, up and down'
    out_lacks 'step c: proven, up and down;'
    out_has 'd  step d: after the upgrade table public.t has '
    err_lacks 'null values'
    verify_step d c 'CREATE INDEX ON t (b);' 'DROP INDEX t_b_idx;'
    code 0 kedge verify d -v
    out_is 'd  step d: proven, up and down'
    err_has 'd: rows in 1 table'
    code 0 kedge verify b --format json
    out_json
    out_has '"over_rows": "the upgrade fails: '
}
