#ifndef KEDGE_SCHEMA_KINDS_AGGREGATE_H
#define KEDGE_SCHEMA_KINDS_AGGREGATE_H

#include "schema/kinds/routine.h"

/* An aggregate is a routine: it has a place among them, and arguments. Of the rest of the routine only the extensions are set that it goes with. */
struct aggregate {
    struct routine routine;
    bool hypothetical; /* its last arguments are matched with those after ORDER BY */
    const char *sfunc, *stype, *sspace;
    const char *finalfunc;
    bool finalfunc_extra;
    const char *finalfunc_modify; /* read only, shareable, read write; NULL: as its sort implies */
    const char *combinefunc, *serialfunc, *deserialfunc;
    const char *initcond;
    const char *msfunc, *minvfunc, *mstype, *msspace; /* as a moving aggregate */
    const char *mfinalfunc;
    bool mfinalfunc_extra;
    const char *mfinalfunc_modify;
    const char *minitcond;
    const char *sortop;
    const char *parallel;
};

#endif
