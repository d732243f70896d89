/* .env files: no input is slow or grows without bound. */
#include "base/arena.h"
#include "db/url.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    AUTO_ARENA a = {0};
    AUTO_MAP values = {0};
    struct diag d = {0};
    int fd = memfd_create("env", MFD_CLOEXEC);
    if (fd >= 0 && write(fd, data, size) == (ssize_t)size)
        (void)env_read(&a, arena_printf(&a, "/proc/self/fd/%d", fd), &d, &values);
    if (fd >= 0)
        close(fd);
    diag_clear(&d);
    return 0;
}
