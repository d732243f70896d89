create subscription s connection 'dbname=x' publication a with (connect = false);
alter subscription s enable;
