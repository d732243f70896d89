create function by_length(text, text) returns integer language sql immutable strict as 'select length($1) - length($2)';
create function shorter(text, text) returns boolean language sql immutable strict as 'select length($1) < length($2)';
create function shorter_or_same(text, text) returns boolean language sql immutable strict as 'select length($1) <= length($2)';
create function same_length(text, text) returns boolean language sql immutable strict as 'select length($1) = length($2)';
create function longer_or_same(text, text) returns boolean language sql immutable strict as 'select length($1) >= length($2)';
create function longer(text, text) returns boolean language sql immutable strict as 'select length($1) > length($2)';
create operator <# (function = shorter, leftarg = text, rightarg = text, commutator = >#, negator = >=#, restrict = scalarltsel, join = scalarltjoinsel);
create operator <=# (function = shorter_or_same, leftarg = text, rightarg = text, commutator = >=#, negator = >#);
create operator =# (function = same_length, leftarg = text, rightarg = text, commutator = =#, merges);
create operator >=# (function = longer_or_same, leftarg = text, rightarg = text, commutator = <=#, negator = <#);
create operator ># (function = longer, leftarg = text, rightarg = text, commutator = <#, negator = <=#);
create operator class by_length for type text using btree as
    operator 1 <#, operator 2 <=#, operator 3 =#, operator 4 >=#, operator 5 >#, function 1 by_length(text, text), function 4 btequalimage(oid);
create operator class spots default for type circle using spgist as
    operator 10 <<| (circle, circle), function 1 spg_quad_config(internal, internal), function 6 spg_poly_quad_compress(polygon);
create table t (name text);
create index t_name on t (name by_length);
