create type gone as range (subtype = int);
create table old (g gone);
