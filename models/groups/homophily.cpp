#include <algorithm>
#include <cmath>
#include <vector>

#include "sim/model.hpp"

namespace swadaya::models::groups {

namespace {

const char* const paragraph = R"(
Households that take part, are on the list, let in, or own a business, want a loan (the share `wants_loan`, for good) and have no group
are willing. Each founds one at `founding` a month, more while a facilitator visits the RT (`visit_boost` a visit) and for three months
after the first money arrives (`demonstration`), RW by RW and in household order. A founder asks the best of the willing of the RW (of the
ward where they are too few) until there are `size`: the utility of a candidate is

    -distance - h difference + tie_bonus tied + e

distance 0 in the same RT, 1 in the same RW, 2 elsewhere; difference in log consumption; e Gumbel. In haste (money before the board) the
first three terms count only 1 - `haste_blinds`. T is the share of member pairs that were tied; cohesion starts at 0.2 + 0.5 T and moves by

    C' = (1 - d) C + e meetings (1 - C) - k default C

Members come to a meeting with `attends` (1 - burden). Who owes nothing leaves at `leaving` exp(-2 C) a month. Below three members a group
is dissolved; without a meeting for six months it is dormant.)";

const char* const source =
    "G1, G3, G4: behaviour-models 3.3; meetings and later default: Feigenberg, Field & Pande (2013), Rev. Econ. Stud. 80, 1459-1483; growth "
    "after visible cash: S10; survival: S9; numbers: S13";

class Homophily final : public Model {
 public:
  explicit Homophily(Declare& declare)
      : founding_{declare.number("founding", 0.03, "a willing household and month", {0, 1},
                                 "model specification; set for S13")},
        size_{declare.whole("size", 5, "members", {3, 10}, "p2kp-facts 0 row 9, 1.5")},
        wants_loan_{declare.number(
            "wants_loan", 0.2, "share of households that want a loan", {0, 1},
            "assumption; a member must have or start a business, p2kp-facts 1.5; set for S13")},
        visit_boost_{declare.number(
            "visit_boost", 1, "of founding, a visit to the RT", {0, 10},
            "assumption; groups formed on the facilitator's initiative, p2kp-facts 1.2")},
        demonstration_{declare.number("demonstration", 0.5,
                                      "of founding, three months after the first money", {0, 10},
                                      "assumption; S10")},
        h_{declare.number("h", 1, "a unit of log consumption", {0, 10},
                          "homophily of income: behaviour-models G1; assumption")},
        tie_bonus_{
            declare.number("tie_bonus", 2, "utility of a tie", {0, 10}, "assumption, sweep it")},
        haste_blinds_{declare.number("haste_blinds", 0.7, "of the terms of choice lost in haste",
                                     {0, 1},
                                     "members hardly know each other: p2kp-facts 4; size assumed")},
        decay_{declare.number("d", 0.04, "of cohesion a month", {0, 1},
                              "0.02-0.1: behaviour-models G4")},
        growth_{declare.number("e", 0.05, "of what is left to 1, a meeting", {0, 1},
                               "0.02-0.1: behaviour-models G4")},
        strain_{declare.number("k", 0.3, "of cohesion a month, at full default", {0, 1},
                               "0.1-0.5: behaviour-models G4")},
        attends_{declare.number("attends", 0.9, "chance of an unwearied member", {0, 1},
                                "assumption; S18 for its fall")},
        leaving_{declare.number("leaving", 0.02, "a month, without cohesion", {0, 1},
                                "1-3 % a month: behaviour-models G3")},
        wants_{declare.column("wants_loan", "1 where the household wants a loan")},
        willing_{declare.mark("willing")},
        founds_{declare.decision("founds")},
        taste_{declare.decision("taste")},
        want_{declare.decision("wants_loan")},
        meets_{declare.decision("meets")},
        comes_{declare.decision("comes")},
        leaves_{declare.decision("leaves")} {}

  void begin(const Month&, Ward& ward) const override {
    const Place place = ward.place();
    std::vector<float> u(place.last - place.first);
    ward.uniforms(want_, place.first, u);
    for (Household h = place.first; h < place.last; ++h)
      ward.set(wants_, h,
               double{u[h - place.first]} < wants_loan_(ward) ? ward.world.occupied[h] : 0.0f);
  }

