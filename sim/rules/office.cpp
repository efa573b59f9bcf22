#include "sim/rules/office.hpp"

namespace swadaya {

Office::Office(Declare& declare)
    : lag_{declare.whole("lag", 3, "months", {0, 24},
                         "three months late counts as bad: evidence/programme 1.5")},
      window_dressing_{declare.number("window_dressing", 0.5,
                                      "share of missed instalments rescheduled away", {0, 1},
                                      "assumption; evidence/programme S1, S5")},
      groups_a_month_{declare.whole("groups_a_month", 6, "groups served a month", {1, 1000},
                                    "assumption: what a UPK of two handles")},
      reschedules_{declare.decision("reschedules")} {}

void Office::miss(const Month& month, Ward& ward, std::uint32_t group, const Member& member) const {
  miss_instalment(ward, group, member, month.number + static_cast<int>(lag_(ward)));
}

bool Office::ghosts_miss(const Month& month, Ward& ward, std::uint32_t group) const {
  Group& ghost = ward.groups[group];
  if (!ghost.ghost) return false;
  bool owes = false;
  for (Member& m : ghost.members)
    if (fall_due(ward, m)) owes = true, miss(month, ward, group, m);
  if (owes) ghost.own_share_paid = 0;
  return true;
}

void Office::end_month(const Month& month, Ward& ward) const {
  report_missed(ward, month.number, window_dressing_(ward) * ward.window_dressing_factor,
                reschedules_);
  lend_to_groups(ward, month.number, static_cast<int>(groups_a_month_(ward)));
  close_month(ward);
}

}  // namespace swadaya
