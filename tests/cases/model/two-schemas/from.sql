create schema a;
create schema b;
