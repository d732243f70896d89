create type c as (a bigint, z date);
comment on type c is 'c';
comment on column c.a is 'the a';
