#include "sim/rules/team.hpp"

#include <algorithm>

namespace swadaya {

void Team::begin_month(Area& area) const {
  for (Ward* ward : area.wards) {
    const auto rts = ward->rts();
    for (std::uint32_t rt = rts.first; rt < rts.last; ++rt) ward->set(rt_column::visited, rt, 0);
    for (Group& group : ward->groups)
      if (group.alive()) group.capacity *= 1 - delta;
  }
}

int Team::visits_of_month(const Month& month, Area& area, double share) const {
  if (area.wards.empty() || month.number > area.wards.front()->programme.exit) return 0;
  const auto wards = static_cast<double>(area.wards.size());
  const double paid = share * facilitators * hours * double{month.length} * wards /
                      std::max<double>(wards, wards_served);
  for (Ward* ward : area.wards)
    ward->spent.facilitation += paid / wards * ward->costs.facilitator_hour;
  area[hours_left] += paid * (1 - paperwork);
  const auto visits = static_cast<int>(area[hours_left] / hours_per_visit);
  area[hours_left] -= visits * hours_per_visit;
  return visits;
}

void Team::visit(const Month& month, Ward& ward, Group& group, double quality) const {
  group.capacity += eta * full_quality * quality * (1 - group.capacity);
  ++group.visits;
  group.visits_now = group.last_visit == month.number ? group.visits_now + 1 : 1;
  group.last_visit = month.number;
  ward.spent.facilitation += ward.costs.visit;
  ward.set(rt_column::visited, group.rt, ward.now(rt_column::visited, group.rt) + 1);
  for (const Member& m : group.members) {
    const float belief = ward.now(column::grant_belief, m.household),
                attitude = ward.now(column::attitude, m.household);
    ward.set(column::grant_belief, m.household, belief * static_cast<float>(1 - corrects));
    ward.set(column::attitude, m.household, attitude + static_cast<float>(pull) * (1 - attitude));
  }
}

int Team::visit_in_turn(const Month& month, Area& area, int visits,
                        const std::function<bool(const Call&, std::uint16_t)>& keeps) const {
  const std::vector<Call> list = visiting_list(area);
  if (list.empty()) return visits;
  const auto rounds = static_cast<std::size_t>(most_visits);
  std::size_t next = static_cast<std::size_t>(area[turn]) % list.size();
  for (std::size_t turns = 0; visits > 0 && turns < rounds * list.size(); ++turns) {
    const Call& call = list[next];
    next = (next + 1) % list.size();
    if (!keeps(call, static_cast<std::uint16_t>(turns / list.size()))) continue;
    visit(month, *call.ward, *call.group);
    --visits;
  }
  area[turn] = static_cast<double>(next);
  return visits;
}

void Team::visit_rts(Area& area, int visits) const {
  std::size_t rts = 0;
  for (const Ward* ward : area.wards) rts += ward->rts().last - ward->rts().first;
  for (int i = 0; i < visits && static_cast<std::size_t>(i) < rts; ++i) {
    std::size_t number = static_cast<std::size_t>(area[rt_turn]++) % rts;
    for (Ward* ward : area.wards) {
      const std::size_t here = ward->rts().last - ward->rts().first;
      if (number >= here) {
        number -= here;
        continue;
      }
      const std::uint32_t rt = ward->rts().first + static_cast<std::uint32_t>(number);
      ward->set(rt_column::visited, rt, ward->now(rt_column::visited, rt) + 1);
      ward->spent.facilitation += ward->costs.visit;
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
