// What brackets and marks of a comparison mean, and whether enough was simulated: words below its
// table.
#pragma once

#include <string>
#include <vector>

#include "sim/results/comparison.hpp"
#include "sim/tables/figures.hpp"

namespace swadaya {

// How many worlds a comparison rests on: "50 draws of the parameters, 2 worlds each", "9 worlds".
std::string worlds_text(const Results& results, std::size_t worlds, Language in = {});

// Whether what isn't known of parameters, or how closely the means were simulated.
std::string what_brackets_hold(bool is_over_parameters, const Results& results, Language in = {});

// Titles of the variants that aren't in the baseline's worlds.
std::vector<std::string> in_different_wards(const Results& results, Language in = {});
// " Left out: Big (different wards, and so no choice that these have)." Empty where none is.
std::string left_out_of_choice(const Results& results, Language in = {});

// `shown`: the differences of the table. `worlds`: complete ones. `answer`: the outcome that the
// experiment asks about, or "".
std::string legend(const Results& results, const std::vector<Compared>& shown, std::size_t worlds,
                   const std::string& answer, Look look);

// "Mean differences of recovery at month 36 are known to ± 1.2 points or better": of the outcome
// that is asked about (of none the first of these) at the first month; of which variants that isn't
// close beside what is shown, and of how many other differences. Empty of fewer than two worlds.
std::string closeness(const Results& results, const std::vector<Compared>& shown,
                      const std::string& answer, Language in = {});

}  // namespace swadaya
