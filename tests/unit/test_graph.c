/* Graphs of revisions: identifiers, routes and version rows. Names of the rows are those of the reference (A
 * to Z); where a row differs from it, the comment says which correction it follows. */
#include "graph_text.h"

#include "base/file.h"
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

/* --- identifiers --- */

static const char labelled[] = "a #abranch; b<a; somelongername<b; c<somelongername; d; e<d #ebranch; "
                               "someothername<e; f<someothername";

struct find_row {
    const char *name, *graph, *text, *rows /* NULL: not connected */, *found /* "!code": refused */;
};

static const struct find_row finds[] = {
    {"Z1", labelled, "head", NULL, "!graph.heads"},
    {"Z2", labelled, "heads", NULL, "c f"},
    {"Z3", labelled, "base", NULL, ""},
    {"Z4", labelled, "ebranch@head", NULL, "f"},
    {"Z5", labelled, "abranch@heads", NULL, "c"},
    {"Z6", labelled, "abranch@base", NULL, ""},
    {"Z7", labelled, "ebranch@d", NULL, "d"},
    {"Z8", labelled, "ebranch@ebranch", NULL, "e"},
    {"Z9", labelled, "abranch", NULL, "a"},
    {"Z10", labelled, "ebranch@some", NULL, "someothername"},
    {"Z11", labelled, "abranch@some", NULL, "somelongername"},
    {"Z12", labelled, "some", NULL, "!graph.ambiguous"},
    {"Z13", labelled, "somel", NULL, "somelongername"},
    {"Z14", labelled, "ebranch@sos", NULL, "!graph.unknown"},
    {"Z15", labelled, "ebranch@b", NULL, "!graph.branch"},
    {"Z16", labelled, "abranch@d", NULL, "!graph.branch"},
    {"Z17", labelled, "e", NULL, "e"},
    {"Z18", labelled, "abranch@qprstuv", NULL, "!graph.unknown"},
    {"Z19", labelled, "abranch@qpr", NULL, "!graph.unknown"},
    {"Z20", labelled, "e@d", NULL, "d"},
    {"Z21", labelled, "someoth@d", NULL, "d"},
    {"Z22", labelled, "x@d", NULL, "!graph.label"},
    {"Z23", labelled, "abranch@-1", NULL, "somelongername"},
    {"Z24", labelled, "-1", NULL, "somelongername someothername"},
    {"Z25 is an error here", labelled, "-9", NULL, "!graph.steps"},
    {"Z26", labelled, "abranch@+1", NULL, "!graph.identifier"},
    {"Z27", labelled, "heads@heads", NULL, "!graph.label"},
    {"Z28", labelled, "c@head", NULL, "c"},
    {"Z29: head is no label", labelled, "head@head", NULL, "!graph.label"},
    {"Z30", labelled, "e@heads", NULL, "f"},
    {"steps from an id", labelled, "b+1", NULL, "somelongername"},
    {"steps down from a head", labelled, "abranch@head-3", NULL, "a"},
    {"steps down to base", labelled, "b-2", NULL, ""},
    {"steps too far down", labelled, "b-3", NULL, "!graph.steps"},
    {"steps too far up", labelled, "b+3", NULL, "!graph.steps"},
    {"steps up from base", labelled, "ebranch@base+2", NULL, "e"},
    {"steps below base", labelled, "base-1", NULL, "!graph.steps"},
    {"current", labelled, "current", "b f", "b f"},
    {"current of a branch", labelled, "ebranch@current", "b f", "f"},
    {"current without a database", labelled, "current", NULL, "!graph.identifier"},
    {"current with steps", labelled, "current+1", "b", "somelongername"},
    {"unknown row", labelled, "current", "b zz", "!graph.row"},
    {"range", labelled, "a:b", NULL, "!graph.range"},
    {"empty", labelled, "", NULL, "!graph.identifier"},
    {"two at signs", labelled, "a@b@c", NULL, "!graph.identifier"},
    {"sign without number", labelled, "b+", NULL, "!graph.identifier"},
    {"trailing text", labelled, "b+1x", NULL, "!graph.identifier"},
    {"a huge number", labelled, "b+99999999999999999999", NULL, "!graph.identifier"},
    {"an effective head is no head", "y1 #y; x1 #x; y2<y1 ~x1", "head", NULL, "y2"},
    {"but it is the tip of its branch", "y1 #y; x1 #x; y2<y1 ~x1", "x@head", NULL, "x1"},
};

