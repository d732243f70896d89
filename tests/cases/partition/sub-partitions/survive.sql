select a, b, c from p11;
