; drop table x; $$ */';

CREATE INDEX "i -- ;" ON "Weird -- schema"."t""q;" USING btree ("a b");

CREATE TABLE "Weird -- schema".a234567890123456789012345678901234567890123456789012345678901 (
    a234567890123456789012345678901234567890123456789012345678901 integer,
    CONSTRAINT a234567890123456789012345678_a234567890123456789012345678_check CHECK (a234567890123456789012345678901234567890123456789012345678901 > 0),
    CONSTRAINT a2345678901234567890123456789_a2345678901234567890123456789_key UNIQUE (a234567890123456789012345678901234567890123456789012345678901)
);

CREATE VIEW "Weird -- schema"."v'" AS
SELECT "t""q;"."a b",
    "t""q;"."select"
   FROM "Weird -- schema"."t""q;";

-- kedge:downgrade
-- lock: ACCESS EXCLUSIVE on "Weird -- schema"."v'" (blocks reads and writes)
DROP VIEW "Weird -- schema"."v'";

-- lock: ACCESS EXCLUSIVE on "Weird -- schema".a234567890123456789012345678901234567890123456789012345678901 (blocks reads and writes)
-- hazard drop-table: the rows of "Weird -- schema".a234567890123456789012345678901234567890123456789012345678901 are lost
DROP TABLE "Weird -- schema".a234567890123456789012345678901234567890123456789012345678901;

-- lock: ACCESS EXCLUSIVE on "Weird -- schema"."t""q;" (blocks reads and writes)
-- hazard drop-table: the rows of "Weird -- schema"."t""q;" are lost
DROP TABLE "Weird -- schema"."t""q;";

DROP FUNCTION "Weird -- schema"."f $"(integer);

DROP TYPE "Weird -- schema"."e;";

-- hazard drop-schema: schema "Weird -- schema" goes
DROP SCHEMA "Weird -- schema";
