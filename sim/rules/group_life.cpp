#include "sim/rules/group_life.hpp"

#include <algorithm>
#include <cmath>

#include "sim/base/exact.hpp"

namespace swadaya {

namespace {

constexpr int dormant_after = 6;  // months without a meeting: assumption, sweep it

void set_free(Ward& ward, Member& m) {
  ward.set(column::member, m.household, 0);
  if (m.owes()) return;
  ward.fund.return_savings(m.savings);
  m.savings = 0;
}

}  // namespace

GroupLife::GroupLife(Declare& declare)
    : founding_{declare.number("founding", 0.03, "a willing household and month", {0, 1},
                               "assumption; set for S13")},
      size_{declare.whole("size", 5, "members", {3, 10}, "evidence/programme 0 row 9, 1.5")},
      wants_loan_{declare.number(
          "wants_loan", 0.2, "share of households that want a loan", {0, 1},
          "assumption; a member must have or start a business, evidence/programme 1.5; set for S13")},
      visit_boost_{declare.number(
          "visit_boost", 1, "of founding, a visit to the RT", {0, 10},
          "assumption; groups formed on the facilitator's initiative, evidence/programme 1.2")},
      demonstration_{declare.number("demonstration", 0.5,
                                    "of founding, three months after the first money", {0, 10},
                                    "assumption; S10")},
      decay_{declare.number("d", 0.04, "of cohesion a month", {0, 1},
                            "0.02-0.1: evidence/behaviour G4")},
      growth_{declare.number("e", 0.05, "of what is left to 1, a meeting", {0, 1},
                             "0.02-0.1: evidence/behaviour G4")},
      strain_{declare.number("k", 0.3, "of cohesion a month, at full default", {0, 1},
                             "0.1-0.5: evidence/behaviour G4")},
      attends_{declare.number("attends", 0.9, "chance of an unwearied member", {0, 1},
                              "assumption; S18 for its fall")},
      leaving_{declare.number("leaving", 0.02, "a month, without cohesion", {0, 1},
                              "1-3 % a month: evidence/behaviour G3")},
      wants_{declare.column("wants_loan", "1 where the household wants a loan")},
      willing_{declare.mark("willing")},
      founds_{declare.decision("founds")},
      want_{declare.decision("wants_loan")},
      meets_{declare.decision("meets")},
      comes_{declare.decision("comes")},
      leaves_{declare.decision("leaves")} {}

void GroupLife::begin(Ward& ward) const {
  const Place place = ward.place();
  std::vector<float> u(place.last - place.first);
  ward.uniforms(want_, place.first, u);
  for (Household h = place.first; h < place.last; ++h)
    ward.set(wants_, h,
             double{u[h - place.first]} < wants_loan_(ward) ? ward.world.occupied[h] : 0.0f);
}

void GroupLife::month(const Month& month, Ward& ward) const {
  for (Group& group : ward.groups) {
    if (!group.alive()) continue;
    hold_meetings(month, ward, group);
    const double defaulting = group.default_share(ward.programme.tenor(ward));
    const double c = group.cohesion;
    const double grown = (1 - decay_(ward)) * c + growth_(ward) * group.meetings * (1 - c) -
                         strain_(ward) * defaulting * c;
    group.cohesion = std::clamp(grown, 0.0, 1.0);
    let_leave(month, ward, group);
  }
}

void GroupLife::mark_willing(Cells& cells) const {
  const Pack eligible =
      cells.now(column::listed).max(cells.now(column::favoured)).max(cells.of(&World::business));
  cells.mark(willing_, cells.now(column::joined) * eligible * cells.now(wants_) *
                           (1 - cells.now(column::member)));
}

bool GroupLife::founds(const Month& month, const Ward& ward, Household founder) const {
  const bool shown = ward.first_money >= 0 && month.number - ward.first_money < 3;
  const double after_money = shown ? 1 + demonstration_(ward) : 1;
  const double visits = double{ward.now(rt_column::visited, ward.world.rt[founder])};
  const double rate = founding_(ward) * (1 + visit_boost_(ward) * visits) * after_money;
  return ward.happens(chance_of(rate, double{month.length}), founds_, founder);
}

void GroupLife::see_money(const Month& month, Ward& ward) const {
  if (ward.first_money < 0 && ward.received_now > 0) ward.first_money = month.number;
}

Group& GroupLife::found(const Month& month, Ward& ward,
                        const std::vector<Household>& households) const {
  Group group;
  group.founder = households[0];
  group.rt = ward.world.rt[group.founder];
  group.founded = month.number;
  group.last_meeting = month.number;
  double pairs = 0, tied = 0, capacity = 0;
  for (std::size_t a = 0; a < households.size(); ++a) {
    for (std::size_t b = a + 1; b < households.size(); ++b) {
      ++pairs;
      if (ward.world.ties.joined(households[a], households[b])) ++tied;
    }
    capacity += double{ward.now(column::capacity, households[a])};
    ward.set(column::member, households[a], 1);
    Member m;
    m.household = households[a];
    group.members.push_back(m);
  }
  group.ties = tied / pairs;
  group.cohesion = 0.2 + 0.5 * group.ties;  // assumption, sweep it
  group.capacity = capacity / static_cast<double>(households.size());
  ward.groups.push_back(std::move(group));
  return ward.groups.back();
}

void GroupLife::hold_meetings(const Month& month, Ward& ward, Group& group) const {
  const bool runs = month.number <= ward.programme.exit(ward);
  const double planned = ward.programme.meetings(ward) *
                         (runs ? 1 : ward.programme.meetings_after(ward)) * double{month.length};
  const double whole = std::floor(planned);
  group.meetings = whole + (ward.happens(planned - whole, meets_, group.founder) ? 1 : 0);
  if (group.meetings == 0) {
    if (month.number - group.last_meeting >= dormant_after) group.stage = Stage::dormant;
    return;
  }
  group.stage = Stage::active;
  group.last_meeting = month.number;
  double present = 0;
  for (const Member& m : group.members) {
    const double chance = attends_(ward) * (1 - double{ward.now(column::burden, m.household)});
    if (ward.happens(chance, comes_, m.household)) ++present;
  }
  group.attendance = present / static_cast<double>(group.members.size());
}

void GroupLife::let_leave(const Month& month, Ward& ward, Group& group) const {
  const double chance =
      chance_of(leaving_(ward) * exp_of(-2 * group.cohesion), double{month.length});
  const auto leaves = [&](const Member& m) {
    const bool gone = m.fate == Fate::moved || m.fate == Fate::died;
    return !m.owes() && (gone || ward.happens(chance, leaves_, m.household));
  };
  std::vector<Member> stay;
  for (Member& m : group.members) leaves(m) ? set_free(ward, m) : stay.push_back(m);
  group.members = std::move(stay);
  if (group.members.size() >= fewest) return;
  group.stage = Stage::dissolved;
  for (Member& m : group.members) set_free(ward, m);
  // Who still owes stays on the books.
  std::erase_if(group.members, [&](const Member& m) { return !m.owes(); });
}

}  // namespace swadaya
