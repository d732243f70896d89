create table t (a int primary key, b int generated always as (a * 2) stored, c int generated always as (a + 1) stored);
create publication gets for table t;
create publication loses for table t with (publish_generated_columns = stored);
create publication columns for table t (a, b);
create publication gone for all tables with (publish_generated_columns = stored);