static const char *ids_text(struct arena *a, const struct list *vertices)
{
    AUTO_BUF out = {0};
    const struct vertex *v;
    bool first = true;
    list_each (v, vertices) {
        buf_sep(&out, &first, " ");
        buf_add(&out, v->id);
    }
    return buf_take(&out, a);
}

static void check_find(void **state)
{
    const struct find_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list rows = {0}, found = {0};
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    if (row->rows)
        words_from_text(&a, row->rows, &rows);
    int rc = graph_find(&a, g, row->text, row->rows ? &rows : NULL, &d, &found);
    if (*row->found == '!') {
        assert_int_equal(rc, ERR);
        expect_error(&d, row->found + 1);
    } else {
        expect_text(diag_text(&a, &d), "");
        expect_text(ids_text(&a, &found), row->found);
    }
    graph_free(g);
    diag_clear(&d);
}

/* --- ranges of history --- */

static const char cross_one[] =
    "base1 #b_1; a1a<base1; a1b<base1; b1a<a1a; b1b<a1b ~a3; base2 #b_2; a2<base2; b2<a2; "
    "c2<b2 ~a3; d2<c2; base3 #b_3; a3<base3; b3<a3";
static const char travelling[] =
    "a1; a2<a1; a3<a2; b1<a3; b2<a3; cb1<b1; cb2<b2; db1<cb1; db2<cb2; e1b1<db1; fe1b1<e1b1; "
    "e2b1<db1; e2b2<db2; merge<e2b1,e2b2";
static const char branches[] =
    "a; b1<a; b2<a; cb1<b1; cb2<b2; d1cb1<cb1; d2cb1<cb1; d1cb2<cb2; d2cb2<cb2; d3cb2<cb2; "
    "d1d2cb2<d1cb2,d2cb2";

static const char bases[] = "base1; base2; base3; a1a<base1; a1b<base1; a2<base2; a3<base3; b1a<a1a; "
                            "b1b<a1b; b2<a2; b3<a3; c2<b2; d2<c2; "
                            "mergeb3d2<b3,d2";
static const char cross_two[] = "base1 #b_1; a1<base1; b1<a1; c1<b1; base2 ~b_1 #b_2; a2<base2; b2<a2; "
                                "c2<b2; d2<c2; base3 #b_3; a3<base3; b3<a3; "
                                "c3<b3 ~b2; d3<c3";

