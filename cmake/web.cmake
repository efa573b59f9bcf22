# Makes the pages of web/ and a source file that holds their bytes: cmake -DWEB=web -DOUT=folder -P web.cmake
# Does nothing where web/ is as it was. Without node, npm or a registry everything else is built all the same, and the program
# says what was missing.
cmake_policy(VERSION 3.25)
find_program(NODE node)
find_program(NPM npm)

file(GLOB sources RELATIVE ${WEB} ${WEB}/*.json ${WEB}/*.mjs)
file(GLOB folders RELATIVE ${WEB} ${WEB}/*)
list(REMOVE_ITEM folders node_modules dist tests)
foreach(folder ${folders})
  file(GLOB_RECURSE own RELATIVE ${WEB} ${WEB}/${folder}/*)
  list(APPEND sources ${own})
endforeach()
list(SORT sources)
set(state "")
foreach(source ${sources})
  file(SHA256 ${WEB}/${source} hash)
  string(APPEND state "${source} ${hash}\n")
endforeach()
file(SHA256 ${CMAKE_CURRENT_LIST_FILE} hash)
string(APPEND state "${hash}\n")
set(made "")
if(EXISTS ${OUT}/state.txt)
  file(READ ${OUT}/state.txt made)
endif()
if(made STREQUAL state AND EXISTS ${OUT}/pages.cpp)
  return()
endif()
file(MAKE_DIRECTORY ${OUT})
file(REMOVE ${OUT}/state.txt)

# Several build folders share node_modules.
file(LOCK ${WEB}/node_modules.lock TIMEOUT 600)
set(missing "")
file(SHA256 ${WEB}/package-lock.json lock)
set(installed "")
if(EXISTS ${WEB}/node_modules/.lock-hash)
  file(READ ${WEB}/node_modules/.lock-hash installed)
endif()
if(NOT NODE)
  set(missing "node isn't installed")
elseif(NOT installed STREQUAL lock)
  if(NPM)
    # A machine without a network ought to learn so soon.
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-retry-mintimeout=1000
      WORKING_DIRECTORY ${WEB} RESULT_VARIABLE failed OUTPUT_QUIET ERROR_VARIABLE why)
    if(failed)
      set(missing "npm ci failed")
      message(STATUS "web: npm ci failed:\n${why}")
    else()
      file(WRITE ${WEB}/node_modules/.lock-hash ${lock})
    endif()
  else()
    set(missing "npm isn't installed")
  endif()
endif()
if(NOT missing)
  file(GLOB old ${OUT}/*.html ${OUT}/words.json)
  if(old)
    file(REMOVE ${old})
  endif()
  execute_process(COMMAND ${NODE} build.mjs ${OUT} WORKING_DIRECTORY ${WEB} RESULT_VARIABLE failed ERROR_VARIABLE why)
  if(failed)
    # A fault in the pages themselves, or a node that is too old for the tools.
    execute_process(COMMAND ${NODE} --version OUTPUT_VARIABLE version OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(version VERSION_GREATER_EQUAL v18)
      message(FATAL_ERROR "web: the pages can't be made:\n${why}")
    endif()
    set(missing "node ${version} is too old, 18 is needed")
  endif()
endif()

set(text "#include \"sim/report/pages.hpp\"

namespace swadaya {

const char* const pages_missing = \"${missing}\";

")
set(list "")
if(missing)
  message(STATUS "web: ${missing}; the program is built without its pages")
else()
  file(GLOB pages RELATIVE ${OUT} ${OUT}/*.html ${OUT}/words.json)
  list(SORT pages)
  foreach(page ${pages})
    string(MAKE_C_IDENTIFIER "swadaya_page_${page}" symbol)
    file(SHA256 ${OUT}/${page} hash)
    string(APPEND text "// ${page}, SHA-256 ${hash}
asm(\".section .rodata\\n${symbol}:\\n.incbin \\\"${OUT}/${page}\\\"\\n${symbol}_end:\\n.previous\\n\");
extern \"C\" __attribute__((visibility(\"hidden\"))) const char ${symbol}[], ${symbol}_end[];
")
    string(APPEND list "    {\"${page}\", ${symbol}, ${symbol}_end},\n")
  endforeach()
endif()
string(APPEND text "
const std::vector<PageBytes>& page_bytes() {
  static const std::vector<PageBytes> all{
${list}  };
  return all;
}

}  // namespace swadaya
")
file(WRITE ${OUT}/pages.cpp "${text}")
if(NOT missing)
  file(WRITE ${OUT}/state.txt "${state}")
endif()
