insert into p values (1), (11), (21), (31), (41), (51);
insert into p_joins values (61);
