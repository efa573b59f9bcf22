// Stylised facts that a run is held against: read from a file, and measured.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/month/outcome.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

// What is looked at: an outcome at a month, or 1 - it.
struct Quantity {
  std::size_t outcome = 0;
  int month = 0;
  bool one_minus = false;
};

enum class Compare { none, difference, ratio };

struct Pattern {
  std::string id, statement, source, target;
  double low = 0, high = 0;      // band, both ends included
  int weight = 1;                // 3: hard
  std::string not_measured;      // why no outcome shows it, or ""
  Quantity quantity;             // a fact about several months is several patterns
  bool is_sd = false;            // over replicates, instead of the mean
  std::optional<Quantity> over;  // the ratio to this
  Node::Table set;               // of the scenario with these changes
  Compare compare = Compare::none;
};

// Keys that say a quantity, and it.
const KeyTable& quantity_keys();
Quantity quantity_of(const Keys& keys);
// As files say it, in the order of Compare.
const std::vector<std::string>& compare_choices();
Compare compare_of(const std::string& choice);

// Reads [[pattern]] tables. Throws BadInput with all that is wrong.
std::vector<Pattern> read_patterns(const std::string& file);

// Values of an outcome at a month, one a replicate, of the scenario as it is (`changed` false) or
// with the fact's changes.
struct Measure {
  double value, standard_error;  // not numbers where nothing could be measured
};
using ValuesOf = std::function<std::vector<double>(const Quantity& quantity, bool changed)>;
Measure measured(const Pattern& pattern, const ValuesOf& values_of);

}  // namespace swadaya
