#ifndef KEDGE_BASE_HASH_H
#define KEDGE_BASE_HASH_H

#include <stddef.h>

/* SHA-256 of len bytes as 64 hex digits and a NUL. */
void sha256_hex(const void *data, size_t len, char out[65]);

#endif
