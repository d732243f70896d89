#include "model_dump.h"

#include "base/file.h"

static struct catalog *read_text(struct arena *a, const char *yaml, struct diag *d)
{
    struct list schemas = {0};
    struct catalog *c = NULL;

    if (model_read_source(text_source(a, yaml), &schemas, d, &c) < 0)
        return NULL;
    return c;
}

/* ---- the model of the design, whole ---- */

static const char design[] =
    "schema: public\n"
    "extensions:\n"
    "  citext:\n"
    "enums:\n"
    "  order_status: [pending, paid, shipped]\n"
    "domains:\n"
    "  positive_money: {type: \"numeric(12,2)\", checks: {positive: VALUE > 0}}\n"
    "tables:\n"
    "  users:\n"
    "    comment: People who can sign in\n"
    "    columns:\n"
    "      id: bigint generated always as identity primary key   # short form\n"
    "      email: citext not null unique\n"
    "      created_at: timestamptz not null default now()\n"
    "      display_name: {type: text, renamed_from: name}\n"
    "    indexes:\n"
    "      users_created_idx: (created_at desc) where email is not null\n"
    "  orders:\n"
    "    columns:\n"
    "      id: bigint generated always as identity primary key\n"
    "      user_id: bigint not null references users on delete cascade\n"
    "      status: order_status not null default 'pending'\n"
    "      total: positive_money not null\n"
    "    checks:\n"
    "      orders_total_max: total < 1000000\n"
    "    triggers:\n"
    "      orders_touch: {when: before, events: [update], for: row, function: touch()}\n"
    "views:\n"
    "  paid_orders:\n"
    "    query: |\n"
    "      select o.id, u.email from orders o join users u on u.id = o.user_id where o.status = 'paid'\n"
    "functions:\n"
    "  touch():\n"
    "    returns: trigger\n"
    "    language: plpgsql\n"
    "    body: |\n"
    "      begin new.updated_at := now(); return new; end\n";

static void test_design(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct catalog *c = read_text(&a, design, &d);

    expect_text(diag_text(&a, &d), "");
    expect_text(
        dump_catalog(&a, c),
        "schema public (implied):\n"
        "extension citext:\n"
        "enum public.order_status: labels=[ label=pending, label=paid, label=shipped ]\n"
        "domain public.positive_money: type=numeric(12,2)\n"
        "check public.positive_money.positive: expression=VALUE > 0\n"
        "function public.touch(): returns=trigger language=plpgsql body=begin new.updated_at := now(); "
        "return new; end\n"
        "\n"
        "table public.orders:\n"
        "column public.orders.id: type=bigint not_null identity={ generation=always sequence=orders_id_seq "
        "}\n"
        "column public.orders.user_id: type=bigint not_null\n"
        "column public.orders.status: type=public.order_status not_null default='pending'\n"
        "column public.orders.total: type=public.positive_money not_null\n"
        "check public.orders.orders_total_max: expression=total < 1000000\n"
        "primary key public.orders.orders_pkey: columns=[id]\n"
        "foreign key public.orders.orders_user_id_fkey: columns=[user_id] references=public.users "
        "referenced=[id] on_delete=cascade\n"
        "trigger public.orders.orders_touch: when=before events=[update] for=row function=public.touch\n"
        "table public.users: comment=People who can sign in\n"
        "column public.users.id: type=bigint not_null identity={ generation=always sequence=users_id_seq }\n"
        "column public.users.email: type=citext not_null\n"
        "column public.users.created_at: type=timestamp with time zone not_null default=now()\n"
        "column public.users.display_name: renamed_from=name type=text\n"
        "primary key public.users.users_pkey: columns=[id]\n"
        "unique public.users.users_email_key: columns=[email]\n"
        "index public.users.users_created_idx: keys=[ column=created_at descending ] where=email is not "
        "null\n"
        "view public.paid_orders: query=select o.id, u.email from orders o join users u on u.id = o.user_id "
        "where o.status = 'paid'\n");
    catalog_free(c);
    diag_clear(&d);
}

/* ---- one object, as it comes out ---- */

struct row {
    const char *name, *yaml, *want; /* every line of want must be in the dump */
};

#define T(columns) "tables:\n  t:\n    columns:\n" columns

