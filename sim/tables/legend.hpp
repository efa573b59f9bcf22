// What brackets and marks of a comparison mean, and whether enough was simulated: words below its
// table.
#pragma once

#include <string>
#include <vector>

#include "sim/results/comparison.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// How many worlds a comparison rests on: "50 draws of the parameters, 2 worlds each", "9 worlds".
std::string worlds_text(const Results& results, std::size_t worlds);

// `shown`: the differences of the table. `worlds`: complete ones.
std::string legend(const Results& results, const std::vector<Compared>& shown, std::size_t worlds,
                   Look look);

// "means of recovery at month 36 are known to ± 1.2 points", of all variants and of the first
// outcome and month of these; where some are known too little beside what is shown, which, and what
// to do. Empty of fewer than two worlds.
std::string closeness(const Results& results, const std::vector<Compared>& shown);

}  // namespace swadaya
