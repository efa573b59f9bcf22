// Published field experiments, each made small: two arms in the same worlds, held against what was
// published: run, and judged.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sim/base/statistics.hpp"
#include "sim/designs/findings.hpp"
#include "sim/designs/patterns.hpp"

namespace swadaya {

enum class Scale { difference, ratio, log_ratio };  // of the treatment's mean to the control's

// What one arm, or both, have of their own.
struct Arm {
  Node::Table set;
  Node::Table scale;  // factors on what the scenario says, whatever that is
  Node::List events;
};

struct Trial {
  std::string file, name, title, title_id, who, where, source;
  int year = 0;
  std::string published;               // the figure as it stands in the source
  std::string assumed;                 // how the error was chosen where none was published, or ""
  std::string read;                    // how far the source was: "full", "abstract", "secondary"
  std::string represents, leaves_out;  // what of it is in the two arms, and what isn't
  bool kept_apart = false;             // not fitted to
  bool is_null = false;                // what was published is that nothing changed
  Quantity quantity;
  std::optional<Quantity> over;  // world by world, divided by this
  Scale scale = Scale::difference;
  double effect = 0, standard_error = 0;  // as published, on this scale
  int worlds = 1;                         // that make a study of the size of the published one
  // What runs: a scenario, changed for both arms, then for each.
  std::string scenario;
  std::uint32_t replicates = 0;
  Arm both, control, treatment;

  // What `effect` is where nothing changes.
  double no_effect() const { return scale == Scale::ratio ? 1 : 0; }
  // The 90 % interval of what was published.
  double low() const;
  double high() const;
  int last_month() const { return std::max(quantity.month, over ? over->month : 0); }
};

// The two arms as variants "control" and "treatment", as long as is measured. What `overrides` set
// holds for both arms, under what they say themselves; a setting of a model that the trial doesn't
// use is left out.
Experiment experiment_of(const Trial& trial, const Catalogue& catalogue,
                         const Overrides& overrides);

// What a model says of it. The predictive interval is that of another study of the same size, if
// the model is right: its effect is a mean over `trial.worlds` worlds that differ as the simulated
// ones do, of which itself only so many were run, and the published standard error comes on top.
struct Simulated {
  std::size_t pairs = 0;  // worlds in which both arms have a value
  double effect = nothing, standard_error = nothing;
  double low = nothing, high = nothing;  // 90 %
};
Simulated simulated(const Trial& trial, const ValuesOf& values_of);

struct Tested {
  Trial trial;
  Simulated simulated;
  bool inside = false;             // the published effect is in the predictive interval
  std::optional<bool> sign_right;  // none of an effect that was published as null
};
Tested tested(const Trial& trial, const ValuesOf& values_of);
// Runs both arms.
Tested tested(const Trial& trial, const Experiment& experiment, const RunAll& run_all);

bool a_sign_is_wrong(const std::vector<Tested>& all);

}  // namespace swadaya
