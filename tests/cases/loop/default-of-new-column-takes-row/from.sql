create table t (id integer);
create function row_text(r t) returns text language sql stable return 'y'::text;
create function reads() returns bigint language sql stable begin atomic select count(*) from t; end;
