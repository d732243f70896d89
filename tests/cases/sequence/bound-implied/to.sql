create sequence up as integer cycle;
create sequence used;
create sequence down increment -1;
