"""libpq, as far as a test needs it: no process for a statement."""
import ctypes
import ctypes.util

LIB = ctypes.CDLL(ctypes.util.find_library("pq") or "libpq.so.5")
for name, result, args in (("PQconnectdb", "p", "s"), ("PQstatus", "i", "p"), ("PQerrorMessage", "s", "p"), ("PQexec", "p", "ps"), ("PQresultStatus", "i", "p"),
                           ("PQresultErrorField", "s", "pi"), ("PQntuples", "i", "p"), ("PQnfields", "i", "p"), ("PQgetvalue", "s", "pii"), ("PQgetisnull", "i", "pii"),
                           ("PQclear", "", "p"), ("PQfinish", "", "p")):
    c = {"p": ctypes.c_void_p, "s": ctypes.c_char_p, "i": ctypes.c_int, "": None}
    getattr(LIB, name).restype = c[result]
    getattr(LIB, name).argtypes = [c[a] for a in args]


class SqlError(Exception):
    def __init__(self, state, message):
        super().__init__("%s (%s)" % (message, state))
        self.state = state


class Session:
    def __init__(self, url):
        self.c = LIB.PQconnectdb(url.encode())
        if LIB.PQstatus(self.c) != 0:
            message = LIB.PQerrorMessage(self.c).decode()
            LIB.PQfinish(self.c)
            raise SqlError("08000", message.strip())
        self("SET client_min_messages = error")

    def __call__(self, sql):
        """Rows as lists of texts. Several statements are one transaction."""
        r = LIB.PQexec(self.c, sql.encode())
        try:
            status = LIB.PQresultStatus(r)
            if status not in (0, 1, 2):
                raise SqlError((LIB.PQresultErrorField(r, ord("C")) or b"?").decode(), (LIB.PQresultErrorField(r, ord("M")) or LIB.PQerrorMessage(self.c)).decode())
            return [[None if LIB.PQgetisnull(r, i, j) else LIB.PQgetvalue(r, i, j).decode() for j in range(LIB.PQnfields(r))] for i in range(LIB.PQntuples(r))]
        finally:
            LIB.PQclear(r)

    def close(self):
        LIB.PQfinish(self.c)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
