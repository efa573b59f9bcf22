// What the engine promises of every model, tried out on one: in a small ward, beside other
// variants, in any order, at the ends of every parameter's range.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"

namespace swadaya {

struct Check {
  std::string name;  // "keeps its bits in any order and on any number of threads"
  std::string why;   // what does not hold, or ""
  bool holds() const { return why.empty(); }
};

// Runs all checks on a model of the catalogue and hands each to `report` as it is done. Whatever
// the model throws is what does not hold. Takes a second or so.
void check_contract(const Catalogue& catalogue, const ModelInfo& model,
                    const std::function<void(const Check&)>& report);

}  // namespace swadaya
