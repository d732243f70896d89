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

int main(void)
{
    struct cases c = {0};
    add_case(&c, "the model of the design", test_design);
    return run_cases(&c, "model");
}
