select last_value, is_called from s1.moves union all select last_value, is_called from s1.stays union all select last_value, is_called from s1.q
union all select last_value, is_called from s1.t_id_seq;
