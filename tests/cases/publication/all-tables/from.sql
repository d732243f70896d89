create table a (id int primary key);
create publication p for all tables;
create publication q for table a;
