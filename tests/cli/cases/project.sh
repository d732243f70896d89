# shellcheck shell=bash
# init, inspect, schema, validate, revision.

case_project_init() {
    code 0 kedge init
    out_empty
    err_has 'created  kedge.yaml'
    err_has 'What to do next'
    is_file kedge.yaml
    is_file schema.yaml
    [ -d revisions ] || fail 'no folder revisions'
    code 0 kedge validate
}
case_project_init_never_overwrites() {
    echo 'tables: {}' >schema.yaml
    code 0 kedge init
    err_has 'kept     schema.yaml'
    [ "$(cat schema.yaml)" = 'tables: {}' ] || fail 'schema.yaml was overwritten'
}
case_project_init_in_a_folder() {
    code 0 kedge init db/app
    is_file db/app/kedge.yaml
}
case_project_init_from_database() {
    sql 'create table t (a int primary key, b text)'
    code 0 kedge init --from-db
    grep -q 'b: text' schema.yaml || fail 'the table is not in the model'
    code 0 kedge check
    err_has 'as the model says'
}
case_project_init_from_database_keeps_the_model() {
    echo '# mine' >schema.yaml
    code 2 kedge init --from-db
    err_has 'never overwrites'
    no_file kedge.yaml
}
case_project_init_from_no_database_writes_nothing() {
    code 2 kedge init --from-db --url 'postgresql:///x?host=/nowhere'
    [ -z "$(ls -A)" ] || fail "written: $(ls -A)"
}
case_project_inspect() {
    sql 'create table t (a int primary key)'
    code 0 kedge inspect
    out_has 'tables:'
    err_empty
    kedge inspect -o model.yaml
    cmp -s model.yaml "$work/out" || fail 'the file differs from stdout'
    code 0 kedge inspect --format json
    out_json
    no_remains
}
case_project_inspect_names_what_is_not_modelled() {
    sql 'create table t (id integer primary key, up integer references t); alter table t disable trigger all'
    code 0 kedge -q inspect
    err_has 'not modelled: disabled triggers of constraints: table public.t'
}
case_project_inspect_into_a_folder_that_is_not_there() {
    code 2 kedge inspect -o nowhere/model.yaml
    err_has 'nowhere/model.yaml'
}
case_project_json_schema() { code 0 kedge schema; out_json; err_empty; }
case_project_validate_needs_no_database() {
    unset DATABASE_URL
    project
    code 0 kedge validate
    err_has '0 revisions'
}
case_project_validate_broken_model() {
    project
    printf 'tables:\n  t:\n    colums: {}\n' >schema.yaml
    code 2 kedge validate
    err_has 'schema.yaml:3:5'
    err_has 'columns'
}
case_project_validate_all_files() {
    project_with_revision
    printf -- '-- kedge:revision b1\n-- kedge:nonsense\n' >revisions/b.sql
    printf 'no header\n' >revisions/c.sql
    code 2 kedge validate
    err_has 'revisions/b.sql'
    err_has 'revisions/c.sql'
}
case_project_no_model() {
    mkdir revisions
    code 2 kedge check
    err_has 'schema.yaml'
}
case_project_no_revisions() { code 2 kedge history; err_has 'there is no folder "revisions"'; err_has 'kedge init'; }
case_project_without_configuration() {
    printf 'tables:\n  t:\n    columns: {a: integer}\n' >other.yaml
    code 0 kedge --model other.yaml --revisions steps revision -m 'first' --autogenerate --rev-id a1
    is_file steps/a1_first.sql
    code 0 kedge --revisions steps upgrade
    code 0 kedge --model other.yaml check
}
case_revision_empty() {
    project
    code 0 kedge revision -m 'by hand' --rev-id abc
    out_is revisions/abc_by_hand.sql
    is_file revisions/abc_by_hand.sql
    code 0 kedge upgrade
}
case_revision_json() {
    project
    code 0 kedge revision -m 'by hand' --rev-id abc --format json
    out_json
    out_has '"path": "revisions/abc_by_hand.sql"'
}
case_revision_bad_id() {
    project
    code 2 kedge revision -m x --rev-id a-b
    err_has 'a-b'
    [ -z "$(ls revisions)" ] || fail 'a file was written'
}
case_revision_id_taken() {
    project_with_revision
    code 2 kedge revision -m x --rev-id aaaa00000001
    [ "$(find revisions -name '*.sql' | wc -l)" -eq 1 ] || fail 'a file was written'
}
case_revision_same_bytes() {
    project
    for i in 1 2; do
        rm -rf revisions
        SOURCE_DATE_EPOCH=1700000000 code 0 kedge revision -m 'one' --autogenerate --rev-id a1
        mkdir -p "$work/$i"
        cp revisions/* "$work/$i"
    done
    diff -r "$work/1" "$work/2" || fail 'not the same bytes'
    grep -q '2023-11-14T22:13:20Z' "$work"/1/* || fail 'not the date of SOURCE_DATE_EPOCH'
}
case_revision_date() {
    project
    code 0 kedge revision -m one --rev-id a1 --date 2026-11-20T18:40:00Z
    grep -q '^-- kedge:created 2026-11-20T18:40:00Z' revisions/a1_one.sql || fail 'not the date'
    code 2 kedge revision -m two --date yesterday
    err_has '"yesterday" is no date'
}
case_revision_needs_an_up_to_date_database() {
    project_with_revision
    code 2 kedge revision -m second --autogenerate
    err_has 'target database is not up to date'
    err_has 'kedge upgrade'
    [ "$(find revisions -name '*.sql' | wc -l)" -eq 1 ] || fail 'a file was written'
}
case_revision_without_difference() {
    project_with_revision
    kedge -q upgrade
    code 0 kedge revision -m second --autogenerate
    out_empty
    err_has 'no revision is written'
    [ "$(find revisions -name '*.sql' | wc -l)" -eq 1 ] || fail 'a file was written'
}
case_revision_tells_hazards() {
    project_with_revision
    kedge -q upgrade
    sed -i '/email/d' schema.yaml
    code 0 kedge revision -m 'drop email' --autogenerate --rev-id b1
    out_is revisions/b1_drop_email.sql
    err_has 'drop-column'
}
case_revision_suggests_renames() {
    project_with_revision
    kedge -q upgrade
    sed -i 's/email/mail/' schema.yaml
    code 0 kedge revision -m 'mail' --autogenerate --rev-id b1
    err_has 'renamed_from: email'
}
case_revision_model_error() {
    project
    printf 'tables:\n  t:\n    columns: {a: int, a: int}\n' >schema.yaml
    code 2 kedge revision -m x --autogenerate
    err_has 'schema.yaml:3'
    [ -z "$(ls -A revisions)" ] || fail 'a file was written'
    no_remains
}
case_revision_folder_read_only() {
    [ "$(id -u)" -ne 0 ] || return 0
    project
    chmod a-w revisions
    code 2 kedge revision -m x
    chmod u+w revisions
    err_has 'revisions'
}
case_project_inspect_with_owner_and_privileges() {
    sql 'create table t (a int) ; grant select on t to public'
    code 0 kedge inspect
    out_lacks 'owner'
    code 0 kedge inspect --with owner,privileges
    out_has 'owner: '
    out_has 'public: [select]'
    code 2 kedge inspect --with owners
    err_has 'takes owner, privileges and secrets'
}
case_project_inspect_with_secrets() {
    sql 'create foreign data wrapper w; create server s foreign data wrapper w options (api_key $$k-1$$);
         create user mapping for public server s options (name $$n$$, password $$p-1$$)'
    code 0 kedge inspect
    out_has 'name: n'
    out_lacks 'p-1'
    out_lacks 'k-1'
    code 0 kedge inspect --with secrets
    out_has 'password: p-1'
    out_has 'api_key: k-1'
    kedge inspect --with secrets -o model.yaml
    code 0 kedge diff database model.yaml
    code 1 kedge diff base model.yaml --format sql
    cp "$work/out" all.sql
    sql 'drop foreign data wrapper w cascade'
    psql -X -q -v ON_ERROR_STOP=1 "$DATABASE_URL" -f all.sql
    kedge inspect --with secrets -o again.yaml
    cmp model.yaml again.yaml
}
