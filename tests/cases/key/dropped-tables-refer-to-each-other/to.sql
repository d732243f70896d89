create table keep (x integer);
