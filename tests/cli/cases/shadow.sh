# shellcheck shell=bash
# What expressions mean: the steps that settle it, the cache, what is left when nobody can be asked.

# A database that has spelled.yaml as its own server spells it.
spelled() {
    kedge -q init
    cat >schema.yaml <<'YAML'
schema: public
enums:
  mood: [sad, ok, happy]
tables:
  t:
    columns:
      id: bigint primary key
      a: integer not null default 0
      b: text default 'x'
      since: timestamptz default '2020-01-01 12:00'
      mood: mood default 'ok'
    checks:
      t_a: a between 1 and 10
      t_b: b in ('x', 'y') or b like 'z%'
    indexes:
      t_lower: (lower(b)) where a <> 3
views:
  v:
    query: select id, a+1 as n from t where b in ('x', 'y')
YAML
    cp schema.yaml spelled.yaml
    kedge -q revision -m first --autogenerate >/dev/null || fail 'no revision'
    kedge -q upgrade || fail 'no upgrade'
}
case_shadow_cache() {
    spelled
    rm -rf .kedge
    code 0 kedge check -v
    err_has ' 0 by the cache'
    err_has ' 0 unconfirmed'
    err_lacks ' 0 by the server'
    [ "$(cat .kedge/.gitignore)" = '*' ] || fail 'the cache is not ignored by git'
    # the cache alone is enough now, in any spelling that was asked before
    code 0 kedge check -v --shadow none
    err_has ' 0 by the server'
    err_has ' 0 unconfirmed'
    err_lacks ' 0 by the cache'
    # another spelling was not
    sed -i 's/a between 1 and 10/a >= 1 and 10 >= a/' schema.yaml
    code 2 kedge check --shadow none
    out_has '? check public.t.t_a, unconfirmed'
    err_has 'no difference is certain, but 1 object is unconfirmed'
    out_lacks 't_b'
    # what is certain goes before what is not
    sed -i 's/a: integer not null/a: integer/' schema.yaml
    code 1 kedge check --shadow none
    out_has '~ column public.t.a'
    err_has 'the database differs from the model: 1 difference'
    code 1 kedge check --shadow none --format json
    out_json
    out_has '"unconfirmed": true'
    cp spelled.yaml schema.yaml
    code 0 kedge check --shadow none
}
# A cached form holds for the definitions that it was made with, and nothing else.
case_shadow_cache_context() {
    spelled
    code 0 kedge check
    code 0 kedge check --shadow none
    # the type of a column that the check reads
    sql 'alter table t drop constraint t_b; drop view v; alter table t alter b type varchar(9); alter table t alter b set default $$x$$, add constraint t_b check (b in ($$x$$, $$y$$) or b like $$z%$$); create view v as select id, a+1 as n from t where b in ($$x$$, $$y$$)'
    sed -i "s/b: text default/b: varchar(9) default/" schema.yaml
    code 2 kedge check --shadow none
    out_has '? check public.t.t_b, unconfirmed'
    code 0 kedge check
    code 0 kedge check --shadow none
    # how a new session reads a date
    sql "do \$\$ begin execute format('alter database %I set timezone to %L', current_database(), 'Asia/Tokyo'); end \$\$"
    code 2 kedge check --shadow none
    code 1 kedge check
    out_has '~ column public.t.since'
}
# Files that are damaged, foreign or cannot be written mean that the server is asked.
case_shadow_cache_damaged() {
    spelled
    code 0 kedge check
    i=0
    for f in $(find .kedge/canonical -type f); do
        case $((i++ % 4)) in
        0) : >"$f" ;;
        1) printf 'x' >>"$f" ;;
        2) head -c 10000 /dev/urandom >"$f" ;;
        3) printf '%s\n["1 = 1"]\n' "$(sha256sum </dev/null | cut -c1-64)" >"$f" ;;
        esac
    done
    code 2 kedge check --shadow none
    code 0 kedge check
    code 0 kedge check --shadow none
    rm -rf .kedge
    : >.kedge
    code 0 kedge check
    code 2 kedge check --shadow none
    rm .kedge
}
case_shadow_cache_together() {
    spelled
    rm -rf .kedge
    for _ in 1 2 3 4; do kedge -q check & done
    wait
    code 0 kedge check --shadow none
    [ -z "$(find .kedge -name '.?*-??????')" ] || fail 'half written files are left'
}
# What depends on the hour is asked every time.
case_shadow_cache_time() {
    spelled
    sql "alter table t add at timestamptz default 'now'"
    sed -i "s/      b: text/      at: timestamptz default 'now'\n      b: text/" schema.yaml
    code 1 kedge check
    out_has 'column public.t.at'
    code 2 kedge check --shadow none
    grep -rq "now" .kedge && fail 'it was kept'
    true
}

# --- leftovers ---

