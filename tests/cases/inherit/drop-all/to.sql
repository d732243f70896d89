create table z (a integer);