static const struct row rows[] = {
    {"empty", "", "schema public (implied):\n"},
    {"null groups", "tables:\nviews:\n", "schema public (implied):\n"},
    {"null table", "tables:\n  t:\n", "table public.t:\n"},
    {"default schema", "schema: app\ntables: {t: }\n", "schema app (implied):\ntable app.t:\n"},
    {"qualified name", "tables: {billing.t: }\n", "schema billing (implied):\ntable billing.t:\n"},
    {"quoted name", "tables: {'\"Odd Name\"': }\n", "table public.\"Odd Name\":\n"},
    {"quoted and qualified", "tables: {'\"B\".\"T.x\"': }\n", "table \"B\".\"T.x\":\n"},
    {"schema with facets", "schemas: {app: {comment: x, owner: me}}\n", "schema app: comment=x owner=me\n"},
    {"schemas as a list", "schemas: [a, b]\n", "schema a:\nschema b:\n"},
    {"extensions as a list", "extensions: [citext]\n", "extension citext:\n"},
    {"schema of an extension", "extensions: {citext: {schema: ext, version: '1.6'}}\n",
     "schema ext (implied):\nextension citext: schema=ext version=1.6\n"},
    {"facets", "tables: {t: {comment: c, owner: o, renamed_from: [old, \"x.older\"]}}\n",
     "table public.t: comment=c owner=o renamed_from=old renamed_from=x.older\n"},
    {"empty comment is none", "tables: {t: {comment: ''}}\n", "table public.t:\n"},

    {"enum, short", "enums: {e: [a, \"b c\"]}\n", "enum public.e: labels=[ label=a, label=b c ]\n"},
    {"enum, long", "enums: {e: {labels: [a, {label: b, renamed_from: c}]}}\n",
     "enum public.e: labels=[ label=a, label=b renamed_from=[c] ]\n"},
    {"domain, short", "domains: {d: 'numeric(12,2) default 0 not null check (value > 0)'}\n",
     "domain public.d: type=numeric(12,2) default=0 not_null\ncheck public.d.d_check: expression=value > "
     "0\n"},
    {"composite", "composites: {c: {attributes: {a: int, b: 'text collate \"C\"'}}}\n",
     "attribute public.c.a: type=integer\nattribute public.c.b: type=text collation=\"C\"\n"},

    {"column, long", T("      a: {type: int, not_null: true, default: 1, storage: PLAIN, statistics: 100}\n"),
     "column public.t.a: type=integer not_null default=1 storage=plain statistics=100\n"},
    {"quoted column", T("      '\"Id\"': int\n"), "column public.t.\"Id\": type=integer\n"},
    {"type by case", T("      a: VARCHAR(20)\n"), "column public.t.a: type=character varying(20)\n"},
    {"user type", "enums: {e: [x]}\n" T("      a: e\n      b: e[]\n"),
     "column public.t.a: type=public.e\ncolumn public.t.b: type=public.e[]\n"},
    {"type of another schema", "schema: app\nenums: {x.e: [x]}\n" T("      a: e\n"),
     "column app.t.a: type=x.e\n"},
    {"type of the default schema first", "schema: app\nenums: {x.e: [x], e: [y]}\n" T("      a: e\n"),
     "column app.t.a: type=app.e\n"},
    {"unknown type", T("      a: hstore\n"), "column public.t.a: type=hstore\n"},
    {"serial", T("      a: serial\n"),
     "sequence public.t_a_seq: type=integer owned_by=public.t.a\ncolumn public.t.a: type=integer not_null "
     "default=nextval('public.t_a_seq'::regclass)\n"},
    {"bigserial, taken name", "sequences: {t_a_seq: }\n" T("      a: bigserial primary key\n"),
     "sequence public.t_a_seq:\nsequence public.t_a_seq1: type=bigint owned_by=public.t.a\n"},
    {"smallserial, quoted", "tables: {'\"T\"': {columns: {a: smallserial}}}\n",
     "sequence public.\"T_a_seq\": type=smallint owned_by=public.\"T\".a\ncolumn public.\"T\".a: "
     "type=smallint not_null "
     "default=nextval('public.\"T_a_seq\"'::regclass)\n"},
    {"identity", T("      a: int generated by default as identity (start 5 maxvalue 2147483647 cache 1)\n"),
     "column public.t.a: type=integer not_null identity={ generation=by default sequence=t_a_seq start=5 "
     "}\n"},
    {"identity, long",
     T("      a: {type: int, identity: always}\n      b: {type: int, identity: {increment: -1, max: -1}}\n"),
     "column public.t.a: type=integer not_null identity={ generation=always sequence=t_a_seq }\ncolumn "
     "public.t.b: "
     "type=integer not_null identity={ sequence=t_b_seq increment=-1 }\n"},
    {"sequence",
     "sequences: {s: {type: INT, start: 1, increment: 1, min: 1, max: 2147483647, cache: 1, cycle: true}}\n",
     "sequence public.s: type=integer cycle\n"},
    {"descending sequence",
     "sequences: {s: {increment: -2, min: -9223372036854775808, max: 10, start: 10}}\n",
     "sequence public.s: increment=-2 max=10\n"},
    {"owned sequence", "sequences: {s: {owned_by: t.a}}\n" T("      a: int\n"),
     "sequence public.s: owned_by=public.t.a\n"},
    {"owned by none", "sequences: {s: {owned_by: none}}\n", "sequence public.s:\n"},

    {"inline constraints",
     T("      a: int primary key\n      b: int unique check (b > 0) references t\n      c: int constraint x "
       "unique\n"),
     "primary key public.t.t_pkey: columns=[a]\nunique public.t.t_b_key: columns=[b]\ncheck "
     "public.t.t_b_check: "
     "expression=b > 0\nforeign key public.t.t_b_fkey: columns=[b] references=public.t "
     "referenced=[a]\nunique "
     "public.t.x: columns=[c]\ncolumn public.t.a: type=integer not_null\n"},
    {"primary key as a list", T("      a: int\n      b: int\n") "    primary_key: [a, b]\n",
     "primary key public.t.t_pkey: columns=[a, b]\ncolumn public.t.b: type=integer not_null\n"},
    {"primary key, short", T("      a: int\n      b: int\n") "    primary_key: (a) include (b)\n",
     "primary key public.t.t_pkey: columns=[a] include=[b]\n"},
    {"primary key, named", T("      a: int\n") "    primary_key: {name: pk, columns: [a], comment: c}\n",
     "primary key public.t.pk: comment=c columns=[a]\n"},
    {"names that are taken", T("      a: int unique\n      b: int unique\n") "    uniques: {t_a_key: [b]}\n",
     "unique public.t.t_a_key: columns=[b]\nunique public.t.t_a_key1: columns=[a]\nunique public.t.t_b_key: "
     "columns=[b]\n"},
    {"constraints without names",
     T("      a: int\n      b: int\n") "    uniques: [[a, b], a]\n    checks: [a > b, b > 0, b < 9, 1 = 1]\n",
     "unique public.t.t_a_b_key: columns=[a, b]\nunique public.t.t_a_key: columns=[a]\ncheck "
     "public.t.t_check: "
     "expression=a > b\ncheck public.t.t_b_check: expression=b > 0\ncheck public.t.t_b_check1: expression=b "
     "< 9\ncheck "
     "public.t.t_check1: expression=1 = 1\n"},
    {"check with table name", T("      a: int\n") "    checks: [t.a > 0 and a < 9]\n",
     "check public.t.t_a_check: expression=t.a > 0 and a < 9\n"},
    {"long names",
     "tables: {a12345678901234567890123456789012345678901234567890: {columns: "
     "{b12345678901234567890123456789012345678901234567890: int unique}}}\n",
     "unique "
     "public.a12345678901234567890123456789012345678901234567890.a1234567890123456789012345678_"
     "b1234567890123456789012345678_key: "
     "columns=[b12345678901234567890123456789012345678901234567890]\n"},
    {"indexes without names",
     T("      a: text\n      b: int\n") "    indexes: [(a), (a), (a desc), '(lower(a))', '((a || b::text))', "
                                        "'(lower(a), upper(a), lower(b::text))', '((b::text))', (a) include "
                                        "(b), "
                                        "'unique (b) where b > 0']\n",
     "index public.t.t_a_idx: \nindex public.t.t_a_idx1: \nindex public.t.t_a_idx2: \nindex "
     "public.t.t_lower_idx: \nindex "
     "public.t.t_expr_idx: \nindex public.t.t_lower_upper_lower1_idx: \nindex public.t.t_b_idx: \nindex "
     "public.t.t_a_b_idx: \nindex public.t.t_b_idx1: unique \n"},
    {"index, long",
     T("      a: text\n      b: int\n") "    indexes: {i: {method: GIN, keys: [a, {expression: lower(a), "
                                        "descending: true, nulls: LAST}], with: {fastupdate: false}}}\n",
     "index public.t.i: method=gin keys=[ column=a, expression=lower(a) descending nulls=last ] "
     "with=[fastupdate=false]\n"},
    {"exclusion", T("      a: int\n") "    exclusions: ['using gist (a with =)']\n",
     "exclusion public.t.t_a_excl: method=gist elements=[ column=a operator== ]\n"},
    {"foreign key, long",
     T("      a: int primary key\n      b: int\n") "    foreign_keys: {f: {columns: b, references: t, "
                                                   "on_delete: SET NULL, deferrable: true}}\n",
     "foreign key public.t.f: columns=[b] references=public.t referenced=[a] on_delete=set null "
     "deferrable\n"},
    {"foreign key, long, columns with the table",
     T("      a: int primary key\n      b: int\n") "    foreign_keys: [{columns: [b], references: t (a)}]\n",
     "foreign key public.t.t_b_fkey: columns=[b] references=public.t referenced=[a]\n"},
    {"foreign key, short",
     T("      a: int primary key\n      b: int\n") "    foreign_keys: ['(b) references t (a) on update "
                                                   "cascade']\n",
     "foreign key public.t.t_b_fkey: columns=[b] references=public.t referenced=[a] on_update=cascade\n"},
    {"foreign key to another schema",
     "tables:\n  x.p: {columns: {id: int primary key}}\n  t: {columns: {p_id: int references p}}\n",
     "foreign key public.t.t_p_id_fkey: columns=[p_id] references=x.p referenced=[id]\n"},
    {"trigger, short",
     T("      a: int\n") "    triggers: {x: before insert or update of a for each row execute function "
                         "touch()}\n"
                         "functions: {touch(): {returns: trigger, body: x}}\n",
     "trigger public.t.x: when=before events=[insert, update] update_of=[a] for=row function=public.touch\n"},
    {"trigger events",
     T("      a: int\n") "    triggers: {x: {events: DELETE or insert, function: touch()}}\n"
                         "functions: {touch(): {returns: trigger, body: x}}\n",
     "trigger public.t.x: events=[insert, delete] function=public.touch\n"},
    {"trigger of an extension",
     "extensions: [moddatetime]\n" T(
         "      a: int\n") "    triggers: {x: {events: [update], function: moddatetime(), args: [a]}}\n",
     "trigger public.t.x: events=[update] function=moddatetime args=[a]\n"},
    {"replica identity", T("      a: int not null unique\n") "    replica_index: t_a_key\n",
     "table public.t: replica_identity=index replica_index=t_a_key\n"},
    {"storage parameters", T("      a: int\n") "    with: {fillfactor: 70, autovacuum_enabled: false}\n",
     "table public.t: with=[fillfactor=70, autovacuum_enabled=false]\n"},

    {"function",
     "functions: {'F(a INT, inout b text default null)': {language: SQL, volatility: STABLE, cost: 0.5, "
     "strict: true, "
     "set: {search_path: public}, body: select 1}}\n",
     "function public.f(integer, text): args=[ name=a type=integer, mode=inout name=b type=text default=null "
     "] "
     "language=sql body=select 1 set=[search_path=public] volatility=stable strict cost=0.5\n"},
    {"overloads",
     "functions:\n  f(int): {returns: int, body: x}\n  f(text): {returns: setof t, body: x}\n" T(
         "      a: int\n"),
     "function public.f(integer): args=[ type=integer ] returns=integer body=x\nfunction public.f(text): "
     "args=[ type=text "
     "] returns=SETOF public.t body=x\n"},
    {"function of user types",
     "enums: {e: [x]}\nfunctions: {f(a e): {returns: 'table (x e, \"Y\" int)', body: x}}\n",
     "function public.f(public.e): args=[ name=a type=public.e ] returns=TABLE(x public.e, \"Y\" integer) "
     "body=x\n"},
    {"procedure", "procedures: {p(): {language: plpgsql, body: begin end}}\n",
     "procedure public.p(): language=plpgsql body=begin end\n"},
    {"view, short", "views: {v: 'select 1 as a; '}\n", "view public.v: query=select 1 as a\n"},
    {"view columns", "views: {v: {query: select 1 as a, columns: {a: {comment: c}}}}\n",
     "view column public.v.a: comment=c\n"},
    {"materialized view",
     "materialized_views: {v: {query: select 1 as a, indexes: {i: unique (a)}, cluster_on: i}}\n",
     "materialized view public.v: query=select 1 as a cluster_on=i\nindex public.v.i: unique keys=[ column=a "
     "]\n"},
    {"columns shared by alias",
     "tables:\n  t:\n    columns: &c {id: int primary key}\n  u:\n    columns:\n      <<: *c\n      name: "
     "text\n",
     "primary key public.t.t_pkey: columns=[id]\nprimary key public.u.u_pkey: columns=[id]\ncolumn "
     "public.u.name: "
     "type=text\n"},
};

