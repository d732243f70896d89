-- hazard rename: what still says public.was for public.isnow fails
ALTER DOMAIN public.was RENAME TO isnow;

-- hazard rename: what still says public.was_named for public.isnow_named fails
ALTER DOMAIN public.was_named RENAME TO isnow_named;

ALTER DOMAIN public.isnow RENAME CONSTRAINT was_not_null TO isnow_not_null;
