-- A number becomes an interval in the unit that its last field names, whichever way the type is reached: directly, through a domain, as an array of the domain.
CREATE DOMAIN wait AS bigint;
CREATE DOMAIN longer AS wait;
CREATE DOMAIN waits AS wait[];
CREATE TABLE stops (id integer, w wait, l longer, direct smallint, years numeric, list wait[], seconds integer, one smallint, two waits);
