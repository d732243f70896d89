CREATE TABLE base (at timestamp DEFAULT now());
CREATE TABLE keeps (a integer, e integer, CONSTRAINT e_pos CHECK (e > 0)) INHERITS (base);
CREATE TABLE loses (a integer) INHERITS (base);
