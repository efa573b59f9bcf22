// Intervals that hold all at once: of many intervals that each hold 95 %, some miss.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "sim/base/controls.hpp"
#include "sim/base/nested.hpp"

namespace swadaya {

// One interval a comparison, such that all of them hold together as often as a single one does that
// is shown. `differences`: by comparison, one entry a world (not a number where there is none);
// `draws` and `controls`: by world as in paired_difference.
//
// Over parameters, where draws tell them: such that 90 % of the draws lie within in every
// comparison; of few draws and many comparisons the furthest draws. Else of the means, 95 %: as
// many standard errors wide as the furthest of all comparisons is when chance turns each world's,
// or each draw's, deviations around (Westfall & Young 1993). Not numbers where one alone has no
// interval.
std::vector<Interval> simultaneous(const std::vector<std::vector<double>>& differences,
                                   std::span<const std::uint32_t> draws = {},
                                   const Controls& controls = {});

// Which options can't be told from the one that is best by its mean, with every comparison of two
// held at once (Hsu 1996): by option, the best itself among them. `values`: by option, one entry a
// world; `sign`: 1 where more is better, -1 where less is.
std::vector<bool> not_told_from_best(const std::vector<std::vector<double>>& values, double sign,
                                     std::span<const std::uint32_t> draws = {},
                                     const Controls& controls = {});

}  // namespace swadaya
