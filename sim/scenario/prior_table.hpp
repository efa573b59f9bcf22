// Priors as tables of a file say them.
#pragma once

#include <vector>

#include "sim/scenario/key_info.hpp"
#include "sim/scenario/prior.hpp"
#include "sim/scenario/toml.hpp"

namespace swadaya {

const KeyTable& prior_keys();

// "range" (uniform over all of it), { low = 0, high = 1 } (uniform), or with a distribution:
// { distribution = "normal", mean = 0.5, sd = 0.1 }, "lognormal" with median and sigma, "beta" with
// a and b; cut off at `low` and `high` where they are said, or else at the ends of `declared`,
// beyond which they may not lie. `section`: how problems name the table.
Prior read_prior(const std::string& key, const Node& node, const Range& declared,
                 const std::string& section, std::vector<Problem>& problems);
// The same, with nothing left to a declaration.
Node::Table table_of(const Prior& prior, const Node& place);

// The priors of a table by their keys: {lending = {norm = ...}} and {"lending.norm" = ...} are the
// same; a prior's own table ends the way down.
Node::Table prior_entries(const Node::Table& table);

}  // namespace swadaya
