// What a parameter is, said once: help, checks, schema, documentation and provenance all come from
// it.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <variant>
#include <vector>

namespace swadaya {

// A number (also a flag: 0 or 1; also a choice: the index of the option), a list of numbers, or a
// text (a file's name).
using Value = std::variant<double, std::vector<double>, std::string>;

// Complete settings of a scenario, "section.name" -> value: "lending.norm", "world.wards",
// "programme.grant".
using Values = std::map<std::string, Value>;

inline constexpr double unbounded = std::numeric_limits<double>::infinity();

struct Range {  // closed
  double low, high;
};

enum class Kind { number, whole, flag, choice, list, text };

struct ParameterInfo {
  std::string name;  // within its section
  Kind kind;
  Value default_value;
  std::string unit;  // "per tie and month"; for flags, choices and texts: what it says
  Range range{-unbounded, unbounded};  // of the number, or of each entry of the list
  std::vector<std::string> choices;    // Kind::choice: names of the options
  std::string source;                  // where the default comes from
};

// "0.35", "board-first", "[0.2, 0.5, 0.3]", "true": as one would write it in a scenario file (texts
// quoted).
std::string text_of(const ParameterInfo& info, const Value& value);

// The rule a value must follow, in words: "must lie between 0 and 1 (per tie and month)"; "" where
// `value` follows it.
std::string broken_rule(const ParameterInfo& info, const Value& value);

}  // namespace swadaya
