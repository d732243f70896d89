select a.id, v, a_id from a join stays on a_id = id;
