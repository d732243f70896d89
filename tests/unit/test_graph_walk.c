/* Routes over graphs of revisions and the version rows that they leave. Names of the rows are those of the reference (A
 * to Z); where a row differs from it, the comment says which correction it follows. */
#include "graph_text.h"

#include "revision/walk.h"

struct walk_row {
    const char *name;
    size_t graph;
    const char *rows;
    enum direction direction;
    const char *target, *steps /* "!": refused */, *end;
};

/* clang-format off */
static const char *const graphs[] = {
    "aaaa; bbbb<aaaa; cccc<bbbb; dddd<cccc; eeee<dddd",
    "a; b<a; c1<b #c1branch; d1<c1; c2<b #c2branch; d2<c2",
    "a1; b1<a1; c1<b1; a2; b2<a2; c2<b2; d1<c1,c2; d2<c2",
    "a1; b1<a1; c1<b1; a2; b2<a2; c2<b2; a3; b3<a3; c3<b3; d1<c1,c2,c3; d2<c2; d3<c3",
    "a; b1<a; b2<a; b3<a; c1<b1,b2,b3; c2<b1,b2,b3; d1<c1; d2<c2",
    "a; b1<a; b2<a; b3<a; c1<b1,b2; c2<b2,b3; d1<c1; d2<c2",
    "a1 #lib1; b1<a1; c1<b1; a2; b2<a2; c2<b2 ~c1; d1<c1; e1<d1; f1<e1",
    "a1 #lib1; b1<a1; c1<b1 #c1lib; a2; b2<a2; c2<b2 ~c1lib; d1<c1; e1<d1; f1<e1",
    "a1; a2; a3; amerge<a1,a2,a3; b1; b2; bmerge<b1,b2; c1; c2; c3; cmerge<c1,c2,c3; d1 ~a3 ~b2 ~c1",
    "a1; a2<a1; b1; b2<b1 ~a2; b3<b2; a3<a2 ~b1",
    "a1; a2<a1 ~a1",
    "a1; a2<a1; a3<a2; b1; b2<b1 ~a3; b3<b2; b4<b3 ~a3",
    "a1; b1 ~a1; bmerge<a1,b1",
    "a1; b1<a1; a2; b2<a2",
    "a; b<a; c1<b; d1<c1; c2<b #c2branch; d2<c2; e<d1,d2; f<e",
    "a; b<a; c1<b #c1branch; d1<c1; c2<b #c2branch; d2<c2 ~c1",
    "y1 #y; x1 #x; y2<y1 ~x1; x2<x1",
    "x1 #x; x2<x1; y1 #y; y2<y1 ~x2; y3<y2",
    "a; b<a; c<b",
    "a; b<a; c1<b; c2<b; m<c1,c2,a",
    "a; b1<a #p; b2<a #q; b3<a #r; m<b1,b2; n<m,b3",
    "aaaa; bbbb<aaaa #foo-1; cccc<bbbb; dddd<cccc",
    "a1; b1 ~a1; bmerge<a1,b1; z",
    "a; b<a; s; c<b ~a ~s",
    "a; b<a; c<b ~a",
    "a; b<a; c<b",
    /* 2.19 */
    "base1; base2; base3; a1a<base1; a1b<base1; a2<base2; a3<base3; b1a<a1a; b1b<a1b; b2<a2; b3<a3; c2<b2; d2<c2; mergeb3d2<b3,d2",
    "base1 #b_1; a1a<base1; a1b<base1; b1a<a1a; b1b<a1b ~a3; base2 #b_2; a2<base2; b2<a2; c2<b2 ~a3; d2<c2; base3 #b_3; a3<base3; b3<a3",
    "a1; a2<a1; a3<a2; b1<a3; b2<a3; cb1<b1; cb2<b2; db1<cb1; db2<cb2; e1b1<db1; fe1b1<e1b1; e2b1<db1; e2b2<db2; merge<e2b1,e2b2",
    "a1; a2<a1; a3<a2; b1; b2<b1 ~a3; b3<b2; b4<b3 ~a3; b5<b4 ~b4",
    "c1; a1; a2<a1 ~c1; a3<a2 ~c1; b1; b2<b1 ~a3; b3<b2; b4<b3 ~a3; b5<b4",
    "base1 #b_1; a1<base1; b1<a1; c1<b1; base2 ~b_1 #b_2; a2<base2; b2<a2; c2<b2; d2<c2; base3 #b_3; a3<base3; b3<a3; c3<b3 ~b2; d3<c3",
};

