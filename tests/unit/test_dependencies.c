#include "model_dump.h"

#include "base/file.h"

/* Every row reads this and one object more. */
static const char base[] = "enums:\n"
                           "  status: [a, b]\n"
                           "domains:\n"
                           "  price: {type: \"numeric(12,2)\"}\n"
                           "composites:\n"
                           "  pair: {attributes: {x: integer, y: status}}\n"
                           "sequences:\n"
                           "  counter:\n"
                           "tables:\n"
                           "  users:\n"
                           "    columns: {id: integer primary key, name: text unique, state: status}\n"
                           "  orders:\n"
                           "    columns: {id: integer primary key, user_id: integer, total: price}\n"
                           "  billing.invoices:\n"
                           "    columns: {id: integer primary key, amount: price}\n"
                           "functions:\n"
                           "  f(a integer, b integer default 1): {returns: integer, body: select 1}\n"
                           "  f(a text): {returns: integer, body: select 1}\n"
                           "  many(variadic a integer[]): {returns: integer, body: select 1}\n"
                           "  touch(): {returns: trigger, language: plpgsql, body: begin end}\n"
                           "  billing.g(): {returns: integer, body: select 1}\n";

struct row {
    const char *name, *yaml, *address, *want;
};

#define VIEW(query) "views:\n  v:\n    query: |\n      " query "\n", "view public.v"
#define USERS       "schema public, table public.users"
#define ORDERS      "schema public, table public.orders"

static const struct row view_rows[] = {
    {"a table, a column", VIEW("select id from users"), "column public.users.id, " USERS},
    {"star", VIEW("select * from users"),
     "column public.users.id, column public.users.name, column public.users.state, " USERS},
    {"star of one", VIEW("select u.* from users u"),
     "column public.users.id, column public.users.name, column public.users.state, " USERS},
    {"count(*) is no star", VIEW("select count(*) from users"), USERS},
    {"a product is no star", VIEW("select id * 2 from users"), "column public.users.id, " USERS},
    {"join", VIEW("select u.name from orders o join users u on u.id = o.user_id"),
     "column public.orders.id, column public.orders.user_id, column public.users.id, column "
     "public.users.name, schema "
     "public, table public.orders, table public.users"},
    {"comma", VIEW("select name, total from users u, orders where true"),
     "column public.orders.total, column public.users.name, schema public, table public.orders, table "
     "public.users"},
    {"comma after where is none", VIEW("select 1 from users where x in (1, orders)"), USERS},
    {"only", VIEW("select 1 from only users"), USERS},
    {"lateral", VIEW("select 1 from users, lateral (select 1 from orders) x"),
     "schema public, table public.orders, table public.users"},
    {"in parentheses", VIEW("select 1 from (users cross join orders)"),
     "schema public, table public.orders, table public.users"},
    {"comma in parentheses", VIEW("select 1 from ((users cross join orders))"),
     "schema public, table public.orders, table public.users"},
    {"sub-select", VIEW("select 1 from (select 1 from orders) x"), ORDERS},
    {"exists", VIEW("select 1 where exists (select 1 from orders)"), ORDERS},
    {"union", VIEW("select 1 from users union select 1 from orders"),
     "schema public, table public.orders, table public.users"},
    {"table command", VIEW("table orders"),
     "column public.orders.id, column public.orders.total, column public.orders.user_id, " ORDERS},
    {"qualified", VIEW("select amount from billing.invoices"),
     "column billing.invoices.amount, schema public, table billing.invoices"},
    {"quoted", VIEW("select \"id\" from \"users\""), "column public.users.id, " USERS},
    {"upper case", VIEW("SELECT ID FROM USERS"), "column public.users.id, " USERS},
    {"schema of another file's default", VIEW("select amount from invoices"),
     "column billing.invoices.amount, schema public, table billing.invoices"},
    {"CTE hides a table", VIEW("with orders as (select 1 from users) select 1 from orders"), USERS},
    {"but not in itself", VIEW("with orders as (select 1 from orders) select 1 from orders"), ORDERS},
    {"unless it is recursive", VIEW("with recursive orders as (select 1 from orders) select 1 from orders"),
     "schema public"},
    {"qualified is never a CTE", VIEW("with orders as (select 1) select 1 from public.orders"), ORDERS},
    {"second CTE", VIEW("with a as (select 1), orders (x) as materialized (select 2) select 1 from orders"),
     "schema public"},
    {"extract(x from y)", VIEW("select extract(year from orders) from users"), USERS},
    {"is distinct from", VIEW("select id is distinct from orders from users"),
     "column public.users.id, " USERS},
    {"in a comment", VIEW("select 1 /* from orders */ from users -- from orders"), USERS},
    {"in a string", VIEW("select ' from orders' from users"), USERS},
    {"group by all that is named", VIEW("select name, count(*) from users group by name"),
     "column public.users.name, schema public, table public.users"},
    {"group by the key", VIEW("select id, name from users group by id"),
     "column public.users.id, column public.users.name, primary key public.users.users_pkey, schema public, table public.users"},
    {"group by a number", VIEW("select name, count(*) from users group by 1 having count(*) > 1"),
     "column public.users.name, primary key public.users.users_pkey, schema public, table public.users"},
    {"group by in a subquery", VIEW("select name from (select name from users group by (name) limit 5) x"),
     "column public.users.name, schema public, table public.users"},
    {"natural join", VIEW("select 1 from users natural join orders"),
     "column public.orders.id, column public.orders.total, column public.orders.user_id, column "
     "public.users.id, "
     "column public.users.name, column public.users.state, schema public, table public.orders, table "
     "public.users"},
    {"cast", VIEW("select 'a'::status, cast(1 as price)"),
     "domain public.price, enum public.status, schema public"},
    {"cast to an array", VIEW("select '{}'::status[], array[]::public.price[]"),
     "domain public.price, enum public.status, schema public"},
    {"type before a literal", VIEW("select status 'a'"), "enum public.status, schema public"},
    {"composite", VIEW("select (row(1, 'a')::pair).x"), "composite public.pair, schema public"},
    {"row type of a table", VIEW("select null::users"), USERS},
    {"overloads of one argument", VIEW("select f(1)"),
     "function public.f(integer, integer), function public.f(text), schema public"},
    {"overload of two", VIEW("select f(1, least(2, 3))"),
     "function public.f(integer, integer), schema public"},
    {"overload of none", VIEW("select f()"), "schema public"},
    {"variadic", VIEW("select many(1, 2, 3)"), "function public.many(integer[]), schema public"},
    {"qualified function", VIEW("select billing.g()"), "function billing.g(), schema public"},
    {"a word that is no call", VIEW("select f from users"), USERS},
    {"function in from", VIEW("select 1 from f(1) x, users"),
     "function public.f(integer, integer), function public.f(text), schema public, table public.users"},
    {"nextval", VIEW("select nextval('counter')"), "schema public, sequence public.counter"},
    {"regclass", VIEW("select 'public.users'::regclass"), USERS},
    {"unbalanced", VIEW("select )) f(1 from users ]"),
     "function public.f(integer, integer), function "
     "public.f(text), " USERS},
};

