INSERT INTO h VALUES (2, NULL); -- the way back has no place for more than two values
