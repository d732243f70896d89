select a, b from p1; select a, b from q; select a, b from z;
