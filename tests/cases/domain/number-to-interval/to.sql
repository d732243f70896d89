CREATE DOMAIN wait AS interval hour to minute;
CREATE DOMAIN longer AS wait;
CREATE DOMAIN waits AS wait[];
CREATE TABLE stops (id integer, w wait, l longer, direct interval day to hour, years interval year, list wait[], seconds interval minute to second(2), one waits, two waits);
