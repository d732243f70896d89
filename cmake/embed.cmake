# kedge_embed(NAME "files" OUT): a C file with one table of {name, text} made of the files, so that each stays a file
# that psql can run. NAME is the symbol; see src/base/embed.h.
function(kedge_embed name files out)
  set(target "${PROJECT_BINARY_DIR}/generated/${name}.c")
  add_custom_command(
    OUTPUT "${target}"
    COMMAND ${CMAKE_COMMAND} -DNAME=${name} "-DFILES=${files}" -DOUT=${target} -P "${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake"
    DEPENDS ${files} "${PROJECT_SOURCE_DIR}/cmake/embed_script.cmake"
    VERBATIM)
  set(${out} "${target}" PARENT_SCOPE)
endfunction()