static bool has_line(const char *text, const char *line, size_t n)
{
    for (const char *at = text; *at;) {
        size_t len = strcspn(at, "\n");
        bool part = n && line[n - 1] == ' '; /* the rest of the line does not matter */
        if (strncmp(at, line, n) == 0 && (part || len == n))
            return true;
        at += len + (at[len] == '\n');
    }
    return false;
}

static void check_row(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct catalog *c = read_text(&a, row->yaml, &d);

    expect_text(diag_text(&a, &d), "");
    assert_non_null(c);
    const char *dump = dump_catalog(&a, c);
    for (const char *line = row->want; *line;) {
        size_t n = strcspn(line, "\n");
        if (!has_line(dump, line, n)) {
            print_error("--- expected\n%.*s\n--- in\n%s", (int)n, line, dump);
            fail();
        }
        line += n + (line[n] == '\n');
    }
    catalog_free(c);
    diag_clear(&d);
}

/* ---- what is refused ---- */

struct bad {
    const char *name, *yaml, *want; /* line:column [code] message (hint) of each error */
};

static const struct bad bad_rows[] = {
    {"not a mapping", "- a\n", "1:1 [model.type] the model must be a mapping, not a list\n"},
    {"unknown top key", "tabels: {}\n",
     "1:1 [model.unknown-key] unknown key \"tabels\" in the model (Did you mean \"tables\"?)\n"},
    {"a kind of later", "roles: {}\n", "1:1 [model.not-supported] \"roles\" are not supported yet\n"},
    {"privileges", "tables: {t: {privileges: []}}\n",
     "1:26 [model.type] \"privileges\" must be a mapping of roles, not a list\n"},
    {"unknown privilege", "tables: {t: {privileges: {a: [select, insrt with grant option]}}}\n",
     "1:39 [model.choice] \"INSRT\" is no privilege on a table (Did you mean \"INSERT\"?)\n"},
    {"privilege of another kind", "sequences: {s: {privileges: {a: execute}}}\n",
     "1:33 [model.choice] \"EXECUTE\" is no privilege on a sequence (They are SELECT, UPDATE, USAGE, and ALL.)\n"},
    {"a grantor who may not", "tables: {t: {owner: me, privileges: {r: select, w: \"select granted by \\\"R r\\\"\"}}}",
     "1:10 [model.grantor] \"R r\" grants SELECT to \"w\" and may not (Give it to \"R r\" \"with grant option\", or take \"granted by\" away.)\n"},
    {"privileges of a mapping", "tables: {t: {privileges: {a: {select: true}}}}\n",
     "1:30 [model.type] the privileges of a role are a list, not a mapping\n"},
    {"privileges of an index", "tables: {t: {columns: {a: int}, indexes: {i: {keys: [a], privileges: {}}}}}\n",
     "1:58 [model.unknown-key] unknown key \"privileges\" in index (It has: method, unique, keys, include, "
     "nulls_not_distinct, where, with, tablespace, only, depends_on_extensions, attached_to, comment, renamed_from.)\n"},
    {"owner of an extension", "extensions: {x: {owner: y}}\n",
     "1:18 [model.unknown-key] unknown key \"owner\" in extension (It has: schema, version, grants, comment.)\n"},
    {"unknown key", "tables:\n  t:\n    colums: {}\n",
     "3:5 [model.unknown-key] unknown key \"colums\" in table (Did you mean \"columns\"?)\n"},
    {"unknown key in a column", "tables: {t: {columns: {a: {type: int, notnull: true}}}}\n",
     "1:39 [model.unknown-key] unknown key \"notnull\" in column (Did you mean \"not_null\"?)\n"},
    {"owner of a column", "tables: {t: {columns: {a: {type: int, owner: x}}}}\n",
     "1:39 [model.unknown-key] unknown key \"owner\" in column (It has: type, collation, not_null, "
     "not_null_name, not_null_no_inherit, not_null_not_valid, not_null_comment, default, "
     "generated, virtual, "
     "identity, storage, compression, statistics, options, foreign_options, inherited, comment, privileges, security_labels, renamed_from.)\n"},
    {"list for a mapping", "tables: [a]\n",
     "1:9 [model.type] \"tables\" must be a mapping of names, not a list\n"},
    {"text for a mapping", "tables: a\n",
     "1:9 [model.type] \"tables\" must be a mapping of names, not a text\n"},
    {"text for a table", "tables: {t: a}\n", "1:13 [model.type] table must be a mapping, not a text\n"},
    {"list for a text", "tables: {t: {comment: [a]}}\n",
     "1:23 [model.type] \"comment\" must be a text, not a list\n"},
    {"mapping for a list", "tables: {t: {columns: {a: int}, uniques: {u: {columns: {a: 1}}}}}\n",
     "1:56 [model.type] \"columns\" must be a list, not a mapping\n"},
    {"list for an expression", "tables: {t: {checks: {c: {expression: [1]}}}}\n",
     "1:39 [model.type] \"expression\" must be a text, not a list\n"},
    {"boolean", "tables: {t: {unlogged: yes}}\n",
     "1:24 [model.boolean] \"unlogged\" must be true or false\n"},
    {"quoted boolean", "tables: {t: {unlogged: 'true'}}\n",
     "1:24 [model.boolean] \"unlogged\" must be true or false (Without the quotes.)\n"},
    {"number", "sequences: {s: {start: ten}}\n",
     "1:24 [model.number] \"start\" must be a whole number, not \"ten\"\n"},
    {"number out of range", "sequences: {s: {start: 9223372036854775808}}\n",
     "1:24 [model.number] \"start\" is out of the range of bigint, not \"9223372036854775808\"\n"},
    {"choice", "functions: {f(): {returns: int, body: x, volatility: imutable}}\n",
     "1:54 [model.choice] \"volatility\" cannot be \"imutable\" (Did you mean \"immutable\"? It is one of: "
     "volatile, "
     "stable, immutable.)\n"},
    {"required", "tables: {t: {columns: {a: {not_null: true}}}}\n",
     "1:27 [model.required] \"type\" is missing in column\n"},
    {"required in null", "views:\n  v:\n", "2:3 [model.required] \"query\" is missing in view\n"},
    {"empty query", "views: {v: '  ;'}\n", "1:12 [model.empty] \"query\" is empty\n"},
    {"capitals", "tables: {Users: }\n",
     "1:10 [model.name] \"Users\" is not a name that SQL keeps without quotes (Write '\"Users\"' for the "
     "name with "
     "capitals, or users.)\n"},
    {"spaces", "tables: {my table: }\n",
     "1:10 [model.name] \"my table\" is not a name that SQL keeps without quotes (Write it in double quotes "
     "within "
     "single ones: '\"my table\"'.)\n"},
    {"long name", "tables: {a123456789012345678901234567890123456789012345678901234567890123: }\n",
     "1:10 [model.name-length] the name \"a123456789012345678901234567890123456789...\" has 64 bytes, and "
     "PostgreSQL keeps "
     "only 63 (The server would cut it without a word; choose a shorter one.)\n"},
    {"empty name", "tables: {'': }\n", "1:10 [model.name] a name is empty\n"},
    {"duplicate by spelling", "tables:\n  t:\n  public.t:\n",
     "3:3 [model.duplicate] the table \"t\" is here twice 2:3\n"},
    {"table and view", "tables: {x: }\nviews: {x: select 1}\n",
     "2:9 [model.duplicate] a table and a view cannot both be named \"x\" 1:10\n"},
    {"table and enum", "tables: {x: }\nenums: {x: [a]}\n",
     "2:9 [model.duplicate] a table and an enum cannot both be named \"x\" 1:10\n"},
    {"index and table", "tables:\n  x: {columns: {a: int}, indexes: {y: (a)}}\n  y:\n",
     "3:3 [model.duplicate] an index and a table cannot both be named \"y\" 2:36\n"},
    {"column by spelling", "tables: {t: {columns: {a: int, '\"a\"': int}}}\n",
     "1:32 [model.duplicate] the column \"a\" is here twice 1:24\n"},
    {"function by signature",
     "functions:\n  f(int): {returns: int, body: x}\n  f(b integer): {returns: int, body: x}\n",
     "3:3 [model.duplicate] the function \"f\" is here twice 2:3\n"},
    {"two primary keys", "tables: {t: {columns: {a: int primary key, b: int primary key}}}\n",
     "1:44 [model.contradiction] \"t\" has two primary keys 1:24\n"},
    {"dangling table",
     "tables:\n  users: {columns: {id: int primary key}}\n  t: {columns: {a: int references usrs}}\n",
     "3:17 [model.reference] there is no table \"usrs\" (Did you mean \"public.users\"?)\n"},
    {"table in another schema",
     "tables:\n  x.users: {columns: {id: int primary key}}\n  t: {columns: {a: int references "
     "public.users}}\n",
     "3:17 [model.reference] there is no table \"public.users\" (Did you mean \"x.users\"?)\n"},
    {"reference to a view", "tables: {t: {columns: {a: int references v (x)}}}\nviews: {v: select 1}\n",
     "1:24 [model.reference] \"public.v\" is a view, not a table 2:9\n"},
    {"reference without primary key",
     "tables:\n  p: {columns: {id: int}}\n  t: {columns: {a: int references p}}\n",
     "3:17 [model.reference] \"public.p\" has no primary key to refer to (Name the columns: references "
     "public.p "
     "(column).) 2:3\n"},
    {"reference to no key",
     "tables:\n  p: {columns: {id: int}}\n  t: {columns: {a: int references p (id)}}\n",
     "3:17 [model.reference] no primary key, unique constraint or unique index of \"public.p\" has just the "
     "columns that "
     "are referred to 2:3\n"},
    {"reference to an unknown column",
     "tables:\n  p: {columns: {ident: int primary key}}\n  t: {columns: {a: int references p (idnet)}}\n",
     "3:17 [model.reference] there is no column \"idnet\" in the table \"public.p\" (Did you mean "
     "\"ident\"?)\n"},
    {"number of columns",
     "tables:\n  p: {columns: {a: int, b: int}, primary_key: [a, b]}\n  t: {columns: {a: int references "
     "p}}\n",
     "3:17 [model.reference] 1 columns refer to 2\n"},
    {"unknown column in a key", "tables: {t: {columns: {ident: int}, primary_key: [idemt]}}\n",
     "1:50 [model.reference] there is no column \"idemt\" in the table \"public.t\" (Did you mean "
     "\"ident\"?)\n"},
    {"unknown column in an index", "tables: {t: {columns: {a: int}, indexes: {i: (b)}}}\n",
     "1:43 [model.reference] there is no column \"b\" in the table \"public.t\"\n"},
    {"unknown column of a trigger",
     "tables: {t: {columns: {a: int}, triggers: {x: before update of b execute function f()}}}\n"
     "functions: {f(): {returns: trigger, body: x}}\n",
     "1:44 [model.reference] there is no column \"b\" in the table \"public.t\"\n"},
    {"unknown function",
     "tables: {t: {triggers: {x: {events: [update], function: tuoch()}}}}\nfunctions: {touch(): {returns: "
     "trigger, body: x}}\n",
     "1:25 [model.reference] there is no trigger function \"tuoch\" (Did you mean \"public.touch()\"?)\n"},
    {"unknown type", "enums: {status: [a]}\ntables: {t: {columns: {a: statsu}}}\n",
     "2:24 [model.reference] there is no type \"statsu\" (Did you mean \"public.status\"?)\n"},
    {"unknown owner", "sequences: {s: {owned_by: t.b}}\ntables: {t: {columns: {a: int}}}\n",
     "1:13 [model.reference] there is no column \"b\" in the table \"public.t\"\n"},
    {"unknown index", "tables: {t: {columns: {a: int unique}, cluster_on: t_b_key}}\n",
     "1:10 [model.reference] there is no index \"t_b_key\" here (Did you mean \"t_a_key\"?)\n"},
    {"identity and default", "tables: {t: {columns: {a: {type: int, identity: always, default: 1}}}}\n",
     "1:24 [model.contradiction] a column has only one of a default, a generated expression and an "
     "identity\n"},
    {"identity of a text", "tables: {t: {columns: {a: {type: text, identity: always}}}}\n",
     "1:24 [model.contradiction] an identity column is a smallint, integer or bigint, not text\n"},
    {"serial with a default", "tables: {t: {columns: {a: serial default 1}}}\n",
     "1:24 [model.contradiction] a serial column has its default already\n"},
    {"no result", "functions: {f(): {body: x}}\n",
     "1:13 [model.required] \"returns\" is missing in function\n"},
    {"no body", "functions: {f(): {returns: int}}\n",
     "1:13 [model.required] \"body\" is missing in function\n"},
    {"arguments twice", "functions: {f(int): {args: [a text], returns: int, body: x}}\n",
     "1:13 [model.arguments] the arguments in the key are not those in \"args\" (Say them in one place: the "
     "key alone is "
     "enough.)\n"},
    {"event",
     "tables: {t: {triggers: {x: {events: [updated], function: f()}}}}\nfunctions: {f(): {returns: trigger, "
     "body: x}}\n",
     "1:25 [model.choice] \"updated\" is no event of a trigger (Did you mean \"update\"?)\n"},
    {"several at once",
     "tables:\n  a: {columns: {x: int, y: {typ: int}}, unlogged: 1}\n  b: {columns: {z: int references "
     "q}}\nvews: {}\n",
     "2:28 [model.required] \"type\" is missing in column\n"
     "2:29 [model.unknown-key] unknown key \"typ\" in column (Did you mean \"type\"?)\n"
     "2:51 [model.boolean] \"unlogged\" must be true or false\n"
     "3:17 [model.reference] there is no table \"q\"\n"
     "4:1 [model.unknown-key] unknown key \"vews\" in the model (Did you mean \"views\"?)\n"},
};

