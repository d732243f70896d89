# shellcheck shell=bash
# kedge.yaml, .env, variables.

case_config_defaults() {
    code 0 kedge config
    out_has 'model: schema.yaml'
    out_has 'version_table: kedge_version'
}
case_config_json() { code 0 kedge config --format json; out_json; }
case_config_unknown_key() {
    echo 'modle: x' >kedge.yaml
    code 2 kedge config
    out_empty
    err_has 'kedge.yaml:1:1'
    err_has 'model'
}
case_config_all_mistakes_at_once() {
    printf 'modle: x\nenvironments:\n  dev: {ulr: y}\n' >kedge.yaml
    code 2 kedge config
    err_has 'modle'
    err_has 'ulr'
    err_has '2 errors'
}
case_config_malformed() {
    printf 'model: [a\nx: }\n' >kedge.yaml
    code 2 kedge config
    err_has 'kedge.yaml:'
}
case_config_missing_file() { code 2 kedge -c nowhere.yaml config; err_has 'nowhere.yaml'; }
case_config_folder_for_file() {
    mkdir kedge.d
    code 2 kedge -c kedge.d config
    err_has 'is a folder'
}
case_config_found_above() {
    printf 'model: m.yaml\n' >kedge.yaml
    mkdir -p a/b
    cd a/b
    code 0 kedge config
    out_has '../../kedge.yaml'
    out_has '../../m.yaml'
}
case_config_environment() {
    printf 'schemas: [a]\nenvironments:\n  prod: {url: "postgres://u:secret@h/d", schemas: [b, c]}\n' >kedge.yaml
    code 0 kedge config --env prod
    out_has 'u:***@h/d'
    out_lacks secret
    out_has 'schemas: [b, c]'
}
case_config_unknown_environment() {
    printf 'environments:\n  prod: {url: x}\n' >kedge.yaml
    code 2 kedge config --env prd
    err_has 'There is prod'
}
case_config_dotenv() {
    unset DATABASE_URL
    echo 'DATABASE_URL=postgres://u:secret@from-file/d' >.env
    code 0 kedge config
    out_has 'from-file'
    out_has 'DATABASE_URL in .env'
    out_lacks secret
}
case_config_order_of_urls() {
    printf 'url: postgres://h/top\nenvironments:\n  e: {url: "postgres://h/environment"}\n' >kedge.yaml
    DATABASE_URL=postgres://h/variable code 0 kedge config
    out_has h/top
    KEDGE_URL=postgres://h/kedge code 0 kedge config
    out_has h/kedge
    KEDGE_URL=postgres://h/kedge code 0 kedge config --env e
    out_has h/environment
    code 0 kedge config --env e --url postgres://h/option
    out_has h/option
}
case_config_variables() {
    printf 'model: ${NAME:-plain}.yaml\nversion_table: a$$b\n' >kedge.yaml
    code 0 kedge config
    out_has 'model: plain.yaml'
    out_has 'a$b'
    NAME=other code 0 kedge config
    out_has 'model: other.yaml'
}
case_config_variable_not_set() {
    printf 'model: ${NO_SUCH_VARIABLE}.yaml\n' >kedge.yaml
    code 2 kedge config
    err_has 'NO_SUCH_VARIABLE is not set'
    err_has 'kedge.yaml:1:8'
}
case_config_url_variable_counts_only_when_used() {
    printf 'url: ${NO_SUCH_VARIABLE}\n' >kedge.yaml
    mkdir revisions
    code 0 kedge heads
    code 2 kedge current
    err_has 'NO_SUCH_VARIABLE is not set'
}
case_config_no_url() {
    unset DATABASE_URL
    mkdir revisions
    code 2 kedge current
    err_has 'which database?'
    err_has 'DATABASE_URL'
}
case_config_bad_pattern() {
    project
    echo "ignore: ['table (']" >>kedge.yaml
    code 2 kedge check
    err_has 'is no regular expression'
}
case_config_bad_duration() {
    project
    echo 'timeouts: {lock: soon}' >>kedge.yaml
    code 2 kedge upgrade
    err_has '"soon" is no duration'
}
