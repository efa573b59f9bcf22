#include "sim/rules/group_life.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/exact.hpp"

namespace swadaya {

namespace {

void set_free(Ward& ward, Member& m) {
  ward.set(column::member, m.household, 0);
  if (m.owes()) return;
  ward.fund.return_savings(m.savings);
  m.savings = 0;
}

}  // namespace

void GroupLife::begin(Ward& ward) const {
  const Place place = ward.place();
  std::vector<float> u(place.last - place.first);
  ward.uniforms(wanting_dice, place.first, u);
  for (Household h = place.first; h < place.last; ++h)
    ward.set(wants, h, double{u[h - place.first]} < wants_loan ? ward.world.occupied[h] : 0.0f);
}

void GroupLife::month(const Month& month, Ward& ward) const {
  for (Group& group : ward.groups) {
    if (!group.alive()) continue;
    hold_meetings(month, ward, group);
    ward.spent.groups += group.meetings * ward.costs.group_meeting;
    const double defaulting = group.default_share(ward.programme.terms());
    const double c = group.cohesion;
    const double grown = (1 - decay) * c + grows(group) * (1 - c) - strain * defaulting * c;
    group.cohesion = std::clamp(grown, 0.0, 1.0);
    live(month, ward, group);
    if (group.alive()) let_leave(month, ward, group);
  }
}

void GroupLife::mark_willing(Cells& cells) const {
  const Pack eligible =
      cells.now(column::listed).max(cells.now(column::favoured)).max(cells.of(&World::business));
  cells.mark(willing_mark, cells.now(column::joined) * eligible * cells.now(wants) *
                               (1 - cells.now(column::member)));
}

bool GroupLife::founds(const Month& month, const Ward& ward, Household founder) const {
  const bool shown = ward[first_money] >= 0 && month.number - ward[first_money] < 3;
  const double after_money = shown ? 1 + demonstration : 1;
  const double visits = double{ward.now(rt_column::visited, ward.world.rt[founder])};
  const double rate = founding * (1 + visit_boost * visits) * after_money * eagerness(ward);
  return ward.happens(chance_of(rate, double{month.length}), founding_dice, founder);
}

void GroupLife::see_money(const Month& month, Ward& ward) const {
  if (ward[first_money] < 0 && ward.received_now > 0) ward[first_money] = month.number;
}

Group& GroupLife::found(const Month& month, Ward& ward,
                        const std::vector<Household>& households) const {
  Group group;
  group.founder = households[0];
  group.rt = ward.world.rt[group.founder];
  group.founded = month.number;
  group.last_meeting = month.number;
  double capacity = 0;
  for (const Household h : households) {
    capacity += double{ward.now(column::capacity, h)};
    ward.set(column::member, h, 1);
    Member m;
    m.household = h;
    group.members.push_back(m);
  }
  group.ties = share_tied(ward.world, group);
  group.cohesion = strangers + friends * group.ties;
  group.capacity = capacity / static_cast<double>(households.size());
  return ward.add(std::move(group));
}

void GroupLife::hold_meetings(const Month& month, Ward& ward, Group& group) const {
  const double planned = ward.programme.meetings * held(month, ward, group) * double{month.length};
  const double whole = std::floor(planned);
  group.meetings = whole + (ward.happens(planned - whole, meets, group.founder) ? 1 : 0);
  if (group.meetings == 0) {
    if (month.number - group.last_meeting >= dormant_after) group.stage = Stage::dormant;
    return;
  }
  group.stage = Stage::active;
  group.last_meeting = month.number;
  double present = 0;
  for (const Member& m : group.members) {
    if (ward.happens(presence(ward, m), comes, m.household)) ++present;
  }
  group.attendance = present / static_cast<double>(group.members.size());
}

void GroupLife::let_leave(const Month& month, Ward& ward, Group& group) const {
  const double chance =
      chance_of(leaving * exp_of(-loyalty * group.cohesion), double{month.length});
  const auto leaves = [&](const Member& m) {
    const bool gone = m.fate == Fate::moved || m.fate == Fate::died;
    return !m.owes() && (gone || ward.happens(chance, leaving_dice, m.household));
  };
  std::vector<Member> stay;
  for (Member& m : group.members) leaves(m) ? set_free(ward, m) : stay.push_back(m);
  ward.left += static_cast<double>(group.members.size() - stay.size());
  group.members = std::move(stay);
  if (group.members.size() < fewest) dissolve(ward, group);
}

void GroupLife::dissolve(Ward& ward, Group& group) const {
  group.stage = Stage::dissolved;
  for (Member& m : group.members) set_free(ward, m);
  ward.left +=
      static_cast<double>(std::erase_if(group.members, [](const Member& m) { return !m.owes(); }));
}

double GroupLife::held(const Month& month, const Ward& ward, const Group&) const {
  return month.number <= ward.programme.exit ? 1.0 : double{ward.programme.meetings_after};
}

double GroupLife::presence(const Ward& ward, const Member& m) const {
  return attends * (1 - double{ward.now(column::burden, m.household)});
}

double GroupLife::share_tied(const World& world, const Group& group) {
  double pairs = 0, tied = 0;
  for (auto a = group.members.begin(); a != group.members.end(); ++a)
    for (auto b = a + 1; b != group.members.end(); ++b) {
      ++pairs;
      if (world.ties.joined(a->household, b->household)) ++tied;
    }
  return pairs > 0 ? tied / pairs : 0;
}

}  // namespace swadaya
