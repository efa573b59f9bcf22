# cmake --install: the program, the scenarios, and what a model outside the tree is built with.
include(CMakePackageConfigHelpers)
set(package ${CMAKE_INSTALL_LIBDIR}/cmake/Swadaya)

install(TARGETS swadaya RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
# The data of studies keep terms of their own and stay in the source tree; so do the scenarios and trials that need them.
install(DIRECTORY scenarios DESTINATION ${CMAKE_INSTALL_DATADIR}/swadaya
  REGEX "/scenarios/(karnataka|indonesia-targeting)(\\.toml)?$" EXCLUDE
  REGEX "/scenarios/trials/(alatas-[a-z]+|banerjee-news)\\.toml$" EXCLUDE)
install(DIRECTORY examples/plugin DESTINATION ${CMAKE_INSTALL_DATADIR}/swadaya/examples)
install(FILES README.md CHANGELOG.md CONTRIBUTING.md LICENSE CITATION.cff DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})

# What the program says of its own command line: the manual page, and what shells complete by.
install(CODE "
  function(swadaya_says place name)
    file(MAKE_DIRECTORY \"${CMAKE_BINARY_DIR}/described\")
    execute_process(COMMAND \"$<TARGET_FILE:swadaya>\" \${ARGN} OUTPUT_FILE \"${CMAKE_BINARY_DIR}/described/\${name}\" RESULT_VARIABLE failed)
    if(failed)
      message(FATAL_ERROR \"swadaya \${ARGN}: exit code \${failed}\")
    endif()
    file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/\${place}\" TYPE FILE FILES \"${CMAKE_BINARY_DIR}/described/\${name}\")
  endfunction()
  swadaya_says(${CMAKE_INSTALL_MANDIR}/man1 swadaya.1 man)
  swadaya_says(${CMAKE_INSTALL_DATADIR}/bash-completion/completions swadaya completion bash)
  swadaya_says(${CMAKE_INSTALL_DATADIR}/zsh/site-functions _swadaya completion zsh)
  swadaya_says(${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d swadaya.fish completion fish)")

# Looked up when it is installed, as headers may have come or gone since it was configured.
install(CODE "
  include(${CMAKE_SOURCE_DIR}/cmake/headers.cmake)
  swadaya_model_headers(${CMAKE_SOURCE_DIR} headers)
  foreach(header IN LISTS headers)
    get_filename_component(room \${header} DIRECTORY)
    file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_INCLUDEDIR}/swadaya/\${room}\" TYPE FILE FILES ${CMAKE_SOURCE_DIR}/\${header})
  endforeach()")

install(TARGETS swadaya_model EXPORT SwadayaTargets)
install(EXPORT SwadayaTargets NAMESPACE Swadaya:: DESTINATION ${package})
configure_package_config_file(cmake/SwadayaConfig.cmake.in ${CMAKE_BINARY_DIR}/SwadayaConfig.cmake
  INSTALL_DESTINATION ${package} PATH_VARS CMAKE_INSTALL_BINDIR CMAKE_INSTALL_DATADIR CMAKE_INSTALL_INCLUDEDIR)
# A model is built for one version; a plug-in for another one is refused.
write_basic_package_version_file(${CMAKE_BINARY_DIR}/SwadayaConfigVersion.cmake COMPATIBILITY ExactVersion)
install(FILES ${CMAKE_BINARY_DIR}/SwadayaConfig.cmake ${CMAKE_BINARY_DIR}/SwadayaConfigVersion.cmake cmake/headers.cmake
  DESTINATION ${package})
