/* Which emitter a kind has: the one named as it. */
#include "emit/postgres/emit.h"

#define KIND(id, name) [KIND_##id] = &emit_##name,
const struct emit_kind *const emit_kinds[KIND_COUNT] = {
#include "schema/kinds.def"
};
#undef KIND
