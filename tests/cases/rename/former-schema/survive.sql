select * from two.t, two.kept, two.leaves, two.x, two.y;
