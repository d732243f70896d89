CREATE TABLE base (at timestamp DEFAULT now(), e integer, f integer, CONSTRAINT e_pos CHECK (e > 0), CONSTRAINT f_pos CHECK (f > 0));
CREATE TABLE keeps (a integer) INHERITS (base);
CREATE TABLE loses (a integer) INHERITS (base);
