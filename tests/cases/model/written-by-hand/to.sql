create type order_status as enum ('pending', 'paid', 'shipped');
create domain positive_money as numeric(12,2) constraint positive check (value > 0);
create table users (id bigint generated always as identity primary key, display_name text, email varchar(200) not null default 'x' unique, created_at timestamptz not null default now());
comment on table users is 'People who can sign in';
create index users_created_idx on users (created_at desc) where email is not null;
create table orders (id bigint generated always as identity primary key, user_id bigint not null references users on delete cascade, status order_status not null default 'pending', total positive_money not null, constraint orders_total_max check (total < 1000000));
create function touch() returns trigger language plpgsql as $$begin new.updated_at := now(); return new; end
$$;
create trigger orders_touch before update on orders for each row execute function touch();
create view paid_orders as select o.id, u.email from orders o join users u on u.id = o.user_id where o.status in ('paid', 'shipped');
