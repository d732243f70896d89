SELECT e, a FROM keeps
