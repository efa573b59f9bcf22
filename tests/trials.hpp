// A published experiment that was made up: more meetings in a small ward.
#pragma once

#include <string>

#include "sim/designs/trial_file.hpp"
#include "tests/stage.hpp"

namespace swadaya {

// [trial] of recovery at month 6; `more`: its other keys, of which the error and `worlds` are
// needed.
inline std::string trial_text(const std::string& compare, double effect, const std::string& more) {
  return "[trial]\nname = \"made-up\"\ntitle = \"more meetings\"\nwho = \"Nobody (2000)\"\n"
         "where = \"nowhere\"\nyear = 2000\npublished = \"a number\"\nsource = \"a test\"\n"
         "read = \"full\"\nrepresents = \"all\"\nleaves_out = \"nothing\"\nkept_apart = true\n"
         "outcome = \"recovery\"\nmonth = 6\ncompare = \"" +
         compare + "\"\neffect = " + std::to_string(effect) + "\n" + more;
}

inline const std::string small_base = "[trial.base]\nscenario = \"ward.toml\"\nreplicates = 4\n";
inline const std::string louder = "[trial.treatment]\nset = { socialization.meetings = 8 }\n";

// Of a file beside `small_ward`.
inline Trial trial_from(const std::string& toml) {
  file_with("ward.toml", small_ward);
  return read_trial(file_with("made-up.toml", toml));
}

}  // namespace swadaya
