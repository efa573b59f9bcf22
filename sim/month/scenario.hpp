// What a job runs: a scenario, complete and checked; plain data that files become.
#pragma once

#include <array>
#include <map>
#include <string>
#include <vector>

#include "sim/base/parameter.hpp"
#include "sim/month/slot.hpp"

namespace swadaya {

// At the start of a month, parameters of a variant take other values; they keep them from then on.
struct Event {
  int month;
  Values set;  // any "slot.parameter", "programme.*" or "costs.*"
  // Those that are factors on what the scenario says: in `set` they are multiplied already.
  std::map<std::string, double> scales{};
};

// A scenario as it runs: complete, checked, every default filled in.
struct Scenario {
  std::string name = "scenario", title, title_id, description;  // title_id: in Indonesian
  int months = 36;
  std::array<std::string, slot_count> models;  // by slot
  Values values;  // every key of world, network, programme, costs and of the ten chosen models
  std::vector<Event> events;  // by month
};

}  // namespace swadaya
