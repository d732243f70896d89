insert into made values (1, '[1,2)'), (4, '[1,2)'); insert into joins values (2, '[1,2)'); insert into joins2 values (3, '[1,2)');
insert into changes values (1, '[1,2)');
