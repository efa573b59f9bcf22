// The keys of [experiment] that say how often something runs, what is shown of it, and by which
// design its variants came about.
#pragma once

#include <string>
#include <vector>

#include "sim/scenario/keys.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

const KeyTable& experiment_table();  // with the names of all designs
// name, title, description, replicates, seed, outcomes, months_shown, posterior, answer, beside,
// same_money, design and parameters; `base` was followed when the file was read.
void read_experiment_keys(Keys& keys, Experiment& experiment);
const std::vector<std::string>& outcomes_shown_by_default();

// Once the variants are known.
void check_branch(Keys& keys, const Experiment& experiment, bool has_variants);
// Of a design, which looks at means alone: one world a draw, so that worlds are independent.
void share_no_draws(Keys& keys, Experiment& experiment);

}  // namespace swadaya
