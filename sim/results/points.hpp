// What variants set, as results.db keeps it: table `point`, so that whoever reads the database
// needs no experiment.toml to know which point a row is of.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "sim/results/database.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// One parameter at all variants, in their order.
struct PointColumn {
  std::string key;                 // "lending.norm"
  std::vector<double> numbers;     // not a number where a variant has none
  std::vector<std::string> texts;  // the same as they are written; "" where it has none
  bool is_number = true;           // all that it has are numbers: flags and choices are, too
};

// Adds rows of these variants, the first of them number `first`: of every key that one of them sets
// or scales, in which they differ, or that others have rows of already. `branch_at`: as of an
// experiment.
void add_points(const Database& database, std::size_t first, const std::vector<Variant>& variants,
                const std::optional<int>& branch_at = {});
// By key, in order of the alphabet; of so many variants.
std::vector<PointColumn> points_in(const Database& database, std::size_t variants);

}  // namespace swadaya
