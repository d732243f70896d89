ALTER PUBLICATION columns DROP TABLE ONLY public.t;
ALTER PUBLICATION columns ADD TABLE ONLY public.t (a, b);

ALTER PUBLICATION gets SET (publish_generated_columns = none);

CREATE PUBLICATION gone FOR ALL TABLES WITH (publish_generated_columns = stored);

ALTER PUBLICATION loses SET (publish_generated_columns = stored);

-- hazard drop-publication: subscribers of fresh fail from here on
DROP PUBLICATION fresh;
