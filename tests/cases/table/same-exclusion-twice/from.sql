-- of two exclusions that are the same, in one statement, the server would make one
CREATE TABLE there (id integer);
