insert into serial_against_table default values;
insert into identity_against_table default values;
insert into serial_both default values;