static const struct walk_row walks[] = {
    {"A1", 0, "", UPGRADE, "cccc", "aaaa bbbb cccc", "cccc"},
    {"A2", 0, "cccc", UPGRADE, "eeee", "dddd eeee", "eeee"},
    {"A3", 0, "cccc", UPGRADE, "cccc", "", "cccc"},
    {"A4", 0, "dddd", UPGRADE, "bbbb", "", "dddd"},
    {"A5", 0, "eeee", UPGRADE, "head", "", "eeee"},
    {"A6", 0, "bbbb", UPGRADE, "base", "", "bbbb"},
    {"A7", 0, "aaaa", UPGRADE, "+1", "bbbb", "bbbb"},
    {"A8", 0, "aaaa", UPGRADE, "+2", "bbbb cccc", "cccc"},
    {"A9", 0, "bbbb", UPGRADE, "+3", "cccc dddd eeee", "eeee"},
    {"A10", 0, "aaaa", UPGRADE, "bbbb+2", "bbbb cccc dddd", "dddd"},
    {"A11", 0, "aaaa", UPGRADE, "dddd-2", "bbbb", "bbbb"},
    {"A12", 0, "bbbb", UPGRADE, "head-1", "cccc dddd", "dddd"},
    {"A13", 0, "bbbb", UPGRADE, "base+3", "cccc", "cccc"},
    {"A14", 0, "", UPGRADE, "+1", "aaaa", "aaaa"},
    {"A15", 0, "", UPGRADE, "base+1", "aaaa", "aaaa"},
    {"A16", 0, "bbbb", UPGRADE, "-2", "!", ""},
    {"A17", 0, "bbbb", UPGRADE, "+5", "!", ""},
    {"A18", 0, "eeee", UPGRADE, "+1", "!", ""},
    {"A19", 0, "bbbb", UPGRADE, "cccc+9", "!", ""},
    {"A20", 0, "bbbb", UPGRADE, "head+1", "!", ""},
    {"A21", 0, "", DOWNGRADE, "base", "", ""},
    {"A22", 0, "aaaa", DOWNGRADE, "aaaa", "", "aaaa"},
    {"A23", 0, "eeee", DOWNGRADE, "eeee", "", "eeee"},
    {"A24", 0, "eeee", DOWNGRADE, "cccc", "eeee dddd", "cccc"},
    {"A25", 0, "cccc", DOWNGRADE, "base", "cccc bbbb aaaa", ""},
    {"A26", 0, "cccc", DOWNGRADE, "-1", "cccc", "bbbb"},
    {"A27", 0, "eeee", DOWNGRADE, "-3", "eeee dddd cccc", "bbbb"},
    {"A28", 0, "bbbb", DOWNGRADE, "-2", "bbbb aaaa", ""},
    {"A29", 0, "aaaa", DOWNGRADE, "-1", "aaaa", ""},
    {"A30", 0, "dddd", DOWNGRADE, "aaaa+2", "dddd", "cccc"},
    {"A31", 0, "dddd", DOWNGRADE, "cccc-2", "dddd cccc bbbb", "aaaa"},
    {"A32", 0, "eeee", DOWNGRADE, "head-2", "eeee dddd", "cccc"},
    {"A33", 0, "bbbb", DOWNGRADE, "-5", "!", ""},
    {"A34", 0, "bbbb", DOWNGRADE, "+2", "!", ""},
    {"A35", 0, "", DOWNGRADE, "-1", "!", ""},
    {"A36", 0, "", DOWNGRADE, "bbbb", "!", ""},
    {"A37", 0, "bbbb", DOWNGRADE, "cccc", "!", ""},
    {"A38", 0, "dddd", DOWNGRADE, "head", "!", ""},
    {"A39", 0, "dddd", STAMP, "base", "", ""},
    {"A40", 0, "dddd", STAMP, "bbbb", "", "bbbb"},
    {"A41", 0, "bbbb", STAMP, "dddd", "", "dddd"},
    {"A42", 0, "", STAMP, "cccc", "", "cccc"},
    {"A43", 0, "cccc", STAMP, "cccc", "", "cccc"},
    {"A44", 0, "cccc", STAMP, "head", "", "eeee"},
    {"A45", 0, "cccc", STAMP, "+1", "!", ""},
    {"A46", 0, "dddd", STAMP, "head-1", "", "dddd"}, /* steps from a symbol are clear, so they are allowed */
    {"B1", 1, "b", UPGRADE, "d1", "c1 d1", "d1"},
    {"B2", 1, "a", UPGRADE, "heads", "b c2 d2 c1 d1", "d1 d2"},
    {"B3", 1, "", UPGRADE, "heads", "a b c2 d2 c1 d1", "d1 d2"},
    {"B4", 1, "a", UPGRADE, "head", "!", ""},
    {"B5", 1, "b", UPGRADE, "c2branch@head", "c2 d2", "d2"},
    {"B6", 1, "b", UPGRADE, "c2branch@heads", "c2 d2", "d2"},
    {"B7", 1, "b", UPGRADE, "c2branch@head-1", "c2", "c2"},
    {"B8", 1, "b", UPGRADE, "c1branch", "c1", "c1"},
    {"B9", 1, "b", UPGRADE, "c2branch@base+3", "c2", "c2"},
    {"B10", 1, "d1", UPGRADE, "d2@head", "c2 d2", "d1 d2"},
    {"B11", 1, "d1", UPGRADE, "heads", "c2 d2", "d1 d2"},
    {"B12", 1, "d1 c2", UPGRADE, "heads", "d2", "d1 d2"},
    {"B13", 1, "d1 d2", UPGRADE, "heads", "", "d1 d2"},
    {"B14", 1, "c1", UPGRADE, "c2branch@+1", "c2", "c1 c2"},
    {"B15", 1, "c1 c2", UPGRADE, "c2branch@+1", "d2", "c1 d2"},
    {"B16", 1, "d1", UPGRADE, "c2branch@+1", "c2", "c2 d1"},
    {"B17", 1, "a", UPGRADE, "c2branch@+2", "b c2", "c2"},
    {"B18", 1, "", UPGRADE, "c2branch@+1", "a", "a"},
    {"B19", 1, "", UPGRADE, "c2branch@+3", "a b c2", "c2"},
    {"B20", 1, "c1 c2", UPGRADE, "+1", "!", ""},
    {"B21", 1, "b", UPGRADE, "+1", "!", ""},
    {"B22", 1, "a", UPGRADE, "+2", "!", ""},
    {"B23", 1, "d1 d2", DOWNGRADE, "a", "d1 c1 d2 c2 b", "a"},
    {"B24", 1, "d1 d2", DOWNGRADE, "b", "d1 c1 d2 c2", "b"},
    {"B25", 1, "d2 d1", DOWNGRADE, "base+2", "d1 c1 d2 c2", "b"},
    {"B26", 1, "d2 d1", DOWNGRADE, "c2branch@base+2", "d2 c2", "d1"},
    {"B27", 1, "d2 d1", DOWNGRADE, "c2branch@base+3", "d2", "c2 d1"},
    {"B28", 1, "d2 d1", DOWNGRADE, "c2", "d2", "c2 d1"},
    {"B29", 1, "d2 d1", DOWNGRADE, "-1", "!", ""}, /* 2.16.2: -N with several rows is refused */
    {"B30", 1, "c2 d1", DOWNGRADE, "-1", "!", ""}, /* 2.16.2: -N with several rows is refused */
    {"B31", 1, "d1 d2", DOWNGRADE, "-1", "!", ""}, /* 2.16.2: -N with several rows is refused */
    {"B32", 1, "c1 d2", DOWNGRADE, "-1", "!", ""}, /* 2.16.2: -N with several rows is refused */
    {"B33", 1, "d1 d2", DOWNGRADE, "c1branch@-1", "d1", "c1 d2"},
    {"B34", 1, "d1 d2", DOWNGRADE, "c1branch@-2", "d1 c1", "d2"},
    {"B35", 1, "d1 d2", DOWNGRADE, "c1branch@-3", "d1 c1 d2 c2 b", "a"},
    {"B36", 1, "d1", DOWNGRADE, "c1branch@-3", "d1 c1 b", "a"},
    {"B37", 1, "d2 c1", DOWNGRADE, "d2-1", "d2", "c1 c2"},
    {"B38", 1, "c1 d2", DOWNGRADE, "d2-1", "d2", "c1 c2"},
    {"B39", 1, "c1 d2", DOWNGRADE, "c1branch@b", "c1", "d2"},
    {"B40", 1, "c1 d2", DOWNGRADE, "c2branch@b", "d2 c2", "c1"},
    {"B41", 1, "d1 d2", DOWNGRADE, "c2@b", "d2 c2", "d1"},
    {"B42", 1, "d1 d2", DOWNGRADE, "d1@b", "d1 c1", "d2"},
    {"B43", 1, "d1 d2", DOWNGRADE, "c1branch@a", "d1 c1 d2 c2 b", "a"},
    {"B44", 1, "d1 d2", DOWNGRADE, "c1branch@head-1", "d1", "c1 d2"},
    {"B45", 1, "d1 c2", DOWNGRADE, "c2", "", "c2 d1"},
    {"B46", 1, "d1 c2", DOWNGRADE, "d1", "", "c2 d1"},
    {"B47", 1, "d1", DOWNGRADE, "c2", "!", ""},
    {"B48", 1, "d1 c2", DOWNGRADE, "d2", "!", ""},
    {"B49", 1, "d1 d2", DOWNGRADE, "heads", "!", ""},
    {"B50", 1, "d1 d2", DOWNGRADE, "c1branch@base", "d1 c1 d2 c2 b a", ""},
    {"B51", 1, "d1 d2", DOWNGRADE, "base", "d1 c1 d2 c2 b a", ""},
    {"B52", 1, "d1 c2", STAMP, "b", "", "b"},
    {"B53", 1, "d1 c2", STAMP, "a", "", "a"},
    {"B54", 1, "d1 c2", STAMP, "c1branch@base", "", "c2"},
    {"B55", 1, "d1 c2", STAMP, "c2branch@head", "", "d1 d2"},
    {"B56", 1, "d1 c2", STAMP, "base", "", ""},
    {"B57", 1, "d1", STAMP, "c2", "", "c2 d1"},
    {"B58", 1, "d1", STAMP, "d2", "", "d1 d2"},
    {"B59", 1, "b", STAMP, "d1", "", "d1"},
    {"B60", 1, "b", STAMP, "heads", "", "d1 d2"},
    {"B61", 1, "b", STAMP, "d1 d2", "", "d1 d2"},
    {"B62", 1, "d1", STAMP, "heads", "", "d1 d2"},
    {"B63", 1, "d1 d2", STAMP, "heads", "", "d1 d2"},
    {"B64", 1, "d1", STAMP, "c1 c2", "", "c1 c2"},
    {"B65", 1, "c1", STAMP, "d1 d2", "", "d1 d2"},
    {"B66", 1, "d1 d2", STAMP, "c1 c2", "", "c1 c2"}, /* 2.16.5 */
    {"B67", 1, "", STAMP, "a d1", "", "d1"}, /* 2.16.5: rows never contain each other */
    {"B68", 1, "d1", STAMP, "head", "!", ""},
    {"C1", 2, "d2 b1", UPGRADE, "d1", "c1 d1", "d1 d2"},
    {"C2", 2, "d2 d1", DOWNGRADE, "b1", "d1 c1", "b1 d2"},
    {"C3", 2, "", UPGRADE, "heads", "a2 b2 c2 d2 a1 b1 c1 d1", "d1 d2"},
    {"C4", 2, "", UPGRADE, "d1", "a2 b2 c2 a1 b1 c1 d1", "d1"},
    {"C5", 2, "d1", UPGRADE, "d2", "d2", "d1 d2"},
    {"C6", 2, "c1", UPGRADE, "d1", "a2 b2 c2 d1", "d1"},
    {"C7", 2, "c1", UPGRADE, "+1", "a2 b2 c2 d1", "d1"},
    {"C8", 2, "d1 d2", DOWNGRADE, "c2", "d1 d2", "c1 c2"},
    {"C9", 2, "d1 d2", DOWNGRADE, "c1", "d1", "c1 d2"},
    {"C10", 2, "d1", DOWNGRADE, "c2", "d1", "c1 c2"},
    {"C11", 2, "d1", DOWNGRADE, "c1", "d1", "c1 c2"},
    {"C12", 2, "d1", DOWNGRADE, "a2", "d1 c2 b2", "a2 c1"},
    {"C13", 2, "d1", DOWNGRADE, "-1", "!", ""},
    {"C14", 2, "d1 d2", DOWNGRADE, "base", "d1 c1 b1 a1 d2 c2 b2 a2", ""},
    {"C15", 2, "d1", STAMP, "c2", "", "c1 c2"}, /* 2.16.5: the other side of the merge stays */
    {"C16", 2, "d1 d2", STAMP, "c2", "", "c1 c2"}, /* 2.16.5 */
    {"C17", 2, "c1 d2", STAMP, "d1", "", "d1 d2"},
    {"D1", 3, "d3 d2 b1", UPGRADE, "d1", "c1 d1", "d1 d2 d3"},
    {"D2", 3, "d3 d2 d1", DOWNGRADE, "b1", "d1 c1", "b1 d2 d3"},
    {"D3", 3, "d3 b2 b1", UPGRADE, "d1", "c2 c1 d1", "d1 d3"},
    {"D4", 3, "d3 d1", UPGRADE, "d2", "d2", "d1 d2 d3"},
    {"D5", 3, "d1", DOWNGRADE, "b2", "d1 c2", "b2 c1 c3"},
    {"D6", 3, "d1", DOWNGRADE, "base", "d1 c1 b1 a1 c2 b2 a2 c3 b3 a3", ""},
    {"E1", 4, "a", UPGRADE, "heads", "b3 b2 b1 c2 d2 c1 d1", "d1 d2"},
    {"E2", 4, "d1 d2", DOWNGRADE, "a", "d1 c1 d2 c2 b1 b2 b3", "a"},
    {"E3", 4, "d1 d2", DOWNGRADE, "b2", "d1 c1 d2 c2", "b1 b2 b3"},
    {"E4", 4, "d1", DOWNGRADE, "b2", "d1 c1", "b1 b2 b3"},
    {"E5", 4, "d1", UPGRADE, "d2", "c2 d2", "d1 d2"},
    {"F1", 5, "a", UPGRADE, "heads", "b2 b3 c2 d2 b1 c1 d1", "d1 d2"},
    {"F2", 5, "d1 d2", DOWNGRADE, "a", "d1 c1 b1 d2 c2 b3 b2", "a"},
    {"F3", 5, "d1 d2", DOWNGRADE, "b1", "d1 c1", "b1 d2"},
    {"F4", 5, "d1", DOWNGRADE, "b3", "!", ""},
    {"G1", 6, "", UPGRADE, "c2", "a1 b1 c1 a2 b2 c2", "c2"},
    {"G2", 6, "a2", UPGRADE, "c2", "a1 b1 c1 b2 c2", "c2"},
    {"G3", 6, "c1", UPGRADE, "c2", "a2 b2 c2", "c2"},
    {"G4", 6, "d1", UPGRADE, "c2", "a2 b2 c2", "c2 d1"},
    {"G5", 6, "c2", UPGRADE, "d1", "d1", "c2 d1"},
    {"G6", 6, "c2", UPGRADE, "heads", "d1 e1 f1", "c2 f1"},
    {"G7", 6, "b2 c1", UPGRADE, "heads", "d1 e1 f1 c2", "c2 f1"},
    {"G8", 6, "b2 f1", UPGRADE, "c2", "c2", "c2 f1"},
    {"G9", 6, "c2", UPGRADE, "lib1@+1", "d1", "c2 d1"},
    {"G10", 6, "c2", UPGRADE, "lib1@head", "d1 e1 f1", "c2 f1"},
    {"G11", 6, "c2 d1", DOWNGRADE, "d1-1", "d1", "c2"},
    {"G12", 6, "c2 d1", DOWNGRADE, "c1", "d1", "c2"},
    {"G13", 6, "c2 d1", DOWNGRADE, "lib1@-1", "d1", "c2"},
    {"G14", 6, "c2", DOWNGRADE, "lib1@-1", "c2 c1", "b1 b2"},
    {"G15", 6, "c2", DOWNGRADE, "b2", "c2", "b2 c1"},
    {"G16", 6, "c2", DOWNGRADE, "c1", "!", ""},
    {"G17", 6, "c2", DOWNGRADE, "b1", "c2 c1", "b1 b2"},
    {"G18", 6, "c2 f1", DOWNGRADE, "b1", "c2 f1 e1 d1 c1", "b1 b2"},
    {"G19", 6, "c2 f1", DOWNGRADE, "b2", "c2", "b2 f1"},
    {"G20", 6, "c2 f1", DOWNGRADE, "c2@base", "c2 b2 a2", "f1"},
    {"G21", 6, "c2 f1", DOWNGRADE, "lib1@base", "c2 f1 e1 d1 c1 b1 a1", "b2"},
    {"G22", 6, "c2", DOWNGRADE, "lib1@base", "c2 c1 b1 a1", "b2"},
    {"G23", 6, "c2 f1", DOWNGRADE, "base", "c2 b2 a2 f1 e1 d1 c1 b1 a1", ""},
    {"G24", 6, "e1 c2", STAMP, "b1", "", "b1 b2"}, /* 2.16.5: what the depending branch was at stays */
    {"G25", 6, "e1 c2", STAMP, "c1", "", "b2 c1"}, /* 2.16.5 */
    {"G26", 6, "c2", STAMP, "c1", "", "b2 c1"}, /* 2.16.5 */
    {"G27", 6, "c2", STAMP, "f1", "", "c2 f1"},
    {"G28", 6, "", STAMP, "c2", "", "c2"},
    {"G29", 6, "b2", STAMP, "c2", "", "c2"},
    {"G30", 6, "b2 c1", STAMP, "c2", "", "c2"},
    {"G31", 6, "e1 c2", STAMP, "lib1@base", "", "b2"}, /* 2.16.5 */
    {"G32", 6, "e1 c2", STAMP, "lib1@head", "", "c2 f1"}, /* 2.16.5 */
    {"H1", 7, "a2", UPGRADE, "c2", "a1 b1 c1 b2 c2", "c2"},
    {"I1", 8, "amerge bmerge cmerge d1", DOWNGRADE, "b2", "bmerge", "amerge b1 cmerge d1"},
    {"I2", 8, "amerge d1 b1 cmerge", DOWNGRADE, "d1@base", "d1", "amerge b1 b2 cmerge"},
    {"I3", 8, "amerge b1 b2 cmerge", DOWNGRADE, "base", "amerge a1 b1 b2 cmerge c1 a2 a3 c2 c3", ""},
    {"I4", 8, "", UPGRADE, "d1", "c1 b2 a3 d1", "d1"}, /* 2.16.1: dependencies in declared order */
    {"I5", 8, "a3 b2 c1", UPGRADE, "d1", "d1", "d1"},
    {"I6", 8, "a3", UPGRADE, "d1", "c1 b2 d1", "d1"},
    {"I7", 8, "amerge bmerge cmerge", UPGRADE, "d1", "d1", "amerge bmerge cmerge d1"},
    {"I8", 8, "d1", UPGRADE, "heads", "c3 a2 c2 cmerge b1 bmerge a1 amerge", "amerge bmerge cmerge d1"},
    {"I9", 8, "d1", DOWNGRADE, "d1@base", "d1", "a3 b2 c1"},
    {"I10", 8, "d1", DOWNGRADE, "b2", "!", ""},
    {"I11", 8, "d1", DOWNGRADE, "base", "d1 a3 b2 c1", ""}, /* 2.16.1 */
    {"J1", 9, "a3 b2", DOWNGRADE, "b1", "b2", "a3"},
    {"J2", 9, "a3 b2", DOWNGRADE, "a2", "a3", "b2"},
    {"J3", 9, "a3 b2", DOWNGRADE, "a1", "b2 a3 a2", "a1 b1"},
    {"J4", 9, "a3 b3", DOWNGRADE, "a2", "a3", "b3"},
    {"J5", 9, "", UPGRADE, "heads", "a1 a2 b1 a3 b2 b3", "a3 b3"},
    {"J6", 9, "a2 b1", UPGRADE, "a3", "a3", "a3"},
    {"J7", 9, "a2 b1", UPGRADE, "b2", "b2", "b2"},
    {"J8", 9, "a2 b1", UPGRADE, "heads", "a3 b2 b3", "a3 b3"},
    {"K1", 10, "", UPGRADE, "a2", "a1 a2", "a2"},
    {"K2", 10, "a2", DOWNGRADE, "a1", "a2", "a1"},
    {"L1", 11, "b4", DOWNGRADE, "b3", "b4", "b3"},
    {"L2", 11, "b4", DOWNGRADE, "b1", "b4 b3 b2", "a3 b1"},
    {"L3", 11, "b4", DOWNGRADE, "a2", "b4 b3 b2 a3", "a2 b1"},
    {"L4", 11, "", UPGRADE, "b4", "a1 a2 a3 b1 b2 b3 b4", "b4"},
    {"L5", 11, "a3 b1", UPGRADE, "b4", "b2 b3 b4", "b4"},
    {"M1", 12, "a1", UPGRADE, "b1", "b1", "b1"},
    {"M2", 12, "b1", UPGRADE, "bmerge", "bmerge", "bmerge"},
    {"M3", 12, "", UPGRADE, "bmerge", "a1 b1 bmerge", "bmerge"},
    {"M4", 12, "bmerge", DOWNGRADE, "a1", "bmerge", "b1"},
    {"M5", 12, "bmerge", DOWNGRADE, "b1", "bmerge", "b1"},
    {"M6", 12, "bmerge", DOWNGRADE, "base", "bmerge b1 a1", ""},
    {"N1", 13, "", UPGRADE, "heads", "a2 b2 a1 b1", "b1 b2"},
    {"N2", 13, "a1", UPGRADE, "heads", "a2 b2 b1", "b1 b2"},
    {"N3", 13, "", UPGRADE, "+1", "!", ""},
    {"N4", 13, "", UPGRADE, "a1@+1", "a1", "a1"},
    {"N5", 13, "", UPGRADE, "b1@+2", "a1 b1", "b1"},
    {"N6", 13, "", STAMP, "heads", "", "b1 b2"},
    {"N7", 13, "b1 b2", STAMP, "heads", "", "b1 b2"},
    {"N8", 13, "a1", STAMP, "heads", "", "b1 b2"},
    {"N9", 13, "b1 b2", STAMP, "base", "", ""},
    {"N10", 13, "b1 b2", DOWNGRADE, "-1", "!", ""}, /* 2.16.2: -N with several rows is refused */
    {"N11", 13, "b1 b2", DOWNGRADE, "b1@-2", "b1 a1", "b2"},
    {"N12", 13, "b1 b2", DOWNGRADE, "b1@base", "b1 a1", "b2"},
    {"N13", 13, "b1 b2", DOWNGRADE, "base", "b1 a1 b2 a2", ""},
    {"O1", 14, "b", UPGRADE, "f", "c2 d2 c1 d1 e f", "f"},
    {"O2", 14, "d1", UPGRADE, "f", "c2 d2 e f", "f"},
    {"O3", 14, "d1 c2", UPGRADE, "f", "d2 e f", "f"},
    {"O4", 14, "d1", UPGRADE, "+1", "c2 d2 e", "e"},
    {"O5", 14, "d1 c2", UPGRADE, "+1", "!", ""},
    {"O6", 14, "f", DOWNGRADE, "b", "f e d1 c1 d2 c2", "b"},
    {"O7", 14, "f", DOWNGRADE, "c1", "f e d1", "c1 d2"},
    {"O8", 14, "f", DOWNGRADE, "d1", "f e", "d1 d2"},
    {"O9", 14, "f", DOWNGRADE, "c2branch@b", "f e d2 c2", "d1"},
    {"O10", 14, "f", DOWNGRADE, "c1@b", "f e d1 c1", "d2"},
    {"O11", 14, "f", DOWNGRADE, "-1", "f", "e"},
    {"O12", 14, "f", DOWNGRADE, "-2", "!", ""},
    {"O13", 14, "e", DOWNGRADE, "-1", "!", ""},
    {"O14", 14, "e", DOWNGRADE, "d1-1", "e d1", "c1 d2"},
    {"O15", 14, "e", DOWNGRADE, "c2branch@-1", "!", ""},
    {"O16", 14, "e", STAMP, "c2", "", "c2 d1"}, /* 2.16.5 */
    {"O17", 14, "e", STAMP, "a", "", "a"},
    {"O18", 14, "c2", STAMP, "e", "", "e"},
    {"O19", 14, "d1 c2", STAMP, "c2branch@head", "", "f"},
    {"O20", 14, "d1 c2", STAMP, "e", "", "e"},
    {"O21", 14, "b", STAMP, "e", "", "e"},
    {"P1", 15, "d1 d2", DOWNGRADE, "c2branch@b", "d2 c2", "d1"},
    {"P2", 15, "d1 d2", DOWNGRADE, "c1branch@b", "d1 d2 c1", "c2"},
    {"P3", 15, "d1 d2", DOWNGRADE, "b", "d1 d2 c2 c1", "b"},
    {"P4", 15, "d1 d2", DOWNGRADE, "c1", "d1", "d2"},
    {"P5", 15, "d2", DOWNGRADE, "c1", "!", ""},
    {"P6", 15, "d2", DOWNGRADE, "c1branch@-1", "d2 c1", "c2"},
    {"P7", 15, "d2", DOWNGRADE, "c2branch@-1", "d2", "c1 c2"},
    {"P8", 15, "b", UPGRADE, "d2", "c1 c2 d2", "d2"},
    {"P9", 15, "", UPGRADE, "heads", "a b c1 c2 d2 d1", "d1 d2"},
    {"P10", 15, "d2", UPGRADE, "c1branch@+1", "d1", "d1 d2"},
    {"Q1", 16, "x2 y2", DOWNGRADE, "x@-1", "x2", "y2"},
    {"Q2", 16, "x1 y2", DOWNGRADE, "x@-1", "y2 x1", "y1"},
    {"Q3", 16, "y2", DOWNGRADE, "x@-1", "y2 x1", "y1"},
    {"Q4", 16, "y2", DOWNGRADE, "y@-1", "y2", "x1 y1"},
    {"Q5", 16, "y2", DOWNGRADE, "-1", "y2", "x1 y1"},
    {"Q6", 16, "y2", UPGRADE, "x@+1", "x2", "x2 y2"},
    {"Q7", 16, "y2", UPGRADE, "heads", "x2", "x2 y2"},
    {"Q8", 16, "", UPGRADE, "heads", "x1 x2 y1 y2", "x2 y2"},
    {"Q9", 16, "", UPGRADE, "y@head", "x1 y1 y2", "y2"},
    {"R1", 17, "", UPGRADE, "y@+1", "y1", "y1"},
    {"R2", 17, "", UPGRADE, "y@+2", "x1 x2 y1 y2", "y2"},
    {"R3", 17, "x1", UPGRADE, "y@+1", "y1", "x1 y1"},
    {"R4", 17, "x1", UPGRADE, "y@head", "x2 y1 y2 y3", "y3"},
    {"R5", 17, "x2 y2", UPGRADE, "y3", "!", ""},
    {"R6", 17, "x2 y2", DOWNGRADE, "y1", "y2", "x2 y1"},
    {"R7", 17, "y3", DOWNGRADE, "y@-2", "y3 y2", "x2 y1"},
    {"R8", 17, "y3", DOWNGRADE, "-3", "y3 y2 y1", "x2"},
    {"R9", 17, "y3", DOWNGRADE, "x2", "!", ""},
    {"R10", 17, "y2", DOWNGRADE, "x2", "!", ""},
    {"R11", 17, "y3", DOWNGRADE, "x@-1", "y3 y2 x2", "x1 y1"},
    {"R12", 17, "y3", DOWNGRADE, "x@base", "y3 y2 x2 x1", "y1"},
    {"R13", 17, "y3", DOWNGRADE, "y@base", "y3 y2 y1", "x2"},
    {"R14", 17, "y3", STAMP, "x1", "", "x1 y1"}, /* 2.16.5 */
    {"R15", 17, "y3", STAMP, "y@base", "", "x2"}, /* 2.16.5 */
    {"R16", 17, "x1 y1", STAMP, "heads", "", "y3"},
    {"S1", 18, "a b", UPGRADE, "c", "!", ""},
    {"S2", 18, "b b", UPGRADE, "c", "c", "c"},
    {"S3", 18, "a b", DOWNGRADE, "base", "b a", ""},
    {"S4", 18, "a c", DOWNGRADE, "b", "c", "a b"},
    {"S5", 18, "a b", STAMP, "c", "", "c"},
    {"S6", 18, "a b", STAMP, "base", "", ""},
    {"T1", 19, "c1 c2", UPGRADE, "m", "m", "m"}, /* 2.16.3: no crash */
    {"T2", 19, "m", DOWNGRADE, "c1", "m", "c1 c2"},
    {"U1", 20, "a", UPGRADE, "n", "b2 b3 b1 m n", "n"},
    {"U2", 20, "b3", UPGRADE, "m", "b2 b1 m", "b3 m"},
    {"U3", 20, "m", UPGRADE, "+1", "b3 n", "n"},
    {"U4", 20, "m b3", UPGRADE, "+1", "!", ""},
    {"U5", 20, "n", DOWNGRADE, "m", "n", "b3 m"},
    {"U6", 20, "n", DOWNGRADE, "b1", "n m", "b1 b2 b3"},
    {"U7", 20, "n", DOWNGRADE, "p@a", "n m b1", "b2 b3"},
    {"U8", 20, "n", DOWNGRADE, "r@a", "n b3", "m"},
    {"U9", 20, "n", DOWNGRADE, "r@-1", "!", ""},
    {"U10", 20, "m b3", DOWNGRADE, "p@a", "m b1", "b2 b3"},
    {"V1", 21, "aaaa", UPGRADE, "cc", "bbbb cccc", "cccc"},
    {"V2", 21, "aaaa", UPGRADE, "cc+1", "bbbb cccc dddd", "dddd"},
    {"V3", 21, "aaaa", UPGRADE, "bbbb+1zzz", "!", ""}, /* trailing text is refused */
    {"V4", 21, "aaaa", UPGRADE, "foo-1@head", "bbbb cccc dddd", "dddd"}, /* the label is found */
    /* V5 is a row of test_revision_file.c: the label with a dash is refused where it is declared. */
    {"W1", 22, "bmerge z", UPGRADE, "heads", "", "bmerge z"},
    {"W2", 22, "bmerge z", DOWNGRADE, "b1", "bmerge", "b1 z"}, /* 2.16.3: no surplus row */
    {"W3", 22, "a1 b1 z", UPGRADE, "heads", "!", ""},
    {"W4", 22, "bmerge z", DOWNGRADE, "a1", "bmerge", "b1 z"}, /* 2.16.3 */
    {"W5", 22, "bmerge", DOWNGRADE, "b1", "bmerge", "b1"},
    {"X1", 23, "", UPGRADE, "c", "s a b c", "c"}, /* 2.16.3: no crash */
    {"X2", 23, "b s", UPGRADE, "c", "c", "c"}, /* 2.16.3 */
    {"X3", 23, "b", UPGRADE, "c", "s c", "c"}, /* 2.16.3 */
    {"X4", 23, "c", DOWNGRADE, "b", "c", "b s"},
    {"X5", 23, "c", DOWNGRADE, "base", "c b a s", ""},
    {"X6", 23, "c", UPGRADE, "heads", "", "c"},
    {"X7", 24, "b", UPGRADE, "c", "c", "c"},
    {"X8", 24, "", UPGRADE, "c", "a b c", "c"},
    {"X9", 24, "c", DOWNGRADE, "b", "c", "b"},
    {"X10", 24, "c", DOWNGRADE, "a", "c b", "a"},
    {"Y1", 25, "c", DOWNGRADE, "nonsense@base", "!", ""}, /* 2.16.2: unknown labels are refused */
    {"Y2", 25, "c", DOWNGRADE, "nonsense@a", "!", ""}, /* 2.16.2 */
    {"Y3", 25, "", UPGRADE, "nonsense@base", "!", ""}, /* 2.16.2 */
    {"Y4", 25, "c", DOWNGRADE, "nonsense@-1", "!", ""},
    {"Y5", 25, "c", STAMP, "nonsense@base", "!", ""},
    {"Y6", 25, "", STAMP, "-1", "!", ""}, /* steps alone are refused */
    {"Y7", 25, "", STAMP, "-2", "!", ""}, /* the same */
    {"Y8", 25, "b", STAMP, "-1", "!", ""},
    {"Z51", 28, "db1", UPGRADE, "merge", "b2 cb2 db2 e2b2 e2b1 merge", "merge"},
    {"Z56", 28, "", UPGRADE, "heads", "a1 a2 a3 b2 cb2 db2 e2b2 b1 cb1 db1 e2b1 merge e1b1 fe1b1", "fe1b1 merge"},
    {"Z59", 28, "", UPGRADE, "fe1b1 db1", "!", ""},
    {"Z60", 28, "", UPGRADE, "e2b1 b2 fe1b1", "a1 a2 a3 b1 cb1 db1 e2b1 e1b1 fe1b1 b2", "b2 e2b1 fe1b1"},
    {"Z62", 26, "", UPGRADE, "heads", "base2 a2 b2 c2 d2 base3 a3 b3 mergeb3d2 base1 a1b b1b a1a b1a", "b1a b1b mergeb3d2"},
    {"Z63", 26, "a2 b2", UPGRADE, "c2", "!", ""}, /* lower ends that contain each other */
    {"Z64", 26, "c2", UPGRADE, "heads", "d2 base3 a3 b3 mergeb3d2 base1 a1b b1b a1a b1a", "b1a b1b mergeb3d2"},
    {"Z68", 26, "base3", UPGRADE, "b3 b2", "a3 b3 base2 a2 b2", "b2 b3"},
    {"Z69", 27, "", UPGRADE, "heads", "base3 a3 b3 base2 a2 b2 c2 d2 base1 a1b b1b a1a b1a", "b1a b1b b3 d2"},
    {"Z70", 27, "b1a b1b d2 b3", DOWNGRADE, "base", "b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3", ""},
    {"Z73", 27, "", UPGRADE, "b_2@head", "base3 a3 base2 a2 b2 c2 d2", "d2"},
    {"Z74", 27, "d2", DOWNGRADE, "b_2@base", "d2 c2 b2 a2 base2", "a3"},
    {"Z76", 27, "b3", DOWNGRADE, "b_3@base", "b3 a3 base3", ""},
    {"Z78", 27, "b1b", DOWNGRADE, "b1b@base", "b1b a1b base1", "a3"},
    {"Z80", 27, "b1a b1b d2 b3", DOWNGRADE, "b_2@base", "d2 c2 b2 a2 base2", "b1a b1b b3"},
    {"Z82", 27, "b1a b1b d2 b3", DOWNGRADE, "b_3@base", "b1b d2 c2 b3 a3 base3", "a1b b1a b2"},
    {"Z83", 31, "", UPGRADE, "heads", "base1 base2 a2 b2 base3 a3 b3 c3 d3 c2 d2 a1 b1 c1", "c1 d2 d3"},
    {"Z85", 31, "", UPGRADE, "b_3@head", "base1 base2 a2 b2 base3 a3 b3 c3 d3", "d3"},
    {"Z91", 29, "b4", DOWNGRADE, "b1@base", "b4 b3 b2 b1", "a3"},
    {"Z92", 29, "b5", DOWNGRADE, "base", "b5 b4 b3 b2 b1 a3 a2 a1", ""},
    {"Z93", 29, "b5", DOWNGRADE, "a1", "b5 b4 b3 b2 a3 a2", "a1 b1"},
    {"Z94", 29, "a2", UPGRADE, "heads", "a3 b1 b2 b3 b4 b5", "b5"},
    {"Z95", 29, "b1", UPGRADE, "b5", "a1 a2 a3 b2 b3 b4 b5", "b5"},
    {"Z96", 30, "b1", UPGRADE, "b5", "c1 a1 a2 a3 b2 b3 b4 b5", "b5"},
};
/* clang-format on */

