create sequence s increment 5 minvalue -10 start 20 cache 3 cycle;
create sequence q as smallint;
comment on sequence q is 'q';
