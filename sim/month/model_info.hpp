#pragma once

#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/month/slot.hpp"

namespace swadaya {

// What a model says of itself: the only source of help, schema, validation and documentation.
struct ModelInfo {
  Slot slot;
  std::string name;       // "word-of-mouth"
  std::string paragraph;  // what it does, in prose and formulas
  std::string source;
  bool is_default = false, is_null = false;
  std::vector<ParameterInfo> parameters;
  std::vector<std::string> columns;    // "telling: 1 while the household passes the news on"
  std::vector<std::string> decisions;  // names, without the slot
  // Channels by which peers sway a decision: the parameter that switches each one on, "" where it
  // always is.
  std::vector<std::string> peer_effects;
};

}  // namespace swadaya
