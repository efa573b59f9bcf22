// Which runs may keep a checkpoint, and which may go on from one.
#pragma once

#include <vector>

#include "sim/base/error.hpp"
#include "sim/month/catalogue.hpp"
#include "sim/scenario/keys.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

// `checkpoint` and `from` of [experiment]; the file's path becomes absolute.
void read_checkpoint_keys(Keys& keys, Experiment& experiment);

// What --checkpoint and --from add, and whether the experiment may keep a checkpoint.
void take_checkpoint(Experiment& experiment, const Overrides& overrides,
                     std::vector<Problem>& problems);

// Whether the experiment may go on from the file `experiment.from`: the same worlds and models, and
// months behind the checkpoint's. Takes seed and replicates from it where `says_seed` and
// `says_replicates` are false.
struct Said {
  bool seed, replicates;
};
void go_on_from(Experiment& experiment, const Said& said, const Catalogue& catalogue,
                std::vector<Problem>& problems);

}  // namespace swadaya