static const struct find_row ranges[] = {
    {"Z31", labelled, "ebranch@base:heads", NULL, "f someothername e d"},
    {"Z32", labelled, "abranch@base:heads", NULL, "c somelongername b a"},
    {"Z33", labelled, "base:ebranch@head", NULL, "f someothername e d"},
    {"Z35", labelled, "ebranch@head:", NULL, "f"},
    {"Z36", labelled, "ebranch@d:heads", NULL, "f someothername e d"},
    {"Z39", labelled, "ebranch@-2:heads", NULL, "f someothername e"},
    {"Z40", labelled, ":ebranch@+2", NULL, "e d"},
    {"Z41", "a; b1<a; b2<a; c1<b1; d11<c1; d12<c1", ":", NULL, "b2 d11 d12 c1 b1 a"},
    {"Z42", branches, "a:d1d2cb2", NULL, "d1d2cb2 d1cb2 d2cb2 cb2 b2 a"},
    {"Z45", branches, "d3cb2", NULL, "d3cb2 cb2 b2 a"},
    {"Z49", branches, "b1:d2cb2", NULL, "!graph.range"},
    {"Z53", travelling, "a1:merge", NULL, "merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1"},
    {"Z54", travelling, "b1:merge", NULL, "merge e2b1 db1 cb1 b1"},
    {"Z56", travelling, "a1:heads", NULL, "fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2 a1"},
    {"Z69", cross_one, ":", NULL, "b1a a1a b1b a1b base1 d2 c2 b2 a2 base2 b3 a3 base3"},
    {"Z73", cross_one, "base:b_2@head", NULL, "d2 c2 b2 a2 base2 a3 base3"},
    {"Z79", cross_one, "b_2@base:heads", NULL, "d2 c2 b2 a2 base2 a3 base3"},
    {"Z34", labelled, "base:abranch@head", NULL, "c somelongername b a"},
    {"Z37", labelled, "e@base:heads", NULL, "f someothername e d"},
    {"Z38", labelled, "c@base:heads", NULL, "c somelongername b a"},
    {"Z44", branches, "a:d3cb2", NULL, "d3cb2 cb2 b2 a"},
    {"Z48", branches, "d1cb1:b1", NULL, "!graph.range"},
    {"Z50", branches, "d1cb1:base", NULL, "!graph.range"},
    {"Z52", travelling, "a3:heads", NULL, "fe1b1 e1b1 merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3"},
    {"Z55", travelling, "a2:merge", NULL, "merge e2b1 db1 cb1 b1 e2b2 db2 cb2 b2 a3 a2"},
    {"Z61", travelling, "base:fe1b1", NULL, "fe1b1 e1b1 db1 cb1 b1 a3 a2 a1"},
    {"Z67", bases, "base3:b3", NULL, "b3 a3 base3"},
    {"Z71", cross_one, "d2:b2", NULL, "!graph.range"},
    {"Z72", cross_one, "d2:b3", NULL, "!graph.range"},
    {"Z75", cross_one, "base:b_3@head", NULL, "b3 a3 base3"},
    {"Z77", cross_one, "base:b1b@head", NULL, "b1b a1b base1 a3 base3"},
    {"Z81", cross_one, "b_3@base:heads", NULL, "b3 a3 base3"},
    {"Z84", cross_two, "base:b_2@head", NULL, "d2 c2 b2 a2 base2 base1"},
    {"Z86", cross_two, "base:b_1@head", NULL, "c1 b1 a1 base1"},
    {"Z87", cross_two, "b_1@base:heads", NULL, "c1 b1 a1 base1"},
    {"Z88", cross_two, "b_2@base:heads", NULL, "d2 c2 b2 a2 base2 base1"},
    {"Z89", cross_two, "b_3@base:heads", NULL, "d3 c3 b3 a3 base3 b2 a2 base2 base1"},
    {"Z90", "base1; a1<base1; b1<a1; c2 ~a1; c3<c2", ":", NULL, "b1 c3 c2 a1 base1"},
    {"Z97", "user_foo; user<user_foo ~user_foo", ":", NULL, "user user_foo"},
    {"Z98", "user_foo; user ~user_foo", ":", NULL, "user user_foo"},
    {"Z99", "a; b1<a; b2<a; c<b1,b2; d<c", "a:d", NULL, "d c b1 b2 a"},
    {"too far below", "a; b<a; c<b", "-9:c", NULL, "c b a"},
    {"up from the lower end", "a; b<a; c<b", "a:+1", NULL, "b a"},
    {"up and too far", "a; b<a; c<b", "a:+7", NULL, "c b a"},
    {"from current", "a; b<a; c<b", "current:", "b", "c b"},
    {"to current", "a; b<a; c<b", ":current", "b", "b a"},
    {"three ends", "a; b<a; c<b", "a:b:c", NULL, "!graph.range"},
};

