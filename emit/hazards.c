/* The tables of words: locks and hazards. */
#include "emit/emit.h"

static const struct {
    const char *name, *effect;
} locks[] = {
    [LOCK_NONE] = {"none", "blocks nothing"},
    [LOCK_ACCESS_SHARE] = {"ACCESS SHARE", "does not block reads or writes"},
    [LOCK_ROW_SHARE] = {"ROW SHARE", "does not block reads or writes"},
    [LOCK_ROW_EXCLUSIVE] = {"ROW EXCLUSIVE", "does not block reads or writes"},
    [LOCK_SHARE_UPDATE_EXCLUSIVE] = {"SHARE UPDATE EXCLUSIVE", "does not block reads or writes"},
    [LOCK_SHARE] = {"SHARE", "blocks writes"},
    [LOCK_SHARE_ROW_EXCLUSIVE] = {"SHARE ROW EXCLUSIVE", "blocks writes"},
    [LOCK_EXCLUSIVE] = {"EXCLUSIVE", "blocks writes"},
    [LOCK_ACCESS_EXCLUSIVE] = {"ACCESS EXCLUSIVE", "blocks reads and writes"},
};

const char *lock_name(enum lock l)
{
    return locks[l].name;
}

const char *lock_effect(enum lock l)
{
    return locks[l].effect;
}

#define HAZARD(id, name, severity, line, safe) [HAZARD_##id] = {name, severity, line, safe},
const struct hazard_info hazard_infos[HAZARD_COUNT] = {
#include "emit/hazards.def"
};
