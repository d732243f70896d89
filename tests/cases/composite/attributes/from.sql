create type c as (a integer, b text);