static void check_range(void **state)
{
    const struct find_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list rows = {0}, found = {0};
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    if (row->rows)
        words_from_text(&a, row->rows, &rows);
    int rc = graph_range(&a, g, row->text, row->rows ? &rows : NULL, &d, &found);
    if (*row->found == '!') {
        assert_int_equal(rc, ERR);
        expect_error(&d, row->found + 1);
    } else {
        expect_text(diag_text(&a, &d), "");
        expect_text(ids_text(&a, &found), row->found);
    }
    graph_free(g);
    diag_clear(&d);
}

/* --- walks between several ends --- */

struct between_row {
    const char *name, *graph, *from, *to;
    unsigned how;
    const char *found;
};

static const char diamond[] = "a; b1<a; b2<a; c<b1,b2; d<c";

static const struct between_row betweens[] = {
    {"Z43", branches, "d2cb2 d3cb2", "a", WALK_ENDS, "d2cb2 d3cb2 cb2 b2 a"},
    {"Z46", branches, "d3cb2 cb1", "", WALK_ENDS, "cb1 b1 d3cb2 cb2 b2 a"},
    {"Z47", branches, "d1cb1 d2cb2 d3cb2", "b2", WALK_ENDS, "d2cb2 d3cb2 cb2 b2"},
    {"Z51", travelling, "merge", "db1", WALK_ENDS | WALK_MISSING, "merge e2b1 db1 e2b2 db2 cb2 b2"},
    {"Z57", travelling, "merge fe1b1", "cb1 cb2", WALK_ENDS, "fe1b1 e1b1 merge e2b1 db1 cb1 e2b2 db2 cb2"},
    {"Z58", travelling, "merge fe1b1", "cb1 cb2", 0, "fe1b1 e1b1 merge e2b1 db1 e2b2 db2"},
    {"Z64", bases, "b1a b1b mergeb3d2", "c2", WALK_MISSING, "b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2"},
    {"Z65", bases, "b1a b1b mergeb3d2", "c2", 0, "mergeb3d2 d2"},
    {"Z66", bases, "b1a b1b mergeb3d2", "c2", WALK_ENDS | WALK_MISSING,
     "b1a a1a b1b a1b base1 mergeb3d2 b3 a3 base3 d2 c2"},
    {"Z68", bases, "b3 b2", "base3", WALK_MISSING, "b2 a2 base2 b3 a3"},
    {"Z100", diamond, "c c", "a", 0, "c b1 b2"},
    {"nothing", diamond, "", "a", WALK_ENDS, ""},
};

static void ids_find(struct arena *a, const struct graph *g, const char *text, struct list *ret)
{
    struct list ids = {0};
    const char *id;
    words_from_text(a, text, &ids);
    list_each (id, &ids)
        list_push(a, ret, graph_get(g, id));
}

static void check_between(void **state)
{
    const struct between_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list from = {0}, to = {0}, found = {0}, sorted = {0};
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    ids_find(&a, g, row->from, &from);
    ids_find(&a, g, row->to, &to);
    walk_between(&a, g, &from, &to, row->how, &found);
    graph_sort(&a, g, &found, &from, &sorted);
    expect_text(ids_text(&a, &sorted), row->found);
    graph_free(g);
    diag_clear(&d);
}

/* --- what can be wrong with a graph --- */

struct error_row {
    const char *name, *graph, *code, *message /* part of it */, *broken, *reachable /* can be upgraded to */;
};

