create access method other type table handler heap_tableam_handler;
create table gets (a int) partition by list (a);
create table gets1 partition of gets for values in (1);
create table loses (a int) partition by list (a) using other;
create table loses1 partition of loses for values in (1) using heap;
create table stays (a int) partition by list (a) using other;
create table stays1 partition of stays for values in (1);
