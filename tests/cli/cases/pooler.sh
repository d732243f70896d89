# shellcheck shell=bash
# Through a real connection pooler, PgBouncer, where it is installed.

# pooler MODE [SETTING...]: sets DATABASE_URL to the same database through one; it ends with the case.
pooler() {
    command -v pgbouncer >/dev/null || PATH=$PATH:/usr/sbin
    command -v pgbouncer >/dev/null || skip 'pgbouncer is not installed'
    local as='' server
    server=$(sed 's/.*[?&]host=\([^&]*\).*/\1/' <<<"$DATABASE_URL")
    folder=$(TMPDIR='' mktemp -d -t kedge-pooler-XXXXXX) # of another user, who cannot get into ours
    if [ "$(id -u)" = 0 ]; then # it refuses to be root
        chown postgres "$folder"
        as='setpriv --reuid=postgres --regid=postgres --clear-groups'
    fi
    {
        printf '[databases]\n* = host=%s port=5432 user=postgres\n[pgbouncer]\nlisten_addr =\nlisten_port = 6543\n' "$server"
        printf 'unix_socket_dir = %s\nlogfile = %s/log\npidfile = %s/pid\nauth_type = any\npool_mode = %s\n' "$folder" "$folder" "$folder" "$1"
        shift
        printf '%s\n' "$@"
    } >"$folder/ini"
    $as pgbouncer -q "$folder/ini" >/dev/null 2>&1 &
    pooler_pid=$!
    trap 'kill "$pooler_pid" 2>/dev/null; wait "$pooler_pid" 2>/dev/null; rm -rf "$folder"' EXIT
    DIRECT=$DATABASE_URL
    DATABASE_URL=$(sed "s|host=[^&]*|host=$folder|; s|port=[0-9]*|port=6543|" <<<"$DATABASE_URL")
    for _ in $(seq 100); do
        ! psql -X -q "$DATABASE_URL" -c 'select 1' >/dev/null 2>&1 || return 0
        sleep 0.05
    done
    fail "the pooler does not answer: $(cat "$folder/log")"
}

# Nothing of ours stays in the sessions that others get.
pool_is_clean() { # of DATABASE_URL
    for _ in 1 2 3 4; do
        [ "$(sql 'show search_path')" = '"$user", public' ] || fail 'search_path stays behind'
        [ "$(sql 'show lock_timeout')" = 0 ] || fail 'lock_timeout stays behind'
    done
    [ "$(sql "select count(*) from pg_locks where locktype = 'advisory'")" = 0 ] || fail 'a lock stays behind'
}

# A run is refused before anything happens; what only reads works.
transaction_mode() {
    project_with_revision
    pooler transaction "$@"
    code 2 kedge upgrade
    err_has 'a connection pooler in transaction mode'
    err_has 'pool in session mode'
    [ "$(sql "select count(*) from pg_tables where schemaname = 'public'")" = 0 ] || fail 'something was made'
    code 1 kedge status
    out_has 'pending: '
    code 1 kedge check
    out_has '+ table public.users'
    kedge upgrade --sql head >up.sql || fail 'no script'
    kedge --url "$DIRECT" -q upgrade
    code 0 kedge check
    code 0 kedge inspect
    out_has 'email'
    printf '      age: integer not null default (1 + 1)\n' >>schema.yaml
    code 1 kedge check
    code 0 kedge revision -m age --autogenerate --rev-id bbbb00000002
    pool_is_clean
    kedge --url "$DIRECT" -q upgrade
    code 0 kedge check
}
case_pooler_transaction_mode() { transaction_mode; }
case_pooler_transaction_mode_in_turn() { transaction_mode 'server_round_robin = 1'; }
case_pooler_transaction_mode_one_connection() { transaction_mode 'default_pool_size = 1'; }
case_pooler_session_mode() {
    project_with_revision
    pooler session
    code 0 kedge upgrade
    err_lacks pooler
    code 0 kedge check
    code 0 kedge downgrade base
    pool_is_clean
}
# The second connection, which would tell the mode, is not to be had.
case_pooler_session_mode_full() {
    project_with_revision
    pooler session 'default_pool_size = 1'
    PGCONNECT_TIMEOUT=1 code 0 kedge upgrade
    err_has 'could not be found out'
    psql -X -q "$DATABASE_URL" -c 'select pg_sleep(3)' >/dev/null &
    sleep 0.3
    PGCONNECT_TIMEOUT=1 code 2 kedge current
    err_has 'no answer came in time'
    wait $!
}
