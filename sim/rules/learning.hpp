// How a household's capacity follows that of its group, the same for every welfare model in which
// it moves.
#pragma once

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Learning : Declares {
  Numbers first_capacity = number("first_capacity", 0.2, "share", {0, 1}, "assumption, sweep it");
  Numbers learns = number("learns", 0.1, "of the gap to the group's capacity, a month", {0, 1},
                          "assumption, sweep it");
  Numbers forgets = number("forgets", 0.01, "of the gap to the first capacity, a month", {0, 1},
                           "assumption; decay is unidentified, evidence/behaviour 3.4");
  Column group_capacity =
      column("group_capacity", "capacity of the household's group, 0 without one");

 public:
  void begin(Ward& ward) const;
  // Before the households: what their groups can do.
  void see_groups(Ward& ward) const;
  // Next month's capacity, 0..1; to be written to column::capacity.
  Pack next(Cells& cells) const;
};

}  // namespace swadaya
