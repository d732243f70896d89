create table p (a integer, b integer);
