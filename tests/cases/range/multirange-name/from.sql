create type a as range (subtype = text, multirange_type_name = shared);
create type c as range (subtype = float8, multirange_type_name = moved);
create table t (x c);
