// [calibration] in an experiment file.
#pragma once

#include <vector>

#include "sim/designs/entry.hpp"

namespace swadaya {

const Design& calibration_design();
// What a draft's [calibration] says becomes the experiment's `search`, complete and without
// reference to other files; adds the variants that its facts ask for to the draft.
void expand_calibration(Draft& draft, Experiment& experiment, const Catalogue& catalogue,
                        std::uint64_t seed, std::vector<Problem>& problems);

// What only shows with the variants read: names, months, replicates.
void check_calibration(const Draft& draft, Keys& keys, Experiment& experiment,
                       const Catalogue& catalogue, std::vector<Problem>& problems);

}  // namespace swadaya
