#include "base/hash.h"

#include <openssl/evp.h>
#include <stdlib.h>

void sha256_hex(const void *data, size_t len, char out[65])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char sum[EVP_MAX_MD_SIZE];
    unsigned int n = 0;
    /* Fails only without memory or with a libcrypto that has no SHA-256; a made-up checksum would be worse
     * than the end. */
    if (!EVP_Digest(data ? data : "", len, sum, &n, EVP_sha256(), NULL) || n != 32)
        abort();
    for (size_t i = 0; i < 32; i++) {
        out[2 * i] = digits[sum[i] >> 4];
        out[2 * i + 1] = digits[sum[i] & 15];
    }
    out[64] = '\0';
}
