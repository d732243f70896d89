# The warning set, each flag tested so that gcc and clang both build, and the sanitizers and coverage switches.
include(CheckCCompilerFlag)

set(_kedge_flags
    -Wall -Wextra -Wshadow -Wcast-qual -Wformat=2 -Wmissing-prototypes -Wstrict-prototypes
    -Wold-style-definition -Wpointer-arith -Wundef -Wvla -Wwrite-strings -Wswitch-enum
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wnull-dereference -fno-common)
set(KEDGE_FLAGS "")
foreach(flag IN LISTS _kedge_flags)
  string(MAKE_C_IDENTIFIER "have${flag}" var)
  check_c_compiler_flag(${flag} ${var})
  if(${var})
    list(APPEND KEDGE_FLAGS ${flag})
  endif()
endforeach()

function(kedge_warnings target)
  target_compile_options(${target} PRIVATE ${KEDGE_FLAGS} $<$<BOOL:${KEDGE_WERROR}>:-Werror>)
  if(KEDGE_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${KEDGE_SANITIZE} -fno-omit-frame-pointer
                           -fno-sanitize-recover=all)
    target_link_options(${target} PUBLIC -fsanitize=${KEDGE_SANITIZE})
  endif()
  if(KEDGE_COVERAGE)
    target_compile_options(${target} PRIVATE --coverage)
    target_link_options(${target} PUBLIC --coverage)
  endif()
  if(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong)
  endif()
endfunction()
