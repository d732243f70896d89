ALTER SUBSCRIPTION s DISABLE;
ALTER SUBSCRIPTION s SET (slot_name = NONE);
-- hazard drop-subscription: the slot 's' stays at the publisher, and keeps its log
-- hazard rebuild: subscription s is dropped here and created again
DROP SUBSCRIPTION s;

CREATE SUBSCRIPTION s
    CONNECTION 'dbname=x'
    PUBLICATION a
    WITH (connect = false, two_phase = true);
-- needs the slot 's' at the publisher; its tables come with ALTER SUBSCRIPTION ... REFRESH PUBLICATION WITH (copy_data = false)
ALTER SUBSCRIPTION s ENABLE;