static int compare_text(const void *x, const void *y)
{
    return strcmp(x, y);
}

static const char *sorted_text(struct arena *a, const struct list *words)
{
    AUTO_BUF out = {0};
    struct list copy = {0};
    const char *word;
    list_each (word, words)
        list_push(a, &copy, word);
    list_sort(&copy, compare_text);
    bool first = true;
    list_each (word, &copy) {
        buf_sep(&out, &first, " ");
        buf_add(&out, word);
    }
    return buf_take(&out, a);
}

/* Applies the changes one by one, as the database would: every one must find its row. */
static void changes_apply(struct arena *a, const struct list *changes, struct list *rows)
{
    const struct row_change *c;
    list_each (c, changes) {
        struct list after = {0};
        const char *row;
        if (c->from)
            assert_true(list_has_text(rows, c->from));
        if (c->to)
            assert_false(list_has_text(rows, c->to));
        list_each (row, rows) {
            if (!c->from || strcmp(row, c->from) != 0)
                list_push(a, &after, row);
        }
        if (c->to)
            list_push(a, &after, c->to);
        *rows = after;
    }
}

static void check_walk(void **state)
{
    const struct walk_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list rows = {0}, targets = {0}, now = {0};
    struct route *r = NULL;
    assert_int_equal(graph_from_text(&a, graphs[row->graph], &d, &g), OK);
    words_from_text(&a, row->rows, &rows);
    words_from_text(&a, row->target, &targets);
    const char *const *texts = (const char *const *)targets.at;
    int rc = row->direction == UPGRADE     ? route_upgrade(&a, g, &rows, texts, targets.n, &d, &r)
             : row->direction == DOWNGRADE ? route_downgrade(&a, g, &rows, row->target, &d, &r)
                                           : route_stamp(&a, g, &rows, texts, targets.n, false, &d, &r);
    if (strcmp(row->steps, "!") == 0) {
        assert_int_equal(rc, ERR);
        assert_int_equal(d.errors, 1);
    } else {
        expect_text(diag_text(&a, &d), "");
        AUTO_BUF steps = {0};
        bool first = true;
        const struct move *m;
        words_from_text(&a, sorted_text(&a, &rows), &now);
        list_each (m, &r->moves) {
            changes_apply(&a, &m->changes, &now);
            if (!m->vertex)
                continue;
            buf_sep(&steps, &first, " ");
            buf_add(&steps, m->vertex->id);
        }
        expect_text(buf_str(&steps), row->steps);
        expect_text(sorted_text(&a, &r->to), row->end);
        expect_text(sorted_text(&a, &now), row->end);
    }
    graph_free(g);
    diag_clear(&d);
}

int main(void)
{
    return RUN_ROWS("routes", walks, check_walk);
}
