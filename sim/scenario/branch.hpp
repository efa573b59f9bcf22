// Experiments whose variants share their months up to one (`branch_at`) and part there: what a
// variant sets becomes an event of the month after.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "sim/scenario/draft.hpp"
#include "sim/scenario/scenario.hpp"

namespace swadaya {

class Branch {
 public:
  // `overrides`: keys of --set hold from the start in all variants, as they do without a branch.
  Branch(int at, const Overrides& overrides, std::vector<Problem>& problems);
  int at() const { return at_; }

  // A variant's own `set`.
  void put_set(Draft& variant, const Node& set);
  // A variant's own events: problems where they lie in the months that all variants share.
  void check_events(const Node::List& events);

 private:
  int at_;
  std::set<std::string> overridden_, refused_;
  std::vector<Problem>& problems_;
};

// A scenario's values as they stand in a month, with every event up to it.
Values values_at(const Scenario& scenario, int month);
// What a variant has set when it parts from the others: at the start, or after the branch.
Values settings_of(const Experiment& experiment, std::size_t variant);
// The same of one key; nullptr where the variant has no such setting.
const Value* setting_of(const Experiment& experiment, std::size_t variant, const std::string& key);

}  // namespace swadaya
