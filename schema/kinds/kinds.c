/* The table of kinds. A new kind is a row in schema/kinds.def and its three places. */
#include "schema/object.h"
#include <string.h>

#define KIND(id, name) extern const struct kind kind_##name;
#include "schema/kinds.def"
#undef KIND

#define KIND(id, name) [KIND_##id] = &kind_##name,
const struct kind *const kinds[KIND_COUNT] = {
#include "schema/kinds.def"
};
#undef KIND

const struct kind *kind_by_group(const char *group, const struct kind *parent)
{
    for (int i = 0; i < KIND_COUNT; i++) {
        const struct kind *k = kinds[i];
        bool here = parent ? k->place == PLACE_CHILD && (k->parents >> parent->id & 1) : k->place != PLACE_CHILD;

        if (here && strcmp(k->group, group) == 0)
            return k;
    }
    return NULL;
}
