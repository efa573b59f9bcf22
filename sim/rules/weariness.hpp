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
  Number meetings = number("programme_meetings", 1, "a month, asked of participants", {0, 5},
                           "monthly while the programme runs: evidence/programme 2.8");
  Number own_meetings =
      number("own_meetings", 0, "weight of a group's own meetings instead", {0, 1},
             "repayment meetings are short and compulsory; assumption, 1 in the rules of 0.1");
  RtColumn asked = rt_column("programme_meetings", "meetings a month asked of participants");

 public:
  Weariness() { writes({column::burden}); }

  // Before the households: what the programme asks for this month.
  void call_meetings(const Month& month, Ward& ward) const {
    const bool runs = month.number <= ward.programme.exit;
    const double full = (1 - own_meetings) * meetings + own_meetings * ward.programme.meetings;
    const double kept = runs ? 1.0 : double{ward.programme.meetings_after};
    ward.set_all(asked, static_cast<float>(full * kept));
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
