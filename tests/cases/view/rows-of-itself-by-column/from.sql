-- a column has rows of a view of the table's own rows
CREATE TABLE z (a integer);
