#include "sim/rules/team.hpp"

#include <algorithm>

namespace swadaya {

Team::Team(Declare& declare)
    : facilitators_{declare.number("facilitators", 4.5, "persons a team", {0, 50},
                                   "teams of 4-5: evidence/programme 0 row 15, 1.6")},
      hours_{
          declare.number("hours", 140, "a person and month", {0, 300}, "evidence/programme 6.4")},
      paperwork_{declare.number("paperwork", 0.5, "share of the hours", {0, 1},
                                "half is paper: evidence/programme 6.4")},
      hours_per_visit_{declare.number("hours_per_visit", 3, "hours, with the way", {0.25, 40},
                                      "assumption, sweep it")},
      wards_served_{
          declare.number("wards_served", 9, "wards a team", {1, 100},
                         "8-10: evidence/programme 1.6; those not simulated get their part")},
      most_visits_{declare.whole("most_visits", 2, "a group and month", {1, 30}, "assumption")},
      eta_{declare.number("eta", 0.2, "of what is left to 1, a visit", {0, 1},
                          "0.05-0.4: evidence/behaviour 3.4")},
      quality_{declare.number("quality", 1, "factor", {0, 2},
                              "full quality; peers 0.3-0.8: evidence/behaviour F4")},
      delta_{
          declare.number("delta", 0.04, "a month", {0, 1},
                         "0.01-0.10, half-life 17 months, unidentified: evidence/behaviour 3.4")},
      corrects_{declare.number("corrects", 0.3, "of the belief in a grant, a visit", {0, 1},
                               "assumption, sweep it")},
      pull_{declare.number("pull", 0.05, "of what is left to a full attitude, a visit", {0, 1},
                           "assumption, sweep it")} {}

void Team::begin_month(Area& area) const {
  for (Ward* ward : area.wards) {
    const auto rts = ward->rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) ward->set(rt_column::visited, rt, 0);
    for (Group& group : ward->groups)
      if (group.alive()) group.capacity *= 1 - delta_(area);
  }
}

int Team::visits_of_month(const Month& month, Area& area, double share) const {
  if (area.wards.empty() || month.number > area.wards.front()->programme.exit(*area.wards.front()))
    return 0;
  const auto wards = static_cast<double>(area.wards.size());
  const double paid = share * facilitators_(area) * hours_(area) * double{month.length} * wards /
                      std::max(wards, wards_served_(area));
  for (Ward* ward : area.wards)
    ward->spent.facilitation += paid / wards * ward->costs.facilitator_hour(*ward);
  area.hours_left_over += paid * (1 - paperwork_(area));
  const auto visits = static_cast<int>(area.hours_left_over / hours_per_visit_(area));
  area.hours_left_over -= visits * hours_per_visit_(area);
  return visits;
}

void Team::visit(const Month& month, Ward& ward, Group& group, double quality) const {
  group.capacity += eta_(ward) * quality_(ward) * quality * (1 - group.capacity);
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

int Team::visit_in_turn(const Month& month, Area& area, int visits,
                        const std::function<bool(const Call&, std::uint16_t)>& keeps) const {
  const std::vector<Call> list = visiting_list(area);
  if (list.empty()) return visits;
  const auto rounds = static_cast<std::size_t>(most_visits(area));
  std::size_t turn = area.turn % list.size();
  for (std::size_t turns = 0; visits > 0 && turns < rounds * list.size(); ++turns) {
    const Call& call = list[turn];
    turn = (turn + 1) % list.size();
    if (!keeps(call, static_cast<std::uint16_t>(turns / list.size()))) continue;
    visit(month, *call.ward, *call.group);
    --visits;
  }
  area.turn = turn;
  return visits;
}

void Team::visit_rts(Area& area, int visits) const {
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

std::vector<Call> visiting_list(Area& area) {
  std::vector<Call> list;
  for (Ward* ward : area.wards)
    for (Group& group : ward->groups)
      if (group.alive()) list.push_back({ward, &group});
  return list;
}

}  // namespace swadaya
