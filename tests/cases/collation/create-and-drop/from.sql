create schema "We ird";
create collation gone (provider = libc, locale = 'C');
create collation stays (provider = icu, locale = 'de-u-co-phonebk');
comment on collation stays is 'before';
create table t (a text collate gone, b text collate stays);
