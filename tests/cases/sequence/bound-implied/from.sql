create sequence up as integer minvalue -5;
create sequence used minvalue -5;
create sequence down increment -1 maxvalue 7;
