/* Reads texts that end with NUL from stdin and prints their normal forms the same way. */
#include "base/buf.h"
#include "sql/normal.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    AUTO_ARENA a = {0};
    char *text = NULL;
    size_t size = 0;

    while (getdelim(&text, &size, 0, stdin) > 0) {
        char *form = sql_normal(&a, text);

        fwrite(form, 1, strlen(form) + 1, stdout);
    }
    free(text);
    return ferror(stdin) || fflush(stdout) ? 1 : 0;
}
