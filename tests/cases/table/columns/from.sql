create table t (a integer, gone text, n integer);
