create type shape as (sides integer);
create type mood as enum ('sad', 'happy');
create function to_shape(integer) returns shape language sql immutable as 'select row($1)::shape';
create function to_shape(text) returns shape language sql immutable as 'select row(1)::shape';
create cast (integer as shape) with function to_shape(integer);
create cast (varchar as mood) with inout as implicit;
create cast (bigint as shape) with inout;
