/* Runs a fuzz target without libFuzzer: over the files, and the files in the folders, given as arguments. */
#include "fuzz.h"

#include <dirent.h>
#include <sys/stat.h>

static int run_file(const char *path)
{
    FILE *f = fopen(path, "rb");
    if (!f) {
        perror(path);
        return 1;
    }
    /* Exactly as large as the input, so that reading beyond it is seen. */
    uint8_t *data = NULL;
    size_t size = 0;
    char piece[4096];
    for (size_t n; (n = fread(piece, 1, sizeof(piece), f)) > 0; size += n) {
        data = realloc(data, size + n);
        if (!data)
            abort();
        memcpy(data + size, piece, n);
    }
    fclose(f);
    LLVMFuzzerTestOneInput(data ? data : (const uint8_t *)"", size);
    free(data);
    return 0;
}

static int run_folder(const char *path)
{
    DIR *dir = opendir(path);
    int failed = dir == NULL, count = 0;
    for (struct dirent *entry; dir && (entry = readdir(dir));) {
        char name[4096];
        if (entry->d_name[0] == '.' ||
            snprintf(name, sizeof(name), "%s/%s", path, entry->d_name) >= (int)sizeof(name))
            continue;
        failed |= run_file(name);
        count++;
    }
    if (dir)
        closedir(dir);
    printf("%s: %d inputs\n", path, count);
    return failed || count == 0;
}

int main(int argc, char **argv)
{
    int failed = 0;
    for (int i = 1; i < argc; i++) {
        struct stat st;
        if (stat(argv[i], &st) == 0 && S_ISDIR(st.st_mode))
            failed |= run_folder(argv[i]);
        else
            failed |= run_file(argv[i]);
    }
    return failed;
}
