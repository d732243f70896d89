create subscription s connection 'dbname=x' publication a with (connect = false, two_phase = true);
alter subscription s enable;
