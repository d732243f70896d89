create type kind as (a integer, b text, c date);
