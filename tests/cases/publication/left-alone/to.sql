create table a (id int primary key, b int);
create publication p for table a;
