create table p (a integer, b integer) partition by range (a);
