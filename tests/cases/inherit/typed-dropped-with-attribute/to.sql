create type c as (a integer);
