include(${CMAKE_CURRENT_LIST_DIR}/headers.cmake)
swadaya_headers_hash(${ROOT} headers)
execute_process(COMMAND git -C ${ROOT} describe --always --dirty --exclude=* OUTPUT_VARIABLE commit
  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET RESULT_VARIABLE failed)
if(failed)
  set(commit unknown)
endif()
set(text "#include \"sim/base/version.hpp\"

namespace swadaya {

const char* const version = \"${VERSION}\";
const char* const commit = \"${commit}\";
const char* const compiler = \"${COMPILER}\";
const char* const headers_hash = \"${headers}\";
const char* const flags = \"${FLAGS}\";

}  // namespace swadaya
")
set(old "")
if(EXISTS ${OUT})
  file(READ ${OUT} old)
endif()
if(NOT text STREQUAL old)
  file(WRITE ${OUT} "${text}")
endif()