  void ward(const Month& month, Ward& ward) const override {
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

  void households(const Month&, Cells& cells) const override {
    const Pack eligible =
        cells.now(column::listed).max(cells.now(column::favoured)).max(cells.of(&World::business));
    cells.mark(willing_, cells.now(column::joined) * eligible * cells.now(wants_) *
                             (1 - cells.now(column::member)));
  }

  void after(const Month& month, Ward& ward) const override {
    const std::vector<Household>& willing = ward.marked(willing_);
    const Household first = ward.place().first;
    std::vector<bool> taken(ward.place().last - first, false);
    const bool shown = ward.first_money >= 0 && month.number - ward.first_money < 3;
    const double after_money = shown ? 1 + demonstration_(ward) : 1;
    if (ward.first_money < 0 && ward.received_now > 0) ward.first_money = month.number;
    for (const Household founder : willing) {
      if (taken[founder - first]) continue;
      const std::uint32_t rt = ward.world.rt[founder];
      const double visits = double{ward.now(rt_column::visited, rt)};
      const double rate = founding_(ward) * (1 + visit_boost_(ward) * visits) * after_money;
      if (!ward.happens(chance_of(rate, double{month.length}), founds_, founder)) continue;
      const std::vector<Household> members = asked(ward, founder, willing, taken);
      if (members.size() < 3) continue;
      found(month, ward, members);
      for (const Household h : members) taken[h - first] = true;
    }
  }

 private:
  struct Candidate {
    double utility;
    Household household;
  };

  double gumbel(const Ward& ward, Household founder, Household h) const {
    // Of the pair: the founder's number is folded into the draw.
    const double u = ward.dice(taste_, h, static_cast<std::uint16_t>(founder % 65521));
    return -log_of(-log_of(std::clamp(u, 0x1p-25, 1 - 0x1p-25)));
  }

  std::vector<Household> asked(const Ward& ward, Household founder,
                               const std::vector<Household>& willing,
                               const std::vector<bool>& taken) const {
    const World& w = ward.world;
    const double sight = 1 - haste_blinds_(ward) * ward.haste;
    const auto wanted = static_cast<std::size_t>(size_(ward)) - 1;
    const auto is_free = [&](Household h) {
      return h != founder && !taken[h - ward.place().first];
    };
    const auto near = std::count_if(willing.begin(), willing.end(), [&](Household h) {
      return is_free(h) && w.rw[h] == w.rw[founder];
    });
    const bool looks_further = static_cast<std::size_t>(near) < wanted;
    std::vector<Candidate> candidates;
    for (const Household h : willing) {
      if (!is_free(h) || (!looks_further && w.rw[h] != w.rw[founder])) continue;
      const double distance = w.rt[h] == w.rt[founder] ? 0 : w.rw[h] == w.rw[founder] ? 1 : 2;
      const double difference =
          std::abs(double{w.log_consumption[h]} - double{w.log_consumption[founder]});
      const double tied = w.ties.joined(founder, h) ? 1 : 0;
      const double liking = -distance - h_(ward) * difference + tie_bonus_(ward) * tied;
      candidates.push_back({sight * liking + gumbel(ward, founder, h), h});
    }
    const auto best = std::min(wanted, candidates.size());
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(best),
                      candidates.end(), [](const Candidate& a, const Candidate& b) {
                        return a.utility != b.utility ? a.utility > b.utility
                                                      : a.household < b.household;
                      });
    std::vector<Household> members{founder};
    for (std::size_t i = 0; i < best; ++i) members.push_back(candidates[i].household);
    return members;
  }

  void found(const Month& month, Ward& ward, const std::vector<Household>& households) const {
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
    group.cohesion = 0.2 + 0.5 * group.ties;  // model specification
    group.capacity = capacity / static_cast<double>(households.size());
    ward.groups.push_back(std::move(group));
  }

  void hold_meetings(const Month& month, Ward& ward, Group& group) const {
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

  void let_leave(const Month& month, Ward& ward, Group& group) const {
    const double chance =
        chance_of(leaving_(ward) * exp_of(-2 * group.cohesion), double{month.length});
    const auto leaves = [&](const Member& m) {
      const bool gone = m.fate == Fate::moved || m.fate == Fate::died;
      return !owes(m) && (gone || ward.happens(chance, leaves_, m.household));
    };
    std::vector<Member> stay;
    for (Member& m : group.members) leaves(m) ? set_free(ward, m) : stay.push_back(m);
    group.members = std::move(stay);
    if (group.members.size() >= 3) return;
    group.stage = Stage::dissolved;
    for (Member& m : group.members) set_free(ward, m);
    // Who still owes stays on the books.
    std::erase_if(group.members, [&](const Member& m) { return !owes(m); });
  }

  static bool owes(const Member& m) { return m.balance > 0 || m.interest_overdue > 0; }

  static void set_free(Ward& ward, Member& m) {
    ward.set(column::member, m.household, 0);
    if (owes(m)) return;
    ward.fund.return_savings(m.savings);
    m.savings = 0;
  }

  static constexpr int dormant_after = 6;  // months without a meeting: model specification

  Parameter founding_, size_, wants_loan_, visit_boost_, demonstration_, h_, tie_bonus_,
      haste_blinds_, decay_, growth_, strain_, attends_, leaving_;
  Column wants_;
  Mark willing_;
  Decision founds_, taste_, want_, meets_, comes_, leaves_;
};

}  // namespace

Entry homophily() {
  return entry<Homophily>(Slot::groups, "homophily", Standing::by_default, paragraph, source);
}

}  // namespace swadaya::models::groups
