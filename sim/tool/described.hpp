// The command line as it describes itself, for whoever writes of it: completion of shells, the
// manual page.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

namespace swadaya::tool {

struct DescribedOption {
  enum class Takes { nothing, words, one_of, file, folder };
  std::vector<std::string> names;  // "--help", "-h"; the name alone of what has a place: "DIR"
  std::string value;               // "NAMES", "I/N": what stands behind it; "" for nothing
  std::string description;
  std::vector<std::string> choices;  // Takes::one_of
  Takes takes = Takes::words;
  bool has_place = false, is_required = false, is_repeatable = false;
};

struct DescribedCommand {
  std::string name, description, footer;
  std::vector<DescribedOption> options;
};

// The program itself with the options that any command takes, and then each command.
std::vector<DescribedCommand> described(const CLI::App& app);

}  // namespace swadaya::tool
