create domain isnow as int not null;
create domain isnow_named as int constraint stays not null;