static const struct error_row errors[] = {
    {"Z101 self loop", "a<a; z", "graph.cycle", "revision a revises itself", "a", "z"},
    {"Z102 dependency on itself", "a ~a; z", "graph.cycle", "revision a depends on itself", "a", "z"},
    {"Z103 cycle", "a<c; b<a; c<b; z", "graph.cycle", "in a circle: a, b, c", "a b c", "z"},
    {"Z104 cycle beside a tree", "a<c; b<a; c<b; d; e<d", "graph.cycle", "in a circle: a, b, c", "a b c",
     "e"},
    {"Z105 cycle over a dependency", "a ~c; b<a; c<b; z", "graph.cycle", "in a circle: a, b, c", "a b c",
     "z"},
    {"what follows a cycle is not on it", "a<b; b<a; c<b; z", "graph.cycle", "in a circle: a, b", "a b c",
     "z"},
    {"Z109 duplicate that loops", "a; a<a; z", "graph.duplicate", "revision a is there twice", "a", "z"},
    {"Z106 missing parent", "a; b<zzz; c<b", "graph.missing", "revision b revises zzz", "b", "a"},
    {"Z107 missing dependency", "a; b ~zzz", "graph.missing", "revision b depends on zzz", "b", "a"},
    {"Z108 duplicate label", "a #x; b #x", "graph.label", "the label \"x\" is taken", "", "b"},
    {"label that is an id", "a; b #a", "graph.label", "it is the id of a revision", "", "b"},
    {"duplicate id", "a; b<a; b; z<a", "graph.duplicate", "revision b is there twice", "b", "z"},
};

static void check_error(void **state)
{
    const struct error_row *row = *state;
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list broken = {0}, none = {0};
    struct vertex *v;
    struct route *r;
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), ERR);
    expect_error(&d, row->code);
    const struct diag_entry *e = d.entries.at[0];
    assert_non_null(strstr(e->message, row->message));
    assert_non_null(e->at.source);
    list_each (v, &g->vertices) {
        if (v->broken)
            list_push(&a, &broken, v);
    }
    expect_text(ids_text(&a, &broken), row->broken);
    diag_clear(&d);
    assert_int_equal(route_upgrade(&a, g, &none, &row->reachable, 1, &d, &r), OK);
    assert_int_not_equal(r->moves.n, 0);
    list_each (v, &broken) {
        assert_int_equal(route_upgrade(&a, g, &none, (const char *const[]){v->id}, 1, &d, &r), ERR);
        expect_error(&d, "graph.broken");
        diag_clear(&d);
    }
    struct list all = {0};
    assert_int_equal(graph_range(&a, g, "base:heads", NULL, &d, &all), OK); /* ends */
    graph_free(g);
    diag_clear(&d);
}

/* --- labels --- */

static const struct find_row spreads[] = {
    {"above and below", "a; b<a; c1<b #c1branch; c2<b; d<c1,c2; e<d", NULL, NULL,
     "a:c1branch b:c1branch c1:c1branch "
     "c2: d:c1branch e:c1branch"},
    {"over a fork", "a; b<a #lab1; c<b; d1<c; d2<c", NULL, NULL, "a:lab1 b:lab1 c:lab1 d1:lab1 d2:lab1"},
    {"not over dependencies", "a #r; b<a ~z1; z1 #z; z2<z1", NULL, NULL, "a:r b:r z1:z z2:z"},
    {"two of them", "a #r #s; b<a #t", NULL, NULL, "a:r,s,t b:r,s,t"},
};

static void check_spread(void **state)
{
    const struct find_row *row = *state;
    AUTO_ARENA a = {0};
    AUTO_BUF out = {0};
    struct diag d = {0};
    struct graph *g;
    const struct vertex *v;
    assert_int_equal(graph_from_text(&a, row->graph, &d, &g), OK);
    list_each (v, &g->vertices) {
        struct list labels = {0};
        graph_labels(&a, g, v, &labels);
        buf_addf(&out, "%s%s:", out.len ? " " : "", v->id);
        for (size_t i = 0; i < labels.n; i++)
            buf_addf(&out, "%s%s", i ? "," : "", (const char *)labels.at[i]);
    }
    expect_text(buf_str(&out), row->found);
    graph_free(g);
    diag_clear(&d);
}

/* --- the rest --- */

