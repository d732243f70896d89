create function by_length(text, text) returns integer language sql immutable strict as 'select length($1) - length($2)';
create function by_half(text, text) returns integer language sql immutable strict as 'select length($1) / 2 - length($2) / 2';
create function shorter(text, text) returns boolean language sql immutable strict as 'select length($1) < length($2)';
create operator <# (function = shorter, leftarg = text, rightarg = text);
create operator class by_length for type text using btree as operator 1 <#, function 1 by_length(text, text);
create type lengths as range (subtype = text, subtype_opclass = by_length);
create table t (id integer primary key, around lengths);
