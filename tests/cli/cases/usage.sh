# shellcheck shell=bash
# Words, options, streams and exit codes: nothing here needs a database.

case_usage_no_command() { code 2 kedge; out_empty; err_has 'which command?'; }
case_usage_help() { code 0 kedge --help; out_has 'upgrade'; err_empty; }
case_usage_help_of_command() { code 0 kedge upgrade --help; out_has 'examples'; out_has '--lock-timeout'; }
case_usage_help_wins_over_missing_arguments() { code 0 kedge downgrade -h; out_has 'TARGET'; }
case_usage_help_word() { code 0 kedge help check; out_has '--strict'; }
case_usage_version() { code 0 kedge --version; out_has 'kedge '; }
case_usage_unknown_command() { code 2 kedge upgrad; out_empty; err_has 'Did you mean upgrade?'; }
case_usage_unknown_option() { code 2 kedge check --strct; err_has 'Did you mean --strict?'; }
case_usage_option_of_another_command() { code 2 kedge upgrade --strict; err_has 'upgrade does not take the option --strict'; }
case_usage_two_mistakes_both_told() { code 2 kedge check --one --two; err_has '--one'; err_has '--two'; err_has '2 errors'; }
case_usage_habits() {
    code 2 kedge -n dev upgrade
    err_has 'there is no option -n'
    err_has '--env NAME'
    err_lacks 'no command'
    code 2 kedge upgrade -x a=b
    err_has '${NAME} in kedge.yaml'
    kedge -q init
    code 2 kedge upgrade hed
    err_has 'Did you mean head?'
    kedge -q revision -m one --rev-id a1 >/dev/null
    code 0 kedge upgrade
    code 2 kedge upgrade +1
    err_has 'nothing follows revision a1'
}
case_usage_missing_argument() { code 2 kedge downgrade; err_has 'downgrade needs TARGET'; }
case_usage_missing_option_argument() { code 2 kedge check --url; err_has '--url needs URL'; }
case_usage_surplus_argument() { code 2 kedge heads now; err_has 'heads does not take "now"'; }
case_usage_switch_with_argument() { code 2 kedge check --strict=yes; err_has 'takes no argument'; }
case_usage_choice() { code 2 kedge check --color sometimes; err_has 'auto, always, never'; }
case_usage_format() { code 2 kedge check --format jsn; err_has 'Did you mean json?'; }
case_usage_format_of_another_command() { code 2 kedge check --format sql; err_has 'It knows text, json, github'; }
case_usage_prefix() { code 0 kedge completion bash --verb; }
case_usage_prefix_ambiguous() { code 2 kedge check --ver; err_has '--ver may be'; }
case_usage_options_before_and_after() {
    mkdir revisions
    code 0 kedge --format json heads
    out_json
    code 0 kedge heads --format=json
    out_json
    code 0 kedge -r : history
}
case_usage_minus_one_is_no_option() {
    mkdir revisions
    code 2 kedge downgrade -1 --url 'postgresql:///x?host=/nowhere'
    err_lacks 'option'
}
case_usage_completion() {
    for shell in bash zsh fish; do
        code 0 kedge completion $shell
        out_has 'autogenerate'
        err_empty
    done
    kedge completion bash | bash -n || fail 'not valid for bash'
    code 2 kedge completion tcsh
}
case_usage_completion_works() {
    local reply
    reply=$(bash -c 'eval "$(kedge completion bash)"; COMP_WORDS=(kedge upg) COMP_CWORD=1; _kedge; echo "${COMPREPLY[@]}"')
    [ "$reply" = upgrade ] || fail "completed to: $reply"
    reply=$(bash -c 'eval "$(kedge completion bash)"; COMP_WORDS=(kedge check --format g) COMP_CWORD=3; _kedge
        echo "${COMPREPLY[@]}"')
    [ "$reply" = github ] || fail "completed to: $reply"
}
case_usage_full_disk() {
    [ -e /dev/full ] || return 0
    code 2 sh -c 'kedge --help >/dev/full'
    err_has 'cannot write to stdout'
}
case_usage_closed_pipe() {
    code 0 bash -c 'set -o pipefail; kedge completion zsh | true || [ $? -lt 128 ]'
    err_lacks 'error'
}
case_usage_colours() {
    code 2 kedge --color always upgrad
    err_has $'\033['
    code 2 kedge upgrad
    err_lacks $'\033['
}
case_usage_runner_knows_less() {
    code 0 kedge-runner --help
    out_has 'upgrade'
    out_lacks 'autogenerate'
    out_lacks '  check'
    code 2 kedge-runner revision -m x
    code 0 kedge-runner upgrade --help
    out_has 'kedge-runner upgrade +1'
}
# Every documented command is one that exists, and the other way round.
case_usage_documents() {
    local docs=$here/../../docs
    kedge help --markdown commands >commands.md
    diff -u "$docs/commands.md" commands.md || fail 'docs/commands.md is stale: kedge help --markdown commands'
    kedge help --markdown model >model.md
    diff -u "$docs/model.md" model.md || fail 'docs/model.md is stale: kedge help --markdown model'
    kedge help --markdown coverage >coverage.md
    diff -u "$docs/coverage.md" coverage.md || fail 'docs/coverage.md is stale: kedge help --markdown coverage'
    kedge help --markdown configuration >table.md
    while IFS= read -r line; do
        grep -qF -- "$line" "$docs/configuration.md" || fail "docs/configuration.md lacks: $line"
    done <table.md
}
