// The designs that an experiment's variants may come from, each one entry of a table.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sim/month/catalogue.hpp"
#include "sim/scenario/draft.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

struct Design {
  std::string table;               // of an experiment file
  std::vector<std::string> names;  // that `experiment.design` may have of it
  // Adds the variants that the table asks for to the draft, and says in the experiment what they
  // are; `seed`: of the experiment. nullptr where it adds none.
  void (*expand)(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                 std::uint64_t seed, std::vector<Problem>& problems);
  // What only shows once the variants are known, whether they come from the table or stand in the
  // file; `keys`: of [experiment]. nullptr where there is nothing more.
  void (*check)(const Draft& draft, Keys& keys, Experiment& experiment, const Catalogue& catalogue,
                std::vector<Problem>& problems);
};

const std::vector<Design>& designs();
// Of the table that a file has, or else of the name; nullptr where there is none.
const Design* design_of(const Draft& draft, const std::string& name);
const std::vector<std::string>& design_tables();

}  // namespace swadaya
