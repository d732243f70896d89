create type gone;
create type filled;
create type "Stays";
comment on type filled is 'soon';
