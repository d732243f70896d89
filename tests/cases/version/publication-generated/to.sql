create table t (a int primary key, b int generated always as (a * 2) stored, c int generated always as (a + 1) stored);
create publication gets for table t with (publish_generated_columns = stored);
create publication loses for table t with (publish_generated_columns = none);
create publication columns for table t (a, c);
create publication fresh for all tables with (publish_generated_columns = stored, publish = 'insert');
