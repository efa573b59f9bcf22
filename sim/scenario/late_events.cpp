#include "sim/scenario/late_events.hpp"

#include <fmt/format.h>
#include <set>

namespace swadaya {

std::vector<std::string> late_event_warnings(const Experiment& experiment) {
  std::set<int> months;
  for (const Variant& variant : experiment.variants)
    for (const Event& event : variant.scenario.events)
      if (event.month > variant.scenario.months) months.insert(event.month);
  std::vector<std::string> warnings;
  for (const int month : months)
    warnings.push_back(fmt::format(
        "warning: {}: the event of month {} comes after the last month, {}: it changes nothing",
        experiment.name, month, experiment.variants[0].scenario.months));
  return warnings;
}

}  // namespace swadaya
