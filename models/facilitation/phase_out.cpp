#include <algorithm>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::facilitation {

namespace {

const char* const paragraph = R"(
A team as under round-robin, front-loaded: the hours paid fall by half every `half_life` months from `full_until` on, as teams move to
newer wards. Visits go to groups in turn, at most `most_visits` each, then to the RTs in turn.)";

class PhaseOut final : public Model {
  Team team;
  Whole full_until = whole("full_until", 12, "months", {0, 1200},
                           "the first year of the cycle: evidence/programme 1.2; assumption");
  Number half_life = number("half_life", 9, "months", {1, 120}, "6-12: evidence/behaviour F5");

 public:
  void area(const Month& month, Area& area) const override {
    team.begin_month(area);
    const double months = std::max(0, month.number - full_until);
    const double share = exp_of(-months * log_of(2.0) / half_life);
    const int visits = team.visits_of_month(month, area, share);
    team.visit_rts(area, team.visit_in_turn(month, area, visits));
  }
};

}  // namespace

Entry phase_out() {
  return entry<PhaseOut>(
      Slot::facilitation, "phase-out", Standing::rival, paragraph,
      "F5: evidence/behaviour 3.4; the phases of the programme: evidence/programme 1.2");
}

}  // namespace swadaya::models::facilitation