static const struct row object_rows[] = {
    {"column: type", "tables: {t: {columns: {a: status}}}", "column public.t.a", "enum public.status"},
    {"column: array", "tables: {t: {columns: {a: 'price[]'}}}", "column public.t.a", "domain public.price"},
    {"column: default", "tables: {t: {columns: {a: \"integer default f(1, 2)\", f: text}}}",
     "column public.t.a", "default: function public.f(integer, integer)"},
    {"column: serial", "tables: {t: {columns: {a: serial}}}", "column public.t.a",
     "default: sequence public.t_a_seq"},
    {"sequence: owner", "tables: {t: {columns: {a: serial}}}", "sequence public.t_a_seq",
     "owned by: column public.t.a, schema public"},
    {"column: generated",
     "tables: {t: {columns: {a: integer, b: integer generated always as (a + f('x')) stored}}}",
     "column public.t.b", "column public.t.a, function public.f(integer, integer), function public.f(text)"},
    {"check", "tables: {t: {columns: {a: integer, b: integer}, checks: {c: a > 0}}}", "check public.t.c",
     "column public.t.a"},
    {"check of a domain", "domains: {d: {type: text, checks: {c: f(value) > 0}}}", "check public.d.c",
     "function public.f(integer, integer), function public.f(text)"},
    {"primary key", "tables: {t: {columns: {a: integer, b: integer}, primary_key: [b]}}",
     "primary key public.t.t_pkey", "column public.t.b"},
    {"index",
     "tables: {t: {columns: {a: text, b: text, c: text, d: text}, indexes: {i: \"(a, lower(b)) include (c) "
     "where d = 'x'\"}}}",
     "index public.t.i", "column public.t.a, column public.t.b, column public.t.c, column public.t.d"},
    {"exclusion", "tables: {t: {columns: {a: text, b: text}, exclusions: {x: \"using gist (a with =)\"}}}",
     "exclusion public.t.x", "column public.t.a"},
    {"foreign key to a primary key", "tables: {t: {columns: {a: integer references users}}}",
     "foreign key public.t.t_a_fkey",
     "column public.t.a, column public.users.id, primary key public.users.users_pkey, table public.users"},
    {"foreign key to a unique", "tables: {t: {columns: {a: text references users (name)}}}",
     "foreign key public.t.t_a_fkey",
     "column public.t.a, column public.users.name, table public.users, unique public.users.users_name_key"},
    {"foreign key to a unique index",
     "tables: {t: {columns: {a: integer references p (b)}}, p: {columns: {b: integer}, indexes: {i: unique "
     "(b)}}}",
     "foreign key public.t.t_a_fkey",
     "column public.p.b, column public.t.a, index public.p.i, table public.p"},
    {"foreign key to columns with two keys",
     "tables: {t: {columns: {a: integer references p}}, p: {columns: {b: integer primary key}, uniques: "
     "[b]}}",
     "foreign key public.t.t_a_fkey",
     "column public.p.b, column public.t.a, primary key public.p.p_pkey, table public.p, unique "
     "public.p.p_b_key"},
    {"function of a language",
     "extensions: {plpgsql: }\nfunctions: {h(): {returns: integer, language: plpgsql, body: x}}",
     "function public.h()", "extension plpgsql, schema public"},
    {"foreign key to itself", "tables: {t: {columns: {a: integer primary key, b: integer references t}}}",
     "foreign key public.t.t_b_fkey", "column public.t.a, column public.t.b, primary key public.t.t_pkey"},
    {"trigger",
     "tables: {t: {columns: {a: integer, b: integer}, triggers: {x: \"before update of a for each row when "
     "(new.b "
     "> 0) execute function touch()\"}}}",
     "trigger public.t.x", "column public.t.a, column public.t.b, function public.touch()"},
    {"table: replica index",
     "tables: {t: {columns: {a: integer not null}, indexes: {i: unique (a)}, replica_identity: index, "
     "replica_index: i, "
     "cluster_on: i}}",
     "table public.t", "late: index public.t.i, schema public"},
    {"function: arguments and result",
     "functions: {\"h(a status, b price default f(1, 1))\": {returns: 'setof users', body: x}}",
     "function public.h(public.status, public.price)",
     "domain public.price, enum public.status, function public.f(integer, integer), schema public, table "
     "public.users"},
    {"function: table result", "functions: {h(): {returns: 'table(a status, b pair[])', body: x}}",
     "function public.h()", "composite public.pair, enum public.status, schema public"},
    {"function: body is a text", "functions: {h(): {returns: integer, body: 'select 1 from users'}}",
     "function public.h()", "schema public"},
    {"function: SQL body", "functions: {h(): {returns: integer, sql_body: 'return (select id from users)'}}",
     "function public.h()", "body: column public.users.id, body: table public.users, schema public"},
    {"function: SQL body that writes",
     "functions: {h(): {returns: void, sql_body: 'begin atomic insert into orders (id) values (1); end'}}",
     "function public.h()",
     "body: column public.orders.id, body: column public.orders.total, body: column public.orders.user_id, "
     "body: table "
     "public.orders, schema public"},
    {"composite", "composites: {c: {attributes: {a: pair}}}", "composite public.c", "schema public"},
    {"attribute", "composites: {c: {attributes: {a: pair}}}", "attribute public.c.a",
     "composite public.pair"},
    {"domain", "domains: {d: {type: price, default: 'f(1, 2)'}}", "domain public.d",
     "domain public.price, function public.f(integer, integer), schema public"},
    {"type of an extension", "extensions: [citext, hstore]\ntables: {t: {columns: {a: citext}}}",
     "column public.t.a", "extension citext, extension hstore"},
    {"extension in a schema", "extensions: {citext: {schema: ext}}", "extension citext", "schema ext"},
    {"view of a view", "views: {v: select 1 from w, w: select 1}", "view public.v",
     "schema public, view public.w"},
    {"trigger of a view",
     "views: {v: {query: select 1, triggers: {x: instead of insert for each row execute function touch()}}}",
     "trigger public.v.x", "function public.touch()"},
};

/* The groups of base and row stand in two files, as in a folder. */
static void check_row(void **state)
{
    const struct row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct catalog *c = NULL;
    char *folder = temp_folder(&a);

    assert_int_equal(file_write(path_join(&a, folder, "a.yaml"), base, strlen(base), true, &d), OK);
    assert_int_equal(file_write(path_join(&a, folder, "b.yaml"), row->yaml, strlen(row->yaml), true, &d), OK);
    int rc = model_read(folder, &(struct list){0}, &d, &c);
    temp_folder_remove(folder);
    expect_text(diag_text(&a, &d), "");
    assert_int_equal(rc, OK);
    const struct object *o = catalog_get(c, row->address);
    if (!o)
        print_error("no %s in\n%s", row->address, dump_catalog(&a, c));
    assert_non_null(o);
    expect_text(dump_depends(&a, o), row->want);
    catalog_free(c);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, view_rows, check_row);
    ADD_ROWS(&c, object_rows, check_row);
    return run_cases(&c, "dependencies");
}
