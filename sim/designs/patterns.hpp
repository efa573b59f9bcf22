// Stylised facts that a run is held against: read from a file, and measured.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "sim/month/outcome.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/toml.hpp"
#include "sim/words/language.hpp"

namespace swadaya {

// What is looked at: an outcome at a month, or 1 - it.
struct Quantity {
  std::size_t outcome = 0;
  int month = 0;
  bool one_minus = false;
};

enum class Compare { none, difference, ratio };

// Over worlds; `spread`: the 95th percentile over the 5th.
enum class Statistic { mean, sd, spread };

// What a fact is for: values were fitted to it; it is kept apart and judges them; or settings make
// it true by themselves, so that it counts nowhere. In the order of fact_uses().
enum class Use { apart, fitted, construction };

struct Pattern {
  std::string id, statement, source, target;
  double low = 0, high = 0;  // band, both ends included
  int weight = 1;            // 3: hard
  std::string not_measured;  // why no outcome shows it, or ""
  Quantity quantity;         // a fact about several months is several patterns
  Statistic statistic = Statistic::mean;
  std::optional<Quantity> over;  // the ratio to this
  Node::Table set;               // of the scenario with these changes
  Node::Table scale;             // and these factors on numbers of it
  Node::List events;             // and these tables [[event]] beside its own
  Compare compare = Compare::none;
  std::uint32_t wards = 0;  // that it was observed in; 0: isn't said
  std::string site;         // facts of one site were observed in the same wards
  Use use = Use::apart;

  bool counts() const { return use != Use::construction; }
  bool is_hard() const { return counts() && weight == 3; }
  bool is_changed() const { return !set.empty() || !scale.empty() || !events.empty(); }
};

// Keys that say a quantity, and it.
const KeyTable& quantity_keys();
Quantity quantity_of(const Keys& keys);
// As files say it, in the order of Compare.
const std::vector<std::string>& compare_choices();
Compare compare_of(const std::string& choice);
// The same in the order of Statistic.
const std::vector<std::string>& statistic_choices();
Statistic statistic_of(const std::string& choice);
// As files and programs read it: one of fact_uses().
const std::string& use_called(Use use);

// What a fact's changes are, as one text: equal where they are.
std::string changes_of(const Pattern& pattern);

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
