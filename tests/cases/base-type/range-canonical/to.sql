create type days;
create function days_canonical(days) returns days language internal immutable strict as 'daterange_canonical';
create function days_apart(date, date) returns float8 language internal immutable strict as 'daterange_subdiff';
create type days as range (subtype = date, canonical = days_canonical, subtype_diff = days_apart, multirange_type_name = many_days);
create type weeks;
create function weeks_canonical(weeks) returns weeks language internal immutable strict as 'daterange_canonical';
create type weeks as range (subtype = date, canonical = weeks_canonical);
create function length_of(days) returns integer language sql immutable as 'select upper($1) - lower($1)';
create table t (id integer, weeks weeks, more weeks_multirange, exclude using gist (weeks with &&));
