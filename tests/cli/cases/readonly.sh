# shellcheck shell=bash
# check where nothing may be written: a role that only reads, a hot standby, a pooler in transaction mode.

# A primary of its own with the model applied, in $place; as another user where the tests run as root.
readonly_as() { # command...
    if [ "$(id -u)" = 0 ]; then setpriv --reuid=postgres --regid=postgres --clear-groups "$@"; else "$@"; fi
}
readonly_server() { # name, options...
    mkdir -p "$place/$1.s"
    [ "$(id -u)" != 0 ] || chown postgres "$place/$1.s"
    readonly_as "$bin/pg_ctl" -s -w -t 60 -D "$place/$1" -l "$place/$1.s/log" -o "-k $place/$1.s -c listen_addresses= -c fsync=off $2" start >/dev/null ||
        { cat "$place/$1.s/log"; fail "the server $1 does not start"; }
}
readonly_stop() {
    [ -z "${pooler-}" ] || pkill -P "$pooler" || kill "$pooler" # the function's shell, or what it became
    for server in standby primary; do
        [ ! -e "$place/$server/postmaster.pid" ] || readonly_as "$bin/pg_ctl" -s -D "$place/$server" -m immediate stop
    done
    rm -rf "$place"
}
readonly_primary() {
    bin=$(psql -X -Atq "$SERVER_URL" -c "select setting from pg_config where name = 'BINDIR'")
    [ "$(id -u)" != 0 ] || command -v setpriv >/dev/null || skip 'no setpriv'
    place=$(mktemp -d /tmp/kedge-ro-XXXXXX)
    [ "$(id -u)" != 0 ] || { getent passwd postgres >/dev/null || skip 'no user postgres'; chown postgres "$place"; }
    trap readonly_stop EXIT
    cd "$place" || exit 1
    readonly_as "$bin/initdb" -D "$place/primary" -U postgres --auth=trust --no-sync >/dev/null || fail 'no primary'
    readonly_server primary '-c wal_level=replica -c max_wal_senders=4 -c hot_standby=on'
    mkdir "$place/project"
    cd "$place/project" || exit 1
    unset KEDGE_URL
    export DATABASE_URL="postgresql:///postgres?host=$place/primary.s&user=postgres"
    kedge -q init
    printf 'schema: public\ntables:\n  t:\n    columns: {id: bigint primary key, a: integer not null default 0}\n    checks: {t_a: a between 1 and 10}\nviews:\n  v: {query: "select id from t where a in (1, 2)"}\n' >schema.yaml
    kedge -q revision -m one --autogenerate >/dev/null || fail 'no revision'
    kedge -q upgrade
    sql 'create role reader login; alter role reader set default_transaction_read_only = on; revoke all on database postgres from public; grant connect on database postgres to reader'
    rm -rf .kedge
}
# Everything that check can be asked by who may not write, at one URL.
readonly_checks() {
    rm -rf .kedge
    code 2 kedge check --shadow none
    out_has '? check public.t.t_a, unconfirmed'
    err_has 'no difference is certain, but 2 objects are unconfirmed'
    code 2 kedge check --shadow create
    code 0 kedge check -v
    err_has ' 0 unconfirmed'
    code 0 kedge check --shadow none
    err_has 'the database is as the model says'
    sed 's/default 0/default 1/' schema.yaml >other.yaml
    code 1 kedge check --model other.yaml
    out_has '~ column public.t.a'
    code 0 kedge inspect
    out_has 't_a'
}
case_readonly_role() {
    readonly_primary
    export DATABASE_URL="postgresql:///postgres?host=$place/primary.s&user=reader"
    readonly_checks
}
case_readonly_standby() {
    readonly_primary
    [ -x "$bin/pg_basebackup" ] || skip 'no pg_basebackup of this version'
    readonly_as "$bin/pg_basebackup" -h "$place/primary.s" -U postgres -D "$place/standby" -R -X stream -c fast || fail 'no copy'
    readonly_server standby ''
    export DATABASE_URL="postgresql:///postgres?host=$place/standby.s&user=reader"
    [ "$(sql 'select pg_is_in_recovery()')" = t ] || fail 'it is no standby'
    readonly_checks
    export DATABASE_URL="postgresql:///postgres?host=$place/standby.s&user=postgres"
    code 0 kedge check
    code 0 kedge status
}
case_readonly_pooler() {
    command -v pgbouncer >/dev/null || skip 'no pgbouncer'
    readonly_primary
    mkdir "$place/pool.s"
    printf '"reader" ""\n"postgres" ""\n' >"$place/users"
    printf '[databases]\n* = host=%s\n[pgbouncer]\nlisten_addr =\nunix_socket_dir = %s\nauth_type = trust\nauth_file = %s\npool_mode = transaction\ndefault_pool_size = 3\n' \
        "$place/primary.s" "$place/pool.s" "$place/users" >"$place/ini"
    [ "$(id -u)" != 0 ] || chown -R postgres "$place/pool.s" "$place/ini" "$place/users"
    readonly_as pgbouncer -q "$place/ini" >"$place/pool.s/log" 2>&1 &
    pooler=$!
    for _ in $(seq 50); do [ ! -e "$place/pool.s/.s.PGSQL.6432" ] || break; sleep 0.1; done
    export DATABASE_URL="postgresql:///postgres?host=$place/pool.s&port=6432&user=reader"
    sql 'select 1' >/dev/null || fail "$(cat "$place/pool.s/log")"
    readonly_checks
    # several at the same time, on servers that others leave as they are
    for _ in 1 2 3 4 5 6; do kedge -q check || echo failed >>"$place/failed" & done
    wait $(jobs -p | grep -v "^$pooler$")
    [ ! -e "$place/failed" ] || fail 'not all of them'
}