static char *errors_text(struct arena *a, const struct diag *d)
{
    struct buf b = {0};
    const struct diag_entry *e;

    list_each (e, &d->entries) {
        buf_addf(&b, "%u:%u [%s] %s", e->at.line, e->at.column, e->code, e->message);
        if (e->hint)
            buf_addf(&b, " (%s)", e->hint);
        if (e->related.source)
            buf_addf(&b, " %u:%u", e->related.line, e->related.column);
        buf_addc(&b, '\n');
    }
    return buf_take(&b, a);
}

static void check_bad(void **state)
{
    const struct bad *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct catalog *c = read_text(&a, row->yaml, &d);

    expect_text(errors_text(&a, &d), row->want);
    assert_null(c);
    diag_clear(&d);
}

/* ---- schemas of the configuration ---- */

static void test_managed(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct list schemas = {0};
    struct catalog *c = NULL;

    list_push(&a, &schemas, "app");
    assert_int_equal(
        model_read_source(
            text_source(&a, "schema: app\ntables: {t: {columns: {a: int references auth.users (id)}}}\n"),
            &schemas, &d, &c),
        OK);
    assert_int_equal(c->schemas.n, 1);
    catalog_free(c);
    assert_int_equal(model_read_source(text_source(&a, "tables: {t: , u: }\n"), &schemas, &d, &c), ERR);
    expect_error(&d, "model.schema-not-managed");
    diag_clear(&d);
}

