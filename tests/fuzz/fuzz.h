/* What fuzz targets share. A target is one function that must neither crash nor break what it promises, on
 * any bytes. */
#ifndef KEDGE_TESTS_FUZZ_H
#define KEDGE_TESTS_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* A promise of the code under test: breaking it is a finding like a crash. */
#define PROMISE(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: broken promise: %s\n", __FILE__, __LINE__, #condition);                  \
            abort();                                                                                         \
        }                                                                                                    \
    } while (0)

/* What file_read() lets through: UTF-8 without NUL bytes. */
#define IS_TEXT(data, size)                                                                                  \
    (!memchr((data), 0, (size)) && utf8_valid_length((const char *)(data), (size)) == (size))

#endif
