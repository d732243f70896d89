/* kedge-runner: what a deploy image needs. It applies and inspects revisions and knows nothing of models. */
#include "cli/cli.h"
#include "cli/commands.h"

int main(int argc, char **argv)
{
    return cli_main(&program_runner, argc, argv);
}