static void test_folder(void **state UNUSED)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct list schemas = {0};
    struct catalog *c = NULL;
    char *folder = temp_folder(&a), *sub = path_join(&a, folder, "sub");
    static const char one[] = "schema: app\ntables: {t: {columns: {a: int references u}}}\n";
    static const char two[] = "schema: other\ntables: {u: {columns: {id: int primary key}}}\n";

    assert_int_equal(folder_make(sub, &d), OK);
    assert_int_equal(model_read(folder, &schemas, &d, &c), ERR);
    expect_error(&d, "model.folder");
    diag_clear(&d);
    file_write(path_join(&a, folder, "b.yml"), one, strlen(one), false, &d);
    file_write(path_join(&a, sub, "a.yaml"), two, strlen(two), false, &d);
    file_write(path_join(&a, sub, "a.txt"), "?", 1, false, &d);
    int rc = model_read(folder, &schemas, &d, &c);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    assert_non_null(catalog_get(c, "foreign key app.t.t_a_fkey"));
    catalog_free(c);

    /* A file that cannot be read is no reason to call its tables missing. */
    file_write(path_join(&a, sub, "a.yaml"), "a: [", 4, true, &d);
    assert_int_equal(model_read(folder, &schemas, &d, &c), ERR);
    expect_error(&d, "yaml.value");
    temp_folder_remove(folder);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    add_case(&c, "the model of the design", test_design);
    ADD_ROWS(&c, rows, check_row);
    ADD_ROWS(&c, bad_rows, check_bad);
    add_case(&c, "schemas of the configuration", test_managed);
    add_case(&c, "a folder", test_folder);
    return run_cases(&c, "model");
}
