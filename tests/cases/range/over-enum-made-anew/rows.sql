insert into t values (1, '[low,high]', '["{low}","{low,high}")', array['{[low,high],(low,middle]}'::level_multirange], '[low,)'), (2, null, null, null, null);
