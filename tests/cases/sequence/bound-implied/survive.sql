select last_value from used;
