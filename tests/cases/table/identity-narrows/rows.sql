INSERT INTO counters (label) VALUES ('a'), ('b');
INSERT INTO other DEFAULT VALUES;