static void test_offline(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    (void)state;
    assert_int_equal(graph_from_text(&a, "a; b<a; c<b; c2<b; d<c,c2", &d, &g), OK);
    assert_int_equal(route_offline(&a, g, UPGRADE, "head", &d, &r), OK);
    assert_int_equal(r->moves.n, 5);
    assert_int_equal(route_offline(&a, g, UPGRADE, "b:head", &d, &r), OK);
    assert_int_equal(r->moves.n, 3);
    assert_int_equal(route_offline(&a, g, UPGRADE, "c,c2:head", &d, &r), OK);
    assert_int_equal(r->moves.n, 1);
    assert_int_equal(route_offline(&a, g, DOWNGRADE, "d:base", &d, &r), OK);
    assert_int_equal(r->moves.n, 5);
    assert_int_equal(route_offline(&a, g, STAMP, "a:c", &d, &r), OK);
    assert_int_equal(r->moves.n, 1);
    assert_int_equal(d.errors, 0);
    assert_int_equal(route_offline(&a, g, DOWNGRADE, "base", &d, &r), ERR);
    assert_int_equal(route_offline(&a, g, UPGRADE, ":b", &d, &r), ERR);
    assert_int_equal(route_offline(&a, g, UPGRADE, "b:", &d, &r), ERR);
    assert_int_equal(route_offline(&a, g, UPGRADE, "a:b:c", &d, &r), ERR);
    assert_int_equal(d.errors, 4);
    graph_free(g);
    diag_clear(&d);
}

static void put(struct arena *a, const char *folder, const char *name, const char *text)
{
    assert_int_equal(file_write(path_join(a, folder, name), text, strlen(text), true, NULL), OK);
}

/* A broken file is told about and hides nothing else; what it would have been is not guessed. */
static void test_folders(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    struct list folders = {0}, none = {0};
    const char *one = temp_folder(&a), *two = temp_folder(&a), *head = "head", *known = "bbbb";
    (void)state;
    put(&a, one, "2.sql", "-- kedge:revision bbbb\n-- kedge:revises aaaa\n-- kedge:upgrade\n");
    put(&a, one, "3.sql", "-- kedge:upgrade\n");
    put(&a, one, "4.sql", "\xff");
    put(&a, one, "notes.txt", "nothing");
    put(&a, two, "1.sql", "-- kedge:revision aaaa\n-- kedge:upgrade\n");
    assert_int_equal(folder_make(path_join(&a, two, "sub"), &d), OK);
    put(&a, path_join(&a, two, "sub"), "5.sql",
        "-- kedge:revision cccc\n-- kedge:revises bbbb\n-- kedge:upgrade\n");
    list_push(&a, &folders, one);
    list_push(&a, &folders, two);
    assert_int_equal(graph_load(&a, &folders, false, &d, &g), ERR);
    assert_int_equal(d.errors, 2);
    assert_int_equal(g->lost, 2);
    assert_int_equal(g->files.n, 4);
    expect_text(ids_text(&a, &g->vertices), "bbbb aaaa");
    diag_clear(&d);
    assert_int_equal(route_upgrade(&a, g, &none, &head, 1, &d, &r), ERR);
    expect_error(&d, "graph.broken");
    diag_clear(&d);
    assert_int_equal(route_upgrade(&a, g, &none, &known, 1, &d, &r), OK);
    assert_int_equal(r->moves.n, 2);
    graph_free(g);
    list_push(&a, &folders, one); /* reached twice */
    assert_int_equal(graph_load(&a, &folders, true, NULL, &g), ERR);
    expect_text(ids_text(&a, &g->vertices), "bbbb aaaa cccc");
    graph_free(g);
    diag_clear(&d);
    temp_folder_remove(one);
    temp_folder_remove(two);
}

static void test_irreversible(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    struct list files = {0}, rows = {0};
    struct revision *one = revision_from_text(&a, "one"), *two = revision_from_text(&a, "two<one");
    (void)state;
    one->downgrade.present = false;
    list_push(&a, &files, one);
    list_push(&a, &files, two);
    list_push(&a, &rows, "two");
    assert_int_equal(graph_build(&a, &files, &d, &g), OK);
    assert_int_equal(route_downgrade(&a, g, &rows, "one", &d, &r), OK);
    assert_int_equal(route_downgrade(&a, g, &rows, "base", &d, &r), ERR);
    expect_error(&d, "graph.irreversible");
    graph_free(g);
    diag_clear(&d);
}

