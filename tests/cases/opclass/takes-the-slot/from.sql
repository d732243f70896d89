create function cmp_circle(circle, circle) returns integer language sql immutable as 'select 0';
create function h(box) returns integer language sql immutable as 'select 0';
create function cmp(point, point) returns integer language sql immutable as 'select case when $1[0] < $2[0] then -1 when $1[0] > $2[0] then 1 else 0 end';
create function cmp_other(point, point) returns integer language sql immutable as 'select case when $1[1] < $2[1] then -1 when $1[1] > $2[1] then 1 else 0 end';
create function lt(point, point) returns boolean language sql immutable as 'select $1[0] < $2[0]';
create function lt_other(point, point) returns boolean language sql immutable as 'select $1[1] < $2[1]';
create operator #< (leftarg = point, rightarg = point, function = lt);
create operator ##< (leftarg = point, rightarg = point, function = lt_other);
create operator family shared using btree;
create operator family kept using btree;
-- the same slots of one family
create operator class was for type point using btree family shared as operator 1 #<, function 1 cmp(point, point);
-- the default of its type
create operator class was_usual default for type circle using btree as operator 1 <(circle, circle), function 1 cmp_circle(circle, circle);
-- a class that another takes something from
create operator class gives for type box using hash as operator 1 =(box, box), function 1 h(box);
create table t (p point, c circle);
create index t_p on t (p was);
create index t_c on t using btree (c);
create conversion was_conversion for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create default conversion was_usual_conversion for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
create operator class loose for type point using btree family kept as operator 1 ##<, function 1 cmp_other(point, point);
