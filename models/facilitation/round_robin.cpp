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
    "F1: behaviour-models 3.4 (fixed points K22); team and caseload: p2kp-facts 1.6; two hours a group and month before paper: p2kp-facts "
    "6.4; one-off loans without follow-up: p2kp-facts 4 (Srogol)";

class RoundRobin final : public Model {
 public:
  explicit RoundRobin(Declare& declare)
      : facilitators_{declare.number("facilitators", 4.5, "persons a team", {0, 50},
                                     "teams of 4-5: p2kp-facts 0 row 15, 1.6")},
        hours_{declare.number("hours", 140, "a person and month", {0, 300}, "p2kp-facts 6.4")},
        paperwork_{declare.number("paperwork", 0.5, "share of the hours", {0, 1},
                                  "half is paper: p2kp-facts 6.4")},
        hours_per_visit_{declare.number("hours_per_visit", 3, "hours, with the way", {0.25, 40},
                                        "model specification; assumption")},
        wards_served_{declare.number("wards_served", 9, "wards a team", {1, 100},
                                     "8-10: p2kp-facts 1.6; those not simulated get their part")},
        after_disbursement_{declare.number(
            "after_disbursement", 0.3, "chance that a turn of a group with a loan is kept", {0, 1},
            "attention ends with the money: p2kp-facts 4; size assumed")},
        most_visits_{declare.whole("most_visits", 2, "a group and month", {1, 30}, "assumption")},
        eta_{declare.number("eta", 0.2, "of what is left to 1, a visit", {0, 1},
                            "0.05-0.4: behaviour-models 3.4")},
        quality_{declare.number("quality", 1, "factor", {0, 2},
                                "full quality; peers 0.3-0.8: behaviour-models F4")},
        delta_{
            declare.number("delta", 0.04, "a month", {0, 1},
                           "0.01-0.10, half-life 17 months, unidentified: behaviour-models 3.4")},
        corrects_{declare.number("corrects", 0.3, "of the belief in a grant, a visit", {0, 1},
                                 "model specification; assumption")},
        pull_{declare.number("pull", 0.05, "of what is left to a full attitude, a visit", {0, 1},
                             "model specification; assumption")},
        keeps_{declare.decision("keeps_turn")} {}

  void area(const Month& month, Area& area) const override {
    if (area.wards.empty()) return;
    for (Ward* ward : area.wards) clear_visits(*ward);
    Ward& first = *area.wards.front();
    const double kept = 1 - delta_(first);
    for (Ward* ward : area.wards)
      for (Group& group : ward->groups)
        if (group.alive()) group.capacity *= kept;
    if (month.number > first.programme.exit(first)) return;

    const auto wards = static_cast<double>(area.wards.size());
    const double paid = facilitators_(area) * hours_(area) * double{month.length} * wards /
                        std::max(wards, wards_served_(area));
    for (Ward* ward : area.wards)
      ward->spent.facilitation += paid / wards * ward->costs.facilitator_hour(*ward);
    area.hours_left_over += paid * (1 - paperwork_(area));
    auto visits = static_cast<int>(area.hours_left_over / hours_per_visit_(area));
    area.hours_left_over -= visits * hours_per_visit_(area);
    visits = visit_groups(month, area, visits);
    visit_rts(area, visits);
  }

 private:
  struct Call {
    Ward* ward;
    Group* group;
    int visits = 0;
  };

  static void clear_visits(Ward& ward) {
    const auto rts = ward.rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) ward.set(rt_column::visited, rt, 0);
  }

  // Goes round the list from where the last month ended; returns the visits left over.
  int visit_groups(const Month& month, Area& area, int visits) const {
    std::vector<Call> list;
    for (Ward* ward : area.wards)
      for (Group& group : ward->groups)
        if (group.alive()) list.push_back({ward, &group});
    if (list.empty()) return visits;
    const auto rounds = static_cast<std::size_t>(most_visits_(area));
    std::size_t turn = area.turn % list.size();
    for (std::size_t turns = 0; visits > 0 && turns < rounds * list.size(); ++turns) {
      Call& call = list[turn];
      turn = (turn + 1) % list.size();
      const auto round = static_cast<std::uint16_t>(turns / list.size());
      if (call.group->loans > 0 &&
          !call.ward->happens(after_disbursement_(area), keeps_, call.group->founder, round))
        continue;
      visit(month, *call.ward, *call.group);
      --visits;
    }
    area.turn = turn;
    return visits;
  }

  void visit(const Month& month, Ward& ward, Group& group) const {
    group.capacity += eta_(ward) * quality_(ward) * (1 - group.capacity);
    ++group.visits;
    group.visits_now = group.last_visit == month.number ? group.visits_now + 1 : 1;
    group.last_visit = month.number;
    ward.spent.facilitation += ward.costs.visit(ward);
    ward.set(rt_column::visited, group.rt, ward.now(rt_column::visited, group.rt) + 1);
    for (const Member& m : group.members) {
      const float belief = ward.now(column::grant_belief, m.household),
                  attitude = ward.now(column::attitude, m.household);
      ward.set(column::grant_belief, m.household, belief * static_cast<float>(1 - corrects_(ward)));
      ward.set(column::attitude, m.household,
               attitude + static_cast<float>(pull_(ward)) * (1 - attitude));
    }
  }

  void visit_rts(Area& area, int visits) const {
    std::size_t rts = 0;
    for (const Ward* ward : area.wards) rts += ward->rts().last - ward->rts().first;
    for (int i = 0; i < visits && static_cast<std::size_t>(i) < rts; ++i) {
      std::size_t number = area.rt_turn++ % rts;
      for (Ward* ward : area.wards) {
        const std::size_t here = ward->rts().last - ward->rts().first;
        if (number >= here) {
          number -= here;
          continue;
        }
        const std::uint32_t rt = ward->rts().first + static_cast<std::uint32_t>(number);
        ward->set(rt_column::visited, rt, ward->now(rt_column::visited, rt) + 1);
        ward->spent.facilitation += ward->costs.visit(*ward);
        break;
      }
    }
  }

  Parameter facilitators_, hours_, paperwork_, hours_per_visit_, wards_served_, after_disbursement_,
      most_visits_, eta_, quality_, delta_, corrects_, pull_;
  Decision keeps_;
};

}  // namespace

Entry round_robin() {
  return entry<RoundRobin>(Slot::facilitation, "round-robin", Standing::by_default, paragraph,
                           source);
}

}  // namespace swadaya::models::facilitation