static void test_parents(void **state)
{
    AUTO_ARENA a = {0};
    struct diag d = {0};
    struct graph *g;
    struct list found = {0};
    static const char *const heads[] = {"heads"}, *const below[] = {"aaaa"}, *const base[] = {"base"};
    (void)state;
    assert_int_equal(graph_from_text(&a, "aaaa #first; bbbb<aaaa; cccc<aaaa", &d, &g), OK);
    assert_int_equal(graph_parents(&a, g, NULL, 0, false, &d, &found), ERR);
    assert_int_equal(graph_parents(&a, g, heads, 1, false, &d, &found), OK);
    assert_int_equal(found.n, 2);
    found = (struct list){0};
    assert_int_equal(graph_parents(&a, g, below, 1, false, &d, &found), ERR);
    found = (struct list){0};
    assert_int_equal(graph_parents(&a, g, below, 1, true, &d, &found), OK);
    found = (struct list){0};
    assert_int_equal(graph_parents(&a, g, base, 1, false, &d, &found), OK);
    assert_int_equal(found.n, 0);
    diag_clear(&d);

    struct revision_draft draft = {.id = "dddd"};
    list_push(&a, &draft.parents, "bb");
    list_push(&a, &draft.depends, "first");
    list_push(&a, &draft.depends, "ccc");
    assert_int_equal(graph_check_draft(&a, g, &draft, &d), OK);
    expect_text(draft.parents.at[0], "bbbb");
    expect_text(draft.depends.at[0], "first");
    expect_text(draft.depends.at[1], "cccc");
    list_push(&a, &draft.labels, "first");
    draft.id = "aaaa";
    assert_int_equal(graph_check_draft(&a, g, &draft, &d), ERR);
    assert_int_equal(d.errors, 2);
    graph_free(g);
    diag_clear(&d);
}

/* A long line with a hundred side branches that are merged again. */
static void test_large(void **state)
{
    enum { LINE = 10000 };
    AUTO_ARENA a = {0};
    AUTO_BUF text = {0};
    struct diag d = {0};
    struct graph *g;
    struct route *r;
    struct list none = {0}, rows = {0};
    static const char *const head[] = {"head"};
    (void)state;
    buf_add(&text, "r0");
    for (int i = 1; i < LINE; i++) {
        if (i % 100 == 99)
            buf_addf(&text, "; s%d<r%d; r%d<r%d,s%d", i, i - 50, i, i - 1, i);
        else
            buf_addf(&text, "; r%d<r%d", i, i - 1);
    }
    assert_int_equal(graph_from_text(&a, buf_str(&text), &d, &g), OK);
    assert_int_equal(route_upgrade(&a, g, &none, head, 1, &d, &r), OK);
    assert_int_equal(r->moves.n, LINE + LINE / 100);
    assert_int_equal(r->to.n, 1);
    rows = r->to;
    assert_int_equal(route_downgrade(&a, g, &rows, "base", &d, &r), OK);
    assert_int_equal(r->moves.n, LINE + LINE / 100);
    assert_int_equal(r->to.n, 0);
    graph_free(g);
    diag_clear(&d);
}

int main(void)
{
    struct cases c = {0};
    ADD_ROWS(&c, walks, check_walk);
    ADD_ROWS(&c, finds, check_find);
    ADD_ROWS(&c, ranges, check_range);
    ADD_ROWS(&c, betweens, check_between);
    ADD_ROWS(&c, errors, check_error);
    ADD_ROWS(&c, spreads, check_spread);
    add_case(&c, "offline ranges", test_offline);
    add_case(&c, "folders with broken files", test_folders);
    add_case(&c, "no way back", test_irreversible);
    add_case(&c, "parents of a new revision", test_parents);
    add_case(&c, "ten thousand revisions", test_large);
    return run_cases(&c, "graph");
}
