// What the experiment that was opened says beside its variants, carried on to one that was built on
// its page: facts, draws of parameters, accounting, what it is ranked by.
#pragma once

#include <string>
#include <vector>

#include "sim/explorer/base.hpp"

namespace swadaya {

// What isn't carried on: a key of [experiment], "study.plan", or a table, "[sweep]".
struct NotCarried {
  std::string key, why;  // why: what the program says against it; "" where its kind says enough
};

// Puts into `built` what the experiment of `base` says and still holds of it, with whole paths of
// files; returns what doesn't. Nothing of it moves a run of
// the explorer.
std::vector<NotCarried> carry(Experiment& built, const Base& base, const Catalogue& catalogue);

}  // namespace swadaya
