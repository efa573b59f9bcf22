// The built program from outside: what it is started with, what it says, what it leaves behind.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <sys/types.h>
#include <vector>

#include "tests/files.hpp"

namespace swadaya {

struct Outcome {
  int code;          // 128 and the signal where one ended it
  std::string text;  // both streams
};
Outcome outcome_of(const std::string& command);
Outcome program(const std::string& arguments);
// Through a pseudo-terminal of this width.
Outcome program_on_a_terminal(const std::string& arguments, int columns);

// Goes on beside the test, in silence.
pid_t started(const std::string& command);
// What `child` ends with, as in Outcome.
int code_of(pid_t child);
// Waits for the first job that is stored in `folder`; a minute at most.
void wait_for_results(const std::string& folder);

nlohmann::json manifest_of(const std::string& folder);
// A place in the test's own folder where nothing is.
std::string fresh(const std::string& name);

// The same jobs, to the bit, and these files of theirs byte by byte.
void expect_same_results(const std::string& one, const std::string& other,
                         const std::vector<std::string>& files = {"series.csv"});

// Small searches, one of each kind.
struct SmallSearch {
  std::string command, toml, table;  // `table`: the file with what it found
};
extern const std::vector<SmallSearch> searches;

}  // namespace swadaya
