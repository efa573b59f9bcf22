#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::facilitation {

namespace {

const char* const paragraph = R"(
A team of `facilitators` with `hours` a month each serves `wards_served` wards; `paperwork` of its time is paper. The rest goes into
visits of `hours_per_visit`, to the groups in turn; a group that has had its loan is passed over but for the chance
`after_disbursement`, and none gets more than `most_visits` a month. Visits left over go to the RTs in turn, where they help new groups
to found themselves. A visit v in {0, 1} of quality q moves the group's capacity, which decays:

    K' = (1 - delta) K + eta q v (1 - K)

with peak eta / (1 - (1 - eta)(1 - delta)^k) under a visit every k months. It corrects the members' belief that the money is a grant by
the share `corrects`, and raises their attitude by `pull` of what is left to 1. After the programme's exit visits stop.)";

const char* const source =
    "F1: evidence/behaviour 3.4 (fixed points K22); team and caseload: evidence/programme 1.6; two hours a group and month before paper: evidence/programme "
    "6.4; one-off loans without follow-up: evidence/programme 4 (Srogol)";

class RoundRobin final : public Model {
  Team team;
  Number after_disbursement =
      number("after_disbursement", 0.3, "chance that a turn of a group with a loan is kept", {0, 1},
             "attention ends with the money: evidence/programme 4; size assumed");
  Decision keeping = decision("keeps_turn");

 public:
  void area(const Month& month, Area& area) const override {
    team.begin_month(area);
    const int visits = team.visits_of_month(month, area);
    const auto keeps = [&](const Call& call, std::uint16_t round) {
      return call.group->loans == 0 ||
             call.ward->happens(after_disbursement, keeping, call.group->founder, round);
    };
    team.visit_rts(area, team.visit_in_turn(month, area, visits, keeps));
  }
};

}  // namespace

Entry round_robin() {
  return entry<RoundRobin>(Slot::facilitation, "round-robin", Standing::by_default, paragraph,
                           source);
}

}  // namespace swadaya::models::facilitation
