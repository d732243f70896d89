create table t (id integer);
revoke usage on schema public from public;
