create domain was as int not null;
create domain was_named as int constraint stays not null;
