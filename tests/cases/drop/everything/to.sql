create table keep (a integer);
