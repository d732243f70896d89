create function f(numeric, numeric) returns numeric language sql return 1;
create aggregate a(numeric) (sfunc = f, stype = numeric(4,1));
create type blank as range (subtype = bpchar, collation = "POSIX");
create type short as range (subtype = varchar(3));