shadows() { sql "select count(*) from pg_database where datname like 'kedge_shadow_%'"; }
# A killed run leaves its scratch database; the next one finds it by name, owner and age.
case_shadow_leftovers() {
    before=$(shadows)
    kedge -q init
    sql 'create view v as select 1 as a where pg_sleep(0) is null; create materialized view m as select 1 as a;'
    printf 'schema: public\nviews:\n  v: {query: "select 1 as a where pg_sleep(0) is null"}\nmaterialized_views:\n  m: {query: "select 1 as a from pg_sleep(60)"}\n' >schema.yaml
    kedge -q check --shadow create >/dev/null 2>&1 &
    pid=$!
    for _ in $(seq 100); do
        [ "$(sql "select count(*) from pg_stat_activity where application_name = 'kedge shadow' and query ~ 'pg_sleep.60'")" = 0 ] || break
        sleep 0.1
    done
    kill -9 $pid
    wait $pid 2>/dev/null
    [ "$(shadows)" = $((before + 1)) ] || fail 'the killed run left nothing'
    sql "select count(pg_terminate_backend(pid)) from pg_stat_activity where datname like 'kedge_shadow_%'" >/dev/null
    left=$(sql "select max(datname) from pg_database where datname like 'kedge_shadow_%'")
    printf 'schema: public\nviews:\n  v: {query: "select 1  a where pg_sleep(0) is null"}\nmaterialized_views:\n  m: {query: "select 1  a"}\n' >schema.yaml
    # it may be somebody's who is still at work
    code 0 kedge check --shadow create
    [ "$(shadows)" = $((before + 1)) ] || fail 'a young one was taken'
    old=kedge_shadow_$(($(date +%s) - 90000))_1
    sql "alter database $left rename to $old"
    sql 'create role other'
    sql 'create database kedge_shadow_1_2 owner other template template0'
    sql 'create database kedge_shadow_mine template template0'
    rm -rf .kedge
    code 0 kedge check --shadow create
    [ "$(sql "select string_agg(datname, ' ' order by datname) from pg_database where datname like 'kedge_shadow_%'")" = 'kedge_shadow_1_2 kedge_shadow_mine' ] ||
        fail "left: $(sql "select datname from pg_database where datname like 'kedge_shadow_%'")"
    sql 'drop database kedge_shadow_1_2'
    sql 'drop database kedge_shadow_mine'
    sql 'drop role other'
}

# --- proof ---

# Locks and rewrites are those that the shadow saw; rows that can be made must be there afterwards.
case_shadow_proof_rows() {
    kedge -q init
    cat >schema.yaml <<'YAML'
schema: public
enums: {mood: [sad, ok, happy]}
domains: {money: "numeric(12,2)"}
tables:
  u:
    columns: {id: bigint generated always as identity primary key, email: varchar(20) not null unique, m: mood not null, at: timestamptz not null,
      j: jsonb not null, d: money not null, tags: "text[] not null", ip: inet not null, b: bytea not null, x: uuid not null, n: integer not null}
  o:
    columns: {id: uuid primary key, u: bigint not null, n: integer}
    foreign_keys: {o_u: {columns: [u], references: u}}
YAML
    kedge -q revision -m one --autogenerate >/dev/null || fail 'no revision'
    kedge -q upgrade
    sed -i 's/x: uuid not null, n: integer not null/x: uuid not null, n: bigint not null, fresh: text/' schema.yaml
    code 0 kedge revision -m two --autogenerate -v
    err_has 'proven on a shadow, up and down: '
    err_has 'rows in 1 table'
    file=$(echo revisions/*_two.sql)
    grep -q -- '-- lock: ACCESS EXCLUSIVE on public.u (blocks reads and writes)' "$file" || fail 'no lock'
    grep -q -- '^-- hazard type-rewrite: public.u is written anew' "$file" || fail 'no rewrite'
    kedge -q upgrade
    # a foreign key that is dropped locks both of its tables
    sed -i 's/references: u}/references: u, on_delete: cascade}/' schema.yaml
    code 0 kedge revision -m three --autogenerate -v
    err_has 'rows in 2 tables'
    grep -q -- '-- lock: ACCESS EXCLUSIVE on public.u ' revisions/*_three.sql || fail 'the lock of the other table is not seen'
    kedge -q upgrade
    # rows that nothing in the shadow allows: the table is named
    sed -i 's/^  o:/    checks: {never: id < 0 and id > 0}\n  o:/' schema.yaml
    code 0 kedge revision -m four --autogenerate
    err_has 'proven, but for rows that are not as it wants them: the upgrade fails over rows in public.u: '
    kedge -q upgrade
    sed -i 's/never: id < 0 and id > 0/never: id < 0 and id > 1/; s/fresh: text/fresh: text, more: text/' schema.yaml
    code 0 kedge revision -m five --autogenerate
    grep -q -- '^-- not proven with rows in public.u: .*never' revisions/*_five.sql || fail 'the table is not named'
    # what cannot have a value for the rows that are there
    kedge -q upgrade
    sed -i 's/n: integer}/n: integer, must: text not null}/' schema.yaml
    code 0 kedge revision -m six --autogenerate
    grep -q -- '-- proven, but for rows that are not as it wants them: the upgrade fails over rows in public.o: column "must" of relation "o" contains null values; a row was (id, u, n) = (' revisions/*_six.sql || fail 'not said'
}
