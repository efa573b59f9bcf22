// Meetings are wearying: the burden of who takes part grows with each, and everyone's fades.
#pragma once

#include "sim/month/cells.hpp"
#include "sim/month/declare.hpp"
#include "sim/month/month.hpp"
#include "sim/month/ward.hpp"

namespace swadaya {

class Weariness : Declares {
  Numbers per_meeting =
      number("burden_per_meeting", 0.03, "of what is left to 1", {0, 1}, "set for S18");
  Numbers fades = number("burden_fades", 0.02, "a month", {0, 1}, "assumption, sweep it");
  RtColumn asked = rt_column("programme_meetings", "meetings a month asked of participants");

 public:
  Weariness() { writes({column::burden}); }

  // Before the households: what the programme asks for this month.
  void call_meetings(const Month& month, Ward& ward) const {
    const bool runs = month.number <= ward.programme.exit;
    const double meetings = ward.programme.meetings * (runs ? 1.0 : ward.programme.meetings_after);
    ward.set_all(asked, static_cast<float>(meetings));
  }
  // Households that take part, or are members of a group, are wearied.
  void end_month(const Month& month, Cells& cells, const Pack& takes_part) const {
    const Pack burden = cells.now(column::burden);
    const Pack meets = takes_part.max(cells.now(column::member));
    const Pack wearies = meets * per_meeting * cells.of_rt(asked) * month.length * (1 - burden);
    cells.next(column::burden, (burden + wearies - fades * month.length * burden).min(1.0f));
  }
};

}  // namespace swadaya
