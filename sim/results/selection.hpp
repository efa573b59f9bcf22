// Which of a results folder's outcomes, months and variants somebody asked for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sim/results/results.hpp"

namespace swadaya {

// As they are named on a command line, each a name or several between commas; months are numbers
// or spans of them ("12", "0-36"). Empty: all.
struct Wanted {
  std::vector<std::string> outcomes, months, variants;
};

// Places in outcomes() and among the variants, and months, in the order of the store, each once.
struct Selection {
  std::vector<std::size_t> outcomes;
  std::vector<int> months;
  std::vector<std::size_t> variants;

  bool has_outcome(const std::string& name) const;
  bool has_month(int month) const;
  // Its place among those selected; its count where it isn't.
  std::size_t place_of(std::size_t variant) const;
  bool has_variant(std::size_t variant) const { return place_of(variant) < variants.size(); }
};

Selection everything(const Results& results);
// Throws BadInput with all that isn't there, each with the nearest name.
Selection selection_of(const Results& results, const Wanted& wanted);

}  // namespace swadaya
